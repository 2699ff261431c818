"""Groups of verbs: which word of "had been killed" or "managed to flee" tells what happened."""

from pipeline.numbers.events.verbs import Trigger, VerbReader

_QUOTES = frozenset('"“”‘')


class VerbGroups(VerbReader):
    """Finds the verb that carries the meaning of a group."""

    def verb_at(self, i: int) -> Trigger | None:
        """The content verb of the group of verbs that begins at `i`, where one does and tells more than who says it."""
        if not (self.clause.is_in(i, "auxiliaries") or self.clause.forms(i) & {"past"}):
            return None
        found = self.verb_group(i, i)
        said = found is not None and self.clause.base(found.first) in self.lexicon.sets["clause_verbs"]
        said = said and not self.clause.is_text(i + 1, "meant")  # "the money was meant for them"
        return None if said else found

    def verb_group(self, i: int, right: int) -> Trigger | None:
        """The content verb of a group of verbs: "had been killed", "managed to flee", "was home to"."""
        clause, begin = self.clause, i
        content = self._content_of(i)
        if content is None:
            return self._handing_verb(begin, len(clause.words))
        i = content
        if clause.words[i].low in self.lexicon.words:
            return Trigger(i, i, self.lexicon.words[clause.words[i].low], "subject")
        if clause.is_in(i, "plain_states") and clause.is_in(clause.past_adverbs(i - 1), "be"):
            return Trigger(i, i, None, "subject")
        if clause.is_text(i, "home") and clause.is_text(i + 1, "to"):
            return Trigger(i, i + 1, self.lexicon.words.get("home to"), "subject")
        has = clause.is_text(i - 1, "had", "has", "have")
        is_object = has and not clause.forms(i) & {"part", "past"}  # "have housing problems"
        if clause.forms(i) == {"ing"} and clause.is_in(i - 1, "be") and clause.is_in(begin - 1, "task_nouns"):
            return Trigger(i - 1, i - 1, None, "subject")  # "one challenge is controlling it"
        is_noun = clause.forms(i) == {"s"} and clause.is_in(clause.past_adverbs(i - 1), "be")  # "six were farms"
        is_noun = is_noun or (clause.is_text(i, "police") and clause.is_in(i - 1, "be"))
        is_verb = (
            clause.forms(i)
            and not is_noun
            and not clause.is_in(i, "prepositions")
            and clause.words[i].low not in ("up", "down")
        )
        if is_verb and clause.is_text(i - 1, "get", "gets", "got", "getting") and clause.forms(i) <= {"base", "s"}:
            return self.verb(i - 1, "subject")  # "get free meals"
        if is_verb and not is_object:
            return self.verb(i, "subject")
        if has and (i > right or is_object):
            return Trigger(i - 1, i - 1, self.lexicon.types.get("have"), "subject")
        return self._handing_verb(begin, i)

    def _handing_verb(self, first: int, last: int) -> Trigger | None:
        """ "nine of them deserve to be here": the verb that hands on, where nothing takes it."""
        for j in range(first, min(last, first + 4)):
            if self.clause.base(j) in self.lexicon.sets["control"] and not self.clause.is_in(j, "auxiliaries"):
                return self.verb(j, "subject")
        return None

    def _content_of(self, i: int) -> int | None:
        """The index of the verb that carries the meaning, past auxiliaries, adverbs and "managed to"."""
        words = self.clause.words
        for _ in range(8):
            if i >= len(words):
                return None
            if self._hands_on(i):
                i += 2
            elif self.clause.is_text(i, "more") and self.clause.is_text(i + 1, "than"):
                i += 2  # "has more than doubled"
            elif self._links(i) or self._begins(i):
                i += 1  # "feared dead", "began queuing"
            elif (
                self.clause.is_in(i, "auxiliaries")
                or self.clause.is_adverb(i)
                or words[i].text in _QUOTES
                or words[i].low == "to"
            ):
                i += 1
            else:
                return i
        return None

    def _hands_on(self, i: int) -> bool:
        """ "managed to flee": the second verb tells what happened; not "went to court"."""
        if self.clause.base(i) not in self.lexicon.sets["control"] or not self.clause.is_text(i + 1, "to"):
            return False
        if self.clause.base(i) == "fail" and self.clause.is_text(i + 1, "to"):
            return False  # "19 missiles failed to reach the city": that they failed is what happened
        if self.clause.base(i) == "need" and self.clause.is_in(self.clause.past_adverbs(i - 1), "be"):
            return False  # "was needed to boost pay": what for
        i += 2
        if i >= len(self.clause.words):
            return False
        return "base" in self.clause.forms(i) or self.clause.is_adverb(i) or self.clause.is_text(i, "be")

    def _is_state(self, i: int) -> bool:
        return i < len(self.clause.words) and self.clause.words[i].low in self.lexicon.words

    def _begins(self, i: int) -> bool:
        """ "began queuing": what is begun or kept up tells what happened."""
        return self.clause.base(i) in self.lexicon.sets["aspectual"] and "ing" in self.clause.forms(i + 1)

    def _links(self, i: int) -> bool:
        """ "feared dead", "remain trapped": the state behind the verb tells what happened."""
        base = self.clause.base(i)
        if base in self.lexicon.sets["linking"]:
            return self._is_state(i + 1) or "part" in self.clause.forms(i + 1)
        is_feared = base in ("fear", "presume", "believe", "think") and self.clause.is_in(i - 1, "be")
        if is_feared and "part" in self.clause.forms(i + 1):
            return True  # "are feared trapped"
        is_way = self.clause.is_in(i + 1, "amount_adverbs")  # "30 neighbors showed up"
        if base in self.lexicon.sets["fearing"] and self.clause.is_in(self.clause.past_adverbs(i - 1), "be"):
            return self._is_state(i + 1) or self.clause.forms(i + 1) >= {"part"}  # "are feared buried"
        return base in self.lexicon.sets["clause_verbs"] and self._is_state(i + 1) and not is_way
