"""Readers of days, months, years and their kin: groups of a rule -> a `Reading`, or None where it is no time."""

import re
from calendar import monthrange
from datetime import date, timedelta

from pipeline.lexicon.calendar import fold, months, weekdays
from pipeline.numbers.times import timex
from pipeline.numbers.times.reading import Place, Reading

_ON_A = re.compile(r"\b[Oo]n an?\s(?:\w+day,?\s(?:or\s|and\s)?)*$")
_NO_NOUN = re.compile(r"\s?(?:[.,;:!?)”]|$|(?:in|at|on|when|and|or|as|after|before|to|for|that|with|because|if)\b)")
_FIXED = re.compile(r"\d\d-\d\d$")
_FROM_EASTER = re.compile(r"easter([+-]\d+)$")
_OVER_DAYS = 45  # a date that is over for no longer is not the one of a year later, whatever the tense
_AHEAD_DAYS = 60
_BRACKETS_AHEAD_DAYS = 92
_HOLIDAY_DAYS = 14  # how long "Labor Day" is still the one just gone by, whatever the tense
_LIST_GAP_DAYS = 130  # the longest step between two entries of a list of dates


def month_number(place: Place, group: str = "month") -> int | None:
    """1 to 12 for the month named in a group."""
    word = place.groups.get(group)
    return next(iter(months().get(fold(word), {}).values()), None) if word else None


def weekday_number(place: Place, group: str = "weekday") -> int | None:
    """1 (Monday) to 7 for the weekday named in a group."""
    word = place.groups.get(group)
    return next(iter(weekdays().get(fold(word), {}).values()), None) if word else None


def year_of(place: Place) -> int | None:
    """The year that the match itself states: a number, or "of last year"."""
    if year := place.groups.get("year"):
        number = int(year)
        return number if len(year) == 4 else 2000 + number if number < 70 else 1900 + number
    shift = place.key("shift")
    return place.published.year + int(shift) if shift is not None and place.published else None


