"""The class of a trigger, as far as what is counted allows it: who releases a report rescues nobody."""

from bisect import bisect_left
from dataclasses import replace

from pipeline.numbers.events.clause import Clause
from pipeline.numbers.events.verbs import Trigger
from pipeline.numbers.mention import Mention

_AMOUNTS = ("money", "percent", "measure")
_MOVES = ("RISE", "FALL")


class ClassRules:
    """Takes a class away, or gives another, by the kind and the noun of a mention."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self.lexicon = clause.lexicon

    def fit(self, found: Trigger, mention: Mention, own: Trigger | None) -> Trigger:
        """The trigger with the class that it has of this mention; `own` is the event that the counted noun names."""
        if mention.kind in ("count", "age") and self._is_fatal(found, mention):
            return replace(found, type=self._class_of("dead"))
        if mention.kind == "count" and (of_group := self._of_group(found)):
            return of_group
        if mention.kind == "count":
            found = self._of_level(found, mention) or self._classed_by_noun(found, own)
        if found.type is None:
            return found
        base = self.clause.base(found.first)
        if base in self.lexicon.as_object and mention.kind == "money" and found.rule == "object":
            return replace(found, type=self.lexicon.as_object[str(base)])
        if base in self.lexicon.others and self._is_other(str(base), mention):
            return replace(found, type=self.lexicon.others[str(base)])
        return found if self._can_be(found, base, mention) else replace(found, type=None)

    def _can_be(self, found: Trigger, base: str | None, mention: Mention) -> bool:
        sets, head = self.lexicon.sets, mention.noun_head
        if base in sets["of_people"] and not self._is_of_life(mention):
            return False
        if base in sets["of_things"] and head in sets["living"]:
            return False
        if found.type in ("ATTACK", "CLOSE") and head in sets["margins"]:
            return False  # who hits three runs attacks nobody
        if base in sets["of_jobs"] and not (mention.kind == "count" and (head is None or head in sets["job_nouns"])):
            return False
        is_charge = head is None or head in sets["charge_nouns"] or mention.kind in ("money", "time")
        if base in sets["of_charges"] and not is_charge:
            return False
        moved = found.type in _MOVES and mention.kind in ("count", "age") and head in sets["living"]
        if moved and found.rule in ("subject", "state-after"):
            return False  # who jumps from a bridge does not increase
        return found.type not in sets[f"not_of_{mention.kind}" if mention.kind in _AMOUNTS else "of_money"]

    def _is_other(self, base: str, mention: Mention) -> bool:
        """Whether a verb means its other class: "hit 40%" reaches it, "seized 3 tons" arrests nobody."""
        if base in self.lexicon.sets["of_people"]:
            return not self._is_of_life(mention)
        return mention.kind in _AMOUNTS

    def _is_of_life(self, mention: Mention) -> bool:
        """Whether people or animals are counted, or nobody says what."""
        if mention.kind in ("money", "measure"):
            return False
        return mention.noun_head is None or mention.noun_head in self.lexicon.sets["living"]

    def _is_fatal(self, found: Trigger, mention: Mention) -> bool:
        """ "shot dead", "shot two men dead", "stabbed to death", "lost their lives": whoever it is said of died."""
        right = bisect_left(self.clause.starts, mention.phrase_end)
        for i in (found.last + 1, right):
            to_death = self.clause.is_text(i, "to") and self.clause.is_text(i + 1, "death")
            if to_death or (found.type and self.clause.is_text(i, "dead")):
                return True
        loses = self.clause.base(found.first) == "lose" and self.clause.is_in(found.last + 1, "determiners")
        return loses and self.clause.is_text(found.last + 2, "life", "lives")

    def _of_group(self, found: Trigger) -> Trigger | None:
        """ "were among the dead", "the injured included": of the group that they are part of."""
        last = found.last
        if self.clause.is_text(last + 1, "among") and self.clause.is_text(last + 2, "the", "those"):
            of = self._class_of(self.clause.low(last + 3))
            return replace(found, first=last + 3, last=last + 3, type=of) if of else None
        includes = self.clause.base(found.first) == "include" and self.clause.is_text(found.first - 2, "the", "those")
        of = self._class_of(self.clause.low(found.first - 1)) if includes else None
        return replace(found, type=of) if of else None

    def _of_level(self, found: Trigger, mention: Mention) -> Trigger | None:
        """ "bringing the death toll to 28", "the toll stood at 28", "took the number of injured to 40": of the noun."""
        words, head = (mention.noun or "").lower().split(), (mention.noun_head or "").lower()
        if head == "toll" and "toll" in words:  # and no "tolls" that one pays
            of = next(filter(None, (self._class_of(word) for word in words if word != "toll")), self._class_of("toll"))
        elif self._tells_level(found) and (head in self.lexicon.words or head not in self.lexicon.nouns):
            of = self._class_of(head)  # of the dead; sales that rise do rise
        else:
            return None
        return replace(found, type=of) if of else None

    def _tells_level(self, found: Trigger) -> bool:
        is_moved = self.clause.base(found.first) in self.lexicon.sets["bringers"] | self.lexicon.sets["standing"]
        return is_moved or found.type in self.lexicon.sets["levels"]

    def _class_of(self, word: str) -> str | None:
        """The class of a noun or a participle alone: "toll", "dead", "injured"."""
        verb = self.lexicon.verbs.get(word)
        of_verb = self.lexicon.types.get(verb[0]) if verb and "part" in verb[1] else None
        return self.lexicon.nouns.get(word) or self.lexicon.words.get(word) or of_verb

    def _classed_by_noun(self, found: Trigger, own: Trigger | None) -> Trigger:
        takes = self.clause.base(found.first) in self.lexicon.sets["takers"]
        if (found.type is None or takes) and own:
            return replace(found, type=own.type)
        if self._tells_level(found) or (found.type is None and found.rule == "through-preposition"):
            return replace(found, type=self._toll_before(found) or found.type)
        return found

    def _toll_before(self, trigger: Trigger) -> str | None:
        """ "the death toll has risen to 40" is of deaths."""
        for i in range(trigger.first - 1, max(-1, trigger.first - 25), -1):
            if self.clause.is_stop(i):
                return None
            if self.clause.is_in(i, "tolls"):
                return self.lexicon.nouns.get(self.clause.words[i].low)
            if self.clause.is_text(i, "number"):  # "of people killed"
                done = (j for j in range(i + 1, i + 4) if "part" in self.clause.forms(j))
                return next(filter(None, (self._class_of(self.clause.low(j)) for j in done)), None)
        return None
