"""Bylines are people with roles and agencies, not strings. Pure."""

from collections.abc import Sequence

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
    "parse_byline",
    "read_dateline",
]

VERSION = "1"


def parse_byline(
    raw: str, *, language: str | None = None, publisher: str | None = None
) -> tuple[Author, ...]:
    """Parse one written byline into its authors, in order; () where it names nobody."""
    return ()


def choose_authors(
    candidates: Sequence[RawByline], *, language: str | None = None, publisher: str | None = None
) -> BylineChoice:
    """Choose the byline that a reader would see among `candidates`. `publisher` is the outlet's name."""
    return BylineChoice((), None, None, ())


def read_dateline(text: str) -> Dateline | None:
    """The dateline with which `text` begins, or None."""
    return None


def author_key(name: str) -> str:
    """The name key of an author at one publisher: case and diacritics folded, initials kept."""
    return name.casefold()
