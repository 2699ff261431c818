"""Events that a clause behind the phrase tells: "the four we know", "the $9 million that it earned"."""

from pipeline.numbers.events.insertions import InsertionRules
from pipeline.numbers.events.verbs import Trigger

_SUBJECTS = ("i", "we", "they", "he", "she", "you", "it")
_REACH = 6  # words of the subject of a relative clause


class RelativeRules(InsertionRules):
    """The rules for relative clauses, whole or cut short; `right` is the index of the word behind the phrase."""

    def contact_relative(self, right: int) -> Trigger | None:
        """ "the four we know", "the 12 she scored": the verb of a clause that has the phrase as its object."""
        if not self.clause.is_text(right, "i", "we", "they", "he", "she", "you") and not self._is_wanted(right):
            return self._contact_of_name(right)
        i = right + 1
        while i < right + 4 and (self.clause.is_in(i, "auxiliaries") or self.clause.is_adverb(i)):
            i += 1
        is_verb = bool(self.clause.forms(i)) and not self.clause.is_in(i, "prepositions")
        return self.verb(i, "subject") if is_verb else None

    def _is_wanted(self, right: int) -> bool:
        """ "the $1.1 billion it sought", "the $40 million it had asked for", but not "the $40 million, it said"."""
        verb = right + 1 + self.clause.is_text(right + 1, "had", "has")
        says = self.clause.base(verb) in self.lexicon.sets["clause_verbs"]
        return self.clause.is_text(right, "it") and bool(self.clause.forms(verb)) and not says

    def _contact_of_name(self, right: int) -> Trigger | None:
        """ "the $4 billion Peru sends to the army": a verb without an object of its own behind a name."""
        first = right + 2 * self.clause.is_text(right, "per")  # "the 7.3 points per game Oxford gives up"
        first += self.clause.is_text(first, "the")
        if self.clause.low(first).endswith("s") and self.can_end_subject(first) and not self.is_plural:
            return self._contact_of_plural(first + 1, right)
        is_led = right < first < self._size
        if is_led and (self.can_end_subject(first) or self.clause.forms(first) == {"base"}):  # "the chain"
            return self._contact_of_body(first + 1, right)
        i = first
        while i < min(first + 3, self._size) and self.clause.words[i].text[:1].isupper():
            i += 1
        if i == first or not self.clause.forms(i) & {"past", "s"} or self.clause.is_in(i, "auxiliaries"):
            return None
        after = i + 1 + self.clause.is_in(i + 1, "particles")
        ends = self.clause.is_stop(after) or self.clause.is_text(after, ",", ".")
        return (
            self.verb_group(i, right) if ends or self.clause.is_text(i + 1, "to", "on", "for", "in", "every") else None
        )

    def _contact_of_body(self, i: int, right: int) -> Trigger | None:
        """ "the $4 million the council sends to the trust": a finite verb without an object of its own."""
        is_finite = self.clause.is_in(i, "auxiliaries") or self.clause.forms(i) & {"past", "s"}
        found = self.verb_group(i, right) if is_finite else None
        if found is None or self.clause.base(found.first) in self.lexicon.sets["clause_verbs"]:
            return None
        after = found.last + 1
        after += self.clause.is_in(after, "particles") and not self.clause.is_in(after, "prepositions")
        ends = (
            self.clause.is_stop(after)
            or self.clause.is_text(after, ",", ".")
            or self.clause.is_in(after, "auxiliaries")
        )
        return found if ends or self.clause.is_text(after, "to", "on", "for", "in", "from", "every") else None

    def _contact_of_plural(self, i: int, right: int) -> Trigger | None:
        """ "the $2 billion analysts had expected": the verb behind people, without an object of its own."""
        found = self.verb_group(i, right) if self.clause.is_text(i, "had", "have") else None
        ends = found and (self.clause.is_stop(found.last + 1) or self.clause.is_text(found.last + 1, ".", ",", "and"))
        return found if ends else None

    def relative_behind(self, right: int) -> Trigger | None:
        """ "the departure of three vets who quit": what the relative says, where nothing else is said."""
        if not self.clause.is_text(right, "who", "which", "that"):
            return None
        is_base = self.clause.forms(right + 1) == {"base"} and (self.is_share or self.is_plural)
        is_base = is_base and self.clause.starts_phrase(right + 2)  # "against 40% who trust the union"
        return self.verb(right + 1, "subject") if is_base else self.verb_at(right + 1)

    def made_to(self, right: int) -> Trigger | None:
        """ "will cause 40% of cows to fall ill", "calls for 30 barns to be sold": what they are made to do."""
        for i in range(right, min(right + _REACH, self._size)):
            if self.clause.is_text(i, "to"):
                i += 1 + (self.clause.is_text(i + 1, "be") and "part" in self.clause.forms(i + 2))
                return self.verb(i, "state-after") if self.clause.forms(i) & {"base", "part"} else None
            is_of = i == right and self.clause.is_text(i, "of", "in")
            if not is_of and (self.clause.is_in(i, "no_verbs") or self.clause.forms(i) - {"s", "base"}):
                return None
        return None

    def infinitive_behind(self, left: int, right: int) -> Trigger | None:
        """ "one of only three women to have won it", "the first two to cross": what the few do."""
        is_one = self.clause.is_text(left, "of") and self.clause.is_text(left - 1, "one")
        is_for = self.clause.is_text(left, "for") and self.is_plural
        is_for = is_for and (self.is_adjective(left - 1) or self.clause.is_in(left - 1, "comparatives"))
        is_few = self.clause.is_in(left, "ranks") and not self.clause.is_in(left - 1, "be")  # "are only two ways to"
        if not self.clause.is_text(right, "to") or not (is_for or is_one or is_few):
            return None  # "possible for two ships to pass"
        i = right + 1 + self.clause.is_text(right + 1, "have")
        return self.verb(i, "subject") if self.clause.forms(i) & {"base", "part"} else None

    def object_relative(self, right: int) -> Trigger | None:
        """ "the 8% rise that the firm first proposed": the verb of a relative that has the phrase as its object."""
        if not self.clause.is_text(right, "that", "which"):
            return None
        first = right + 1
        if not (self.clause.starts_phrase(first) or self.clause.is_text(first, *_SUBJECTS)):
            return None
        for i in range(first + 1, min(first + _REACH, self._size)):
            if self.clause.is_stop(i) or self.clause.is_text(i, ",") or self.clause.is_in(i, "clause_ends"):
                return None
            if self.clause.is_in(i, "auxiliaries") or self._is_finite(i):
                found = self.verb_group(i, right)
                says = found is not None and self.clause.base(found.first) in self.lexicon.sets["clause_verbs"]
                if found and says and self.clause.is_in(found.last + 1, "auxiliaries"):
                    return None  # "a 12-inch pan that its maker claims can be frozen"
                return found if found and not self.clause.starts_phrase(found.last + 1) else None
        return None

    def of_kind(self, right: int) -> Trigger | None:
        """ "one of the four kinds of mistake that I describe": the verb of a clause that has the kind as its object."""
        right += 2 if self._is_of_plain(right) else 0
        return self.contact_relative(right) or self.object_relative(right)

    def _is_of_plain(self, of: int) -> bool:
        return self.clause.is_text(of, "of") and not self.clause.is_stop(of + 1) and self.can_end_subject(of + 1)

    def whose(self, right: int) -> Trigger | None:
        """ "the 31 miners whose lungs were ruined": what befell what is theirs."""
        verb = self.verb_behind(right + 1) if self.clause.is_text(right, "whose") else None
        return self.verb_group(verb, right) if verb is not None else None
