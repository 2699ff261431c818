"""The words of a sentence around a mention, and which of them are verbs."""

import re
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.numbers.events.lexicon import EventWords, Form

# "we’ll" and "it’s" are two words, "don’t" and "Ann’s" are one. A plain word, which most are, is found first.
_TOKEN = re.compile(
    r"[a-z]++(?![\w’'-])"
    r"|(?i:it|that|there|he|she|what|who|here|let)(?=[’']s\b)"
    r"|[^\W\d_]+(?:[’'-](?!(?:ll|ve|re|d|m)\b)[^\W\d_]+)*|[’'][a-z]{1,2}\b"
    r"|[$€£]?\d[\d,.]*\d%?|\d%?|[^\w\s]"
)
DASHES: Final = ("—", "–", "―")
_CLOSES = {"“": "”", '"': '"', "‘": "’"}
_MARKS = frozenset((*_CLOSES, *_CLOSES.values()))
_QUOTED_WORDS = 4
_TITLE_WORDS = 25
_TITLE_LEAST = 2  # longer words
_TITLE_LETTERS = 3  # shorter words have no capital in every paper
_TITLE_PROOFS = frozenset(("in", "on", "over", "after", "off", "to", "for"))
_LOWER_IN_TITLES = frozenset(("from", "with", "into", "over", "than", "that", "after", "amid", "under", "about"))
_ASIDES = frozenset(
    tuple(phrase.split())
    for phrase in (
        *("say", "too", "therefore", "though", "indeed", "meanwhile"),
        *("of course", "for example", "for instance", "in fact", "in turn"),
    )
)
_STOPS = frozenset(';:—–―()[]"“”?!…')
_NONE: frozenset[Form] = frozenset()
_PAST: frozenset[Form] = frozenset(("past", "part"))
_ING: frozenset[Form] = frozenset(("ing",))
_THIRD: frozenset[Form] = frozenset(("s",))
_OF_SPANS = frozenset({"last", "next", "this", "each", "every", "a", "the"})
_BASE: frozenset[Form] = frozenset(("base",))
_NO_VERB: tuple[str | None, frozenset[Form]] = (None, _NONE)
_NUMBER_OR_NAME = re.compile(r"[$€£\dA-Z]")


class Word(NamedTuple):
    """A token of a sentence: its offsets in the text and its lower-case form."""

    start: int
    end: int
    text: str
    low: str


_new_word = tuple.__new__  # one for each word of a text: past the constructor


def _without_scare_quotes(words: list[Word]) -> list[Word]:
    """The words without the marks of quotations that are no clause: he would “gladly” sign it."""
    drop: set[int] = set()
    opening = -1
    for i in [i for i, word in enumerate(words) if word.text in _MARKS]:
        word = words[i]
        if word.text in _CLOSES.values() and opening >= 0 and _CLOSES[words[opening].text] == word.text:
            if i - opening <= _QUOTED_WORDS + 1 and not any(w.text in ",.?!" for w in words[opening + 1 : i]):
                drop.update((opening, i))
            opening = -1
        elif word.text in _CLOSES:
            opening = i
    return [word for i, word in enumerate(words) if i not in drop] if drop else words


def _without_asides(words: list[Word]) -> list[Word]:
    """The words without what is put between commas and changes nothing: "faced, say, a ban"."""
    drop: set[int] = set()
    lows = [word.low for word in words]
    for i in (i for i, low in enumerate(lows) if low == ","):
        for end in (i + 2, i + 3):
            if lows[end : end + 1] == [","] and tuple(lows[i + 1 : end]) in _ASIDES:
                drop.update(range(i, end + 1))
    return [word for i, word in enumerate(words) if i not in drop] if drop else words


def _is_title(words: list[Word], lexicon: EventWords) -> bool:
    """Whether a headline has a capital for every word, also for one like "to": "Firm Pays Millions To Two"."""
    if len(words) > _TITLE_WORDS or (words and words[-1].text == "."):
        return False
    longer = [word for word in words if len(word.text) > _TITLE_LETTERS and word.text.isalpha()]
    if len(longer) < _TITLE_LEAST or not all(w.text[0].isupper() or w.low in _LOWER_IN_TITLES for w in longer):
        return False
    if any(_acts_on(verb, number, lexicon) for verb, number in pairwise(words)):
        return True
    closed = lexicon.sets["no_verbs"] - lexicon.sets["particles"] | _TITLE_PROOFS
    is_long = len(longer) > _TITLE_LEAST
    return is_long and any(word.text[:1].isupper() and word.low in closed for word in words[1:])


