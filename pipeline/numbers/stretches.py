"""Times put into a noun phrase: "births since 3 April", "a lease of two years worth"."""

from collections.abc import Container

from pipeline.numbers.tokens import Shape, Tokens

__all__ = ["is_dated", "past_duration"]

_SPANS = frozenset({"years", "months", "weeks", "days", "seasons"})
_HALVES = frozenset({"and", "a", "half", "-"})
_LONGEST = 6  # words of "three and a half"
_AFTER_DATE = frozenset({"at", "to", "was", "is", "has", "had", "by", "stood", "stands", "rose", "fell"})


def is_dated(tokens: Tokens, j: int) -> bool:
    """Whether "since" at `j` stands before a day, a month or a year, and begins no clause."""
    dated = tokens.shapes[j + 1] is Shape.DIGITS or tokens.is_name(j + 1)
    ends = tokens.shapes[j + 2] is not Shape.WORD or tokens.is_name(j + 2) or tokens.lows[j + 2] in _AFTER_DATE
    dated = (dated and ends) or tokens.lows[j + 1] in ("last", "then")
    return tokens.lows[j] == "since" and dated


def past_duration(tokens: Tokens, span: int, start: int, numbers: Container[str]) -> int:
    """The "of" in front of the "four" that ends at `start`, where "years" is at `span`; `start` where none stands."""
    j = start
    while j > max(0, start - _LONGEST) and (
        tokens.shapes[j - 1] is Shape.DIGITS or tokens.lows[j - 1] in numbers or tokens.lows[j - 1] in _HALVES
    ):
        j -= 1
    timed = tokens.lows[span] in _SPANS and j < start
    return j - 1 if timed and tokens.low(j - 1) == "of" else start
