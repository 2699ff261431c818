"""What the bylines core takes and gives."""

from dataclasses import dataclass
from typing import Literal

AuthorKind = Literal["person", "agency", "organisation", "desk"]
BylineOrigin = Literal["json-ld", "meta", "rel-author", "itemprop", "visible", "text", "listing", "trafilatura"]


@dataclass(frozen=True, slots=True)
class RawByline:
    """A byline as found, with where it stood: `names` are the items that the page separates, one for a free string."""

    names: tuple[str, ...]
    origin: BylineOrigin
    locator: str
    kinds: tuple[
        str, ...
    ] = ()  # schema.org types said for the names ("Person", "Organization"), parallel, may be empty
    profiles: tuple[str, ...] = ()  # profile or sameAs addresses, parallel to names, "" where there is none
    seen: bool | None = None  # whether the names of a tag stand in the visible text; None: not looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """One author of one article, in byline order. `name` is cased as a name; `raw` is what the page said."""

    name: str
    kind: AuthorKind
    role: str | None = None
    organisation: str | None = None
    location: str | None = None
    contribution: str | None = None  # "additional reporting", "editing", "photos", ...
    email: str | None = None
    handle: str | None = None
    profile_url: str | None = None
    raw: str
    rule: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """The dateline at the head of a text ("ALEPPO, Aug 2 (AFP) -"); offsets into that text."""

    text: str
    place: str | None
    agency: str | None
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class BylineCandidate:
    """A `RawByline` after parsing, and whether it was chosen and why."""

    raw: RawByline
    authors: tuple[Author, ...]
    rule: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class BylineChoice:
    """The authors of a page, the byline as written that they come from, and every candidate in order of rank."""

    authors: tuple[Author, ...]
    byline: str | None
    origin: BylineOrigin | None
    candidates: tuple[BylineCandidate, ...]
