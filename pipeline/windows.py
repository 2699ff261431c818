"""Windows: the calendar days that a run owns, and the day that puts a page into one of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal

from pipeline.dates import Moment
from pipeline.errors import Terminal

WindowBy = Literal["published", "captured"]

_DAY = timedelta(days=1)
_FORMS = "write a day such as 2016-08-02, or two with a slash between: 2016-08-02/2016-08-05"


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """Calendar days in DATELINE_TIMEZONE, from `first` to `last`, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise Terminal(f"the window {self} ends before it begins: swap its days")

    @classmethod
    def parse(cls, text: str) -> "Window":
        """Read "2016-08-02" or "2016-08-02/2016-08-05"; raises `Terminal` that says what to write."""
        days = text.strip().split("/")
        if len(days) > 2:
            raise Terminal(f"{text!r} is no window: {_FORMS}")
        first, last = (_day(day, text) for day in (days[0], days[-1]))
        return cls(first, last)

    def __str__(self) -> str:
        """What `parse` reads."""
        return f"{self.first}" if self.first == self.last else f"{self.first}/{self.last}"

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def contains(self, day: date) -> bool:
        """Whether the window owns this calendar day."""
        return day in self

    def instants(self, zone: tzinfo) -> tuple[datetime, datetime]:
        """The first and the last instant of its days in `zone`."""
        return datetime.combine(self.first, time.min, zone), datetime.combine(self.last, time.max, zone)

    def days(self) -> Iterator[date]:
        """Every day of the window, in order."""
        for number in range((self.last - self.first).days + 1):
            yield self.first + number * _DAY


def window_day(
    published: Moment | None, captured_at: datetime, zone: tzinfo, window_by: WindowBy = "published"
) -> date:
    """The calendar day whose window owns a page; `zone` is DATELINE_TIMEZONE, `captured_at` must be aware.

    An instant (a time with an offset) falls on its day in `zone`; a day, or a time without an offset, on the day that
    was written; a month, a year, or no date at all on the day of the capture.
    """
    captured_day = captured_at.astimezone(zone).date()
    if window_by == "captured":
        return captured_day
    return published_day(published, zone) or captured_day


def published_day(published: Moment | None, zone: tzinfo) -> date | None:
    """The calendar day in `zone` on which a page was published, None where it does not say the day."""
    if published is None or published.day is None:
        return None
    if published.offset_minutes is None or published.precision == "day":
        return published.day
    try:
        return published.start.astimezone(zone).date()
    except OverflowError:  # the first or the last day of the calendar
        return published.day


def today(zone: tzinfo) -> date:
    """The calendar day in `zone` that it is now."""
    return datetime.now(UTC).astimezone(zone).date()


def _day(text: str, whole: str) -> date:
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d").date()  # fromisoformat also takes 20160802 and 2016-W31-2
    except ValueError as error:
        raise Terminal(f"{whole!r} is no window: {text.strip()!r} is no day; {_FORMS}") from error
