"""How sure the article is of a number: what stands in front of it and behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline.numbers.mention import Comparator
from pipeline.numbers.tokens import Tokens

__all__ = ["EXACT", "Bound", "BoundTable", "bound_after", "bound_before", "read_table"]

Side = Literal["below", "above"]


@dataclass(frozen=True, slots=True)
class Bound:
    """What a hedge says; `size` counts its words."""

    comparator: Comparator
    approximate: bool
    side: Side | None
    size: int = 0
    adjacent: bool = False  # whether the number must touch it: "über 60", not "über die 140 Seiten"
    blockers: frozenset[str] = frozenset()  # words before it that make it a preposition: "führt über 60 Kilometer"
    movers: frozenset[str] = frozenset()  # words of which one must stand right before it: "climbed past 60"


EXACT = Bound("=", False, None)
BoundTable = Mapping[str, tuple[tuple[tuple[str, ...], Bound], ...]]
_CLAUSE = 12  # tokens before a bound in which a word can block it
_COMMA = frozenset({","})
_COMPARATORS: dict[str, Comparator] = {"=": "=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_SIDES: dict[str, Side] = {"below": "below", "above": "above"}


def read_table(table: str, *, by_last: bool) -> BoundTable:
    """Index the rows of a table by their last or first word, the longest first.

    A row is: words | comparator | ~ | side | ! where the number must touch it | words that it stands not after |
    words that it must stand after.
    """
    index: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for line in filter(None, table.splitlines()):
        columns = (*map(str.strip, line.split("|")), "", "", "")[:7]
        words_text, comparator, approximate, side, adjacent, blockers, movers = columns
        words = tuple(words_text.split())
        bound = Bound(
            _COMPARATORS[comparator],
            approximate == "~",
            _SIDES.get(side),
            len(words),
            adjacent == "!",
            frozenset(blockers.split()),
            frozenset(movers.split()),
        )
        index.setdefault(words[-1 if by_last else 0], []).append((words, bound))
    return {key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in index.items()}


def bound_before(
    tokens: Tokens, first: int, table: BoundTable, transparent: frozenset[str]
) -> tuple[Bound, int] | None:
    """The hedge that ends right in front of token `first`, and where it begins."""
    end, skipped = first, 0
    while end > 0:
        for words, bound in table.get(tokens.lows[end - 1], ()):
            begin = end - len(words)
            if begin >= 0 and tuple(tokens.lows[begin:end]) == words and not _is_blocked(tokens, begin, bound, skipped):
                return bound, begin
        if skipped == 2 or tokens.lows[end - 1] not in transparent:
            return None
        end, skipped = end - 1, skipped + 1
    return None


def _is_blocked(tokens: Tokens, begin: int, bound: Bound, skipped: int) -> bool:
    if bound.adjacent and skipped:
        return True
    if bound.movers and tokens.low(begin - 1) not in bound.movers:
        return True
    if not bound.blockers:
        return False
    near = tokens.lows[max(0, begin - _CLAUSE) : begin]
    return near[-1:] == [","] if bound.blockers == _COMMA else any(low in bound.blockers for low in near)


def bound_after(tokens: Tokens, last: int, table: BoundTable) -> tuple[Bound, int] | None:
    """The hedge that begins at token `last`, and where it ends."""
    for words, bound in table.get(tokens.lows[last], ()):
        end = last + len(words)
        if tuple(tokens.lows[last:end]) == words:
            return bound, end
    return None
