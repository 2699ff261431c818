"""What the parsers of listings give: addresses with what was said of them. Nothing is read or judged here."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pipeline.articles import Listed
from pipeline.bylines import RawByline
from pipeline.dates import RawDate, Role
from pipeline.errors import Rejected

_MAX_CHARS = 500
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_UNWANTED = re.compile("[\x00-\x1f\x7f-\x9f\u200b\ufeff\ufffe\uffff\ud800-\udfff]+")
_UNTIDY = re.compile("[^ !-%'-;=?-~¡- ]|  ")  # anything but one line of plain text
_SPACE = re.compile(r"\s+")

NOTHING = Listed()


@dataclass(frozen=True, slots=True)
class Entry:
    """One address of a listing.

    `day` is set where the listing itself stands for one (an archive page of a day); `replay` where a web archive gives
    the page as it was at `captured_at`.
    """

    url: str
    listed: Listed = NOTHING
    day: date | None = None
    replay: str | None = None
    captured_at: datetime | None = None


class NotAListing(Rejected):
    """What came is not what was asked for: `reason` is a word such as not-a-feed."""


def entry_date(raw: object, role: Role, locator: str) -> RawDate | None:
    """A date as a listing has it, None where it has none."""
    text = line(raw)
    return RawDate(text, role, "listing", locator) if text else None


def entry(
    url: str, *, title: object = None, dates: Sequence[RawDate | None] = (), names: Sequence[object] = (), locator: str
) -> Entry:
    """An entry from what a parser found; None and empty values are left out."""
    authors = tuple(dict.fromkeys(text for name in names if (text := line(name))))[:20]
    bylines = (RawByline(authors, "listing", locator),) if authors else ()
    return Entry(url.strip(), Listed(line(title), tuple(item for item in dates if item), bylines))


def line(value: object) -> str | None:
    """One line without tags, entities and control characters, or None."""
    if not isinstance(value, str):
        return None
    text = value[: 4 * _MAX_CHARS].strip()
    if not _UNTIDY.search(text):
        return text[:_MAX_CHARS] or None
    for _ in range(2):
        text = html.unescape(text) if "&" in text else text
    text = _SPACE.sub(" ", _UNWANTED.sub(" ", _TAG.sub("", text))).strip()
    return text[:_MAX_CHARS] or None
