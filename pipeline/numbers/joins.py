"""Two numbers that are one: ranges ("5 to 7", "between 5 and 7") and shares ("one in five", "3-to-1")."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import gcd
from types import ModuleType
from typing import Literal

from pipeline.numbers.amounts import Amount, read_amount_from
from pipeline.numbers.bounds import bound_before
from pipeline.numbers.grammar import Grammar
from pipeline.numbers.numerals import exact, fraction
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens

__all__ = ["Join", "read_join"]

_DASHES = frozenset("-‐‑–~")
_HEDGED = 4  # words of a hedge that may stand before the second number
_LOOKBACK, _ASIDE = 4, 4
_OBJECT = 12
_NOT_GUESSED = frozenset({",", "and", "at", "in", "on", "by", "to", "with", "among", "page", "pages", "one", "the"})
_MOST_PARTS = 20  # behind "a quarter to" a larger number is a level
_ROUND = frozenset(map(Decimal, (10, 100, 1000, 10_000, 100_000, 1_000_000)))
_LEAP = 4  # times the first number from which "by 235 to 1,351" is no range
_AFTER_ODDS = frozenset({"in", "against", "on", "margin", "ratio", "among", "to", "and", "for", "over", "majority"})
_NAMED_SHARE, _SHARED = 2, 5  # words between a part and its whole; the largest whole of a share that is no power of ten


@dataclass(frozen=True, slots=True)
class Join:
    """A range with its two ends, or a share with its value; `second` carries the unit behind."""

    form: Literal["range", "ratio"]
    rule: str
    second: Amount
    low: Decimal | None = None
    high: Decimal | None = None
    value: Decimal | None = None
    approximate: bool = False


def read_join(tokens: Tokens, amount: Amount, grammar: Grammar) -> Join | None:
    """What `amount` makes together with the number behind it."""
    if amount.value is None or amount.numeral.form in ("half", "multiple", "vague", "couple"):
        return None
    return _share(tokens, amount, grammar) or _range(tokens, amount, grammar)


def _range(tokens: Tokens, amount: Amount, grammar: Grammar) -> Join | None:
    found = _connector(tokens, amount, grammar)
    if found is None:
        return None
    rule, j = found
    j, approximate = _skip_hedge(tokens, j, grammar) if rule != "range-dash" else (j, False)  # "a six-under 66"
    second = read_amount_from(tokens, j, grammar)
    if second is None or second.value is None or second.numeral.form not in ("digits", "words", "one", "fraction"):
        return None
    low = amount.value
    assert low is not None
    shared = amount.numeral.scale == 1 and second.numeral.scale > 1 and low < second.value / second.numeral.scale
    if shared:
        low = exact(low, second.numeral.scale)
    if not low < second.value or not _same_dress(amount, second):
        return None
    if amount.numeral.form == "fraction" and second.value > _MOST_PARTS:
        return None  # "fell by a third to 670"
    lone = second.money is not None and amount.money is None  # "eight or nine euros"
    if rule == "range-or" and (lone or not _adjacent(low, second.value)):
        return None
    if rule == "range-dash" and not _is_dash_range(tokens, amount, second):
        return None
    further = tokens.lows[second.end] in grammar.ranges.to  # "from 5 to 7 percent to 3 to 5 percent"
    if rule == "range-to" and not further and _is_change(tokens, amount, grammar, second):
        return None
    if rule == "range-to" and _is_contest(tokens, amount, grammar):
        return None
    return Join("range", rule, second, low, second.value, approximate=approximate)


def _is_contest(tokens: Tokens, amount: Amount, grammar: Grammar) -> bool:
    """ "trails his rival 43% to 48%", "won by 48% to 52%": what each side has, not a range."""
    if grammar.words is None or amount.unit is None or amount.unit.name != "percent":
        return False
    before = tokens.lows[max(0, amount.first - _OBJECT) : amount.first]
    return before[-1:] != ["from"] and not grammar.words.changes.CONTESTS.isdisjoint(before)


def _connector(tokens: Tokens, amount: Amount, grammar: Grammar) -> tuple[str, int] | None:
    """The rule of the connector behind `amount`, and the token behind it."""
    words = grammar.ranges
    j = amount.end
    hyphen = tokens.lows[j] in HYPHENS and tokens.glued(j)
    low = tokens.lows[j + hyphen]
    if low in words.conjunctions and not hyphen and tokens.shapes[j + 2] is Shape.DIGITS:
        after_article = tokens.lows[j + 1] in grammar.numerals.articles and _is_between(tokens, amount, grammar)
        if after_article and grammar.words is None:
            return "range-between", j + 2  # "entre un 10 y un 15 %"
    if low in words.to and not (tokens.shapes[j + hyphen + 1] is Shape.DIGITS and tokens.glued(j + hyphen + 1)):
        j += hyphen + 1  # not "un A320"
        return "range-to", j + (tokens.lows[j] in HYPHENS)
    percent = amount.unit is not None and amount.unit.name == "percent"
    if low in words.alternatives and not hyphen and (amount.plain or amount.money is not None or percent):
        return "range-or", j + 1
    if low == "," and grammar.words is not None and _is_guess(tokens, amount, j + 1, grammar):
        return "range-or", j + 1
    if low in words.conjunctions and not hyphen and _is_between(tokens, amount, grammar):
        return "range-between", j + 1
    if low in ("up",) and tokens.lows[j + 1] in words.to and tokens.low(amount.first - 1) in words.starts:
        return "range-to", j + 2
    if tokens.lows[j] in _DASHES and (tokens.glued(j) == tokens.glued(j + 1)):
        return "range-dash", j + 1
    return None


def _is_guess(tokens: Tokens, amount: Amount, j: int, grammar: Grammar) -> bool:
    """ "twenty, thirty men came": a second guess at token `j`, and no list or clause of its own."""
    spelled = amount.plain and amount.numeral.form == "words" and tokens.low(amount.first - 1) not in _NOT_GUESSED
    second = read_amount_from(tokens, j, grammar) if spelled else None
    if (
        second is None
        or not second.plain
        or second.numeral.form != "words"
        or tokens.shapes[second.end] is not Shape.WORD
    ):
        return False
    return tokens.lows[second.end] not in grammar.links and tokens.words[second.end].islower()


def _is_between(tokens: Tokens, amount: Amount, grammar: Grammar) -> bool:
    j = amount.first
    bound = bound_before(tokens, j, grammar.left, grammar.transparent)
    j = bound[1] if bound is not None else j
    j -= grammar.words is None and tokens.low(j - 1) in grammar.numerals.articles
    return tokens.low(j - 1) in grammar.ranges.between


def _skip_hedge(tokens: Tokens, j: int, grammar: Grammar) -> tuple[int, bool]:
    """Past the hedge of the second number: "20 to about 30", "5 to as many as 7"."""
    for size in range(_HEDGED, 0, -1):
        found = bound_before(tokens, j + size, grammar.left, frozenset()) if j + size < tokens.count else None
        if found is not None and found[1] == j:
            return j + size, found[0].approximate
    return j, False


def _same_dress(amount: Amount, second: Amount) -> bool:
    """Whether both may measure the same: "5% to 7%", "$5-7 million", "15 to 22 miles", but not "8% to 3.65"."""
    if amount.money is not None:
        families = {amount.money.family, second.money.family} if second.money is not None else set()
        same = len(families) == 1 or (len(families) == 2 and "dollar" in families)
        return second.unit is None and (same or second.money is None)
    if amount.unit is not None:
        return second.unit is not None and amount.unit.name == second.unit.name
    return second.money is None or second.money.first >= second.numeral.last or second.money.coin is not None


def _adjacent(low: Decimal, high: Decimal) -> bool:
    """ "three or four", "10 or 12 people": alternatives, not a list."""
    return high <= low + max(Decimal(1), low / 2)


def _is_dash_range(tokens: Tokens, amount: Amount, second: Amount) -> bool:
    if amount.numeral.form == "words" and second.numeral.form == "words":
        return True
    dash = amount.end
    phone = (
        second.plain and len(tokens.words[second.numeral.first]) == 4 and len(tokens.words[amount.numeral.first]) == 3
    )
    spaced_hyphen = tokens.lows[dash] in HYPHENS and not tokens.glued(dash) and second.plain
    chain = tokens.lows[second.end] in HYPHENS and tokens.shapes[second.end + 1] is Shape.DIGITS
    return not (phone or spaced_hyphen or chain)


def _is_change(tokens: Tokens, amount: Amount, grammar: Grammar, second: Amount) -> bool:
    """ "rose from 5 to 7": two values, not a range."""
    shares = second.unit is not None and second.unit.name == "percent"
    if shares and any(tokens.low(amount.first - k) in grammar.ranges.changes_by for k in (2, 3)):
        return False  # "a baissé de 10 à 15 %"
    bound = bound_before(tokens, amount.first, grammar.left, grammar.transparent)
    j = bound[1] if bound is not None else amount.first
    if tokens.low(j - 1) in grammar.ranges.changes:
        return not amount.plain  # "fell $1.50 to $68.20", but "rose 5 to 7 percent"
    if tokens.low(j - 1) == "by" and amount.money is not None and amount.money.last <= amount.numeral.first:
        return (second.value or 0) >= (amount.value or 0) * 2  # "raised it by $1 to $8.25", but not "by $35 to $40"
    leaps = amount.plain and second.plain and second.value is not None and amount.value is not None
    if leaps and tokens.low(j - 1) == "by" and (second.value or 0) >= (amount.value or 0) * _LEAP:
        return True  # "the toll rose by 235 to 1,351"
    if grammar.words is not None and tokens.low(j - 1) in grammar.words.changes.LEVEL_ADJECTIVES:
        j -= 1 + (tokens.low(j - 2) in grammar.words.DETERMINERS)  # "from the current $5 to $6"
    if tokens.low(j - 1) not in grammar.ranges.starts:
        return False
    if amount.value == 0 and tokens.low(j - 2) in ("going", "goes"):
        return False  # "goes from 0 to 60 mph"
    reach = _LOOKBACK + 2 * (grammar.words is None)  # "pasó en una década de 16 a 20"
    reach += _ASIDE * (tokens.low(j - 2) == ",")  # "grew by 24 percent, from 2.5 to 3.1 percent"
    near = any(tokens.low(j - k) in grammar.ranges.changes for k in range(2, reach + 1))
    return near or (grammar.words is not None and _is_moved(tokens, j - 1, grammar.words))


def _is_moved(tokens: Tokens, end: int, words: ModuleType) -> bool:
    """Whether a verb moves what ends at `end`: "raising the loan ceiling for a crew of six from"."""
    for k in range(end - 1, max(-1, end - _OBJECT), -1):
        low = tokens.lows[k]
        if tokens.shapes[k] is not Shape.WORD and not (low in HYPHENS and tokens.glued(k)):
            return False
        governs = tokens.low(k - 1) in words.AUXILIARIES or tokens.lows[k + 1] in words.DETERMINERS
        if low in words.changes.CAUSES - words.changes.KEEPERS and (
            low not in words.changes.CAUSES_OR_NOUNS or governs
        ):
            return True
    return False


def _share(tokens: Tokens, amount: Amount, grammar: Grammar) -> Join | None:
    """ "one in five", "two out of three", "3-to-1" """
    if not amount.plain or amount.value is None or amount.numeral.scale > 1 or amount.value != int(amount.value):
        return None
    j = amount.last
    for words in grammar.ranges.out_of:
        for begin in _out_of(tokens, j, words, grammar):
            second = read_amount_from(tokens, begin + len(words), grammar)
            if (
                second is not None
                and _is_share(amount, second, words)
                and _is_told_as_share(tokens, amount, second, grammar)
            ):
                assert second.value is not None
                if begin > j and not _is_named_share(tokens, amount, second, grammar):
                    continue
                return Join("ratio", "share-in", second, value=fraction(amount.value, second.value))
    if tokens.lows[j] in HYPHENS and tokens.lows[j + 1 : j + 3] == ["in", "-"] and grammar.words is not None:
        second = read_amount_from(tokens, j + 3, grammar)  # "a one-in-five chance"
        if second is not None and second.value and amount.value < second.value:
            return Join("ratio", "share-in", second, value=fraction(amount.value, second.value))
    hyphened = tokens.lows[j] in HYPHENS and tokens.lows[j + 1] in grammar.ranges.to and tokens.lows[j + 2] in HYPHENS
    second = read_amount_from(tokens, j + 3, grammar) if hyphened else None
    if second is None and grammar.words is not None and tokens.lows[j] == "to" and tokens.lows[j + 1] in ("one", "1"):
        second = read_amount_from(tokens, j + 1, grammar)  # "by more than two to one"
        if second is None or not second.plain or second.numeral.scale > 1:
            return None
        if tokens.shapes[second.end] is Shape.WORD and tokens.lows[second.end] not in _AFTER_ODDS:
            return None
    if second is None or not second.value or amount.value <= second.value or second.value > 10:
        return None
    return Join("ratio", "odds", second, value=fraction(amount.value, second.value))


def _out_of(tokens: Tokens, j: int, words: tuple[str, ...], grammar: Grammar) -> Iterator[int]:
    """Where "out of" stands behind a number: at once, or behind what is shared out ("un Français sur trois")."""
    reach = _NAMED_SHARE if grammar.ranges.named_shares else 0
    for begin in range(j, j + reach + 1):
        if tuple(tokens.lows[begin : begin + len(words)]) == words:
            yield begin
            return
        if tokens.shapes[begin] is not Shape.WORD:
            return


def _is_told_as_share(tokens: Tokens, amount: Amount, second: Amount, grammar: Grammar) -> bool:
    """Whether the numbers are those of a share and not of a count ("zwei von vier Gleisen", "sechs von 17 Spielen")."""
    if grammar.words is not None or amount.value is None or second.value is None:
        return True
    if tokens.low(amount.first - 1) in grammar.numerals.definite:
        return False
    whole = int(second.value)
    return amount.value == 1 or whole in (10, 100, 1000) or (whole <= _SHARED and gcd(int(amount.value), whole) == 1)


def _is_named_share(tokens: Tokens, amount: Amount, second: Amount, grammar: Grammar) -> bool:
    """Whether what is shared out stands between: "un sur cinq", "one home in five cannot", no "one win in five"."""
    words, low = grammar.words, tokens.lows[second.end]
    if words is None:
        return _ends_share(tokens, second.end)
    between = tokens.lows[amount.last : second.first]
    ends = tokens.shapes[second.end] is not Shape.WORD or low in words.AUXILIARIES or low in words.AFTER_SHARES
    hyphened = low in HYPHENS and tokens.glued(second.end)
    plain = words.DETERMINERS.isdisjoint(between) and words.NO_SHARES.isdisjoint(between)
    return amount.value == 1 and plain and ends and not hyphened and (second.value or 0) <= _MOST_PARTS


def _ends_share(tokens: Tokens, j: int) -> bool:
    """Whether nothing is counted behind the share: "un sur cinq est", not "une étude sur cinq patients"."""
    low = tokens.lows[j]
    return tokens.shapes[j] is not Shape.WORD or not (low.endswith(("s", "x")) and len(low) > 3)


def _is_share(amount: Amount, second: Amount, words: tuple[str, ...]) -> bool:
    if second.value is None or amount.value is None or second.unit is not None or second.money is not None:
        return False
    if not 0 < amount.value < second.value or second.value != int(second.value) or second.numeral.form == "half":
        return False
    if amount.value == 1:
        return second.value < 10**9
    if words[-1] == "every" and second.value in _ROUND:
        return True  # "2 in every 100,000 people"
    if len(words) > 1:  # "12 out of 16 delegates" are two counts
        return second.value <= 10 or second.value in (100, 1000)
    return amount.value < 10 and second.value in (2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 1000)
