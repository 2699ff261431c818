"""What the warehouse holds, for a person."""

from typing import Any

from rich.console import Console
from rich.table import Table

RUN_COLUMNS = ("window", "state", "pages", "new", "revised", "unchanged", "rejected", "quarantined")


LATEST = 5


def show_status(held: dict[str, Any], console: Console) -> None:
    """The counts, then the last runs; in each run pages = new + revised + unchanged + rejected + quarantined."""
    counts = Table("in the warehouse", "rows", title_justify="left")
    counts.columns[1].justify = "right"
    for name, value in held.items():
        if name != "runs":
            counts.add_row(name, f"{value:,}")
    console.print(counts)
    if not held["runs"]:
        console.print("No run yet: make run, or dateline run --window 2016-08-02")
        return
    runs = Table(*RUN_COLUMNS, box=None, pad_edge=False)
    for place, column in enumerate(runs.columns):
        column.no_wrap = True
        column.justify = "left" if place < 2 else "right"
    for run in held["runs"]:
        runs.add_row(*(str(run[name]) for name in RUN_COLUMNS))
    console.print(runs)
    for run in held["runs"][:LATEST]:
        _show_unserved(run, console)


def _show_unserved(run: dict[str, Any], console: Console) -> None:
    """What the sources could not tell of; those that nobody was to ask in one line."""
    from pipeline.run.discovery import NOT_ASKED

    silent = [item for item in run["unserved"] if item["why"].endswith(NOT_ASKED)]
    for item in run["unserved"]:
        if item not in silent:
            days = ", ".join(item["windows"])
            console.print(f"{days}: {item['source']} could not serve it: {item['why']}", markup=False)
    if silent:
        console.print(f"{run['window']}: {len(silent)} live sources were {NOT_ASKED}", markup=False)
