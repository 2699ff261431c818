"""The parts of a written date, before they become an instant."""

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Fields:
    """What was written, and where in the string. `flag` marks an order that could be read in two ways."""

    rule: str
    start: int
    end: int
    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    offset_minutes: int | None = None
    zone_name: str | None = None  # an IANA name or an abbreviation, as written
    flag: str | None = None

    def swapped(self) -> "Fields":
        """The other reading of an ambiguous order."""
        return replace(self, month=self.day, day=self.month)

    def is_real(self) -> bool:
        """Whether the calendar has such a day and the clock such a time."""
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            return False
        hour, minute, second = self.hour or 0, self.minute or 0, self.second or 0
        return hour < 24 and minute < 60 and second <= 60 and abs(self.offset_minutes or 0) <= 14 * 60
