"""Events that a noun names: "40 deaths", "the killing of two men", "interviews with seven witnesses"."""

from bisect import bisect_left

from pipeline.numbers.events.verbs import Trigger, VerbReader
from pipeline.numbers.mention import Mention

_AMOUNTS = ("money", "percent", "measure")
_OF_PLACES = ("PRODUCE", "SELL", "BUY", "EARN", "EMPLOY", "SUPPLY")
_MOVES = ("RISE", "FALL")


class NominalRules(VerbReader):
    """The rules for event nouns, in the phrase and before it."""

    def own_noun(self, mention: Mention, right: int) -> Trigger | None:
        """ "40 deaths", "12 arrests", "3 Hospitalized": the counted noun itself is the event."""
        if mention.kind != "count":
            return None
        first = bisect_left(self.clause.starts, mention.char_end)
        if self.clause.is_text(first, "of") and self.clause.is_in(first + 1, "determiners"):
            return None  # "70 of the casualties are riders": the whole is named, and something is said of a part
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
        is_case = self.clause.is_text(head, "cases") and (
            self.clause.is_in(head - 1, "not_infected") or self.clause.is_text(head + 1, "against")
        )
        is_illness = self.clause.is_text(head, "attack", "attacks") and self.clause.is_in(head - 1, "not_attacked")
        return None if is_case or is_illness else self.lexicon.nouns.get(self.clause.words[head].low)

    def participle_of(self, mention: Mention) -> Trigger | None:
        """ "with three confirmed cases", "2,000 displaced families": the participle in the phrase, if nothing else."""
        first = bisect_left(self.clause.starts, mention.char_end)
        end = bisect_left(self.clause.starts, mention.phrase_end)
        if mention.kind != "count" or first + 1 >= end or "part" not in self.clause.forms(first):
            return None
        is_shaped = self.clause.low(first).endswith(("ed", "en"))  # not "86 ground stations"
        is_shaped = is_shaped and not self.clause.is_in(first, "not_past")  # "three related species"
        return self.verb(first, "own-noun") if is_shaped and not self.clause.is_number(first + 1) else None

    def nominal_before(self, left: int, mention: Mention) -> Trigger | None:
        """ "the arrests of at least nine clerks", "interviews with seven witnesses", "a death toll of 40"."""
        if found := self._noun_with_its_preposition(left, mention):
            return found
        if not self.clause.is_text(left, "of", "to", "at", "among", "above", "past", "by"):
            return None
        if self.clause.is_text(left, "by") and mention.kind != "count":
            return None  # "cut the number of attacks by half"
        for i in range(left - 1, max(-1, left - 5), -1):
            if self.clause.is_text(left, "to") and self.clause.is_number(i - 1):
                return None  # "by 212 votes to 208"
            if self.clause.is_text(left, "of") and self.clause.is_number(i):
                return None  # "killing 46 of the 58": the whole
            word = self.clause.words[i].low
            pair = f"{self.clause.words[i - 1].low} {word}" if i else word
            if pair in self.lexicon.nouns and " " in pair:
                return Trigger(i - 1, i, self.lexicon.nouns[pair], "nominal")
            named = self.lexicon.nouns.get(word) if word != "lives" else None  # "the lives of 40 miners" are not lost
            if self.clause.is_text(left, "at") and named in _OF_PLACES:
                return None  # "output at two plants fell"
            if named and (i == left - 1 or named == "KILL") and (mention.kind not in _AMOUNTS or named in _MOVES):
                return Trigger(i, i, named, "nominal")  # "revenue of $5bn" tells how much, and no event
            if self.clause.is_stop(i) or word == ",":
                break
        return None

    def _noun_with_its_preposition(self, left: int, mention: Mention) -> Trigger | None:
        """ "installation of four engines", "wins in three races", "a poll of 900 voters", "defeat at the hands of"."""
        noun = left - 1
        names_amount = self._is_named(noun, "amount_nouns") or not self.clause.is_text(left, "of")
        if mention.kind in _AMOUNTS and names_amount:
            return None  # "a loss of $5m" tells how much
        if self.clause.is_text(left, "of") and self.clause.is_text(noun, "hands", "hand"):
            noun -= 3  # "at the hands of"
            is_named = self.clause.low(noun) in self.lexicon.nouns or self._is_named(noun, "doing_of", "doing_in")
        else:
            is_named = self._is_named(noun, f"doing_{self.clause.low(left)}")
        return Trigger(noun, noun, self.lexicon.nouns.get(self.clause.low(noun)), "nominal") if is_named else None

    def _is_named(self, i: int, *tables: str) -> bool:
        word = self.clause.low(i)
        forms = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y"}
        return any(not forms.isdisjoint(self.lexicon.sets.get(table, ())) for table in tables)
