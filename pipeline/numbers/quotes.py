"""Direct quotations of a text, as spans; those that go on over paragraphs form one turn of speech."""

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple


class Quote(NamedTuple):
    """A stretch between quotation marks, the marks included; `turn` is shared by paragraphs of one speech."""

    start: int
    end: int
    turn: int


# What may close a quotation that a mark opened. News mixes straight and curly marks.
_CLOSERS = {'"': '"”“', "“": '”"', "„": '“”"', "«": "»", "»": "«", "‘": "’", "'": "'’", "‚": "‘’", "‹": "›", "›": "‹"}
_DOUBLE = frozenset('"“„«»')
_MARK = re.compile(r"[\"“”„«»‹›‘’'‚]|\n")
_SPACED = re.compile(r'[.!?] " [A-Z]')  # 'he wrote. " The course'
# what the next paragraph begins with, past lines that advertise other pages or tell of a picture: "Read more in
# business", "Photo: Jane Roe/Wires"
_NEXT = re.compile(
    r"\s*(?:(?:(?:(?:Credits?|Photos?|Photographs?|Pictures?|Images?): ?[^\n“”\"]{2,80}|[A-Za-z][^\n.!?:,;“”\"]{2,80})"
    r"\n\s*){1,3}(?=[\"“‘]))?(\S?)"
)
_OPENS_AFTER = frozenset(" \t\n\r\u00a0\u202f([{—–-:*_/")
_NAME_LINKS = frozenset(("of", "the", "and", "in", "for", "to", "a", "at", "on", "de", "&"))
_LONGEST_NAME, _NAME_WORDS = 80, 8
_NEXT_CHARS = 300
_LONGEST = 6000  # a quotation that goes on longer within one paragraph was never closed


@lru_cache(maxsize=1)  # more than one stage asks for those of its text
def quote_spans(text: str) -> tuple[Quote, ...]:
    """The quotations in order, none within another. Linear in the length of the text.

    A double mark that no mark closes is a quotation up to the end of its paragraph where the next paragraph opens with
    a mark again (speech over several paragraphs), and also where the quotation opened the paragraph.
    """
    quotes: list[Quote] = []
    opened: tuple[int, str] | None = None
    turn = 0
    for mark in _MARK.finditer(text):
        at, char = mark.start(), mark.group()
        if char == "\n":
            if opened:
                sure = opened[1] in _DOUBLE or _introduces(text, *opened)
                heads = _heads_paragraph(text, opened[0])
                goes_on = (sure or heads) and _next_opens(text, at, opened[1])
                if goes_on or (sure and heads):
                    quotes.append(Quote(opened[0], at, turn))
                    turn += not goes_on
            opened = None
        elif opened is None:
            if _can_open(text, at, char):
                opened = (at, char)
        elif _closes(text, at, char, opened):
            quotes.append(Quote(opened[0], at + 1, turn))
            turn += 1
            opened = None
    if opened and opened[1] in _DOUBLE and _heads_paragraph(text, opened[0]):
        quotes.append(Quote(opened[0], len(text), turn))
    return tuple(quotes)


def quote_at(quotes: Sequence[Quote], offset: int) -> Quote | None:
    """The quotation that covers an offset."""
    i = bisect_right(quotes, (offset, sys.maxsize)) - 1
    return quotes[i] if i >= 0 and offset < quotes[i].end else None


def holds_quote(quotes: Sequence[Quote], start: int, end: int) -> bool:
    """Whether a part of a quotation stands in a stretch."""
    i = bisect_right(quotes, start, key=lambda quote: quote.end)
    return i < len(quotes) and quotes[i].start < end


def in_quotes(quotes: Sequence[Quote], offset: int) -> bool:
    """Whether an offset stands inside a direct quotation."""
    return quote_at(quotes, offset) is not None


def is_name(text: str, quote: Quote) -> bool:
    """Whether what stands in marks is a name or a title rather than speech: ‘2018 Harbour Festival’."""
    inner = text[quote.start + 1 : quote.end - 1]
    words = inner.split() if quote.end - quote.start < _LONGEST_NAME else []
    if not 1 < len(words) <= _NAME_WORDS or inner[-1] in ".,!?…;:—-":
        return False
    return all(word[0].isupper() or word[0].isdigit() or word in _NAME_LINKS for word in words) and (
        sum(word[0].isupper() for word in words) > 1
    )


def _can_open(text: str, at: int, char: str) -> bool:
    before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2]
    if char == '"' and _SPACED.match(text, max(0, at - 2)):
        return True
    if char in "”’" or not after or (after.isspace() and (char != "«" or after == "\n")):
        return False
    if char in "'‘":
        return before in _OPENS_AFTER and (after.isalpha() or after.isdigit()) and not _elision(text, at)
    if char == "»":
        return before in _OPENS_AFTER and after.isalnum()
    return char in _CLOSERS and (char != '"' or before in _OPENS_AFTER or not before.isalnum())


def _elision(text: str, at: int) -> bool:
    """'90s, 'em, 'til: a single mark that only stands for letters left out"""
    return bool(re.match(r"['‘](?:\d0s|em|til|cause|tis|twas|n)\b", text[at : at + 8]))


def _closes(text: str, at: int, char: str, opened: tuple[int, str]) -> bool:
    if char not in _CLOSERS[opened[1]] or at - opened[0] > _LONGEST:
        return False
    before, after = text[at - 1], text[at + 1 : at + 2]
    if opened[1] in "'‘‚":
        return not after.isalnum() and (before in ".,?!…;:-—" or not before.isspace()) and not _possessive(text, at)
    return not (char == '"' and before.isspace() and after.isalnum() and at - opened[0] < 2)


def _possessive(text: str, at: int) -> bool:
    """Whether a single mark after an s is rather a plural's possessive: "the voters' anger" within a quotation."""
    if text[at - 1] not in "sz" or not re.match(r"['’] [a-z]", text[at : at + 3]):
        return False
    line_end = text.find("\n", at, at + _LONGEST)
    rest = text[at + 1 : line_end if line_end >= 0 else at + 400]
    return bool(re.search(r"[.,?!…]['’](?!\w)", rest))


def _introduces(text: str, at: int, mark: str) -> bool:
    """Whether a single mark opens speech that goes on over paragraphs: "She added: ‘I will stay.\n“I love it.”" """
    return mark in "‘'" and text[max(0, at - 2) : at] in (": ", ", ")


def _next_opens(text: str, at: int, mark: str) -> bool:
    following = _NEXT.match(text, at, at + _NEXT_CHARS)
    after = following[1] if following else ""
    return after != "" and after in ('"“' if mark in '"“' else '‘"“' if mark == "‘" else mark)


def _heads_paragraph(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"
