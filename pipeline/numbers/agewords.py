"""What makes an age of a number of years in a language's tables: the words before it, and those behind."""

import re
from dataclasses import dataclass
from types import ModuleType

__all__ = ["Age", "AgeContext", "age_context"]

_BEFORE, _BEHIND = 60, 24


@dataclass(frozen=True, slots=True)
class Age:
    """An age: its unit, its rule, the token behind it, and (behind a name) the token where the name ends."""

    unit: str
    rule: str
    end: int
    name_end: int = -1


@dataclass(frozen=True, slots=True)
class AgeContext:
    """Pairs of patterns: what ends before the number, what begins behind its unit; and words that are ages."""

    pairs: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    of_years: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]  # those that tell an age of years only
    behind: re.Pattern[str]  # "-Jähriger" behind digits
    whole: re.Pattern[str]  # "zweijährige"

    def surrounds(self, text: str, span: tuple[int, int], sentence: tuple[int, int], unit: str) -> bool:
        """Whether the number with its unit that stands at `span`, inside the sentence, is an age."""
        before = text[max(sentence[0], span[0] - _BEFORE) : span[0]]
        behind = text[span[1] : min(sentence[1], span[1] + _BEHIND)]
        pairs = (*self.pairs, *self.of_years) if unit == "year" else self.pairs
        return any(left.search(before) and right.match(behind) for left, right in pairs)


def age_context(table: ModuleType) -> AgeContext:
    """The patterns of a language's `ages.py`."""
    told, of_years = (
        tuple((re.compile(f"(?:{left})$"), re.compile(right)) for left, right in pairs)
        for pairs in (table.AGES, table.AGES_OF_YEARS)
    )
    return AgeContext(told, of_years, re.compile(table.BEHIND), re.compile(table.WHOLE))
