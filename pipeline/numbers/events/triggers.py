"""Where the word stands that says what happened to a counted thing: before it, after it, or in its own noun."""

from bisect import bisect_left
from dataclasses import dataclass

from pipeline.numbers.events.clause import Clause
from pipeline.numbers.mention import Mention

_REACH = 14  # words looked at to either side


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words `first` to `last` (inclusive) of a clause, the class of what they tell, and how they were found."""

    first: int
    last: int
    type: str | None
    rule: str


class TriggerFinder:
    """Looks for the trigger of one mention after another in one sentence."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self.lexicon = clause.lexicon

    def left_of(self, mention: Mention) -> int:
        """Index of the last word before the mention's phrase."""
        return bisect_left(self.clause.starts, mention.phrase_start) - 1

    def right_of(self, mention: Mention) -> int:
        """Index of the first word after the mention's phrase."""
        return bisect_left(self.clause.starts, mention.phrase_end)

    def find(self, mention: Mention) -> Trigger | None:
        """The trigger by the best rule that applies, or None."""
        left, right = self.left_of(mention), self.right_of(mention)
        if self._is_denomination(mention) or self._is_bare_age(mention):
            return None
        if mention.kind == "time":
            return self._of_duration(mention, left)
        if self.clause.is_in(left, "prepositions") and self._clause_follows(right):
            return self._subject_of(left, right, mention)
        own = self._own_noun(mention)
        before = self._within(mention) or self._object_of(left, mention)
        if before and before.type and self.clause.base(before.first) not in self.lexicon.sets["causatives"]:
            return before
        if before and self.clause.base(before.first) == "tell":
            return before
        state = self._state_after(right, after_loose=before is not None and self._is_loose(before))
        if state and (state.type or before is None or self._is_loose(before)):
            return state
        if before and not self._is_loose(before):
            return before
        return self._nominal_before(left, mention) or self._subject_of(left, right, mention) or own or before

    def _within(self, mention: Mention) -> Trigger | None:
        """A verb that the phrase itself begins with: "exceeding 200 km/h", "topped 40 degrees"."""
        first = bisect_left(self.clause.starts, mention.phrase_start)
        if first < bisect_left(self.clause.starts, mention.char_start) and self.clause.forms(first) & {
            "past",
            "ing",
            "s",
        }:
            return self._verb(first, "object")
        return None

    def _is_loose(self, trigger: Trigger) -> bool:
        base = self.clause.base(trigger.first)
        return base in self.lexicon.sets["clause_verbs"] or base in self.lexicon.sets["causatives"]

    # -- what is counted brings its own event

    def _own_noun(self, mention: Mention) -> Trigger | None:
        """ "40 deaths", "12 arrests", "3 Hospitalized": the counted noun itself is the event."""
        if mention.kind != "count":
            return None
        first = bisect_left(self.clause.starts, mention.char_end)
        last = self.right_of(mention)
        for i in range(first, min(last, first + 6)):
            if self.clause.is_in(i, "prepositions"):
                break
            if event := self.lexicon.nouns.get(self.clause.words[i].low):
                return Trigger(i, i, event, "own-noun")
            if i == last - 1 and "part" in self.clause.forms(i) and self._verb(i, "").type:
                return self._verb(i, "state-after")
        return None

    def _nominal_before(self, left: int, mention: Mention) -> Trigger | None:
        """ "the deaths of at least four members", "interviews with seven witnesses", "a death toll of 40"."""
        if not self.clause.is_text(left, "of", "to", "at", "with", "among", "above", "past", "by"):
            return None
        for i in range(left - 1, max(-1, left - 5), -1):
            word = self.clause.words[i].low
            pair = f"{self.clause.words[i - 1].low} {word}" if i else word
            if pair in self.lexicon.nouns and " " in pair:
                return Trigger(i - 1, i, self.lexicon.nouns[pair], "nominal")
            if word in self.lexicon.nouns and (i == left - 1 or self.lexicon.nouns[word] == "KILL"):
                return Trigger(i, i, self.lexicon.nouns[word], "nominal")
            if i == left - 1 and self.clause.is_text(left, "of", "with") and word in self.lexicon.sets["verbal_nouns"]:
                return Trigger(i, i, None, "nominal")
            if self.clause.is_stop(i) or word == ",":
                break
        return None

    # -- object

    def _object_of(self, left: int, mention: Mention) -> Trigger | None:
        """The verb that the phrase is the object of: adjacent, or before a preposition that amounts take."""
        if 0 <= left and self._is_amount_word(left, mention):
            return Trigger(left, left, self.lexicon.words[self.clause.words[left].low], "state-before")
        i = self._skip_back(left)
        if i < 0 or self.clause.is_stop(i):
            return None
        word = self.clause.words[i].low
        if word in ("be", "been") and mention.kind in ("percent", "money") and i:
            return Trigger(i - 1, i, None, "state-before")
        if word == "to" and self.clause.is_text(i - 1, "home"):
            return Trigger(i - 1, i, self.lexicon.words.get("home to"), "state-before")
        if self._is_amount_word(i, mention):
            return Trigger(i, i, self.lexicon.words[word], "state-before")
        if trigger := self._with_particle(i):
            return trigger
        if self._is_verb_before_object(i):
            return self._verb(i, "object")
        if mention.kind in ("money", "percent", "measure", "count", "ratio") and self.clause.is_in(i, "prepositions"):
            return self._through_preposition(i, mention)
        if mention.kind == "money":
            return self._past_indirect_object(i)
        return None

    def _is_amount_word(self, i: int, mention: Mention) -> bool:
        """ "up 3%", "worth $5m": an adverb or adjective that says what an amount does."""
        return mention.kind not in ("age", "time") and self.clause.words[i].low in self.lexicon.words

    def _skip_back(self, i: int) -> int:
        for _ in range(4):
            if i > 0 and self.clause.is_in(i, "skip_before") and not self.clause.is_in(i, "prepositions"):
                i -= 1
        return i

    def _is_verb_before_object(self, i: int) -> bool:
        clause = self.clause
        low = clause.words[i].low
        if low in ("has", "have", "had", "having"):
            return True
        forms = clause.forms(i)
        if (
            not forms
            or clause.is_in(i, "be")
            or clause.is_in(i, "prepositions")
            or (not clause.words[i].text.islower() and i > 0)
        ):
            return False
        if clause.base(i) in self.lexicon.sets["no_events"]:
            return False
        if forms & {"past", "ing"} or ("part" in forms and self._after_have(i)):
            return True
        if "base" in forms:
            return self._can_be_base(i)
        return (
            "s" in forms
            and i > 0
            and not clause.is_in(i - 1, "prepositions")
            and not clause.is_text(i - 1, "the", "a", "an", "of")
        )

    def _can_be_base(self, i: int) -> bool:
        """Whether a base form is a verb here: after "to", a modal, a plural or a pronoun."""
        before = self.clause.words[i - 1].low if i else ""
        if before in (
            "to",
            "will",
            "would",
            "could",
            "can",
            "may",
            "might",
            "should",
            "must",
            "did",
            "not",
            "n't",
            "didn't",
            "and",
            "they",
            "we",
            "i",
            "you",
            "who",
        ):
            return True
        return (before.endswith("s") and not before.endswith("ss")) or before in ("people", "police", "also")

    def _after_have(self, i: int) -> bool:
        return any(
            self.clause.is_text(j, "has", "have", "had", "having", "'ve", "’ve") for j in range(max(0, i - 3), i)
        )

    def _with_particle(self, i: int) -> Trigger | None:
        """ "lay off 40 workers", "shot down two jets"."""
        if i < 1 or not self.clause.is_in(i, "particles") or not self._is_verb_before_object(i - 1):
            return None
        base = self.clause.base(i - 1) or ""
        pair = f"{base} {self.clause.words[i].low}"
        if pair in self.lexicon.types:
            return Trigger(i - 1, i, self.lexicon.types[pair], "object-particle")
        return Trigger(i - 1, i - 1, self.lexicon.types.get(base), "object-particle")

    def _through_preposition(self, i: int, mention: Mention) -> Trigger | None:
        """ "rose to 5%", "sold for $6,000", "boosted spending by 2.5%": the verb that the preposition belongs to."""
        if not self.clause.is_in(i, "amount_prepositions"):
            return None
        if mention.kind in ("count", "ratio") and not self.clause.is_text(i, "to", "by", "of", "with"):
            return None
        if self.clause.is_text(i, "of") and not self.clause.is_in(i - 1, "amount_nouns"):
            return None
        reach = 9 if mention.kind != "count" else 6
        for j in range(i - 1, max(-1, i - reach), -1):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",", "that") or self.clause.is_in(j, "clause_ends"):
                return None
            if self.clause.words[j].low in self.lexicon.words and j == i - 1:
                return Trigger(j, j, self.lexicon.words[self.clause.words[j].low], "through-preposition")
            if self.clause.forms(j) == {"ing"} and not self._is_participle(j):
                continue
            if (
                self.clause.is_text(i, "by")
                and mention.kind == "count"
                and self._verb(j, "").type not in ("RISE", "FALL")
            ):
                return None
            if self._is_verb_before_object(j) or ("part" in self.clause.forms(j) and self.clause.is_in(j - 1, "be")):
                return self._verb(j, "through-preposition")
            if mention.kind == "count" and self.clause.is_in(j, "prepositions"):
                return None
        return None

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
        for j in range(i, max(-1, i - 4), -1):
            word = self.clause.words[j]
            if j < i and self._is_verb_before_object(j):
                return self._verb(j, "indirect-object")
            if not (
                word.text[:1].isupper()
                or word.low in ("him", "her", "them", "us", "me", "it", "you", "the", "investors", "users", "workers")
            ):
                return None
        return None

    # -- subject

    def _state_after(self, right: int, *, after_loose: bool) -> Trigger | None:
        """What stands directly behind the phrase: "dead", "injured", "missing", "climbing"."""
        if right >= len(self.clause.words):
            return None
        low = self.clause.words[right].low
        if low in self.lexicon.words:
            return Trigger(right, right, self.lexicon.words[low], "state-after")
        forms = self.clause.forms(right)
        if self.clause.is_in(right, "auxiliaries") or self.clause.is_in(right, "prepositions"):
            return None
        if self.clause.base(right) in self.lexicon.sets["control"] and self.clause.is_text(right + 1, "to"):
            return None
        if "part" in forms and low not in ("read", "put", "set", "let", "cut", "hit", "come", "become", "run"):
            return self._verb(right, "state-after")
        if "ing" in forms and (after_loose or self._verb(right, "").type):
            return self._verb(right, "state-after")
        return None

    def _subject_of(self, left: int, right: int, mention: Mention) -> Trigger | None:
        """The verb that the phrase is the subject of, past what is put between."""
        if (
            self.clause.is_in(left, "prepositions")
            and not self._clause_follows(right)
            and not self.clause.is_text(left, "as")
        ):
            return None
        i = self._past_inserted(right)
        return self._verb_group(i, right) if i is not None else None

    def _clause_follows(self, right: int) -> bool:
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
        if self.clause.is_in(i - 1, "prepositions") or self.clause.is_text(
            i - 1, "the", "a", "an", "his", "her", "its", "their"
        ):
            return bool("ing" in forms and i == right)
        if "past" in forms or "part" in forms:
            return True
        return bool(forms & {"base", "s"}) and (i == right or self.clause.is_in(i - 1, "relatives"))

    def _verb_group(self, i: int, right: int) -> Trigger | None:
        """The content verb of a group of verbs: "had been killed", "managed to flee", "was home to"."""
        clause = self.clause
        end = min(i + 8, len(clause.words))
        while i < end:
            if (
                clause.is_in(i, "auxiliaries")
                or clause.is_text(i, "not", "n't", "never", "to")
                or clause.words[i].low.endswith("ly")
            ):
                i += 1
                continue
            if (
                clause.base(i) in self.lexicon.sets["control"]
                and clause.is_text(i + 1, "to")
                and i + 2 < len(clause.words)
            ):
                i += 2
                continue
            break
        else:
            return None
        if clause.words[i].low in self.lexicon.words:
            return Trigger(i, i, self.lexicon.words[clause.words[i].low], "subject")
        if clause.is_text(i, "home") and clause.is_text(i + 1, "to"):
            return Trigger(i, i + 1, self.lexicon.words.get("home to"), "subject")
        if clause.forms(i) and clause.words[i].low not in ("up", "down"):
            return self._verb(i, "subject")
        if clause.is_text(i - 1, "had", "has", "have") and i > right:
            return Trigger(i - 1, i - 1, self.lexicon.types.get("have"), "subject")
        return None

    # -- durations, ages, money as a thing

    def _of_duration(self, mention: Mention, left: int) -> Trigger | None:
        """ "sentenced to 50 weeks", "worked there for more than three decades", "faces 10 years"."""
        if mention.subkind != "duration":
            return None
        i = self._skip_back(left)
        if i < 0 or self.clause.is_stop(i):
            return None
        said = self.clause.base(i) in self.lexicon.sets["clause_verbs"] or self.clause.is_text(i, "has", "have", "had")
        if self._is_verb_before_object(i) and not said:
            return self._verb(i, "object")
        if not self.clause.is_in(i, "duration_prepositions"):
            return None
        for j in range(i - 1, max(-1, i - 13), -1):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "clause_ends"):
                return None
            forms = self.clause.forms(j)
            if forms & {"past", "part"} and not self.clause.is_in(j, "auxiliaries"):
                return self._verb(j, "through-preposition")
        return None

    def _is_denomination(self, mention: Mention) -> bool:
        if mention.kind != "money":
            return False
        first = bisect_left(self.clause.starts, mention.char_end)
        return self.clause.is_in(first, "denominations")

    def _is_bare_age(self, mention: Mention) -> bool:
        """ "Hayley Walsh, 42, said": nothing happened to her; not "A 42-year-old woman was arrested"."""
        if mention.kind != "age":
            return False
        own = bisect_left(self.clause.starts, mention.char_start)
        return self.clause.is_text(own - 1, ",") or self.clause.is_in(own - 1, "prepositions")

    def _verb(self, i: int, rule: str) -> Trigger:
        """A verb as a trigger, with its particle where the two together are in the vocabulary."""
        base = self.clause.base(i) or ""
        if i + 1 < len(self.clause.words):
            pair = f"{base} {self.clause.words[i + 1].low}"
            if pair in self.lexicon.types:
                return Trigger(i, i + 1, self.lexicon.types[pair], rule)
        return Trigger(i, i, self.lexicon.types.get(base), rule)
