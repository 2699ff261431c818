"""Readers of days and months: groups of a rule -> a `Reading`, or None where it is no time."""

import re
from datetime import date
from itertools import pairwise

from pipeline.numbers.times import timex
from pipeline.numbers.times.anchors import month_number, nearest_year, part_of_day, valid, weekday_number, year_of
from pipeline.numbers.times.reading import Place, Reading


def read_date(place: Place) -> Reading | None:
    """July 7, 2016 · 2 August · Tuesday, November 19"""
    month = month_number(place) or int(place.groups.get("monthnumber") or 0)
    day = int(place.groups["day"] or 0)
    year = year_of(place)
    if not valid(year, month, day) or month > 12:
        return None
    if year is None:
        year = _year_by_weekday(place, month, day) or nearest_year(place, month, day)
    value = timex.month_day(year if year and valid(year, month, day) else None, month, day)
    if place.groups.get("hour"):
        return Reading(value=f"{value}T{place.groups['hour']}:{place.groups['minute']}", type="TIME", subkind="clock")
    return Reading(value=value + part_of_day(place))


def _year_by_weekday(place: Place, month: int, day: int) -> int | None:
    """The year nearest to the publication in which that day has the weekday that is named with it."""
    weekday = weekday_number(place)
    published = place.published
    if not weekday or not published:
        return None
    years = [y for y in range(published.year - 3, published.year + 3) if valid(y, month, day)]
    fitting = [y for y in years if date(y, month, day).isoweekday() == weekday]
    return min(fitting, key=lambda y: abs((date(y, month, day) - published).days), default=None)


def read_numeric_date(place: Place) -> Reading | None:
    """02.08.2016 (day first) · 8/25/2016 · 3/4/2016 is open: 2016-XX-XX"""
    first, second = int(place.groups["first"] or 0), int(place.groups["second"] or 0)
    year = year_of(place)
    dotted = place.groups["mark"] == "."
    orders = {(first, second), (second, first)} if not dotted else {(first, second)}
    possible = {(d, m) for d, m in orders if 1 <= m <= 12 and valid(year, m, d)}
    if not possible or (dotted and len(place.groups["year"] or "") != 4):
        return None
    if len(possible) > 1:
        return Reading(value=f"{year:04}-XX-XX")
    day, month = possible.pop()
    return Reading(value=f"{year:04}-{month:02}-{day:02}")


def read_day_range(place: Place) -> Reading | None:
    """July 7-9 · 28 July to 3 August 2016"""
    month2 = month_number(place, "month2")
    month = month_number(place) or month2
    day, day2 = int(place.groups["day"] or 0), int(place.groups["day2"] or 0)
    month2 = month2 or month
    if not month or not month2 or (month == month2 and day >= day2):
        return None
    if month == month2 and day2 - day > 1 and _are_single(place):
        return Reading(value=None)
    year2 = year_of(place) or nearest_year(place, month, day)
    if not valid(year2, month, day) or not valid(year2, month2, day2):
        return None
    year = year2 - 1 if year2 and month > month2 else year2
    return Reading(value=f"{timex.month_day(year, month, day)}/{timex.month_day(year2, month2, day2)}")


def _are_single(place: Place) -> bool:
    """Whether two days are meant and not what lies between them: "July 7 and 9"."""
    joint = place.text[place.spans["day"][1] : place.spans["day2"][0]]
    return joint == " and " and not place.before(9).lower().endswith("between ")


def read_day_list(place: Place) -> Reading | None:
    """July 7, 8 and 9: a stretch where the days follow each other, else a time without a value"""
    words = place.text[place.spans["day"][0] : place.spans["day2"][1]]
    days = [int(day) for day in re.findall(r"\d+", words)]
    steps = {b - a for a, b in pairwise(days)}
    if any(step < 1 for step in steps):
        return None
    return read_day_range(place) if steps == {1} else Reading(value=None)


def read_month(place: Place) -> Reading | None:
    """October 2018 · September of last year · last September · April"""
    month = month_number(place)
    if month is None or not _is_month(place):
        return None
    written = place.groups.get("year")
    year = int(written) if written else None
    shift = place.key("shift")
    if year is None and shift is not None:
        year = _shifted_month_year(place, month, int(shift))
    elif year is None:
        year = nearest_year(place, month)
    return Reading(value=timex.month(year, month))


def _shifted_month_year(place: Place, month: int, shift: int) -> int | None:
    today = place.published
    if today is None:
        return None
    of_year = (place.groups["shift"] or "").lower() + " year" in place.text[place.start : place.end].lower()
    if of_year or place.groups.get("span"):
        return today.year + shift
    if shift < 0:
        return today.year if month < today.month else today.year - 1
    if shift > 0:
        return today.year if month > today.month else today.year + 1
    return nearest_year(place, month)


def _is_month(place: Place) -> bool:
    """Whether a month's name alone is the month: not a verb ("may"), not a person ("April Jones")."""
    if any(place.groups.get(name) for name in ("year", "shift")):
        return True
    lead = place.word_before()
    if lead in place.guarded("month_leads") or place.has_edge:
        return True
    if (place.groups["month"] or "").lower() in place.guarded("ambiguous_months"):
        return False
    following = place.after(12).lstrip()
    if following[:1] in "’'":
        return True
    named = following[:1].isupper() and place.after(1) in " \u00a0" and not following.startswith(("I ", "A "))
    return not named


def read_month_range(place: Place) -> Reading | None:
    """July to September 2019 · November-January"""
    first, last = month_number(place), month_number(place, "month2")
    if not first or not last or first == last:
        return None
    last_year = year_of(place) or nearest_year(place, last)
    first_year = None if last_year is None else last_year - (first > last)
    return Reading(value=f"{timex.month(first_year, first)}/{timex.month(last_year, last)}")


def read_reporting_quarter(place: Place) -> Reading | None:
    """the September quarter: the three months that end with it"""
    month = month_number(place)
    if not month or month % 3:
        return None
    year = year_of(place)
    if year is None and place.published:
        year = place.published.year - (month > place.published.month)
    return Reading(value=f"{timex.year_digits(year)}-Q{month // 3}")
