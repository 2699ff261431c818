"""Patterns made of word lists."""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

__all__ = ["WordFinder", "any_of", "either_case", "word_finder"]


@dataclass(frozen=True, slots=True)
class WordFinder:
    """Finds any of many words, the longest first. It tries none inside a word, so it is much quicker than `\\b`.

    `here` matches at a place, `behind` with the sign that stands in front of a word; all words but the first have one.
    """

    here: re.Pattern[str]
    behind: re.Pattern[str]

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The words of a stretch in order, none overlapping another; at its start no word goes on."""
        if first := self.here.match(text, start, end):
            yield first
            start = first.end()
        for found in self.behind.finditer(text, start, end):
            if word := self.here.match(text, found.start() + 1, end):
                yield word

    def stands_in(self, text: str, start: int, end: int) -> bool:
        """Whether one of the words stands in a stretch, at whose start no word goes on."""
        if self.here.match(text, start, end):
            return True
        return self.behind.search(text, start, end) is not None


def word_finder(words: Iterable[str], end: str = r"(?!\w)") -> WordFinder:
    """Finds these words, as whole ones; what may stand behind them is another pattern."""
    pattern = any_of(words) + end
    return WordFinder(re.compile(pattern), re.compile(rf"\W{pattern}"))


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first, that reads no letter twice: "s(?:aid|how(?:s|ed)?)"."""
    tails: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        tails.setdefault(word[:1], []).append(word[1:])
    if not tails:
        return "(?!)"
    is_whole = tails.pop("", None) is not None
    branches = [re.escape(first) + ("" if rest == [""] else any_of(rest)) for first, rest in tails.items()]
    if not branches:
        return ""
    pattern = branches[0] if len(branches) == 1 and not is_whole else f"(?:{'|'.join(branches)})"
    return pattern + "?" * is_whole


def either_case(word: str) -> str:
    """A word as a pattern that also takes a capital at its head; its blanks stay blanks."""
    first, rest = word[0], re.escape(word[1:]).replace("\\ ", " ")
    return f"[{first}{first.upper()}]{rest}" if first.islower() else re.escape(first) + rest
