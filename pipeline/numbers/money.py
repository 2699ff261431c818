"""Money around a number: symbols, codes and words, and whose "$" it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile

from pipeline.numbers.currencies import (
    AMBIGUOUS_CODES,
    CODES_BEHIND,
    GLUED_ALWAYS,
    GLUED_WORDS_BEFORE,
    ISO_CODES,
    MARKS,
    PREFIXES,
    SCALED_WORDS_BEFORE,
    SPACED_PREFIXES,
    WORDS_BEFORE,
)
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens, tokenize
from pipeline.numbers.wordlists import word_set

__all__ = ["Money", "MoneyTable", "money_after", "money_before", "money_table"]

_NATIONS = frozenset({"US", "Canadian", "Australian", "American"})
_SCALES = word_set("thousand million billion trillion m bn mn b k tn trn")
_CLAUSE = 12  # words back to the price that has a level
_HEDGES = word_set("""
    about around nearly almost some roughly approximately over under more less than least at only just a an
    him her them it me us you
""")
_LEADS = word_set("to at from by is was are were reached hit")


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """Words of money by their first word (lower case)."""

    words: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    small: Mapping[str, str]
    scaled_only: frozenset[str]
    paying: frozenset[str]
    prices: frozenset[str]


@dataclass(frozen=True, slots=True)
class Money:
    """A currency beside a number: a code or a family of them, or a small coin; tokens [first, last)."""

    family: str
    first: int
    last: int
    coin: str | None = None
    hyphened: bool = False


def money_table(
    words: str,
    small: Mapping[str, str],
    scaled_only: frozenset[str],
    *,
    paying: frozenset[str] = frozenset(),
    prices: frozenset[str] = frozenset(),
    elided: bool = False,
) -> MoneyTable:
    """Read "code | spellings" lines."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in filter(None, words.splitlines()):
        code, spellings = map(str.strip, line.split("|"))
        for spelling in filter(None, map(str.strip, spellings.split(","))):
            tokens = tokenize(spelling.lower(), decimal_comma=elided, elided=elided)
            key = tuple(tokens.words[: tokens.count])
            index.setdefault(key[0], []).append((key, code))
    ordered = {key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in index.items()}
    return MoneyTable(ordered, small, scaled_only, paying, prices)


def money_before(tokens: Tokens, i: int, paying: frozenset[str]) -> Money | None:
    """The currency that ends in front of token `i`: "$", "US$", "$US", "HK $", "EUR", "Rs."; "P52" behind who pays."""
    if i == 0:
        return None
    word, low = tokens.words[i - 1], tokens.lows[i - 1]
    if word == "¢" and tokens.words[i - 2 : i - 1] == ["GH"] and tokens.glued(i - 1):
        return Money("GHS", i - 2, i)
    if low in MARKS:
        return _mark_before(tokens, i)
    if tokens.shapes[i - 1] is Shape.WORD:
        if i >= 2 and tokens.glued(i - 1) and tokens.lows[i - 2] in MARKS and word in PREFIXES:
            return Money(PREFIXES[word], i - 2, i)
        return _word_before(tokens, i - 1, i, paying)
    if word == "." and i >= 2 and tokens.glued(i - 1) and tokens.words[i - 2] in ("Rs", "Re", "Tk", "Sh", "Fr"):
        return Money(WORDS_BEFORE[tokens.words[i - 2]], i - 2, i)
    if word == "=" and i >= 2 and tokens.words[i - 2] == "Y" and tokens.glued(i) and tokens.glued(i - 1):
        return Money("yen", i - 2, i)
    return None


def _mark_before(tokens: Tokens, i: int) -> Money:
    mark = MARKS[tokens.lows[i - 1]]
    if mark == "dollar" and i >= 2:
        word = tokens.words[i - 2]
        if word in PREFIXES and (tokens.glued(i - 1) or word in SPACED_PREFIXES):
            return Money(PREFIXES[word], i - 2, i)
        if word == "." and tokens.glued(i - 1) and i >= 5 and tokens.words[i - 5 : i - 2] == ["U", ".", "S"]:
            return Money("USD", i - 5, i)
    return Money(mark, i - 1, i)


