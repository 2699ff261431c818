"""Letters that touch digits: codes and names of models, and the sides of what is measured, which are neither."""

from pipeline.numbers.block import Block
from pipeline.numbers.grammar import BlockTables
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["SPAN_YEARS", "letters_follow", "letters_touch"]

SPAN_YEARS = range(1000, 2101)
_DIMENSIONS = frozenset("234")
_TIMES, _MOST_SIDES = frozenset({"x", "×"}), 6
_LENGTHS = word_set("""
    mm cm m km in ft inch inches foot feet metre metres meter meters centimetres centimeters yards miles
""")
_SPORTS = word_set("relay relays freestyle medley mixed sprint run runs hurdles swim")


def letters_touch(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    """ "Mi-8", "A320", "COVID-19", "last-32", "H1N1"; money in letters is asked for before."""
    if not tokens.glued(i) or i == 0 or _is_side(tokens, i):
        return None
    before = tokens.words[i - 1]
    if before == "US" and tokens.lows[i + 1] in ("¢", "c", "cents") and not tokens.glued(i - 1):
        return None  # "the dollar slipped to US65.1¢"
    if tokens.shapes[i - 1] is Shape.WORD and not before.endswith(("'", "’")):
        return Block("letters-and-digits", i - 1, _code_end(tokens, i))
    hyphened = before in HYPHENS and i >= 2 and tokens.glued(i - 1)
    if hyphened and tokens.lows[i - 2] in ("by", "in") and tokens.shapes[max(0, i - 4)] is Shape.DIGITS:
        return None  # "a 14-by-9-inch print", "a 1-in-5 chance"
    if hyphened and tokens.words[i - 2] == "Under" and i > 2 and tokens.is_name(i - 3):
        return Block("hyphened-name", i - 2, _code_end(tokens, i))  # "Scotland Under-21 defender"
    if hyphened and tokens.shapes[i - 2] is Shape.WORD and tokens.lows[i - 2] not in tables.open_prefixes:
        return Block("hyphened-name", i - 2, _code_end(tokens, i))
    return None


def _is_side(tokens: Tokens, i: int) -> bool:
    """Whether digits are one side of what is measured: "70x74x132.5cm", "20 x 30 feet", but not "a 4x4"."""
    first = i
    while tokens.low(first - 1) in _TIMES and tokens.shapes[first - 2] is Shape.DIGITS and first > i - _MOST_SIDES:
        first -= 2
    last = i
    while tokens.lows[last + 1] in _TIMES and tokens.shapes[last + 2] is Shape.DIGITS and last < i + _MOST_SIDES:
        last += 2
    repeated = tokens.lows[last + 2] in _SPORTS  # the "4x100m relay" has four legs
    return last > first and tokens.lows[last + 1] in _LENGTHS and not repeated


def _code_end(tokens: Tokens, i: int) -> int:
    """The end of a code that goes on: "PLX-R18", "AZ-1220b"."""
    j = i + 1
    while tokens.glued(j) and (tokens.shapes[j] in (Shape.WORD, Shape.DIGITS)):
        j += 1
    while tokens.words[i - 2].isupper() and tokens.lows[j] in HYPHENS and tokens.glued(j) and _is_group(tokens, j + 1):
        j += 2  # "ZX-07-2213"
    return j


def _is_group(tokens: Tokens, j: int) -> bool:
    return tokens.shapes[j] is Shape.DIGITS and tokens.glued(j) and len(tokens.words[j]) > 1


def letters_follow(tokens: Tokens, i: int, known: bool) -> Block | None:
    """ "5G", "3D", "49ers", "747s": letters that are no unit and no scale."""
    j = i + 1
    if tokens.lows[j] == "s" and tokens.glued(j) and _is_model(tokens.words[i]):
        return Block("plural-model", i, j + 1)
    if tokens.words[i] in _DIMENSIONS and tokens.lows[j] in HYPHENS and tokens.words[j + 1] == "D":
        return Block("digits-and-letters", i, j + 2)  # "3-D printers"
    if known or not tokens.glued(j) or tokens.shapes[j] is not Shape.WORD or _is_side(tokens, i):
        return None
    if tokens.words[j] == "x" and not tokens.glued(j + 1):
        return None  # "grew 3x faster"
    if tokens.lows[j] in ("st", "nd", "rd", "th", "am", "pm") or (tokens.lows[j] == "s" and len(tokens.words[i]) == 4):
        return None
    return Block("digits-and-letters", i, _code_end(tokens, j))


def _is_model(word: str) -> bool:
    """Whether digits before an "s" are a name in the plural: no seconds, no years."""
    return word.isdecimal() and 2 < len(word) < 6 and int(word) not in SPAN_YEARS
