"""Which words of a sentence are verbs, by the tables of forms and by what stands in front of them."""

from pipeline.numbers.events.lexicon import EventWords, Form
from pipeline.numbers.nouns import NounReader
from pipeline.numbers.tokens import Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["PRONOUNS", "VerbReader"]

PRONOUNS = word_set("it they he she i we you this that these those them him her")
_SHORT = word_set("it's that's he's she's who's i'm we're they're you're what's there's here's")
_BE = word_set("is are was were be been being am isn't aren't wasn't weren't")
_FINITE = word_set("is are was were am has have had isn't aren't wasn't weren't hasn't haven't hadn't does do did")
_MODALS = word_set("""
    will would can could may might must should shall to do does did don't doesn't didn't won't wouldn't can't cannot
    couldn't shouldn't it'll they'll he'll she'll we'll you'll i'll that'll it'd they'd he'd she'd we'd you'd i'd
""")
_SUBJECTS = word_set("it he she they we you i who which that")
_ARTICLES = word_set("the a an its their his her our my your no")
_ABLE = word_set("able likely unlikely expected set due ready going supposed bound sure certain unable willing eager")
_LEAN = 4
_NONE: frozenset[Form] = frozenset()


class VerbReader:
    """Tells the verbs of a sentence from its nouns without parsing it."""

    def __init__(self, tokens: Tokens, nouns: NounReader, lexicon: EventWords) -> None:
        self.tokens = tokens
        self.nouns = nouns
        self.lexicon = lexicon

    def forms(self, i: int) -> frozenset[Form]:
        """The forms of a verb that the word at `i` may be."""
        low = self.tokens.low(i)
        if known := self.lexicon.verbs.get(low):
            return known[1]
        if len(low) > _LEAN and low.endswith("ed") and low not in self.nouns.words.ING_NOUNS:
            return frozenset({"past", "part"})
        if low in self.nouns.words.changes.CAUSES and not low.endswith("ing"):
            return frozenset({"s"}) if low.endswith("s") else frozenset({"base"})
        return frozenset({"ing"}) if low.endswith("ing") and len(low) > _LEAN + 1 else _NONE

    def base(self, i: int) -> str:
        """The base form of the verb at `i`; the word itself where it is in no table."""
        low = self.tokens.low(i)
        return "be" if low in _BE or low in _SHORT else self.lexicon.verbs.get(low, (low, _NONE))[0]

    def is_be(self, i: int) -> bool:
        """Whether a form of "be" stands at `i`, alone or in "it's"."""
        return self.tokens.low(i) in _BE or self.tokens.low(i) in _SHORT

    def is_verb(self, i: int) -> bool:
        """Whether the word at `i` is a verb where it stands."""
        tokens, low = self.tokens, self.tokens.low(i)
        if low in _FINITE or low in _BE or low in _SHORT:
            return True
        forms = self.forms(i)
        if not forms or (tokens.is_name(i) and i > 0) or low in self.nouns.words.changes.PREPOSITIONS:
            return False
        b = self.past_adverbs(i)
        before = tokens.low(b - 1)
        if (
            before in _ARTICLES
            or before in self.nouns.words.LEADING_NAMES
            or (tokens.low(i - 1) in "-‑" and tokens.glued(i))
        ):
            return False
        if before in _MODALS or before in _SUBJECTS or (before == "each" and "s" in forms):
            return True
        if "ing" in forms:
            opens = before in ("", ",") and (before or tokens.shapes[i + 1] is Shape.DIGITS)  # "Weighing 3 pounds, it"
            return low not in self.nouns.words.ING_NOUNS or bool(opens)
        if forms & {"past", "part"}:
            return True
        noun = low in self.nouns.words.changes.CAUSES_OR_NOUNS and "s" in forms
        if noun and tokens.low(i + 1) in ("and", "or", "of", "in"):
            return False  # "grain prices and"
        return self._agrees(b, forms)

    def _agrees(self, b: int, forms: frozenset[Form]) -> bool:
        """Whether a form of the present follows what may be its subject: "the car costs", "shares rise"."""
        tokens, before = self.tokens, self.tokens.low(b - 1)
        if before in (")", "and", "or", "but"):
            return True
        if before == ",":  # "the device, which is small, weighs 2 grams", but not in a list of nouns
            return "s" in forms and (tokens.shapes[b + 1] is Shape.DIGITS or tokens.low(b + 1) in _ARTICLES)
        if b < 1 or tokens.shapes[b - 1] is not Shape.WORD or self.nouns.stops(tokens, b - 1, 0):
            return False
        plural = self.nouns.is_plural(before)
        return plural if "base" in forms else not plural or tokens.is_name(b - 1)

    def past_adverbs(self, i: int) -> int:
        """Back over the adverbs in front of `i`: the place of the first of them."""
        adverbs = self.nouns.words.ADVERBS
        while i > 0 and (self.tokens.lows[i - 1] in adverbs or self.is_adverb(i - 1)):
            i -= 1
        return i

    def is_adverb(self, i: int) -> bool:
        """Whether an adverb in -ly or of time stands at `i`, no "family"."""
        low = self.tokens.low(i)
        short = low in ("not", "often", "never", "soon", "always", "usually", "once", "ever", "typically", "again")
        return short or (low.endswith("ly") and len(low) > _LEAN and low not in self.nouns.words.LY_NOUNS)

    def group(self, v: int) -> int:
        """The first word of the verb group whose last one is at `v`: "is expected to be able to go"."""
        tokens = self.tokens
        while v > 0:
            b = self.past_adverbs(v)
            low = tokens.low(b - 1)
            if low in _SHORT:
                return b - 1
            to = self.past_adverbs(b - 1) if low == "to" else 0
            if to and tokens.low(to - 1) in _ABLE:
                v = to - 1
            elif low in _FINITE or low in _BE or (low in _MODALS and low != "to"):
                v = b - 1
            else:
                return b
        return v
