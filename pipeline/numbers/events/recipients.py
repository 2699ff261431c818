"""Verbs with two objects and those of contests: "gave them $5", "will be given $500", "leads 47% to 41%"."""

from bisect import bisect_left

from pipeline.numbers.events.verbs import Trigger, VerbReader
from pipeline.numbers.mention import Mention


class RecipientRules(VerbReader):
    """The rules for a phrase that stands behind who gets it, or behind who is beaten by it."""

    def _is_given(self, i: int) -> bool:
        """ "will be given $500", "were asked three questions"."""
        passive = "part" in self.clause.forms(i) and self.clause.is_in(self.clause.past_adverbs(i - 1), "be")
        return passive and self.clause.base(i) in self.lexicon.sets["givers"]

    def _of_score(self, i: int, mention: Mention) -> Trigger | None:
        """ "is leading, 47% to 41%", "lags behind Ann Lee 43% to 48%": the verb of a contest before two shares."""
        right = bisect_left(self.clause.starts, mention.char_end)
        is_score = self.clause.is_text(right, "to") or "to" in self.clause.text[mention.char_start : mention.char_end]
        if not is_score:
            return None
        for j in range(i, max(-1, i - 9), -1):
            if self.clause.is_stop(j) or self.clause.is_in(j, "clause_ends") or self.clause.is_text(j, "from"):
                return None
            if self.clause.base(j) in self.lexicon.sets["contests"]:
                is_finite = self.takes_object(j) or self.clause.is_in(self.clause.past_adverbs(j - 1), "be")
                return self.verb(j, "object") if is_finite else None
        return None

    def _past_indirect_object(self, i: int, mention: Mention) -> Trigger | None:
        """ "charge WeWork almost $6 million", "gave me 12 months", "has cost the economy $2bn"."""
        if (
            self.clause.is_text(i, ",", "and", "or")
            or self.clause.is_in(i, "clause_ends")
            or self.clause.is_in(i, "auxiliaries")
        ):
            return None
        for j in range(i - 1, max(-1, i - 5), -1):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "prepositions"):
                break
            if self.clause.base(j) in self.lexicon.sets["givers"] and self.takes_object(j):
                return self.verb(j, "indirect-object")
        if mention.kind != "money":
            return None
        for j in range(i, max(-1, i - 4), -1):
            word = self.clause.words[j]
            if j < i and self.takes_object(j):
                return self.verb(j, "indirect-object")
            if not (word.text[:1].isupper() or word.low in self.lexicon.sets["indirect_objects"]):
                return None
        return None
