"""Events of what goes from one number to another: "went from 90 pupils and 8 teachers in 2013, to 40 pupils"."""

from bisect import bisect_left

from pipeline.numbers.events.objects import ObjectRules
from pipeline.numbers.events.places import PlaceRules
from pipeline.numbers.events.verbs import Trigger, VerbReader
from pipeline.numbers.mention import Mention

_MEMBERS = 4  # numbers between "from" and "to"
_REACH = 22  # words from "from" back to the verb of a change
_MOVES = frozenset(("RISE", "FALL"))
_TIME = 5  # words of "in the year to March" in front of "from"
_WAYS = ("upward", "upwards", "downward", "downwards", "up", "down", "higher", "lower")

Found = list[Trigger | None]


class RangeRules(VerbReader):
    """Gives both ends of a change, and the members of the lists there, the verb that changes them."""

    def __init__(self, objects: ObjectRules) -> None:
        super().__init__(objects.clause)
        self.objects = objects
        self.places = PlaceRules(objects.clause)

    def share(self, mentions: list[Mention], found: Found) -> Found:
        """The triggers with those of changes filled in; same order, same length."""
        if not self.clause.has("from"):
            return found
        done = list(found)
        for i, first in enumerate(mentions):
            start = self._lead(first, "from")
            if start is not None and first.comparator == "range" and first.kind != "time":
                done[i] = done[i] or self._verb_of(start)  # "rose, from 2% to 3%" is one number
            end = self._end_of(mentions, i) if start is not None else None
            if start is not None and end is None and done[i] is None:
                begin = (
                    max(0, i - _MEMBERS) if self.clause.is_text(start - 1, ",") else self._beside(mentions, i, start)
                )
                done[i] = self._change_before(mentions[begin:i], done[begin:i], first)
            if start is None or end is None:
                continue
            trigger = done[i] or self._verb_of(start)
            for j in range(i, end + 1):
                done[j] = done[j] or trigger
        return done

    def _beside(self, mentions: list[Mention], i: int, start: int) -> int:
        """The index of the mention in front of "from" at `start` in "fell to 29 last year from 41"; `i` without one."""
        if i == 0 or mentions[i - 1].kind != mentions[i].kind or self._lead(mentions[i - 1], "to") is None:
            return i
        first = bisect_left(self.clause.starts, mentions[i - 1].phrase_end)
        apart = any(self.clause.is_stop(k) or self.takes_object(k) for k in range(first, start))
        return i if apart or start - first > _TIME else i - 1

    def _change_before(self, mentions: list[Mention], found: Found, last: Mention) -> Trigger | None:
        """ "fell to $2m in the three months to June, from $3m a year earlier": the change that `last` began at."""
        for mention, trigger in zip(reversed(mentions), reversed(found), strict=True):
            if mention.kind == last.kind:
                types = (trigger.type, self.verb(trigger.first, "").type) if trigger else ()
                return trigger if not _MOVES.isdisjoint(types) else None  # deaths that fall are of KILL
        return None

    def _lead(self, mention: Mention, word: str) -> int | None:
        """The index of the word, where it stands before the mention and what is bound to it."""
        first = bisect_left(self.clause.starts, mention.phrase_start)
        if self.clause.is_text(first, word) and self.clause.starts[first] < mention.char_start:
            return first
        left = self.objects.skip_back(first - 1)
        return left if self.clause.is_text(left, word) else None

    def _end_of(self, mentions: list[Mention], i: int) -> int | None:
        """The index of the mention behind "to", with no verb between."""
        for j in range(i + 1, min(i + 1 + _MEMBERS, len(mentions))):
            first, last = mentions[j - 1], mentions[j]
            words = range(
                bisect_left(self.clause.starts, first.phrase_end), bisect_left(self.clause.starts, last.phrase_start)
            )
            if any(self.clause.is_stop(k) or self.clause.is_in(k, "auxiliaries") for k in words):
                return None
            if any(self.takes_object(k) for k in words):
                return None
            if self._lead(last, "to") is not None:
                return j
        return None

    def _verb_of(self, start: int) -> Trigger | None:
        """The verb beside "from", or that of a rise or fall further left: "fell in May, from 6% to 5%"."""
        beside = self.clause.past_adverbs(start - 1)
        if self.places.is_event(beside):
            return self.verb(beside, "through-preposition")
        for j in range(start - 1, max(-1, start - _REACH), -1):
            if self.clause.is_stop(j) or self.clause.is_in(j, "relatives"):
                return None
            if self.places.is_event(j):
                found = self.verb(j, "through-preposition")
                if found.type in _MOVES or self.clause.base(j) == "range" or self.clause.is_text(j + 1, *_WAYS):
                    return found  # "has been edging upward, from 48 kilos"
        return None
