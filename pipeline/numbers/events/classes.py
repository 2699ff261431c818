"""The class of a trigger, as far as what is counted allows it: who releases a report rescues nobody."""

from bisect import bisect_left
from dataclasses import replace

from pipeline.numbers.events.clause import Clause
from pipeline.numbers.events.outcomes import OutcomeRules
from pipeline.numbers.events.verbs import Trigger
from pipeline.numbers.mention import Mention
from pipeline.numbers.tokens import HYPHENS

_AMOUNTS = ("money", "percent", "measure")
_LIMITED = (*_AMOUNTS, "time")
_MOVES = ("RISE", "FALL")
# what is done to people: of who does it they tell nothing
_DONE_TO = ("KILL", "WOUND", "ARREST", "ABDUCT", "RESCUE", "DISPLACE", "HOSPITALIZE", "VACCINATE", "CHARGE", "CONVICT")
_WISHES = ("need", "require", "seek", "want", "demand", "lack", "await")  # what they are of did not happen
_BEFALLING = ("die", "perish", "succumb", "drown", "starve", "suffocate", "face")
_TIMES = ("day", "days", "night", "morning", "evening", "afternoon", "weekend", "hour", "hours", "minutes")
_OF_LIFE = ("count", "age", "time")
_NOT_SUPPLIED = ("m", "m/s", "K")  # "brought winds of 90 mph and 12 inches of snow"


