"""Every candidate for byline and date, the choice and why: `dateline read --explain`."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.articles import NormalizedArticle
from pipeline.bylines import Author, BylineCandidate
from pipeline.dates import DateCandidate

_MAX_RAW_CHARS = 60


def explain(article: NormalizedArticle, console: Console) -> None:
    """Print the candidates of one article in order of rank, the chosen ones marked."""
    console.print(Text(f"{article.page.raw.record_id}  {article.title or '(no headline)'}", style="bold"))
    if article.rejected:
        console.print(Text(f"rejected: {article.rejected.reason}: {article.rejected.detail}", style="red"))
    console.print(_date_table(article.date_candidates))
    console.print(_byline_table(article.byline_candidates))


def _date_table(candidates: tuple[DateCandidate, ...]) -> Table:
    table = _table("dates", "as written", "where", "claims to be", "read as", "zone", "rule", "flag")
    for candidate in candidates:
        raw, moment = candidate.raw, candidate.moment
        table.add_row(
            Text(candidate.chosen_as or ""),
            Text(_short(raw.raw)),
            Text(f"{raw.origin}: {raw.locator}"),
            Text(raw.role),
            Text(f"{moment.text} ({moment.precision})" if moment else ""),
            Text(moment.zone_from if moment else ""),
            Text(candidate.rule),
            Text(candidate.flag or "", style="yellow"),
            style="bold green" if candidate.chosen_as else "",
        )
    return table


def _byline_table(candidates: tuple[BylineCandidate, ...]) -> Table:
    table = _table("bylines", "as written", "where", "read as", "rule")
    for candidate in candidates:
        raw = candidate.raw
        table.add_row(
            Text("chosen" if candidate.chosen else ""),
            Text(_short(" | ".join(raw.names))),
            Text(f"{raw.origin}: {raw.locator}"),
            Text("; ".join(_author(author) for author in candidate.authors)),
            Text(candidate.rule),
            style="bold green" if candidate.chosen else "",
        )
    return table


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="dim", expand=False)
    table.add_column("chosen")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _author(author: Author) -> str:
    details = [author.kind, author.role, author.organisation, author.location, author.contribution]
    return f"{author.name} ({', '.join(detail for detail in details if detail)})"


def _short(text: str) -> str:
    return text if len(text) <= _MAX_RAW_CHARS else text[: _MAX_RAW_CHARS - 1] + "…"
