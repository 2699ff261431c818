"""The verb or preposition that holds an amount, and so the phrase that the amount is of."""

from types import ModuleType

from pipeline.numbers.mention import Mention
from pipeline.numbers.said.clauses import ClauseReader, Role
from pipeline.numbers.said.persons import person_of
from pipeline.numbers.tokens import Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["Governors", "Place"]

_ARTICLES = frozenset({"a", "an", "the", "its", "their", "another", "his", "her", "our", "your"})
_ADJECTIVES = ("ing", "ous", "ive", "ful", "able", "ible", "limited")
_OPENERS = frozenset({"", ",", "(", "and", "but", "–", "—", "although", "though", "“", '"'})
_USUALLY = frozenset({"now", "normally", "usually", "typically", "currently", "previously"})
_LISTING = frozenset({",", ";", ":", "with", "•", "|"})
_DASHES = frozenset({",", "–", "—"})
_GATHERERS = word_set("""
    company firm startup start-up campaign candidate team group party charity club foundation chain retailer bank lender
    airline carrier maker carmaker insurer brand business supermarket family household mayor senator governor
    congressman congresswoman lawmaker church school union
""")
_AMOUNTS = frozenset({"money", "percent", "measure"})
_MOST_NAMES = 2
_SHARE = 3  # words of "31 of 44"
_WHEN = frozenset({"this", "last", "in", "on", "at", "auction", "recently", "yesterday", "earlier"})
_ASIDE = 10  # words of ", a private equity firm,"
_SALE = 9  # words of "on sale in the north on Friday for"