class ClassRules:
    """Takes a class away, or gives another, by the kind and the noun of a mention."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self.lexicon = clause.lexicon
        self.outcomes = OutcomeRules(clause)

    def fit(self, found: Trigger, mention: Mention, own: Trigger | None) -> Trigger:
        """The trigger with the class that it has of this mention; `own` is the event that the counted noun names."""
        if self._only_sizes(found, mention):
            return replace(found, type=None)
        if mention.kind == "count" and found.type in _DONE_TO and self._does_it(found, mention):
            return replace(found, type=None)
        if mention.kind in _OF_LIFE:
            is_told, of = self.outcomes.of(found, mention)
            if is_told:
                return replace(found, type=of)
        if mention.kind == "count" and (of_group := self._of_group(found)):
            return of_group
        of_noun = own.type if own else self._of_elided(mention)
        if mention.kind == "count":
            found = self._of_level(found, mention) or self._classed_by_noun(found, mention, of_noun)
        if found.type is None:
            return found
        base = self.clause.base(found.first)
        if base in self.lexicon.as_object and mention.kind == "money" and found.rule == "object":
            return replace(found, type=self.lexicon.as_object[str(base)])
        if base in self.lexicon.others and self._is_other(found, str(base), mention):
            return replace(found, type=self.lexicon.others[str(base)])
        if self._can_be(found, base, mention):
            return found
        is_light = base in self.lexicon.sets["light"]  # "made 14 arrests", "received 900 votes"
        return replace(found, type=of_noun if is_light else None)

    def shared(self, found: Trigger, mention: Mention, own: Trigger | None) -> Trigger:
        """The trigger of a neighbour with the class of this mention: "reported 40 cases and three deaths"."""
        if mention.kind not in _OF_LIFE:
            return found
        is_told, of = self.outcomes.of(found, mention)
        if is_told:
            return replace(found, type=of)
        if own and found.rule == "own-noun":
            return replace(found, type=own.type)  # "61 deaths from 4,000 cases"
        if of_group := self._of_group(found):
            return of_group
        of_verb = self.lexicon.types.get(self.clause.base(found.first) or "")
        if found.rule != "object" or found.first != found.last:
            return found
        if own:
            return found if of_verb else replace(found, type=own.type)
        is_lent = found.type in self.lexicon.sets["not_of_measure"] and found.type != of_verb
        is_thing = mention.noun_head is not None and not self._is_of_life(mention)
        return replace(found, type=of_verb) if is_lent and is_thing else found  # "brought 30 deaths and 12 power cuts"

    def _can_be(self, found: Trigger, base: str | None, mention: Mention) -> bool:
        sets, head = self.lexicon.sets, self._head(mention)
        if base in sets["of_people"] and not self._is_of_life(mention):
            return False
        is_toll = base in sets["bringers"] and found.type != self.lexicon.types.get(base or "")
        if base in sets["of_things"] and head in sets["living"] and not is_toll:
            return False
        if found.type == "ATTACK" and (head in sets["nature"] or self._strikes_nobody(found)):
            return False  # an earthquake strikes
        if found.type in ("ATTACK", "CLOSE", "PROTEST") and head in sets["margins"] | sets["plan_nouns"]:
            return False  # who hits three runs or strikes two deals attacks nobody
        if mention.kind == "count" and head is None and self._is_a_score(mention):
            return found.type not in sets["not_of_measure"]
        if found.type == "LOSE" and head in sets["living"] and not self._acts(found):
            return False  # nobody says how many of the lost are dead, and how many left
        if base in sets["bringers"] and found.type == "SUPPLY" and found.rule == "through-preposition":
            return False  # "brings the total to $4 million"
        if found.type == "SUPPLY" and mention.unit_si in _NOT_SUPPLIED:
            return False
        if found.type == "CLOSE" and self._is_level(found, mention):
            return False  # "closed at 38,460"
        if base in sets["of_levels"] and mention.kind == "count" and found.rule == "object" and found.type in _MOVES:
            return head is None or head in sets["margins"]  # who jumps two fences or raises two barns lets nothing rise
        if base == "contract" and found.rule == "object":
            return False  # builders
        if base == "hold" and found.rule != "object" and self.clause.is_in(found.last + 1, "determiners"):
            return False  # who holds a banner arrests nobody
        if base == "cut" and self.clause.is_text(found.first + 1, "off"):
            return False  # "people had been cut off" by the water
        if base in sets["of_jobs"] and not (mention.kind == "count" and (head is None or head in sets["job_nouns"])):
            return False
        is_charge = head is None or head in sets["charge_nouns"]
        if base in sets["of_charges"] and not is_charge:
            return False
        moved = found.type in _MOVES and mention.kind in ("count", "age") and head in sets["living"]
        left = bisect_left(self.clause.starts, mention.phrase_start) - 1
        is_with = base in ("go", "come") and not self.clause.is_text(left, "to", "by", "from")
        if moved and (found.rule in ("subject", "state-after") or is_with):
            return False  # who jumps from a bridge, or goes down with two brothers, does not increase
        return found.type not in sets[f"not_of_{mention.kind}" if mention.kind in _LIMITED else "of_money"]

    def _strikes_nobody(self, found: Trigger) -> bool:
        """ "Lightning struck 14 hikers", "40 towns hit by floods", "struck down 14 laws": nobody attacks."""
        who = self.clause.past_adverbs(found.first - 1)
        while self.clause.is_in(who, "auxiliaries"):
            who -= 1
        is_active = found.rule in ("object", "object-particle", "through-preposition")
        by = range(found.last + 2, found.last + 5) if self.clause.is_text(found.last + 1, "by") else range(0)
        agents = [who] * is_active + [j for j in by if not self.clause.is_stop(j)]
        lows = {self.clause.low(i) for i in agents}
        is_nature = not self.lexicon.sets["nature"].isdisjoint(lows | {low.removesuffix("s") for low in lows})
        return is_nature or self.clause.is_text(found.first + 1, "down")

    def _does_it(self, found: Trigger, mention: Mention) -> bool:
        """ "two men shot a guard", "was shot by two men"."""
        first = bisect_left(self.clause.starts, mention.phrase_start)
        if found.last < first:
            by = next((j for j in range(first - 1, max(found.last, first - 4), -1) if self.clause.is_text(j, "by")), -1)
            return by == found.last + 1 and "part" in self.clause.forms(found.first)
        after = found.last + 1
        has_object = self.clause.is_in(after, "determiners") or self.clause.is_number(after)
        is_when = any(self.clause.is_in(j, "spans") or self.clause.is_text(j, *_TIMES) for j in (after + 1, after + 2))
        is_done = self.clause.base(found.first) in _BEFALLING or is_when
        return self._acts(found) and not is_done and (has_object or self.clause.is_text(after, "him", "her", "them"))

    def _acts(self, found: Trigger) -> bool:
        """ "two men lost their jobs", not "two men were lost"."""
        is_passive = self.clause.is_in(self.clause.past_adverbs(found.first - 1), "be")
        after = found.last + 1
        ends = self.clause.is_stop(after) or self.clause.is_text(after, ",", ".") or self.clause.is_adverb(after)
        ends = ends or self.clause.is_in(after, "prepositions") or self.clause.is_in(after, "auxiliaries")
        return found.rule != "object" and not is_passive and not ends

    def _only_sizes(self, found: Trigger, mention: Mention) -> bool:
        """ "a 12-car pile-up killed three": what the noun does befalls none of the twelve."""
        is_joined = self.clause.text[mention.char_end : mention.char_end + 1] in HYPHENS and mention.kind == "count"
        befalls = is_joined and found.type in self.lexicon.sets["not_of_measure"] and found.rule == "subject"
        return befalls and not self.clause.is_in(self.clause.past_adverbs(found.first - 1), "be")

    def _is_a_score(self, mention: Mention) -> bool:
        """ "shot a 71", "a six-under 66": what an article leads is one thing that the number names."""
        return self.clause.is_text(bisect_left(self.clause.starts, mention.phrase_start) - 1, "a", "an", "under")

    def _is_level(self, found: Trigger, mention: Mention) -> bool:
        is_bare = mention.kind == "measure" or (mention.kind == "count" and mention.noun_elided)
        return is_bare and self.clause.is_text(found.last + 1, "at", "on")

    def _is_other(self, found: Trigger, base: str, mention: Mention) -> bool:
        """Whether a verb means its other class: "hit 40%" reaches it, "seized 3 tons" arrests nobody."""
        if base in self.lexicon.sets["firing"]:
            return mention.noun_head in self.lexicon.sets["missiles"]
        if base in self.lexicon.sets["of_people"]:
            return not self._is_of_life(mention)
        is_object = found.rule == "object" or bisect_left(self.clause.starts, mention.phrase_start) == found.last + 1
        is_reached = is_object and (mention.kind == "time" or mention.noun_head is None)
        return mention.kind in _AMOUNTS or is_reached  # "hit a 13-year high", "hit 82 off 61 balls"

    def _is_of_life(self, mention: Mention) -> bool:
        """Whether people or animals are counted, or nobody says what."""
        if mention.kind in ("money", "measure"):
            return False
        head = self._head(mention)
        return head is None or head in self.lexicon.sets["living"]

    def _head(self, mention: Mention) -> str | None:
        """The head of the noun in lower case: headlines have capitals."""
        return mention.noun_head.lower() if mention.noun_head else None

    def _of_group(self, found: Trigger) -> Trigger | None:
        """ "were among the dead", "the injured included": of the group that they are part of."""
        last = found.last
        if self.clause.is_text(last + 1, "among") and self.clause.is_text(last + 2, "the", "those"):
            of = self.outcomes.class_of(self.clause.low(last + 3))
            return replace(found, first=last + 3, last=last + 3, type=of) if of else None
        group = found.first - 1
        if self.clause.is_number(group) and self.clause.is_text(group - 1, "of"):
            group -= 2  # "the toll of 41 includes"
        head = group - 1 - self.clause.is_number(group - 1)  # "the 19 killed included"
        includes = self.clause.base(found.first) in ("include", "number") and self.clause.is_text(
            head, "the", "those", "death"
        )
        of = self.outcomes.class_of(self.clause.low(group)) if includes else None
        return replace(found, type=of) if of else None

    def _of_level(self, found: Trigger, mention: Mention) -> Trigger | None:
        """ "bringing the death toll to 28", "the toll stood at 28", "took the number of injured to 40": of the noun."""
        words, head = (mention.noun or "").lower().split(), (mention.noun_head or "").lower()
        if found.rule == "state-after":
            return None  # "the toll rose to 40, with 90 injured"
        if head == "toll" and "toll" in words:  # and no "tolls" that one pays
            of = next(
                filter(None, (self.outcomes.class_of(word) for word in words if word != "toll")),
                self.outcomes.class_of("toll"),
            )
        elif self._tells_level(found) and self._is_toll(head):
            of = self.outcomes.class_of(head)  # of the dead, of deaths; sales that rise do rise
        else:
            return None
        return replace(found, type=of) if of else None

    def _tells_level(self, found: Trigger) -> bool:
        is_moved = self.clause.base(found.first) in self.lexicon.sets["bringers"] | self.lexicon.sets["standing"]
        return is_moved or found.type in self.lexicon.sets["levels"]

    def _of_elided(self, mention: Mention) -> str | None:
        """ "passed by 52 votes to 48": the class of a noun that stands with another count."""
        if not mention.noun_elided:
            return None
        nouns = self.lexicon.nouns
        return nouns.get((mention.noun or "").lower()) or nouns.get(mention.noun_head or "")

    def _classed_by_noun(self, found: Trigger, mention: Mention, of_noun: str | None) -> Trigger:
        takes = self.clause.base(found.first) in self.lexicon.sets["takers"] | self.lexicon.sets["bringers"]
        if self.clause.base(found.first) in self.lexicon.sets["undoing"]:
            return replace(found, type=None)  # "prevented 14 deaths"
        handles = of_noun == "INFECT" and self.clause.base(found.first) in self.lexicon.sets["handling"]
        if self.clause.base(found.first) in _WISHES:
            return found  # "needs 40 votes"
        if (found.type is None or takes) and of_noun and not handles:
            return replace(found, type=of_noun)
        if self._tells_level(found) or (found.type is None and found.rule == "through-preposition"):
            return replace(found, type=self._toll_beside(found, mention) or found.type)
        return found

    def _is_toll(self, head: str) -> bool:
        """Whether a noun tells a toll, or no event of its own, as "injured" and "dead"."""
        if head in self.lexicon.words or head not in self.lexicon.nouns:
            return True
        return not {f"{head}s", f"{head[:-1]}ies"}.isdisjoint(self.lexicon.sets["tolls"])

    def _toll_beside(self, trigger: Trigger, mention: Mention) -> str | None:
        """ "the death toll has risen to 40", "bringing to 40 the number of people killed" are of deaths."""
        for i in range(trigger.first - 1, max(-1, trigger.first - 25), -1):
            if self.clause.is_stop(i) or self.clause.is_text(i, "as", "when", "while", "because"):
                break  # "the toll will rise as crews reach 12 villages"
            if self.clause.is_in(i, "tolls"):
                return self.lexicon.nouns.get(self.clause.words[i].low)
            if self.clause.is_text(i, "number"):
                return self._of_number(i)
        i = bisect_left(self.clause.starts, mention.char_end)
        if not self.clause.is_text(i + 1, "number", "total"):  # which the noun may stand behind
            i = bisect_left(self.clause.starts, mention.phrase_end)
        i += self.clause.is_in(i, "determiners")
        for j in range(i, i + 3):
            if self.clause.is_in(j, "tolls"):
                return self.lexicon.nouns.get(self.clause.low(j))
            if self.clause.is_text(j, "number", "total"):
                return self._of_number(j)
        return None

    def _of_number(self, i: int) -> str | None:
        """ "the number of people killed", "the number killed": the class of what was done to them."""
        for j in range(i + 1, min(i + 6, len(self.clause.words))):
            if self.clause.is_stop(j) or self.clause.is_in(j, "auxiliaries"):
                return None
            is_told = self.clause.is_in(j, "tolls") or self.clause.forms(j) & {"part"} or self._is_state(j)
            if is_told and (of := self.outcomes.class_of(self.clause.low(j))):
                return of
        return None

    def _is_state(self, i: int) -> bool:
        return self.clause.low(i) in self.lexicon.words

    def of_toll(self, left: int) -> Trigger | None:
        """ "The toll, now at 112, ...", "The death toll was 33", "Wounded: 17": what the noun before names."""
        i = left
        is_label = self.clause.is_text(i, ":")
        for _ in range(5):
            passed = self.clause.is_text(i, ":", ",", "at", "put") or self.clause.is_in(i, "be")
            if not (passed or self.clause.is_adverb(i)):
                break
            i -= 1
        if i < 0 or i == left:
            return None
        of = self.outcomes.class_of(self.clause.low(i)) if is_label else None
        opens = i == 0 or self.clause.is_stop(i - 1) or self.clause.is_text(i - 1, ",", ".")
        of = of if opens else None
        of = of or (self.lexicon.nouns.get(self.clause.low(i)) if self.clause.is_in(i, "tolls") else None)
        return Trigger(i, i, of, "own-noun") if of else None
