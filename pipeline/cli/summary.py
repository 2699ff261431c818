"""`dateline summary`: what became of a window's pages, and its main story as rows."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from pipeline.summary import Summary

COMPARATORS = {"<": "fewer than ", "<=": "at most ", ">": "more than ", ">=": "at least "}


def summary(
    window: Annotated[str, typer.Option(help="A day, or two with a slash between: 2016-08-02/2016-08-05")],
) -> None:
    """Show what became of a window's pages, and its main story: who said how many, on whose word, what was edited."""
    from rich.console import Console

    from pipeline.run.context import warehouse
    from pipeline.summary import summarise
    from pipeline.windows import Window

    console = Console()
    found = summarise(warehouse(), Window.parse(window))
    _show_pages(found, window, console)
    _show_story(found, console)
    _show_refused(found, console)
    _show_next(console)


def _show_pages(found: "Summary", window: str, console: "Console") -> None:
    total = sum(found.pages.values())
    parts = " + ".join(f"{count} {name}" for name, count in found.pages.items())
    console.rule(f"Pages of {window}")
    console.print(f"{total} pages = {parts}", highlight=False)
    if total and not (found.pages["new"] or found.pages["revised"]):
        console.print("These days had been loaded before: nothing in core has changed.")


def _show_story(found: "Summary", console: "Console") -> None:
    from rich.table import Table

    if not found.claims:
        return
    console.rule(f"The story: {found.event_type}, as each outlet told it")
    table = Table(box=None, pad_edge=False, header_style="bold", expand=True)
    table.add_column("published (UTC)", no_wrap=True)
    table.add_column("outlet")
    table.add_column("how many", justify="right")
    table.add_column("of whom, what", ratio=2)
    table.add_column("on whose word", ratio=2)
    table.add_column("the sentence", ratio=5)
    for claim in found.claims:
        if not claim["is_copy"]:
            table.add_row(*_cells(claim))
    console.print(table)
    for claim in found.claims:
        if claim["value_before"] is not None:
            console.print(
                f"[bold]Edited without a note:[/] {claim['publisher']}, from {claim['value_before']:f} to "
                f"{claim['value']:f}, seen at {claim['edited_at']:%Y-%m-%d %H:%M} UTC",
                highlight=False,
            )
    for claim in found.claims:
        if claim["is_copy"]:
            console.print(f"[bold]Counted once:[/] {claim['publisher']} carries a sentence that stood elsewhere before",
                          highlight=False)  # fmt: skip


def _cells(claim: dict[str, Any]) -> tuple[str, ...]:
    what = " ".join(filter(None, (claim["noun"], f"({claim['event_trigger']})")))
    return (
        _when(claim),
        claim["publisher"],
        how_many(claim),
        what,
        claim["attributed_to"] or ("its own" if claim["attribution"] == "outlet" else "unresolved"),
        " ".join(claim["sentence"].split()),
    )


def _when(claim: dict[str, Any]) -> str:
    """The instant in UTC, or the day where the page gives no more."""
    if "T" not in (claim["published_text"] or "") or claim["published_start"] is None:
        return claim["published_text"] or "undated"
    return f"{claim['published_start']:%Y-%m-%d %H:%M}"


def how_many(claim: dict[str, Any]) -> str:
    """An amount as a person says it: "at least 14", "about 200", "24 or more", "18 to 20"."""
    about = "about " if claim["approximate"] else ""
    if claim["comparator"] == "range":
        return f"{about}{claim['value_min']:f} to {claim['value_max']:f}"
    if claim["value"] is None:
        return f"{claim['value_min']:f} or more" if claim["value_min"] is not None else claim["surface"]
    return f"{about}{COMPARATORS.get(claim['comparator'], '')}{claim['value']:f}"


def _show_refused(found: "Summary", console: "Console") -> None:
    from rich.table import Table

    if not (found.refused_pages or found.refused_rows):
        return
    console.rule("What was refused, and why")
    table = Table(box=None, pad_edge=False, show_header=False, expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=2, overflow="fold")
    table.add_column(ratio=3)
    for page in found.refused_pages:
        table.add_row(page["outcome"], page["page"], f"{page['reason']}: {page['detail']}")
    for row in found.refused_rows:
        table.add_row(f"a {row['row_kind']}", row["record_id"], row["detail"])
    console.print(table)


def _show_next(console: "Console") -> None:
    console.rule("Next")
    console.print(
        '.venv/bin/dateline sql "select publisher, value, comparator, noun, attributed_to from marts.claims limit 20"\n'
        "make up                       Airflow's interface: run and backfill days\n"
        "docs/dictionary.md            every table and column\n"
        ".venv/bin/dateline --help     read, numbers, run, status, sql, ...",
        highlight=False,
        markup=False,
    )
