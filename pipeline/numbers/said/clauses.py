"""The subject and the object of a verb, as noun phrase or as pronoun."""

from dataclasses import dataclass

from pipeline.numbers.measured import Measured
from pipeline.numbers.nouns import NounPhrase, NounReader
from pipeline.numbers.said.verbs import PRONOUNS, VerbReader
from pipeline.numbers.stretches import is_dated
from pipeline.numbers.tokens import Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["ClauseReader", "Role"]

_RELATIVES = frozenset({"who", "which", "that", "whom"})
_SHORT = word_set("""
    it's he's she's they're we're i'm you're it'll they'll he'll she'll it'd they'd he'd she'd i've i'd
""")
_JOINING = frozenset({"and", "but", "or", "then"})
_CONJUNCTIONS = frozenset({"after", "before", "since", "while", "when", "by", "despite"})
_BREAKS = frozenset(',;:—–(“”"[]')
_MARKS = frozenset({",", "—", "–"})
_POINTING = frozenset({"this", "that", "these", "those", "her"})
_QUOTES = frozenset({"“", '"', "-", "–", "—"})
_HOLDING = frozenset({"in", "on", "for", "of", "to", "with", "from", "by", "at"})
_TELLING = frozenset({"told", "tells", "telling", "assured", "warned", "reminded", "informed"})
_TOLD = 7  # words of "told about 600 supporters that"
_CLOSING = {")": "(", "]": "["}
_REACH = 40  # words back in which a verb or the start of its clause is looked for
_DEEP = 3  # verbs that one hands over to another: "plans to build and sell"


@dataclass(frozen=True, slots=True)
class Role:
    """What takes part in a clause: a noun phrase, or the token of the pronoun that stands for it."""

    phrase: NounPhrase | None = None
    pronoun: int = -1


