"""Events of what no other rule reads: the verb of the noun that a quantity belongs to, what is said of that noun."""

from bisect import bisect_left

from pipeline.numbers.events.clause import Clause
from pipeline.numbers.events.objects import ObjectRules
from pipeline.numbers.events.subjects import SubjectRules
from pipeline.numbers.events.verbs import Trigger
from pipeline.numbers.mention import Mention

_RULE = "owner"
_REACH = 7  # words of the noun phrase before "of"
_WISHES = ("need", "seek", "want", "require", "lack", "await")  # nothing is done to what they are of
_DOINGS = ("ing", "al", "ment", "ation", "support", "consent")  # "the backing of two parties" is what they do
_KINDS = ("count", "measure")


class LastRules:
    """The rules that come after the lists: they only fill in what is missing."""

    def __init__(self, clause: Clause, objects: ObjectRules, subjects: SubjectRules) -> None:
        self.clause = clause
        self.objects = objects
        self.subjects = subjects

    def find(self, mention: Mention) -> Trigger | None:
        """The verb whose object the noun before "of" is: "analysed the habits of 479 women"."""
        i = self.objects.skip_back(bisect_left(self.clause.starts, mention.phrase_start) - 1)
        is_bare = mention.kind == "count" and mention.phrase_end == mention.char_end  # "join the field of 20"
        if mention.kind not in _KINDS or is_bare or not self.clause.is_text(i, "of"):
            return None
        does = mention.kind == "count" and self.clause.low(i - 1).endswith(_DOINGS)
        return None if does else self._of_owner(i)

    def _of_owner(self, i: int) -> Trigger | None:
        prepositions = self.objects.prepositions
        for j in range(i - 1, max(-1, i - _REACH), -1):
            ends = self.clause.is_stop(j) or self.clause.is_text(j, ",", "and", "or")
            if ends or self.clause.is_in(j, "prepositions") or self.clause.is_in(j, "clause_ends"):
                return None
            if j < i - 1 and prepositions.is_verb_of_noun(j):
                return None if self.clause.base(j) in _WISHES else self.objects.verb(j, _RULE)
            if self.clause.is_in(j, "auxiliaries") or self.clause.is_number(j):
                return None
        return None
