"""Changes that a noun names: "a reduction in costs from $5 to $3", "a fall in income of $3"."""

from pipeline.numbers.events.verbs import Trigger, VerbReader


class ChangeRules(VerbReader):
    """The rules for the nouns of changes that an amount behind a preposition measures."""

    def change_of(self, i: int) -> Trigger | None:
        """ "a reduction in real income of $3": the change that the amount measures."""
        for j in range(i - 1, max(-1, i - 9), -1):
            change = self.lexicon.nouns.get(self.clause.low(j))
            if change in ("RISE", "FALL") and self.clause.is_text(j + 1, "in") and not self.takes_object(j):
                return Trigger(j, j, change, "nominal")
            ends = self.ends_phrase(j) and not self.clause.is_text(j, "in")
            if ends or self.clause.forms(j) - {"s", "base"} or self.clause.is_in(j, "auxiliaries"):
                return None
        return None

    def change_between(self, j: int, i: int) -> Trigger | None:
        """ "a reduction in module costs from $5 to $3", "growth in wages to 3%"."""
        if not self.clause.is_text(i, "from", "to", "by") or self.clause.forms(j) - {"s", "base"}:
            return None
        for k in range(j, max(-1, j - 5), -1):
            if self.clause.forms(k) - {"s", "base"} or self.clause.is_in(k, "auxiliaries"):
                return None
            change = self.lexicon.nouns.get(self.clause.words[k].low)
            if change in ("RISE", "FALL") and self.clause.is_text(k + 1, "in", "of") and not self.takes_object(k):
                return Trigger(k, k, change, "nominal")
        return None

    def change_past_comma(self, comma: int) -> Trigger | None:
        """ "doubled in a year, to $4": the rise or fall before the comma."""
        for j in range(comma - 1, max(-1, comma - 13), -1):
            ends = self.clause.is_in(j, "clause_ends") and not self.clause.is_text(j, "since")
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or ends:
                return None
            moves = self.verb(j, "").type in ("RISE", "FALL") or self.clause.base(j) in self.lexicon.sets["movers"]
            if self.clause.forms(j) & {"past", "part", "ing", "s"} and moves:
                return self.verb(j, "through-preposition")
        return None

    def ends_phrase(self, j: int) -> bool:
        return self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "prepositions")