Place = tuple[int, int]  # the tokens of an amount with its hedge: first, and behind the last
_GROWING = frozenset({"grown", "grew", "risen", "rose", "increased", "jumped", "climbed", "surged", "fallen", "shrunk"})
_POLLING = frozenset({"win", "get", "take", "poll", "receive", "garner", "capture", "secure"})


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
            return self._in_bracket(clauses, place) or self._of_count(clauses, place)
        if mention.kind not in _AMOUNTS and not self._is_compared(mention, clauses.tokens, place):
            return None
        ranging = clauses.tokens.lows[right : right + 3 : 2] == ["from", "to"]  # "40 metres from end to end"
        runs = clauses.tokens.low(left - 1) == "for" and clauses.tokens.low(right) == "along"  # "for 12 miles along"
        if mention.kind == "measure" and clauses.tokens.low(right) in self._table.APART and not (ranging or runs):
            return None
        beside, told = self._beside(mention, clauses, place)
        return beside if told else self._governed(mention, clauses, left, right)

    def duration(self, clauses: ClauseReader, place: Place) -> Role | None:
        """ "Delays averaged two hours", "life expectancy fell to 61 years": what lasts, where it is a word for that."""
        left, _ = place
        j = clauses.verbs.past_adverbs(left)
        level = clauses.tokens.low(j - 1) in ("to", "from", "by", "at")
        verb = clauses.verb_before(j - 1) if level else j - 1
        if verb < 0 or not clauses.verbs.is_verb(verb) or clauses.verbs.base(verb) == "last":
            return None
        role = (clauses.object_of(verb, j - 1) if level else None) or clauses.subject(verb)
        head = clauses.tokens.lows[role.phrase.head] if role is not None and role.phrase is not None else ""
        return role if clauses.nouns.lemma(head) in self._table.LASTING else None

    def _is_compared(self, mention: Mention, tokens: Tokens, place: Place) -> bool:
        """ "was twice as strong", "are five times higher than", "fell by a third": a ratio said of a subject."""
        left, right = place
        heavier = tokens.low(right).endswith("er") and tokens.low(right + 1) == "than"
        moved = mention.rule in ("times", "multiple") and tokens.low(left - 1) in _GROWING
        compared = (
            heavier or moved or tokens.low(right) in self._words.COMPARATIVES | {"as"} or tokens.low(left - 1) == "by"
        )
        return mention.kind == "ratio" and compared and not (moved and tokens.lows[0] == "since")

    def _in_bracket(self, clauses: ClauseReader, place: Place) -> Role | None:
        """ "most deputies (31 of 44)", "most (16 out of 19) deputies": what is counted stands beside the bracket."""
        tokens, (left, right) = clauses.tokens, place
        first, last = left, right
        if tokens.low(left - 1) == "of":
            first -= 2 + (tokens.low(left - 2) == "out")
        elif tokens.low(right) in ("of", "out"):
            last += 2 + (tokens.low(right) == "out")
        first -= clauses.verbs.is_adverb(first - 1)
        if last - first < _SHARE or tokens.low(first - 1) != "(" or tokens.low(last) != ")":
            return None
        phrase = clauses.nouns.before(tokens, first - 1)
        if phrase is not None and clauses.nouns.is_plural(tokens.lows[phrase.head]):
            return Role(phrase)
        behind = clauses.nouns.ahead(tokens, last + 1)
        return Role(behind) if behind is not None else None

    def _of_count(self, clauses: ClauseReader, place: Place) -> Role | None:
        """ "expect the number of cars to grow from 16", "the population has fallen by a third to 670,000": a level."""
        tokens = clauses.tokens
        left, right = place
        with_part = tokens.lows[max(0, left - 2) : left] == [",", "with"]
        if with_part and "part" in clauses.verbs.forms(clauses.tokens.count - 1 if right >= tokens.count else right):
            verb = clauses.verb_before(left - 2)  # "Cases have tripled, with 41,000 reported"
            role = clauses.subject(verb) if verb >= 0 else None
            head = role.phrase.head if role is not None and role.phrase is not None else -1
            return role if head >= 0 and clauses.nouns.is_plural(tokens.lows[head]) else None
        if tokens.low(left - 1) == "," and tokens.lows[right : right + 2] in (["in", "all"], ["in", "total"]):
            return self._in_front(clauses, left - 1)  # "The trucks, 18 in all, carried"
        apart = tokens.lows[max(0, left - 2) : left] in (
            [",", "to"],
            [",", "from"],
        )  # "has risen by a fifth, to 31,000"
        verb = clauses.verb_before(left - 1 - apart) if tokens.low(left - 1) in ("to", "from") else -1
        be = clauses.verbs.past_adverbs(left) - 1
        stands = clauses.verbs.is_be(be) and tokens.shapes[right] is not Shape.WORD  # "The figure was 401."
        if not stands and (verb < 0 or tokens.lows[verb] not in self._words.changes.CHANGES):
            return None
        role = clauses.subject(be if stands else verb)
        phrase = role.phrase if role is not None else None
        if stands and (phrase is None or tokens.lows[phrase.head] not in self._table.STANDING):
            return None
        if phrase is None or tokens.low(phrase.head + 1) != "of":
            return role
        if tokens.lows[phrase.head] not in ("number", "numbers"):
            return role
        counted = clauses.nouns.ahead(tokens, phrase.head + 2, loose=True)
        return Role(counted) if counted is not None else None  # "the number of dead"

    def _beside(self, mention: Mention, clauses: ClauseReader, place: Place) -> tuple[Role | None, bool]:
        """What stands right in front of an amount that describes it, and whether it is such a one."""
        tokens, (left, right) = clauses.tokens, place
        if tokens.low(left - 1) == "(" and tokens.low(right) in self._words.DIMENSIONS:
            return self._in_front(clauses, left - 1), True  # "a tunnel (about 900 feet long)"
        if tokens.low(right) == "in" and tokens.low(right + 1) in self._table.SIZES:
            return self._in_front(
                clauses, left - (tokens.low(left - 1) == ",")
            ), True  # "tiles over nine inches in width"
        if tokens.low(left - 1) in _USUALLY and tokens.low(left - 2) == ",":
            return self._in_front(clauses, left - 2), True  # "the fare, now $2.90,"
        if tokens.low(left - 1) == "including":  # "gifts, including $5,000 from a charity"
            return self._in_front(clauses, left - 1 - (tokens.low(left - 2) == ",")), True
        verb = next((k for k in range(left, right) if not clauses.verbs.is_adverb(k)), left)
        if tokens.low(verb) in self._words.changes.EXCEEDING:
            return clauses.subject(verb), True  # the verb is read as the hedge
        if tokens.low(left - 1) == "at" and tokens.low(right) == "," and tokens.low(left - 2) in _OPENERS:
            return clauses.behind(right + 1), True  # "At $300 million, it is"
        if mention.kind == "money" and tokens.low(right) in ("on", "for") and tokens.low(right + 1) in ("it", "them"):
            return Role(pronoun=right + 1), True  # "spent $5 million on it"
        return None, False

    def _governed(self, mention: Mention, clauses: ClauseReader, left: int, right: int) -> Role | None:
        tokens, verbs = clauses.tokens, clauses.verbs
        j = self._past_aside(clauses, self._past_modifiers(clauses, verbs.past_adverbs(left)))
        low = tokens.low(j - 1)
        particle = low in self._words.changes.PARTICLES | {"over", "out", "in"} and verbs.is_verb(j - 2)
        if verbs.is_verb(j - 1) or particle:
            return self._of_verb(mention, clauses, j - 1 - particle, right)
        if low == "worth" and (be := clauses.verb_before(j - 1)) >= 0 and verbs.is_be(be):
            return clauses.subject(be)  # "it is now worth $1.4 million"
        if low == "for" and mention.kind == "money" and "part" in verbs.forms(j - 2) and tokens.low(j - 3) == ",":
            return self._in_front(clauses, j - 3)  # "the film, made for less than $1 million"
        if low == "for" and mention.kind == "money" and (sold := self._sold(clauses, j - 1)) is not None:
            return sold
        offered = not self._table.ON_SALE.isdisjoint(tokens.lows[max(0, j - _SALE) : j])
        if low in ("for", "from") and mention.kind == "money" and offered:
            verb = clauses.verb_before(j - 1)
            return clauses.subject(verb) if verb >= 0 else None
        if low in self._table.LEVELS and tokens.low(j - 2) != "compared":
            warmth = (mention.unit or "").startswith("degree")  # "keep warming below 1.5C"
            place = mention.kind == "measure" and low in self._table.PLACES and not warmth
            return None if place else self._of_level(clauses, j - 1)
        if mention.kind == "measure" and tokens.low(left - 1) == "with":
            return self._in_front(clauses, left - 1)  # "the model with 16 GB costs"
        if mention.kind == "money" and (item := self._priced(clauses, j)) is not None:
            return item
        if low in ("for", "at") and mention.kind == "money" and tokens.low(j - 2) in ("it", "them"):
            trades = tokens.low(j - 3) in self._words.changes.TRADES  # "bought the plot and sold it for $90,000"
            return Role(pronoun=j - 2) if trades else None
        if low == "than" and mention.kind in _AMOUNTS and (role := self._compared(clauses, j - 1)) is not None:
            return role
        if low == "for" and mention.kind == "measure" and verbs.is_verb(j - 2):
            return self._of_verb(mention, clauses, j - 2)  # "the wall runs for 12 miles"
        cost = clauses.verb_before(j) if mention.kind == "money" else -1
        back = tokens.low(j - 1) == "back" and cost >= 0 and clauses.verbs.base(cost) == "set"
        if back or (cost >= 0 and clauses.verbs.base(cost) == "cost"):
            return clauses.subject(cost)  # "cost the average family $600"
        if cost >= 0 and clauses.verbs.base(cost) == "earn" and (role := clauses.subject(cost)) is not None:
            return None if self._is_bare(tokens, role) else role  # "the sale earned the agency $30 million"
        if j > 0 and tokens.shapes[j - 1] is Shape.WORD and mention.kind in ("percent", "measure"):
            return self._of_object(clauses, j)
        return None

    def _sold(self, clauses: ClauseReader, preposition: int) -> Role | None:
        """ "was sold to Brixham, a private equity firm, for $5 million", "it will sell for $449": the subject."""
        tokens, end = clauses.tokens, preposition
        if tokens.low(end - 1) == ",":
            end = next((k for k in range(end - 2, max(0, end - _ASIDE), -1) if tokens.lows[k] == ","), end)
        verb = clauses.verb_before(end)
        passive = verb > 0 and clauses.verbs.is_be(verb - 1) and tokens.lows[verb] in self._words.changes.TRADES
        when = all(tokens.lows[k] in self._words.WHEN | _WHEN for k in range(verb + 1, preposition))
        sells = when and verb >= 0 and clauses.verbs.base(verb) in ("sell", "retail")
        return clauses.subject(verb) if passive or sells else None

    @staticmethod
    def _priced(clauses: ClauseReader, j: int) -> Role | None:
        """ "A room is £140, the suite £400", "admission $12": a noun with nothing between it and its price."""
        tokens = clauses.tokens
        phrase = clauses.nouns.before(tokens, j)
        if phrase is None or tokens.is_name(phrase.head) or clauses.verbs.is_verb(phrase.head):
            return None
        if phrase.first == phrase.head and {"s", "ing"} & clauses.verbs.forms(phrase.head):
            return None  # "the hotel, which is old, charges $120", ", wiping $2 billion off"
        first = phrase.first - (tokens.low(phrase.first - 1) in _ARTICLES)
        return Role(phrase) if tokens.low(first - 1) in _LISTING else None

    @staticmethod
    def _compared(clauses: ClauseReader, than: int) -> Role | None:
        """ "The offer is far smaller than the $90 million": the subject that is compared with an amount."""
        tokens, verbs = clauses.tokens, clauses.verbs
        comparative = than - 1 if tokens.low(than - 1).endswith("er") else than - 2
        more = tokens.low(than - 2) in ("more", "less")
        if not (more or tokens.low(comparative) in verbs.nouns.words.COMPARATIVES or comparative == than - 1):
            return None
        j = comparative
        while j > 0 and (verbs.past_adverbs(j) < j or tokens.lows[j - 1] in ("much", "far", "way", "lot", "a", "no")):
            j = min(verbs.past_adverbs(j), j - 1)
        return clauses.subject(j - 1) if verbs.is_verb(j - 1) else None

    def _past_aside(self, clauses: ClauseReader, j: int) -> int:
        """Back over the aside of "would cost, at current prices, 2 billion euros"."""
        tokens = clauses.tokens
        if tokens.low(j - 1) != ",":
            return j
        comma = next((k for k in range(j - 2, max(0, j - _ASIDE), -1) if tokens.lows[k] == ","), 0)
        opens = comma > 0 and tokens.lows[comma + 1] in self._words.changes.PREPOSITIONS
        return comma if opens and clauses.verbs.base(comma - 1) in ("cost", "earn", "fetch", "total") else j

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

    def _of_verb(self, mention: Mention, clauses: ClauseReader, verb: int, right: int = -1) -> Role | None:
        """The subject of a verb whose object or predicate the amount is, where the verb says so much of it."""
        bumped = clauses.tokens.low(verb + 1) in self._words.changes.PARTICLES and clauses.verbs.is_be(verb - 1)
        if self._offers(mention, clauses, verb):
            return None
        if mention.kind == "percent" and clauses.verbs.base(verb) in _POLLING:
            return None  # "Ms Lind won 62 percent": of the votes
        if not bumped and not self._tells(mention.kind, clauses, clauses.verbs.base(verb)):
            return None
        role = clauses.subject(verb)
        head = clauses.tokens.low(role.phrase.head) if role is not None and role.phrase is not None else ""
        if mention.kind == "measure" and head in self._table.WEATHER and clauses.verbs.base(verb) in ("drop", "bring"):
            return None
        base = clauses.verbs.base(verb)
        if base == "make" and clauses.tokens.low(right) == "available":
            return None  # "the government made $2 million available"
        takes_in = base in ("take", "bring") and clauses.tokens.low(verb + 1) == "in"
        if mention.kind == "money" and base == "make" and head in _GATHERERS:
            return None  # "a company that made £38m last year"
        if (
            mention.kind == "money"
            and (base in ("raise", "earn", "collect", "manage") or takes_in)
            and self._gathers(clauses.tokens, role)
        ):
            return None
        if base == "raise" and mention.kind == "money" and role is not None and role.pronoun >= 0:
            return None  # "Parkwell is growing. It raised $38 million from investors"
        acting = clauses.verbs.base(verb) in self._table.STEPPING | self._table.RECORDING
        tall = clauses.tokens.low(right) in self._words.DIMENSIONS  # "Okoro stands 2 metres tall"
        has = mention.kind == "money" and clauses.verbs.base(verb) in ("have", "get")
        bare = (
            (has or (mention.kind == "measure" and not tall and acting))
            and role is not None
            and self._is_bare(clauses.tokens, role)
        )
        return None if bare else role

    def _gathers(self, tokens: Tokens, role: Role | None) -> bool:
        """Whether a subject gathers money rather than brings it in: "Ms Roe raised $5 million", not "the concert"."""
        if role is None or role.phrase is None:
            return False
        head = tokens.low(role.phrase.head)
        return self._is_bare(tokens, role) or head in _GATHERERS | self._words.PEOPLE

    def _tells(self, kind: str, clauses: ClauseReader, base: str) -> bool:
        """Whether the subject of a verb with this base form is what an amount behind it is of."""
        table = self._table
        if kind == "money":
            return base in table.WORTH
        if kind == "measure":
            return base in table.MEASURABLE
        said = base in clauses.verbs.lexicon.sets["clause_verbs"] - table.WORTH
        return not said and not (kind == "percent" and base in table.WISHING)

    def _offers(self, mention: Mention, clauses: ClauseReader, verb: int) -> bool:
        """ "seek 7 percent; the airlines propose 4.5", "the Roes had $900 left": who has it is not what it is of."""
        base = clauses.verbs.base(verb)
        return mention.kind == "measure" and mention.unit is None and base in self._table.WISHING

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
        words = [tokens.words[k] for k in range(phrase.first, phrase.last) if tokens.is_name(k)]
        return len(words) == phrase.last - phrase.first and not any(w.isupper() and len(w) > 1 for w in words)

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
