"""Where a second subject leaves out verb and noun: "Acme has 40 shops, Corvex 32 and the Lidder group 19"."""

from collections.abc import Sequence

from pipeline.numbers.drafts import Draft
from pipeline.numbers.tokens import Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["follows_subject", "is_of_subject"]

_JOINERS = frozenset({",", ";", "and", "but", "with"})
_BODIES = word_set("party group side team club county city council union alliance bloc and of the & ( ) . - ' ’ s")
_MOST = 8  # tokens of ", and the Centre party"


def follows_subject(tokens: Tokens, last: int, i: int) -> bool:
    """Whether nothing but a joiner and a name stands between the tokens `last` and `i`."""
    if not last < i - 1 <= last + _MOST or tokens.lows[last] not in _JOINERS:
        return False
    first = last + 1
    while tokens.lows[first] in _JOINERS or tokens.lows[first] == "the":
        first += 1
    between = range(first, i)
    return tokens.is_name(first) and all(tokens.is_name(k) or tokens.lows[k] in _BODIES for k in between)


def is_of_subject(tokens: Tokens, i: int, drafts: Sequence[Draft]) -> bool:
    """Whether the digits at token `i` belong to no name in front of them, but go on with the last count."""
    before = drafts[-1] if drafts else None
    if before is None or before.kind not in ("count", "measure") or not before.quantity or i >= tokens.count:
        return False
    told = before.noun_first >= 0 or before.unit is not None or before.noun_elided or tokens.is_name(before.first - 1)
    ends = tokens.shapes[i + 1] is not Shape.WORD or tokens.lows[i + 1] == "and"
    written = tokens.shapes[before.first] is Shape.DIGITS  # not "three phones, the Zephyr 12 and"
    opened = any(tokens.is_name(k) for k in range(max(0, before.left - _MOST), before.left))
    return told and ends and written and opened and follows_subject(tokens, before.right, i)
