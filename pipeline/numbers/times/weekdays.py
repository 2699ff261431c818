"""Readers of weekdays: the nearest one, unless a verb, a word or the weekday before says which."""

import re
from datetime import date, timedelta

from pipeline.numbers.times import timex
from pipeline.numbers.times.anchors import part_of_day, weekday_number
from pipeline.numbers.times.reading import Place, Reading, number_of

_TOO_NEAR_DAYS = 2  # "last Tuesday" of a Thursday is not two days ago
_NEXT_DAYS = 3
_AND_THEN = re.compile(r"\s(?:and|or|and/or|into|or on|and on)\s")
_ON_A = re.compile(r"\b[Oo]n an?\s(?:\w+day,?\s(?:or\s|and\s)?)*$")
_NO_NOUN = re.compile(r"\s?(?:[.,;:!?)”]|$|(?:in|at|on|when|and|or|as|after|before|to|for|that|with|because|if)\b)")


def read_weekday(place: Place) -> Reading | None:
    """Monday · last Thursday · Monday night · Friday of last week"""
    weekday = weekday_number(place)
    if weekday is None or not _is_weekday(place):
        return None
    today = place.published
    if today is None or _is_any_weekday(place):
        return Reading(value=timex.weekday(weekday) + part_of_day(place))
    back = (today.isoweekday() - weekday) % 7
    shift = place.key("shift")
    if shift is not None and (place.groups.get("span") or "week" in place.text[place.start : place.end].lower()):
        monday = today - timedelta(days=today.isoweekday() - 1)
        when = monday + timedelta(days=7 * int(shift) + weekday - 1)
    elif shift is not None and int(shift) < 0:
        is_far = (place.groups["shift"] or "").lower() in place.guarded("weekday_of_last_week")
        when = today - timedelta(days=back + 7 if back <= (_TOO_NEAR_DAYS if is_far else 0) else back)
    elif (beside := _weekday_beside(place, weekday)) or (beside := _weekday_after(place, weekday, today)):
        when = beside
    elif (shift is not None and int(shift) > 0) or place.weekday_tense(back) == "future":
        when = today + timedelta(days=-back % 7 or (7 if shift and int(shift) > 0 else 0))
    else:
        when = today - timedelta(days=back)
    return Reading(value=timex.day(when) + part_of_day(place))


def _weekday_beside(place: Place, weekday: int) -> date | None:
    """ "Friday and Saturday": the second is the first one behind the first"""
    if place.named is None or place.named_days != 1 or place.groups.get("shift"):
        return None
    if not _AND_THEN.fullmatch(place.text, place.named_end, place.start):
        return None
    return place.named + timedelta(days=(weekday - place.named.isoweekday()) % 7)


def _weekday_after(place: Place, weekday: int, today: date) -> date | None:
    """The first one behind a day ahead that the sentence has named, where no verb says otherwise."""
    named = place.named
    if named is None or named <= today or place.named_days != 1 or place.named_end < place.sentence_start:
        return None
    if place.groups.get("shift") or place.tense_in_clause() == "past":
        return None
    days = (weekday - named.isoweekday()) % 7
    return named + timedelta(days=days) if days <= _NEXT_DAYS else None


def _is_any_weekday(place: Place) -> bool:
    """ "on a Tuesday", "any Monday": no day of the calendar, but "in a Tuesday report" is one"""
    if place.word_before() in place.guarded("any_leads"):
        return True
    return bool(_ON_A.search(place.before(40))) and bool(_NO_NOUN.match(place.after(10)))


def _is_weekday(place: Place) -> bool:
    if place.word_before() in {w.lower() for w in place.guarded("before_weekday")}:
        return False
    following = place.after(20).lstrip(" \u00a0")
    return not following.startswith(tuple(place.guarded("after_weekday")))


def read_weekdays_ago(place: Place) -> Reading | None:
    """two Saturdays ago"""
    weekday, number, today = weekday_number(place), number_of(place.groups["n"] or "", place.language), place.published
    if not weekday or not number or number != int(number) or number > 99:
        return None
    back = (today.isoweekday() - weekday) % 7 or 7 if today else 0
    when = today - timedelta(days=back + 7 * (int(number) - 1)) if today else None
    return Reading(value=timex.day(when) if when else timex.weekday(weekday))


def read_weekday_set(place: Place) -> Reading | None:
    """every Monday · on Sundays"""
    weekday = weekday_number(place)
    return Reading(value=timex.weekday(weekday), type="SET", subkind="set") if weekday and _is_weekday(place) else None


def read_weekday_range(place: Place) -> Reading | None:
    """Monday to Friday"""
    first, last = weekday_number(place), weekday_number(place, "weekday2")
    if not first or not last or first == last:
        return None
    today = place.published
    if today is None:
        return Reading(value=f"{timex.weekday(first)}/{timex.weekday(last)}")
    if place.tense() == "future":
        start = today + timedelta(days=(first - today.isoweekday()) % 7)
    else:
        end = today - timedelta(days=(today.isoweekday() - last) % 7)
        start = end - timedelta(days=(last - first) % 7)
    return Reading(value=f"{timex.day(start)}/{timex.day(start + timedelta(days=(last - first) % 7))}")
