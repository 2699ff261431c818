"""What the reader of times took for a year or a duration, and the words around it make an amount or an age."""

from pipeline.numbers.ages import read_age
from pipeline.numbers.amounts import read_amount
from pipeline.numbers.bounds import bound_before
from pipeline.numbers.grammar import Grammar
from pipeline.numbers.tokens import Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["is_amount"]

_TEMPORAL = word_set("""
    in since by until till from before after to around during of circa through between and or
""")
_SUMS = frozenset({"average", "total", "maximum", "minimum", "sum", "mean", "median", "peak"})
_FIRST_LIKELY_YEAR = 1700


def is_amount(tokens: Tokens, i: int, grammar: Grammar) -> bool:
    """ "the 1000 hp barrier", "an average of 1500", "About 1000 come from Asia", but not "in about 1850"."""
    amount = read_amount(tokens, i, grammar)
    if amount is None or amount.value is None:
        return False
    if amount.unit is not None:
        age = read_age(tokens, amount, grammar.units, grammar.ages)
        return age is not None or amount.unit.name not in grammar.units.times
    if tokens.low(i - 1) == "of" and tokens.low(i - 2) in _SUMS:
        return True
    if _counts_people(tokens, i + 1, grammar) and tokens.low(i - 1) not in _TEMPORAL | {"the", "of", "'s"}:
        return True
    hedge = bound_before(tokens, i, grammar.left, frozenset())
    dated = tokens.low(hedge[1] - 1) in _TEMPORAL if hedge is not None else True
    return not dated and amount.value < _FIRST_LIKELY_YEAR and amount.value % 50 == 0  # not "around 1295"


def _counts_people(tokens: Tokens, j: int, grammar: Grammar) -> bool:
    """ "2000 people", "1900 Russian soldiers" """
    if grammar.words is None:
        return False
    people, plurals = grammar.words.PEOPLE, grammar.words.PLURALS
    heads = tokens.lows[j : j + 2]
    return any(plurals.get(low, low.removesuffix("s")) in people and low not in people - {"people"} for low in heads)