def _word_before(tokens: Tokens, j: int, i: int, paying: frozenset[str]) -> Money | None:
    word, glued = tokens.words[j], tokens.glued(i)
    if tokens.glued(j) and tokens.shapes[j - 1] in (Shape.WORD, Shape.DIGITS):
        return None
    if word == "PS" and glued and tokens.words[i] in ("1", "2", "3", "4", "5"):
        return None  # a console
    behind = i + 1 + (tokens.lows[i + 1] in HYPHENS and tokens.glued(i + 1))  # "R38-million"
    scaled = tokens.lows[behind] in _SCALES or not {",", " "}.isdisjoint(tokens.words[i])
    if word in AMBIGUOUS_CODES and not scaled:
        return None  # COP30
    if word in SCALED_WORDS_BEFORE and scaled:
        return Money(SCALED_WORDS_BEFORE[word], j, i)
    if word in ISO_CODES or word in WORDS_BEFORE:
        return Money(WORDS_BEFORE.get(word, word), j, i)
    if not glued or word not in GLUED_WORDS_BEFORE or (tokens.glued(j) and tokens.lows[j - 1] == "-"):
        return None
    paid = scaled or word in GLUED_ALWAYS or tokens.low(_past_hedges(tokens, j - 1)) in paying
    return Money(GLUED_WORDS_BEFORE[word], j, i) if paid else None


def _is_paid(tokens: Tokens, number: int, last: int, table: MoneyTable) -> bool:
    """Whether the amount of pounds behind the number that ends at token `number` pays."""
    if tokens.lows[last] == "of":
        return False  # "paid for 30 pounds of nails"
    k = _past_hedges(tokens, number - 2 - (tokens.low(number - 1) == "of"))  # "paying hundreds of pounds for"
    if tokens.low(k) in table.paying:
        return True
    if tokens.low(k) not in _LEADS and tokens.low(number - 2) != "at":
        return False
    clause = takewhile(lambda m: tokens.shapes[m] is not Shape.MARK, range(k, max(-1, k - _CLAUSE), -1))
    return any(tokens.lows[m] in table.prices for m in clause)


def _past_hedges(tokens: Tokens, k: int) -> int:
    """In front of the hedges, articles and pronouns that end at token `k`: "pays them about"."""
    while tokens.low(k) in _HEDGES or tokens.lows[max(0, k - 1) : k + 1] == ["up", "to"]:
        k -= 1 + (tokens.low(k) == "to")
    return k


def _foreign(tokens: Tokens, j: int) -> int:
    """Behind the "U.S." of "74 U.S. cents" at token `j`."""
    if tokens.words[j] in _NATIONS:
        return j + 1
    return j + 4 if tokens.words[j : j + 4] == ["U", ".", "S", "."] else j


def money_after(tokens: Tokens, i: int, table: MoneyTable, *, large: bool, sterling: bool = False) -> Money | None:
    """The currency at token `i`: "dollars", "Danish crowns", "€", "-dollar", "cents", "50p".

    `sterling` says that a "pound" here pays; else it weighs.
    """
    hyphened = tokens.lows[i] in HYPHENS and tokens.glued(i) and tokens.glued(i + 1)
    j = i + hyphened
    low, word = tokens.lows[j], tokens.words[j]
    for key, code in table.words.get(low, ()):
        last = j + len(key)
        if tuple(tokens.lows[j:last]) == key and (large or low not in table.scaled_only or len(key) > 1):
            weighs = code == "pound" and not (sterling or _is_paid(tokens, i, last, table))
            return None if weighs else Money(code, j, last, hyphened=hyphened)
    if (coin := _foreign(tokens, j)) > j and tokens.lows[coin] in table.small:
        return Money("", j, coin + 1, coin=table.small[tokens.lows[coin]], hyphened=hyphened)
    if low in table.small and (low != "p" or tokens.glued(j)):
        return Money("", j, j + 1, coin=table.small[low], hyphened=hyphened)
    if (word in ISO_CODES or word in CODES_BEHIND) and not hyphened and tokens.shapes[j + 1] is not Shape.DIGITS:
        return Money(CODES_BEHIND.get(word, word), j, j + 1)
    if low in MARKS and tokens.shapes[j + 1] is not Shape.DIGITS:
        return Money(MARKS[low], j, j + 1)
    return None
