"""Whether a text in a language of decimal commas writes points all the same, as Mexico and Peru do in Spanish."""

import re
from dataclasses import replace

from pipeline.numbers.grammar import Grammar

__all__ = ["as_written"]

_POINTS = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:,\d{3}){2,}|\d{1,3},\d{3}\.\d|\d{1,3},000|\d{1,4}\.\d{1,2}(?!\s?h))(?![\d.,]\d|\d)"
)
_COMMAS = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+(?:,\d)?|\d{1,4},\d{1,2})(?![\d.,]\d|\d)")
_READ = 20_000  # characters that show the habit of a text


def as_written(grammar: Grammar, text: str, country: str | None) -> Grammar:
    """The grammar with the decimal sign that the text uses: what its numbers show, else the habit of the country."""
    if not grammar.point_countries:
        return grammar
    points, commas = (len(pattern.findall(text[:_READ])) for pattern in (_POINTS, _COMMAS))
    pointed = points > commas or (points == commas and (country or "").upper() in grammar.point_countries)
    return replace(grammar, decimal_comma=False) if pointed else grammar