def valid(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether such a day can be; an unknown year may be a leap year."""
    if not month or not day:
        return False
    return day <= monthrange(year or 2000, month)[1]


def nearest_year(place: Place, month: int, day: int | None = None) -> int | None:
    """The year of a date that states none: the nearest past one, unless the tense says otherwise.

    A day that would lie a few weeks ahead is taken as such when no verb says that it is past.
    """
    today = place.published
    if today is None:
        return None
    if place.named and place.named.month == month and abs(place.named.year - today.year) <= 1:
        return place.named.year  # the text is about that month already
    tense = place.tense()
    if tense is None and (year := _year_of_list(place, month, day)):
        return year
    first = date(today.year, month, min(day or 1, monthrange(today.year, month)[1]))
    begun = first <= today
    if tense == "future":
        over = (today - (first if day else timex.add_months(first, 1))).days
        return today.year + 1 if over > _OVER_DAYS else today.year
    ahead = (first - today).days
    if not begun and tense is None and ahead <= (_AHEAD_DAYS if day else 31):
        return today.year
    if not begun and day and ahead <= _BRACKETS_AHEAD_DAYS and place.is_in_brackets():
        return today.year
    return today.year if begun else today.year - 1


def _year_of_list(place: Place, month: int, day: int | None) -> int | None:
    """The year of an entry without a verb: that of the same month before, or what keeps a list in order."""
    if not place.is_line_head():
        return None
    if month in place.months:
        return place.months[month]
    named = place.named
    if named is None or day is None:
        return None
    for year in (named.year, named.year + 1):
        if valid(year, month, day) and 0 <= (date(year, month, day) - named).days <= _LIST_GAP_DAYS:
            return year
    return None


def read_date(place: Place) -> Reading | None:
    """July 7, 2016 · 2 August · Tuesday, November 19"""
    month = month_number(place) or int(place.groups.get("monthnumber") or 0)
    day = int(place.groups["day"] or 0)
    year = year_of(place)
    if not valid(year, month, day) or month > 12:
        return None
    if year is None:
        year = _year_by_weekday(place, month, day) or nearest_year(place, month, day)
    value = f"{year:04}-{month:02}-{day:02}" if year and valid(year, month, day) else f"XXXX-{month:02}-{day:02}"
    if place.groups.get("hour"):
        return Reading(value=f"{value}T{place.groups['hour']}:{place.groups['minute']}", type="TIME", subkind="clock")
    return Reading(value=value + _part(place))


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
    year2 = year_of(place) or nearest_year(place, month, day)
    if not valid(year2, month, day) or not valid(year2, month2, day2):
        return None
    year = year2 - 1 if year2 and month > month2 else year2
    written = "XXXX" if year is None else f"{year:04}"
    written2 = "XXXX" if year2 is None else f"{year2:04}"
    return Reading(value=f"{written}-{month:02}-{day:02}/{written2}-{month2:02}-{day2:02}")


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
    return Reading(value=f"XXXX-{month:02}" if year is None else timex.month(year, month))


def _shifted_month_year(place: Place, month: int, shift: int) -> int | None:
    today = place.published
    if today is None:
        return None
    if (place.groups["shift"] or "").lower() + " year" in place.text[place.start : place.end].lower():
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
    if last_year is None:
        return Reading(value=f"XXXX-{first:02}/XXXX-{last:02}")
    first_year = last_year - (first > last)
    return Reading(value=f"{timex.month(first_year, first)}/{timex.month(last_year, last)}")


def read_reporting_quarter(place: Place) -> Reading | None:
    """the September quarter: the three months that end with it"""
    month = month_number(place)
    if not month or month % 3:
        return None
    year = year_of(place)
    if year is None and place.published:
        year = place.published.year - (month > place.published.month)
    return Reading(value=f"{year or 'XXXX'}-Q{month // 3}")


def read_weekday(place: Place) -> Reading | None:
    """Monday · last Thursday · Monday night · Friday of last week"""
    weekday = weekday_number(place)
    if weekday is None or not _is_weekday(place):
        return None
    today = place.published
    if today is None or _is_any_weekday(place):
        return Reading(value=f"XXXX-WXX-{weekday}{_part(place)}")
    back = (today.isoweekday() - weekday) % 7
    shift = place.key("shift")
    if shift is not None and "week" in place.text[place.start : place.end].lower():
        monday = today - timedelta(days=today.isoweekday() - 1)
        when = monday + timedelta(days=7 * int(shift) + weekday - 1)
    elif shift is not None and int(shift) < 0:
        when = today - timedelta(days=back or 7)
    elif (shift is not None and int(shift) > 0) or place.tense() == "future":
        when = today + timedelta(days=-back % 7 or (7 if shift else 0))
    else:
        when = today - timedelta(days=back)
    return Reading(value=timex.day(when) + _part(place))


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


def _part(place: Place) -> str:
    key = place.key("part")
    return f"T{key}" if key else ""


def read_weekday_set(place: Place) -> Reading | None:
    """every Monday · on Sundays"""
    weekday = weekday_number(place)
    return Reading(value=f"XXXX-WXX-{weekday}", type="SET", subkind="set") if weekday and _is_weekday(place) else None


def read_weekday_range(place: Place) -> Reading | None:
    """Monday to Friday"""
    first, last = weekday_number(place), weekday_number(place, "weekday2")
    if not first or not last or first == last:
        return None
    today = place.published
    if today is None:
        return Reading(value=f"XXXX-WXX-{first}/XXXX-WXX-{last}")
    if place.tense() == "future":
        start = today + timedelta(days=(first - today.isoweekday()) % 7)
    else:
        end = today - timedelta(days=(today.isoweekday() - last) % 7)
        start = end - timedelta(days=(last - first) % 7)
    return Reading(value=f"{timex.day(start)}/{timex.day(start + timedelta(days=(last - first) % 7))}")


def read_event(place: Place) -> Reading | None:
    """the September 11 attacks -> 2001-09-11"""
    for pattern, value in place.language.events:
        if pattern.match(place.text, place.start) and (
            not place.published or date.fromisoformat(value) <= place.published
        ):
            return Reading(value=value)
    return None


def read_holiday(place: Place) -> Reading | None:
    """Christmas Eve · Thanksgiving 2019"""
    key = place.language.holidays.get(" ".join((place.groups["holiday"] or "").split()))
    if key is None or not _is_holiday(place):
        return None
    year = year_of(place) or _holiday_year(place, key)
    return Reading(value=timex.day(_holiday_in(key, year)) if year else f"XXXX-{key}" if _FIXED.match(key) else None)


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
