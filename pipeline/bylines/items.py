"""A candidate read as the page gives it: one string for the grammar, or items that the page separates."""

import re
from dataclasses import replace

from pipeline.bylines.drafts import Page
from pipeline.bylines.keys import author_key
from pipeline.bylines.lexicon import lexicon
from pipeline.bylines.names import has_full_name, has_given_name, is_user_name, looks_like_name
from pipeline.bylines.organisations import is_agency, is_organisation
from pipeline.bylines.parse import NOTHING, Reading, read
from pipeline.bylines.text import clean, fold
from pipeline.bylines.titles import is_role
from pipeline.bylines.tokens import tokenise
from pipeline.bylines.types import Author, RawByline

DECLARED = "declared-organisation"
_ONE_NAME_AN_ITEM = frozenset(("json-ld", "rel-author", "itemprop"))
_ONE_NAME_A_TAG = frozenset(("author", "twitter:data1"))
_ONLY_LETTERS = re.compile(r"^[^\W\d_](?:[^\W\d_]|[\s.'’-])+$")
_CATALOGUE_TAGS = frozenset(("citation_author", "dc.creator", "dc:creator", "dcterms.creator"))
_ADDRESS = re.compile(r"^(?:https?:)?//|^www\.|^[\w.-]+@[\w-]+\.", re.IGNORECASE)


class CandidateReader:
    """Reads the candidates of one page; a string that several of them hold is read once."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._readings: dict[str, Reading] = {}

    def read(self, raw: RawByline) -> Reading:
        """All items of a candidate as one reading."""
        names = _given_name_first(raw)
        readings = [self._read_item(raw, index, name) for index, name in enumerate(names)]
        authors: dict[str, Author] = {}
        for reading in readings:
            for author in reading.authors:
                authors.setdefault(author_key(author.name) or author.name, author)
        understood = min((reading.understood for reading in readings if reading.authors), default=0.0)
        return Reading(tuple(authors.values()), understood, any(reading.cued for reading in readings))

    def _read_item(self, raw: RawByline, index: int, name: str) -> Reading:
        if _ADDRESS.search(name):
            return NOTHING
        reading = self._read_once(name)
        if not reading.authors and (raw.origin in _ONE_NAME_AN_ITEM or raw.locator in _ONE_NAME_A_TAG):
            reading = _read_user(name)
        if len(reading.authors) != 1:
            return reading
        author = _declared(reading.authors[0], _at(raw.kinds, index))
        profile = _at(raw.profiles, index) or None
        return replace(reading, authors=(replace(author, profile_url=profile),))

    def _read_once(self, name: str) -> Reading:
        if name not in self._readings:
            self._readings[name] = read(name, language=self._page.language, publisher=self._page.publisher)
        return self._readings[name]


def is_full_name(text: str) -> bool:
    """Whether a text is a person's full name and nothing else: a known given name and one to three words more."""
    if not 1 <= text.count(" ") <= 3 or len(text) > 100 or not _ONLY_LETTERS.match(text):
        return False
    words = tokenise(clean(text))
    if not has_given_name(words) or not looks_like_name(words):
        return False
    reading = read(text)
    return [author.kind for author in reading.authors] == ["person"] and reading.understood == 1.0


def _given_name_first(raw: RawByline) -> tuple[str, ...]:
    """The names, those of a catalogue turned ("You, Xiaoying"): every item is two short names with a comma."""
    halves = [name.split(",") for name in raw.names]
    catalogue = len(halves) > 1 or raw.locator in _CATALOGUE_TAGS
    if not catalogue or raw.origin != "meta" or not all(map(_is_family_and_given, halves)):
        return raw.names
    return tuple(f"{given.strip()} {family.strip()}" for family, given in halves)


def _is_family_and_given(halves: list[str]) -> bool:
    if len(halves) != 2:
        return False
    words = [tokenise(half) for half in halves]
    family, given = words
    if not looks_like_name(family) or not looks_like_name(given) or len(family) > 3 or len(given) > 3:
        return False
    return not any(is_role(part) or is_organisation(part, None) or is_agency(part) for part in words)


def _at(values: tuple[str, ...], index: int) -> str:
    return values[index] if index < len(values) else ""


def _declared(author: Author, kind: str) -> Author:
    """The page's own word for it that an author is an organisation; some pages call their people that."""
    if kind.endswith("Organization") and author.kind == "person" and not has_full_name(author.name):
        return replace(author, kind="organisation", rule=DECLARED)
    return author


def _read_user(name: str) -> Reading:
    """A name that only a tag for names makes one: "gizmo"."""
    words = [token for token in tokenise(clean(name[:100])) if token.kind == "word"]
    if not is_user_name(words) or fold(name.strip()) in lexicon().noise:
        return NOTHING
    return Reading((Author(name=words[0].text, kind="person", raw=name, rule="user-name"),), 1.0, cued=False)
