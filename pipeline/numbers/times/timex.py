"""TIMEX3 values: written from dates, shifted, and turned back into the days that they cover. Pure calendar."""

import re
from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

_UNKNOWN = "X"  # TIMEX3 writes one for each digit that neither the text nor its date tells
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_QUARTER = re.compile(r"(\d{4})-(Q|H)(\d)$")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)$")
_PLAIN = re.compile(r"(\d{2,4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$")

# Units of durations: ISO 8601 designator, whether it is a part of a day, and how many of the designator one is.
_DESIGNATORS = {
    "second": ("S", True, 1),
    "minute": ("M", True, 1),
    "hour": ("H", True, 1),
    "day": ("D", False, 1),
    "night": ("D", False, 1),
    "weekend": ("W", False, 1),
    "week": ("W", False, 1),
    "fortnight": ("W", False, 2),
    "month": ("M", False, 1),
    "quarter": ("M", False, 3),
    "year": ("Y", False, 1),
    "decade": ("Y", False, 10),
    "century": ("Y", False, 100),
    "millennium": ("Y", False, 1000),
}


def most_days(unit: str) -> int:
    """How many days one unit has at most; 1 for parts of a day."""
    designator, is_clock, factor = _DESIGNATORS[unit]
    return 1 if is_clock else {"D": 1, "W": 7, "M": 31, "Y": 366}[designator] * factor


def day(when: date) -> str:
    """2016-08-02"""
    return when.isoformat()


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day_before = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day_before + 1)


def year_digits(number: int | None) -> str:
    """2016; four times `_UNKNOWN` where the year is not known"""
    return 4 * _UNKNOWN if number is None else f"{number:04}"


def weekday(number: int | str) -> str:
    """A weekday, 1 is Monday, of a week that is not known"""
    return f"{year_digits(None)}-W{2 * _UNKNOWN}-{number}"


def part_of_day(part: str) -> str:
    """A part of a day that is not known: that night"""
    return f"{year_digits(None)}-{2 * _UNKNOWN}-{2 * _UNKNOWN}T{part}"


def month_day(year: int | None, number: int, day_of_month: int) -> str:
    """2016-08-02, also where the year is not known"""
    return f"{month(year, number)}-{day_of_month:02}"


def week(when: date) -> str:
    """The ISO week that holds a day: 2016-W31"""
    year, number, _ = when.isocalendar()
    return f"{year:04}-W{number:02}"


def month(year: int | None, number: int) -> str:
    """2016-08, also where the year is not known"""
    return f"{year_digits(year)}-{number:02}"


def add_months(when: date, months: int) -> date:
    """The same day some months on, or the last of a shorter month. Stays within the years 1 to 9999."""
    index = when.year * 12 + when.month - 1 + months
    year = min(max(index // 12, 1), 9999)
    number = index % 12 + 1
    return date(year, number, min(when.day, monthrange(year, number)[1]))


def add(when: date, count: int, unit: str) -> date | None:
    """A day moved by whole units (negative: back); None outside the calendar or for parts of a day."""
    designator, is_clock, factor = _DESIGNATORS[unit]
    if is_clock or abs(count) > 100_000:
        return None
    steps = count * factor
    try:
        if designator in "DW":
            return when + timedelta(days=steps * (7 if designator == "W" else 1))
        months = steps * (12 if designator == "Y" else 1)
        return add_months(when, months) if 0 < when.year + months // 12 < 9999 else None
    except OverflowError:
        return None


def at_grain(when: date, unit: str) -> str:
    """The stretch of one unit that holds a day: a week 2016-W31, a decade 201, a century 20."""
    if unit in ("week", "fortnight"):
        return week(when)
    if unit == "weekend":
        return week(when) + "-WE"
    if unit == "month":
        return month(when.year, when.month)
    if unit == "quarter":
        return f"{when.year:04}-Q{(when.month + 2) // 3}"
    digits = {"year": 4, "decade": 3, "century": 2, "millennium": 1}.get(unit)
    return f"{when.year:04}"[:digits] if digits else day(when)


def duration(count: Decimal, unit: str) -> str:
    """P5Y, PT3H, P2.5Y; decades and centuries in years"""
    designator, is_clock, factor = _DESIGNATORS[unit]
    number = count * factor
    written = f"{number.normalize():f}" if number else "0"
    return f"P{'T' if is_clock else ''}{written}{designator}"


def days_of(value: str | None) -> tuple[date, date] | None:
    """The first and the last day that a resolved value covers; None for durations, clock times and open values."""
    if not value or value[0] in "PTX" or "X" in value:
        return None
    try:
        if "/" in value:
            first, last = (days_of(part) for part in value.split("/", 1))
            return (first[0], last[1]) if first and last and first[0] <= last[1] else None
        return _days_of_one(value)
    except (ValueError, OverflowError):
        return None


def _days_of_one(value: str) -> tuple[date, date] | None:
    if value.startswith("FY"):
        return None  # whose fiscal year it is, is not in the text
    if match := _WEEK.match(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return (monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6))
    if match := _QUARTER.match(value):
        length = 3 if match[2] == "Q" else 6
        return _months(int(match[1]), (int(match[3]) - 1) * length + 1, length)
    if match := _SEASON.match(value):
        return _months(int(match[1]), _SEASON_START[match[2]], 3)
    return _days_of_plain(value)


def _days_of_plain(value: str) -> tuple[date, date] | None:
    match = _PLAIN.match(value)
    if not match:
        return None
    year, number, of_month = match.groups()
    if of_month:
        when = date(int(year), int(number), int(of_month))
        return when, when
    if number:
        return _months(int(year), int(number), 1)
    open_digits = 4 - len(year)
    return date(int(year + "0" * open_digits), 1, 1), date(int(year + "9" * open_digits), 12, 31)


def _months(year: int, first: int, length: int) -> tuple[date, date]:
    start = date(year, first, 1)
    return start, add_months(start, length) - timedelta(days=1)
