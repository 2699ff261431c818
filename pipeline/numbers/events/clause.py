"""The words of a sentence around a mention, and which of them are verbs."""

import re
from dataclasses import dataclass
from functools import cached_property

from pipeline.numbers.events.lexicon import EventWords, Form

_TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|[’'][a-z]{1,2}\b|[$€£]?\d[\d,.]*\d%?|\d%?|[^\w\s]")
_STOPS = frozenset(';:—–()[]"“”?!…')
_NONE: frozenset[Form] = frozenset()


@dataclass(frozen=True, slots=True)
class Word:
    """A token of a sentence: its offsets in the text and its lower-case form."""

    start: int
    end: int
    text: str
    low: str


class Clause:
    """A sentence cut into words, with what the tables know of each."""

    def __init__(self, text: str, start: int, end: int, words: EventWords) -> None:
        self.text = text
        self.lexicon = words
        found = (m for m in _TOKEN.finditer(text, start, end) if m.group() not in "[]")  # an editor's insertion
        self.words = [Word(m.start(), m.end(), m.group(), m.group().lower()) for m in found]

    @cached_property
    def starts(self) -> list[int]:
        """Offsets of the words, for bisection."""
        return [w.start for w in self.words]

    def base(self, i: int) -> str | None:
        """The base form of a verb at `i`, also of one that only its "ed" gives away."""
        low = self.words[i].low
        known = self.lexicon.verbs.get(low)
        if known:
            return known[0]
        return low if self._looks_past(i) else None

    def forms(self, i: int) -> frozenset[Form]:
        """Which forms of a verb the word at `i` can be."""
        known = self.lexicon.verbs.get(self.words[i].low)
        if known:
            return known[1]
        return frozenset(("past", "part")) if self._looks_past(i) else _NONE

    def _looks_past(self, i: int) -> bool:
        low = self.words[i].text
        return (
            low.endswith("ed")
            and len(low) > 4
            and low not in self.lexicon.sets["not_past"]
            and low.isalpha()
            and low.islower()
        )

    def is_in(self, i: int, name: str) -> bool:
        """Whether the word at `i` (which may lie outside) is in one of the lists."""
        return 0 <= i < len(self.words) and self.words[i].low in self.lexicon.sets[name]

    def is_stop(self, i: int) -> bool:
        """Whether a mark that ends a clause stands at `i`, or the sentence ends there."""
        return not 0 <= i < len(self.words) or self.words[i].text in _STOPS

    def is_text(self, i: int, *texts: str) -> bool:
        """Whether the word at `i` is one of these."""
        return 0 <= i < len(self.words) and self.words[i].low in texts
