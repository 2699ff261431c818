"""Events of a phrase that says when, for how long, or at what age: the verb of the clause that it modifies."""

from pipeline.numbers.events.changes import ChangeRules
from pipeline.numbers.events.verbs import Trigger

RULE = "through-preposition"


class AdjunctRules(ChangeRules):
    """The rules for "jailed for two years", "wrapped up his win in two hours", "began lessons at four"."""

    def of_duration(self, i: int) -> Trigger | None:
        """ "worked there for more than three decades", "wrapped up his win in two hours"."""
        if not self.clause.is_in(i, "duration_prepositions") or self._is_ranked(i):
            return None
        found = self.verb_before(i)
        if found is None and self.clause.is_text(i, "for"):
            return self._state_before(i)
        shifts = found is None or found.type in ("RISE", "FALL") or self._is_shift(found)
        return found if shifts or not self.clause.is_text(i, "by") else None  # not "divided by 52 weeks"

    def _state_before(self, i: int) -> Trigger | None:
        """ "has been synonymous with it for 25 years": the state that lasts."""
        for j in range(i - 1, max(0, i - 8), -1):
            if self.ends_phrase(j) and not self.clause.is_in(j, "prepositions"):
                return None
            if self.clause.is_in(j, "plain_states") and self.clause.is_in(self.clause.past_adverbs(j - 1), "be"):
                return Trigger(j, j, None, RULE)
        return None

    def _is_shift(self, found: Trigger) -> bool:
        return self.clause.base(found.first) in self.lexicon.sets["shifts"]

    def _is_ranked(self, i: int) -> bool:
        """ "the second time in four months", "its worst result in three decades": how rare, not how long."""
        if not self.clause.is_text(i, "in"):
            return False
        return any(
            self.clause.is_in(j, "ranks") or self.clause.words[j].low.endswith("est") for j in range(max(0, i - 5), i)
        )

    def of_age(self, i: int) -> Trigger | None:
        """ "lured with another 18-year-old girl", "began lessons at four"."""
        return self.verb_before(i, reach=9) if self.clause.is_in(i, "age_prepositions") else None

    def verb_before(self, i: int, reach: int = 13) -> Trigger | None:
        """The nearest verb to the left of `i` in the same clause."""
        for j in range(i - 1, max(-1, i - reach), -1):
            ends = self.clause.is_in(j, "clause_ends") and not self.clause.is_text(j, "as")  # "served as mayor for"
            if ends or self.clause.is_stop(j) or self.clause.is_text(j, ","):
                return None
            is_have = self.clause.is_text(j, "has", "have", "had")
            if self._is_verb(j) and (is_have or not self.clause.is_in(j, "auxiliaries")):
                return self.verb(j, RULE)
        return None

    def _is_verb(self, j: int) -> bool:
        if self.clause.forms(j) == {"ing"}:
            return self.is_participle(j) and not self.clause.is_text(j, "having")
        if self.clause.is_text(j, "has", "have", "had"):
            return self.clause.starts_phrase(j + 1)  # "had an effect within two days"
        if self.takes_object(j) and not self.clause.is_text(j, "has", "have", "had"):
            return True
        return "part" in self.clause.forms(j) and self.clause.is_in(self.clause.past_adverbs(j - 1), "be")
