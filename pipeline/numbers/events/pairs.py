"""Verbs whose object stands before the preposition that they ask for: "devote their money to six states"."""

from pipeline.numbers.events.verbs import Trigger, VerbReader

_RULE = "through-preposition"
_REACH = 15  # words from the preposition back to its verb
_REACH_OF = 6  # "robbed her of two rings": who is robbed is short
_LEADS = ("to", "will", "would", "could", "can", "may", "might", "must", "should")
_NOUN_LIKE = frozenset(("base", "s"))


class PairRules(VerbReader):
    """The rules for verbs and their prepositions, tables `pairs_to`, `pairs_on` and their like."""

    def paired(self, i: int) -> Trigger | None:
        """The verb that the preposition at `i` belongs to, past its object; None where a nearer verb stands."""
        verbs = self.lexicon.sets.get(f"pairs_{self.clause.low(i)}")
        if verbs is None:
            return None
        for j in range(i - 1, max(-1, i - (_REACH_OF if self.clause.is_text(i, "of") else _REACH)), -1):
            if self._ends(j, i):
                return None
            forms = self.clause.forms(j)
            if not forms:
                continue
            is_led = self.clause.is_text(self.clause.past_adverbs(j - 1), *_LEADS)
            if self.clause.base(j) in verbs and self._has_object(j, i) and (is_led or self._is_said(j)):
                return self.verb(j, _RULE)
            if is_led or (forms - _NOUN_LIKE and self._is_said(j)):
                return None
        return None

    def _ends(self, j: int, i: int) -> bool:
        """Whether the clause begins behind `j`, or what stands there has a preposition of its own."""
        if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "clause_ends"):
            return True
        if self.clause.is_in(j, "be") or self.clause.is_text(j, "how"):
            return True  # "an hour to charge and is good for 300 shots"
        return self.clause.low(j) == self.clause.low(i) and not self.clause.forms(j + 1)

    def _has_object(self, j: int, i: int) -> bool:
        """ "gave old tools to two", not "the order to leave applies to two": more than a word that may be a verb."""
        may_be_verb = self.clause.forms(i - 1) <= _NOUN_LIKE and self.clause.forms(i - 1)
        return j < i - (2 if may_be_verb and "past" not in self.clause.forms(j) else 1)  # "glued labels to 90"

    def _is_said(self, j: int) -> bool:
        """Whether a verb of the clause stands at `j`: with an object, or passive."""
        if self.clause.forms(j) == {"ing"}:
            return self.is_participle(j) or self.clause.is_in(self.clause.past_adverbs(j - 1), "be")
        if self.clause.base(j) == "put" and self.clause.starts_phrase(j + 1):
            return not self.clause.is_in(j - 1, "determiners")  # "put the party on 31 percent"
        passive = "part" in self.clause.forms(j) and self.clause.is_in(self.clause.past_adverbs(j - 1), "be")
        return passive or self.takes_object(j)
