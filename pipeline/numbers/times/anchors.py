"""What anchors a date: the numbers of its names, the year it states, and the year meant where it states none."""

from calendar import monthrange
from datetime import date

from pipeline.lexicon.calendar import fold, months, weekdays
from pipeline.numbers.times import timex
from pipeline.numbers.times.reading import Place

EDGES = dict.fromkeys(("beginning", "start", "turn", "earlier", "early"), "START") | {"middle": "MID"}
EDGES |= dict.fromkeys(("end", "close", "later", "late"), "END")
_OVER_DAYS = 45  # a date that is over for no longer is not the one of a year later, whatever the tense
_AHEAD_DAYS = 60
_NEAR_AHEAD_DAYS = 40
_BRACKETS_AHEAD_DAYS = 92
_STORY_DAYS = 45  # how far a story goes on from a day of another year without a year
_OLD_DAYS = 300
_LONG_AGO_DAYS = 200
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
    """The year of a date that states none: that of the month just dated, of the list or the story, else by tense."""
    today = place.published
    if today is None:
        return None
    tense = place.tense()
    if named := _year_of_month_named(place, month, tense):
        return named
    if tense is None and (year := _year_of_list(place, month, day)):
        return year
    first = date(today.year, month, min(day or 1, monthrange(today.year, month)[1]))
    if tense == "future":
        end = first if day else timex.add_months(first, 1)
        over = (today - end).days
        if (
            place.language.ages is not None
            and first > today
            and (today - timex.add_months(end, -12)).days <= _OVER_DAYS
        ):
            return today.year - 1  # "Mitte Dezember" in January, where a present tense only may look ahead
        return today.year + 1 if over > _OVER_DAYS else today.year
    ahead = (first - today).days
    if 0 < ahead <= _most_days_ahead(place, day, tense):
        return today.year
    if day and not -_AHEAD_DAYS <= ahead <= 0 and (year := _year_of_story(place, month, day)):
        return year
    return today.year if ahead <= 0 else today.year - 1


def _year_of_month_named(place: Place, month: int, tense: str | None) -> int | None:
    """The year of the month that the text is about already, unless it is over and a verb looks ahead."""
    named, today = place.named, place.published
    if named is None or today is None or named.month != month or abs(named.year - today.year) > 1:
        return None
    if named <= today and place.named_days > timex.most_days("month"):
        return None  # "last year" names no January
    return None if tense == "future" and (today - named).days > _LONG_AGO_DAYS else named.year


def _most_days_ahead(place: Place, day: int | None, tense: str | None) -> int:
    """How far a date may lie ahead that no verb puts there: one of eleven months ago would bear its year."""
    if not day:
        return 31 if tense is None else 0
    if place.is_in_brackets():
        return _BRACKETS_AHEAD_DAYS
    return _AHEAD_DAYS if tense is None else _NEAR_AHEAD_DAYS


def _year_of_story(place: Place, month: int, day: int) -> int | None:
    """The year of a day that goes on from one that the text has just dated to an earlier year."""
    named, today = place.named, place.published
    if named is None or today is None or place.named_days > 31 or (today - named).days < _OLD_DAYS:
        return None
    for year in (named.year, named.year + 1):
        if valid(year, month, day) and 0 <= (date(year, month, day) - named).days <= _STORY_DAYS:
            return year
    return None


def _year_of_list(place: Place, month: int, day: int | None) -> int | None:
    """The year of an entry without a verb: that of the same month before, or what keeps a list in order."""
    if not place.is_line_head():
        return None
    if month in place.months:
        return place.months[month]
    named, today = place.named, place.published
    if today is not None and day is not None and valid(today.year, month, day) and place.is_scheduled():
        return today.year + (date(today.year, month, day) < today)
    if named is None or day is None:
        return None
    for year in (named.year, named.year + 1):
        if valid(year, month, day) and 0 <= (date(year, month, day) - named).days <= _LIST_GAP_DAYS:
            return year
    return None


def part_of_day(place: Place) -> str:
    """TNI for "Monday night"; "" where no part is named."""
    key = place.key("part") or place.key("part2")
    return f"T{key}" if key else ""
