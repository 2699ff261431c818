"""Datelines: the place, the date and the agency with which a report begins ("ALEPPO, Aug 2 (AFP) -")."""

import re
from dataclasses import dataclass

from pipeline.bylines.casing import case_name
from pipeline.bylines.lexicon import lexicon
from pipeline.bylines.text import fold
from pipeline.bylines.types import Dateline

_MAX_CHARS = 200
_BEFORE = r"\s*(?:\((?P<before>[^()\n]{2,30})\)\s?(?P<lead>[-–—―])?\s*)?"
_PLACE_AND_DATE = r"(?P<head>[^\W\d_](?:[^()\n\-–—―:;!?\"“„«|]|(?<=\w)-(?=\w)){1,78}?)?\s?"
_AGENCY = r"(?:(?:\((?P<agency>[^()\n]{2,40})\)|/(?P<wire>[^/()\n]{2,20})/)\.?\s?)?"
_MARK = r"(?P<mark>[-–—―]{1,2}|:|(?(agency)|(?(wire)|(?!))))(?=\s|$|[^\W\d_\-])"
_HEAD = re.compile(_BEFORE + _PLACE_AND_DATE + _AGENCY + _MARK)
_DAY = re.compile(r"\d{1,4}(?:st|nd|rd|th|er|º|\.)?")
_WORDS = re.compile(r"[^\s,/]+")


@dataclass(frozen=True, slots=True)
class _Place:
    text: str
    is_known: bool
    is_shouted: bool


def read_dateline(text: str) -> Dateline | None:
    """The dateline with which `text` begins: place, agency and offsets, or None. Never a normal sentence."""
    head = text[:_MAX_CHARS]
    match = _HEAD.match(head)
    if match is None or not (match["head"] or match["before"]):
        return None
    written = match["agency"] or match["wire"] or match["before"]
    agency = _agency(written)
    if written and agency is None:
        return None
    if match["head"] is None:
        return _dateline(text, match, None, agency) if match["lead"] or match["mark"] in "-–—―" else None
    if match["before"] and not match["lead"]:
        return None
    parts = [part.strip() for part in match["head"].split(",")]
    place, dated = _place(parts)
    if place is None or not _is_evident(place, dated, agency, match, text):
        return _dateline(text, match, None, agency, end=match.end("lead")) if match["before"] else None
    return _dateline(text, match, place.text, agency)


def _dateline(
    text: str, match: re.Match[str], place: str | None, agency: str | None, end: int | None = None
) -> Dateline | None:
    start = len(text) - len(text.lstrip())
    stop = match.end() if end is None else end
    return Dateline(text[start:stop].rstrip(), place, agency, start, start + len(text[start:stop].rstrip()))


def _agency(written: str | None) -> str | None:
    """The agency between brackets as written; None where the brackets hold something else."""
    if written is None:
        return None
    first = re.split(r"[/,&]| und | and | y | et ", written)[0].strip()
    if fold(first) in lexicon().agencies:
        return written.strip()
    return None


def _place(parts: list[str]) -> tuple[_Place | None, bool]:
    """The place of the parts between commas, and whether a date follows it; no place where a part is neither."""
    names: list[str] = []
    for index, part in enumerate(parts):
        if _is_date(part):
            return _made(names), all(_is_date(rest) for rest in parts[index:])
        if index > 1 or not _is_name(part):
            return None, False
        names.append(part)
    return _made(names), False


def _made(names: list[str]) -> _Place | None:
    if not names:
        return None
    places = lexicon().places
    pieces = [piece.strip() for piece in names[0].split("/")]
    known = any(fold(piece) in places for piece in pieces) or (len(names) > 1 and fold(names[1]) in places)
    shouted = len(names[0]) > 2 and names[0].upper() == names[0]
    names = ["/".join(case_name(piece.split()) if shouted else piece for piece in pieces), *names[1:]]
    return _Place(", ".join(_cased(name) for name in names), known, shouted)


def _cased(name: str) -> str:
    """A further part of a place, in capitals only where it is an abbreviation ("GAZA", but "DC")."""
    return case_name(name.split()) if len(name) > 3 and "." not in name else name


def _is_date(part: str) -> bool:
    words = [fold(word) for word in _WORDS.findall(part)]
    calendar = lexicon().date_words
    known = [word in calendar or word.rstrip(".") in calendar or bool(_DAY.fullmatch(word)) for word in words]
    return any(known) and all(flag or word in lexicon().small["date"] for flag, word in zip(known, words, strict=True))


def _is_name(part: str) -> bool:
    """Capitalised words and particles, at most five ("Port-au-Prince", "Frankfurt am Main", "BRUSSELS/KYIV")."""
    words = _WORDS.findall(part)
    proper = [word for word in words if word[:1].isupper()]
    small = all(word[:1].isupper() or fold(word) in lexicon().particles for word in words)
    if not words or fold(words[0]) in lexicon().small["opener"]:
        return False
    return len(words) <= 5 and bool(proper) and small and not any(c.isdigit() for c in part)


def _is_evident(place: _Place, dated: bool, agency: str | None, match: re.Match[str], text: str) -> bool:
    """Whether the head of the text is a dateline and not the beginning of a sentence."""
    mark = match["mark"]
    if agency is not None:
        return bool(mark) or place.is_known or place.is_shouted
    if mark == ":":
        return place.is_shouted and place.is_known
    if mark and dated:
        return True
    if not mark or not place.is_known or not match.group()[: -len(mark)].endswith(" "):
        return bool(mark) and place.is_shouted and place.is_known and mark in "–—―"
    following = _WORDS.search(text, match.end())
    return place.is_shouted or (following is not None and _opens_sentence(following.group()))


def _opens_sentence(word: str) -> bool:
    return word[:1].isupper() and fold(word) in lexicon().small["opener"]
