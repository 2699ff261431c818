"""The verb or preposition that holds an amount, and so the phrase that the amount is of."""

from types import ModuleType

from pipeline.numbers.mention import Mention
from pipeline.numbers.said.clauses import ClauseReader, Role
from pipeline.numbers.said.persons import person_of
from pipeline.numbers.tokens import Shape, Tokens

__all__ = ["Governors", "Place"]

_ARTICLES = frozenset({"a", "an", "the", "its", "their", "another", "his", "her", "our", "your"})
_ADJECTIVES = ("ing", "ous", "ive", "ful", "able", "ible", "limited")
_OPENERS = frozenset({"", ",", "(", "and", "but", "–", "—", "although", "though", "“", '"'})
_DASHES = frozenset({",", "–", "—"})
_AMOUNTS = frozenset({"money", "percent", "measure"})
_MOST_NAMES = 2
_SALE = 6  # words of "on sale on Friday for"

Place = tuple[int, int]  # the tokens of an amount with its hedge: first, and behind the last


class Governors:
    """Reads what governs an amount with the words of a language."""

    def __init__(self, words: ModuleType) -> None:
        self._words = words
        self._table = words.governing

    def role(self, mention: Mention, clauses: ClauseReader, place: Place) -> Role | None:
        """What the amount at `place` is said of; None where that is not clear."""
        left, right = place
        if mention.kind == "age":
            return person_of(clauses, left, right)
        if mention.kind == "count":
            return self._of_count(clauses, left)
        if mention.kind not in _AMOUNTS and not self._is_compared(mention, clauses.tokens, place):
            return None
        if mention.kind == "measure" and clauses.tokens.low(right) in self._table.APART:
            return None
        beside, told = self._beside(clauses, place)
        return beside if told else self._governed(mention, clauses, left)

    def _is_compared(self, mention: Mention, tokens: Tokens, place: Place) -> bool:
        """ "was twice as strong", "are five times higher than", "fell by a third": a ratio said of a subject."""
        left, right = place
        compared = tokens.low(right) in self._words.COMPARATIVES | {"as"} or tokens.low(left - 1) == "by"
        return mention.kind == "ratio" and compared

    def _of_count(self, clauses: ClauseReader, left: int) -> Role | None:
        """ "expect the number of cars to grow from 16", "the population has fallen by a third to 670,000": a level."""
        tokens = clauses.tokens
        verb = clauses.verb_before(left - 1) if tokens.low(left - 1) in ("to", "from") else -1
        if verb < 0 or tokens.lows[verb] not in self._words.changes.CHANGES:
            return None
        role = clauses.subject(verb)
        phrase = role.phrase if role is not None else None
        if phrase is None or tokens.low(phrase.head + 1) != "of":
            return role
        if tokens.lows[phrase.head] not in ("number", "numbers"):
            return role
        counted = clauses.nouns.ahead(tokens, phrase.head + 2, loose=True)
        return Role(counted) if counted is not None else None  # "the number of dead"

    def _beside(self, clauses: ClauseReader, place: Place) -> tuple[Role | None, bool]:
        """What stands right in front of an amount that describes it, and whether it is such a one."""
        tokens, (left, right) = clauses.tokens, place
        if tokens.low(right) == "in" and tokens.low(right + 1) in self._table.SIZES:
            return self._in_front(clauses, left), True  # "tiles over nine inches in width"
        if tokens.low(left - 1) == "now" and tokens.low(left - 2) == ",":
            return self._in_front(clauses, left - 2), True  # "the fare, now $2.90,"
        if tokens.low(left - 1) == "including":  # "gifts, including $5,000 from a charity"
            return self._in_front(clauses, left - 1 - (tokens.low(left - 2) == ",")), True
        verb = next((k for k in range(left, right) if not clauses.verbs.is_adverb(k)), left)
        if tokens.low(verb) in self._words.changes.EXCEEDING:
            return clauses.subject(verb), True  # the verb is read as the hedge
        if tokens.low(left - 1) == "at" and tokens.low(right) == "," and tokens.low(left - 2) in _OPENERS:
            return clauses.behind(right + 1), True  # "At $300 million, it is"
        if tokens.low(right) in ("on", "for") and tokens.low(right + 1) in ("it", "them"):
            return Role(pronoun=right + 1), True  # "spent $5 million on it"
        return None, False

    def _governed(self, mention: Mention, clauses: ClauseReader, left: int) -> Role | None:
        tokens, verbs = clauses.tokens, clauses.verbs
        j = self._past_modifiers(clauses, verbs.past_adverbs(left))
        low = tokens.low(j - 1)
        particle = low in self._words.changes.PARTICLES | {"over", "out", "in"} and verbs.is_verb(j - 2)
        if verbs.is_verb(j - 1) or particle:
            return self._of_verb(mention, clauses, j - 1 - particle)
        if low == "worth" and (be := clauses.verb_before(j - 1)) >= 0 and verbs.is_be(be):
            return clauses.subject(be)  # "it is now worth $1.4 million"
        if low == "for" and mention.kind == "money" and "part" in verbs.forms(j - 2) and tokens.low(j - 3) == ",":
            return self._in_front(clauses, j - 3)  # "the film, made for less than $1 million"
        offered = not self._table.ON_SALE.isdisjoint(tokens.lows[max(0, j - _SALE) : j])
        if low in ("for", "from") and mention.kind == "money" and offered:
            verb = clauses.verb_before(j - 1)
            return clauses.subject(verb) if verb >= 0 else None
        if low in self._table.LEVELS and tokens.low(j - 2) != "compared":
            warmth = (mention.unit or "").startswith("degree")  # "keep warming below 1.5C"
            place = mention.kind == "measure" and low in self._table.PLACES and not warmth
            return None if place else self._of_level(clauses, j - 1)
        cost = clauses.verb_before(j) if mention.kind == "money" else -1
        if cost >= 0 and clauses.verbs.base(cost) == "cost":
            return clauses.subject(cost)  # "cost the average family $600"
        if j > 0 and tokens.shapes[j - 1] is Shape.WORD and mention.kind in ("percent", "measure"):
            return self._of_object(clauses, j)
        return None

    def _past_modifiers(self, clauses: ClauseReader, j: int) -> int:
        """Back over "a staggering" and "its record"."""
        tokens = clauses.tokens
        if tokens.low(j - 1) in _ARTICLES:
            return j - 1
        adjective, known = tokens.low(j - 1), clauses.verbs.lexicon.sets["amount_adjectives"]
        if adjective not in known and not adjective.endswith(_ADJECTIVES):
            return j
        return next((j - size for size in (2, 3) if tokens.low(j - size) in ("a", "an")), j)

    @staticmethod
    def _in_front(clauses: ClauseReader, end: int) -> Role | None:
        phrase = clauses.measured.before(clauses.tokens, end)
        return Role(phrase) if phrase is not None else None

    def _of_verb(self, mention: Mention, clauses: ClauseReader, verb: int) -> Role | None:
        """The subject of a verb whose object or predicate the amount is, where the verb says so much of it."""
        if not self._tells(mention.kind, clauses, clauses.verbs.base(verb)):
            return None
        role = clauses.subject(verb)
        acting = clauses.verbs.base(verb) in self._table.STEPPING | self._table.RECORDING
        bare = mention.kind == "measure" and acting and role is not None and self._is_bare(clauses.tokens, role)
        return None if bare else role

    def _tells(self, kind: str, clauses: ClauseReader, base: str) -> bool:
        """Whether the subject of a verb with this base form is what an amount behind it is of."""
        table = self._table
        if kind == "money":
            return base in table.WORTH
        if kind == "measure":
            return base in table.MEASURABLE
        said = base in clauses.verbs.lexicon.sets["clause_verbs"] - table.WORTH
        return not said and not (kind == "percent" and base in table.WISHING)

    @staticmethod
    def _is_bare(tokens: Tokens, role: Role) -> bool:
        """Whether a subject may be a person: one or two names and nothing else."""
        phrase = role.phrase
        if phrase is None or phrase.last - phrase.first > _MOST_NAMES:
            return False
        if tokens.low(phrase.first - 1) in _ARTICLES or (
            phrase.first > 0 and tokens.shapes[phrase.first - 1] is Shape.DIGITS
        ):
            return False
        return all(tokens.is_name(k) and not tokens.words[k].isupper() for k in range(phrase.first, phrase.last))

    def _of_level(self, clauses: ClauseReader, preposition: int) -> Role | None:
        """ "starts at $5", "bring the rate down to 5%": the object of the verb in front, else its subject."""
        tokens = clauses.tokens
        aside = tokens.low(preposition - 1) in _DASHES
        verb = clauses.verb_before(preposition - aside)
        if verb < 0 or tokens.lows[verb] in self._words.changes.CONTESTS:
            return None  # "trails his rival 43% to 48%"
        return clauses.object_of(verb, preposition) or clauses.subject(verb)

    def _of_object(self, clauses: ClauseReader, j: int) -> Role | None:
        """ "giving the car 355 horsepower", "have the hull 80 per cent painted", "lower it two inches" """
        verb = clauses.verb_before(j)
        if verb < 0 or clauses.verbs.base(verb) not in self._table.HELPING:
            return None
        role = clauses.object_of(verb, j)
        if role is None:
            return None
        end = role.phrase.last if role.phrase is not None else role.pronoun + 1
        return role if end == j else None
