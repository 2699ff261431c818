"""Where the word stands that says what happened to a counted thing: before it, after it, or in its own noun."""

import re
from bisect import bisect_left

from pipeline.numbers.events.classes import ClassRules
from pipeline.numbers.events.clause import Clause
from pipeline.numbers.events.objects import ObjectRules
from pipeline.numbers.events.subjects import SubjectRules
from pipeline.numbers.events.verbs import Trigger
from pipeline.numbers.mention import Mention

_HYPHENS = ("-", "‐", "‑")
_MORE = ("plus", "odd")  # "60-plus years" are no compound
_THEM = ("them", "us", "you", "whom", "which", "those", "these")
_NOUN_LIKE = frozenset(("base", "s"))
_AMOUNTS = ("money", "percent", "measure")
_POSSESSED = re.compile(r"[-‐‑ ][a-z]+[-‐‑ ]old['’]s\b")

__all__ = ["Trigger", "TriggerFinder"]


class TriggerFinder:
    """Looks for the trigger of one mention after another in one sentence."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self.lexicon = clause.lexicon
        self.objects = ObjectRules(clause)
        self.subjects = SubjectRules(clause)
        self.classes = ClassRules(clause)

    def find(self, mention: Mention) -> Trigger | None:
        """The trigger by the best rule that applies, or None; an event noun lends its class to a verb without one."""
        found = self._find(mention)
        if found is None:
            return None
        return self.classes.fit(found, mention, self._own_noun(mention) if mention.kind == "count" else None)

    def is_verb(self, i: int) -> bool:
        """Whether the word at `i` is an auxiliary or a verb that can have an object."""
        return self.clause.is_in(i, "auxiliaries") or self.objects.takes_object(i)

    def listed(self, mention: Mention) -> Trigger | None:
        """The verb of a list whose other members are no numbers, where the mention is one of them."""
        return self.objects.listed(bisect_left(self.clause.starts, mention.phrase_start) - 1, mention)

    def is_behind_preposition(self, mention: Mention) -> bool:
        left = bisect_left(self.clause.starts, mention.phrase_start) - 1
        return self.clause.is_in(self.objects.skip_back(left), "prepositions")

    def _find(self, mention: Mention) -> Trigger | None:
        left, right = bisect_left(self.clause.starts, mention.phrase_start) - 1, self._right_of(mention)
        if self._is_denomination(mention) or self._is_attribute(mention):
            return None
        if mention.kind == "time" and not self._is_hyphened(mention):
            return self.objects.of_duration(mention, left)
        if self._is_bare_age(mention):
            return self._of_bare_age(mention)
        if self.clause.is_in(left, "prepositions") and self.subjects.clause_follows(right):
            return self.subjects.subject_of(left, right)
        own = self._own_noun(mention)
        if own and self.clause.is_in(own.first, "lending"):
            own = None
        before = self.objects.within(mention) or self.objects.object_of(left, mention)
        if before and self._is_sure(before):
            return before
        if state := self._state(mention, left, right, before):
            return state
        of_amount = mention.kind in _AMOUNTS and before is not None and before.rule == "through-preposition"
        if before and (of_amount or not self._is_loose(before)):
            return before
        found = self._nominal_before(left)
        if before is None or self.clause.base(before.first) in self.lexicon.sets["clause_verbs"]:
            found = found or self.subjects.subject_of(left, right, has_verb=before is not None)
        return found or own or before  # "had 3 tons at that point and said": no subject of what follows

    def _is_sure(self, before: Trigger) -> bool:
        """Whether nothing behind the phrase can tell more: "killed 42 people", not "left 22 people dead"."""
        base = self.clause.base(before.first)
        return base == "tell" or (before.type is not None and base not in self.lexicon.sets["causatives"])

    def _state(self, mention: Mention, left: int, right: int, before: Trigger | None) -> Trigger | None:
        """A state or participle behind the phrase, where it tells more than the verb before it."""
        if self._is_hyphened(mention):
            return None  # "a three-storey building"
        is_loose = before is not None and self._is_loose(before)
        has_with = self.clause.is_text(self.objects.skip_back(left), "with")  # "with all teams playing"
        state = self.subjects.state_after(right, after_loose=is_loose or has_with)
        if state is None or not (state.type or before is None or is_loose or has_with):
            return None
        if mention.kind == "measure" and self.subjects.describes_next(state.last):
            return None  # "4 ounces cooked rice"
        main = None if state.type or before else self.subjects.main_verb_after(state.last + 1)
        return main or state

    def _right_of(self, mention: Mention) -> int:
        """Index of the first word after the phrase and the noun of "a 48-hour strike", "the four-game limit"."""
        right = bisect_left(self.clause.starts, mention.phrase_end)
        if self.clause.is_text(right, "of") and self.clause.is_text(right + 1, *_THEM):
            right += 2  # "with half of them playing"
        if mention.kind == "age" or not self._is_hyphened(mention):
            return right
        forms = self.clause.forms(right)
        stands_alone = self.clause.words[right - 2].text in _HYPHENS  # the phrase has no noun
        return right + (bool(forms) and (forms <= _NOUN_LIKE or stands_alone))

    def _is_loose(self, trigger: Trigger) -> bool:
        base = self.clause.base(trigger.first)
        has_of = trigger.rule == "through-preposition"  # "has a net worth of $17 million"
        return base in self.lexicon.sets["clause_verbs"] or (base in self.lexicon.sets["causatives"] and not has_of)

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
        if event := self._class_of_noun(head):
            return Trigger(head, head, event, "own-noun")
        verb = self.objects.verb(head, "state-after")
        return verb if verb.type and "part" in self.clause.forms(head) else None

    def _class_of_noun(self, head: int) -> str | None:
        is_case = self.clause.is_text(head, "cases") and self.clause.is_in(head - 1, "not_infected")
        return None if is_case else self.lexicon.nouns.get(self.clause.words[head].low)

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

    def _is_hyphened(self, mention: Mention) -> bool:
        text, end = self.clause.text, mention.char_end
        return text[end : end + 1] in _HYPHENS and not text.startswith(_MORE, end + 1)

    def _is_attribute(self, mention: Mention) -> bool:
        """ "a two-time champion", "the 81-year-old's doctor", "an 18-year war": the number describes another thing."""
        if mention.kind == "age" and _POSSESSED.match(self.clause.text, mention.char_end):
            return True
        if (
            mention.kind == "count"
            and self.clause.text[max(0, mention.char_start - 1) : mention.char_start] in _HYPHENS
        ):
            return True  # "the mother-of-two"
        if not self._is_hyphened(mention):
            return False
        if mention.kind == "time":
            right = self._right_of(mention)
            return not any(self.clause.is_in(i, "term_nouns") for i in range(right - 1, right + 3))
        return self.clause.text[mention.char_end + 1 : mention.char_end + 5] == "time"

    def _is_bare_age(self, mention: Mention) -> bool:
        """ "Hayley Walsh, 42, said", "at the age of 12": an age that stands alone, not "a 42-year-old woman"."""
        if mention.kind != "age":
            return False
        before = bisect_left(self.clause.starts, mention.char_start) - 1
        return self.clause.is_text(before, ",", "also", "aged", "age", "ages") or any(
            self.clause.is_in(before, name) for name in ("prepositions", "be")
        )

    def _of_bare_age(self, mention: Mention) -> Trigger | None:
        """What happened to "a girl, 15, ..." or at an age; nothing to "Hayley Walsh, 42", of whom the sentence is."""
        own = bisect_left(self.clause.starts, mention.char_start)
        i = own - 1
        while i > 0 and self.clause.is_text(i, "of", "age", "ages", "the", "around", "about"):
            i -= 1
        if self.clause.is_text(i, "at", "from", "until", "since", "before"):
            return self.objects.prepositions.of_age(i)
        person = i - 1 - self.clause.is_text(i, "aged") if self.clause.is_text(i, ",", "aged") else -1
        if person < 0 or not self.clause.words[person].text.islower() or not self.clause.is_text(own + 1, ","):
            return None
        return self.subjects.verb_at(own + 2)
