"""Events behind a phrase: the verb of which it is the subject, or a state that stands beside it."""

from pipeline.numbers.events.clause import DASHES
from pipeline.numbers.events.relatives import RelativeRules
from pipeline.numbers.events.verbs import Trigger

_REACH = 14  # words looked at, without those that are put between
_PRONOUNS = ("he", "she", "they", "we", "i", "you")
_NESTED = 3  # relatives in one another
_WHO = (*_PRONOUNS, "it")
_HEDGES = ("about", "around", "over", "under", "near")
# "none of the two was hurt"
_QUANTIFIERS = ("none", "some", "all", "most", "neither", "many", "any", "each", "several")


class SubjectRules(RelativeRules):
    """The rules for a phrase that does something, or that something is said of."""

    def _between_dashes(self, right: int) -> Trigger | None:
        """ "a record number of them — 14, by her own count — became judges": the verb behind the second dash."""
        for i in range(right, min(right + _REACH, self._size)):
            if self.clause.is_text(i, *DASHES):
                return self.verb_at(i + 1)
            if self.clause.is_stop(i) or self.clause.is_in(i, "auxiliaries"):
                return None
        return None

    def state_after(self, right: int, *, after_loose: bool) -> Trigger | None:
        """What stands directly behind the phrase: "dead", "injured", "missing", "climbing"."""
        is_lasting = self.clause.is_text(right, "still", "already") and self.clause.low(right + 1) in self.lexicon.words
        right += is_lasting  # "19 people still missing"
        if right >= len(self.clause.words):
            return None
        low = self.clause.words[right].low
        if low == "worth":
            return None  # "$4m worth of jewels"
        if low in self.lexicon.words and not self.clause.is_in(right, "amount_adverbs"):
            return Trigger(right, right, self.lexicon.words[low], "state-after")
        if self.clause.is_in(right, "plain_states") and not self.clause.is_in(right + 1, "prepositions"):
            return Trigger(right, right, None, "state-after")
        forms = self.clause.forms(right)
        if self.clause.base(right) in self.lexicon.sets["naming"]:
            return None
        if self.clause.is_in(right, "auxiliaries") or self.clause.is_in(right, "prepositions"):
            return None
        hands_on = self.clause.base(right) in self.lexicon.sets["control"] and self.clause.is_text(right + 1, "to")
        if hands_on or self._begins(right):
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

    def is_in_relative(self, left: int) -> bool:
        """ "the dishes that he and his 12 pupils cooked": whether a relative with a subject begins before `left`."""
        for j in range(left, max(-1, left - 7), -1):
            if self.clause.is_text(j, "which", "whom"):
                return True
            if self.clause.is_text(j, "that"):
                return self.clause.is_text(j + 1, *_PRONOUNS) and not self.clause.forms(j - 1) - {"s"}
            if self.clause.is_stop(j) or self.clause.is_in(j, "auxiliaries") or self.clause.forms(j) & {"past"}:
                return False
        return False

    def subject_of(self, left: int, right: int, *, has_verb: bool = False) -> Trigger | None:
        """The verb that the phrase is the subject of, past what is put between.

        `has_verb`: a verb stands before the phrase, so that "and the ..." begins a clause of its own.
        """
        if contact := self.contact_relative(right):
            main = self.main_behind(right) if self.is_share or self.is_part else None
            return (self.verb_group(main, right) if main is not None else None) or contact
        if self.clause.is_text(left, "with") and self.clause.is_text(left - 1, "along", "together"):
            return self.verb_at(right + 1) if self.clause.is_text(right, ",") else None
        if self.clause.is_text(left, "of", "for") and self.clause.is_text(left - 1, ",") and left > 1:
            # "the offer, for 80% of the shares, was rejected"
            return self.verb_at(right + 1) if self.clause.is_text(right, ",") else None
        left -= self.clause.is_text(left, *_HEDGES) and self.clause.is_text(left - 1, ",")  # "the sum, around $2m, was"
        left, beside = self._past_determiners(left), left
        if self.clause.is_text(left, "out") and self.clause.base(left - 1) == "find":
            left, beside = -1, -1  # "found out 46 people had left"
        is_of_those = self.is_plural and self.clause.is_text(left + 1, "the", "his", "her", "their", "its")
        is_thing = self.clause.is_text(left + 1, "a", "an")  # "the price of a 50kg bag has risen"
        of_amount = (
            self.clause.is_text(left, "of")
            and not is_thing
            and (
                (self.is_amount_noun(left - 1) and not is_of_those)
                or self.clause.is_text(left - 1, *_QUANTIFIERS)
                or (self.clause.is_text(left - 1, "one") and self.clause.is_text(left - 2, "every", "each", "not"))
            )
        )
        if (
            self.clause.is_in(left, "prepositions")
            and not of_amount
            and not self.clause_follows(right)
            and not self.clause.is_in(left, "conjunctions")
        ):
            return self._told_by_relative(right) if beside > left else None
        if apposed := self._apposed(left, right):
            return apposed
        main = self.main_behind(right, has_verb=has_verb)
        found = self.verb_group(main, right) if main is not None else None
        if found is None and main is not None and not self.clause.is_in(main, "be"):
            i = self.verb_behind(right, has_verb=has_verb)
            return self.verb_group(i, right) if i is not None and i != main else None
        is_bare = found is not None and not self.clause.is_in(self.clause.past_adverbs(found.first - 1), "auxiliaries")
        forms = self.clause.forms(found.first) | self._number_before(found) if found else frozenset()
        if is_bare and self._is_part(right) and "part" in forms and found:
            return self.main_verb_after(found.last + 1) or found  # "two of the 14 injured have died"
        return found

    def main_behind(self, right: int, *, has_verb: bool = False) -> int | None:
        """The index of the verb of the phrase, past that of a relative: "28 people who were near him were tested"."""
        i = self.verb_behind(right, has_verb=has_verb)
        for _ in range(_NESTED):
            found = self.verb_group(i, right) if i is not None else None
            if i is None or self._says(found) or not self._is_in_clause(right, i):
                break
            main = self.verb_behind(found.last + 1 if found else self._past_group(i))
            if main is None or not (found is None or self._is_part(right) or self._is_finite_at(main)):
                break
            i = main
        return i

    def _past_group(self, i: int) -> int:
        i += 1
        while self.clause.is_in(i, "auxiliaries") or self.clause.is_adverb(i):
            i += 1
        return i

    def _says(self, found: Trigger | None) -> bool:
        return found is not None and self.clause.base(found.first) in self.lexicon.sets["clause_verbs"]

    def _is_finite_at(self, i: int) -> bool:
        """Whether a verb has the subject before it: "who had quit were paid", not "who took two carts left outside"."""
        is_had = self.clause.is_text(i, "was", "were", "is", "are", "has", "have", "had", "will", "would")
        is_sure = self.clause.forms(i) == {"past"} or self.clause.starts_phrase(i + 1)
        is_sure = is_sure or self.clause.base(i) in self.lexicon.sets["only_finite"]
        return is_had or ("past" in self.clause.forms(i) and is_sure and not self.clause.is_number(i - 2))

    def _is_in_clause(self, right: int, i: int) -> bool:
        """Whether the verb at `i` is that of a relative: "who were near him", "that the judge allowed"."""
        before = self.clause.past_adverbs(i - 1)
        if self.clause.is_in(before, "relatives") or (before > right and self.clause.is_text(before, "what", *_WHO)):
            return True
        opened = (j for j in range(right, i - 1) if self.clause.is_text(j, "that", "which", "whom", "what"))
        return any(self.clause.starts_phrase(j + 1) and not self.clause.is_in(j - 1, "prepositions") for j in opened)

    def _number_before(self, found: Trigger) -> frozenset[str]:
        return frozenset(("part",)) if self.clause.is_number(found.first - 1) else frozenset()

    def _is_part(self, right: int) -> bool:
        """ "12 of the 140 who applied were given a place": whether a relative behind the phrase is of its whole."""
        if self.is_share and self.clause.is_text(right - 1, "those"):
            return True  # "one in five of those who"
        is_of = self.clause.is_text(right, "of")
        return self.is_part or (is_of and (self.clause.is_in(right + 1, "determiners") or self.is_share))

    def _past_determiners(self, left: int) -> int:
        """ "winds at all three airports", "ties between the two": the index of the preposition."""
        while self.clause.is_in(left, "skip_before") and not self.clause.is_in(left, "prepositions"):
            left -= 1
        return left

    def is_of_another(self, left: int, state: Trigger) -> bool:
        """Whether a past form has an object, and its subject stands before the preposition at `left`."""
        preposition, i = self._past_determiners(left), state.first
        if self.clause.is_text(preposition, "of") and self.clause.is_in(preposition - 1, "ranks"):
            return True  # "the first of her four novels appeared"
        if not self.clause.is_in(preposition, "prepositions") or "past" not in self.clause.forms(i):
            return False
        after = state.last + 1
        after += self.clause.is_in(after, "particles") and not self.clause.is_in(after, "prepositions")
        is_this = self.clause.is_text(after, "this", "these")
        takes = self.clause.is_in(after, "determiners") or self.clause.is_in(after, "indirect_objects")
        low = self.clause.low(after)
        is_plural = low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3
        return (takes and not is_this) or is_plural or self._is_main_verb(preposition, i)

    def _is_main_verb(self, preposition: int, i: int) -> bool:
        """ "the parents of three girls sued": whether the sentence has no other verb, and a subject of its own."""
        noun = preposition - 1
        is_headed = noun == 0 or self.clause.is_in(noun - 1, "determiners")
        is_noun = self.can_end_subject(noun) or (is_headed and self.clause.forms(noun) <= {"base", "s", "ing"})
        if noun < 0 or self.clause.is_number(noun) or not is_noun:
            return False
        size = next((j for j in range(i + 1, self._size) if self._ends_main(j)), self._size)
        others = (self.clause.is_in(j, "auxiliaries") or self.takes_object(j) for j in range(preposition))
        later = (self._can_be_main(j) for j in range(i + 1, size))
        return not any(others) and not any(later)

    def _ends_main(self, j: int) -> bool:
        """Whether another clause begins at `j`: "collapsed after it was banned"."""
        return self.clause.is_text(j, "after", "when", "while", "because", "until", "before", "as") and not (
            self.clause.is_number(j + 1)
        )

    def _can_be_main(self, j: int) -> bool:
        """Whether a verb of the sentence may stand at `j`: "was", "sued", "plan to sue"."""
        plans = "base" in self.clause.forms(j) and self.clause.is_text(j + 1, "to")
        return plans or self.clause.is_in(j, "auxiliaries") or "past" in self.clause.forms(j)

    def asked(self, left: int, right: int) -> Trigger | None:
        """ "How did 14 guards miss him?", "Did the 14 see it?": the verb of a question behind its subject."""
        left = self._past_determiners(left)
        opens = self.clause.is_stop(left - 1) or self.clause.is_in(left - 1, "questions")
        asks = self.clause.is_in(left, "auxiliaries") and opens and self.clause.words[-1].text in '?"”'
        asks = asks or self.clause.is_text(left, "did", "do", "does")  # "Not only did 30 ships leave"
        while asks and self.clause.is_adverb(right):
            right += 1
        is_closed = self.clause.is_in(right, "prepositions") or self.clause.is_in(right, "auxiliaries")
        is_verb = self.clause.forms(right) & {"base", "part", "ing"} and not is_closed
        return self.verb(right, "subject") if asks and is_verb else None

    def _told_by_relative(self, right: int) -> Trigger | None:
        """ "of the 12 men from York who quit": the verb of a relative clause, and none of another subject."""
        i = self.verb_behind(right)
        return self.verb_group(i, right) if i is not None and self.clause.is_in(i - 1, "relatives") else None

    def _apposed(self, left: int, right: int) -> Trigger | None:
        """ "The victim, a 34-year-old father of two, died": the verb behind what is only put beside the subject."""
        left = self.clause.past_adverbs(left)  # "More troops, perhaps 2,000, will follow"
        if left > 1 and self.clause.is_text(left, *DASHES):
            return self._between_dashes(right)
        if not self.clause.is_text(left - self.clause.is_in(left, "determiners"), ","):
            return None
        for i in range(right, min(right + 8, len(self.clause.words))):
            if self.clause.is_text(i, ","):
                if self._speaks(i + 1):
                    return None
                says = self.is_share and "past" in self.clause.forms(i + 1)  # "a majority, 54%, said"
                return self.verb(i + 1, "subject") if says else self.verb_at(i + 1)
            if self.clause.is_stop(i) or self.clause.is_in(i, "auxiliaries") or self.clause.forms(i) & {"past", "ing"}:
                return None
        return None

    def participle_behind(self, right: int) -> Trigger | None:
        """ "with ten members of the club already arrested", "with six games to play": what follows "of ..."."""
        for i in range(right, min(right + 8, len(self.clause.words))):
            if self.clause.is_stop(i) or self.clause.is_text(i, ",") or self.clause.is_in(i, "clause_ends"):
                return None
            is_next = i == right or (i == right + 1 and self.clause.is_text(right, "more", "others"))
            if self.clause.is_text(i, "to") and is_next and "base" in self.clause.forms(i + 1):
                return self.verb(i + 1, "state-after")
            if self.clause.is_text(i, "including"):
                return None
            is_first = i == right or self.clause.is_text(right, "of")
            if is_first and self.clause.forms(i) & {"part", "ing"} and not self.clause.is_in(i - 1, "determiners"):
                return self.verb(i, "state-after")
            if self.clause.is_in(i, "prepositions") and not self.clause.is_text(i, "of"):
                return None
        return None

    def main_verb_after(self, i: int) -> Trigger | None:
        """ "82% of hours worked at home are done at night": the finite verb behind a participle that describes."""
        opens = self.clause.starts_phrase(i) or self.clause.is_text(i, "they", "he", "she", "it", "we", "i", "that")
        said = self.clause.is_text(i - 1, "said", "told", "added") and opens
        said = said or (
            self.clause.is_text(i, "and", "but") and self.clause.starts_phrase(i + 1)
        )  # "fell and 12 were cut off"
        if self.clause.is_text(i - 2, "those") and self.clause.is_in(i, "determiners"):
            i += 2  # "15% of those offered the jab turned it down"
        has_object = self.clause.is_in(i, "determiners") or self.clause.is_in(i, "indirect_objects")
        if said or has_object or self.clause.is_number(i):
            return None  # "three officials said the plan was dead": a verb with an object describes nothing
        for j in range(i, min(i + _REACH, len(self.clause.words))):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "clause_ends"):
                return None
            if j > i and self.clause.is_text(j - 1, *_PRONOUNS):
                return None  # "dozens of cooks told inspectors they were paid late"
            ends = j == i or self._ends_agent(i, j)  # "half of those polled said"
            is_past = ends and "past" in self.clause.forms(j)
            is_past = is_past or (self.is_share and j > i + 1 and self._is_last_past(j))
            is_past = is_past or (
                j == i and self.clause.is_in(j, "linking")
            )  # "of the nine stabbed remain in hospital"
            is_past = is_past or (j == i and self.clause.forms(j) == {"s"} and self.clause.is_in(j + 1, "prepositions"))
            if is_past or self.clause.is_in(j, "be") or self.clause.is_text(j, "have", "has", "had", "will"):
                return self.verb_group(j, i)
        return None

    def _is_last_past(self, j: int) -> bool:
        """ "40% of patients treated with the drug lost weight": a past form behind a noun, and no verb after it."""
        is_behind = self.can_end_subject(j - 1) or self.clause.is_in(j - 2, "determiners")
        if "past" not in self.clause.forms(j) or self.stands_before_noun(j) or not is_behind:
            return False
        size = next((k for k in range(j + 1, self._size) if self._ends_main(k) or self.clause.is_stop(k)), self._size)
        verbs = (self.clause.is_in(k, "auxiliaries") or "past" in self.clause.forms(k) for k in range(j + 1, size))
        return not any(verbs) and not self.clause.is_in(j + 1, "prepositions")

    def _ends_agent(self, by: int, i: int) -> bool:
        """ "the 11 firms bound by the deal agreed": whether who did it stands between `by` and the past form at `i`."""
        is_noun = not self.clause.forms(i - 1) and not self.clause.is_in(i - 1, "no_verbs")
        return self.clause.is_text(by, "by") and i > by + 1 and is_noun and not self.stands_before_noun(i)

    def clause_follows(self, right: int) -> bool:
        for j in range(right, min(right + 9, len(self.clause.words))):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",", "being"):
                return self.clause.is_text(j, "being")
        return False
