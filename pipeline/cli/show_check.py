"""What `dateline sources check` found, for a person."""

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from pipeline.run.check import Checked, Tried

LISTED = 15


def show_check(checked: "Checked", console: Console) -> None:
    """The ways of finding articles, then what they found, then the pages that were tried."""
    if checked.files:
        kinds = ", ".join(f"{count} .{ending}" for ending, count in sorted(checked.files.items()))
        console.print(f"{checked.source.name}: files in its archives: {kinds}", markup=False)
    if checked.reports:
        console.print(_reports(checked))
    if checked.candidates:
        console.print(_candidates(checked))
    for item in checked.tried:
        _show_tried(item, console)


def _reports(checked: "Checked") -> Table:
    table = Table(
        "found by", "state", "articles", "left out", "remark", title=f"{checked.source.title}, {checked.window}"
    )
    table.title_justify = "left"
    for report in checked.reports:
        left_out = ", ".join(f"{count} {reason}" for reason, count in report.left_out.items())
        table.add_row(report.strategy, report.state, str(report.found), left_out, report.detail or "")
    return table


def _candidates(checked: "Checked") -> Table:
    more = len(checked.candidates) - LISTED
    table = Table("day", "title", "address", caption=f"and {more} more" if more > 0 else None)
    for item in checked.candidates[:LISTED]:
        table.add_row(str(item.day), (item.listed and item.listed.title) or "", item.url or "")
    return table


def _show_tried(item: "Tried", console: Console) -> None:
    from pipeline.cli.show_article import show_article

    if item.article is None:
        console.print(f"{item.url}: {item.error}", markup=False)
    elif item.article.rejected is not None:
        console.print(f"{item.url}: no article: {item.article.rejected.detail}", markup=False)
    else:
        show_article(item.article, console)
