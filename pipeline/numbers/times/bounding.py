"""What stands around a time and belongs to it: bound words before it, the day beside a clock time."""

import re
from datetime import date
from decimal import Decimal

from pipeline.numbers.mention import Mention, changed
from pipeline.numbers.times import timex
from pipeline.numbers.times.language import BoundWords
from pipeline.numbers.times.reading import Reading

_BOUNDABLE = ("year", "ago", "from-now", "turn", "month", "day-month", "decade", "fiscal")


def takes_bound(reading: Reading, rule: str) -> bool:
    """Whether "about", "more than" can stand before a time: not before "today", nor as "over the past two years"."""
    return reading.subkind in ("duration", "clock") or (reading.subkind == "date" and rule.startswith(_BOUNDABLE))


def bounded(mention: Mention, reading: Reading, bound: BoundWords | None) -> Mention:
    """The mention with its number and what the bound words allow."""
    number, most = reading.number, reading.number_max
    if number is not None and reading.number_open:
        return changed(mention, value_min=number, approximate=True)
    if bound is not None:
        mention = changed(mention, comparator=bound.comparator, approximate=bound.approximate, side=bound.side)
    if number is None:
        return mention
    if reading.is_least:
        return changed(mention, value=number, comparator=">=", value_min=number, timex_mod="EQUAL_OR_MORE")
    if reading.is_about:
        return changed(mention, value=number, approximate=True, side="above", value_min=number, timex_mod="APPROX")
    if most is not None:
        return changed(mention, comparator="range", value_min=number, value_max=most)
    low, high = _limits(number, bound)
    return changed(mention, value=number, value_min=low, value_max=high)


def _limits(number: Decimal, bound: BoundWords | None) -> tuple[Decimal | None, Decimal | None]:
    """What a bound allows: 2 and open for "more than two", both open for "about two"."""
    if bound is None:
        return number, number
    if bound.approximate:
        return None, number if bound.side == "below" else None
    return (number, None) if bound.comparator[0] == ">" else (None, number)


def with_day(mention: Mention, previous: Mention | None, text: str, joint: re.Pattern[str]) -> Mention:
    """A clock time with the day that stands beside it: "Tuesday at 9 a.m." """
    if (
        previous is None
        or not _is_open_clock(mention)
        or previous.subkind != "date"
        or previous.date_start is None
        or previous.date_start != previous.date_end
    ):
        return mention
    if not joint.fullmatch(text, previous.phrase_end, mention.phrase_start):
        return mention
    return _on(mention, previous.date_start)


def with_day_behind(mention: Mention, following: Mention, text: str, joint: re.Pattern[str]) -> Mention:
    """A clock time with the day that is told behind it: "at noon on Monday", "5pm yesterday"."""
    day = following.date_start
    if not _is_open_clock(mention) or following.subkind != "date" or day is None or day != following.date_end:
        return mention
    return _on(mention, day) if joint.fullmatch(text, mention.phrase_end, following.phrase_start) else mention


def _is_open_clock(mention: Mention) -> bool:
    """Whether a clock time has no day yet and may have one beside it; the stamp of an entry stands for itself."""
    value = mention.timex_value or ""
    return mention.subkind == "clock" and value[:1] == "T" and "/" not in value and mention.rule != "time-clock-stamp"


def _on(clock: Mention, day: date) -> Mention:
    return changed(clock, timex_value=f"{timex.day(day)}{clock.timex_value}", date_start=day, date_end=day)
