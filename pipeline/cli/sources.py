"""`dateline sources`: what is configured and how it does; `check` tries a source, `new` writes one."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.discover.probe import Probe
    from pipeline.status import Health
    from pipeline.windows import Window

app = typer.Typer(
    help="List the sources and how they do; try one, or write a first file for one.", add_completion=False
)


@app.callback(invoke_without_command=True)
def sources(context: typer.Context) -> None:
    """List the sources: whether they are on, how their articles are found, and how they do."""
    if context.invoked_subcommand is not None:
        return
    from rich.console import Console
    from rich.table import Table

    from pipeline.settings import settings
    from pipeline.sources import load_sources

    health, note = _health()
    table = Table("source", "on", "found by", "health", "verified", "licence", box=None, pad_edge=False)
    for column in table.columns[:2]:
        column.no_wrap = True
    for source in load_sources(settings().sources).values():
        table.add_row(
            source.name,
            "yes" if source.enabled else "no",
            ", ".join(dict.fromkeys(strategy.kind for strategy in source.discover)),
            "" if note else _word(health.get(source.name), is_live=bool(source.live)),
            str(source.verified) if source.live else "",
            source.licence or "",
        )
    console = Console()
    console.print(table)
    for name, of_source in sorted(health.items()):
        for complaint in (*of_source.complaints, *_last_error(of_source)):
            console.print(f"{name}: {complaint}", markup=False)
    if note:
        console.print(note, markup=False)


@app.command("check")
def check(
    name: Annotated[str, typer.Argument(help="A source")],
    window: Annotated[
        str | None, typer.Option(help="A day, or two with a slash between; unset = yesterday and today")
    ] = None,
    pages: Annotated[int, typer.Option(min=0, max=20, help="How many of its pages to fetch and read")] = 1,
) -> None:
    """Try a source: ask it for a window, and fetch and read a page. No page is stored."""
    from rich.console import Console

    from pipeline.cli.show_check import show_check
    from pipeline.run.check import check_source
    from pipeline.run.context import chosen_sources

    (source,) = chosen_sources([name])
    console = Console()
    checked = check_source(source, _window(window), pages)
    show_check(checked, console)
    if not checked.is_fine:
        raise typer.Exit(1)


@app.command("new")
def new(
    url: Annotated[str, typer.Argument(help="A publisher's front page: https://news.example/")],
    name: Annotated[str | None, typer.Option(help="The source's name; unset = made from the address")] = None,
) -> None:
    """Ask a site for its feeds and sitemaps, and write a first file for it, off until somebody has looked at it."""
    from rich.console import Console
    from rich.table import Table

    from pipeline.run.check import probe_site
    from pipeline.run.new_source import write_source
    from pipeline.settings import settings

    found = probe_site(url)
    console = Console()
    table = Table("found by", "address", "holds", "days", title=f"{found.title or url}", title_justify="left")
    for offer in found.offers:
        days = " to ".join(str(day) for day in (offer.oldest, offer.newest) if day)
        table.add_row(str(offer.strategy["kind"]), str(offer.strategy["url"]), offer.holds, days)
    console.print(table)
    _show_tried(found)
    path = write_source(found, settings().sources, name)
    console.print(f"wrote {path}", markup=False)
    console.print(f"Read it, fill in licence and terms, and try it: dateline sources check {path.stem}", markup=False)


def _health() -> "tuple[dict[str, Health], str | None]":
    """How the sources did, and what to say where the warehouse is not asked: listing must not need one."""
    from importlib.util import find_spec

    from pipeline.errors import DatelineError
    from pipeline.settings import settings

    if find_spec("sqlalchemy") is None:
        return {}, "How they do stands in the warehouse, which needs dateline[warehouse]"
    from pipeline.adapters import postgres
    from pipeline.run.context import warehouse
    from pipeline.status import source_health

    try:
        if settings().database_url is None and not postgres.embedded_runs():
            return {}, "How they do stands in the warehouse, which does not run: dateline db start"
        return source_health(warehouse()), None
    except DatelineError as error:
        return {}, f"How they do stands in the warehouse: {error}"


def _word(health: "Health | None", *, is_live: bool) -> str:
    word = health.word if health else None
    if health is None or word is None:
        return "never asked" if is_live else "never read"
    return f"{word}; in 7 days {health.pages} pages, {health.failures} failures"


def _last_error(health: "Health") -> list[str]:
    is_failing = health.word == "failing"
    return [f"the last failure was {health.last_error}"] if is_failing and health.last_error else []


def _window(written: str | None) -> "Window":
    from datetime import timedelta

    from pipeline.settings import settings
    from pipeline.windows import Window, today

    if written:
        return Window.parse(written)
    day: date = today(settings().zone)
    return Window(day - timedelta(days=1), day)


def _show_tried(found: "Probe") -> None:
    import sys

    for address, why in found.tried.items():
        print(f"dateline: nothing at {address}: {why}", file=sys.stderr)
