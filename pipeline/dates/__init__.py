"""Dates of pages: read as precisely as they were written, chosen by one ranking that explains itself. Pure."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from pipeline.dates.choice import choose, rank
from pipeline.dates.reading import read
from pipeline.dates.types import DateCandidate, DateChoice, Moment, Origin, Precision, RawDate, Role, ZoneFrom
from pipeline.dates.written import written_dates

__all__ = [
    "VERSION",
    "DateCandidate",
    "DateChoice",
    "Moment",
    "Origin",
    "Precision",
    "RawDate",
    "Role",
    "ZoneFrom",
    "choose_dates",
    "read_date",
    "written_dates",
]

VERSION = "1"


def read_date(
    raw: str, *, language: str | None = None, country: str | None = None, zone: tzinfo | None = None
) -> Moment | None:
    """Read one written date, or None. `zone` is the publisher's configured zone for values without an offset."""
    return read(raw, language, country, zone).moment


def choose_dates(
    candidates: Sequence[RawDate],
    *,
    captured_at: datetime,
    language: str | None = None,
    country: str | None = None,
    zone: tzinfo | None = None,
    prefer_published: Sequence[str] = (),
    prefer_modified: Sequence[str] = (),
) -> DateChoice:
    """Choose the published and the modified date; what lies more than a day after `captured_at` is never chosen.

    `prefer_...` are places (an origin, a locator, or "origin: locator") that go before the ranking, best first.
    """
    ranked = rank(candidates, captured_at, language, country, zone)
    return choose(ranked, country, prefer_published, prefer_modified)
