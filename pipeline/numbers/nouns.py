"""Noun phrases around a number, read with closed classes of words and the shape of plurals."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import ModuleType

from pipeline.numbers.tokens import Shape, Tokens

__all__ = ["NounPhrase", "NounReader", "singular"]

_HYPHENS = frozenset("-‐‑–")
_OPENERS = frozenset("\"'“‘«*")
_CLOSERS = frozenset(']"”')
_PLACES = frozenset({"in", "at", "on", "with", "near", "there", "here", "alone"})
_UNIT_WORDS = frozenset({"percent", "cent", "percentage", "pc", "points", "million", "billion"})
_MAX_WORDS = 7
_LEVEL_REACH = 14


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Tokens [first, last), the head among them; `end` reaches over "of ..." behind."""

    first: int
    last: int
    head: int
    end: int


def singular(word: str, plurals: Mapping[str, str], e_nouns: frozenset[str]) -> str:
    """The singular of an English noun: "buses" -> "bus", "companies" -> "company", "women" -> "woman"."""
    base = word[:-2] if word.endswith(("'s", "’s")) else word
    low = base.lower()
    if low in plurals or base in plurals:
        return plurals.get(base) or plurals[low]
    if low.endswith("men") and len(low) > 4:
        return base[:-2] + "an"
    if low.endswith("children"):
        return base[:-3]
    if low.endswith(("people", "folk", "women")) or len(low) < 4:
        return base
    if not low.endswith("s") or low.endswith(("ss", "us", "is")) or low in ("news", "series", "species"):
        return base
    if low.endswith("ies") and len(low) > 4:
        return base[:-3] + (
            "ie" if low in ("movies", "cookies", "zombies", "selfies", "calories", "ties", "pies") else "y"
        )
    if low[:-1] in e_nouns:
        return base[:-1]
    if low.endswith(("ches", "shes", "sses", "xes", "zzes", "uses", "oes")):
        return base[:-2]
    return base[:-1]


