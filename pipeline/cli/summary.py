"""`dateline summary`: what became of a window's pages, and its main story as rows."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

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
    console.rule(f"The story: {found.event_type}, as each outlet told it (times in UTC)")
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column()
    for claim in found.claims:
        if not claim["is_copy"]:
            table.add_row(_when(claim), claim["publisher"], _claim(claim))
    console.print(table)
    for claim in found.claims:
        if claim["value_before"] is not None:
            console.print(
                f"[bold]Edited without a note:[/] {claim['publisher']}, from {claim['value_before']:f} to "
                f"{claim['value']:f}, seen on {claim['edited_at']:%Y-%m-%d at %H:%M}",
                highlight=False,
            )
        if claim["is_copy"]:
            console.print(
                f"[bold]Counted once:[/] {claim['publisher']} of {_when(claim)} carries a sentence of another outlet",
                highlight=False,
            )


def _claim(claim: dict[str, Any]) -> "Text":
    """How many, of whom, what and on whose word; beneath, the sentence that says so."""
    from rich.text import Text

    voice = "in its own voice" if claim["attribution"] == "outlet" else "on nobody's clear word"
    said = Text(how_many(claim), style="bold")
    said.append(" ".join(["", *filter(None, (claim["noun"], claim["event_trigger"]))]), style="not bold")
    said.append(f" - {claim['attributed_to'] or voice}\n", style="not bold italic")
    said.append(" ".join(claim["sentence"].split()), style="not bold dim")
    return said


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
    from rich.text import Text

    if not (found.refused_pages or found.refused_rows):
        return
    console.rule("What was refused, and why")
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for page in found.refused_pages:
        table.add_row(page["outcome"], Text(page["page"]).append(f"\n{page['reason']}: {page['detail']}", style="dim"))
    for row in found.refused_rows:
        table.add_row(f"a {row['row_kind']}", Text(row["record_id"]).append(f"\n{row['detail']}", style="dim"))
    console.print(table)


def _show_next(console: "Console") -> None:
    console.rule("Next")
    console.print(
        '.venv/bin/dateline sql "select publisher, surface, noun from marts.claims"\n'
        "make up                     Airflow's interface: run and backfill days\n"
        "docs/dictionary.md          every table and column\n"
        ".venv/bin/dateline --help   read, numbers, run, status, sql, ...",
        highlight=False,
        markup=False,
    )
