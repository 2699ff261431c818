"""Events at counted places: "legalized in 11 states", "recorded at 50 sites", "has a stake in 27 firms"."""

from pipeline.numbers.events.verbs import Trigger, VerbReader

_RULE = "place"
_OBJECT = 6  # words of an object that may stand between the verb and its place


class PlaceRules(VerbReader):
    """The rules for a count behind "in", "at", "across": the verb beside it, or past one plain object."""

    def of_place(self, i: int) -> Trigger | None:
        """The verb that tells what is done or is at the places behind the preposition at `i`."""
        if not self.clause.is_in(i, "place_prepositions"):
            return None
        j = self._past_when(i - 1)
        while j > 0 and (self.clause.is_in(j, "indirect_objects") or self.clause.is_text(j, "all")):
            j = self._past_when(j - 1)
        if self.is_event(j):
            return self.verb(j, _RULE)
        return self._past_object(j)

    def is_event(self, j: int) -> bool:
        """Whether a verb of its clause stands at `j`, and no auxiliary: "were held", "opened", "to be shown"."""
        if j < 0 or self.clause.is_in(j, "auxiliaries") or self.clause.is_in(j, "clause_ends"):
            return False
        if self.clause.forms(j) == {"ing"}:
            return self.is_participle(j)
        passive = "part" in self.clause.forms(j) and self.clause.is_in(self.clause.past_adverbs(j - 1), "be")
        return passive or self.takes_object(j)

    def _past_when(self, j: int) -> int:
        """The index before adverbs and days: "opens Friday in 1,200 theaters"."""
        while j > 0 and (self.clause.is_adverb(j) or self.clause.is_in(j, "days") or self.clause.is_in(j, "particles")):
            j -= 1
        return self.clause.past_dates(j)

    def _past_object(self, noun: int) -> Trigger | None:
        """ "has won a title in four countries": the verb before one object with a determiner or none."""
        if noun < 1 or not self.clause.words[noun].text.isalpha():
            return None
        if self._is_bare_object(noun):
            return self.verb(noun - 1, _RULE)
        if self.clause.low(noun) in self.lexicon.nouns or "s" in self.clause.forms(noun):
            return None  # "crushed the protests in 100 cities"
        for j in range(noun - 1, max(-1, noun - _OBJECT), -1):
            if self.clause.is_in(j, "determiners"):
                before = self.clause.past_adverbs(j - 1)
                return self.verb(before, _RULE) if self._has(before) or self.is_event(before) else None
            if self.clause.is_stop(j) or self.clause.is_text(j, ",", "and") or self.clause.is_in(j, "prepositions"):
                return None
        return None

    def _is_bare_object(self, noun: int) -> bool:
        """ "found water on 13 planets", "has offices in 40 countries": a noun right behind its verb."""
        if self.clause.is_in(noun, "prepositions") or not self.clause.words[noun].text.islower():
            return False
        if self._has(noun - 1):
            return not self.clause.forms(noun) - {"base", "s"}
        is_noun = not self.clause.forms(noun) - {"base"} or (
            "past" in self.clause.forms(noun - 1) and not self.clause.forms(noun) - {"base", "s"}
        )  # "compared wages in 30 countries"
        return is_noun and self.clause.low(noun) not in self.lexicon.nouns and self.is_event(noun - 1)

    def _has(self, i: int) -> bool:
        return self.clause.is_text(i, "has", "have", "had")
