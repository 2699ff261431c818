"""Readers of days by a word: "today", "last night", "overnight"."""

import re
from datetime import timedelta

from pipeline.numbers.times import timex
from pipeline.numbers.times.anchors import part_of_day
from pipeline.numbers.times.reading import Place, Reading
from pipeline.numbers.times.weekdays import read_weekday


def read_day_word(place: Place) -> Reading | None:
    """today · yesterday · tomorrow morning; not a name: "Russia Today" """
    if place.word_before() in place.guarded("before_dayword"):
        return None  # "la mañana"
    if place.text[place.start].isupper() and place.before(2).strip("\"'“‘*_ (")[-1:].isalpha():
        return None
    return _day_from_today(place, int(place.key("dayword") or 0), part_of_day(place))


def read_tonight(place: Place) -> Reading | None:
    """tonight"""
    return _day_from_today(place, 0, "TNI")


def read_this_part(place: Place) -> Reading | None:
    """this morning; not a show: "CBS This Morning" """
    if (place.groups["part"] or "x")[0].isupper() and place.before(2).strip():
        return None
    return _day_from_today(place, 0, f"T{place.key('part')}")


def read_last_part(place: Place) -> Reading | None:
    """last night; "last evening" too"""
    if (place.groups["part"] or "x")[0].isupper() and place.before(2).strip():
        return None
    return _day_from_today(place, -1, f"T{place.key('part')}")


def read_dawn(place: Place) -> Reading | None:
    """dawn on Monday · dusk yesterday · since dawn, of this day"""
    if place.groups.get("weekday"):
        read = read_weekday(place)
        return Reading(value=f"{read.value}T{place.key('dawn')}", type="TIME") if read else None
    return _day_from_today(place, int(place.key("dayword") or 0), f"T{place.key('dawn')}")


def read_overnight(place: Place) -> Reading | None:
    """overnight, as an adverb: the night before the publication, or the one ahead; not "an overnight stay" """
    if place.word_before() in ("an", "the", "his", "her", "its", "their", "and", "of"):
        return None
    if not re.match(
        r"\s*(?:[.,;:)]|$|(?:on|in|into|to|by|as|after|and|at|with|from|while|when|for|near)\b)", place.after(12)
    ):
        return None
    return _day_from_today(place, 0 if place.tense() == "future" else -1, "TNI")


def _day_from_today(place: Place, days: int, part: str) -> Reading:
    when = place.published + timedelta(days=days) if place.published else None
    return Reading(value=timex.day(when) + part if when else None, type="TIME" if part else "DATE")
