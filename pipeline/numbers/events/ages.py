"""Events of an age that stands alone: "a girl, 15, was charged", "began lessons at the age of four"."""

from bisect import bisect_left

from pipeline.numbers.events.clause import Clause
from pipeline.numbers.events.objects import ObjectRules
from pipeline.numbers.events.subjects import SubjectRules
from pipeline.numbers.events.verbs import Trigger
from pipeline.numbers.mention import Mention


class AgeRules:
    """The rules for an age beside a person, and for one that says when."""

    def __init__(self, clause: Clause, objects: ObjectRules, subjects: SubjectRules) -> None:
        self.clause = clause
        self.objects = objects
        self.subjects = subjects

    def of_bare_age(self, mention: Mention) -> Trigger | None:
        """What happened to "a girl, 15, ..." or at an age; nothing to "Hayley Walsh, 42", of whom the sentence is."""
        own = bisect_left(self.clause.starts, mention.char_start)
        i = own - 1
        while i > 0 and self.clause.is_text(i, "of", "age", "ages", "the", "around", "about"):
            i -= 1
        if self.clause.is_text(i, "at", "from", "until", "since", "before"):
            return self.objects.prepositions.of_age(i)
        if self.clause.is_text(i, "aged") and (found := self._of_aged(i)):
            return found
        if self.clause.is_text(i, ",", "aged") and (held := self._of_kin(i)):
            return held
        person = i - 1 - self.clause.is_text(i, "aged") if self.clause.is_text(i, ",", "aged") else -1
        if (
            not 0 <= person < len(self.clause.words)
            or not self.clause.words[person].text.islower()
            or not self.clause.is_text(own + 1, ",")
        ):
            return None
        return self.subjects.verb_at(own + 2)

    def _of_kin(self, i: int) -> Trigger | None:
        """ "has a daughter, Lily, 17": the verb of the relative whose age it is."""
        while i > 0 and (self.clause.is_text(i, ",", "aged") or self.clause.words[i].text.istitle()):
            i -= 1
        if i < 2 or not self.clause.is_in(i, "kin"):
            return None
        while i > 1 and not self.clause.is_in(i, "determiners") and not self.clause.is_text(i, ",", "and"):
            i -= 1
        return self.objects.verb(i - 1, "object") if self.clause.is_text(i - 1, "has", "have", "had") else None

    def _of_aged(self, aged: int) -> Trigger | None:
        """ "vaccinated children currently aged five": the verb that the persons are the object of."""
        i = self.clause.past_adverbs(aged - 1)
        for j in range(i - 1, max(-1, i - 5), -1):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "prepositions"):
                return None
            if self.objects.takes_object(j):
                return self.objects.verb(j, "object")
        return None
