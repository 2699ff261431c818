"""Fields to a `Moment`: an interval as wide as what was written leaves open."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from pipeline.dates.fields import Fields
from pipeline.dates.types import Moment, Precision, ZoneFrom
from pipeline.dates.zones import resolve

EARLIEST_ZONE = timezone(timedelta(hours=14))
LATEST_ZONE = timezone(timedelta(hours=-12))


def moment_of(fields: Fields, *, country: str | None, zone: tzinfo | None) -> Moment | None:
    """The moment that the fields name; None where it lies outside of what can be computed with."""
    try:
        return _moment(fields, country, zone)
    except (ValueError, OverflowError):
        return None


def _moment(fields: Fields, country: str | None, zone: tzinfo | None) -> Moment:
    precision = _precision(fields)
    begin = datetime(
        fields.year,
        fields.month or 1,
        fields.day or 1,
        fields.hour or 0,
        fields.minute or 0,
        min(fields.second or 0, 59),
    )
    end = _next(begin, precision)
    offset = fields.offset_minutes
    if offset is None and fields.zone_name is not None:
        offset = resolve(fields.zone_name, country, begin)
    zone_from: ZoneFrom = "value"
    if offset is not None:
        first = last = timezone(timedelta(minutes=offset))
        start, stop = begin.replace(tzinfo=first), end.replace(tzinfo=last)
    elif zone is not None:
        zone_from = "publisher"
        start, stop = begin.replace(tzinfo=zone), end.replace(tzinfo=zone)
        offset = _offset(start) if precision in {"hour", "minute", "second"} else None
    else:
        zone_from = "unknown"
        start, stop = begin.replace(tzinfo=EARLIEST_ZONE), end.replace(tzinfo=LATEST_ZONE)
    return Moment(
        text=_text(begin, precision, offset),
        start=start.astimezone(UTC),
        end=stop.astimezone(UTC),
        precision=precision,
        offset_minutes=offset,
        zone_from=zone_from,
        day=_day(start, begin, precision, zone, zone_from),
    )


def _precision(fields: Fields) -> Precision:
    parts: tuple[tuple[int | None, Precision], ...] = (
        (fields.second, "second"),
        (fields.minute, "minute"),
        (fields.hour, "hour"),
        (fields.day, "day"),
        (fields.month, "month"),
    )
    return next((name for value, name in parts if value is not None), "year")


def _next(begin: datetime, precision: Precision) -> datetime:
    if precision == "year":
        return begin.replace(year=begin.year + 1)
    if precision == "month":
        return begin.replace(year=begin.year + begin.month // 12, month=begin.month % 12 + 1)
    steps = {"day": 86_400, "hour": 3_600, "minute": 60, "second": 1}
    return begin + timedelta(seconds=steps[precision])


def _offset(moment: datetime) -> int | None:
    offset = moment.utcoffset()
    return None if offset is None else offset // timedelta(minutes=1)


def _day(
    start: datetime, begin: datetime, precision: Precision, zone: tzinfo | None, zone_from: ZoneFrom
) -> date | None:
    """The calendar day where the publisher is: a time in another zone is taken home when its zone is known."""
    if precision in {"month", "year"}:
        return None
    if zone is not None and zone_from == "value":
        return start.astimezone(zone).date()
    return begin.date()


def _text(begin: datetime, precision: Precision, offset: int | None) -> str:
    forms = {"year": 4, "month": 7, "day": 10, "hour": 13, "minute": 16, "second": 19}
    text = begin.isoformat(timespec="seconds")[: forms[precision]]
    if offset is None or precision in {"year", "month", "day"}:
        return text
    sign = "-" if offset < 0 else "+"
    return f"{text}{sign}{abs(offset) // 60:02d}:{abs(offset) % 60:02d}"
