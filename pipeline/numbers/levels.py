"""Bounds that no table of hedges says alone: "has passed £2m", "within 8 miles of", "an estimated cost of"."""

from types import ModuleType

from pipeline.numbers.bounds import Bound
from pipeline.numbers.drafts import Draft
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["is_estimate", "level_bound", "past_praise", "spans"]

_LENGTHS = frozenset({"kilometre", "metre", "mile", "foot", "yard", "nautical mile", "inch", "centimetre"})
_COMING = frozenset({"come", "comes", "came", "coming", "get", "gets", "got", "getting", "pass", "passed", "passes"})
_MANY = 1000
_PLACING = frozenset({"over", "under", "above", "below", "beneath", "beyond"})
_PRAISE = word_set("""
    mere whopping staggering massive huge paltry measly meagre meager cool hefty tidy princely modest stunning
    astonishing incredible colossal astronomical watering popping dropping boggling
""")
_PRICED = frozenset({"cost", "costs", "priced", "available", "tickets", "rooms", "prices", "doubles", "board", "fares"})
_HEADLINE = 2  # words of "Tickets from"
_BODY = frozenset({"eye", "jaw", "mind"})
_ESTIMATED = 6  # words of "estimated annual net cost of" and one


def level_bound(tokens: Tokens, draft: Draft, words: ModuleType) -> Bound | None:
    """What the one word in front of `draft` says: a verb that passes a level, or "within" a length."""
    if _passes(tokens, draft, words):
        return Bound(">", False, None)
    if draft.kind == "money" and _starts(tokens, draft, words):
        return Bound(">=", False, None)
    within = draft.unit in _LENGTHS and tokens.low(draft.left - 1) == "within"
    near = within and tokens.low(draft.left - 2) not in _COMING  # not "came within 70 million km of the Sun"
    return Bound("<=", False, None) if near else None


def _starts(tokens: Tokens, draft: Draft, words: ModuleType) -> bool:
    """ "tickets from £12", "rooms cost from €120": the lowest of several prices."""
    before, verb = tokens.low(draft.left - 1), tokens.low(draft.left - 2)
    if draft.value is None or tokens.lows[draft.right] in ("to", "up", "-", "–", "through"):
        return False
    if before != "from":
        return False
    heads = draft.left == _HEADLINE and verb.endswith("s") and verb not in words.changes.CHANGES
    return verb in _PRICED or heads


def _passes(tokens: Tokens, draft: Draft, words: ModuleType) -> bool:
    """ "has passed £2m", "tops 3,000 acres", "the toll passes 300": a level, and not what is let go by."""
    verb = tokens.low(draft.left - 1)
    will = verb in ("top", "pass") and tokens.low(draft.left - 2) in words.AUXILIARIES  # "is expected to top 30,000"
    if draft.value is None or not (will or verb in words.changes.PASSING):
        return False
    counted = draft.kind == "count" and tokens.shapes[draft.right] is Shape.WORD and draft.value < _MANY
    goes_by = draft.unit in _LENGTHS and verb not in ("tops", "top")  # "passed 60 miles off the coast"
    return draft.kind != "ratio" and tokens.lows[draft.right] != "of" and not counted and not goes_by


def past_praise(tokens: Tokens, left: int) -> int:
    """In front of the "a whopping" of "a whopping 80p", which says nothing of what costs it; else `left`."""
    j = left - 1
    if tokens.low(j) not in _PRAISE:
        return left
    j -= 2 * (tokens.low(j - 1) in HYPHENS and tokens.low(j - 2) in _BODY)  # "an eye-watering £3m"
    return j - 1 if tokens.low(j - 1) in ("a", "an") else left


def spans(tokens: Tokens, draft: Draft, first: int, stops: frozenset[str]) -> bool:
    """ "over a three-year period", "built under a $4 million scheme": a preposition of the noun, and no bound."""
    if tokens.lows[first] not in _PLACING or tokens.lows[first + 1] not in ("a", "an", "the"):
        return False
    unit, behind = draft.amount.unit if draft.amount is not None else None, tokens.lows[draft.right]
    if draft.kind == "time":
        return tokens.lows[first] == "over" and unit is not None and unit.hyphened
    attributive = draft.kind in ("money", "percent") and tokens.shapes[draft.right] is Shape.WORD
    return attributive and draft.left == first + 2 and behind not in stops and not behind.endswith("s")


def is_estimate(tokens: Tokens, left: int) -> bool:
    """ "at an estimated cost of $3 million": the adjective hedges the number behind its noun."""
    if tokens.low(left - 1) != "of":
        return False
    near = tokens.lows[max(0, left - _ESTIMATED) : left - 1]
    places = [k for k, low in enumerate(near) if low in ("estimated", "approximate")]
    between = near[places[-1] + 1 :] if places else []
    if between and between[0] in ("a", "an", "the"):
        return False  # "analysts had estimated a profit of $3 million"
    return bool(between) and all(low.isalpha() and low not in ("of", "that", "at", "by") for low in between)
