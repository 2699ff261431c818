"""Readers of stretches named from today or from a date before: "last week", "this weekend", "the previous day"."""

import re
from datetime import timedelta

from pipeline.numbers.times import timex
from pipeline.numbers.times.anchors import EDGES
from pipeline.numbers.times.reading import Place, Reading
from pipeline.numbers.times.seasons import is_business

_HEADS = re.compile(r"(?:^|[,;—–]|\band|\bbut)\s?$")


def read_shifted_span(place: Place) -> Reading | None:
    """last week · this month · the end of the year · later this week"""
    unit = place.key("span")
    shift = int(place.key("shift") or 0)
    if unit is None or _is_only_a_unit(place):
        return None
    if shift and place.word_before() in place.guarded("owners") and place.after(4) == " of ":
        return None  # "her last year of school"
    mod = EDGES.get((place.groups.get("edge") or "").lower())
    if place.published is None:
        return Reading(value=None, mod=mod)
    if unit == "weekend":
        return Reading(value=_weekend(place, shift), mod=mod)
    when = timex.add(place.published, shift, unit)
    return Reading(value=timex.at_grain(when, unit) if when else None, mod=mod)


def read_the_weekend(place: Place) -> Reading | None:
    """over the weekend: the last one, or the one ahead"""
    leads = place.guarded("period_leads") | place.guarded("weekend_leads") | {"at", "on"}
    if place.key("span") != "weekend" or place.word_before() not in leads:
        return None
    return Reading(value=_weekend(place, 0) if place.published else None)


def _is_only_a_unit(place: Place) -> bool:
    """ "past year" without an article and "this century" are fine; "last quarter" of a match is not a date."""
    return place.key("span") == "quarter" and not is_business(place)


def _weekend(place: Place, shift: int) -> str:
    """The weekend meant: "this" one is the last until Wednesday, unless the tense looks ahead."""
    today = place.published
    assert today is not None
    weekday = today.isoweekday()
    monday = today - timedelta(days=weekday - 1)
    if shift:
        weeks = shift if shift > 0 or weekday < 6 else -1
        if shift > 0 and weekday < 6 and (place.groups.get("shift") or "").lower() != "next":
            weeks = 0
    else:
        tense = place.tense()
        weeks = 0 if weekday >= 6 or tense == "future" or (tense is None and weekday >= 3) else -1
    return timex.week(monday + timedelta(days=7 * weeks)) + "-WE"


def read_stepped_span(place: Place) -> Reading | None:
    """the previous week · the following day: counted from the last date that the text named"""
    step = int(place.key("step") or 0)
    if part := place.key("part"):
        if step == 0:
            return None
        named = place.named_for("day")
        when = timex.add(named, step, "day") if named else None
        return Reading(value=f"{timex.day(when)}T{part}" if when else None)
    unit = "day" if place.groups.get("stepday") else place.key("span")
    is_next = (place.groups["step"] or "").lower() == "next"
    if unit is None or (step == 0 and unit == "day"):
        return None
    if is_next and unit != "day" and (place.tense() != "past" or not _HEADS.search(place.before(4))):
        return None  # "over the next year"; of the past only as in "The next year, he left"
    named = place.named_for(unit)
    when = timex.add(named, step, unit) if named else None
    return Reading(value=timex.at_grain(when, unit) if when else None)


def read_same_span(place: Place) -> Reading | None:
    """the same week last year: a year from the one that the text has named, or a week from that of the publication"""
    unit = place.key("span")
    if unit is None or place.key("step") != "0" or unit == "year":
        return None
    base = place.named_for(unit) or (place.published if unit in ("week", "weekend") else None)
    when = timex.add(base, int(place.key("shift") or 0), "year") if base else None
    return Reading(value=timex.at_grain(when, unit)) if when else None


def read_beside(place: Place) -> Reading | None:
    """the day before: counted from the last date that the text named; not "the day before the vote" """
    unit = place.key("unit")
    if unit is None or not re.match(r"\s?(?:[,.;:)—–!?]|$|and\b|but\b)", place.after(6)):
        return None
    named = place.named_for(unit)
    when = timex.add(named, int(place.key("beside") or 0), unit) if named else None
    return Reading(value=timex.at_grain(when, unit) if when else None)


def read_that_span(place: Place) -> Reading | None:
    """earlier that night · that year: of the last date that the text named"""
    unit = place.key("span")
    if unit is None:
        return Reading(value=timex.part_of_day(place.key("part") or "")) if place.groups.get("earlier") else None
    if place.word_before() in ("of", "than") or place.after(6).lstrip()[:4] in ("that", "when"):
        return None
    named = place.named_for(unit)
    return Reading(value=timex.at_grain(named, unit) if named else None)


def read_year_to_date(place: Place) -> Reading | None:
    """year to date: 1 January up to the day of publication"""
    today = place.published
    return Reading(value=f"{today.year:04}-01-01/{timex.day(today)}" if today else None)
