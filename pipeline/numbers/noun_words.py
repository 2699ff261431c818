"""What a noun phrase is made of: plurals, the words that end it, and the marks and lists inside it."""

from collections.abc import Mapping
from types import ModuleType

from pipeline.numbers.singulars import singular
from pipeline.numbers.tokens import Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["EVERY", "TITLES", "TRADE_MARKS", "NounWords"]

_PARTICLES = frozenset({"up", "off", "out", "in", "on", "over", "down", "by"})  # of "start-up", "lay-offs"
_HYPHENS = frozenset("-‐‑–")
_TIED = frozenset({"great", "al", "el", "ad", "ar", "as", "ash", "at", "az", "abu", "ibn"})
_AWAY = frozenset({"away", "out", "off", "back", "down", "up"})
_OPENERS = frozenset("\"'“‘«*")
_STARTERS = frozenset('"“‘-–—')
_CLASSES = frozenset({"year", "grade", "form"})
_CLOSERS = frozenset(']"”')
_OF_LIVES = word_set("claim claims claimed claiming cost costs costing take takes took taken save saved")
_NEVER_IN_NAMES = frozenset(("as", "after", "in", "on", "over", "at", "by", "from", "when", "while", "amid", "who"))
_PLACES = frozenset({"in", "at", "on", "with", "near", "there", "here", "alone"})
_ADJECTIVES = ("al", "ical", "ic", "ous", "ive", "ful", "less")
_VERBAL = frozenset({"run", "return", "win", "turn", "stand", "show", "hold", "stay", "lead", "find"})
_CHANNELS = frozenset({"television", "tv", "radio", "print", "online", "newspaper", "road", "rail"})
_LINKS = frozenset({"and", "or", "but", "that", "which", "is", "was"})
EVERY = word_set("second minute hour day night week fortnight month quarter season year head person")
TITLES = word_set("mr mrs ms dr prof gov sen rep gen col capt sgt lt maj rev hon")
TRADE_MARKS = frozenset("®™©")
_QUOTED = 5