class ClauseReader:
    """Reads the clauses of one sentence."""

    def __init__(self, tokens: Tokens, verbs: VerbReader, nouns: NounReader) -> None:
        self.tokens = tokens
        self.verbs = verbs
        self.nouns = nouns
        self.measured = Measured(nouns)

    def verb_before(self, i: int, *, expects: bool = False) -> int:
        """The nearest verb in front of token `i` in its clause; -1 where there is none.

        A verb that a clause may follow ("expects") counts only where it `expects` an infinitive.
        """
        tokens, t = self.tokens, i - 1
        while t >= 0 and i - t < _REACH:
            low = tokens.lows[t]
            if low in _CLOSING:
                t = self._opening(t) - 1
                continue
            if low in '"”' and tokens.low(t - 2) in ('"', "“"):
                t -= 3  # rose "slightly" by
                continue
            is_verb = tokens.shapes[t] is Shape.WORD and self.verbs.is_verb(t)
            starts = low in self.nouns.words.changes.CLAUSE_STARTS and low != "and" and not is_dated(tokens, t)
            if (low in _BREAKS and not tokens.glued(t + 1)) or (starts and not (is_verb and expects)):
                return -1
            if is_verb:
                return t
            t -= 1
        return -1

    def first_verb(self) -> int:
        """The first finite verb of the sentence; -1 where there is none."""
        aside = self._relative_aside()
        for t in range(min(self.tokens.count, _REACH)):
            if t in aside:
                continue
            if self.tokens.shapes[t] is Shape.WORD and self.verbs.is_verb(t):
                forms = self.verbs.forms(t)
                if forms != {"ing"} and not (forms == {"part"} and not self.verbs.is_be(t)):
                    return t
        return -1

    def _relative_aside(self) -> range:
        """The tokens between the commas of "The show, in which a village floods, did"."""
        lows, end = self.tokens.lows, min(self.tokens.count, _REACH)
        first = next((t for t in range(end) if lows[t] == ","), end)
        relative = first + 1 + (lows[first + 1] in _HOLDING) if first < end else end
        if relative >= end or lows[relative] not in ("which", "who", "whose", "whom"):
            return range(0)
        last = next((t for t in range(relative, end) if lows[t] == ","), first)
        return range(first, last)

    def subject(self, verb: int, depth: int = 0) -> Role | None:
        """Who or what the verb at `verb` says something of."""
        tokens, verbs = self.tokens, self.verbs
        group = verbs.group(verb)
        if tokens.low(group) in _SHORT:
            return Role(pronoun=group)
        if tokens.low(group) in ("that's", "who's"):
            return self._antecedent(group)
        p = verbs.past_adverbs(group) - 1
        low = tokens.low(p)
        if (p < 0 or low in _QUOTES) and group == verb and verbs.forms(verb) & {"ing", "part"}:
            return self._behind_participle(verb)
        hindered = self.measured.hindered(tokens, group) if low == "from" else -1
        if hindered >= 0:
            return self.object_of(hindered, p)  # "stop them from rising"
        if low in _CONJUNCTIONS and verbs.forms(verb) == {"ing"} and depth < _DEEP:
            return self._handed_on(p, depth)  # "are expected to fall, after rising 11%"
        if low in ("to", *_JOINING) and depth < _DEEP:
            return self._handed_on(p, depth)
        if low == "of" and verbs.forms(verb) == {"ing"}:
            return None  # "were tired of driving 40 miles"
        if low in _CLOSING:
            p = self._opening(p) - 1
            low = tokens.low(p)
        if low == ",":
            return self._past_comma(p, verb, depth)
        if low in ("—", "–"):
            return self._past_aside(p)
        if low in _RELATIVES and p > 0 and not (low == "that" and self._opens(p)):
            return self._antecedent(p)
        if low in PRONOUNS or (low == "each" and p == 0):
            return Role(pronoun=p)
        if verbs.forms(verb) == {"ing"} and group == verb and (phrase := self.nouns.before(tokens, p + 1)) is not None:
            return Role(phrase)  # "a car costing $5"
        said = verbs.is_verb(p) and verbs.base(p) in verbs.lexicon.sets["clause_verbs"]
        if said and (relative := next((k for k in (p - 2, p - 3) if tokens.low(k) in ("who", "which")), 0)):
            return self._antecedent(relative)  # "imports, which it said had risen", "who she knew was 10"
        if verbs.is_verb(p) and tokens.low(p - 1) in PRONOUNS:
            return None
        return self._ending(p + 1)

    def _opens(self, p: int) -> bool:
        """Whether "that" at `p` points and does not relate: at the head of a clause, behind "says" or a comma."""
        before = self.tokens.low(p - 1)
        told = any(self.tokens.low(p - k) in _TELLING for k in range(2, _TOLD))
        return told or p == 0 or before in _BREAKS or before in _JOINING or self.verbs.is_verb(p - 1)

    def _ending(self, end: int, depth: int = 0) -> Role | None:
        """The noun phrase of which token `end` is said: its head, past "of the car", "in May" and "who had lost"."""
        measured = self.measured
        relative = self._relative_before(end) if depth < _DEEP else -1
        if relative > 0:
            return self._ending(relative - (self.tokens.low(relative - 1) == ","), depth + 1)
        listed = measured.lists.start(self.tokens, end)
        start = listed if listed >= 0 else measured.clause_start(self.tokens, end)
        phrase = measured.first_noun(self.tokens, start, end) if start < end else None
        if phrase is None or phrase.last > end:
            phrase = measured.before(self.tokens, end)
        return Role(phrase) if phrase is not None else None

    def _relative_before(self, end: int) -> int:
        """The "who" or "that" of a relative clause that ends at token `end`, with its verb inside; -1 without one."""
        tokens, has_verb = self.tokens, False
        for t in range(end - 1, max(0, end - _REACH), -1):
            low = tokens.lows[t]
            if low in _RELATIVES and not (low == "that" and self._opens(t)):
                return t if has_verb else -1
            if low in _BREAKS or low in _JOINING:
                return -1
            has_verb = has_verb or (tokens.shapes[t] is Shape.WORD and self.verbs.is_verb(t))
        return -1

    def _antecedent(self, relative: int) -> Role | None:
        """ "the engine, which", "a version of the car that" """
        tokens, apart = self.tokens, self.tokens.low(relative - 1) in _MARKS | {"("}
        end = relative - apart
        numbered = tokens.shapes[end - 1] is Shape.DIGITS and tokens.is_name(end - 2) and end > 1
        if numbered:  # "The Slate 14, which goes on sale for"
            return Role(NounPhrase(end - 2, end, end - 2, end))
        phrase = self.nouns.before(tokens, end)
        if apart and phrase is not None and tokens.is_name(phrase.head):
            phrase = self.measured.past_place(tokens, phrase)  # "the roof over Tarn Bridge, which cost"
        return Role(phrase) if phrase is not None else None

    def _handed_on(self, p: int, depth: int) -> Role | None:
        """The subject of the verb in front: "plans to sell", "was built in 1990 and cost"."""
        expects = self.tokens.low(p) == "to"
        v = self.verb_before(p, expects=expects)
        controls = expects and v >= 0 and self.verbs.base(v) in self.nouns.words.governing.CONTROLLING
        if controls and (moved := self.object_of(v, p)) is not None:
            return moved  # "expect the number of vehicles to grow"
        if v < 0 and self.tokens.low(p) in _JOINING | _CONJUNCTIONS:
            v = self.verb_before(p - (self.tokens.low(p - 1) in _MARKS))
        return self.subject(v, depth + 1) if v >= 0 else None

    def _past_comma(self, comma: int, verb: int, depth: int) -> Role | None:
        """ "flopped, making $3 million": the main verb's; "prices, which had risen, exceed": what is in front."""
        if self.verbs.forms(verb) == {"ing"} and depth < _DEEP:
            v = self.verb_before(comma)
            return self.subject(v, depth + 1) if v >= 0 else self._ending(comma)
        aside = self._past_aside(comma)
        v = self.verb_before(comma) if aside is None and depth < _DEEP else -1
        if v >= 0 and self.verbs.forms(verb) & {"s", "past"}:
            return self.subject(v, depth + 1)  # "The pan is 30cm across, weighs 2kg"
        described = aside is None and "part" in self.verbs.forms(verb)
        return self._ending(comma) if described else aside  # "the whale, thought to weigh"

    def _past_aside(self, mark: int) -> Role | None:
        """The subject in front of what two commas or dashes put between."""
        for j in range(mark - 1, max(0, mark - _REACH), -1):
            if self.tokens.lows[j] in _MARKS:
                aged = self.tokens.shapes[j - 1] is Shape.DIGITS and self.tokens.low(j - 2) == ","
                return self._ending(j - 2 * aged)  # "Ann Roe, 58, from Leeds, changed"
        return None

    def _opening(self, closing: int) -> int:
        opener = _CLOSING[self.tokens.lows[closing]]
        for j in range(closing - 1, max(-1, closing - _REACH), -1):
            if self.tokens.lows[j] == opener:
                return j
        return closing

    def behind(self, first: int) -> Role | None:
        """The subject that a comma leads to: "At 16, he went", "At $500, the phone is"."""
        tokens = self.tokens
        points = tokens.low(first) in _POINTING and not self.verbs.is_verb(first + 1)  # "this lamp"
        if (tokens.low(first) in PRONOUNS or tokens.low(first) in _SHORT) and not points:
            return Role(pronoun=first)
        first += tokens.low(first) in self.nouns.words.DETERMINERS
        phrase = self.nouns.ahead(tokens, first, loose=True)
        if phrase is None or phrase.first != first:
            return None
        last = next((k for k in range(first + 1, phrase.last) if self.verbs.is_verb(k)), phrase.last)
        return Role(NounPhrase(first, last, last - 1, last) if last < phrase.last else phrase)

    def _behind_participle(self, verb: int) -> Role | None:
        """ "Weighing 3 pounds, it is", "Rated at 50 degrees, this is a bag": the subject behind a participle."""
        tokens = self.tokens
        for k in range(verb + 1, min(verb + _REACH, tokens.count - 1)):
            if tokens.lows[k] in ".;:":
                break
            if tokens.lows[k] != "," or tokens.shapes[k + 1] is Shape.DIGITS:
                continue
            low = tokens.lows[k + 1]
            if low in ("this", "that") and self.verbs.is_be(k + 2) and tokens.lows[k + 3] in ("a", "an", "the"):
                return self.behind(k + 3)
            if low in PRONOUNS or low in _SHORT or low in self.nouns.words.DETERMINERS or tokens.is_name(k + 1):
                return self.behind(k + 1)
        return None

    def object_of(self, verb: int, end: int) -> Role | None:
        """The object right behind the verb at `verb`, in front of token `end`: "bring the rate down to"."""
        tokens = self.tokens
        first = verb + 1 + (tokens.low(verb + 1) in self.nouns.words.changes.PARTICLES)
        low = tokens.low(first)
        if first >= end or tokens.shapes[first] is not Shape.WORD:
            return None
        if low in ("it", "them", "him", "her", "this", "these", "that") and (
            first + 1 == end or low in ("it", "them", "him")
        ):
            return Role(pronoun=first)
        phrase = self.measured.first_noun(tokens, first, end)
        return Role(phrase) if phrase is not None and phrase.last <= end else None
