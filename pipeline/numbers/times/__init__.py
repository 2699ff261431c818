"""Times in a text: dates, clock times, durations, periods and sets, resolved against the day of publication."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final

from pipeline.numbers.mention import Mention
from pipeline.numbers.quotes import in_quotes, quote_spans
from pipeline.numbers.sentences import Sentence, are_apart
from pipeline.numbers.times import (
    clock,
    compounds,
    dates,
    daywords,
    durations,
    elsewhere,
    holidays,
    seasons,
    stretches,
    timex,
    weekdays,
    years,
)
from pipeline.numbers.times.bounding import bounded, takes_bound, with_day, with_day_behind
from pipeline.numbers.times.language import BoundWords, TimeLanguage, time_language
from pipeline.numbers.times.reading import Place, Reading, Tenses
from pipeline.numbers.wordlists import word_set

__all__ = ["QUOTED", "find_times"]

QUOTED: Final = "QUOTED"  # mark in timex_mod: the anchor is the day of speech, which may not be that of publication

_READERS: Final[Mapping[str, Callable[[Place], Reading | None]]] = {
    name.removeprefix("read_"): reader
    for module in (
        dates,
        weekdays,
        holidays,
        seasons,
        years,
        stretches,
        daywords,
        durations,
        compounds,
        clock,
        elsewhere,
    )
    for name, reader in vars(module).items()
    if name.startswith("read_")
}
_NEWS_YEARS: Final = range(1400, 9000)
_START = re.compile(r"(?<![\w$€£¥#@&])[^\W_]|['’](?=\d)")
_UNIT_REACH, _REACH = 40, 18  # characters that a match may begin before a unit ("two weeks"), and any other cue
_LAST_WORD = re.compile(r"([\w’'-]+)\s$")
_MONTH_DAYS = 31
_AFTER_DIGIT = ".,:/"
_RELATIVE: Final = word_set("""
    weekday weekday_range day_word tonight this_part last_part overnight shifted_span ago period stepped_span turn
    year_to_date month season that_span span_at_edge night_before shifted_date
