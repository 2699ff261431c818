"""The one ranking of dates: named rules from the most to the least trusted, each a claim about where a date stood."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.dates.reading import Reading
from pipeline.dates.types import RawDate, Role

NEAR_LINES = 12
_DISTANCE = re.compile(r"line ([+-]\d+)")
_MAX_WORDS_BESIDE = 40  # characters beside the date for a line that is there to give it
_OTHER_WORK = re.compile(r"^(?:other |VideoObject|Recipe|Event|PodcastEpisode|broken)")
_PAGE = re.compile(r"^(?:WebPage|ItemPage|MedicalWebPage|CollectionPage)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the ranking: its name, and whether a date that was read falls under it."""

    name: str
    fits: Callable[[RawDate, Reading], bool]


def distance(raw: RawDate) -> int | None:
    """How many lines from the headline a visible date stood (negative: above it)."""
    found = _DISTANCE.search(raw.locator)
    return int(found[1]) if found else None


def is_at(raw: RawDate, place: str) -> bool:
    """Whether a date stood at a place: its locator, or "origin: locator"."""
    return place in (raw.locator, f"{raw.origin}: {raw.locator}")


def _near(raw: RawDate, reading: Reading, lines: int = NEAR_LINES) -> bool:
    away = distance(raw)
    return away is not None and abs(away) <= lines and reading.beside <= _MAX_WORDS_BESIDE


def _linked(raw: RawDate, key: str) -> bool:
    if raw.origin != "json-ld" or not raw.locator.endswith(key):
        return False
    return not _OTHER_WORK.match(raw.locator) and not _PAGE.match(raw.locator)


def _marked(raw: RawDate) -> bool:
    return raw.origin == "time-element" and "itemprop" in raw.locator


def _unlisted(raw: RawDate) -> bool:
    return raw.locator.startswith("unlisted ")


def _is_text(raw: RawDate, role: Role) -> bool:
    return raw.origin == "text" and raw.role == role


def _is_time(raw: RawDate, role: Role) -> bool:
    return raw.origin == "time-element" and raw.role == role and "near" in raw.locator


def _is_page(raw: RawDate, role: Role) -> bool:
    return raw.origin == "json-ld" and _PAGE.match(raw.locator) is not None and raw.role == role


def _short(reading: Reading) -> bool:
    return reading.beside <= _MAX_WORDS_BESIDE


PUBLISHED = (
    Rule("article-published", lambda raw, _: _linked(raw, ".datePublished")),
    Rule("meta-published", lambda raw, _: raw.origin == "meta" and raw.role == "published"),
    Rule("microdata-published", lambda raw, _: _marked(raw) and raw.role == "published"),
    Rule("page-published", lambda raw, _: _is_page(raw, "published")),
    Rule("line-published", lambda raw, read: _is_text(raw, "published") and _near(raw, read)),
    Rule("time-published", lambda raw, _: _is_time(raw, "published")),
    Rule("listing", lambda raw, _: raw.origin == "listing" and raw.role != "modified"),
    Rule("article-created", lambda raw, _: _linked(raw, ".dateCreated")),
    Rule("time-near-headline", lambda raw, _: _is_time(raw, "unspecified")),
    Rule(
        "line-below-headline",
        lambda raw, read: _is_text(raw, "unspecified") and _near(raw, read, 6) and (distance(raw) or 0) > 0,
    ),
    Rule(
        "address-day", lambda raw, read: raw.origin == "url" and read.moment is not None and read.moment.day is not None
    ),
    Rule("line-above-headline", lambda raw, read: _is_text(raw, "unspecified") and _near(raw, read, 6)),
    Rule("meta-date", lambda raw, _: raw.origin == "meta" and raw.role == "unspecified" and not _unlisted(raw)),
    Rule("line-near-headline", lambda raw, read: _is_text(raw, "unspecified") and _near(raw, read)),
    Rule("meta-unlisted", lambda raw, _: raw.origin == "meta" and _unlisted(raw)),
    Rule("marked-date", lambda raw, read: raw.locator.startswith("class") and raw.role != "modified" and _short(read)),
    Rule("time-in-page", lambda raw, _: raw.origin == "time-element" and raw.role != "modified"),
    Rule("other-work", lambda raw, _: raw.origin == "json-ld" and raw.role != "modified"),
    Rule("line-in-page", lambda raw, read: raw.origin == "text" and raw.role != "modified" and _short(read)),
    Rule("address-month", lambda raw, _: raw.origin == "url"),
    Rule("htmldate", lambda raw, _: raw.origin in {"htmldate", "trafilatura"}),
)

MODIFIED = (
    Rule("article-modified", lambda raw, _: _linked(raw, ".dateModified")),
    Rule("meta-modified", lambda raw, _: raw.origin == "meta" and raw.role == "modified"),
    Rule("microdata-modified", lambda raw, _: _marked(raw) and raw.role == "modified"),
    Rule("page-modified", lambda raw, _: _is_page(raw, "modified")),
    Rule("time-modified", lambda raw, _: raw.origin == "time-element" and raw.role == "modified"),
    Rule("line-modified", lambda raw, read: _is_text(raw, "modified") and _near(raw, read)),
    Rule("listing-modified", lambda raw, _: raw.origin == "listing" and raw.role == "modified"),
    Rule("http-modified", lambda raw, _: raw.origin == "http" and raw.role == "modified"),
)
