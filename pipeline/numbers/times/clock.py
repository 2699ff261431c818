"""Readers of clock times: "4:30 a.m.", "16:30 GMT", "noon". Without a day they are T04:30."""

import re
from datetime import timedelta

from pipeline.numbers.times import timex
from pipeline.numbers.times.anchors import month_number, weekday_number
from pipeline.numbers.times.dates import read_date
from pipeline.numbers.times.reading import Place, Reading, number_of

_STAMP = re.compile(r"^(?:[01]?\d|2[0-3])[:.][0-5]\d(?:$|\s[A-Z\"“‘'(\[])", re.MULTILINE)
_STATES = re.compile(r" [^\n]{0,400}?[.!?:](?!\S)")
_STAMPS_REACH = 3000  # characters within which another entry of a live report is looked for
_TWO_DIGITS = 2
_OFF = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_LAST_OF_THE_NIGHT = 6  # "three o'clock at night" is before the morning, "ten" before midnight


def _time(hour: int, minute: str | None, ampm: str | None) -> str | None:
    """T04:30 of the parts; None where there is no such time."""
    if ampm:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if ampm[0] in "pP" else 0)
    return f"T{hour:02}:{minute or '00'}" if hour <= 24 else None


def read_clock(place: Place) -> Reading | None:
    """4:30 a.m. · 9 a.m. Tuesday · 16:30 GMT"""
    time = _time(int(place.groups["hour"] or 0), place.groups.get("minute"), place.groups.get("ampm"))
    if time is None:
        return None
    return Reading(value=(_day(place) or "") + time, type="TIME", subkind="clock")


def _day(place: Place) -> str | None:
    if month_number(place):
        dated = read_date(place)
        day = (dated.value or "").split("T")[0] if dated else ""
        return day if day and "X" not in day else None
    weekday = weekday_number(place)
    today = place.published
    if weekday is None or today is None:
        return None
    ahead = (weekday - today.isoweekday()) % 7
    is_ahead = place.tense() != "past"  # without a verb it is a fixture
    return timex.day(today + timedelta(days=ahead if is_ahead else ahead - 7 if ahead else 0))


def read_bare_clock(place: Place) -> Reading | None:
    """at 16:30; not a score or a running time"""
    return read_clock(place) if place.word_before() in place.guarded("clock_leads") else None


def read_clock_stamp(place: Place) -> Reading | None:
    """14:32 at the head of a line, as a live report stamps its entries; "9.40 Trains stop." only among others"""
    has_colon = place.text[place.spans["hour"][1]] == ":"
    if has_colon and len(place.groups["hour"] or "") == _TWO_DIGITS:
        return read_clock(place)
    if not has_colon and not _STATES.match(place.text, place.end):
        return None  # a price, the number of a chapter
    near = (
        place.text[max(0, place.start - _STAMPS_REACH) : place.start],
        place.text[place.end : place.end + _STAMPS_REACH],
    )
    return read_clock(place) if any(map(_STAMP.search, near)) else None


def read_part_clock(place: Place) -> Reading | None:
    """until two in the morning; not "killed two in the morning" """
    return read_oclock(place) if place.word_before() in place.guarded("part_clock_leads") else None


def read_hours_clock(place: Place) -> Reading | None:
    """at 1730 hrs; not "a course of 1200 hours" """
    return read_clock(place) if place.word_before() in place.guarded("hours_clock_leads") else None


def read_clock_range(place: Place) -> Reading | None:
    """9-11 a.m. · between 9 a.m. and 5 p.m."""
    hour, hour2 = int(place.groups["hour"] or 0), int(place.groups["hour2"] or 0)
    ampm = place.groups.get("ampm2") or place.groups.get("ampm") or ""
    end = _time(hour2, place.groups.get("minute2"), ampm)
    shared = "am" if hour > hour2 and hour != 12 and ampm[:1] in ("p", "P") else ampm
    first_ampm = (place.groups.get("ampm") or shared) if "ampm2" in place.groups else shared
    start = _time(hour, place.groups.get("minute"), first_ampm)
    return Reading(value=f"{start}/{end}", type="TIME", subkind="clock") if start and end else None


def read_oclock(place: Place) -> Reading | None:
    """five o'clock in the morning"""
    number = number_of(place.groups["n"] or "", place.language)
    part = place.key("part")
    if number is None or number != int(number) or not 1 <= number <= 12:
        return None
    late = part in ("AF", "EV") or (part == "NI" and number > _LAST_OF_THE_NIGHT)
    hour = int(number) + (12 if late and number < 12 else 0)
    if place.groups.get("halfto"):  # "halb neun" is 8:30
        if place.word_before() not in place.guarded("clock_leads"):
            return None
        return Reading(value=f"T{(hour - 1) % 24:02}:30", type="TIME", subkind="clock")
    minute = {"half": "30", "quarter": "15"}.get(place.key("minutes") or "", "00")
    return Reading(value=f"T{hour:02}:{minute}", type="TIME", subkind="clock")


def read_past_clock(place: Place) -> Reading | None:
    """half past six · at a quarter to five · by ten past nine in the evening; not "raised it by ten to nine" """
    number, off = number_of(place.groups["n"] or "", place.language), (place.groups["off"] or "").lower()
    past = place.groups["way"] == "past"
    if number is None or number != int(number) or not 1 <= number <= 12 or (off == "half" and not past):
        return None
    sure = past and off in ("half", "quarter")
    if (
        not sure
        and not (past and (place.word_before() == "by" or place.groups.get("part")))
        and place.word_before() not in ("at", "until", "since", "around", "about", "before", "after")
    ):
        return None
    part = place.key("part")
    late = part in ("AF", "EV") or (part == "NI" and number > _LAST_OF_THE_NIGHT)
    minutes = (int(number) + (12 if late and number < 12 else 0)) * 60 + (_OFF[off] if past else -_OFF[off])
    return Reading(value=f"T{minutes // 60:02}:{minutes % 60:02}", type="TIME", subkind="clock")


def read_noon(place: Place) -> Reading | None:
    """at noon · by midnight"""
    return (
        Reading(value=f"T{place.key('noon')}", type="TIME", subkind="clock")
        if (place.word_before() in place.guarded("clock_leads") or place.word_before() in ("past", "shortly", "just"))
        else None
    )
