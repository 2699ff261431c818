"""Events of a phrase that says when, for how long, or at what age: the verb of the clause that it modifies."""

from pipeline.numbers.events.changes import ChangeRules
from pipeline.numbers.events.clause import DASHES
from pipeline.numbers.events.verbs import Trigger

RULE = "through-preposition"
_HAVE = ("has", "have", "had")
_INSERTED = 12  # words of a bracket that is stepped over
_ENDING = ("out", "off", "over", "away", "back", "in", "on", "through")


class AdjunctRules(ChangeRules):
    """The rules for "jailed for two years", "wrapped up his win in two hours", "began lessons at four"."""

    def of_duration(self, i: int) -> Trigger | None:
        """ "worked there for more than three decades", "dropped out after two years"."""
        if self.clause.is_text(i, "over"):
            return self._spread(i - 1 - self.clause.is_in(i - 1, "particles"))
        if not self.clause.is_in(i, "duration_prepositions") or self._is_ranked(i) or self._opens_clause(i):
            return None
        found = self._limiting(i) or self.verb_before(self._before_comma(i))
        found = self._seen(found, i) if found else None
        if found is None and self.clause.is_text(i, "for"):
            return self._state_before(i)
        shifts = found is None or found.type in ("RISE", "FALL") or self._is_shift(found)
        return found if shifts or not self.clause.is_text(i, "by") else None  # not "divided by 52 weeks"

    def _seen(self, found: Trigger, i: int) -> Trigger:
        """ "saw the house languish for 19 months": what is seen, where a plain form stands behind its object."""
        if self.clause.base(found.first) not in ("see", "watch") or not self.clause.starts_phrase(found.last + 1):
            return found
        for j in range(found.last + 3, i):
            if self.clause.forms(j) == {"base"} and not self.clause.is_in(j - 1, "determiners"):
                return self.verb(j, RULE)
        return found

    def _spread(self, j: int) -> Trigger | None:
        """ "was carried out over four days", "descends over an hour": what is done beside it; else it is a frame."""
        is_beside = j >= 0 and self.clause.forms(j) & {"past", "s", "ing"} and self._is_verb(j)
        return self.verb(j, RULE) if is_beside or self.is_passive_at(j) else None

    def _limiting(self, i: int) -> Trigger | None:
        """ "limit delays to three hours": the verb of a change, past a noun that looks like a verb."""
        if not self.clause.is_text(i, "to") or self.clause.forms(i - 1) != {"s"}:
            return None
        for j in range(i - 2, max(-1, i - 6), -1):
            if self.clause.base(j) in self.lexicon.sets["movers"] and self._is_verb(j):
                return self.verb(j, RULE)
            if self.ends_phrase(j) or self.clause.is_in(j, "clause_ends"):
                return None
        return None

    def _before_comma(self, i: int) -> int:
        """ "fed them, for ten years, ...", "fought the fire, which is out, for ten days": its clause ends here."""
        if not self.clause.is_text(i - 1, ","):
            return i
        for j in range(i - 2, max(0, i - _INSERTED), -1):
            if self.clause.is_text(j, ","):
                return j if self.clause.is_in(j + 1, "relatives") else i
        return i - 1 if self._is_verb(i - 2) else i

    def of_distance(self, i: int) -> Trigger | None:
        """ "opened three weeks before the vote", "left a day after": the verb, with nothing but its words between.

        `i` is the index of the word before the phrase.
        """
        if self.clause.is_text(i, ",") and self.clause.forms(i - 1) & {"past", "part"}:
            return self.verb_before(i)  # "your wages are paid, up to two days before payday"
        is_led = self.clause.is_in(i, "prepositions") and not self.clause.is_in(i, "particles")
        if is_led or self._opens_clause(i + 1):
            return None  # "until two days after the vote"
        found = self.verb_before(i + 1, reach=9)
        return found if found and self._is_finite(found.first) else None

    def _is_finite(self, i: int) -> bool:
        """Whether a verb is said of a subject or asked for: not "to tighten the law a year after it"."""
        has_to = self.clause.is_text(self.clause.past_adverbs(i - 1), "to")
        return not has_to and self.clause.forms(i) != {"ing"}

    def _opens_clause(self, i: int) -> bool:
        """ "they met and within a week, ...": the phrase belongs to what follows."""
        return self.clause.is_text(i - 1, "and", "but", "or")

    def _state_before(self, i: int) -> Trigger | None:
        """ "has been synonymous with it for 25 years", "was up there for two days": the state that lasts."""
        for j in range(i - 1, max(-1, i - 8), -1):
            if self.ends_phrase(j) and not self.clause.is_in(j, "prepositions"):
                return None
            if self.clause.is_in(j, "plain_states") and self.clause.is_in(self.clause.past_adverbs(j - 1), "be"):
                return Trigger(j, j, None, RULE)
            if self._is_copula(j):
                return self._of_copula(j, i)
        return None

    def _of_copula(self, be: int, end: int) -> Trigger | None:
        """What lasts behind a form of "be": the adjective, or the being where only a place follows."""
        first = self.clause.past_adverbs(be + 1)
        while first < end and self.clause.is_adverb(first):
            first += 1
        is_state = self.is_adjective(first) or self.clause.is_in(first, "lasting_states")
        if is_state and (first + 1 == end or self.clause.is_in(first + 1, "prepositions")):
            return Trigger(first, first, None, RULE)
        in_place = all(self.clause.is_adverb(j) or self.clause.is_in(j, "particles") for j in range(be + 1, end))
        if in_place or self.clause.is_in(first, "prepositions") or self.clause.is_text(be, "been"):
            return Trigger(be, be, None, RULE)
        return None

    def _is_copula(self, j: int) -> bool:
        """Whether a form of "be" stands at `j` that is no auxiliary of a verb behind it."""
        if not self.clause.is_in(j, "be") or self.clause.base(j) == "get" or self.clause.is_text(j - 1, "to"):
            return False
        after = j + 1
        while self.clause.is_adverb(after) and not self.clause.is_in(after, "plain_states"):
            after += 1
        return not self.clause.forms(after) & {"part", "ing"} and not self.clause.is_in(after, "be")

    def _is_shift(self, found: Trigger) -> bool:
        return self.clause.base(found.first) in self.lexicon.sets["shifts"]

    def _is_ranked(self, i: int) -> bool:
        """ "the third flood in nine years", "its worst result in three decades": how rare, not how long."""
        if self.clause.is_text(i, "for") and not self.clause.is_in(i - 1, "ranks"):
            return any(self.clause.is_text(j, "first") and self._is_named(j) for j in range(i - 5, i))
        if not self.clause.is_text(i, "in", "for"):
            return False
        return any(
            (self.clause.is_in(j, "ranks") or self.clause.low(j).endswith("est"))
            and (self._is_named(j) or (j > i - 6 and not self.clause.is_text(j, "only")))
            for j in range(max(0, i - 9), i)
        )

    def _is_named(self, j: int) -> bool:
        """ "the youngest person to hold it", "its first": a rank behind its determiner."""
        return self.clause.is_in(j - 1, "determiners") or self.clause.is_text(j - 1, "'s", "’s")

    def of_age(self, i: int) -> Trigger | None:
        """ "driven with another 16-year-old sailor", "began lessons at four"."""
        return self.verb_before(i) if self.clause.is_in(i, "age_prepositions") else None

    def verb_before(self, i: int, reach: int = 13) -> Trigger | None:
        """The nearest verb to the left of `i` in the same clause, past what stands in brackets."""
        j, last = i - 1, i - reach
        while j > max(-1, last):
            if (before := self.before_bracket(j)) < j:
                j, last = before, last - (j - before)
                continue
            ends = self.clause.is_in(j, "clause_ends") and not self.clause.is_text(j, "as")  # "served as mayor for"
            if ends or self.clause.is_stop(j) or self.clause.is_text(j, ",") or self._is_copula(j):
                return None
            is_main = self.clause.is_text(j, *_HAVE) or self._does(j)
            if self._is_verb(j) and (is_main or not self.clause.is_in(j, "auxiliaries")):
                return self._with_ending(j, i)
            j -= 1
        return None

    def before_bracket(self, i: int) -> int:
        """The index before a short bracket, or one between dashes, that ends at `i`; else `i`."""
        if self.clause.is_text(i, *DASHES):
            pair = (j for j in range(i - 1, max(-1, i - _INSERTED), -1) if self.clause.is_text(j, *DASHES))
            return next(pair, i + 1) - 1
        if self.clause.is_text(i, ")"):
            for j in range(i - 1, max(-1, i - _INSERTED), -1):
                if self.clause.is_text(j, "("):
                    return j - 1
        return i

    def _with_ending(self, j: int, end: int) -> Trigger:
        """A verb with the particle that ends it: "dropped out after two years", not "went in for two years"."""
        found = self.verb(j, RULE)
        closes = found.last == j and self.clause.is_text(j + 1, *_ENDING) and j + 2 == end
        return Trigger(j, j + 1, None, RULE) if closes else found

    def _is_verb(self, j: int) -> bool:
        if self._is_attribute(j):
            return False
        if self.clause.forms(j) == {"ing"}:
            if self.clause.is_text(j - 1, "from") and self._is_part_at(j - 2):
                return False  # "banned from driving for two years"
            if self.clause.base(j - 1) in self.lexicon.sets["gerund_takers"] and self.takes_object(j - 1):
                return True  # "recommend holding nobody for two days"
            before = self.clause.past_adverbs(j - 1)
            opens = self.clause.is_in(before, "clause_ends") or self.clause.is_text(before, ",")
            is_led = before < j - 1 and (opens or self.clause.is_in(before, "be"))  # "was still baking"
            if self.clause.is_text(j + 1, "from") and self.clause.is_number(j + 2):
                return True  # "a turn of speed going from 0 to 60"
            counts = self.clause.is_number(j + 1) or self.clause.is_text(j + 1, "$", "£", "€")
            is_led = is_led or (counts and self._is_plural(j - 1))  # "prices topping $4"
            return (is_led or self.is_participle(j)) and not self.clause.is_text(j, "having")
        if self.clause.is_text(j, *_HAVE):
            return self._has_object(j)
        if self._does(j):
            return True
        return self.takes_object(j) or self._is_let(j) or self._is_asked(j) or self.is_passive_at(j)

    def is_passive_at(self, j: int) -> bool:
        """ "was seen": a participle behind a form of "be"."""
        return "part" in self.clause.forms(j) and self.clause.is_in(self.clause.past_adverbs(j - 1), "be")

    def _is_attribute(self, j: int) -> bool:
        """ "each printed sample": a participle in front of its noun."""
        is_contracted = self.clause.is_text(j - 1, "'s", "’s")  # "she's worked there for two years"
        is_led = self.clause.is_in(j - 1, "skip_before") and not self.clause.is_adverb(j - 1) and not is_contracted
        is_led = is_led or self.clause.is_text(j - 1, "each") or self._is_bare_at(j - 1)
        has_noun = j + 1 < len(self.clause.words) and self.clause.words[j + 1].text.islower()
        is_closed = self.clause.is_in(j + 1, "prepositions") or self.clause.is_in(j + 1, "determiners")
        return is_led and "part" in self.clause.forms(j) and has_noun and not is_closed

    def _is_bare_at(self, j: int) -> bool:
        """ "must not play recorded music": a base form that takes the noun behind the participle."""
        is_base = "base" in self.clause.forms(j) and not self.clause.is_in(j, "auxiliaries")
        return is_base and self.clause.is_in(self.clause.past_adverbs(j - 1), "modals")

    def _is_plural(self, j: int) -> bool:
        return self.clause.low(j).endswith("s") and not self.clause.low(j).endswith(("ss", "us", "'s", "’s"))

    def _is_part_at(self, j: int) -> bool:
        return "part" in self.clause.forms(j) and not self.clause.is_in(j - 1, "determiners")

    def _is_let(self, j: int) -> bool:
        """ "let it stand for ten minutes": a base form behind what is let."""
        if "base" not in self.clause.forms(j):
            return False
        return any(
            self.clause.base(k) == "let"
            and (self.clause.starts_phrase(k + 1) or self.clause.is_in(k + 1, "indirect_objects"))
            for k in range(max(0, j - 4), j - 1)
        )

    def _is_asked(self, j: int) -> bool:
        """ "Add the rice and cook for ten minutes": what a sentence asks for next."""
        goes_on = self.clause.is_text(j - 1, "and", "then", ";") and "base" in self.clause.forms(j)
        head = int(self.clause.is_adverb(0))  # "Gradually add the milk, then simmer"
        if goes_on and self.clause.is_text(j - 1, "then"):
            return any(self.clause.is_in(k, "modals") for k in range(max(0, j - 12), j)) or self._asks(head)
        return goes_on and self.clause.is_in(head, "imperatives") and self.takes_object(head)

    def _does(self, j: int) -> bool:
        """ "will do 60 mph in five seconds": "do" with an object of its own."""
        return self.clause.is_text(j, "do", "does", "did") and self.clause.starts_phrase(j + 1)

    def _has_object(self, j: int) -> bool:
        """ "had an effect within two days", "to have enough cash for a week", not "have lived there for a week"."""
        after = j + 1
        if self.clause.starts_phrase(after):
            return True
        if self.clause.is_stop(after) or self.clause.is_text(after, "to", ",", "not", "yet"):
            return False
        is_verb = self.clause.forms(after) & {"past", "part", "ing"} or self.clause.is_in(after, "auxiliaries")
        return not is_verb and not self.clause.is_adverb(after) and not self.clause.is_in(after, "prepositions")
