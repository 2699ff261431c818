"""Zone abbreviations and offsets as they are written beside times."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_OFFSET = re.compile(r"(?:(?:UTC|GMT)\s?)?([+-−–])\s?(\d{1,2})(?::?([0-5]\d))?", re.IGNORECASE)


@cache
def _abbreviations() -> Mapping[tuple[str, str], str]:
    content = files("pipeline.dates").joinpath("zones.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in content.splitlines() if line and not line.startswith("#"))
    return {(name, country): value for name, country, value in rows}


def zone_value(name: str, country: str | None) -> str | None:
    """Minutes (as a string) or the IANA zone that an abbreviation means in a country, None if unknown."""
    table = _abbreviations()
    return table.get((name, country or "-")) or table.get((name, "-"))


def is_zone(name: str) -> bool:
    """Whether a word is a zone abbreviation or an IANA name."""
    return (name, "-") in _abbreviations() or ("/" in name and iana(name) is not None)


@cache
def iana(name: str) -> ZoneInfo | None:
    """The IANA zone of that name, None where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def offset_of(written: str) -> int | None:
    """Minutes of "+01:00", "-0500", "+2", "GMT+2"; None for anything else.

    >>> offset_of("+0530"), offset_of("GMT-3")
    (330, -180)
    """
    found = _OFFSET.fullmatch(written.strip())
    if not found:
        return None
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    return minutes if found[1] == "+" else -minutes


def resolve(name: str, country: str | None, local: datetime) -> int | None:
    """UTC offset in minutes of a named zone at a local time, None where the name is unknown."""
    value = zone_value(name, country) or (name if "/" in name else "")
    if value.lstrip("-").isdigit():
        return int(value)
    zone = iana(value) if value else None
    offset = zone.utcoffset(local) if zone else None
    return None if offset is None else offset // timedelta(minutes=1)


@cache
def _country_zones() -> Mapping[str, tuple[str, ...]]:
    """The IANA zones of each country (ISO 3166-1 alpha-2), out of the zone database's own table."""
    zones: dict[str, tuple[str, ...]] = {}
    content = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    for line in content.splitlines():
        if line and not line.startswith("#"):
            country, _, name = line.split("\t")[:3]
            zones[country] = (*zones.get(country, ()), name)
    return zones


def country_offset(country: str, moment: datetime) -> int | None:
    """UTC offset in minutes that all clocks of a country show at an instant, None where they differ."""
    zones = [zone for name in _country_zones().get(country, ()) if (zone := iana(name)) is not None]
    offsets = {moment.astimezone(zone).utcoffset() for zone in zones}
    offset = offsets.pop() if len(offsets) == 1 else None
    return None if offset is None else offset // timedelta(minutes=1)
