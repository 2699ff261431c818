"""Events that a noun names: "40 deaths", "the killing of two men", "interviews with seven witnesses"."""

from bisect import bisect_left

from pipeline.numbers.events.verbs import Trigger, VerbReader
from pipeline.numbers.mention import Mention

_AMOUNTS = ("money", "percent", "measure")
_MOVES = ("RISE", "FALL")


class NominalRules(VerbReader):
    """The rules for event nouns, in the phrase and before it."""

    def own_noun(self, mention: Mention, right: int) -> Trigger | None:
        """ "40 deaths", "12 arrests", "3 Hospitalized": the counted noun itself is the event."""
        if mention.kind != "count":
            return None
        first = bisect_left(self.clause.starts, mention.char_end)
        head = first
        while head + 1 < right and not self.clause.is_in(head + 1, "prepositions"):
            head += 1
        if not first <= head < right:
            return None
        if event := self._class_of_noun(head):
            return Trigger(head, head, event, "own-noun")
        verb = self.verb(head, "state-after")
        return verb if verb.type and "part" in self.clause.forms(head) else None

    def _class_of_noun(self, head: int) -> str | None:
        is_case = self.clause.is_text(head, "cases") and self.clause.is_in(head - 1, "not_infected")
        return None if is_case else self.lexicon.nouns.get(self.clause.words[head].low)

    def nominal_before(self, left: int, mention: Mention) -> Trigger | None:
        """ "the deaths of at least four members", "interviews with seven witnesses", "a death toll of 40"."""
        if not self.clause.is_text(left, "of", "to", "at", "with", "among", "above", "past", "by"):
            return None
        for i in range(left - 1, max(-1, left - 5), -1):
            word = self.clause.words[i].low
            pair = f"{self.clause.words[i - 1].low} {word}" if i else word
            if pair in self.lexicon.nouns and " " in pair:
                return Trigger(i - 1, i, self.lexicon.nouns[pair], "nominal")
            named = self.lexicon.nouns.get(word)
            if named and (i == left - 1 or named == "KILL") and (mention.kind not in _AMOUNTS or named in _MOVES):
                return Trigger(i, i, named, "nominal")  # "revenue of $5bn" tells how much, and no event
            if i == left - 1 and self.clause.is_text(left, "of", "with") and word in self.lexicon.sets["verbal_nouns"]:
                return Trigger(i, i, None, "nominal")
            if self.clause.is_stop(i) or word == ",":
                break
        return None
