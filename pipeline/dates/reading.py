"""One written date to its moment, with the name of the rule that read it."""

import re
from dataclasses import dataclass, replace
from datetime import tzinfo

from pipeline.dates.fields import Fields
from pipeline.dates.machine import read_machine
from pipeline.dates.moments import moment_of
from pipeline.dates.types import Moment
from pipeline.dates.written import find_written

_SPACE = re.compile(r"\s+")
_MAX_CHARS = 300
_FIRST_YEAR = 1600  # the first printed newspapers; anything older is a default of some software
_PLACEHOLDER_DAYS = frozenset(
    {(1, 1, 1), (1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (1901, 12, 13), (1969, 12, 31), (1970, 1, 1)}
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a string was read as: `other` is the second reading of an ambiguous order."""

    moment: Moment | None
    rule: str
    flag: str | None = None
    other: Moment | None = None
    beside: int = 0  # characters of the string that are no part of the date
    is_midnight: bool = False  # a time of exactly 00:00, which most software writes for "no time"


UNREAD = Reading(None, "not-a-date")


def read(raw: str, language: str | None, country: str | None, zone: tzinfo | None) -> Reading:
    """Read the first date in a string, machine forms before written ones."""
    text = _SPACE.sub(" ", raw[:_MAX_CHARS]).strip().strip("\"'")
    fields = read_machine(text) or next(find_written(text, language, country), None)
    if fields is None:
        return UNREAD
    reading = reading_of(fields, country, zone)
    return replace(reading, beside=len(text) - (fields.end - fields.start))


def reading_of(fields: Fields, country: str | None, zone: tzinfo | None) -> Reading:
    """The reading of fields that were found."""
    moment = moment_of(fields, country=country, zone=zone)
    if (fields.year, fields.month, fields.day) in _PLACEHOLDER_DAYS or fields.year < _FIRST_YEAR:
        return Reading(moment, fields.rule, "placeholder")
    if moment is None:
        return Reading(None, fields.rule, "out-of-range")
    other = moment_of(fields.swapped(), country=country, zone=zone) if fields.flag else None
    is_midnight = fields.minute == 0 and fields.hour == 0 and not fields.second
    return Reading(moment, fields.rule, fields.flag, other, is_midnight=is_midnight)
