"""Points for a candidate, each with its reason."""

import re
from collections.abc import Sequence

from pipeline.bylines.keys import author_key
from pipeline.bylines.lexicon import lexicon
from pipeline.bylines.parse import Reading
from pipeline.bylines.text import fold
from pipeline.bylines.types import Author, RawByline
from pipeline.bylines.words import is_publisher

_ORIGIN = {
    "json-ld": 50,
    "meta": 40,
    "rel-author": 40,
    "itemprop": 42,
    "visible": 30,
    "text": 22,
    "listing": 30,
    "trafilatura": 20,
}
_LINE = re.compile(r"line ([+-]\d+)")
Read = tuple[RawByline, Reading]


def points(
    raw: RawByline, reading: Reading, others: Sequence[Read], publisher: str | None
) -> tuple[int, tuple[str, ...]]:
    found: list[tuple[int, str]] = [(_ORIGIN[raw.origin], raw.origin)]
    if not reading.authors:
        return -100, ("names nobody",)
    every, loose = all_names(reading), loose_names(reading)
    agree = {
        _family(other.origin)
        for other, read in others
        if _family(other.origin) != _family(raw.origin) and loose_names(read) == loose
    }
    if agree:
        found.append((12 * len(agree), "agrees with " + " and ".join(sorted(agree))))
    if raw.origin in ("visible", "text"):
        found.extend(_sight(raw, reading, others))
    else:
        found.extend(_tag(raw, reading, bool(agree)))
    if all(_is_outlet(author, publisher) for author in reading.authors):
        found.append((_outlet_points(reading, bool(agree), others), "only the outlet"))
    elif not any(author.kind == "person" for author in reading.authors):
        found.append((-12, "no person"))
    if all(fold(author.name) in lexicon().accounts for author in reading.authors):
        found.append((-30, "an account"))
    if all(author.contribution in _PICTURES for author in reading.authors):
        found.append((-40, "only pictures"))
    if any(
        n < every for other, read in others if (n := all_names(read)) and _family(other.origin) != _family(raw.origin)
    ):
        found.append((8, "names more"))
    if any(_runs_on(reading, read) for _, read in others):
        found.append((-35, "runs on"))
    return sum(p for p, _ in found), tuple(reason for _, reason in found)


def _outlet_points(reading: Reading, agreed: bool, others: Sequence[Read]) -> int:
    """The outlet is an author only where the visible byline says so, and nobody is named there."""
    person = any(
        read.authors and read.authors[0].kind == "person" and _distance(other) <= 10 and read.understood > 0.8
        for other, read in others
    )
    if person or not (agreed or reading.cued):
        return -25
    return -5 if reading.cued else -10


def _distance(raw: RawByline) -> int:
    where = _LINE.search(raw.locator) if raw.origin == "visible" else None
    return abs(int(where.group(1))) if where else 99


_PICTURES = frozenset(("photos", "video", "illustration", "editing", "review", "translation"))


def _family(origin: str) -> str:
    """Marks that stand on the same elements are one witness."""
    return {"itemprop": "marks", "rel-author": "marks", "text": "visible"}.get(origin, origin)


def _runs_on(reading: Reading, other: Reading) -> bool:
    """Whether a name here is a name there with something glued on ("Jane DoeTwitter")."""
    for author in reading.authors:
        for beside in other.authors:
            if (
                len(beside.name) > 5
                and len(author.name) > len(beside.name)
                and author.name.startswith(beside.name)
                and author.name[len(beside.name)] not in " -"
            ):
                return True
    return False


def _tag(raw: RawByline, reading: Reading, agreed: bool) -> list[tuple[int, str]]:
    found = []
    if reading.understood < 0.7:
        found.append((-15, "half understood"))
    if raw.seen is False:
        found.append((-12 if "News" in raw.locator else -40, "not to be seen"))
    if raw.origin == "json-ld" and "rticle" not in raw.locator:
        found.append((-6, "not the article's node"))
    if raw.origin in ("rel-author", "itemprop") and len(reading.authors) > (4 if agreed else 2):
        found.append((-20, "many"))
    if raw.origin == "meta" and not any(author.kind == "person" for author in reading.authors):
        found.append((-5, "a tag of the site"))
    return found


def _sight(raw: RawByline, reading: Reading, others: Sequence[Read]) -> list[tuple[int, str]]:
    found = []
    where = _LINE.search(raw.locator)
    if where:
        distance = abs(int(where.group(1)))
        found.append(
            (
                18
                if distance <= 4
                else 10
                if distance <= 10
                else 0
                if distance <= 20
                else -10
                if distance <= 30
                else -20,
                "near the headline" if distance <= 10 else "far from the headline",
            )
        )
    else:
        several = {
            names(read)
            for other, read in others
            if other.origin == "visible" and _distance(other) == 99 and read.authors
        } - {names(reading)}
        found.append(
            (3 if not several else -15, "alone in the page" if not several else "one of several")
            if raw.origin == "visible"
            else (0, "in the text")
        )
    if reading.cued:
        found.append((8, "cue"))
    if reading.understood < 0.8:
        found.append((-40, "half understood"))
    if "credit" in raw.locator:
        found.append((-25, "a credit"))
    return found


def names(reading: Reading) -> frozenset[str]:
    people = frozenset(author_key(author.name) for author in reading.authors if author.kind == "person")
    return people or frozenset(author_key(author.name) for author in reading.authors)


def all_names(reading: Reading) -> frozenset[str]:
    return frozenset(author_key(author.name) for author in reading.authors)


def loose_names(reading: Reading) -> frozenset[str]:
    """First and last words only: what differs in a middle initial is one person."""
    return frozenset(" ".join((name.split() or [""])[:: max(1, len(name.split()) - 1)]) for name in names(reading))


def _is_outlet(author: Author, publisher: str | None) -> bool:
    return (
        author.kind in ("organisation", "person")
        and publisher is not None
        and is_publisher(fold(author.name), publisher)
    )
