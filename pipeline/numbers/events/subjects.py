"""Events behind a phrase: the verb of which it is the subject, or a state that stands beside it."""

from pipeline.numbers.events.groups import VerbGroups
from pipeline.numbers.events.verbs import Trigger

_REACH = 14  # words looked at, without those that are put between
_BETWEEN = 25
_NOUN_LIKE = frozenset(("base", "s"))
_OPENING = ("(", "—", "–", "―")


class SubjectRules(VerbGroups):
    """The rules for a phrase that does something, or that something is said of."""

    is_plural = False  # whether the phrase that is looked at counts more than one: "looks" is none of its verbs

    def state_after(self, right: int, *, after_loose: bool) -> Trigger | None:
        """What stands directly behind the phrase: "dead", "injured", "missing", "climbing"."""
        if right >= len(self.clause.words):
            return None
        low = self.clause.words[right].low
        if low in self.lexicon.words and not self.clause.is_in(right, "amount_adverbs"):
            return Trigger(right, right, self.lexicon.words[low], "state-after")
        if self.clause.is_in(right, "plain_states") and not self.clause.is_in(right + 1, "prepositions"):
            return Trigger(right, right, None, "state-after")
        forms = self.clause.forms(right)
        if self.clause.is_in(right, "auxiliaries") or self.clause.is_in(right, "prepositions"):
            return None
        if self.clause.base(right) in self.lexicon.sets["control"] and self.clause.is_text(right + 1, "to"):
            return None
        if "part" in forms and low not in self.lexicon.sets["like_past"]:
            return self.verb(right, "state-after")
        if "ing" in forms and (after_loose or self.verb(right, "").type):
            return self.verb(right, "state-after")
        return None

    def describes_next(self, i: int) -> bool:
        """Whether a participle at `i` stands before its noun: "cooked rice", not "seized in May"."""
        after = i + 1
        if self.clause.is_stop(after) or not self.clause.words[after].text.isalpha() or self.clause.is_adverb(after):
            return False
        return not any(
            self.clause.is_in(after, name) for name in ("prepositions", "auxiliaries", "clause_ends", "determiners")
        ) and not self.clause.is_text(after, "and", "or")

    def subject_of(self, left: int, right: int, *, has_verb: bool = False) -> Trigger | None:
        """The verb that the phrase is the subject of, past what is put between.

        `has_verb`: a verb stands before the phrase, so that "and the ..." begins a clause of its own.
        """
        left -= self.clause.is_text(left, "every", "each")
        of_amount = self.clause.is_text(left, "of") and self.clause.is_in(left - 1, "amount_nouns")
        if (
            self.clause.is_in(left, "prepositions")
            and not of_amount
            and not self.clause_follows(right)
            and not self.clause.is_in(left, "conjunctions")
        ):
            return None
        if contact := self._contact_relative(right):
            return contact
        if apposed := self._apposed(left, right):
            return apposed
        i = self.verb_behind(right, has_verb=has_verb)
        found = self.verb_group(i, right) if i is not None else None
        if found is None and i is not None and self.clause.is_in(i - 1, "relatives"):
            main = self.verb_behind(i + 1)  # "28 people who were near him were tested"
            return self.verb_group(main, right) if main is not None else None
        return found

    def _apposed(self, left: int, right: int) -> Trigger | None:
        """ "The victim, a 34-year-old father of two, died": the verb behind what is only put beside the subject."""
        if not self.clause.is_text(left - self.clause.is_in(left, "determiners"), ","):
            return None
        for i in range(right, min(right + 8, len(self.clause.words))):
            if self.clause.is_text(i, ","):
                return self.verb_at(i + 1)
            if self.clause.is_stop(i) or self.clause.is_in(i, "auxiliaries") or self.clause.forms(i) & {"past", "ing"}:
                return None
        return None

    def _contact_relative(self, right: int) -> Trigger | None:
        """ "the four we know", "the 12 she scored": the verb of a clause that has the phrase as its object."""
        if not self.clause.is_text(right, "i", "we", "they", "he", "she", "you"):
            return self._contact_of_name(right)
        i = right + 1
        while i < right + 4 and (self.clause.is_in(i, "auxiliaries") or self.clause.is_adverb(i)):
            i += 1
        is_verb = bool(self.clause.forms(i)) and not self.clause.is_in(i, "prepositions")
        return self.verb(i, "subject") if is_verb else None

    def _contact_of_name(self, right: int) -> Trigger | None:
        """ "the $4 billion Peru sends to the army": a verb without an object of its own behind a name."""
        first = right + 2 * self.clause.is_text(right, "per")  # "the 7.3 points per game Oxford gives up"
        first += self.clause.is_text(first, "the")
        i = first
        while i < min(first + 3, self._size) and self.clause.words[i].text[:1].isupper():
            i += 1
        if i == first or not self.clause.forms(i) & {"past", "s"} or self.clause.is_in(i, "auxiliaries"):
            return None
        after = i + 1 + self.clause.is_in(i + 1, "particles")
        ends = self.clause.is_stop(after) or self.clause.is_text(after, ",", ".")
        return self.verb_group(i, right) if ends or self.clause.is_text(i + 1, "to", "on", "for", "every") else None

    def relative_behind(self, right: int) -> Trigger | None:
        """ "the departure of three vets who quit": what the relative says, where nothing else is said."""
        return self.verb_at(right + 1) if self.clause.is_text(right, "who", "which", "that") else None

    def participle_behind(self, right: int) -> Trigger | None:
        """ "with ten members of the club already arrested", "with six games to play": what follows "of ..."."""
        for i in range(right, min(right + 8, len(self.clause.words))):
            if self.clause.is_stop(i) or self.clause.is_text(i, ",") or self.clause.is_in(i, "clause_ends"):
                return None
            if self.clause.is_text(i, "to") and i == right and "base" in self.clause.forms(i + 1):
                return self.verb(i + 1, "state-after")
            is_first = i == right or self.clause.is_text(right, "of")
            if is_first and self.clause.forms(i) & {"part", "ing"} and not self.clause.is_in(i - 1, "determiners"):
                return self.verb(i, "state-after")
            if self.clause.is_in(i, "prepositions") and not self.clause.is_text(i, "of"):
                return None
        return None

    def main_verb_after(self, i: int) -> Trigger | None:
        """ "82% of hours worked at home are done at night": the finite verb behind a participle that describes."""
        said = self.clause.is_text(i - 1, "said", "told", "added") and self.clause.starts_phrase(i)
        if said or self.clause.is_in(i, "determiners") or self.clause.is_number(i):
            return None  # "three officials said the plan was dead": a verb with an object describes nothing
        for j in range(i, min(i + _REACH, len(self.clause.words))):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "clause_ends"):
                return None
            if self.clause.is_in(j, "be") or self.clause.is_text(j, "have", "has", "had", "will"):
                return self.verb_group(j, i)
        return None

    def clause_follows(self, right: int) -> bool:
        return any(self.clause.is_text(j, "being") for j in range(right, min(right + 9, len(self.clause.words))))

    def verb_behind(self, right: int, *, has_verb: bool = False) -> int | None:
        """The index of the verb behind the phrase, past prepositional phrases, relatives and what is put between."""
        i, last = right, right + _REACH
        while i < min(last, len(self.clause.words)):
            if self.clause.is_text(i, ",", *_OPENING):
                closing = self._closing(i)
                if closing is None and self._list_goes_on(i):
                    i += 1
                    continue
                if closing is None:
                    return None
                last += closing + 1 - i
                i = closing + 1
                if self.clause.is_in(i, "auxiliaries") or self.clause.forms(i) & {"past", "s"}:
                    return i
                is_plain = "base" in self.clause.forms(i) and self.clause.starts_phrase(i + 1)
                if self.clause.is_in(i, "only_verbs") or (is_plain and not self.clause.is_in(i, "prepositions")):
                    return i
                continue
            if self._ends_subject(i) or (has_verb and self._begins_clause(i)):
                return None
            if self._starts_verb_group(i, right):
                return i
            i += 1
        return None

    def _ends_subject(self, i: int) -> bool:
        """Whether no verb of the phrase can follow: another clause, another subject, an infinitive."""
        if self.clause.is_stop(i):
            return True
        if self.clause.words[i].text.istitle() and (
            self.clause.is_in(i, "determiners") or self.clause.is_text(i, "no")
        ):
            return True  # a headline or a cell of a table that has no full stop
        if self.clause.is_text(i, "and") and self.clause.forms(i + 1) & {"past"} and not self._verb_group_is_far(i):
            return True  # "has 340 stores and reported": of the subject before
        if self.clause.is_text(i, "to") and i + 1 < len(self.clause.words) and "base" in self.clause.forms(i + 1):
            return True
        behind_preposition = self.clause.is_in(i - 1, "prepositions") and not self.clause.is_text(i, "that")
        is_relative = self.clause.is_in(i, "relatives") and not behind_preposition
        return self.clause.is_in(i, "clause_ends") and not is_relative

    def _begins_clause(self, i: int) -> bool:
        """ "added 40 users and the population grew": another subject behind "and"."""
        return self.clause.is_text(i, "and", "but") and self.clause.is_in(i + 1, "determiners")

    def _list_goes_on(self, comma: int) -> bool:
        """ "330 rooms, suites and cabins have been redesigned": nothing but nouns up to the "and"."""
        if not self.clause.is_text(comma, ","):
            return False
        for j in range(comma + 1, min(comma + 8, len(self.clause.words))):
            if self.clause.is_text(j, "and", "or"):
                return j > comma + 1 and not self.clause.forms(j + 1)
            if (
                self.clause.is_stop(j)
                or self.clause.forms(j) - _NOUN_LIKE
                or self.clause.is_in(j, "auxiliaries")
                or self.clause.is_number(j)
            ):
                return False
            if self.clause.is_in(j, "clause_ends") or self.clause.is_in(j, "prepositions"):
                return False
        return False

    def _closing(self, opening: int) -> int | None:
        """Where what is put between ends: "Two people, A and B, have been charged"."""
        mark = self.clause.words[opening].text
        close = ")" if mark == "(" else mark
        if mark == "," and self.clause.is_text(opening + 1, "and", "but", "so"):
            return None
        for j in range(opening + 1, min(opening + _BETWEEN, len(self.clause.words))):
            if self.clause.is_text(j, close):
                is_bracket, after = mark == "(", j + 1
                goes_on = self.clause.is_in(after, "auxiliaries") or (
                    mark != "," and self.clause.is_in(after, "relatives")
                )
                is_plain = self.clause.is_in(after, "only_verbs") and mark != ","
                if is_bracket or goes_on or is_plain or self.clause.forms(after) & {"past", "s"}:
                    return j
                if mark != ",":
                    return None
            elif self.clause.is_stop(j) and mark != "(":
                return None
        return None

    def _verb_group_is_far(self, i: int) -> bool:
        return i + 1 < len(self.clause.words) and not self.clause.forms(i + 1)

    def _starts_verb_group(self, i: int, right: int) -> bool:
        if self.clause.is_in(i, "auxiliaries"):
            return True
        forms = self.clause.forms(i)
        if not forms or not self.clause.words[i].text.islower() or self.clause.is_in(i, "prepositions"):
            return False
        if self.clause.is_in(i - 1, "prepositions") or self.clause.is_in(i - 1, "determiners"):
            return bool("ing" in forms and i == right)
        if "past" in forms or "part" in forms:
            return True
        if not forms & {"base", "s"} or (forms == {"s"} and self.is_plural):
            return False
        if self.clause.past_adverbs(i - 1) < right:
            return not self.clause.is_in(i, "not_behind")
        return self.clause.is_in(i - 1, "relatives") and not self.clause.is_in(i - 2, "prepositions")
