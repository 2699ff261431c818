"""Blocks that German, French and Spanish have and English has not; their tables are empty there."""

from pipeline.numbers.block import Block, digit_groups
from pipeline.numbers.digits import simple_fraction
from pipeline.numbers.grammar import BlockTables
from pipeline.numbers.scores import is_small
from pipeline.numbers.tokens import Shape, Tokens

__all__ = ["BLOCKS_ELSEWHERE"]

_PRIMES = frozenset("‘’'′″")


def _street_behind(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    """ "Lindenstraße 12", "Am Markt-Platz 3": the number of a house behind its street."""
    if not tables.street_endings or i == 0 or tokens.glued(i) or not tokens.words[i].isdecimal():
        return None
    street = tokens.lows[i - 1]
    named = tokens.is_name(i - 1) and street.endswith(tables.street_endings) and street not in tables.street_endings
    return Block("street-address", i, i + 1) if named and len(tokens.words[i]) <= 3 else None


def _dotted_ordinal(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    """ "am 3. Spieltag", "der 1. Senat": digits and a full stop behind an article are an ordinal."""
    word = tokens.words[i]
    if tokens.lows[i + 1] != "." or not tokens.glued(i + 1) or not (word.isdecimal() and len(word) <= 3):
        return None
    goes_on = bool(tables.ordinal_leads) and tokens.shapes[i + 2] is Shape.WORD and tokens.words[i + 2].isalpha()
    marked = bool(tables.ordinal_leads) and tokens.lows[i + 2] in _PRIMES and tokens.glued(i + 2)
    led = tokens.low(i - 1) in tables.ordinal_leads
    return Block("ordinal", i, i + 1, "ordinal") if led or goes_on or marked else None


def _zero_led(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    """ "0341", "007": no amount begins with a zero; with the groups of digits behind it."""
    word = tokens.words[i]
    if not tables.zero_led or not (word.isdecimal() and len(word) > 1 and word[0] == "0"):
        return None
    return Block("telephone", i, max(i + 1, digit_groups(tokens, i)))


def _primed(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    """ "3‘47‘‘", "41''": the minutes and seconds of a race."""
    j = i + 1
    if not tables.score_words or tokens.lows[j] not in _PRIMES or not tokens.glued(j):
        return None
    while tokens.glued(j) and (tokens.lows[j] in _PRIMES or tokens.shapes[j] is Shape.DIGITS):
        j += 1
    return Block("race-time", i, j, "other") if j > i + 2 else None


def _era(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    """ "900 v. Chr.", "52 av. J.-C.": a year."""
    for words in tables.eras:
        if tuple(tokens.lows[i + 1 : i + 1 + len(words)]) == words:
            return Block("year", i, i + 1 + len(words), None)
    return None


def _told_score(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    """ "battu 2 à 0", "das 0:2 in Ingolstadt" """
    if not tables.score_words or not (is_small(tokens, i) and is_small(tokens, i + 2)):
        return None
    colon = tokens.lows[i + 1] == ":" and tokens.glued(i + 1) and tokens.glued(i + 2)
    won = tokens.lows[i + 1] in tables.score_words and any(tokens.low(i - k) in tables.score_cues for k in range(1, 4))
    return Block("score", i, i + 3, "score") if colon or (won and tokens.shapes[i + 3] is not Shape.DIGITS) else None


def _slashed(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    """ "l'escadron 28/2", "Nº 857/11": digits over digits that are no fraction."""
    if not tables.score_words or tokens.lows[i + 1] != "/" or not (tokens.glued(i + 1) and tokens.glued(i + 2)):
        return None
    if tokens.shapes[i + 2] is not Shape.DIGITS or simple_fraction(tokens, i) is not None:
        return None
    return Block("slashed-number", i, i + 3)


def _degree_ordinal(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    """ "8° Congreso": an ordinal before a name, not degrees."""
    if not tables.score_words or tokens.lows[i + 1] != "°" or not tokens.glued(i + 1) or not tokens.is_name(i + 2):
        return None
    return None if tokens.lows[i + 2] in ("c", "f", "celsius") else Block("ordinal", i, i + 2, "ordinal")


def _in_bracket(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    """ "(Saint-Denis, 93)", "(Maria Huber, 45)": what a bracket adds to a name."""
    bracketed = tokens.low(i - 1) == "," and tokens.lows[i + 1] == ")" and tokens.is_name(i - 2)
    small = tokens.words[i].isdecimal() and len(tokens.words[i]) <= 3
    return Block("bracketed-number", i, i + 1, "other") if tables.score_words and bracketed and small else None


BLOCKS_ELSEWHERE = (
    _told_score,
    _slashed,
    _degree_ordinal,
    _in_bracket,
    _street_behind,
    _dotted_ordinal,
    _zero_led,
    _primed,
    _era,
)
