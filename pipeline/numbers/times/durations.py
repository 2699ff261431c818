"""Readers of durations, and of dates and periods counted in units: "two weeks ago", "the past two years"."""

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from pipeline.numbers.mention import Subkind
from pipeline.numbers.times import timex
from pipeline.numbers.times.anchors import year_of
from pipeline.numbers.times.reading import Place, Reading, number_of
from pipeline.numbers.times.seasons import is_business

_ONE = Decimal(1)
_SUBJECT = re.compile(r"\s(?:has|had)\b")
_LONG_NUMBERED = frozenset(("-", "to", "or", "several", "many"))  # "a two-week-long strike" has its own rule
_HALF = Decimal("0.5")
_OPEN = re.compile(r"\sor (?:so|more|longer|less)\b")
_FROM_ANOTHER = ("previous", "preceding", "following")  # than the day of publication
MOVED_FROM = re.compile(
    r"\b(?:increas|rais|extend|lengthen|shorten|reduc|cut|rose|ris|grew|grow|fell|fall|drop|go(?=\s|es\s|ing\s|ne\s)|went|mov|chang|slash|doubl|"
    r"expand|lift|jump|bring|brought|push|slip|improv|declin|decreas)\w*\s(?:[\w'’-]+\s){0,6}from\s$",
    re.IGNORECASE,
)
_RATED = re.compile(
    r"(?:\b(?:once|twice|times|days|hours|nights|thousand|million|billion)|\d[\w.,%]*)\s$", re.IGNORECASE
)


def number_in(place: Place, group: str = "n") -> Decimal | None:
    word = place.groups.get(group)
    return number_of(word, place.language) if word else None


def unit_in(place: Place, *groups: str) -> tuple[str, str] | None:
    """The unit and the word it was written with."""
    for group in groups:
        if unit := place.key(group):
            return unit, place.groups[group] or ""
    return None


def numbers_span(place: Place) -> tuple[int, int] | None:
    spans = [place.spans[g] for g in ("n", "n2", "vague") if place.groups.get(g)]
    return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else None


def counted(
    place: Place, number: Decimal, unit: tuple[str, str], subkind: Subkind = "duration", value: str | None = None
) -> Reading:
    number_max = number_in(place, "n2")
    written = timex.duration(number, unit[0])
    if number_max is not None:
        written = f"{written}/{timex.duration(number_max, unit[0])}"
    return Reading(
        value=value or written,
        type="DURATION",
        subkind=subkind,
        number=number,
        number_max=number_max,
        unit=unit[0],
        unit_text=unit[1],
        span=numbers_span(place),
    )


_NOT_FOR = re.compile(r"\b(?:not|never|n't) for $", re.IGNORECASE)


def read_duration(place: Place) -> Reading | None:
    """five years · two or three weeks · a nine-month course"""
    number, unit = number_in(place), unit_in(place, "plural", "single", "unit", "led", "lasting", "years")
    if not number or unit is None or is_age(place) or unit[0] == "quarter" or _is_rank(place, unit[1]):
        return None
    if place.groups.get("n2") and ((number_in(place, "n2") or number) <= number or MOVED_FROM.search(place.before(64))):
        return None  # "raised from 12 to 16 weeks" are two
    return counted(place, number, unit)


def read_duration_plus(place: Place) -> Reading | None:
    """60-plus years · 20+ years: at least as many"""
    reading = read_duration(place)
    return replace(reading, is_least=True) if reading else None


def read_led_duration(place: Place) -> Reading | None:
    """pendant cinq ans: a unit that also tells ages, where a word that measures stands before"""
    lead = place.word_before()
    if _is_followed(place):
        return read_duration(place)
    bounded = any(bound.pattern.search(place.before(32)) for bound in place.language.bounds)
    return read_duration(place) if bounded or lead in place.guarded("hour_leads") else None


def _is_followed(place: Place) -> bool:
    """Whether what lasts stands behind: "un an de prison" """
    return place.after(24).lstrip().startswith(tuple(place.guarded("duration_followers")))


def _is_rank(place: Place, unit: str) -> bool:
    """Whether "second" ranks: "5,218 second-hand deals", "two second-class stamps"."""
    return unit == "second" and bool(re.match(r"-(?!long\b|half\b)[a-z]", place.after(6)))


