"""Number words that other languages have and English has not: "jeder fünfte", "das Doppelte", "un million et demi"."""

from decimal import Decimal

from pipeline.numbers.digits import fraction
from pipeline.numbers.grammar import Numerals
from pipeline.numbers.numeral import Numeral
from pipeline.numbers.tokens import Shape, Tokens

__all__ = ["denominator_at", "each_share", "factor", "half_behind", "mixed_word"]


def each_share(tokens: Tokens, i: int, names: Numerals) -> Numeral | None:
    """ "jeder fünfte Haushalt": one in five"""
    if tokens.lows[i] not in names.each:
        return None
    size = names.each_of.get(tokens.lows[i + 1])
    return None if size is None else Numeral(i, i + 2, fraction(1, size), "fraction")


def factor(tokens: Tokens, i: int, names: Numerals) -> Numeral | None:
    """ "doppelt so viele", "das Doppelte", "le triple": a number of times, where the words around it say so"""
    found = names.factors.get(tokens.lows[i])
    if found is None:
        return None
    value, before, after = found
    if (before and tokens.low(i - 1) not in before) or (after and tokens.lows[i + 1] not in after):
        return None
    return Numeral(i, i + 1, Decimal(value), "multiple")


def mixed_word(tokens: Tokens, i: int, names: Numerals) -> Numeral | None:
    """ "anderthalb", "zweieinhalb": a number with its half in one word"""
    value = names.mixed.get(tokens.lows[i])
    return None if value is None else Numeral(i, i + 1, Decimal(value), "words")


def half_behind(tokens: Tokens, j: int, names: Numerals) -> int:
    """The token behind "et demi", "y medio" at `j`; `j` where there is none."""
    for words in names.half_tails:
        if tuple(tokens.lows[j : j + len(words)]) == words:
            return j + len(words)
    return j


def denominator_at(tokens: Tokens, j: int, names: Numerals) -> tuple[int, int]:
    """The denominator at token `j` and the token behind it, 0 where there is none: "Drittel", "quintas partes"."""
    word, following = tokens.lows[j], tokens.lows[j + 1]
    if following in names.parts and word in names.part_denominators:
        return names.part_denominators[word], j + 2
    if word in names.of_denominators and following not in names.of_words and tokens.shapes[j + 1] is not Shape.MARK:
        return 0, j
    return names.denominators.get(word, 0), j + 1
