"""Events behind a phrase: the verb of which it is the subject, or a state that stands beside it."""

from pipeline.numbers.events.verbs import Trigger, VerbReader

_REACH = 14  # words looked at


class SubjectRules(VerbReader):
    """The rules for a phrase that does something, or that something is said of."""

    def state_after(self, right: int, *, after_loose: bool) -> Trigger | None:
        """What stands directly behind the phrase: "dead", "injured", "missing", "climbing"."""
        if right >= len(self.clause.words):
            return None
        low = self.clause.words[right].low
        if low in self.lexicon.words and not self.clause.is_in(right, "amount_adverbs"):
            return Trigger(right, right, self.lexicon.words[low], "state-after")
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

    def subject_of(self, left: int, right: int) -> Trigger | None:
        """The verb that the phrase is the subject of, past what is put between."""
        of_amount = self.clause.is_text(left, "of") and self.clause.is_in(left - 1, "amount_nouns")
        if (
            self.clause.is_in(left, "prepositions")
            and not of_amount
            and not self.clause_follows(right)
            and not self.clause.is_text(left, "as")
        ):
            return None
        i = self._past_inserted(right)
        return self._verb_group(i, right) if i is not None else None

    def main_verb_after(self, i: int) -> Trigger | None:
        """ "82% of hours worked at home are done at night": the finite verb behind a participle that describes."""
        for j in range(i, min(i + _REACH, len(self.clause.words))):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "clause_ends"):
                return None
            if self.clause.is_in(j, "be") or self.clause.is_text(j, "have", "has", "had", "will"):
                return self._verb_group(j, i)
        return None

    def clause_follows(self, right: int) -> bool:
        return any(self.clause.is_text(j, "being") for j in range(right, min(right + 9, len(self.clause.words))))

    def _past_inserted(self, right: int) -> int | None:
        """The index of the verb behind the phrase, past prepositional phrases, relatives and appositions."""
        commas = 0
        for i in range(right, min(right + _REACH, len(self.clause.words))):
            if self.clause.is_stop(i):
                return None
            if self.clause.is_text(i, ","):
                commas += 1
                if commas > 2 or (commas == 1 and not self._apposition_closes(i)):
                    return None
                continue
            if commas == 1:
                continue
            if self.clause.is_text(i, "and", "or") and self._verb_group_is_far(i):
                continue
            if self.clause.is_text(i, "and") and self.clause.forms(i + 1) & {"past"}:
                return None  # "has 340 stores and reported": of the subject before
            if self.clause.is_text(i, "to") and i + 1 < len(self.clause.words) and "base" in self.clause.forms(i + 1):
                return None
            if self.clause.is_in(i, "clause_ends") and not self.clause.is_in(i, "relatives"):
                return None
            if self._starts_verb_group(i, right):
                return i
        return None

    def _apposition_closes(self, comma: int) -> bool:
        """Whether a second comma and a verb follow: "Two people, A and B, have been charged"."""
        for j in range(comma + 1, min(comma + 12, len(self.clause.words))):
            if self.clause.is_stop(j):
                return False
            if self.clause.is_text(j, ","):
                return self.clause.is_in(j + 1, "auxiliaries") or bool(
                    j + 1 < len(self.clause.words) and self.clause.forms(j + 1) & {"past"}
                )
        return False

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
        return bool(forms & {"base", "s"}) and (i == right or self.clause.is_in(i - 1, "relatives"))

    def _verb_group(self, i: int, right: int) -> Trigger | None:
        """The content verb of a group of verbs: "had been killed", "managed to flee", "was home to"."""
        clause = self.clause
        content = self._content_of(i)
        if content is None:
            return None
        i = content
        if clause.words[i].low in self.lexicon.words:
            return Trigger(i, i, self.lexicon.words[clause.words[i].low], "subject")
        if clause.is_text(i, "home") and clause.is_text(i + 1, "to"):
            return Trigger(i, i + 1, self.lexicon.words.get("home to"), "subject")
        if clause.forms(i) and clause.words[i].low not in ("up", "down"):
            return self.verb(i, "subject")
        if clause.is_text(i - 1, "had", "has", "have") and i > right:
            return Trigger(i - 1, i - 1, self.lexicon.types.get("have"), "subject")
        return None

    def _content_of(self, i: int) -> int | None:
        """The index of the verb that carries the meaning, past auxiliaries, adverbs and "managed to"."""
        words = self.clause.words
        for _ in range(8):
            if i >= len(words):
                return None
            if self.clause.base(i) in self.lexicon.sets["control"] and self.clause.is_text(i + 1, "to"):
                i += 2
            elif self.clause.base(i) in self.lexicon.sets["clause_verbs"] and self._is_state(i + 1):
                i += 1  # "feared dead"
            elif self.clause.is_in(i, "auxiliaries") or self.clause.is_in(i, "adverbs") or words[i].low.endswith("ly"):
                i += 1
            else:
                return i
        return None

    def _is_state(self, i: int) -> bool:
        return i < len(self.clause.words) and self.clause.words[i].low in self.lexicon.words
