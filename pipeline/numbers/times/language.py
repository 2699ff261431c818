"""A language's tables of times, read once and compiled: what stands in `<language>/times.yml`, as patterns."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any, Literal

from pipeline.lexicon.calendar import months, weekdays
from pipeline.numbers.agewords import AgeContext, age_context
from pipeline.numbers.mention import Comparator
from pipeline.numbers.patterns import WordFinder, any_of, either_case, word_finder
from pipeline.numbers.tables import read_table
from pipeline.numbers.times.firsts import openings

_BLANK = "(?:[ \\u00a0\\u202f\\n]{1,2})"
_FIELD = re.compile(r"\{([a-z]+)([23]?)\}")
_GROUP = re.compile(r"\(\?P<(\w+)>")
_ACCENTS = {
    "de": {"a": "aä", "o": "oö", "u": "uü"},
    "fr": {"e": "eéèê", "u": "uû", "o": "oô"},
    "es": {"a": "aá", "e": "eé", "i": "ií", "o": "oó", "u": "uú"},
}
_CUE_TABLES = ("unit", "plural", "single", "span", "part", "season", "tens", "dayword", "noon", "dawn")
_CLAUSE = r"[;:—–()\n]|, (?:and|but|while|which|who|when|after|as)[ ,]|\b(?:and|but|while|when|after|because)[ ,]"
_JOINTS = ("on", "at")
_HEAD = 5  # characters at the head of a match that are looked at before the rules are tried
_FOLDER = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of the language, and the name of the reader that understands its groups."""

    name: str
    source: str
    read: str

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The rule's own match with its groups; its pattern is compiled when it is first needed."""
        return _compiled(self.source).match(text, start, end)


@dataclass(frozen=True, slots=True)
class Start:
    """The rules that can begin with a character: as one pattern, in which group r7 is rules[7], and their places."""

    source: str
    rules: tuple[int, ...]

    def match(self, text: str, start: int, end: int) -> Sequence[int]:
        """The places of the rules that may match, the first one does; compiled when it is first needed."""
        found = _compiled(self.source).match(text, start, end)
        if found is None or found.lastgroup is None:
            return ()
        return self.rules[bisect_left(self.rules, int(found.lastgroup[1:])) :]


@dataclass(frozen=True, slots=True)
class BoundWords:
    """What bound words before a time mean: "more than" is comparator ">", mod MORE_THAN."""

    pattern: re.Pattern[str]
    comparator: Comparator
    approximate: bool
    side: Literal["below", "above"] | None
    mod: str
    of: frozenset[str]  # the subkinds that it bounds; empty: all
    leads: frozenset[str]  # of which one must stand before; empty = anything may


@dataclass(frozen=True, slots=True)
class TimeLanguage:
    """Everything that reading times in one language needs."""

    cue_words: WordFinder
    cue_figures: re.Pattern[str]
    starts: Mapping[str, Start]  # by first character
    rules: tuple[Rule, ...]
    words: Mapping[str, Mapping[str, str]]
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    events: tuple[tuple[re.Pattern[str], str, re.Pattern[str] | None], ...]  # what is marked, its day, what is near
    holidays: Mapping[str, str]
    guards: Mapping[str, frozenset[str]]
    edge: re.Pattern[str]
    bounds: tuple[BoundWords, ...]
    bounds_behind: tuple[BoundWords, ...]
    tense: Mapping[str, re.Pattern[str]]
    clause: re.Pattern[str]  # where one clause ends and another begins
    joint: re.Pattern[str]  # what stands between a day and its clock time
    number_head: re.Pattern[str]  # what may stand before the last word of a number: "dix-", "cincuenta y "
    capital_nouns: bool  # whether nouns have capitals, so that no "s" at a word's end makes a plural
    ages: AgeContext | None  # what makes an age of years; None in English, which has rules of its own


@cache
def time_language(code: str) -> TimeLanguage | None:
    """The tables of a language by its ISO 639-1 code; None where there are none."""
    path = _FOLDER / code / "times.yml"
    if not path.is_file():
        return None
    return _Compiler(code, read_table(path)).language()


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


