"""Lines whose label names who says them: "Ministry: 300 towns cut off", "Fire kills three: police"."""

import re
from collections.abc import Iterator

from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.names import Claimant
from pipeline.numbers.claims.reporting import ReportingWords

__all__ = ["labelled_lines", "sourced_lists"]

_WORD = r"[A-Za-z][\w’'.&-]*"
_HEAD = re.compile(rf"(?m)^(?P<name>[A-Z][\w’'.&-]*(?: {_WORD}){{0,4}}): (?=[\w$£€])")
_TAIL = re.compile(rf"(?m)(?:: | [—–-] )(?P<name>{_WORD}(?: {_WORD}){{0,3}})[ ]*$")
# "Overnight figures from the ministry: 187 dead"
_FIGURES = re.compile(
    rf"(?m)(?:^|(?<=[.!?] ))(?:\d\d?[:.]\d\d(?: ?[ap]m)?:? )?"
    rf"(?:[A-Z][\w’'-]* (?:{_WORD} ){{0,3}}?(?P<noun>[a-z]+)|(?P<first>[A-Z][a-z]+))"
    rf" (?:from|by|of) (?P<name>(?:the |our |its |their )?{_WORD}(?: {_WORD}){{0,5}}): (?=[\w$£€])"
)
_NUMBERS = frozenset(("numbers", "statistics", "totals", "toll", "update", "bulletin"))
_LONGEST_LINE, _FEWEST_WORDS = 160, 5
_SENTENCE_END = re.compile(r"[.!?] (?=[A-Z“\"])")


_SOURCE = re.compile(r"(?m)^(?P<open>\()?(?P<label>\w+): (?P<name>[A-Z][^\n()/:“\"]{1,120}?)\.?\)?[ ]*$")
_BULLET = re.compile(r"[-•·*–▪●] ?(?=[\w$£€“\"'])")
_LONGEST_ITEM, _MOST_ITEMS = 300, 30


def sourced_lists(text: str, words: ReportingWords) -> Iterator[Claim]:
    """Lists and lines of figures right above the line that says where they are from: "Source: Harwell Institute"."""
    for match in _SOURCE.finditer(text):
        if match["label"] not in words.sets["source_labels"]:
            continue
        start = _list_above(text, match.start())
        if start is None and match["open"]:
            start = _figures_above(text, match.start())
        if start is not None:
            name, at = match["name"], match.start("name")
            claimant = Claimant(name, at, at + len(name), at)
            yield Claim(((start, match.start()),), claimant, None, match["label"], start, match.end(), rank=3)


def _line_above(text: str, at: int) -> tuple[int, int] | None:
    """The last line before an offset that is not empty, if it is no long paragraph."""
    end = len(text[max(0, at - _LONGEST_ITEM) : at].rstrip()) + max(0, at - _LONGEST_ITEM)
    start = text.rfind("\n", max(0, end - _LONGEST_ITEM), end) + 1
    return (start, end) if end > start and (start or end < _LONGEST_ITEM) else None


def _list_above(text: str, at: int) -> int | None:
    """Where the list of items begins that ends at an offset."""
    first = None
    for _ in range(_MOST_ITEMS):
        line = _line_above(text, at)
        if line is None or not _BULLET.match(text, line[0]):
            return first
        first = at = line[0]
    return first


def _figures_above(text: str, at: int) -> int | None:
    line = _line_above(text, at)
    return line[0] if line and any(char.isdigit() for char in text[slice(*line)]) else None


def labelled_lines(text: str, words: ReportingWords) -> Iterator[Claim]:
    """Claims of those who stand before or behind the colon of a line, where they are people or bodies that say."""
    for match in _HEAD.finditer(text):
        if _is_label(match["name"], words):
            yield from _claim(text, match, match.end(), _line_end(text, match.end()))
    for match in _FIGURES.finditer(text):
        noun = match["noun"] or match["first"].lower()
        if noun in words.sets["possessed"] or noun in _NUMBERS:
            yield from _claim(text, match, match.end(), _line_end(text, match.end()), fewest=2)
    for match in _TAIL.finditer(text):
        start = text.rfind("\n", max(0, match.start() - _LONGEST_LINE), match.start()) + 1
        begins = start > 0 or match.start() < _LONGEST_LINE
        if begins and _is_label(match["name"], words, behind=True) and not text.startswith(("- ", "• "), start):
            yield from _claim(text, match, start, match.start())


def _claim(text: str, match: re.Match[str], start: int, end: int, fewest: int = _FEWEST_WORDS) -> Iterator[Claim]:
    if text.count(" ", start, end) + 1 < fewest:
        return
    name, at = match["name"], match.start("name")
    yield Claim(((start, end),), Claimant(name, at, at + len(name), at), None, ":", start, end, rank=3)


def _is_label(name: str, words: ReportingWords, *, behind: bool = False) -> bool:
    last = name.split()[-1]
    if name in words.sets["label_bodies"] or last.lower() in words.sets["labels"]:
        return True
    return behind and last.lower() in ("source", "sources")  # in front, it is whom a picture is from


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    end = end if end >= 0 else len(text)
    stop = _SENTENCE_END.search(text, start, end) if end - start > _LONGEST_LINE else None
    return stop.start() if stop else end
