"""What completes a verb that tells little: "remained without power", "had their tusks removed", "include two who"."""

from pipeline.numbers.events.predicates import PredicateRules
from pipeline.numbers.events.subjects import SubjectRules
from pipeline.numbers.events.verbs import Trigger

__all__ = ["CompletionRules"]

_OBJECT = 5  # words of "their tusks" in front of "removed"


class CompletionRules:
    """The rules for the words behind a verb, or behind what is counted, that say what happened."""

    def __init__(self, subjects: SubjectRules, predicates: PredicateRules) -> None:
        self.clause = subjects.clause
        self.subjects = subjects
        self.predicates = predicates

    def completed(self, found: Trigger, right: int) -> Trigger:
        """The trigger, or what tells more; `right` is the index of the word behind the phrase."""
        base = self.clause.base(found.first)
        if base in ("remain", "stay") and self.clause.is_text(found.last + 1, "without"):
            return self.predicates.in_state(found.last + 1) or found
        if base == "have" and found.first >= right:
            return self._had_done(found.last + 1) or found
        if base == "include" and found.last < right and "ing" not in self.clause.forms(found.first):
            return self.subjects.relative_behind(right) or found
        return found

    def _had_done(self, first: int) -> Trigger | None:
        """ "four had their tusks removed": what was done to what they have."""
        if not self.clause.is_text(first, "their", "his", "her", "its"):
            return None
        for j in range(first + 2, first + _OBJECT):
            if self.clause.is_stop(j) or self.clause.is_in(j, "prepositions") or self.clause.is_in(j, "auxiliaries"):
                return None
            ends = self.clause.is_stop(j + 1) or self.clause.is_text(j + 1, ",", ".")
            ends = ends or self.clause.is_in(j + 1, "prepositions")
            if "part" in self.clause.forms(j) and ends:
                return self.subjects.verb(j, "subject")
        return None
