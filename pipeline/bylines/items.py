"""A candidate read as the page gives it: one string to be read by the grammar, or items that the page separates."""

import re
from dataclasses import replace

from pipeline.bylines import words as say
from pipeline.bylines.keys import author_key
from pipeline.bylines.lexicon import lexicon
from pipeline.bylines.parse import Reading, read
from pipeline.bylines.text import clean, fold
from pipeline.bylines.tokens import tokenise
from pipeline.bylines.types import Author, RawByline

_STRUCTURED = frozenset(("json-ld", "rel-author", "itemprop"))
_ADDRESS = re.compile(r"^(?:https?:)?//|^www\.|^[\w.-]+@[\w-]+\.", re.IGNORECASE)


def read_candidate(raw: RawByline, language: str | None, publisher: str | None) -> Reading:
    """All items of a candidate as one reading."""
    readings = [_read_item(raw, index, language, publisher) for index in range(len(raw.names))]
    authors: dict[str, Author] = {}
    for reading in readings:
        for author in reading.authors:
            authors.setdefault(author_key(author.name) or author.name, author)
    understood = min((reading.understood for reading in readings if reading.authors), default=0.0)
    return Reading(tuple(authors.values()), understood, any(reading.cued for reading in readings))


def _read_item(raw: RawByline, index: int, language: str | None, publisher: str | None) -> Reading:
    name = raw.names[index]
    if _ADDRESS.search(name):
        return Reading((), 0.0, False)
    reading = read(name, language=language, publisher=publisher)
    kind = raw.kinds[index] if index < len(raw.kinds) else ""
    if not reading.authors and (raw.origin in _STRUCTURED or raw.locator == "author" or raw.locator == "twitter:data1"):
        reading = _read_user(name)
    if len(reading.authors) != 1:
        return reading
    author = reading.authors[0]
    if kind.endswith("Organization") and author.kind == "person":
        author = replace(author, kind="organisation", rule="declared-organisation")
    profile = raw.profiles[index] if index < len(raw.profiles) else ""
    return Reading((replace(author, profile_url=profile or None),), reading.understood, reading.cued)


def _read_user(name: str) -> Reading:
    words = [token for token in tokenise(clean(name)) if token.kind == "word"]
    if say.is_user_name(words) and fold(name.strip()) not in lexicon().noise:
        return Reading((Author(name=words[0].text, kind="person", raw=name, rule="user-name"),), 1.0, False)
    return Reading((), 0.0, False)