def is_age(place: Place) -> bool:
    ages, numbers = place.language.ages, numbers_span(place)
    if ages is not None and numbers is not None:
        if place.language.number_head.search(place.before(20)):
            return True  # the "neuf" of "dix-neuf ans", whose whole is an age
        unit = unit_in(place, "plural", "single", "unit", "led")
        span = (numbers[0], place.end)
        return ages.surrounds(place.text, span, (place.sentence_start, place.sentence_end), unit[0] if unit else "")
    return place.word_before() in ("aged", "age", "ages") or bool(re.match(r"[-\s]+old\b", place.after(6)))


def read_duration_one(place: Place) -> Reading | None:
    """one year · one hour; "one day" is once upon a time unless something counts"""
    unit = unit_in(place, "single")
    if unit is None or (unit[0] in ("day", "night") and place.word_before() not in place.guarded("day_leads")):
        return None
    if unit[0] in ("second", "minute") and _NOT_FOR.search(place.before(16)):
        return None  # "not for one second"
    return replace(counted(place, _ONE, unit), span=place.spans["one"])


def read_duration_long(place: Place) -> Reading | None:
    """a week-long strike · the month-long search"""
    unit = unit_in(place, "single")
    return counted(place, _ONE, unit) if unit is not None and place.word_before() not in _LONG_NUMBERED else None


def read_duration_article(place: Place) -> Reading | None:
    """for a year · more than a decade; "a week" alone is a rate ("$50 a week")"""
    unit = unit_in(place, "single")
    lead = place.word_before()
    led = lead in place.guarded("hour_leads") or _is_followed(place)
    if unit is not None and _OPEN.match(place.after(10)) and not _RATED.search(place.before(24)):
        return counted(place, _ONE, unit)
    if unit is None or not led or unit[0] in ("second", "day", "night", "minute"):
        return None
    if re.match(r"\s+[a-z]", place.after(4)) and unit[0] == "century" and lead == "to":
        return None
    return counted(place, _ONE, unit)


def read_duration_from_event(place: Place) -> Reading | None:
    """a year after the vote · a day before he left; "twice a day after meals" is a rate"""
    unit = unit_in(place, "single")
    if unit is None or unit[0] in ("second", "night") or _RATED.search(place.before(24)):
        return None
    return counted(place, _ONE, unit)


def read_duration_half(place: Place) -> Reading | None:
    """half an hour · half a century"""
    unit = unit_in(place, "single")
    if unit is None or unit[0] in ("second", "day", "night", "week"):
        return None
    reading = counted(place, _HALF, unit)
    value = {"hour": "PT30M", "year": "P6M", "decade": "P5Y", "century": "P50Y"}.get(unit[0])
    return replace(reading, value=value or reading.value, span=place.spans["fraction"])


def read_duration_and_half(place: Place) -> Reading | None:
    """two and a half years · a year and a half"""
    number, unit = number_in(place) if place.groups.get("n") else _ONE, unit_in(place, "unit", "unit2")
    if number is None or unit is None:
        return None
    reading = counted(place, number + _HALF, unit)
    start, end = place.spans["n"] if place.groups.get("n") else (place.start, place.start)
    words = place.text[end : place.spans["unit"][0]] if place.groups.get("unit") else ""
    if "half" not in words.lower():
        return reading
    return replace(reading, span=(start, end + len(words.rstrip(" -\u00a0\n"))))


def read_vague_duration(place: Place) -> Reading | None:
    """hundreds of years: at least 200"""
    least, unit = place.key("vague"), unit_in(place, "plural")
    if least is None or unit is None:
        return None
    return Reading(
        value=None,
        type="DURATION",
        subkind="duration",
        number=Decimal(least),
        number_open=True,
        unit=unit[0],
        unit_text=unit[1],
        span=place.spans["vague"],
    )


def read_period(place: Place) -> Reading | None:
    """the past two weeks · the next three to five years · the past week: days counted from the publication"""
    number, unit = (number_in(place) if place.groups.get("n") else _ONE), unit_in(place, "plural", "single", "led")
    if number is None or unit is None:
        return None
    way = (place.groups.get("way") or "").lower()
    if way == "last" and place.groups.get("n") and place.word_before() in place.guarded("last_leads"):
        return counted(place, number, unit)  # "will last two weeks"
    is_led = bool(place.groups.get("n")) or place.word_before() in place.guarded("period_leads")
    is_led = is_led or _SUBJECT.match(place.after(6)) is not None  # "The last decade has shown"
    is_led = is_led or _OPEN.match(place.after(10)) is not None
    if way in ("last", "next") and not is_led:
        return None  # "the last week of May"; without an article it is a date: "last week"
    ahead = way in ("next", "coming", "following") or int(place.key("shift") or 0) > 0
    if way == "next" and unit[0] in ("day", "night") and not place.groups.get("n"):
        return None
    return _stretch(place, number, unit, ahead)


