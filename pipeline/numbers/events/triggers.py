"""Where the word stands that says what happened to a counted thing: before it, after it, or in its own noun."""

from bisect import bisect_left
from dataclasses import replace

from pipeline.numbers.events.clause import Clause
from pipeline.numbers.events.objects import ObjectRules
from pipeline.numbers.events.subjects import SubjectRules
from pipeline.numbers.events.verbs import Trigger
from pipeline.numbers.mention import Mention

_HYPHENS = ("-", "‐", "‑")

__all__ = ["Trigger", "TriggerFinder"]


class TriggerFinder:
    """Looks for the trigger of one mention after another in one sentence."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self.lexicon = clause.lexicon
        self.objects = ObjectRules(clause)
        self.subjects = SubjectRules(clause)

    def find(self, mention: Mention) -> Trigger | None:
        """The trigger by the best rule that applies, or None; an event noun lends its class to a verb without one."""
        found = self._find(mention)
        if found is None:
            return None
        if mention.kind == "count":
            found = self._classed_by_noun(found, mention)
        if self.clause.base(found.first) in self.lexicon.sets["of_people"] and not self._is_of_life(mention):
            return replace(found, type=None)
        if mention.kind == "measure" and found.type in self.lexicon.sets["of_bodies"]:
            return replace(found, type=None)  # burned acres are not wounded
        foreign = "of_counts" if mention.kind in ("money", "percent") else "of_money"
        return replace(found, type=None) if found.type in self.lexicon.sets[foreign] else found

    def _is_of_life(self, mention: Mention) -> bool:
        """Whether people or animals are counted, or nobody says what."""
        return mention.noun_head is None or mention.noun_head in self.lexicon.sets["living"]

    def _classed_by_noun(self, found: Trigger, mention: Mention) -> Trigger:
        takes = self.clause.base(found.first) in self.lexicon.sets["takers"]
        if (found.type is None or takes) and (own := self._own_noun(mention)):
            return replace(found, type=own.type)
        if found.type in self.lexicon.sets["levels"] or (found.type is None and found.rule == "through-preposition"):
            return replace(found, type=self._toll_before(found) or found.type)
        return found

    def _toll_before(self, trigger: Trigger) -> str | None:
        """ "the death toll has risen to 40" is of deaths."""
        for i in range(trigger.first - 1, max(-1, trigger.first - 9), -1):
            if self.clause.is_stop(i):
                return None
            if self.clause.is_in(i, "tolls"):
                return self.lexicon.nouns.get(self.clause.words[i].low)
        return None

    def _find(self, mention: Mention) -> Trigger | None:
        left, right = bisect_left(self.clause.starts, mention.phrase_start) - 1, self._right_of(mention)
        if self._is_denomination(mention) or self._is_bare_age(mention):
            return None
        if mention.kind == "time":
            return self.objects.of_duration(mention, left)
        if self.clause.is_in(left, "prepositions") and self.subjects.clause_follows(right):
            return self.subjects.subject_of(left, right)
        own = self._own_noun(mention)
        before = self.objects.within(mention) or self.objects.object_of(left, mention)
        if before and before.type and self.clause.base(before.first) not in self.lexicon.sets["causatives"]:
            return before
        if before and self.clause.base(before.first) == "tell":
            return before
        hyphened = self.clause.text[mention.char_end : mention.char_end + 1] in _HYPHENS
        state = (
            None  # "a three-storey building"
            if hyphened
            else self.subjects.state_after(right, after_loose=before is not None and self._is_loose(before))
        )
        if state and (state.type or before is None or self._is_loose(before)):
            main = None if state.type or before else self.subjects.main_verb_after(state.last + 1)
            return main or state
        if before and not self._is_loose(before):
            return before
        return self._nominal_before(left) or self.subjects.subject_of(left, right) or own or before

    def _right_of(self, mention: Mention) -> int:
        """Index of the first word after the mention's phrase."""
        return bisect_left(self.clause.starts, mention.phrase_end)

    def _is_loose(self, trigger: Trigger) -> bool:
        base = self.clause.base(trigger.first)
        return base in self.lexicon.sets["clause_verbs"] or base in self.lexicon.sets["causatives"]

    def _own_noun(self, mention: Mention) -> Trigger | None:
        """ "40 deaths", "12 arrests", "3 Hospitalized": the counted noun itself is the event."""
        if mention.kind != "count":
            return None
        first = bisect_left(self.clause.starts, mention.char_end)
        head = first
        while head + 1 < self._right_of(mention) and not self.clause.is_in(head + 1, "prepositions"):
            head += 1
        if not first <= head < self._right_of(mention):
            return None
        if event := self.lexicon.nouns.get(self.clause.words[head].low):
            return Trigger(head, head, event, "own-noun")
        verb = self.objects.verb(head, "state-after")
        return verb if verb.type and "part" in self.clause.forms(head) else None

    def _nominal_before(self, left: int) -> Trigger | None:
        """ "the deaths of at least four members", "interviews with seven witnesses", "a death toll of 40"."""
        left = self.objects.skip_back(left)
        if not self.clause.is_text(left, "of", "to", "at", "with", "among", "above", "past", "by"):
            return None
        for i in range(left - 1, max(-1, left - 5), -1):
            word = self.clause.words[i].low
            pair = f"{self.clause.words[i - 1].low} {word}" if i else word
            if pair in self.lexicon.nouns and " " in pair:
                return Trigger(i - 1, i, self.lexicon.nouns[pair], "nominal")
            if word in self.lexicon.nouns and (i == left - 1 or self.lexicon.nouns[word] == "KILL"):
                return Trigger(i, i, self.lexicon.nouns[word], "nominal")
            if i == left - 1 and self.clause.is_text(left, "of", "with") and word in self.lexicon.sets["verbal_nouns"]:
                return Trigger(i, i, None, "nominal")
            if self.clause.is_stop(i) or word == ",":
                break
        return None

    def _is_denomination(self, mention: Mention) -> bool:
        if mention.kind != "money":
            return False
        first = bisect_left(self.clause.starts, mention.char_end)
        return self.clause.is_in(first, "denominations")

    def _is_bare_age(self, mention: Mention) -> bool:
        """ "Hayley Walsh, 42, said": nothing happened to her; not "A 42-year-old woman was arrested"."""
        if mention.kind != "age":
            return False
        own = bisect_left(self.clause.starts, mention.char_start)
        before = own - 1
        return self.clause.is_text(before, ",", "also", "aged") or any(
            self.clause.is_in(before, name) for name in ("prepositions", "be")
        )
