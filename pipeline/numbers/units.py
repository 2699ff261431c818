"""Units behind numbers: words in any case, abbreviations exactly as written."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.numbers.tokens import HYPHENS, Shape, Tokens, tokenize

__all__ = ["Unit", "UnitTable", "read_unit", "unit_table"]

Spellings = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
_SHORT = 3  # "12 stone was", "12 stone 6 lbs"
# One letter that does not touch its number is a unit only for these.
_LOOSE_LETTERS = frozenset({"C", "F", "g", "m", "W", "V", "l", "L"})


@dataclass(frozen=True, slots=True)
class UnitTable:
    """Units by their first word: `words` in lower case, `abbreviations` as written."""

    words: Spellings
    abbreviations: Spellings
    times: frozenset[str]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit behind a number: its name, and the tokens [first, last) that say it."""

    name: str
    first: int
    last: int
    hyphened: bool = False


def unit_table(units: str, time_units: str, *, elided: bool = False) -> UnitTable:
    """Read "canonical | words | abbreviations" lines."""
    words: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    abbreviations: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in [*units.splitlines(), *time_units.splitlines()]:
        name, *columns = map(str.strip, line.split("|"))
        for column, index, folded in zip(columns, (words, abbreviations), (True, False), strict=False):
            for spelling in filter(None, map(str.strip, column.split(","))):
                tokens = tokenize(spelling, decimal_comma=elided, elided=elided)
                key = tuple((tokens.lows if folded else tokens.words)[: tokens.count])
                index.setdefault(key[0], []).append((key, name))
    times = frozenset(line.split("|")[0].strip() for line in time_units.splitlines())
    return UnitTable(_longest_first(words), _longest_first(abbreviations), times)


def _longest_first(index: Mapping[str, list[tuple[tuple[str, ...], str]]]) -> Spellings:
    return {key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in index.items()}


def read_unit(tokens: Tokens, i: int, table: UnitTable, *, digits: bool) -> Unit | None:
    """The unit at token `i`, which may begin with the hyphen of "12-inch"; abbreviations stand behind digits only."""
    hyphened = tokens.lows[i] in HYPHENS and tokens.glued(i) and tokens.glued(i + 1)
    j = i + hyphened
    if tokens.words[j] == "SEC":
        return None  # a conference, a commission
    for key, name in table.words.get(tokens.lows[j], ()):
        last = j + len(key)
        named = key == ("stone",) and not tokens.words[j].islower()
        if tuple(tokens.lows[j:last]) == key and not (named or _continues(tokens, last)):
            return Unit(name, j, last, hyphened)
    if not digits:
        return None
    for key, name in table.abbreviations.get(tokens.words[j], ()):
        last = j + len(key)
        if tuple(tokens.words[j:last]) == key and _is_abbreviation(tokens, j, last, hyphened):
            return Unit(name, j, last, hyphened)
    return None


def _continues(tokens: Tokens, last: int) -> bool:
    """Whether the word goes on as another, or says of what "two stone lions" are made."""
    behind = tokens.lows[last]
    made = tokens.low(last - 2) == "one" or (behind.endswith("s") and len(behind) > _SHORT and behind != "pounds")
    if tokens.lows[last - 1] == "stone" and made:
        return True
    tied = behind in HYPHENS and tokens.glued(last) and tokens.shapes[last + 1] is Shape.WORD
    if tied and tokens.lows[last - 1] == "second" and tokens.lows[last + 1] not in ("long", "half"):
        return True  # "300 second-hand books"
    return tokens.shapes[last] is Shape.DIGITS and tokens.glued(last)


def _is_abbreviation(tokens: Tokens, j: int, last: int, hyphened: bool) -> bool:
    word = tokens.words[j]
    if word != "%" and tokens.glued(last) and tokens.shapes[last] in (Shape.WORD, Shape.DIGITS):
        return False
    if tokens.glued(j) or not word.isalpha() or len(word) > 1:
        return True
    initial = tokens.lows[last] == "." and last == j + 1 and last + 1 < tokens.count
    return word in _LOOSE_LETTERS and not initial and not hyphened
