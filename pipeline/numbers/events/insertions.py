"""What is put between a subject and its verb: prepositional phrases, relatives, brackets, the rest of a list."""

from pipeline.numbers.events.groups import VerbGroups

_REACH = 14  # words looked at, without those that are put between
_BETWEEN = 25
_NOUN_LIKE = frozenset(("base", "s"))
_PRONOUNS = ("he", "she", "they", "it", "we", "i", "you")
_ASIDES = (
    "many",
    "most",
    "some",
    "all",
    "half",
    "both",
    "including",
    "mainly",
    "mostly",
    "largely",
    "among",
    "especially",
    "who",
    "whose",
    "which",
    "or",
)
_OPENING = ("(", "—", "–", "―")


_OWNS = ("'s", "’s")


class InsertionRules(VerbGroups):
    """Finds where the verb of a subject begins."""

    is_plural = False  # whether the phrase that is looked at counts more than one: "looks" is none of its verbs
    is_part = False  # whether the phrase names a whole, whose relative says nothing of the part
    is_measure = False  # whether it is measured, and a base form behind it may be its noun
    is_single = False  # whether one thing is the subject: "a 12-inch mirror on the roof points at it"
    is_share = False  # whether it is a part of a whole: "half of them plan to leave"

    def verb_behind(self, right: int, *, has_verb: bool = False) -> int | None:
        """The index of the verb behind the phrase, past prepositional phrases, relatives and what is put between."""
        closes = self.clause.is_text(right, "”", '"') and self.clause.is_in(right + 1, "auxiliaries")
        i, last = right + closes, right + closes + _REACH  # "“up to 20,000” could die"
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
                while self.clause.is_adverb(i) and not self.clause.is_in(i, "auxiliaries"):
                    i += 1  # "the oldest group, called the Owls, initially backed her"
                if self._speaks(i):
                    return None
                if self.clause.is_in(i, "auxiliaries") or self._is_finite(i):
                    return i
                is_plain = "base" in self.clause.forms(i) and self.clause.starts_phrase(i + 1)
                is_plain = is_plain or self._is_bare_verb(i)
                if self.clause.is_in(i, "only_verbs") or (is_plain and not self.clause.is_in(i, "prepositions")):
                    return i
                continue
            if i > right and self.clause.is_text(i, "whom") and not self.clause.is_in(i - 1, "prepositions"):
                return None  # "five sons and a niece whom he lived to hold"
            if self._ends_subject(i) or (has_verb and self._begins_clause(i)):
                return None
            if self._starts_verb_group(i, right):
                return i
            i += 1
        return None

    def _speaks(self, i: int) -> bool:
        """ "four lamps, two of them old, says the mayor": whether who speaks stands behind the verb at `i`."""
        if not self.clause.is_text(i, "says", "said", "warned", "reported") or not self.clause.starts_phrase(i + 1):
            return False
        for j in range(i + 2, i + 12):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",", "."):
                return True
            if self.clause.is_in(j, "auxiliaries") or self.clause.is_in(j, "relatives"):
                return False
            if self.clause.forms(j) & {"past", "s"} and not self.clause.is_text(j + 1, "by", "for", "in"):
                return False
        return False

    def _is_finite(self, i: int) -> bool:
        """Whether a past form or one in "s" stands at `i`, and no name or head of a cell: "28, Totals 40"."""
        return bool(self.clause.forms(i) & {"past", "s"}) and self.clause.words[i].text.islower()

    def _ends_subject(self, i: int) -> bool:
        """Whether no verb of the phrase can follow: another clause, another subject, an infinitive."""
        if self.clause.is_stop(i):
            return True
        is_led = self.clause.is_in(i - 1, "prepositions")  # "sales of The Show came from": a title
        if (
            self.clause.words[i].text.istitle()
            and not is_led
            and (self.clause.is_in(i, "determiners") or self.clause.is_text(i, "no"))
        ):
            return True  # a headline or a cell of a table that has no full stop
        if self.clause.is_text(i, "and") and self.clause.forms(i + 1) & {"past"} and not self._verb_group_is_far(i):
            return True  # "has 340 stores and reported": of the subject before
        if self.clause.is_text(i, "and", "but", "or") and self.clause.is_text(i + 1, *_PRONOUNS, "that"):
            return True  # "$900 and she went home", "40 miles and that planes would help"
        if self.clause.is_text(i, "and") and self.clause.is_text(i + 1, "then"):
            return True  # "came ashore with winds of 90 mph and then moved inland"
        if self.clause.is_text(i, "to") and i + 1 < len(self.clause.words) and "base" in self.clause.forms(i + 1):
            return not self.clause.is_text(i + 2, "not")  # "the firms we write to do not reply"
        if self.clause.is_text(i, "than") and self.clause.is_in(i + 2, "relatives"):
            return True  # "a 9% lower risk than those who smoked"
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
                while self.clause.is_adverb(after) and not self.clause.is_in(after, "auxiliaries"):
                    after += 1
                goes_on = self.clause.is_in(after, "auxiliaries") or (
                    mark != "," and self.clause.is_in(after, "relatives")
                )
                is_aside = mark == "," and self._opens_aside(opening + 1)
                is_plain = self.clause.is_in(after, "only_verbs") and (mark != "," or is_aside)
                is_plain = is_plain or (is_aside and (self.is_plural or self.is_share) and self._is_bare_verb(after))
                if is_bracket or goes_on or is_plain or self._is_finite(after):
                    return j
                if mark != ",":
                    return None
            elif self.clause.is_stop(j) and mark != "(":
                return None
        return None

    def _opens_aside(self, i: int) -> bool:
        """ "three bakers, most of them young, run it", "three bakers, trained in Lyon, run it"."""
        return self.clause.is_text(i, *_ASIDES) or bool(self.clause.forms(i) & {"part", "ing"})

    def _is_bare_verb(self, i: int) -> bool:
        """ "three brothers, most of them bakers, own 90% of it": a base form before a phrase or a preposition."""
        takes = self.clause.starts_phrase(i + 1) or self.clause.is_in(i + 1, "prepositions")
        return self.clause.forms(i) == {"base"} and takes and not self.clause.is_in(i, "prepositions")

    def _verb_group_is_far(self, i: int) -> bool:
        return i + 1 < len(self.clause.words) and not self.clause.forms(i + 1)

    def _starts_verb_group(self, i: int, right: int) -> bool:
        if self.clause.is_in(i, "auxiliaries"):
            return True
        forms = self.clause.forms(i)
        if not forms or not self.clause.words[i].text.islower() or self.clause.is_in(i, "prepositions"):
            return False
        if (
            "base" in forms
            and self.clause.words[i - 1].text.endswith(_OWNS)
            and self.clause.is_in(i - 2, "prepositions")
        ):
            return False  # "11 rings at Roe's house"
        is_those = self.clause.is_text(i - 1, "those", "these") and self.clause.is_text(
            i - 2, "of"
        )  # "two of those went"
        is_led = self.clause.is_in(i - 1, "determiners") and not is_those
        if self.is_governed(i) or is_led:
            return bool("ing" in forms and i == right)
        is_named = i == right or self.clause.words[min(i + 1, self._size - 1)].text[:1].isupper()
        if is_named and self.clause.base(i) in self.lexicon.sets["naming"] and not self._calls(i):
            return False  # "two hens named Pearl and Ann"
        if i > right and "part" in forms and self.stands_before_noun(i):
            return False  # "found 14 cans and two broken chairs"
        if "past" in forms or "part" in forms:
            return not self._describes_object(i)
        if not forms & {"base", "s"} or (forms == {"s"} and self.is_plural):
            return False
        if self.clause.past_adverbs(i - 1) < right:
            is_noun = self.is_measure and "s" not in forms
            if is_noun and not self.clause.starts_phrase(i + 1) and not self.clause.is_in(i + 1, "prepositions"):
                return False  # "a 12 MP back camera"
            return not self.clause.is_in(i, "not_behind")
        if (self.is_plural or self.is_share) and "base" in forms and self._is_plain_verb(i):
            return True
        if (self.is_share or self.is_single) and forms == {"s"} and self._is_verb_of_whole(i):
            return True
        return self.clause.is_in(i - 1, "relatives") and not self.clause.is_in(i - 2, "prepositions")

    def _calls(self, i: int) -> bool:
        """ "three cooks called the police", "one called for calm", not "two hens called Pearl"."""
        takes = self.clause.is_in(i + 1, "determiners") or self.clause.is_in(i + 1, "indirect_objects")
        return takes or self.clause.is_text(i + 1, "for", "on", "in", "off")

    def _describes_object(self, i: int) -> bool:
        """ "a dozen machines running specialized chips": a participle between an "ing" and the noun that it takes."""
        low = self.clause.low(i + 1)
        is_plural = low.endswith("s") and not low.endswith(("ss", "us", "is")) and not self.clause.forms(i + 1) - {"s"}
        return self.clause.forms(i - 1) == {"ing"} and is_plural and not self.clause.is_in(i + 1, "no_verbs")

    def _is_verb_of_whole(self, i: int) -> bool:
        """ "a quarter of its water comes from wells", not "a tenth of job cuts in May were": no other verb follows."""
        if self.clause.forms(i - 1) or self.clause.low(i - 1).endswith(("s", "’")) or self.is_adjective(i - 1):
            return False
        is_sure = self.clause.base(i) in self.lexicon.sets["only_verbs"]
        is_sure = is_sure and not self.clause.is_text(i - 1, *_PRONOUNS)  # "of the pupils she teaches"
        followed = any(self.clause.is_in(i + 1, name) for name in ("prepositions", "determiners", "particles"))
        if not is_sure and not followed:
            return False
        for j in range(i + 1, min(i + 9, self._size)):
            if self.clause.is_in(j, "clause_ends") or self.clause.is_stop(j) or self.clause.is_text(j, ",", "."):
                return True
            if self.clause.is_in(j, "auxiliaries") or self.clause.forms(j) & {"past"}:
                return False
        return True

    def _is_plain_verb(self, i: int) -> bool:
        """ "two potters with old kilns make jugs": a base form past what describes the subject."""
        if self.clause.is_text(i - 1, "i", "we", "you", "they"):
            return False  # "which I understand"
        if (
            self.clause.forms(i - 1) - _NOUN_LIKE
            or self.is_adjective(i - 1)
            or not self.clause.words[i - 1].text[-1:].isalnum()
        ):
            return False
        if self.clause.is_in(i, "only_verbs") or self.clause.is_in(i + 1, "indirect_objects"):
            return True
        takes = self.clause.is_in(i + 1, "determiners") and not self.clause.is_text(i + 1, "this", "that")
        takes = takes or (self.clause.is_text(i + 1, "to") and "base" in self.clause.forms(i + 2))
        return takes or self._is_only_verb(i)

    def _is_only_verb(self, i: int) -> bool:
        """ "nine of the 14 families now rent flats": a base form behind a plural, where no other verb follows."""
        before = self.clause.low(self.clause.past_adverbs(i - 1))
        is_plural = before.endswith("s") and not before.endswith(("ss", "us", "is", "'s", "’s"))
        is_plural = is_plural or before in ("people", "women", "men", "children", "police")
        is_plural = is_plural or (self.clause.is_text(i - 2, "and") and self.can_end_subject(i - 1))
        if not is_plural or self.clause.forms(i) != {"base"} or self.clause.is_text(i + 1, "of"):
            return False
        for j in range(i + 1, min(i + _REACH, self._size)):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",", ".") or self.clause.is_in(j, "clause_ends"):
                return True
            if self.clause.is_in(j, "auxiliaries") or self.clause.forms(j) & {"past"}:
                return False
        return True
