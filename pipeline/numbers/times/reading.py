"""What readers take and give: a place in a text with everything that anchors it, and the time read there."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal

from pipeline.numbers.mention import Subkind, TimexType
from pipeline.numbers.times import timex
from pipeline.numbers.times.language import TimeLanguage

Tense = Literal["past", "future", None]
Cue = Literal["past", "future", "weak"]  # weak: "would" looks ahead only within its own clause

_TENSES: Mapping[str, Cue] = {"past_frame": "past", "future": "future", "weak_future": "weak", "past": "past"}
_SAID_THAT = re.compile(r"\sthat\b")
_LISTED = re.compile(r"\s?(?:[-–—:|•(]|$)")
_HEADING, _HEADING_WORDS = 100, 10
_WORDS_AND_SIGNS = re.compile(r"[\w.%$#’'-]+|[^\w\s]")
_BLANKS = re.compile(r"\s+")
_TENSE_BEFORE, _TENSE_AFTER, _SCHEDULE_REACH = 160, 90, 60


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
    is_least: bool = False  # no fewer than `number`: "20-plus years"
    is_about: bool = False  # a little more than `number`: "20-odd years"
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
    named_end: int  # where in the text that date ended
    named_days: int  # how many days that date covers: 1, or 365 of "in 2019"
    months: Mapping[int, int]  # the year of each month that the text has dated
    groups: Mapping[str, str | None]
    spans: Mapping[str, tuple[int, int]]
    tenses: Callable[[], "Tenses"]  # found when a reader asks
    has_edge: bool  # "early", "the end of" stands before the match

    def key(self, group: str) -> str | None:
        """The table key of the word in a group: "February" -> "2", "last" -> "-1"."""
        word = self.groups.get(group)
        if word is None:
            return None
        return self.language.words[group.rstrip("23")].get(_BLANKS.sub(" ", word).lower())

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

    def named_for(self, unit: str) -> date | None:
        """The last named date where it is exact enough to count units from: no days from "in 2019"."""
        return self.named if self.named_days <= timex.most_days(unit) else None

    def is_line_head(self) -> bool:
        """Whether the match opens a line as the entry of a list does: "June 9 – Denver"."""
        return self.text[max(0, self.start - 1) : self.start] in ("", "\n") and bool(_LISTED.match(self.after(4)))

    def is_scheduled(self) -> bool:
        """Whether the line before heads a list of dates to come: "Tour dates"."""
        above = self.text[max(0, self.start - _HEADING) : self.start].rstrip()
        heading = above.rpartition("\n")[2].lower().rstrip(":").split()
        return bool(heading) and len(heading) < _HEADING_WORDS and heading[-1] in self.guarded("schedules")

    def is_in_brackets(self) -> bool:
        """Whether the match stands alone in brackets, or last in them, as dates of coming events do."""
        return self.after(1) in (")", "]") and "(" in self.before(60).rpartition(")")[2]

    def word_before(self) -> str:
        """The last word (or sign) before, in lower case; "" at the head of the sentence."""
        words = _WORDS_AND_SIGNS.findall(self.before(30))
        return words[-1].lower() if words else ""

    def guarded(self, name: str) -> frozenset[str]:
        """One of the language's lists of words."""
        return self.language.guards.get(name, frozenset())

    def tense(self) -> Tense:
        """What the nearest verb says: before in the same clause, else after it, else anywhere near."""
        since = self.language.tense.get("since")
        if since is not None and since.search(self.before(24)):
            return "past"  # "seit dem 9. Mai", whatever the verb
        tenses = self.tenses()
        if tenses.is_scheduled(self.start):
            return "future"
        ahead: Tense = "future" if self.word_before() in self.guarded("ahead_leads") else None
        return tenses.at(self.start, self.end) or ahead

    def tense_in_clause(self) -> Tense:
        """What a verb of the same clause says, before the match or behind it."""
        return self.tenses().at(self.start, self.end, only_clause=True)

    def weekday_tense(self, back: int) -> Tense:
        """The tense of a weekday that was `back` days ago: "was due to meet on Saturday" is of the nearer one."""
        if self.tenses().frame(self.start):
            return "future" if back > 3 else "past"
        return self.tense()

    def tense_of_verbs(self) -> Tense:
        """The same without the present tense that may mean a date ahead: "reports earnings on Friday"."""
        return self.tenses().at(self.start, self.end)


