"""What the dates core takes and gives."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Precision = Literal["second", "minute", "hour", "day", "month", "year"]
Role = Literal["published", "modified", "unspecified"]
Origin = Literal["json-ld", "meta", "time-element", "text", "url", "listing", "http", "htmldate", "trafilatura"]
ZoneFrom = Literal["value", "publisher", "unknown"]


@dataclass(frozen=True, slots=True)
class RawDate:
    """A date as found: the string, what it claims to be, and where it stood.

    `locator` says where on the page: "NewsArticle.datePublished", "article:published_time", "line +2" (lines below the
    headline), "time near the headline".
    """

    raw: str
    role: Role
    origin: Origin
    locator: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as precise as it was written.

    `text` is the contract's form ("2016-08-02T14:30:00+01:00", "2016-08-02T14:30", "2016-08-02", "2016-08"). `start`
    and `end` (exclusive) are aware instants that contain it: without a known zone the interval is widened by every
    zone on Earth. `offset_minutes` is the UTC offset as written (or the publisher's, see `zone_from`); `day` the
    local calendar day, None when coarser than a day.
    """

    text: str
    start: datetime
    end: datetime
    precision: Precision
    offset_minutes: int | None
    zone_from: ZoneFrom
    day: date | None


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """One `RawDate` after reading: the moment (None = could not be one), the rule, and whether it was chosen."""

    raw: RawDate
    moment: Moment | None
    rule: str
    chosen_as: Literal["published", "modified"] | None = None
    flag: str | None = None  # "ambiguous-order", "future", "placeholder", "conflict", ...


@dataclass(frozen=True, slots=True)
class DateChoice:
    """The published and the modified date of a page, where each came from, and all candidates in order of rank."""

    published: Moment | None
    published_from: Origin | None
    modified: Moment | None
    modified_from: Origin | None
    candidates: tuple[DateCandidate, ...]