class NounReader:
    """Reads the noun phrase behind or before a number with the word classes of a language."""

    def __init__(self, words: ModuleType) -> None:
        self.words = words
        self._stops: frozenset[str] = words.STOPS | words.NUMBERS
        self._plurals: Mapping[str, str] = words.PLURALS

    def lemma(self, word: str) -> str:
        """The singular; a common noun in lower case."""
        return singular(word, self._plurals, self.words.E_NOUNS)

    def is_plural(self, low: str) -> bool:
        """Whether a lower-case word has the form of a plural."""
        if low in self._plurals:
            return True
        if low.endswith(("men", "children")) and len(low) > 4:
            return True
        plural_s = low.endswith("s") and len(low) > 3 and not low.endswith(("ss", "us", "is", "'s", "’s"))
        return plural_s and low not in self.words.SINGULARS_IN_S

    def ahead(self, tokens: Tokens, i: int, *, one: bool = False, loose: bool = False) -> NounPhrase | None:
        """The noun phrase that begins at token `i`.

        Behind a number other than one it must hold a plural, unless `loose` (money and percent: "$5 million fine").
        """
        i = self._skip_modifiers(tokens, i)
        j, head, plural = i, -1, False
        while j < tokens.count and j - i < _MAX_WORDS:
            low = tokens.lows[j]
            if tokens.shapes[j] is not Shape.WORD:
                if not self._joins(tokens, j, i):
                    break
                j += 1
                continue
            if self.stops(tokens, j, i):
                joins = low in self.words.JOINERS and head >= 0 and not plural and not loose
                if not (joins and self._list_goes_on(tokens, j + 1)):
                    break
                j += 1
                continue
            model = low == "s" and tokens.glued(j) and tokens.shapes[j - 1] is Shape.DIGITS  # "Model 3s"
            goes_on = tokens.lows[j + 1] in _HYPHENS and tokens.glued(j + 1) and tokens.glued(j + 2)
            plural_here = (model or self.is_plural(low)) and not goes_on
            name = head > i and tokens.is_name(head)  # "two Ollie Watkins goals"
            if plural and not (plural_here and (name or tokens.lows[head] in self.words.ATTRIBUTIVE_PLURALS)):
                break
            if self._ends_one(tokens, j, head, one or loose):
                break
            head, plural = j, plural or plural_here
            j += 1
            if low.endswith("'s"):
                plural, head = False, -1
        if head < 0 or not self._is_noun(tokens, i, head, plural, one, loose):
            return None
        return NounPhrase(i, head + 1, head, self._with_of(tokens, head + 1))

    def stops(self, tokens: Tokens, j: int, first: int) -> bool:
        """Whether a noun phrase that began at `first` ends in front of token `j`."""
        low = tokens.lows[j]
        if low not in self._stops or (self._is_hyphened(tokens, j) and low not in ("a", "an")):
            return low == "lives" and tokens.lows[j + 1] in _PLACES
        word = tokens.words[j]
        if word.isupper() and len(word) > 1:
            return False  # US, IT, WHO
        return not (j > first and word[0].isupper() and tokens.is_name(j - 1))  # Fort Worth

    def _list_goes_on(self, tokens: Tokens, j: int) -> bool:
        """Whether a plural ends the list of adjectives that "and" continues: "digital and physical sales"."""
        for k in range(j, min(j + 4, tokens.count)):
            if tokens.shapes[k] is not Shape.WORD:
                if tokens.lows[k] not in _HYPHENS:
                    return False
            elif self.stops(tokens, k, j):
                return False
            elif self.is_plural(tokens.lows[k]):
                return True
        return False

    def bare_pair(self, tokens: Tokens, i: int) -> NounPhrase | None:
        """The first of two or more singular nouns: the "cylinder" of "3 cylinder engine"."""
        last = i
        while tokens.shapes[last] is Shape.WORD and tokens.words[last].islower() and not self.stops(tokens, last, i):
            low = tokens.lows[last]
            if low.endswith(("ed", "ly", "ing")) or low in self.words.STATES or last - i > 3:
                return None
            last += 1
        return NounPhrase(i, i + 1, i, i + 1) if last - i >= 2 and tokens.shapes[last] is not Shape.DIGITS else None

    def _skip_modifiers(self, tokens: Tokens, i: int) -> int:
        if tokens.lows[i] == "of" and tokens.lows[i + 1] in self.words.DETERMINERS:
            i += 2
        elif tokens.lows[i] == "of":
            i += 1
        while tokens.lows[i] in self.words.MODIFIERS or (
            tokens.lows[i] in _CLOSERS if tokens.glued(i) else tokens.lows[i] in _OPENERS
        ):
            i += 1
        return i

    def _joins(self, tokens: Tokens, j: int, first: int) -> bool:
        """Whether a mark or a number stands inside the phrase: "surface-to-air", "U.S.", "737 Max jets", "$1 bills"."""
        low = tokens.lows[j]
        if low in _HYPHENS:
            return tokens.glued(j) and tokens.glued(j + 1) and j > first
        if low == "." and tokens.glued(j) and len(tokens.words[j - 1]) == 1 and j > first:
            return tokens.words[j - 1].isupper()
        if low == "$":
            return j > first and tokens.shapes[j + 1] is Shape.DIGITS
        if tokens.shapes[j] is Shape.DIGITS and tokens.lows[j + 1] == "s" and tokens.glued(j + 1):
            return tokens.is_name(j - 1)  # "Model 3s"
        if tokens.shapes[j] is not Shape.DIGITS or tokens.shapes[j + 1] is not Shape.WORD or tokens.glued(j + 1):
            return False
        return tokens.is_name(j + 1) or tokens.is_name(j - 1) or tokens.low(j - 1) == "$"

    @staticmethod
    def _is_hyphened(tokens: Tokens, j: int) -> bool:
        after = tokens.lows[j + 1] in _HYPHENS and tokens.glued(j + 1) and tokens.glued(j + 2)
        return after or (j > 0 and tokens.lows[j - 1] in _HYPHENS and tokens.glued(j) and tokens.glued(j - 1))

    def _ends_one(self, tokens: Tokens, j: int, head: int, single: bool) -> bool:
        """Where a singular phrase ends: "one man carrying ...", "$3 million last week", "5% Monday"."""
        low = tokens.lows[j]
        if head < 0 or self._is_hyphened(tokens, j):
            return False
        if not single:
            return low in self.words.STATES
        if tokens.is_name(j) and not tokens.is_name(j - 1):
            return True
        adverb = low.endswith("ly") and low not in self.words.LY_NOUNS
        participle = low.endswith(("ed", "ing")) and len(low) > 5 and not self._noun_follows(tokens, j)
        return adverb or participle or low in self.words.ADVERBS

    def _noun_follows(self, tokens: Tokens, j: int) -> bool:
        nxt = tokens.lows[j + 1]
        return tokens.shapes[j + 1] is Shape.WORD and nxt not in self._stops and self.is_plural(nxt)

    def _is_noun(self, tokens: Tokens, first: int, head: int, plural: bool, one: bool, loose: bool) -> bool:
        low = tokens.lows[head]
        if plural:
            return True
        if first == head and (low in self.words.STATES or (low.endswith("ed") and len(low) > 4)):
            return False
        if loose or one:
            return low not in self.words.ADVERBS and low not in self.words.STATES
        return tokens.words[head] in self._plurals

    def _with_of(self, tokens: Tokens, end: int) -> int:
        """The end of "of ..." behind a head: "members of the security forces"."""
        if tokens.lows[end] != "of":
            return end
        j = end + 1
        if tokens.lows[j] in self.words.DETERMINERS:
            j += 1
        last = j
        while j < tokens.count and j - end < _MAX_WORDS and tokens.shapes[j] is Shape.WORD:
            if tokens.lows[j] in self._stops:
                break
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
            j -= 1
        while j < last and tokens.shapes[j] is not Shape.WORD:
            j += 1
        if j >= last or tokens.lows[last - 1] in self.words.ADVERBS or tokens.lows[last - 1] in _UNIT_WORDS:
            return None
        head = last - 1
        participle = tokens.lows[head].endswith("ed") and len(tokens.lows[head]) > 4 and head > j
        return NounPhrase(j, last, head - participle, last)  # "a bag rated to 20 degrees"

    def subject(self, tokens: Tokens, i: int) -> NounPhrase | None:
        """What a number before token `i` is said of: "the stock was down 5%", "an occupancy rate of 11%"."""
        words = self.words
        if tokens.lows[i] in words.EXCEEDING:
            return self._leftmost(tokens, i)
        j = i
        while j > 0 and tokens.lows[j - 1] in words.ADVERBS and tokens.lows[j - 1] not in words.CHANGES:
            j -= 1
        preposition = tokens.low(j - 1) if tokens.low(j - 1) in words.CHANGE_PREPOSITIONS else ""
        j -= bool(preposition)
        if preposition == "of":
            return self.before(tokens, j)
        verb = self._verb_before(tokens, j)
        if verb == j:
            reader = self._leftmost if preposition == "by" else self.before  # "cut the risk of death by 29%"
            phrase = reader(tokens, j) if preposition in ("by", "at", "to") else None
            named = phrase is not None and tokens.low(phrase.first - 1) in words.DETERMINERS  # "puts the figure at"
            return phrase if named or preposition == "by" else None
        if tokens.low(verb - 1) == "," and tokens.lows[verb].endswith("ing"):
            return self._clause_subject(tokens, verb - 1)
        while verb > 0 and (tokens.lows[verb - 1] in words.AUXILIARIES or tokens.lows[verb - 1] in words.ADVERBS):
            verb -= 1
        return self._leftmost(tokens, verb)

    def level(self, tokens: Tokens, i: int) -> NounPhrase | None:
        """The counted things that a verb of change before token `i` is said of: "the number of cases has risen to"."""
        i -= tokens.low(i - 1) == "between"
        if tokens.low(i - 1) in ("to", "at") and (phrase := self._number_of(tokens, i - 1)) is not None:
            return phrase
        verb = self._verb_before(tokens, i - 1)
        if verb == i - 1 or tokens.low(i - 1) not in ("to", "from", "at"):
            return None
        while verb > 0 and (
            tokens.lows[verb - 1] in self.words.AUXILIARIES or tokens.lows[verb - 1] in self.words.ADVERBS
        ):
            verb -= 1
        for j in range(verb - 1, max(-1, verb - _LEVEL_REACH), -1):
            if tokens.shapes[j] is not Shape.WORD:
                return None
            if tokens.lows[j] in ("number", "numbers", "total") and tokens.lows[j + 1] == "of":
                return self.ahead(tokens, j + 2, loose=True)
        phrase = self._leftmost(tokens, verb)
        return phrase if phrase is not None and self.is_plural(tokens.lows[phrase.head]) else None

    def _number_of(self, tokens: Tokens, end: int) -> NounPhrase | None:
        """The noun of "the number of deaths" where that ends at `end`: "bringing ... to", "put ... at"."""
        for j in range(end - 3, max(-1, end - _LEVEL_REACH), -1):
            if tokens.lows[j] == "number" and tokens.lows[j + 1] == "of":
                phrase = self.ahead(tokens, j + 2, loose=True)
                return phrase if phrase is not None and phrase.last <= end else None
            if tokens.shapes[j] is not Shape.WORD:
                return None
        return None

    def _verb_before(self, tokens: Tokens, j: int) -> int:
        """The first token of the verb of change that ends at `j` ("is off too, down"), or `j`."""
        words, verb = self.words, j
        while verb > 0:
            low = tokens.lows[verb - 1]
            linked = low in ("too", ",") and verb < j and tokens.low(verb - 2) in words.CHANGES | {"too"}
            if low not in words.CHANGES and low not in words.ADVERBS and not linked:
                break
            if low in ("costs", "gains") and verb < j:
                break  # "input costs rose by 20%"
            verb -= 1
        return verb

    def _clause_subject(self, tokens: Tokens, end: int) -> NounPhrase | None:
        """The subject of the sentence: what stands before its first verb ("The bond has weakened, hitting 16%")."""
        for j in range(1, end):
            if tokens.lows[j] in self.words.AUXILIARIES - {"to", "not"} or tokens.lows[j] in self.words.CHANGES:
                return self._leftmost(tokens, j)
        return None

    def _leftmost(self, tokens: Tokens, end: int) -> NounPhrase | None:
        """The subject that ends at `end`, past "of the retail giant" and "in 2019"."""
        phrase: NounPhrase | None = None
        j = end
        for _ in range(3):
            k = j - 1
            while k > 0 and tokens.shapes[k] is Shape.DIGITS:
                k -= 1
            found = self.before(tokens, k + 1)
            start = found.first if found else k + 1
            while start > 0 and tokens.lows[start - 1] in self.words.DETERMINERS:
                start -= 1
            phrase = found or phrase
            if start > 0 and tokens.lows[start - 1] in ("of", "in", "for", "on", "at", "from", "against"):
                j = start - 1
                continue
            break
        return phrase