class Tenses:
    """The words of a sentence that tell past from future, found once for all its times."""

    def __init__(self, text: str, start: int, end: int, language: TimeLanguage) -> None:
        self.text, self.start, self.end, self.language = text, start, end, language
        spans = {
            name: [match.span() for match in pattern.finditer(text, start, end)]
            for name, pattern in language.tense.items()
            if name in _TENSES
        }
        found = [(*span, tense) for name, tense in _TENSES.items() for span in spans.get(name, ())]
        self.frames = [end for _, end in spans["past_frame"]]
        self.by_end = sorted(found, key=lambda cue: cue[1])
        self.by_start = sorted(found, key=lambda cue: cue[0])
        self.ends = [cue[1] for cue in self.by_end]
        self.starts = [cue[0] for cue in self.by_start]
        cuts = [match.span() for match in language.clause.finditer(text, start, end)]
        self.cut_starts, self.cut_ends = [s for s, _ in cuts], [e for _, e in cuts]

    def at(self, start: int, end: int, *, only_clause: bool = False) -> Tense:
        """The tense at a time that stands from `start` to `end`."""
        i, j = bisect_right(self.cut_ends, start), bisect_left(self.cut_starts, end)
        clause_start = max(self.cut_ends[i - 1] if i else self.start, start - _TENSE_BEFORE)
        clause_end = min(self.cut_starts[j] if j < len(self.cut_starts) else self.end, end + _TENSE_AFTER)
        owned = self.text[end : end + 1] in ("’", "'")
        near = self._before(start, clause_start, owned=owned) or self._after(end, clause_end)
        if near or only_clause:
            return near
        return self._before(start, start - _TENSE_BEFORE, owned=owned) or self._after(end, end + _TENSE_AFTER)

    def is_scheduled(self, start: int) -> bool:
        """ "The firm reports earnings on Friday": a present tense that means a date ahead."""
        near = max(self.start, start - _SCHEDULE_REACH)
        verb = self.language.tense["schedule"].search(self.text[near:start])
        return bool(verb) and not self.language.tense["past"].search(verb.group() if verb else "")

    def frame(self, at: int) -> bool:
        """Whether the nearest verb before is one of what was planned: "was scheduled to"."""
        i = bisect_right(self.ends, at) - 1
        if i < 0 or self.by_end[i][0] < at - _TENSE_BEFORE:
            return False
        return self.ends[i] in self.frames

    def _before(self, at: int, limit: int, *, owned: bool) -> Tense:
        """What the nearest cue before says; "would" says nothing of "Monday's vote", nor across a comma."""
        i = bisect_right(self.ends, at) - 1
        while i >= 0 and self.by_end[i][0] >= limit:
            while i > 0 and self.ends[i - 1] == self.ends[i]:
                i -= 1  # of two that end together the first table decides: "was scheduled to"
            cue = self.by_end[i][2]
            if cue != "weak":
                return cue
            if not owned and "," not in self.text[self.ends[i] : at]:
                return "future"
            i -= 1
        return None

    def _after(self, at: int, limit: int) -> Tense:
        if _SAID_THAT.match(self.text, at):
            return "past"
        for i in range(bisect_left(self.starts, at), len(self.starts)):
            _, end, cue = self.by_start[i]
            if end > limit:
                return None
            if cue != "weak":
                return cue
        return None


def number_of(words: str, language: TimeLanguage) -> Decimal | None:
    """The number that digits or number words stand for: "2.5", "1,200", "twenty-five", "65 million"."""
    whole = _BLANKS.sub(" ", words).lower()
    if whole in language.numbers:
        return Decimal(language.numbers[whole])  # "a hundred"
    parts = whole.rsplit(" ", 1)
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
    if re.fullmatch(r"\d{1,3}(?:[,. '’]\d{3})+", digits):
        return re.sub(r"[,. '’]", "", digits)
    return digits.replace(",", ".")
