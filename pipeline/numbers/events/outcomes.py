"""The class that the words behind a verb give: "took 14 men hostage", "were rushed to hospital", "killed or hurt"."""

from bisect import bisect_left
from collections.abc import Iterator

from pipeline.numbers.events.clause import Clause
from pipeline.numbers.events.verbs import Trigger
from pipeline.numbers.mention import Mention

_LONGEST = 3  # words of "take into custody" behind its verb
_REACH = 6  # words of "to the district hospital", "suffered serious head injuries"
_DEAD, _DAMAGED, _BOTH = "KILL", "DAMAGE", "both"
_HARMED = (_DEAD, "WOUND", "MISSING")
_BODIES = ("bodies", "body", "corpses", "remains")


class OutcomeRules:
    """What a verb comes to, by what stands behind it and behind what it counts."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self.lexicon = clause.lexicon

    def class_of(self, word: str) -> str | None:
        """The class of a noun or a participle alone: "toll", "dead", "injured"."""
        verb = self.lexicon.verbs.get(word)
        of_verb = self.lexicon.types.get(verb[0]) if verb and "part" in verb[1] else None
        return self.lexicon.nouns.get(word) or self.lexicon.words.get(word) or of_verb

    def of(self, found: Trigger, mention: Mention) -> tuple[bool, str | None]:
        """Whether the words behind the trigger tell its class, and that class; None is of no class."""
        base = self.clause.base(found.first)
        if self._is_fatal(found, mention):
            return True, self.class_of("dead")
        if base in self.lexicon.sets["finders"] and self._are_bodies(mention):
            return True, self.class_of("dead")
        for i in self._places(found, mention):
            for words in self._behind(i):
                pair = f"{base} {words}"
                if (of := self.lexicon.outcomes.get(pair)) or pair in self.lexicon.sets["no_class"]:
                    return True, of
        harm = map(self._suffered, self._places(found, mention)) if base in self.lexicon.sets["sufferers"] else ()
        if of := next(filter(None, harm), None):
            return True, of
        if mixed := self._mixed(found):
            return True, mixed if mixed in (_DEAD, _DAMAGED) else None
        state = " ".join(self.clause.low(i) for i in range(found.first, found.last + 1))
        return (True, self.lexicon.words[state]) if " " in state and state in self.lexicon.words else (False, None)

    def _places(self, found: Trigger, mention: Mention) -> tuple[int, ...]:
        right = bisect_left(self.clause.starts, mention.phrase_end)
        return (found.last + 1, right) if right > found.last + 1 else (found.last + 1,)

    def _behind(self, i: int) -> Iterator[str]:
        """The one, two or three words at `i` without articles; of a place, only what sort it is: "to hospital"."""
        words: list[str] = []
        for j in range(i, min(i + _REACH, len(self.clause.words))):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",", "and") or self.clause.is_number(j):
                break
            if not self.clause.is_in(j, "determiners") and not self.clause.is_adverb(j):
                words.append(self.clause.low(j))
        for n in range(min(_LONGEST, len(words)), 0, -1):
            yield " ".join(words[:n])
        if words and words[0] in ("to", "from"):
            for word in words[2:]:
                yield f"{words[0]} {word}"

    def _is_fatal(self, found: Trigger, mention: Mention) -> bool:
        """ "shot dead", "shot two men dead", "stabbed to death", "one fatally", "lost their lives"."""
        for i in self._places(found, mention):
            led = i + 1 + self.clause.is_in(i + 1, "determiners")  # "fell to their deaths"
            to_death = self.clause.is_text(i, "to") and self.clause.is_text(led, "death", "deaths")
            if to_death and self.clause.base(found.first) not in self.lexicon.sets["only_threaten"]:
                return True
            if found.type and self.clause.is_text(i, "dead", "fatally"):
                return True
        if found.type and self.clause.is_text(found.first - 1, "fatally"):
            return True
        if self.clause.base(found.first) == "lose" and found.rule == "object" and self._is_family(mention):
            return True
        if self.clause.base(found.first) not in self.lexicon.sets["takers"]:
            return False
        is_claimed = self.clause.base(found.first) == "claim" and found.rule == "object"
        if (mention.noun_head or "").lower() in ("life", "victim") and (is_claimed or mention.noun_head == "life"):
            return not self._is_said(found, mention)
        return any(
            self.clause.is_in(i, "determiners") and self.clause.is_text(i + 1, "life", "lives")
            for i in self._places(found, mention)
        )

    def _is_family(self, mention: Mention) -> bool:
        """ "lost two sons", not "the firm lost three partners"."""
        head = (mention.noun_head or "").lower()
        return head in self.lexicon.sets["kin"] and head != "partner"

    def _is_said(self, found: Trigger, mention: Mention) -> bool:
        """ "claimed 14 lives had been saved"."""
        return found.rule == "object" and self.clause.is_in(self._places(found, mention)[-1], "auxiliaries")

    def _suffered(self, i: int) -> str | None:
        """ "suffered serious head injuries", "left with burns": the class of the harm."""
        for j in range(i, min(i + _REACH, len(self.clause.words))):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",", "and") or self.clause.is_number(j):
                return None
            if self.clause.is_in(j, "prepositions") and not (j == i and self.clause.is_text(j, "with")):
                return None
            if (of := self.lexicon.nouns.get(self.clause.low(j))) == "WOUND":
                return of
        return None

    def _are_bodies(self, mention: Mention) -> bool:
        """ "recovered 12 bodies", "found the bodies of four sailors"."""
        left = bisect_left(self.clause.starts, mention.phrase_start) - 1
        left -= self.clause.is_in(left, "determiners")
        of = self.clause.is_text(left, "of") and self.clause.is_text(left - 1, *_BODIES)
        is_whole = "of" in (mention.noun or "").split()  # "bodies of water"
        return of or (mention.noun_head in ("body", "corpse") and not is_whole)

    def _mixed(self, found: Trigger) -> str:
        """ "killed or wounded", "dead and missing": of nobody is told which; "damaged or destroyed" is damaged.

        Empty where one thing is told.
        """
        if found.type is None or "part" not in self.clause.forms(found.first) | self._state(found.first):
            return ""
        for link, other in ((found.last + 1, found.last + 2), (found.first - 1, found.first - 2)):
            link, other = self._past_comma(link, other)
            of = self.class_of(self.clause.low(other))
            if of == _DEAD and other > link and self.clause.is_text(link, "and"):
                return _DEAD if self.clause.base(found.first) in self.lexicon.sets["ways_to_kill"] else _BOTH
            if of in (None, found.type) or self.clause.base(other) in self.lexicon.sets["ways_to_kill"]:
                continue
            if self.clause.is_text(link, "or") and {of, found.type} == {_DAMAGED, "DESTROY"}:
                return _DAMAGED
            if self.clause.is_text(link, "or") or (of in _HARMED and found.type in _HARMED and self._and(link, other)):
                return _BOTH
        return ""

    def _and(self, link: int, other: int) -> bool:
        """ "killed and wounded in the raid", not "killed and injured 40"."""
        return self.clause.is_text(link, "and") and not self.clause.starts_phrase(max(link, other) + 1)

    def _past_comma(self, link: int, other: int) -> tuple[int, int]:
        """ "killed, wounded or displaced": what "or" joins to the first of three."""
        listed = self.clause.is_text(link, ",") and self.clause.is_text(other + 1, "or", "and")
        return (
            (other + 1, other + 2)
            if listed and other > link and self.class_of(self.clause.low(other))
            else (link, other)
        )

    def _state(self, i: int) -> frozenset[str]:
        return frozenset(("part",)) if self.clause.low(i) in self.lexicon.words else frozenset()