""")


def find_times(
    text: str, sentences: Sequence[Sentence], *, language: str = "en", published: date | None = None
) -> list[Mention]:
    """All times of a text, in order, none overlapping another.

    Relative ones are resolved against `published` (the local calendar day); without it they stay open ("XXXX-11-15",
    or no value at all). A language without a table gives nothing.
    """
    tables = time_language(language)
    if tables is None or not sentences:
        return []
    if published is not None and published.year not in _NEWS_YEARS:
        published = None  # no date of a page; the calendar ends too near to count from it
    finder = _Finder(text, sentences, tables, published)
    return list(finder.mentions())


class _Finder:
    """One pass over a text, which remembers the last date that it named since a blank line."""

    def __init__(self, text: str, sentences: Sequence[Sentence], tables: TimeLanguage, published: date | None) -> None:
        self.text = text
        self.sentences = sentences
        self.starts = [s.start for s in sentences]
        self.quotes = quote_spans(text)
        self.tables = tables
        self.published = published
        self.named: date | None = None
        self.named_end = 0
        self.named_days = 1
        self.months: dict[int, int] = {}
        self.seen = 0
        self.done = 0  # what is before has been read
        self.tenses: Tenses | None = None

    def mentions(self) -> Iterator[Mention]:
        previous: Mention | None = None
        for first, last in self._windows():
            for start in _START.finditer(self.text, max(first, self.done), last):
                if start.start() < self.done:
                    continue
                found = self._read_at(start.start(), start.group())
                if found is None:
                    continue
                mention, self.done = found
                self._remember(mention)
                mention = with_day(mention, previous, self.text, self.tables.joint)
                if previous is not None:
                    yield with_day_behind(previous, mention, self.text, self.tables.joint)
                previous = mention
        if previous is not None:
            yield previous

    def _windows(self) -> Iterator[tuple[int, int]]:
        """Stretches of the text in which a time can begin: from a little before a cue up to the cue's end."""
        cues = sorted(self._cues())
        current: tuple[int, int] | None = None
        for begin, end in cues:
            if current and begin <= current[1]:
                current = (current[0], max(current[1], end))
                continue
            if current:
                yield current
            current = (begin, end)
        if current:
            yield current

    def _cues(self) -> Iterator[tuple[int, int]]:
        units = self.tables.words["unit"]
        for match in self.tables.cue_words.finditer(self.text):
            yield max(0, match.start() - (_UNIT_REACH if match.group() in units else _REACH)), match.end()
        for match in self.tables.cue_figures.finditer(self.text):
            yield max(0, match.start() - _REACH), match.end()

    def _read_at(self, at: int, char: str) -> tuple[Mention, int] | None:
        rules = self.tables.starts.get(char)
        index = bisect_right(self.starts, at) - 1
        if rules is None or index < 0 or at >= self.sentences[index].end or self._inside_figure(at):
            return None
        sentence = self.sentences[index]
        likely = rules.match(self.text, at, sentence.end)
        if likely:
            self._look_back(at)
        for number in likely:
            if found := self._try_rule(number, at, sentence):
                return found
        return None

    def _inside_figure(self, at: int) -> bool:
        """Whether the start is the tail of a longer figure, as in "3.2016" or "1/2016"."""
        text = self.text
        return at > 1 and text[at - 1] in _AFTER_DIGIT and text[at - 2].isdigit()

    def _try_rule(self, number: int, at: int, sentence: Sentence) -> tuple[Mention, int] | None:
        rule = self.tables.rules[number]
        match = rule.match(self.text, at, sentence.end)
        if match is None:
            return None
        edge = self.tables.edge.search(self.text, max(sentence.start, self.done, at - 32), at)
        place = Place(
            text=self.text,
            start=at,
            end=match.end(),
            sentence_start=sentence.start,
            sentence_end=sentence.end,
            language=self.tables,
            published=self.published,
            named=self.named,
            named_end=self.named_end,
            named_days=self.named_days,
            months=self.months,
            groups=match.groupdict(),
            spans={name: match.span(name) for name in match.re.groupindex},
            tenses=partial(self._tenses_of, sentence),
            has_edge=edge is not None,
        )
        reading = _READERS[rule.read](place)
        if reading is None:
            return None
        return self._mention(place, reading, rule.name, edge, sentence, rule.read in _RELATIVE), match.end()

    def _tenses_of(self, sentence: Sentence) -> Tenses:
        if self.tenses is None or self.tenses.start != sentence.start:
            self.tenses = Tenses(self.text, sentence.start, sentence.end, self.tables)
        return self.tenses

    def _mention(
        self,
        place: Place,
        reading: Reading,
        rule: str,
        edge: re.Match[str] | None,
        sentence: Sentence,
        is_relative: bool,
    ) -> Mention:
        start, mod = place.start, reading.mod
        if edge and reading.subkind == "date":
            start, mod = edge.start(), self.tables.words["edge"][" ".join(edge["edge"].lower().split())]
        bound = self._bound(start, sentence, reading) if takes_bound(reading, rule) else None
        bound = bound or self._bound_behind(place, reading, start)
        quoted = in_quotes(self.quotes, place.start)
        if quoted and is_relative:
            mod = f"{mod or (bound[0].mod if bound else '')} {QUOTED}".strip()
        days = timex.days_of(reading.value)
        span = reading.span or (start, place.end)
        mention = Mention(
            char_start=span[0],
            char_end=span[1],
            surface=self.text[span[0] : span[1]],
            phrase_start=min(bound[1] if bound else start, span[0]),
            phrase_end=place.end,
            sentence_start=sentence.start,
            sentence_end=sentence.end,
            part=sentence.part,
            kind="time",
            subkind=reading.subkind,
            is_quantity=reading.subkind in ("duration", "period"),
            unit=reading.unit,
            unit_text=reading.unit_text,
            quoted=quoted,
            timex_type=reading.type,
            timex_value=reading.value,
            timex_mod=mod or (bound[0].mod if bound else None),
            date_start=days[0] if days else None,
            date_end=days[1] if days else None,
            rule=f"time-{rule}",
        )
        return bounded(mention, reading, bound[0] if bound else None)

    def _bound(self, start: int, sentence: Sentence, reading: Reading) -> tuple[BoundWords, int] | None:
        """The bound words that end just before a time, and where they begin; "suffered over two days" has none."""
        is_counted_date = reading.subkind == "date" and reading.number is not None
        for bound in self.tables.bounds:
            if bound.of and reading.subkind not in bound.of:
                continue
            match = bound.pattern.search(self.text, max(sentence.start, start - 32), start)
            free = is_counted_date or not bound.leads
            if match and (free or self._word_before(match.start(), sentence) in bound.leads):
                return bound, match.start()
        return None

    def _bound_behind(self, place: Place, reading: Reading, start: int) -> tuple[BoundWords, int] | None:
        """The bound words right behind a duration, and where it begins: "two years or more"."""
        if reading.number is None or reading.number_max is not None or reading.subkind not in ("duration", "period"):
            return None
        matches = ((bound, bound.pattern.match(self.text, place.end)) for bound in self.tables.bounds_behind)
        return next(((bound, start) for bound, match in matches if match), None)

    def _word_before(self, at: int, sentence: Sentence) -> str:
        """The word before a place, in lower case; that of a list of bound words where none stands there."""
        if self.text[max(sentence.start, at - 2) : at].rstrip().endswith("%"):
            return "%"  # "fell by 27% over two years"
        words = _LAST_WORD.search(self.text, max(sentence.start, at - 16), at)
        return words[1].lower() if words else "a"

    def _look_back(self, at: int) -> None:
        """A text behind a blank line may be another one: nothing named before counts there."""
        if are_apart(self.text, self.seen, at):
            self.named = None
            self.months = {}
        self.seen = at

    def _remember(self, mention: Mention) -> None:
        if mention.date_start and mention.subkind == "date" and mention.date_end:
            is_stretch = "/" in (mention.timex_value or "")
            self.named = mention.date_end if is_stretch else mention.date_start
            self.named_end = mention.phrase_end
            self.named_days = 1 if is_stretch else (mention.date_end - mention.date_start).days + 1
            if self.named_days <= _MONTH_DAYS:
                self.months[self.named.month] = self.named.year
