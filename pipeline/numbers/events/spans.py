"""Events of a time that says how long: what it opens, what lasts so long, what is so long away."""

from bisect import bisect_left

from pipeline.numbers.events.clause import Clause
from pipeline.numbers.events.objects import ObjectRules
from pipeline.numbers.events.subjects import SubjectRules
from pipeline.numbers.events.verbs import WAITING, Trigger
from pipeline.numbers.mention import Mention

_OPENED = 18  # words of a long subject: "anglers, painters, hikers and weekend sailors have shared it"


class SpanRules:
    """The rules for durations that stand behind no verb; `left` and `right` are the words beside the phrase."""

    def __init__(self, clause: Clause, objects: ObjectRules, subjects: SubjectRules) -> None:
        self.clause = clause
        self.lexicon = clause.lexicon
        self.objects = objects
        self.subjects = subjects

    def only_says_when(self, left: int, right: int) -> bool:
        """ "folded after two years", "came a week before the vote": a mere frame of time.

        "for" tells how long something goes on, and is none; `left` is the index of the word before the phrase.
        """
        if self.clause.is_text(left, "after") or self._is_of_first(left):
            return True
        if self.clause.is_text(left, "in", "over") and self.clause.is_text(left + 1, "the", "these"):
            return self.clause.is_text(right, "since")  # "in the two years since it"
        if self.clause.low(left) in WAITING:
            return False
        return self.clause.is_text(right, "before", "after") and not self.clause.is_text(left, "for")

    def _is_of_first(self, i: int) -> bool:
        """ "in the first nine months of the war"."""
        is_led = i > 0 and self.clause.is_text(i + 1, "the", "its", "his", "her", "their")
        return is_led and self.clause.is_text(i, "in", "for", "during") and self.clause.is_text(i + 2, "first")

    def of_lasting_noun(self, mention: Mention, left: int) -> Trigger | None:
        """The verb of what lasts so long: its direct object, or the subject that begins the sentence."""
        if self.clause.low(left).endswith(("'s", "’s", "s'", "s’")):
            return None  # "to end the guild's 31-year dispute"
        if self.clause.is_number(bisect_left(self.clause.starts, mention.phrase_end)):
            return None  # "a two-year $40 million plan"
        i = self.objects.skip_back(left)
        if i > 0 or (i == 0 and self.objects.takes_object(0)):
            base = self.clause.base(i)  # who wants "to end an 18-year war" ends no 18 years
            is_other = base == "end" or base in self.lexicon.sets["clause_verbs"]
            gets = self.clause.is_text(i, "get", "gets", "got", "getting")  # "got a six-minute stint out of him"
            takes = (gets or self.objects.takes_object(i)) and not is_other
            return self.objects.verb(i, "object") if takes else None
        verb = self.subjects.verb_behind(bisect_left(self.clause.starts, mention.phrase_end))
        found = self.subjects.verb_group(verb, verb) if verb is not None else None
        return None if found is None or self.clause.is_in(found.first, "be") else found

    def state(self, left: int, right: int) -> Trigger | None:
        """ "five months pregnant", "a day away", "two minutes left", "with an hour to go"."""
        plan = right + 1 + self.clause.is_text(right + 1, "of")
        is_late = self.clause.is_text(right, "behind", "ahead") and self.clause.is_text(plan, "schedule")
        if is_late or self.clause.is_text(right, "away", "left", "remaining"):
            return Trigger(right, right, None, "state-after")
        i = self.objects.skip_back(left)
        if self.clause.is_text(i, "been") and self.clause.is_text(right, "since"):
            return Trigger(i, i, None, "equals")  # "it has been nine years since it shut"
        if self.clause.is_text(right, "to") and self.clause.is_text(right + 1, "go", "play", "run", "spare"):
            return Trigger(right + 1, right + 1, None, "state-after") if self.clause.is_text(i, "with") else None
        is_full = self.clause.is_in(left, "lasting_states") and self.clause.is_in(
            self.clause.past_adverbs(left - 1), "be"
        )
        if is_full and self.clause.is_text(left + 1, "within", "for", "in"):
            return Trigger(left, left, None, "predicate")  # "were full within an hour"
        is_state = self.clause.is_in(right, "plain_states") and not self.objects.takes_object(i)
        return Trigger(right, right, None, "state-after") if is_state else None

    def of_passing(self, right: int) -> Trigger | None:
        """ "An hour of charging gives you three", "Two hours passed": the verb of a time that begins its sentence."""
        takes = self.clause.is_in(right + 1, "indirect_objects") or self.clause.is_in(right + 1, "determiners")
        is_verb = self.clause.forms(right) & ({"past", "s"} if takes else {"past"})
        if is_verb and self.clause.is_in(right, "auxiliaries"):
            return self.subjects.verb_group(right, right)  # "when 30 hours had passed"
        return self.subjects.verb(right, "subject") if is_verb else None

    def of_first(self, left: int, right: int) -> Trigger | None:
        """ "For over 20 years they had refined it": the verb of the clause that the duration opens."""
        i = self.objects.skip_back(left)
        first = i - 3 if self.clause.is_text(i, "of") and self.clause.is_text(i - 1, "course", "space") else i
        opens = first == 0 or self.clause.is_text(first - 1, "but", "and", "that", "which", "who", ";", "—", "–")
        if not opens or not self.clause.is_text(first, "for", *(("over", "in") if first < i else ())):
            return None
        for j in range(right, min(right + _OPENED, len(self.clause.words))):
            if self.clause.is_stop(j) or self.clause.is_in(j, "clause_ends"):
                return None
            if self.clause.is_in(j, "auxiliaries") or self.clause.forms(j) & {"past"}:
                found = self.subjects.verb_at(j)
                is_state = found is None and self.clause.is_text(j, "was", "were", "is", "are")
                return Trigger(j, j, None, "equals") if is_state else found  # "for 30 years she was the mayor"
        return None
