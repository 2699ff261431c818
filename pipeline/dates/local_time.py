"""A time that a page gives in UTC, taken home: by another candidate that shows the same moment on a local clock."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from pipeline.dates.moments import EARLIEST_ZONE, LATEST_ZONE
from pipeline.dates.types import Moment
from pipeline.dates.zones import country_offset

_HALF_HOUR_ZONES = frozenset({-570, -210, 210, 270, 330, 345, 390, 525, 570, 630, 765})
_CLOCKS = frozenset({"second", "minute"})


def at_home(moment: Moment, others: Iterable[Moment], country: str | None) -> Moment:
    """`moment` with the publisher's local offset, or at least its local day, where `others` show them.

    A time written in UTC and a time without a zone that lies whole hours away are one moment on two clocks. A bare day
    beside the UTC day, in which the moment lies somewhere on Earth, is the day where the publisher is: the moment then
    is that day itself if it is its first instant, and has the country's offset if that puts it into the day.
    """
    if moment.offset_minutes != 0 or moment.precision not in _CLOCKS:
        return moment
    candidates = list(others)
    offsets = [offset for other in candidates if (offset := _offset_between(moment, other)) is not None]
    if offsets:
        return _moved(moment, offsets[0])
    for other in candidates:
        if other.precision == "day" and other.day is not None and _is_next_to(moment, other.day):
            return _on_day(moment, other, other.day, country)
    return moment


def _on_day(moment: Moment, shown: Moment, day: date, country: str | None) -> Moment:
    ahead = datetime(day.year, day.month, day.day, tzinfo=UTC) - moment.start
    if ahead.total_seconds() % 3600 == 0 and -12 <= ahead.total_seconds() / 3600 <= 14:
        return shown
    offset = country_offset(country, moment.start) if country else None
    home = _moved(moment, offset) if offset is not None else moment
    return home if home.day == day else replace(moment, day=day)


def _offset_between(moment: Moment, other: Moment) -> int | None:
    """Minutes by which a clock without a zone is ahead of UTC, None where it shows another moment."""
    if other.zone_from != "unknown" or other.precision not in _CLOCKS:
        return None
    local = datetime.fromisoformat(other.text).replace(tzinfo=UTC)
    if (local.hour, local.minute, local.second) == (0, 0, 0):
        return None
    start = moment.start if "second" == other.precision == moment.precision else moment.start.replace(second=0)
    minutes, rest = divmod(local - start, timedelta(minutes=1))
    is_zone = minutes % 60 == 0 or minutes in _HALF_HOUR_ZONES
    return minutes if not rest and minutes and is_zone and -12 * 60 <= minutes <= 14 * 60 else None


def _is_next_to(moment: Moment, day: date) -> bool:
    if moment.day is None or abs((day - moment.day).days) != 1:
        return False
    begin = datetime(day.year, day.month, day.day)
    return begin.replace(tzinfo=EARLIEST_ZONE) <= moment.start < (begin + timedelta(days=1)).replace(tzinfo=LATEST_ZONE)


def _moved(moment: Moment, offset: int) -> Moment:
    local = moment.start.astimezone(timezone(timedelta(minutes=offset)))
    text = local.isoformat(timespec="seconds" if moment.precision == "second" else "minutes")
    return replace(moment, text=text, offset_minutes=offset, day=local.date())
