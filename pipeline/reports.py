"""How the ways of finding a source's articles did for a window; it travels from `discover` to `load`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

State = Literal["served", "cannot-serve", "failed"]


@dataclass(frozen=True, slots=True)
class Report:
    """How one strategy did. `served` are the days of the window that it could tell of, also where it found nothing.

    "failed" means that something could not be read: what was found counts, what is missing nobody knows. `left_out`
    counts addresses by the reason why they are no candidates.
    """

    strategy: str
    state: State
    found: int
    left_out: dict[str, int]
    detail: str | None
    served: tuple[date, ...]


def unserved(reports: Iterable[Report], days: Iterable[date]) -> list[date]:
    """The days that no strategy could serve."""
    served = {day for report in reports for day in report.served}
    return [day for day in days if day not in served]
