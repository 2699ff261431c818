"""How a text groups and parts its digits, where its language leaves that open: "1.234,5" or "1,234.5", "3 900"."""

import re
from dataclasses import replace

from pipeline.numbers.grammar import Grammar

__all__ = ["as_written"]

_POINTS = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:,\d{3}){2,}|\d{1,3},\d{3}\.\d|\d{1,3},000|\d{1,4}\.\d{1,2}(?!\s?h))(?![\d.,]\d|\d)"
)
_COMMAS = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+(?:,\d)?|\d{1,4},\d{1,2})(?![\d.,]\d|\d)")
# "R186 000", "12 000" show the habit, "12,000" shows another
_BLANKS = re.compile(r"(?:[$£€R]\d{1,3}|(?<![\d.,])\b\d{1,3}(?= (?:\d{3} ){0,3}000\b))(?: \d{3}){1,4}+(?![\d,.]\d|\d)")
# "a total of 3 891 people", "more than 3 664": nobody writes two numbers so
_HEDGED_BLANKS = re.compile(
    r"\b(?:total of|more than|less than|fewer than|compared with|at least|about|nearly|almost|over|around|up to) "
    r"[1-9]\d{0,2}(?: \d{3}){1,3}+(?![\d,.%]\d|\d)"
)
_GROUPS = re.compile(r"(?<![\d.,])\d{1,3},\d{3}(?![\d,])")
_READ = 20_000  # characters that show the habit of a text


def as_written(grammar: Grammar, text: str, country: str | None) -> Grammar:
    """The grammar with the signs that the text uses: what its numbers show, else the habit of the country."""
    if not grammar.point_countries:
        blanks = _BLANKS.search(text, 0, _READ) or _HEDGED_BLANKS.search(text, 0, _READ)
        spaced = blanks and not grammar.decimal_comma and not _GROUPS.search(text, 0, _READ)
        return replace(grammar, spaced=True) if spaced else grammar
    points, commas = (len(pattern.findall(text[:_READ])) for pattern in (_POINTS, _COMMAS))
    pointed = points > commas or (points == commas and (country or "").upper() in grammar.point_countries)
    return replace(grammar, decimal_comma=False) if pointed else grammar
