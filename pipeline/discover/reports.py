"""What came of asking a source for a window: the candidates, and how each way of finding them did."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from pipeline.articles import Candidate
from pipeline.reports import Report, State, unserved
from pipeline.strategies import Live
from pipeline.windows import Window

GIVEN_UP = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Discovered:
    """What a source offers for a window."""

    candidates: list[Candidate]
    reports: list[Report]

    def unserved(self, window: Window) -> list[date]:
        """The days of the window that no strategy could serve."""
        return unserved(self.reports, window.days())


@dataclass(slots=True)
class Tally:
    """A report while its strategy is at work."""

    strategy: str
    window: Window
    seen: int = 0
    dated: int = 0
    oldest: date | None = None  # of all entries, of this window or not
    newest: date | None = None  # of what it names, read or not
    reach: date | None = None  # the first day that it can tell of, where that is known
    left_out: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    missing: set[date] = field(default_factory=set)  # days that it has nothing for, by its own word
    is_able: bool = True

    def cannot(self, why: str) -> None:
        """It cannot serve this window."""
        self.is_able = False
        self.remarks.append(why)

    def count_day(self, day: date | None) -> None:
        """An entry was read, and its day."""
        self.seen += 1
        if day is not None:
            self.dated += 1
            self.oldest = day if self.oldest is None else min(day, self.oldest)
            self.reaches(day)

    def reaches(self, day: date | None) -> None:
        """It goes on to `day` at least."""
        if day is not None:
            self.newest = day if self.newest is None else max(day, self.newest)

    def limit(self, day: date | None) -> None:
        """It reaches back to `day` and no further."""
        if day is not None and (self.reach is None or day > self.reach):
            self.reach = day

    def tell_the_end(self) -> None:
        """Days long after the newest entry are none that it can tell of: it may have been given up, or moved."""
        if self.newest is None:
            return
        last = self.newest + GIVEN_UP
        later = {day for day in self.window.days() if day > last}
        if later:
            self.missing |= later
            self.remarks.append(f"goes on to {self.newest} only")

    def report(self, found: int) -> Report:
        """The report, once all is read."""
        served = tuple(self._served()) if self.is_able and not self.failures else ()
        if self.reach is not None and self.window.first < self.reach and self.is_able:
            self.remarks.append(f"reaches back to {self.reach} only")
        state: State = "failed" if self.failures else "served" if served else "cannot-serve"
        detail = "; ".join([*_few(self.failures), *self.remarks]) or None
        return Report(self.strategy, state, found, dict(sorted(self.left_out.items())), detail, served)

    def _served(self) -> Iterable[date]:
        days = (day for day in self.window.days() if day not in self.missing)
        return (day for day in days if self.reach is None or day >= self.reach)


def label(strategy: Live) -> str:
    """How a strategy is called in reports: "feed https://news.example/rss"."""
    where = getattr(strategy, "url", None) or getattr(strategy, "location", None) or "of robots.txt"
    return f"{strategy.kind} {where}"


def _few(failures: list[str]) -> list[str]:
    more = len(failures) - 3
    return [*failures[:3], f"and {more} more failures"] if more > 0 else failures