def _acts_on(word: Word, other: Word, lexicon: EventWords) -> bool:
    """ "Troops Rescue 46 Hostages", "Blaze Kills Nine", "3 Die": a number beside a verb of the tables."""
    verb, number = (other, word) if word.text[0].isdigit() else (word, other)
    counts = number.text.lstrip("$£€")[:1].isdigit() or number.low in lexicon.sets["number_words"]
    base, _ = lexicon.verbs.get(verb.low, (None, _NONE))
    return counts and (base in lexicon.types or (verb is word and base is not None))


class Clause:
    """A sentence cut into words, with what the tables know of each."""

    def __init__(
        self, text: str, start: int, end: int, words: EventWords, counted: frozenset[int] = frozenset()
    ) -> None:
        """`counted` are the offsets where the nouns end that numbers count: what stands there in -s is no verb."""
        self.text = text
        self.lexicon = words
        self._sets = words.sets
        self._counted = counted
        found = [
            _new_word(Word, (*match.span(), token, token.lower()))
            for match in _TOKEN.finditer(text, start, end)
            if (token := match.group()) not in "[]"  # an editor's insertion
        ]
        if text.find(" - ", max(0, start - 1), end + 1) >= 0:
            found = [w._replace(text="–", low="–") if w.text == "-" and self._is_dash(w.start) else w for w in found]
        # "GRADUATE PAYS OFF $70K", "Firm Pays $70K To Two": none of its words is known for a name
        if text[start:end].isupper() or _is_title(found, words):
            found = [Word(word.start, word.end, word.low, word.low) for word in found]
        self.words = _without_asides(_without_scare_quotes(found))
        self._lows = [word.low for word in self.words]
        self._size = len(self.words)
        self._verbs: dict[int, tuple[str | None, frozenset[Form]]] = {}

    def _is_dash(self, i: int) -> bool:
        """Whether a hyphen stands between spaces, as a dash does: "two men - a cook and a clerk - were freed"."""
        return self.text[i - 1 : i] == " " == self.text[i + 1 : i + 2]

    @cached_property
    def starts(self) -> list[int]:
        """Offsets of the words, for bisection."""
        return [w.start for w in self.words]

    def has(self, word: str) -> bool:
        """Whether the word stands anywhere in the sentence, in lower case."""
        return word in self._lows

    def low(self, i: int) -> str:
        """The word at `i` in lower case, empty outside."""
        return self._lows[i] if 0 <= i < self._size else ""

    def base(self, i: int) -> str | None:
        """The base form of a verb at `i`, also of one that only its "ed" or its place gives away."""
        return self._verb(i)[0]

    def forms(self, i: int) -> frozenset[Form]:
        """Which forms of a verb the word at `i` can be."""
        return self._verb(i)[1]

    def _verb(self, i: int) -> tuple[str | None, frozenset[Form]]:
        if (known := self._verbs.get(i)) is None:
            known = self._verbs[i] = self._read_verb(i) if 0 <= i < self._size else _NO_VERB
        return known

    def _read_verb(self, i: int) -> tuple[str | None, frozenset[Form]]:
        low = self.words[i].low
        is_span = i > 0 and low in self.lexicon.sets["spans"] and self.words[i - 1].low in _OF_SPANS
        if is_span or self._is_in_capitals(i):
            return _NO_VERB  # "nine assists last season"
        if known := self.lexicon.verbs.get(low):
            return _NO_VERB if known[1] == _THIRD and self.words[i].end in self._counted else known
        if self._looks_past(i):
            return low, _PAST
        if self._looks_ing(i):
            return low, _ING
        return (low, _BASE) if self._must_be_verb(i) else _NO_VERB

    def _is_in_capitals(self, i: int) -> bool:
        """Whether a name in capitals stands among other words: "Get WIRED", not in a headline that is all capitals."""
        text = self.words[i].text
        return len(text) > 1 and text.isupper() and i > 0 and not self.words[i - 1].text.isupper()

    def _looks_past(self, i: int) -> bool:
        low = self.words[i].text
        return (
            low.endswith("ed")
            and len(low) > 4
            and low not in self.lexicon.sets["not_past"]
            and low.isalpha()
            and low.islower()
        )

    def _looks_ing(self, i: int) -> bool:
        low = self.words[i].low if i == 0 else self.words[i].text  # a capital is no name there
        shaped = low.endswith("ing") and low.isalpha() and len(low) > 5 and low.islower() and not low.startswith("un")
        return shaped and low not in self.lexicon.sets["not_ing"]

    def _must_be_verb(self, i: int) -> bool:
        """ "can vie", "could not outrun", "to harrow 12 fields": a word in no table that only a verb can stand for."""
        word = self.words[i]
        if i == 0 or not word.text.isalpha() or not word.text.islower() or len(word.text) < 3:
            return False
        if (
            self.is_in(i, "no_verbs")
            or word.text in ("and", "or")
            or (word.text.endswith("s") and not word.text.endswith(("ss", "us")))
        ):
            return False  # "would go to allies in Asia"
        if self.is_text(i - 1, "we", "they", "i", "you") and not self.is_number(i):
            after = i + 1 + self.is_adverb(i + 1)  # "they bin maybe one in ten"
            return self.is_number(after) or self.is_in(after, "determiners")
        before = i - 1
        for _ in range(3):
            if before > 0 and self.is_adverb(before) and self.words[before].low not in self.lexicon.verbs:
                before -= 1
        if self.is_in(before, "modals"):
            return not self.is_month(before)
        return self.is_text(before, "to") and (self.starts_phrase(i + 1) or self.is_in(i + 1, "particles"))

    def past_adverbs(self, i: int) -> int:
        """The index of the first word at or before `i` that is no adverb."""
        for _ in range(3):
            if i > 0 and self.is_adverb(i):
                i -= 1
        return i

    def past_dates(self, i: int) -> int:
        """The index before "in 1998", "on Monday", "last May": when something was, between a verb and its object."""
        j = i
        while j > 0 and (self.is_in(j, "days") or self.is_in(j, "months") or self.words[j].text.isdigit()):
            j -= 1
        if j < i and self.is_text(j, "in", "on", "since", "by", "last", "next", "of"):
            return self.past_adverbs(j - 1)
        return i

    def is_since(self, i: int) -> bool:
        """Whether "since" at `i` stands before a date, and begins no clause: "have risen since January to $9"."""
        dated = self.is_in(i + 1, "months") or self.is_in(i + 1, "days") or self.low(i + 1).isdigit()
        return self.is_text(i, "since") and (dated or self.is_text(i + 1, "then", "last"))

    def is_adverb(self, i: int) -> bool:
        """Whether the word at `i` is an adverb that may stand among verbs."""
        if self.is_in(i, "adverbs"):
            return True
        low = self.low(i)
        return low.endswith("ly") and low not in self.lexicon.sets["not_adverbs"] and low not in self.lexicon.verbs

    def moves_into(self, i: int) -> bool:
        """Whether "up" or "down" at `i` belongs to a verb of motion in front: "edged up", not "closed up"."""
        moves = self.is_text(i, "up", "down") and not self.is_in(i - 1, "auxiliaries")
        moves = moves and self.base(i - 1) not in ("close", "end", "finish", "trade", "open")
        return moves and not self.forms(i - 1).isdisjoint(("past", "ing"))

    def is_month(self, i: int) -> bool:
        """Whether "May" at `i` is the month."""
        return self.is_text(i, "may") and i > 0 and not self.words[i].text.islower()

    def is_number(self, i: int) -> bool:
        """Whether a number stands at `i`, in digits or words."""
        return self.is_in(i, "number_words") or (0 <= i < len(self.words) and self.words[i].text[-1:].isdigit())

    def starts_phrase(self, i: int) -> bool:
        """Whether a noun phrase with a determiner, a number or a name begins at `i`."""
        if self.is_stop(i):
            return False
        return self.is_in(i, "skip_before") or self.is_number(i) or bool(_NUMBER_OR_NAME.match(self.words[i].text))

    def is_in(self, i: int, name: str) -> bool:
        """Whether the word at `i` (which may lie outside) is in one of the lists."""
        return 0 <= i < self._size and self._lows[i] in self._sets[name]

    def is_stop(self, i: int) -> bool:
        """Whether a mark that ends a clause stands at `i`, or the sentence ends there."""
        return not 0 <= i < self._size or self._lows[i] in _STOPS

    def is_text(self, i: int, *texts: str) -> bool:
        """Whether the word at `i` is one of these."""
        return 0 <= i < self._size and self._lows[i] in texts
