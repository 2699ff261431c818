"""Events of what a sentence presents: "there were two men looking away", "also hurt were two", "shows a boy"."""

from pipeline.numbers.events.clause import Clause
from pipeline.numbers.events.objects import ObjectRules
from pipeline.numbers.events.subjects import SubjectRules
from pipeline.numbers.events.verbs import Trigger
from pipeline.numbers.mention import Mention
from pipeline.numbers.tokens import HYPHENS

_REACH = 12  # words between what is there and what it does
_INVERTED = 10  # words before the "were" of "Waiting outside in the rain were"


class PresentationRules:
    """The rules for what stands behind "there is", behind a verb of showing, and behind an inverted predicate."""

    def __init__(self, clause: Clause, objects: ObjectRules, subjects: SubjectRules) -> None:
        self.clause = clause
        self.lexicon = clause.lexicon
        self.objects = objects
        self.subjects = subjects

    def is_there(self, i: int) -> bool:
        """ "there are 40", "were there really 40": whether what is there begins behind `i`."""
        while self.clause.is_adverb(i) and not self.clause.is_text(i, "there"):
            i -= 1
        if self.clause.is_text(i, "there"):
            return self.clause.is_in(i - 1, "be")
        if not self.clause.is_in(i, "be"):
            return False
        while self.clause.is_in(i, "auxiliaries") or (self.clause.is_adverb(i) and not self.clause.is_text(i, "there")):
            i -= 1
        return self.clause.is_text(i, "there")

    def doing(self, right: int) -> Trigger | None:
        """ "there were two men on the far side looking away", "were there ten songs last year that mattered?"."""
        for i in range(right, min(right + _REACH, len(self.clause.words))):
            if self.clause.is_text(i, "who", "that") and not self.clause.is_in(i + 1, "determiners"):
                return self.subjects.relative_behind(i)
            if self.clause.is_stop(i) or self.clause.is_in(i, "auxiliaries") or self.clause.is_in(i, "clause_ends"):
                return None
            is_led = self.clause.is_in(i - 1, "prepositions") and not self.clause.is_in(i - 1, "particles")
            is_noun = is_led or self.clause.is_in(i - 1, "determiners") or self.objects.is_adjective(i - 1)
            if self.clause.forms(i) == {"ing"} and not is_noun and self._is_no_noun(i + 1):
                return self.objects.verb(i, "state-after")
            if self.clause.is_text(i, ",") or self.clause.forms(i) == {"past"}:
                return None
        return None

    def _is_no_noun(self, i: int) -> bool:
        return self.clause.is_in(i, "no_verbs") or self.clause.is_text(i, "and", ".") or self.clause.is_stop(i)

    def inverted(self, be: int) -> Trigger | None:
        """ "Also arrested were 12", "Waiting outside were 40", "Among those hurt were two": what comes first."""
        is_listed = self.clause.is_text(be, "include", "includes", "included")
        if not is_listed and not self.clause.is_text(be, "was", "were", "is", "are"):
            return None
        first = next((j for j in range(be - 1, max(-1, be - _INVERTED), -1) if self.clause.is_stop(j - 1)), None)
        if first is None:
            return None
        while first < be and (self.clause.is_adverb(first) or self.clause.is_text(first, "among", "of", "but", "and")):
            first += 1
        is_those = self.clause.is_text(first, "those") or (self.clause.is_text(first, "the") and first + 2 == be)
        first += is_those
        if is_listed and not self.clause.is_text(first - 1, "those"):
            return None
        if self.clause.base(first) == "include" or self._has_verb(first + 1, be):
            return None
        is_state = self.clause.low(first) in self.lexicon.words or "part" in self.clause.forms(first)
        goes_on = is_those or first + 1 == be or self.clause.is_in(first + 1, "no_verbs")
        does = self.clause.forms(first) == {"ing"} and self.clause.is_in(first + 1, "no_verbs")
        does = does and (self.clause.is_text(be, "were", "are") or self.clause.is_in(first + 1, "prepositions"))
        is_told = does or (is_state and goes_on and not self.clause.is_in(first, "prepositions"))
        if is_told and (kind := self.lexicon.words.get(self.clause.low(first))):
            return Trigger(first, first, kind, "object")
        return self.objects.verb(first, "object") if is_told else None

    def _has_verb(self, first: int, last: int) -> bool:
        return any(
            self.clause.is_in(j, "auxiliaries") or self.clause.is_in(j, "clause_ends") or self.clause.is_text(j, ",")
            for j in range(first, last)
        )

    def of_shown(self, mention: Mention, verb: int, right: int) -> Trigger | None:
        """ "shows a 7-year-old boy clinging to a roof", "found a 45-year-old mare, Mina, pacing".

        `verb` is the index of the word before the phrase.
        """
        if mention.kind != "age" or not self._is_hyphened(mention) or not self.clause.forms(verb):
            return None
        i = right
        if self.clause.is_text(i, ","):
            i += 1
            while i < right + 4 and self.clause.starts_phrase(i):
                i += 1
            i += self.clause.is_text(i, ",")
        is_shown = self.clause.base(verb) in self.lexicon.sets["causatives"] and self.objects.takes_object(verb)
        does = "ing" in self.clause.forms(i) and self.clause.is_in(i + 1, "no_verbs")
        return self.objects.verb(i, "state-after") if is_shown and does else None

    def _is_hyphened(self, mention: Mention) -> bool:
        return self.clause.text[mention.char_end : mention.char_end + 1] in HYPHENS

    def goes_on_with(self, i: int) -> bool:
        """ "with schools shut and thousands of pupils learning at home": what "with" says goes on behind "and"."""
        if not self.clause.is_text(i, "and"):
            return False
        for j in range(i - 1, max(-1, i - 12), -1):
            if self.clause.is_text(j, "with"):
                return any("part" in self.clause.forms(k) or self.clause.is_text(k, "shut") for k in range(j + 1, i))
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "auxiliaries"):
                return False
        return False

    def is_of_noun(self, i: int) -> bool:
        """Whether a preposition behind the subject of the sentence stands at `i`: "lawyers for the three men"."""
        is_led = self.clause.is_in(i, "prepositions") and not self.clause.is_in(i, "conjunctions")
        is_nobody = self.clause.is_in(0, "denying_all") or self.clause.is_text(0, "not", "no")
        return is_led and i == 1 and self.subjects.can_end_subject(0) and not is_nobody

    def is_shown(self, i: int) -> bool:
        """ "there are 40 men waiting", "one of nine men running for it": what they do stands behind them."""
        is_one = self.clause.is_text(i, "of") and self.clause.is_text(i - 1, "one")
        is_one = is_one or (self.clause.is_text(i, "among") and self.clause.is_in(i - 1, "be"))
        return is_one or self.is_there(i)
