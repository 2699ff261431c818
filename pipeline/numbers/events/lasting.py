"""How a verb takes a duration: right before it, through a noun that lasts, or not at all."""

from pipeline.numbers.events.recipients import RecipientRules
from pipeline.numbers.events.verbs import Trigger

_BOUNDS_OF_TIME = ("start", "beginning", "end", "middle", "rest", "last", "first", "anniversary", "result", "product")


class LastingRules(RecipientRules):
    """What stands just before a duration; `i` is the index of that word, `right` of the word behind the phrase."""

    def _of_lasting_noun(self, i: int) -> Trigger | None:
        """ "face delays of up to 90 minutes", "works shifts of 13 hours": the verb right before the noun."""
        noun = i - 1
        if self.clause.is_text(noun, *_BOUNDS_OF_TIME):
            return None  # "marks the end of 21 years of drought"
        first = noun - 1
        while first > 0 and (self.clause.is_in(first, "determiners") or self.is_adjective(first)):
            first -= 1
        compound = first > 1 and not self.takes_object(first) and not self.clause.is_in(first, "prepositions")
        if compound and self.clause.words[first].text.islower() and not self.clause.forms(first) - {"ing", "base"}:
            first -= 1  # "carries a maximum penalty", "face a minimum prison term"
            while first > 0 and (self.clause.is_in(first, "determiners") or self.is_adjective(first)):
                first -= 1
        is_verb = first >= 0 and self.clause.words[noun].text.islower() and self.takes_object(first)
        base = self.clause.base(first)
        said = base in self.lexicon.sets["clause_verbs"] and base not in ("expect", "report")
        return self.verb(first, "object") if is_verb and not said else None

    def _only_dates(self, i: int, right: int) -> bool:
        """ "stepped down after 17 years as its head", "survival rates after five years are low": of no verb."""
        is_ended = self.clause.is_text(right, "to", "ended", "ending", "through") and self.clause.is_in(
            right + 1, "months"
        )
        if is_ended and self.clause.is_text(i, "in", "over", "for", "during"):
            return True  # "fell to $2m in the three months to June"
        is_noun = self.clause.is_in(i, "prepositions") and self.clause.forms(i - 1) == {"s"}
        is_noun = is_noun and self.clause.is_in(right, "auxiliaries")
        return is_noun or (self.clause.is_text(i, "after") and self.clause.is_text(right, "as"))

    def _is_activity(self, i: int) -> bool:
        """ "left for better-paid work within two years": a noun that looks like a verb."""
        before = i - 1
        if self.clause.is_in(before, "determiners"):
            return True
        if self.clause.forms(i) != {"base"}:
            return False
        is_led = "-" in self.clause.low(before) or self.clause.is_text(before, "other", "more", "full")
        is_led = is_led or ("part" in self.clause.forms(before) and self.clause.is_in(before - 1, "prepositions"))
        return is_led or (self.clause.is_in(before, "prepositions") and not self.clause.is_text(before, "to"))

    def _lasts(self, i: int) -> bool:
        """Whether a verb stands just before: "waited two hours", "got ten hours", "a girl born eight weeks early"."""
        said = self.clause.base(i) in self.lexicon.sets["clause_verbs"]
        lasts = self.clause.base(i) in self.lexicon.sets["lasting"] and not self._is_activity(i)
        is_reduced = self.clause.forms(i) == {"part"}
        has = self.clause.is_text(i, "get", "gets", "got", "getting")
        return lasts or is_reduced or has or (self.takes_object(i) and not said)