def _stretch(place: Place, number: Decimal, unit: tuple[str, str], ahead: bool) -> Reading:
    """The days from the publication back, or ahead, where the words count from it."""
    longest, today = number_in(place, "n2") or number, place.published
    is_whole = longest == int(longest) and (place.groups.get("way") or "").lower() not in _FROM_ANOTHER
    there = timex.add(today, int(longest) * (1 if ahead else -1), unit[0]) if today and is_whole else None
    if there is None or today is None:
        return counted(place, number, unit, "period")
    first, last = sorted((today, there))
    return counted(place, number, unit, "period", value=f"{timex.day(first)}/{timex.day(last)}")


def read_period_of_quarters(place: Place) -> Reading | None:
    """the past four quarters, of a firm and not of a match"""
    number = number_in(place)
    if number is None or number < 1 or not is_business(place):
        return None
    ahead = (place.groups["way"] or "").lower() in ("next", "coming", "following")
    return _stretch(place, number, ("quarter", place.groups["quarters"] or ""), ahead)


def read_period_of_year(place: Place) -> Reading | None:
    """the first nine months of 2019: 2019-01/2019-09"""
    number, unit = number_in(place), unit_in(place, "plural")
    if number is None or unit is None or number != int(number) or number < 1:
        return None
    year = year_of(place) or (place.published.year if place.published else None)
    is_first = (place.groups["way"] or "").lower() == "first"
    if year is not None and unit[0] in ("day", "week") and number < 50:
        return counted(place, number, unit, "period", value=_days_of_year(year, int(number), unit[0], is_first))
    if year is None or unit[0] != "month" or number > 12:
        return counted(place, number, unit, "period")
    months = int(number)
    first = 1 if is_first else 13 - months
    span = f"{timex.month(year, first)}/{timex.month(year, first + months - 1)}"
    return counted(place, number, unit, "period", value=span)


def _days_of_year(year: int, count: int, unit: str, is_first: bool) -> str:
    """The first or the last days or weeks of a year: 2019-12-20/2019-12-31"""
    days = timedelta(days=count * (7 if unit == "week" else 1) - 1)
    first, last = date(year, 1, 1), date(year, 12, 31)
    first, last = (first, first + days) if is_first else (last - days, last)
    return f"{timex.day(first)}/{timex.day(last)}"


def read_ago(place: Place) -> Reading | None:
    """three days ago · a year ago · two weeks from now: the day, week, month or year that lies there"""
    number = number_in(place) if place.groups.get("n") else _ONE
    unit = unit_in(place, "plural", "single", "unit", "led")
    if number is None or unit is None:
        return None
    way = int(place.key("back") or place.key("ahead") or -1)
    reading = _shifted(place, number, unit, way, place.published is not None)
    return replace(reading, mod=place.key("hedge")) if place.groups.get("hedge") else reading


def _shifted(place: Place, number: Decimal, unit: tuple[str, str], way: int, known: bool) -> Reading:
    value = None
    if known and place.published and number == int(number):
        when = timex.add(place.published, way * int(number), unit[0])
        value = timex.at_grain(when, unit[0]) if when else None
    return Reading(value=value, number=number, unit=unit[0], unit_text=unit[1])


def read_turn(place: Place) -> Reading | None:
    """two days later · a year earlier: counted from the last date that the text named, else as long as it says"""
    number = number_in(place) if place.groups.get("n") else _ONE
    unit = unit_in(place, "unit")
    if number is None or unit is None or re.match(r"\s+(?:than|this|that)\b", place.after(6)):
        return None
    if not place.groups.get("n") and place.before(4).endswith(" of "):
        return None  # "a quarter of a century later"
    named = place.named_for(unit[0])
    when = timex.add(named, int(place.key("turn") or 0) * int(number), unit[0]) if named else None
    if when is None and place.groups.get("n"):
        return counted(place, number, unit)
    return Reading(
        value=timex.at_grain(when, unit[0]) if when else None, number=number, unit=unit[0], unit_text=unit[1]
    )


def read_in_time(place: Place) -> Reading | None:
    """in seven days' time"""
    number, unit = number_in(place), unit_in(place, "plural")
    return _shifted(place, number, unit, 1, place.published is not None) if number is not None and unit else None


def read_set_of_units(place: Place) -> Reading | None:
    """every two years: a set, and the two years between are a quantity"""
    number, unit = number_in(place), unit_in(place, "plural")
    return replace(counted(place, number, unit), type="SET") if number and unit else None
