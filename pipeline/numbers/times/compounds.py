"""Readers of durations of several units or of an open length: "two years and three months", "a week or two"."""

import re
from dataclasses import replace
from decimal import Decimal

from pipeline.numbers.times import timex
from pipeline.numbers.times.durations import MOVED_FROM, counted, is_age, number_in, numbers_span, unit_in
from pipeline.numbers.times.reading import Place, Reading

_ONE, _TWO = Decimal(1), Decimal(2)
_PARTS = {  # how many of the smaller unit make one of the greater
    ("hour", "minute"): 60, ("minute", "second"): 60, ("hour", "second"): 3600, ("day", "hour"): 24, ("week", "day"): 7,
    ("year", "month"): 12, ("decade", "year"): 10, ("century", "year"): 100, ("fortnight", "day"): 14,
}  # fmt: skip
_NEARLY = {  # the same for units of no fixed length, only to say which end of a range is the longer
    ("month", "day"): 30, ("month", "week"): 4, ("year", "day"): 365, ("year", "week"): 52, ("week", "hour"): 168,
    ("month", "hour"): 720, ("day", "minute"): 1440,
}  # fmt: skip
_DATED = frozenset(pair for pair, parts in _NEARLY.items() if pair[1] in ("day", "week"))
_WIDEST = 60  # times the shorter end: "can range from three weeks to five years" is no range
_TWELFTH = Decimal("1e-12")
_BY = re.compile(r"\bby\s$")


def read_compound_duration(place: Place) -> Reading | None:
    """two years and three months: one value of both"""
    first, second = number_in(place), number_in(place, "n2")
    unit, unit2 = unit_in(place, "unit"), unit_in(place, "unit2")
    if first is None or second is None or unit is None or unit2 is None or unit[0] == unit2[0] or is_age(place):
        return None
    value, rest = timex.duration(first, unit[0]), timex.duration(second, unit2[0])
    parts = _PARTS.get((unit[0], unit2[0]))
    if parts is None and (unit[0], unit2[0]) not in _DATED:
        return None  # "suspended for 18 months, and 200 hours of work"
    number = (first + second / parts).quantize(_TWELFTH) if parts else first
    return Reading(
        value=_joined(value, rest),
        type="DURATION",
        subkind="duration",
        number=_plain(number),
        unit=unit[0],
        unit_text=unit[1],
    )


def read_duration_of_three(place: Place) -> Reading | None:
    """two hours, 14 minutes and nine seconds"""
    reading, third, unit3 = read_compound_duration(place), number_in(place, "n3"), unit_in(place, "unit3")
    if reading is None or reading.value is None or reading.number is None or third is None or unit3 is None:
        return None
    parts = _PARTS.get((reading.unit or "", unit3[0]))
    number = (reading.number + third / parts).quantize(_TWELFTH) if parts else reading.number
    return replace(reading, value=_joined(reading.value, timex.duration(third, unit3[0])), number=_plain(number))


def read_duration_to_longer(place: Place) -> Reading | None:
    """six weeks to a year: a range of two units, told in the first; "extended from six weeks to a year" is none"""
    first, second = number_in(place), number_in(place, "n2") or _ONE
    unit, unit2 = unit_in(place, "unit"), unit_in(place, "unit2")
    before = place.before(64)
    if first is None or unit is None or unit2 is None or _BY.search(before) or MOVED_FROM.search(before):
        return None
    pair = (unit2[0], unit[0])
    parts = 1 if unit[0] == unit2[0] else _PARTS.get(pair) or _NEARLY.get(pair)
    if parts is None or not first < second * parts < first * _WIDEST:
        return None
    return replace(
        counted(place, first, unit),
        value=f"{timex.duration(first, unit[0])}/{timex.duration(second, unit2[0])}",
        number_max=second * parts,
        span=_whole(place),
    )


def _whole(place: Place) -> tuple[int, int]:
    """From the first number to the second: "six weeks to a", "30 minutes to two"."""
    first, last = numbers_span(place) or (place.start, place.end)
    return first, max(last, place.spans["article"][1])


def read_duration_one_or_two(place: Place) -> Reading | None:
    """a year or two · the next month or two"""
    unit = unit_in(place, "single")
    if unit is None:
        return None
    value = f"{timex.duration(_ONE, unit[0])}/{timex.duration(_TWO, unit[0])}"
    return replace(counted(place, _ONE, unit, value=value), number_max=_TWO, span=(place.start, place.end))


def read_duration_odd(place: Place) -> Reading | None:
    """20-odd years"""
    number, unit = number_in(place), unit_in(place, "plural")
    return replace(counted(place, number, unit), is_about=True) if number and unit else None


def _joined(value: str, rest: str) -> str:
    """One value of two: P2Y and P3M, PT2H and PT14M."""
    return value + (rest[2:] if "T" in value and "T" in rest else rest[1:])


def _plain(number: Decimal) -> Decimal:
    """A number without a tail of zeros: 15.25."""
    return number.to_integral_value() if number == number.to_integral_value() else number.normalize()
