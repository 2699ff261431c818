"""Where a subject begins that is a list or holds one: "sales of vans, buses and trucks rose"."""

from functools import cache
from types import ModuleType

from pipeline.numbers.nouns import NounReader
from pipeline.numbers.tokens import Shape, Tokens

__all__ = ["SubjectLists"]

_REACH = 40  # words back to the head of the list
_LEAN = 4
_JOINERS = frozenset({"and", "or", "&"})
_NO_VERBS = frozenset({"to", "such", "as", "both", "some", "many", "several", "few", "including"})
_INSIDE = frozenset({",", "-", "‑", "'", "’", "&", "."})


@cache
def _verbs(words: ModuleType) -> frozenset[str]:
    """The words that are verbs wherever they stand in front of a list."""
    changes = words.changes
    verbs: frozenset[str] = changes.CHANGES | words.STOPS | words.AUXILIARIES
    nouns: frozenset[str] = words.DETERMINERS | changes.MOVES | changes.ALSO_NOUNS | changes.PREPOSITIONS
    return verbs - nouns - _NO_VERBS - _JOINERS


class SubjectLists:
    """Finds the first member of a list of nouns in front of a verb."""

    def __init__(self, nouns: NounReader) -> None:
        words = nouns.words
        self._nouns = nouns
        self._prepositions = words.changes.PREPOSITIONS
        self._determiners = words.DETERMINERS
        self._starts = words.changes.CLAUSE_STARTS
        self._verbs = _verbs(words)

    def start(self, tokens: Tokens, verb: int) -> int:
        """The first token of the listed subject of the verb at `verb`; -1 where it is no list."""
        end = verb - (tokens.low(verb - 1) == ",")
        first, joined = end, False
        while first > 0 and end - first < _REACH:
            low = tokens.lows[first - 1]
            if low in _JOINERS:
                joined = True
            elif tokens.shapes[first - 1] is not Shape.WORD:
                if low not in _INSIDE or (low != "," and not tokens.glued(first - 1)):
                    if tokens.shapes[first - 1] is Shape.DIGITS and tokens.glued(first):
                        return -1  # the unit of another amount
                    break
            elif low in self._starts and not (low == "as" and tokens.low(first - 2) == "such"):
                break
            elif self._acts(tokens, first - 1):
                return -1
            first -= 1
        return self._head(tokens, first, end) if joined else -1

    def _head(self, tokens: Tokens, first: int, end: int) -> int:
        """The head of the list in tokens [first, end): three members, or two that a preposition holds."""
        if tokens.low(first) == "with" and tokens.lows[end].endswith("ing"):
            first += 1  # "With prices in Oslo, Bergen and Turku rising"
        elif tokens.low(first) in self._prepositions:  # "In May, sales of vans, buses and trucks"
            comma = next((k for k in range(first, end) if tokens.lows[k] == ","), end)
            first = comma + 1
        inside = tokens.lows[first:end]
        joiner = next((k for k, low in enumerate(inside) if low in _JOINERS), -1)
        if joiner < 1:
            return -1
        held = not self._prepositions.isdisjoint(inside[1:joiner])
        listed = "," in inside[1 : joiner - 1]
        return first if held or listed else -1

    def _acts(self, tokens: Tokens, j: int) -> bool:
        """Whether the word at `j` may be the verb of another clause."""
        low = tokens.lows[j]
        if tokens.is_name(j) and j > 0:
            return False
        governed = tokens.low(j - 1) in self._determiners or j == 0
        if tokens.lows[max(0, j - 3) : j - 1] == ["number", "of"] and low.endswith("ed"):
            return False  # "The number of people forced from their homes"
        if low in self._verbs:
            return not governed
        part = low.endswith("ed") and len(low) > _LEAN and low not in self._nouns.words.ING_NOUNS
        return part and not governed and not self._nouns.is_plural(tokens.low(j + 1))
