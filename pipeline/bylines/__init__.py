"""Bylines are people with roles and agencies, not strings. Pure."""

from collections.abc import Sequence

from pipeline.bylines.choice import choose
from pipeline.bylines.dateline import read_dateline
from pipeline.bylines.items import is_full_name
from pipeline.bylines.keys import author_key
from pipeline.bylines.parse import read
from pipeline.bylines.types import (
    Author,
    AuthorKind,
    BylineCandidate,
    BylineChoice,
    BylineOrigin,
    Dateline,
    RawByline,
)

__all__ = [
    "VERSION",
    "Author",
    "AuthorKind",
    "BylineCandidate",
    "BylineChoice",
    "BylineOrigin",
    "Dateline",
    "RawByline",
    "author_key",
    "choose_authors",
    "is_full_name",
    "parse_byline",
    "read_dateline",
]

VERSION = "1"


def parse_byline(raw: str, *, language: str | None = None, publisher: str | None = None) -> tuple[Author, ...]:
    """Parse one written byline into its authors, in order; () where it names nobody."""
    return read(raw, language=language, publisher=publisher).authors


def choose_authors(
    candidates: Sequence[RawByline],
    *,
    language: str | None = None,
    publisher: str | None = None,
    prefer: Sequence[str] = (),
) -> BylineChoice:
    """Choose the byline that a reader would see among `candidates`. `publisher` is the outlet's name.

    `prefer` are places (an origin, a locator, or "origin: locator") that go before the ranking, best first.
    """
    return choose(candidates, language=language, publisher=publisher, prefer=prefer)
