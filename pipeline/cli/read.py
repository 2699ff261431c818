"""`dateline read`: pages in, JSON Lines out; no database, no network."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.articles import FetchedPage, NormalizedArticle
    from pipeline.sources import SourceConfig


def read(
    paths: Annotated[list[str], typer.Argument(help="WARC, HTML, text and Markdown files, or folders of them")],
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; one a core unless given")] = None,
    pretty: Annotated[bool, typer.Option("--pretty", help="Show the articles to a person")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show every candidate and the choice")] = False,
) -> None:
    """Read pages into JSON Lines on standard output: one page a line, in the order of the input."""
    from pipeline.cli.logs import configure_logs
    from pipeline.cli.progress import counting
    from pipeline.run.pages import read_articles

    configure_logs()
    source = _source_of_paths()
    readable = False
    with counting("pages", shown=not (pretty or explain)) as advance:
        for article in read_articles(_pages(paths, source), source, workers=workers):
            readable |= article.rejected is None or bool(article.page.fetched_bytes)
            _show(article, pretty=pretty, explain=explain)
            advance()
    if not readable:
        print("dateline: nothing could be read at all", file=sys.stderr)
        raise typer.Exit(1)


def _source_of_paths() -> "SourceConfig":
    from pipeline.sources import Archive, SourceConfig

    return SourceConfig(name="read", title="dateline read", discover=(Archive(kind="archive", location="."),))


def _pages(paths: list[str], source: "SourceConfig") -> "Iterator[FetchedPage]":
    from pipeline import archive

    for path in paths:
        yield from archive.iter_pages(path, source=source.name)


def _show(article: "NormalizedArticle", *, pretty: bool, explain: bool) -> None:
    from pipeline.cli.output import article_json, write_line

    if not (pretty or explain):
        write_line(article_json(article), sys.stdout)
        return
    from rich.console import Console

    console = Console()
    if pretty:
        from pipeline.cli.show_article import show_article

        show_article(article, console)
    if explain:
        from pipeline.cli.explain import explain as show_choice

        show_choice(article, console)
