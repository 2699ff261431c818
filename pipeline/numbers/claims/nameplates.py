"""Statements that are printed one after the other, each below the line that names who makes it."""

import re
from collections.abc import Iterator

from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.names import Claimant
from pipeline.numbers.claims.phrases import FIRST_PERSON
from pipeline.numbers.claims.reporting import ReportingWords

__all__ = ["statements_of"]

# "Jane Roe, head of the Harbour Trust", "Omar Doe – baker, Brenna"
_PLATE = re.compile(
    r"(?m)^(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,3})(?:, \d{1,3})?(?:, | [–—-] )"
    r"(?=[^\n]{3,90}$)(?P<role>[^\n.?!;“”\"]*[^\n.?!:;,“”\"])$"
)
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_FEWEST, _SILENT = 2, 1
_QUOTE_MARKS = '"“‘'
_LONGEST = 8000


def statements_of(text: str, words: ReportingWords) -> Iterator[Claim]:
    """The statements of a text with two or more such lines: the paragraphs below that speak of "me" and "us"."""
    plates = [match for match in _PLATE.finditer(text) if _names_person(match, words)]
    if len(plates) < _FEWEST:
        return
    ends = [match.start() for match in plates[1:]] + [len(text)]
    spans = ((plate, _spoken(text, plate.end(), end)) for plate, end in zip(plates, ends, strict=True))
    found = [(plate, spoken) for plate, spoken in spans if spoken is not None]
    if len(found) < _FEWEST:
        return
    for plate, spoken in found:
        name, at = plate["name"], plate.start()
        claimant = Claimant(name, at, at + len(name), at, is_person=True)
        yield Claim(((plate.end(), spoken),), claimant, None, ",", plate.end(), spoken, rank=3)


def _names_person(plate: re.Match[str], words: ReportingWords) -> bool:
    """Whether a line begins with a person's name, by the first name or the trade behind it."""
    parts = plate["name"].split()
    known = words.is_first_name(parts[0]) or not words.sets["persons"].isdisjoint(plate["role"].lower().split())
    bodies = words.sets["organisations"] | words.sets["no_surnames"]
    return known and not any(part in bodies for part in parts)


def _spoken(text: str, start: int, end: int) -> int | None:
    """Where the paragraphs in the first person end that begin right behind a line; one without it may stand between."""
    last, silent = None, 0
    for paragraph in _PARAGRAPH.finditer(text, start, min(end, start + _LONGEST)):
        if paragraph.group().lstrip()[0] in _QUOTE_MARKS:
            break
        if FIRST_PERSON.search(paragraph.group()):
            last, silent = paragraph.end(), 0
        elif last is None or silent == _SILENT:
            break
        else:
            silent += 1
    return last