class NounWords:
    """Tells the words of noun phrases with the word classes of a language."""

    def __init__(self, words: ModuleType) -> None:
        self.words = words
        self._stops: frozenset[str] = words.STOPS | words.NUMBERS
        self._plurals: Mapping[str, str] = words.PLURALS

    def lemma(self, word: str) -> str:
        """The singular; a common noun in lower case."""
        return self.words.HAVING.get(word) or singular(word, self._plurals, self.words.E_NOUNS)

    def is_plural(self, low: str) -> bool:
        """Whether a lower-case word has the form of a plural."""
        if low in self._plurals:
            return True
        if low.endswith(("men", "children")) and len(low) > 4:
            return True
        plural_s = low.endswith("s") and len(low) > 3 and not low.endswith(("ss", "us", "is", "'s", "’s"))
        return plural_s and low not in self.words.SINGULARS_IN_S

    @staticmethod
    def begins(tokens: Tokens, i: int) -> bool:
        """Whether the capital of the word at `i` may only begin a sentence: behind nothing, a quote or "(AFP) -"."""
        return i == 0 or (tokens.lows[i - 1] in _STARTERS and not (tokens.lows[i - 1] == "-" and tokens.glued(i)))

    def _is_plural_at(self, tokens: Tokens, j: int) -> bool:
        """Whether the word at `j` is a plural that no hyphen makes a part of another word: "TVs", "Model 3s"."""
        goes_on = tokens.lows[j + 1] in _HYPHENS and tokens.glued(j + 1) and tokens.glued(j + 2)
        if goes_on:
            return False
        word, low = tokens.words[j], tokens.lows[j]
        if word.isupper() and 1 < len(word) < 6 and tokens.words[j + 1].islower():
            return False  # "CLPS contracts"
        model = low == "s" and tokens.glued(j) and tokens.shapes[j - 1] is Shape.DIGITS
        acronym = word.endswith("s") and len(word) > 2 and word[:-1].isupper()
        particle = low.removesuffix("s") in _PARTICLES and low[-1] == "s" and tokens.low(j - 1) in _HYPHENS
        return model or acronym or particle or self.is_plural(low)

    @staticmethod
    def with_particle(tokens: Tokens, head: int) -> str | None:
        """The singular of "start-up", whichever of its words is the head; None where no particle is tied to it."""
        if tokens.lows[head + 1] in _HYPHENS and tokens.lows[head + 2] in _PARTICLES:
            return tokens.slice(head, head + 3)
        if tokens.is_name(head) and tokens.is_name(head - 4) and tokens.lows[max(0, head - 3) : head : 2] == ["-", "-"]:
            return tokens.slice(head - 4, head + 1)  # "Mar-a-Lago"
        if tokens.lows[head] == "law" and tokens.lows[max(0, head - 3) : head] == ["-", "in", "-"]:
            return tokens.slice(head - 4, head + 1)  # "mother-in-law"
        if tokens.low(head - 1) in _HYPHENS and tokens.low(head - 2) in _TIED:
            return tokens.slice(head - 2, head + 1)  # "great-granddaughter", "al-Khatib"
        particle = tokens.lows[head].removesuffix("s")
        tied = tokens.low(head - 1) in _HYPHENS and particle in _PARTICLES
        return tokens.slice(head - 2, head) + particle if tied else None

    @staticmethod
    def compound(tokens: Tokens, first: int, head: int) -> str | None:
        """Both words of "eleven sieve-makers", in a phrase that begins at `first`."""
        tied = tokens.low(head - 1) in _HYPHENS and tokens.glued(head) and tokens.glued(head - 1)
        whole = tied and head - 2 >= first and tokens.low(head - 3) not in _HYPHENS
        return tokens.slice(head - 2, head + 1) if whole and tokens.shapes[head - 2] is Shape.WORD else None

    def stops(self, tokens: Tokens, j: int, first: int) -> bool:
        """Whether a noun phrase that began at `first` ends in front of token `j`."""
        low = tokens.lows[j]
        if low in ("ages", "aged", "age") and tokens.shapes[j + 1] is Shape.DIGITS:
            return True  # "students ages 18-22"
        lettered = tokens.words[j] == "A" and tokens.low(j - 1) in _HYPHENS  # "Grade-A vacancy"
        tied = low not in ("a", "an") or lettered or (tokens.is_name(j - 2) and tokens.is_name(j + 2))  # "Mar-a-Lago"
        if low not in self._stops or (self._is_hyphened(tokens, j) and tied):
            is_verb = low == "lives" and tokens.lows[j + 1] in _PLACES
            return is_verb and _OF_LIVES.isdisjoint(tokens.lows[max(0, j - 5) : j])
        word = tokens.words[j]
        if self._is_acronym(tokens, j) or (low == "worth" and tokens.low(j - 1) == "net"):
            return False  # US, IT, WHO
        is_named = j > first and word[0].isupper() and tokens.is_name(j - 1)  # Fort Worth
        return low in _NEVER_IN_NAMES or not is_named

    @staticmethod
    def _is_acronym(tokens: Tokens, j: int) -> bool:
        """Whether a word in capitals is no stop word of a headline in capitals: US, IT, WHO."""
        word = tokens.words[j]
        shouted = [w for w in (tokens.words[j - 1] if j else "", tokens.words[j + 1]) if len(w) > 3 and w.isupper()]
        return word.isupper() and len(word) > 1 and (word == "US" or not shouted)

    def ends_in_verb(self, tokens: Tokens, j: int) -> bool:
        """Whether a word that is mostly a verb ends a compound at `j`: "a 50-minute milk run"."""
        behind = tokens.lows[j + 1]
        ends = tokens.shapes[j + 1] is not Shape.WORD or behind in self.words.changes.PREPOSITIONS or behind in _LINKS
        return tokens.lows[j] in _VERBAL and ends and not (behind in _HYPHENS and tokens.glued(j + 1))

    def _joins(self, tokens: Tokens, j: int, first: int) -> bool:
        """Whether a mark or a number stands inside the phrase: "surface-to-air", "U.S.", "737 Max jets", "$1 bills"."""
        low = tokens.lows[j]
        if low in _HYPHENS:
            return tokens.glued(j) and tokens.glued(j + 1) and j > first
        if low in TRADE_MARKS:
            return tokens.glued(j)
        if low in _OPENERS and not tokens.glued(j):
            return tokens.glued(j + 1) and tokens.shapes[j + 1] is Shape.WORD  # former "disciples"
        if low in _CLOSERS and tokens.glued(j):
            goes_on = tokens.shapes[j + 1] is Shape.WORD and not tokens.glued(j + 1)
            return goes_on and j - first < _QUOTED  # "five “Kin” chats"
        if low in ("'", "’") and tokens.glued(j):
            owned = tokens.shapes[j + 1] is Shape.WORD and not self.stops(tokens, j + 1, j + 1)
            return owned and tokens.lows[j - 1].endswith("s")  # "all members' spending"
        if low == "." and tokens.glued(j) and j > first:
            return tokens.words[j - 1].isupper() if len(tokens.words[j - 1]) == 1 else tokens.lows[j - 1] in TITLES
        if low == "$":
            return j > first and tokens.shapes[j + 1] is Shape.DIGITS
        if tokens.shapes[j] is not Shape.DIGITS:
            return False
        if tokens.lows[j + 1] == "s" and tokens.glued(j + 1):
            return tokens.is_name(j - 1)  # "Model 3s"
        if self._is_attribute(tokens, j):
            return True
        if tokens.shapes[j + 1] is not Shape.WORD or tokens.glued(j + 1):
            return False
        if tokens.low(j - 1) in _CLASSES and not self.stops(tokens, j + 1, j):
            return True  # "a year 11 student"
        coded = tokens.glued(j) and tokens.low(j - 1) in _HYPHENS and tokens.is_name(j - 2)  # "four RS-25 engines"
        return coded or tokens.is_name(j + 1) or tokens.is_name(j - 1) or tokens.low(j - 1) == "$"

    def _is_attribute(self, tokens: Tokens, j: int) -> bool:
        """Whether digits measure what is counted: "two 222mL cans", "9 liter cases", "made 3-pointers"."""
        k = j + 1 + (tokens.lows[j + 1] in _HYPHENS and tokens.glued(j + 1))
        hyphened = k > j + 1
        if tokens.shapes[k] is not Shape.WORD or self.stops(tokens, k, j):
            return False
        if hyphened and self.is_plural(tokens.lows[k]):
            return True
        unit = hyphened or tokens.glued(k) or not self.is_plural(tokens.lows[k])
        k += 1
        while unit and k < j + 5 and tokens.shapes[k] is Shape.WORD and not self.stops(tokens, k, j):
            if self.is_plural(tokens.lows[k]):
                return True
            k += 1
        return False

    def _lists(self, tokens: Tokens, j: int) -> bool:
        """Whether the comma at `j` parts adjectives: "60 road, track and mountain-tested bikes"."""
        if tokens.lows[j] != ",":
            return False
        joined = False
        for k in range(j + 1, min(j + 9, tokens.count)):
            low = tokens.lows[k]
            if tokens.shapes[k] is not Shape.WORD:
                if low not in _HYPHENS and low != ",":
                    return False
            elif low in self.words.JOINERS:
                joined = True
            elif self.stops(tokens, k, j):
                return False
            elif self._is_plural_at(tokens, k):
                return joined and not self.is_plural(tokens.lows[j - 1])
        return False

    def _lists_adjectives(self, tokens: Tokens, j: int) -> bool:
        """Whether the comma at `j` parts adjectives by their endings: "sexual, physical and emotional abuse"."""
        if tokens.lows[j] != "," or not self._is_adjective(tokens, j - 1):
            return False
        k = j + 1 + (tokens.lows[j + 1] in self.words.JOINERS)
        return self._is_adjective(tokens, k) and tokens.shapes[k + 1] is Shape.WORD

    def _pairs(self, tokens: Tokens, j: int) -> bool:
        """Whether "and" at `j` joins adjectives by their endings: "structural and electrical damage"."""
        noun = tokens.shapes[j + 2] is Shape.WORD and not self.stops(tokens, j + 2, j)
        plain = tokens.low(j - 1) in self.words.ATTRIBUTES | _CHANNELS
        return noun and (plain or (self._is_adjective(tokens, j - 1) and self._is_adjective(tokens, j + 1)))

    @staticmethod
    def _is_adjective(tokens: Tokens, j: int) -> bool:
        return tokens.low(j).endswith(_ADJECTIVES) and not tokens.is_name(j)

    @staticmethod
    def _is_hyphened(tokens: Tokens, j: int) -> bool:
        after = tokens.lows[j + 1] in _HYPHENS and tokens.glued(j + 1) and tokens.glued(j + 2)
        return after or (j > 0 and tokens.lows[j - 1] in _HYPHENS and tokens.glued(j) and tokens.glued(j - 1))

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

    def _is_thing(self, tokens: Tokens, j: int) -> bool:
        return tokens.shapes[j] is Shape.WORD and not self.stops(tokens, j, j)

    def _is_made(self, tokens: Tokens, i: int) -> bool:
        """ "7.4 made 3-pointers a game" """
        return tokens.lows[i] in ("made", "added") and (
            tokens.shapes[i + 1] is Shape.DIGITS or self.is_plural(tokens.lows[i + 1])
        )

    def _leads_away(self, tokens: Tokens, j: int) -> bool:
        """Whether a word behind a noun says how far it is, or is its verb in -s."""
        low = tokens.lows[j]
        if low in self.words.DIMENSIONS:
            return self._ends_phrase(tokens, j + 1)
        regular = low.endswith("s") and tokens.words[j].islower() and self.lemma(low) != low
        if tokens.is_name(j + 2) or tokens.lows[j + 2] in self.words.DETERMINERS:
            return False  # "likely voters back Roe"
        return regular and tokens.lows[j + 1] in _AWAY and not self.is_plural(tokens.low(j - 1))

    def _ends_phrase(self, tokens: Tokens, j: int) -> bool:
        """Whether nothing of a noun phrase stands at `j`."""
        return (tokens.shapes[j] is not Shape.WORD and tokens.lows[j] not in _HYPHENS) or self.stops(tokens, j, j)
