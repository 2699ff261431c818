"""Dates written by machines: ISO 8601 and what is nearly that, compact stamps, epoch numbers."""

import re
from dataclasses import replace
from datetime import UTC, datetime

from pipeline.dates.fields import Fields
from pipeline.dates.zones import is_zone, offset_of

_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?"
    r"(?:(?:T|\s|,|%20|\+(?=\d\d:))+\s*(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{1,2}))?)?(?:[.,:]\d+)?)?"
    r"\s*(?P<zone>Z|z|UTC|GMT|[A-Z]{3,5}|[A-Za-z]+/[A-Za-z_/]+|(?:UTC|GMT)?\s?[+−-]\d{1,2}(?::?\d{2})?(?::\d\d)?)?"
    r"(?:\[[\w/+-]+\]|[+-]\d\d:\d\d)?\s*"
)
_COMPACT = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})"
    r"(?:[T ]?(?P<hour>\d{2}):?(?P<minute>\d{2}):?(?P<second>\d{2})?(?:[.,]\d+)?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_EPOCH = re.compile(r"(?:/Date\()?(-?\d{9,10}|-?\d{12,13}|0)(?:\.\d+)?(?:[+-]\d{4})?(?:\)/)?")
_YEAR_MONTH = re.compile(r"(?P<year>\d{4})[-/](?P<month>\d{2})|(?P<alone>(?:19|20)\d{2})")
_BROKEN_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T|\s).*[A-Za-z]{3}\S* \d{1,2}.*|(\d{4}-\d{2}-\d{2})T\D*")


def read_machine(raw: str) -> Fields | None:
    """The fields of a string that as a whole is a machine's date."""
    for pattern, rule in ((_ISO, "iso-8601"), (_COMPACT, "compact")):
        found = pattern.fullmatch(raw)
        if found:
            return _from_match(found, rule)
    return _epoch(raw) or _coarse(raw) or _broken(raw)


def _from_match(found: re.Match[str], rule: str) -> Fields | None:
    part = found.groupdict()
    number = {key: int(value) for key, value in part.items() if value and key != "zone"}
    fields = Fields(
        rule=rule,
        start=0,
        end=found.end(),
        year=number["year"],
        month=number.get("month"),
        day=number.get("day"),
        hour=number.get("hour"),
        minute=number.get("minute"),
        second=number.get("second"),
    )
    return with_zone(fields, part.get("zone")) if fields.is_real() else None


def with_zone(fields: Fields, zone: str | None) -> Fields | None:
    """`fields` with the zone that was written after the time; None where that is no zone."""
    zone = (zone or "").strip()
    if not zone or fields.hour is None:
        return fields
    if zone.upper() in {"Z", "UTC", "GMT", "UT"}:
        return replace(fields, offset_minutes=0)
    offset = offset_of(zone[:6] if zone.count(":") > 1 else zone)
    if offset is not None:
        return replace(fields, offset_minutes=offset)
    return replace(fields, zone_name=zone) if is_zone(zone) else fields


def _epoch(raw: str) -> Fields | None:
    found = _EPOCH.fullmatch(raw)
    if not found:
        return None
    number = int(found[1])
    seconds = number // 1000 if abs(number) >= 10**11 else number
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return Fields(
        "epoch",
        0,
        len(raw),
        moment.year,
        moment.month,
        moment.day,
        moment.hour,
        moment.minute,
        moment.second,
        offset_minutes=0,
    )


def _coarse(raw: str) -> Fields | None:
    found = _YEAR_MONTH.fullmatch(raw)
    if not found:
        return None
    if found["alone"]:
        return Fields("year", 0, len(raw), int(found["alone"]))
    fields = Fields("year-month", 0, len(raw), int(found["year"]), int(found["month"]))
    return fields if fields.is_real() else None


def _broken(raw: str) -> Fields | None:
    """An ISO day with a time that is none: "2020-01-01TMon Jan 01"; only the day is taken."""
    found = _BROKEN_ISO.fullmatch(raw)
    if not found:
        return None
    year, month, day = (int(part) for part in (found[1] or found[2]).split("-"))
    fields = Fields("iso-8601", 0, len(raw), year, month, day)
    return fields if fields.is_real() else None
