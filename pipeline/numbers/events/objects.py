"""Events before a phrase: the verb of which it is the object, directly or through a preposition."""

from bisect import bisect_left
from dataclasses import replace

from pipeline.numbers.events.verbs import Trigger, VerbReader
from pipeline.numbers.mention import Mention

_AMOUNTS = ("money", "percent", "measure", "count", "ratio")


class ObjectRules(VerbReader):
    """The rules for a phrase that something is done to."""

    def object_of(self, left: int, mention: Mention) -> Trigger | None:
        """The verb that the phrase is the object of: adjacent, or before a preposition that amounts take."""
        if left >= 0 and self._is_amount_word(left, mention):
            return Trigger(left, left, self.lexicon.words[self.clause.words[left].low], "state-before")
        i = self.skip_back(left)
        if i < 0 or self.clause.is_stop(i):
            return None
        word = self.clause.words[i].low
        has_lead = self.clause.is_text(i - 1, "will", "would", "have", "has", "had")
        if word in ("be", "been") and mention.kind in ("percent", "money") and has_lead:
            return Trigger(i - 1, i, None, "state-before")
        if word == "to" and self.clause.is_text(i - 1, "home"):
            return Trigger(i - 1, i, self.lexicon.words.get("home to"), "state-before")
        if self._is_amount_word(i, mention):
            return Trigger(i, i, self.lexicon.words[word], "state-before")
        if trigger := self._with_particle(i):
            return trigger
        if self.takes_object(i):
            return self.verb(i, "object")
        if mention.kind in _AMOUNTS and self.clause.is_in(i, "prepositions"):
            return self._through_preposition(i, mention)
        if mention.kind == "money":
            return self._past_indirect_object(i)
        return None

    def _is_amount_word(self, i: int, mention: Mention) -> bool:
        """ "up 3%", "worth $5m": an adverb or adjective that says what an amount does."""
        if mention.kind in ("age", "time") or self.clause.words[i].low not in self.lexicon.words:
            return False
        return mention.kind != "count" or not self.clause.is_in(i, "amount_adverbs")

    def skip_back(self, i: int) -> int:
        """Past articles, adverbs and bound words to the left."""
        for _ in range(4):
            if i > 0 and self.clause.is_in(i, "skip_before") and not self.clause.is_in(i, "prepositions"):
                i -= 1
        return i

    def within(self, mention: Mention) -> Trigger | None:
        """A verb that the phrase itself begins with: "exceeding 200 km/h", "topped 40 degrees"."""
        first = bisect_left(self.clause.starts, mention.phrase_start)
        stands_before = first < bisect_left(self.clause.starts, mention.char_start)
        if stands_before and self.clause.forms(first) & {"past", "ing", "s"}:
            return self.verb(first, "object")
        return None

    def _with_particle(self, i: int) -> Trigger | None:
        """ "lay off 40 workers", "shot down two jets"."""
        if i < 1 or not self.clause.is_in(i, "particles") or not self.takes_object(i - 1):
            return None
        base = self.clause.base(i - 1) or ""
        pair = f"{base} {self.clause.words[i].low}"
        if pair in self.lexicon.types:
            return Trigger(i - 1, i, self.lexicon.types[pair], "object-particle")
        if self.clause.is_in(i, "prepositions") and not self.clause.is_text(i, "off", "out"):
            return None  # "protests in 100 cities"
        return Trigger(i - 1, i - 1, self.lexicon.types.get(base), "object-particle")

    def _through_preposition(self, i: int, mention: Mention) -> Trigger | None:
        """ "rose to 5%", "sold for $6,000", "boosted spending by 2.5%": the verb that the preposition belongs to."""
        if not self.clause.is_in(i, "amount_prepositions"):
            return None
        moved = self.clause.is_text(i, "from") and any(self._moves(j) for j in range(max(0, i - 3), i))
        if mention.kind in ("count", "ratio") and not moved and not self.clause.is_text(i, "to", "by", "of", "with"):
            return None
        if self.clause.is_text(i, "of") and not self.clause.is_in(i - 1, "amount_nouns"):
            return None
        noun_like: Trigger | None = None  # "rates", "vote": may be a noun where a verb stands further left
        reach = 9 if mention.kind != "count" else 6
        for j in range(i - 1, max(-1, i - reach), -1):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",", "that") or self.clause.is_in(j, "clause_ends"):
                return noun_like
            if self.clause.words[j].low in self.lexicon.words and j == i - 1:
                return Trigger(j, j, self.lexicon.words[self.clause.words[j].low], "through-preposition")
            if self.clause.forms(j) == {"ing"} and not self._is_participle(j):
                continue
            if self.takes_object(j) or ("part" in self.clause.forms(j) and self.clause.is_in(j - 1, "be")):
                found = self.verb(j, "through-preposition")
                is_agent = mention.kind == "count" and self.clause.is_text(i, "by")
                if is_agent and self.clause.base(j) == "survive":
                    return replace(found, type=None)  # who is left behind
                if is_agent and found.type not in ("RISE", "FALL"):
                    return None
                if not found.type and mention.kind == "count" and not (j == i - 1 and self.clause.is_text(i, "to")):
                    return noun_like
                sure = self.clause.is_text(
                    j - 1, "to", "will", "would", "could", "can", "may", "might", "must", "should"
                )
                if self.clause.forms(j) <= {"s", "base"} and j == i - 1 and not sure:
                    noun_like = found
                    continue
                return found
            if mention.kind == "count" and self.clause.is_in(j, "prepositions"):
                return None
        return noun_like

    def _moves(self, j: int) -> bool:
        return self.clause.base(j) is not None and self.verb(j, "").type in ("RISE", "FALL")

    def _is_participle(self, j: int) -> bool:
        """Whether an "ing" is a verb and no noun: behind a comma, "be", a preposition or at the head."""
        return (
            j == 0
            or self.clause.is_text(j - 1, ",", "and")
            or self.clause.is_in(j - 1, "be")
            or self.clause.is_in(j - 1, "prepositions")
        )

    def _past_indirect_object(self, i: int) -> Trigger | None:
        """ "charge WeWork almost $6 million", "paid him $200"."""
        for j in range(i - 1, max(-1, i - 4), -1):  # "has cost the economy $2bn"
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "prepositions"):
                break
            if self.clause.base(j) in self.lexicon.sets["givers"] and self.takes_object(j):
                return self.verb(j, "indirect-object")
        for j in range(i, max(-1, i - 4), -1):
            word = self.clause.words[j]
            if j < i and self.takes_object(j):
                return self.verb(j, "indirect-object")
            if not (word.text[:1].isupper() or word.low in self.lexicon.sets["indirect_objects"]):
                return None
        return None

    def of_duration(self, mention: Mention, left: int) -> Trigger | None:
        """ "sentenced to 50 weeks", "worked there for more than three decades", "faces 10 years"."""
        if mention.subkind != "duration":
            return None
        i = self.skip_back(left)
        if i < 0 or self.clause.is_stop(i):
            return None
        said = self.clause.base(i) in self.lexicon.sets["clause_verbs"] or self.clause.is_text(i, "has", "have", "had")
        if self.takes_object(i) and not said:
            return self.verb(i, "object")
        if not self.clause.is_in(i, "duration_prepositions"):
            return None
        for j in range(i - 1, max(-1, i - 13), -1):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "clause_ends"):
                return None
            forms = self.clause.forms(j)
            if forms & {"past", "part"} and not self.clause.is_in(j, "auxiliaries"):
                return self.verb(j, "through-preposition")
        return None
