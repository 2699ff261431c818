"""Noun phrases around a number, read with closed classes of words and the shape of plurals."""

from dataclasses import dataclass

from pipeline.numbers.currencies import WORDS_BEFORE
from pipeline.numbers.noun_words import EVERY, TRADE_MARKS, NounWords
from pipeline.numbers.tokens import Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["NounPhrase", "NounReader"]

_HYPHENS = frozenset("-‐‑–")
_OPENERS = frozenset("\"'“‘«*")
_COMPASS = frozenset({"north", "south", "east", "west"})
_EACH = frozenset({"each", "every", "any"})
_FIRSTS = frozenset({"first", "last", "next", "same", "latest", "only"})
_OBJECTS = frozenset({"it", "them", "him", "us", "their", "his", "its"})
_THERE = frozenset({"there", "here", "around", "alone", "idle"})
_NOMINAL = word_set(
    "dead injured wounded missing homeless elderly poor unemployed jobless sick disabled rich young old accused"
)
_SHUT = frozenset({"shut", "closed", "open"})
_FIT = frozenset({"fit", "unfit", "ripe"})
_SAID_TO = word_set("known thought believed said reported feared expected likely")
_DONE = word_set("lost reported taken given paid sold spent stolen built found held caught hidden frozen torn drowned")
_HOLDING = word_set("includes contains holds has covers weighs costs offers seats carries serves spans employs")
_PARTICLES = frozenset({"de", "du", "la", "del", "von", "van"})
_ENDS = frozenset({",", ".", ";", ")", ""})
_CLOSERS = frozenset(']"”')
_UNIT_WORDS = frozenset({"percent", "cent", "percentage", "pc", "points", "million", "billion"})
_ABLE = ("able", "ible")
_QUALITIES = ("ful", "ous", "able", "ible", "sive", "tive", "cient")
_MAX_WORDS, _ING = 10, 4


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Tokens [first, last), the head among them; `end` reaches over "of ..." behind."""

    first: int
    last: int
    head: int
    end: int


class NounReader(NounWords):
    """Reads the noun phrase behind or before a number with the word classes of a language."""

    def ahead(
        self, tokens: Tokens, i: int, *, one: bool = False, loose: bool = False, ordinal: bool = False
    ) -> NounPhrase | None:
        """The noun phrase that begins at token `i`.

        Behind a number other than one it must hold a plural, unless `loose` (money and percent: "$5 million fine");
        behind an `ordinal` it may hold either.
        """
        one = one or ordinal
        whole = loose and tokens.lows[i] != "of"  # "5% sales growth"
        whole = whole or tokens.low(i - 1) == "one"  # "one arms dealer"
        aged = tokens.low(i - 1) == "old"
        i = self._skip_modifiers(tokens, i)
        if tokens.lows[i + 1] == "$" and tokens.glued(i + 1):
            return None  # "fell 4 cents to US$3"
        if tokens.low(i - 1) in ("more", "less") and tokens.lows[i].endswith(_QUALITIES):
            return None  # "20% more powerful"
        told = tokens.lows[i + 1].endswith("ed") or self._ends_phrase(tokens, i + 1)
        if tokens.low(i - 1) == "the" and tokens.lows[i] in _NOMINAL and told:
            return NounPhrase(i, i + 1, i, i + 1)  # "60% of the dead"
        if tokens.shapes[i] is Shape.DIGITS and (olds := _year_olds(tokens, i)) > 0:
            return NounPhrase(i, olds + 1, olds, olds + 1)
        j, head, plural = i, -1, False
        while j < tokens.count and j - i < _MAX_WORDS:
            low = tokens.lows[j]
            if tokens.shapes[j] is not Shape.WORD:
                if tokens.low(j - 1) in self.words.STATES and tokens.lows[j + 1] in ("and", "but"):
                    break  # "left eight dead, and fires"
                listed = (not one and self._lists(tokens, j)) or self._lists_adjectives(tokens, j)
                listed = listed and head >= 0 and not plural
                if not (self._joins(tokens, j, i) or listed):
                    break
                if low in ("'", "’"):
                    plural, head = False, -1
                j += 1
                continue
            owned = tokens.low(j - 1) in self.words.DETERMINERS  # "half of its needs"
            counted = low in self.words.ALSO_PLURALS and (owned or not (one or loose or plural))
            if self.stops(tokens, j, i) and not counted:
                joins = low in self.words.JOINERS and head >= 0 and not plural
                if not (joins and (self._pairs(tokens, j) if loose or one else self._list_goes_on(tokens, j + 1))):
                    break
                j += 1
                continue
            plural_here = self._is_plural_at(tokens, j) and not ((one or loose) and self._is_name_in_s(tokens, j))
            acts = low.endswith("ed") or (low.endswith("ing") and low not in self.words.ING_NOUNS)
            trades = aged and plural and self.lemma(tokens.lows[head]) not in self.words.PEOPLE  # "old cattle trader"
            leads = plural_here or (not acts and (whole or trades or self._is_plural_at(tokens, j + 1)))
            lettered = self._ends_phrase(tokens, j + 1) and tokens.lows[j + 1] not in self.words.JOINERS
            if len(low) == 1 and lettered and head == j - 1 >= i and tokens.is_name(j) and tokens.is_name(head):
                break  # "Series C"
            if plural and not plural_here and tokens.lows[j + 1] in _OBJECTS:
                break  # "2 in every 1,000 people catch it"
            if plural and not (leads and self._compounds(tokens, head, plural_here)):
                break
            if self._ends_one(tokens, j, head, one or loose) or (
                one and not ordinal and plural_here and self._is_verb_in_s(tokens, j)
            ):
                break
            if head >= 0 and (one or loose) and plural_here and self._takes_object(tokens, j):
                break
            head, plural = j, plural_here
            j += 1
            if low.endswith("'s"):
                plural, head = False, -1
        if one and i < head and tokens.lows[head] in self.words.STATES | _SHUT:
            head -= 1  # "their six-day-old calf alive"
        if head < 0 or self.is_currency(tokens, head) or not self._is_noun(tokens, i, head, plural, one, loose):
            return None
        if not plural and tokens.lows[head] in self.words.changes.ADJECTIVES and tokens.lows[head + 1].endswith("ing"):
            return None  # "three days of heavy fighting"
        return NounPhrase(i, head + 1, head, self.with_of(tokens, head + 1))

    def _compounds(self, tokens: Tokens, head: int, plural_here: bool) -> bool:
        """Whether a plural may stand before another: "arms dealers", "two Ollie Watkins goals"."""
        name = plural_here and tokens.is_name(head)
        return name or tokens.lows[head] in self.words.ATTRIBUTIVE_PLURALS

    def _is_name_in_s(self, tokens: Tokens, j: int) -> bool:
        """Whether a word in -s is a part of a name of two words or more: "Andris Roe", "Nils Banks"."""
        beside = tokens.is_name(j - 1) or tokens.is_name(j + 1)
        return tokens.is_name(j) and beside and tokens.lows[j] not in self._plurals

    def _is_verb_in_s(self, tokens: Tokens, j: int) -> bool:
        """Whether a word in -s cannot end a singular phrase: "68-year-old Connolly acts", but not "one species"."""
        low = tokens.lows[j]
        return low not in self._plurals and low not in self.words.ATTRIBUTIVE_PLURALS

    def _takes_object(self, tokens: Tokens, j: int) -> bool:
        """ "12-inch Tarn Mini features a stylus": a word in -s before an article or a pronoun is a verb."""
        behind = tokens.lows[j + 1]
        governs = behind in self.words.DETERMINERS and behind not in ("that", "this", "all", "those", "these")
        governs = governs or (tokens.lows[j] in _HOLDING and tokens.shapes[j + 1] is Shape.DIGITS)
        governs = governs and not (behind in ("a", "an") and tokens.lows[j + 2] in EVERY)  # "20 grams of nuts a day"
        return not tokens.is_name(j) and (governs or behind in ("it", "them", "us", "you"))

    def is_them(self, tokens: Tokens, j: int) -> bool:
        """Whether a pronoun stands for what was named: "of us", but not "of US troops"."""
        return tokens.lows[j] in self.words.THEM and tokens.words[j] != "US"

    @staticmethod
    def is_currency(tokens: Tokens, j: int) -> bool:
        """Whether the word at `j` is the currency of an amount that is glued to it: "Sh21,756"."""
        return tokens.words[j] in WORDS_BEFORE and tokens.glued(j + 1) and tokens.shapes[j + 1] is Shape.DIGITS

    def whatever(self, tokens: Tokens, j: int) -> NounPhrase | None:
        """ "a third of what was there": a clause in place of a noun, behind "of" at token `j`."""
        if tokens.lows[j : j + 2] != ["of", "what"] or tokens.shapes[j + 2] is not Shape.WORD:
            return None
        end, auxiliaries = j + 3, self.words.AUXILIARIES - {"to", "not"}
        while tokens.shapes[end] is Shape.WORD and end < j + _MAX_WORDS:
            if tokens.lows[end] in auxiliaries and tokens.lows[end - 1] not in self.words.STOPS:
                break  # "what they mapped is gone"
            end += 1
        return NounPhrase(j + 1, j + 2, j + 1, end)

    def bare_pair(self, tokens: Tokens, i: int) -> NounPhrase | None:
        """Two or more singular nouns behind a number that counts the first: "a three course meal", "11 member pact"."""
        last = i
        while tokens.shapes[last] is Shape.WORD and tokens.words[last].islower() and not self.stops(tokens, last, i):
            low = tokens.lows[last]
            if low in self.words.DETERMINERS:
                break
            if low.endswith(("ed", "ly", "ing")) or low in self.words.STATES or last - i > 3:
                return None
            last += 1
        least = 2
        if tokens.lows[last - 1] in self.words.changes.CHANGES and last - i > 1:
            last, least = last - 1, 1  # "this 19+ event starts at"
        if tokens.lows[last] in _HYPHENS and tokens.glued(last):
            last, least = last - 1, 1  # "a 180 page coffee-table book"
        if last - i < least or tokens.shapes[last] is Shape.DIGITS:
            return None
        return NounPhrase(i, last, last - 1, last)

    def _skip_modifiers(self, tokens: Tokens, i: int) -> int:
        if tokens.lows[i] == "of" and tokens.lows[i + 1] in self.words.DETERMINERS | _EACH:
            i += tokens.lows[i + 1] in ("all", "both") and tokens.lows[i + 2] in self.words.DETERMINERS
            i += 2 + (tokens.lows[i + 2] in _FIRSTS)
        elif tokens.lows[i] == "of":
            i += 1 + (tokens.lows[i + 1] == "both")
        often = tokens.lows[i] in self.words.FREQUENCIES and tokens.shapes[i + 1] is Shape.WORD
        i += often and not self.stops(tokens, i + 1, i)  # "140 million monthly users"
        governed = tokens.low(i - 1) in self.words.DETERMINERS or self._is_found(tokens, i)
        i += tokens.lows[i] in _DONE and governed and self._is_thing(tokens, i + 1)
        while (
            tokens.lows[i] in self.words.MODIFIERS
            or self._is_made(tokens, i)
            or (tokens.lows[i] in _CLOSERS if tokens.glued(i) else tokens.lows[i] in _OPENERS)
        ):
            i += 1
        if tokens.lows[i] == "of" and tokens.low(i - 1) in _CLOSERS and tokens.lows[i + 1] in self.words.DETERMINERS:
            i += 2  # "“no fewer than 20” of the attackers"
        return i

    def _is_found(self, tokens: Tokens, i: int) -> bool:
        """Whether a verb in front of the number at `i` - 1 holds the plural behind `i`: "recovered 23 spent shells"."""
        verb = tokens.low(i - 2)
        governs = (verb.endswith("ed") and len(verb) > 4) or verb in ("found", "took", "has", "had", "have", "with")
        return governs and tokens.lows[i] != verb and self.is_plural(tokens.lows[i + 1])

    def _ends_one(self, tokens: Tokens, j: int, head: int, single: bool) -> bool:
        """Where a singular phrase ends: "one man carrying ...", "$3 million last week", "5% Monday"."""
        low = tokens.lows[j]
        if head >= 0 and single and self._leads_away(tokens, j):
            return True  # "one page long", "the olive oil drips out"
        if head >= 0 and tokens.lows[j + 1] in _HYPHENS and tokens.lows[j + 2] == "free":
            return self._ends_phrase(tokens, j + 3)  # "a third of their pension tax-free"
        if head >= 0 and low in _FIT and tokens.lows[j + 1] in ("for", "to", "only"):
            return True  # "a quarter of the crop fit only for feed"
        if head >= 0 and low.endswith(_ABLE) and low not in self.words.ABLE_NOUNS and self._ends_phrase(tokens, j + 1):
            return True  # "coastline suitable for ports"
        if head < 0 or self._is_hyphened(tokens, j):
            acts = single and head >= 0 and tokens.is_name(j - 1) and tokens.lows[j + 2].endswith("ed")
            return acts and tokens.words[j].islower()  # "airman Aaron Smith self-immolated"
        acting = low.endswith("ing") and tokens.low(j - 1) in self.words.PEOPLE and self._ends_phrase(tokens, j + 1)
        placed = low.endswith("ing") and tokens.lows[j + 1] in _THERE
        if (acting or placed) and len(low) > 4:
            return True  # "people living alone", "one bird sitting there"
        if low in _SAID_TO and tokens.lows[j + 1] == "to" and self.is_plural(tokens.low(j - 1)):
            return True  # "people known to have died"
        if not single:
            return low in self.words.STATES
        before = j - 1 - (tokens.lows[j - 1] in TRADE_MARKS)
        led = tokens.lows[before] in _PARTICLES or tokens.lows[before] in self.words.LEADING_NAMES
        titled = tokens.is_name(j) and not tokens.is_name(before) and not led
        titled = titled and not (tokens.lows[j - 1] == "." and tokens.glued(j))  # "U.S. adults"
        if titled and not self._name_goes_on(tokens, j):
            return True
        if low in _COMPASS and not self._noun_follows(tokens, j):
            return True  # "10 acres of land west of"
        adverb = low.endswith("ly") and low not in self.words.LY_NOUNS
        participle = low.endswith(("ed", "ing")) and len(low) > 4 and low not in self.words.ING_NOUNS
        joined = tokens.lows[j - 1] in self.words.JOINERS  # "a dusty and winding track"
        ends = adverb or (participle and not self._noun_follows(tokens, j))
        return (ends and not joined) or low in self.words.ADVERBS

    def _name_goes_on(self, tokens: Tokens, j: int) -> bool:
        """Whether a name inside a phrase belongs to it: "a roof-top PV array", but not "the deal Smith signed"."""
        if tokens.words[j].isupper() and len(tokens.words[j]) > 1:
            return True
        while tokens.is_name(j):
            j += 1
        low = tokens.lows[j]
        return tokens.shapes[j] is Shape.WORD and not self.stops(tokens, j, j) and not low.endswith(("ed", "s"))

    def _noun_follows(self, tokens: Tokens, j: int) -> bool:
        nxt = tokens.lows[j + 1]
        return tokens.shapes[j + 1] is Shape.WORD and nxt not in self._stops and self.is_plural(nxt)

    def _is_noun(self, tokens: Tokens, first: int, head: int, plural: bool, one: bool, loose: bool) -> bool:
        low = tokens.lows[head]
        if plural:
            return True
        if len(low) == 1:
            return False  # "62cm x 146cm"
        adjective = low.endswith(_ABLE) and low not in self.words.ABLE_NOUNS
        if first == head and (low == "due" or (adjective and self._ends_phrase(tokens, head + 1))):
            return False  # "2 million tons due by June"
        if first == head and low.endswith("ly") and low not in self.words.LY_NOUNS and not tokens.is_name(head):
            return False  # "33% presently"
        acts = low.endswith("ed") and len(low) > 4 and low not in self.words.ING_NOUNS  # but "speed"
        if first == head and (low in self.words.STATES or acts):
            return False
        told = tokens.lows[first].endswith("ly") and first < head  # "60 cm fully open"
        if (loose or one) and told and low in self.words.changes.STEADY | self.words.changes.ADJECTIVES:
            return False
        if loose or one:
            return low not in self.words.ADVERBS and low not in self.words.STATES
        word = tokens.words[head]
        if first == head and word.isupper() and 1 < len(word) < 5 and tokens.lows[head + 1] in _ENDS:
            return True  # "2 QH, 1 TFL"
        return tokens.words[head] in self._plurals

    def with_of(self, tokens: Tokens, end: int) -> int:
        """The end of "of ..." behind a head: "members of the security forces"."""
        if tokens.lows[end] != "of":
            return end
        j = end + 1
        if tokens.lows[j] in self.words.DETERMINERS:
            j += 1
        last = j
        while j < tokens.count and j - end < _MAX_WORDS and tokens.shapes[j] is Shape.WORD:
            if tokens.lows[j] in self._stops or (tokens.glued(j + 1) and tokens.shapes[j + 1] is Shape.DIGITS):
                break
            if tokens.lows[j] in self.words.VERBS_IN_S and tokens.shapes[j + 1] is not Shape.WORD and j > end + 1:
                break  # "a kilo of rice costs $3"
            j += 1
            last = j
        return last if last > end + 1 else end

    def single(self, tokens: Tokens, j: int) -> NounPhrase | None:
        """One word as a noun: the "member" of "11-member"."""
        if tokens.shapes[j] is not Shape.WORD or tokens.lows[j] in self._stops:
            return None
        return NounPhrase(j, j + 1, j, j + 1)

    def before(self, tokens: Tokens, j: int, floor: int = 0) -> NounPhrase | None:
        """The noun phrase that ends in front of token `j`."""
        last = j
        while j > floor and last - j < _MAX_WORDS:
            low = tokens.lows[j - 1]
            if tokens.shapes[j - 1] is not Shape.WORD:
                if not (low in _HYPHENS and tokens.glued(j - 1) and tokens.glued(j)):
                    break
            elif self.stops(tokens, j - 1, floor) or (tokens.low(j - 2) == "to" and last - j > 0):
                break  # "plans to boost spending"
            elif last - j > 0 and self._is_no_modifier(tokens, j - 1):
                break
            j -= 1
        while j < last and tokens.shapes[j] is not Shape.WORD:
            j += 1
        if self.is_currency(tokens, last - 1):
            return None
        if j >= last or tokens.lows[last - 1] in self.words.ADVERBS or tokens.lows[last - 1] in _UNIT_WORDS:
            return None
        head = last - 1
        low = tokens.lows[head]
        if low.endswith("ly") and low not in self.words.LY_NOUNS and not tokens.is_name(head):
            return None
        participle = low.endswith("ed") and len(low) > 4 and head > j and low not in self.words.ING_NOUNS
        return NounPhrase(j, last, head - participle, last)  # "a tent rated to 12 degrees"

    def _is_no_modifier(self, tokens: Tokens, v: int) -> bool:
        """ "the firm booked charges", ", beating forecasts": a verb with its object; "$3bn beat expectations"."""
        low, before = tokens.lows[v], tokens.low(v - 1)
        if tokens.glued(v) and tokens.shapes[v - 1] is Shape.DIGITS:
            return True
        if low.endswith("ing") and len(low) > _ING:
            return before == ","
        if not low.endswith("ed") or len(low) <= _ING or low in self.words.ING_NOUNS or self._is_hyphened(tokens, v):
            return False
        names_subject = tokens.shapes[v - 1] is Shape.WORD and v > 0 and not self.stops(tokens, v - 1, v - 1)
        describes = (
            before in self.words.changes.ADJECTIVES or before.endswith("ly") or self._is_adjective(tokens, v - 1)
        )
        return names_subject and not describes


def _year_olds(tokens: Tokens, i: int) -> int:
    """The last token of "16-year-olds" or "18- to 24-year-olds" at token `i`; -1 where there are none."""
    j = i + 3 * (tokens.lows[i + 1] in _HYPHENS and tokens.lows[i + 2] in ("to", "and"))
    olds = tokens.lows[j + 2 : j + 5 : 2] == ["year", "olds"] and tokens.shapes[j] is Shape.DIGITS
    return j + 4 if olds and tokens.lows[j + 1] in _HYPHENS else -1
