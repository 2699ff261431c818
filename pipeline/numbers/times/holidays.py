"""Readers of days that have a name: holidays, and events that everybody dates."""

import re
from calendar import monthrange
from datetime import date, timedelta

from pipeline.numbers.times import timex
from pipeline.numbers.times.anchors import nearest_year, year_of
from pipeline.numbers.times.reading import Place, Reading

_FIXED = re.compile(r"\d\d-\d\d$")
_FROM_EASTER = re.compile(r"easter([+-]\d+)$")
_NEAR_CHARS = 200
_HOLIDAY_DAYS = 14  # how long "Labor Day" is still the one just gone by, whatever the tense


def read_event(place: Place) -> Reading | None:
    """the September 11 attacks -> 2001-09-11"""
    around = place.text[max(0, place.start - _NEAR_CHARS) : place.end + _NEAR_CHARS]
    for pattern, value, near in place.language.events:
        is_there = pattern.match(place.text, place.start) and (near is None or near.search(around))
        if is_there and (not place.published or date.fromisoformat(value) <= place.published):
            return Reading(value=value)
    return None


def read_holiday(place: Place) -> Reading | None:
    """Christmas Eve · Thanksgiving 2019"""
    name = " ".join((place.groups["holiday"] or "").split())
    key = place.language.holidays.get(name) or place.language.holidays.get(name[:1].lower() + name[1:])
    if key is None or not _is_holiday(place):
        return None
    year = year_of(place) or _holiday_year(place, key)
    if year:
        return Reading(value=timex.day(_holiday_in(key, year)))
    return Reading(value=f"{timex.year_digits(None)}-{key}" if _FIXED.match(key) else None)


def _is_holiday(place: Place) -> bool:
    """Not "Easter Island", nor what a holiday only adorns: "a Christmas tree"."""
    if place.after(1) in ("-", "’", "'") or place.after(2)[1:].isupper():
        return False
    following = re.match(r"[ \u00a0]([a-z]+)", place.after(16))
    if not following or " " in (place.groups["holiday"] or ""):
        return True
    return following[1] in place.guarded("holiday_followers") or place.word_before() in place.guarded("holiday_leads")


def _holiday_year(place: Place, key: str) -> int | None:
    """The year of a holiday: the one near the publication, else what the tense says, else the nearest."""
    today = place.published
    if today is None:
        return None
    this = _holiday_in(key, today.year)
    if place.word_before() in place.guarded("holiday_before"):
        return today.year - (this > today)
    if abs((this - today).days) <= _HOLIDAY_DAYS:
        return today.year
    if place.tense() is not None:
        return nearest_year(place, this.month, this.day)
    return min(
        (today.year - 1, today.year, today.year + 1), key=lambda year: abs((_holiday_in(key, year) - today).days)
    )


def _holiday_in(key: str, year: int) -> date:
    """The day of "12-25", "11/4/4+1" (the day after the fourth Thursday of November) or "easter-2" in a year."""
    if _FIXED.match(key):
        month, day = map(int, key.split("-"))
        return date(year, month, day)
    if moved := _FROM_EASTER.match(key):
        return timex.easter(year) + timedelta(days=int(moved[1]))
    rule, _, after = key.partition("+")
    return _nth_weekday(year, *map(int, rule.split("/"))) + timedelta(days=int(after or 0))


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