class _Compiler:
    """Turns one table into patterns."""

    def __init__(self, code: str, table: dict[str, Any]) -> None:
        self.code = code
        self.table = table
        self.numbers = _number_words(table["numbers"])
        self.pieces: dict[str, str] = dict(table["pieces"])
        self.pieces |= {name: _alternatives(_flat(words), name) for name, words in table["words"].items()}
        self.pieces["month"] = self._months()
        self.pieces["weekday"] = self._weekdays()
        self.pieces["n"], self.pieces["glued"] = self._number()
        self.pieces["event"] = f"(?P<event>{'|'.join(self._event(e) for e in table['events']) or '(?!)'})"
        self.pieces["holiday"] = _alternatives(_flat(table["holidays"]), "holiday")

    def language(self) -> TimeLanguage:
        table = self.table
        sources = [(rule, self._expand(rule["pattern"])) for rule in table["rules"]]
        return TimeLanguage(
            cue_words=word_finder(self._cue_words()),
            cue_figures=re.compile("|".join(table["cue_patterns"])),
            starts=_by_first_char([source for _, source in sources]),
            rules=tuple(Rule(r["name"], rf"(?:{s})(?!\w)", r["read"]) for r, s in sources),
            words={name: _keys(words) for name, words in table["words"].items()},
            numbers=self.numbers,
            scales=table["numbers"]["scales"],
            events=tuple((re.compile(self._event(e)), e["value"], _near(e)) for e in table["events"]),
            holidays={word: key for key, words in table["holidays"].items() for word in words},
            guards={name: frozenset(words) for name, words in table["not_times"].items()},
            edge=re.compile(
                rf"(?<!\w){_blanks(self.pieces['edge'])}(?:{_BLANK}|-|(?<=['’]))(?:(?:of|in|on){_BLANK})?$"
            ),
            bounds=tuple(_bound(entry) for entry in table["bounds"]),
            bounds_behind=tuple(_bound(entry, behind=True) for entry in table.get("bounds_behind", ())),
            tense={name: re.compile(_blanks(p), re.IGNORECASE) for name, p in table["tense"].items()},
            clause=re.compile(table.get("clause", _CLAUSE)),
            joint=re.compile(self._joint()),
            number_head=re.compile(rf"(?:[^\W\d_]-|(?<!\w)(?:{'|'.join(table['numbers']['tens'])}) (?:y|et) )$"),
            capital_nouns=table.get("capital_nouns", False),
            ages=None if self.code == "en" else age_context(import_module(f"pipeline.numbers.{self.code}.ages")),
        )

    def _joint(self) -> str:
        """What stands between a day and its clock time: "um", and behind a bracket ")"."""
        closed = "" if self.code == "en" else r"\)?"
        return rf"{closed},?\s(?:{'|'.join(self.table.get('joints', _JOINTS))})?\s?"

    def _expand(self, template: str) -> str:
        """A rule's template with its pieces put in and its blanks made patterns."""

        def piece(match: re.Match[str]) -> str:
            name, number = match.groups()
            return _GROUP.sub(lambda g: f"(?P<{g[1]}{number}>", self.pieces[name])

        return _blanks(_FIELD.sub(piece, template))

    def _months(self) -> str:
        names = _names(months(), self.code)
        full = "|".join(self._cased(name) for name, is_full in names if is_full)
        short = "|".join(self._cased(name) for name, is_full in names if not is_full)
        following = r"(?=[ \u00a0]?\d|,?[ \u00a0](?:19|20)\d\d)"
        after_day = r"(?<=\d[ ][A-Za-z]{3})|(?<=\d[ ][A-Za-z]{3}\.)"
        return rf"(?P<month>(?:{full})(?!\w)|(?:{short})(?!\w)\.?(?:{following}|{after_day}))"

    def _weekdays(self) -> str:
        names = [name for name, is_full in _names(weekdays(), self.code) if is_full]
        return f"(?P<weekday>{'|'.join(map(self._cased, names))})"

    def _cased(self, folded: str) -> str:
        """A folded name as it may be printed: with its accents, and with a capital where the language has one."""
        if self.code == "en":
            return f"{folded.capitalize()}|{folded.upper()}"
        accents = _ACCENTS.get(self.code, {})
        accented = "".join(f"[{accents[c]}]" if c in accents else c for c in folded[1:])
        first = accents.get(folded[0], folded[0])
        return f"[{first.upper()}]{accented}" if self.code == "de" else f"[{first}{first.upper()}]{accented}"

    def _number(self) -> tuple[str, str]:
        """A number as a word of its own, and one that another word grows from: "72" in "72-stündig"."""
        table = self.table["numbers"]
        plain = "|".join(either_case(w) for w in [*table["others"], *reversed(table["ones"])])
        compound = table["compound"].format(
            tens=f"(?:{'|'.join(map(either_case, table['tens']))})", ones=f"(?:{'|'.join(table['ones'][:9])})"
        )
        digits = r"\d{1,3}(?:[,.]\d{3}){1,4}(?!\d)|\d{1,9}(?:[.,]\d{1,3})?"
        if self.code != "en":
            digits = rf"\d{{1,3}}(?:[ \u00a0\u2009\u202f'’]\d{{3}})+(?!\d)|{digits}"  # "1 607 heures"
        alone = rf"(?P<n>(?:{digits}|{compound}|{plain})(?: (?:{'|'.join(table['scales'])}))?(?!\w))"
        return alone, rf"(?P<n>{digits}|{compound}|{plain})"

    def _event(self, entry: dict[str, str]) -> str:
        return f"{entry['is']}(?={_blanks(entry['before'])})" if "before" in entry else entry["is"]

    def _cue_words(self) -> set[str]:
        """Every word that some rule needs: units, parts of the day, months, weekdays, holidays."""
        table = self.table
        words = {w for name in _CUE_TABLES for w in _flat(table["words"].get(name, {}))}
        words |= set(table["cues"]) | set(_flat(table["holidays"]))
        words |= {word for names in (months(), weekdays()) for word, _ in _names(names, self.code)}
        return {form for word in words for form in self._printed(word)}

    def _printed(self, word: str) -> Iterator[str]:
        accents = _ACCENTS.get(self.code, {})
        for letters in product(*(accents.get(c, c) for c in word)):
            form = "".join(letters)
            yield from (form, form[0].upper() + form[1:], form.upper())


