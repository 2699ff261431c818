"""What readers take and give: a place in a text with everything that anchors it, and the time read there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal

from pipeline.numbers.mention import Subkind, TimexType
from pipeline.numbers.times.language import TimeLanguage

Tense = Literal["past", "future", None]

_BLANKS = re.compile(r"\s+")
_TENSE_BEFORE, _TENSE_AFTER, _SCHEDULE_REACH = 160, 90, 60
_CLAUSE = re.compile(r"[;:—–()\n]|, (?:and|but|while|which|who|when|after|as) |\b(?:and|but|while|when|after|because) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One time. `span` is what the mention marks where that is not the whole match (numbers of a duration)."""

    value: str | None
    type: TimexType = "DATE"
    subkind: Subkind = "date"
    mod: str | None = None
    number: Decimal | None = None
    number_max: Decimal | None = None
    number_open: bool = False  # `number` is only the least: "hundreds of years"
    unit: str | None = None
    unit_text: str | None = None
    span: tuple[int, int] | None = None


@dataclass(slots=True)
class Place:
    """A match of a rule in a sentence, with the language and the dates that can anchor it."""

    text: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    language: TimeLanguage
    published: date | None
    named: date | None  # the last day, or first day of a stretch, that the text has named
    groups: Mapping[str, str | None]
    spans: Mapping[str, tuple[int, int]]
    has_edge: bool  # "early", "the end of" stands before the match

    def key(self, group: str) -> str | None:
        """The table key of the word in a group: "February" -> "2", "last" -> "-1"."""
        word = self.groups.get(group)
        if word is None:
            return None
        return self.language.words[group.rstrip("2")].get(_BLANKS.sub(" ", word).lower())

    def integer(self, group: str) -> int | None:
        """The digits of a group, or the number its word stands for."""
        word = self.groups.get(group)
        if word is None:
            return None
        return int(word) if word.isdecimal() else int(self.key(group) or "0") or None

    def before(self, length: int = 40) -> str:
        """The text of the sentence just before."""
        return self.text[max(self.sentence_start, self.start - length) : self.start]

    def after(self, length: int = 40) -> str:
        """The text of the sentence just after."""
        return self.text[self.end : min(self.sentence_end, self.end + length)]

    def word_before(self) -> str:
        """The last word (or sign) before, in lower case; "" at the head of the sentence."""
        words = re.findall(r"[\w.%$#’'-]+|[^\w\s]", self.before(30))
        return words[-1].lower() if words else ""

    def guarded(self, name: str) -> frozenset[str]:
        """One of the language's lists of words."""
        return self.language.guards[name]

    def tense(self) -> Tense:
        """What the nearest verb says: before in the same clause, else after it, else anywhere before."""
        left = self.text[max(self.sentence_start, self.start - _TENSE_BEFORE) : self.start]
        right = self.text[self.end : min(self.sentence_end, self.end + _TENSE_AFTER)]
        cut = max((m.end() for m in _CLAUSE.finditer(left)), default=0)
        stop = _CLAUSE.search(right)
        clause_right = right[: stop.start()] if stop else right
        return (
            _last_tense(self.language, left[cut:])
            or _first_tense(self.language, clause_right)
            or _last_tense(self.language, left)
            or _first_tense(self.language, right)
        )


def _last_tense(language: TimeLanguage, words: str) -> Tense:
    schedule = language.tense["schedule"].search(words[-_SCHEDULE_REACH:])
    if schedule and not language.tense["past"].search(schedule.group()):
        return "future"
    best: tuple[int, Tense] = (-1, None)
    for name, tense in _TENSES:
        for match in language.tense[name].finditer(words):
            best = max(best, (match.end(), tense), key=lambda pair: pair[0])
    return best[1]


def _first_tense(language: TimeLanguage, words: str) -> Tense:
    best: tuple[int, Tense] = (10**9, None)
    for name, tense in _TENSES:
        if match := language.tense[name].search(words):
            best = min(best, (match.start(), tense), key=lambda pair: pair[0])
    return best[1]


_TENSES: tuple[tuple[str, Tense], ...] = (("past_frame", "past"), ("future", "future"), ("past", "past"))


def number_of(words: str, language: TimeLanguage) -> Decimal | None:
    """The number that digits or number words stand for: "2.5", "1,200", "twenty-five", "65 million"."""
    parts = _BLANKS.sub(" ", words).lower().rsplit(" ", 1)
    factor = language.scales.get(parts[1], 0) if len(parts) == 2 else 0
    body = parts[0] if factor else " ".join(parts)
    known = language.numbers.get(body) or language.numbers.get(body.replace(" ", "-"))
    if known is None:
        if not body[:1].isdigit():
            return None
        try:
            known_digits = Decimal(_ungrouped(body))
        except InvalidOperation:
            return None
        return known_digits * (factor or 1)
    return Decimal(known) * (factor or 1)


def _ungrouped(digits: str) -> str:
    """A number without the signs that group its thousands, and with a decimal point."""
    if re.fullmatch(r"\d{1,3}(?:[,.]\d{3})+", digits):
        return re.sub(r"[,.]", "", digits)
    return digits.replace(",", ".")
