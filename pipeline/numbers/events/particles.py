"""Verbs with a particle, and those that an aside parts from their object: "lay off 40", "lost, it said, 40"."""

from pipeline.numbers.events.clause import Clause
from pipeline.numbers.events.lasting import LastingRules
from pipeline.numbers.events.prepositions import PrepositionRules
from pipeline.numbers.events.verbs import Trigger

_ASIDE = 10  # words of an aside between a verb and its object


class ParticleRules(LastingRules):
    """What stands just before an object at `i + 1` where that is no verb alone."""

    def __init__(self, clause: Clause) -> None:
        super().__init__(clause)
        self.prepositions = PrepositionRules(clause)

    def _takes_particle(self, i: int) -> bool:
        """Whether a verb stands before "up", and no noun of an amount: "and costs down 60%"."""
        if self.clause.forms(i) == {"s"} and self.clause.low(i).removesuffix("s") in self.lexicon.sets["amount_nouns"]:
            return False
        return self.takes_object(i) or self.clause.is_text(i, "put", "puts", "putting")

    def _with_particle(self, i: int) -> Trigger | None:
        """ "lay off 40 workers", "shot down two jets", "set you back $400"."""
        is_split = self.clause.is_in(i, "particles") and self.clause.is_text(
            i - 1, "you", "him", "them", "us", "me", "it"
        )
        if is_split and i > 1 and self.takes_object(i - 2):
            return self.verb(i - 2, "object-particle")
        puts = self.clause.is_text(i - 1, "put", "puts", "putting") and self.clause.is_text(
            i, "up", "down", "aside", "forward"
        )
        base = self.clause.base(i - 1) or ""
        pair = f"{base} {self.clause.words[i].low}"
        is_particle = self.clause.is_in(i, "particles")
        if pair in self.lexicon.types and (not is_particle or puts or self.takes_object(i - 1)):
            return Trigger(i - 1, i, self.lexicon.types[pair], "object-particle")  # "set free 12 hostages"
        if phrasal := self._phrasal(i):
            return phrasal
        if i < 1 or not is_particle or not (puts or self.takes_object(i - 1)):
            return None
        leaves = self.clause.is_text(i, "behind") and base == "leave"
        if self.clause.is_in(i, "prepositions") and not leaves and not self.clause.is_text(i, "off", "out"):
            return None  # "protests in 100 cities"
        return Trigger(i - 1, i - 1, self.lexicon.types.get(base), "object-particle")

    def _phrasal(self, i: int) -> Trigger | None:
        """ "put in 20 years", "went through 12 drafts", not "were put in two homes"."""
        base = self.clause.base(i - 1)
        if f"{base} {self.clause.low(i)}" not in self.lexicon.sets["phrasal"] or self.prepositions.is_passive_at(i - 1):
            return None
        is_verb = base == "put" or self.prepositions.is_verb_of_noun(i - 1)
        found = self.lexicon.types.get(base or "") if self.clause.is_in(i, "particles") else None
        return Trigger(i - 1, i, found, "object-particle") if is_verb else None

    def _leads_aside(self, comma: int) -> bool:
        """Whether a verb stands before the comma; one in "ing" only before who counts: "feeding, by his count, 60"."""
        forms = self.clause.forms(comma - 1)
        is_own = forms == {"ing"} and self.clause.is_text(comma + 1, "by", "according")
        is_own = is_own and not self.clause.is_in(comma - 2, "determiners")
        return (is_own or bool(forms & {"past", "s", "base"})) and self.takes_object(comma - 1)

    def _before_aside(self, i: int) -> int:
        """ "lost, by its own count, some 40 men": the index of the verb before an aside that ends at `i`; else `i`."""
        if not self.clause.is_text(i, ","):
            return i
        for j in range(i - 2, max(0, i - _ASIDE), -1):
            if self.clause.is_text(j, ","):
                is_aside = self.clause.is_in(j + 1, "prepositions") or self.clause.is_text(j + 1, "according")
                return j - 1 if is_aside and self._leads_aside(j) else i
            begins = self.clause.is_in(j, "clause_ends") and not self.clause.is_text(j - 1, ",")
            if begins or self.clause.is_stop(j) or self.clause.is_in(j, "auxiliaries"):
                return i
        return i
