"""Sentences of a text, as spans: where a number's bound, event, claimant and tense are looked for."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipeline.numbers.mention import Part
from pipeline.numbers.tables import read_table


class Sentence(NamedTuple):
    """A sentence: offsets into the text without surrounding blanks, and the part of the page it stands in."""

    start: int
    end: int
    part: Part


@dataclass(frozen=True, slots=True)
class _Abbreviations:
    capitalised: frozenset[str]
    lower: frozenset[str]
    numbered: frozenset[str]
    either: frozenset[str]
    starters: frozenset[str]
    after_ordinal: frozenset[str]


_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_STOP = re.compile(r"[.!?…。！？](?:[.!?…。！？]*[\"'”’»›)\]*_]*(?=\s|$)|(?<=[。！？]))")
_LAST_WORD = re.compile(r"[^\s(\[\"“”‘«„—–-]*$")
_NEXT = re.compile(r"\s*[\"'“”‘’«»„(\[*_—–-]*(\w*)")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
_HEADLINE = re.compile(r"#{1,2}\s+\S")
_CAPTION = re.compile(
    r"(?:file )?(?:photo|picture|image|caption|video|graphic)s?(?: (?:by|credit))?\s*[:|]", re.IGNORECASE
)
_CREDIT = re.compile(
    r"\((?:AP|AFP|Reuters|Getty|EPA|PA|Photo|Image|Credit)\b[^()]*\)\s*$|/(?:Getty Images|AP|AFP|Reuters)\)?\s*$"
)
_WORD_LOOKBACK = 24
_WRAP_MAX, _WRAP_MIN = 100, 45


@cache
def _abbreviations() -> _Abbreviations:
    table = read_table(Path(__file__).with_name("abbreviations.yml"))
    return _Abbreviations(
        capitalised=frozenset([*table["titles"], *table["months"], *table["states"]]),
        lower=frozenset(table["lower"]),
        numbered=frozenset(table["numbered"]),
        either=frozenset(table["either"]),
        starters=frozenset(table["starters"]),
        after_ordinal=frozenset(table["after_ordinal"]),
    )


def split_sentences(text: str, part: Part = "body") -> list[Sentence]:
    """The sentences of a text, in order, in linear time; `part` is what the text is, unless a line says otherwise.

    A line break ends a sentence unless the text is wrapped at a fixed width; an empty line always does. A first line
    that begins with `#` is the headline, lines with two `|` are table rows, lines that begin as "Photo:" captions.
    """
    sentences: list[Sentence] = []
    for number, (start, end) in enumerate(_blocks(text)):
        block_part = _part_of(text, start, end, part, first=number == 0)
        if block_part == "table":
            sentences.append(Sentence(start, end, block_part))
        else:
            sentences.extend(Sentence(a, b, block_part) for a, b in _split(text, start, end))
    return sentences


def are_apart(text: str, start: int, end: int) -> bool:
    """Whether a blank line stands in this stretch: what is left out behind it is not said before it."""
    return _BLANK_LINE.search(text, start, end) is not None


def sentence_at(sentences: Sequence[Sentence], offset: int) -> Sentence | None:
    """The sentence that covers an offset, or None between sentences."""
    i = bisect_right(sentences, (offset, sys.maxsize)) - 1
    return sentences[i] if i >= 0 and offset < sentences[i].end else None


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Spans that no sentence crosses: lines, or paragraphs of wrapped lines."""
    lines = [span for m in _LINE.finditer(text) if (span := _stripped(text, m.start(), m.end()))]
    wrapped = _is_wrapped(lines)
    pending: tuple[int, int] | None = None
    for start, end in lines:
        if pending and wrapped and _joins(text, pending, start):
            pending = (pending[0], end)
            continue
        if pending:
            yield pending
        pending = (start, end)
    if pending:
        yield pending


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    line = text[start:end]
    body = line.strip()
    if not body:
        return None
    left = start + len(line) - len(line.lstrip())
    return left, left + len(body)


def _is_wrapped(lines: list[tuple[int, int]]) -> bool:
    """Whether lines were broken at a fixed width: none is long, and most are about as long as the longest."""
    lengths = [end - start for start, end in lines]
    if len(lengths) < 4 or max(lengths) > _WRAP_MAX:
        return False
    longest = max(lengths)
    return longest >= _WRAP_MIN and sum(n > 0.75 * longest for n in lengths) > 0.6 * len(lengths)


def _joins(text: str, before: tuple[int, int], start: int) -> bool:
    gap = text[before[1] : start]
    return gap.count("\n") < 2 and gap.count("\r") < 2 and text[start] not in "#|*•-"


def _part_of(text: str, start: int, end: int, part: Part, *, first: bool) -> Part:
    if first and part == "body" and _HEADLINE.match(text, start, end):
        return "headline"
    if text.count("|", start, min(end, start + 500)) >= 2 or text.count("\t", start, min(end, start + 500)) >= 2:
        return "table"
    if _CAPTION.match(text, start, end) or _CREDIT.search(text, max(start, end - 80), end):
        return "caption"
    return part


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends_sentence(text, stop, end):
            yield begin, stop.end()
            begin = stop.end()
            while begin < end and text[begin].isspace():
                begin += 1
    if begin < end:
        yield begin, end


def _ends_sentence(text: str, stop: re.Match[str], end: int) -> bool:
    following = _NEXT.match(text, stop.end(), min(end, stop.end() + 60))
    word = following.group(1) if following else ""
    if word and word[0].islower() and not word.startswith(("iPhone", "iPad", "eBay")):
        return False
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return True
    if len(stop.group()) > 1 and stop.group()[1] in '"”»':
        return True
    return _stop_after_word_ends(text, stop.start(), word)


def _stop_after_word_ends(text: str, at: int, following: str) -> bool:
    """Whether the full stop at `at` ends a sentence, judged by the word before it and the one after it."""
    known = _abbreviations()
    before = _LAST_WORD.search(text, max(0, at - _WORD_LOOKBACK), at)
    word = before.group() if before else ""
    key = word.lower()
    if word.isdigit() and len(word) < 3 and following.lower() in known.after_ordinal:
        return False
    if key in known.lower or (key in known.capitalised and word[0].isupper()):
        return False
    if key in known.numbered:
        return not following[:1].isdigit()
    if key in known.either or (_INITIAL.match(word) and word[0].isupper()):
        return following.lower() in known.starters
    return True