def _by_first_char(sources: list[str]) -> dict[str, Start]:
    """One alternation of the rules that can begin with a digit and one of the others, for each such character.

    One for each character is no quicker, and to compile one costs as much as to read twenty articles.
    """
    named = [f"(?:{_GROUP.sub('(?:', _unbacked(source))})(?P<r{i}>)" for i, source in enumerate(sources)]
    rules_of: dict[str, set[int]] = {}
    heads_of: dict[str, set[str]] = {}
    for i, source in enumerate(sources):
        for head in openings(source, _HEAD):
            group = "digit" if head[0].isdigit() else "other"
            rules_of.setdefault(group, set()).add(i)
            heads_of.setdefault(group, set()).add(head)
    starts = {group: _start(sorted(rules), named, heads_of[group]) for group, rules in rules_of.items()}
    return {head[0]: starts[group] for group, heads in heads_of.items() for head in heads}


def _start(rules: Sequence[int], named: Sequence[str], heads: set[str]) -> Start:
    """The rules as one pattern, of which none is tried where no match can begin."""
    shortest = {head for head in heads if not any(head[:n] in heads for n in range(1, len(head)))}
    return Start(rf"(?={any_of(shortest)})(?:{'|'.join(named[i] for i in rules)})(?!\w)", tuple(rules))


def _flat(words: Mapping[Any, Iterable[str]]) -> list[str]:
    return [word for group in words.values() for word in group]


def _keys(words: Mapping[Any, Iterable[str]]) -> dict[str, str]:
    return {word.lower(): str(key) for key, group in words.items() for word in group}


def _alternatives(words: Iterable[str], name: str) -> str:
    return f"(?P<{name}>{'|'.join(map(either_case, sorted(words, key=len, reverse=True)))})"


def _blanks(pattern: str) -> str:
    """The pattern with every blank outside a character class taken as the blanks between words."""
    out, in_class = [], False
    for i, char in enumerate(pattern):
        if char in "[]" and (i == 0 or pattern[i - 1] != "\\"):
            in_class = char == "["
        out.append(_BLANK if char == " " and not in_class else char)
    return "".join(out)


def _unbacked(source: str) -> str:
    """The pattern without back references, which cannot travel into the common alternation."""
    return re.sub(r"\(\?P=\w+\)", "[./]", source)


def _names(table: Mapping[str, Mapping[str, int]], code: str) -> list[tuple[str, bool]]:
    """The names of one language, and whether each is written out; a name of two letters is never taken."""
    own = {name: n[code] for name, n in table.items() if code in n and len(name) > 2}
    out = []
    for name, number in own.items():
        is_short = any(n == number and other != name and other.startswith(name) for other, n in own.items())
        out.append((name, not is_short))
    return sorted(out, key=lambda pair: -len(pair[0]))


def _number_words(table: dict[str, Any]) -> dict[str, int]:
    ones = {word: n for n, word in enumerate(table["ones"], 1)}
    tens = {word: 10 * n for n, word in enumerate(table["tens"], 2)}
    joint = table.get("joint", "{ten}-{one}")
    both = {joint.format(ten=t, one=o): m + n for t, m in tens.items() for o, n in ones.items() if n < 10}
    return {**ones, **tens, **both, **table["others"]}


def _near(event: dict[str, str]) -> re.Pattern[str] | None:
    return re.compile(event["near"]) if "near" in event else None


def _bound(entry: dict[str, Any], *, behind: bool = False) -> BoundWords:
    words = "|".join(either_case(w) for w in sorted(entry["text"], key=len, reverse=True))
    said = _blanks(f"(?:{words})")
    before = rf"(?<!\w){said}(?:{_BLANK}(?:(?:an?|another|a{_BLANK}further){_BLANK})?|(?<=['’]))$"
    return BoundWords(
        pattern=re.compile(rf"{_BLANK}?{said}(?!\w)(?!{_BLANK}(?:than|[a-z]+ing)\b)" if behind else before),
        comparator=entry.get("comparator", "="),
        approximate=entry.get("approximate", False),
        side=entry.get("side"),
        mod=entry["mod"],
        of=frozenset(entry.get("of", ())),
        leads=frozenset(entry.get("leads", ())),
    )
