"""Events of what no other rule reads: the verb of the noun that a quantity belongs to, what is said of that noun."""

from bisect import bisect_left

from pipeline.numbers.events.clause import DASHES, Clause
from pipeline.numbers.events.objects import ObjectRules
from pipeline.numbers.events.predicates import PredicateRules
from pipeline.numbers.events.subjects import SubjectRules
from pipeline.numbers.events.verbs import Trigger
from pipeline.numbers.mention import Mention
from pipeline.numbers.tokens import HYPHENS

_RULE = "owner"
_REACH = 7  # words of the noun phrase before "of"
_LISTED = 22  # words of a list behind "with"
_WISHES = ("need", "seek", "want", "require", "lack", "await")  # nothing is done to what they are of
_DOINGS = ("ing", "al", "ment", "ation", "support", "consent")  # "the backing of two parties" is what they do
_LEVELS = ("percent", "money", "measure")
_KINDS = ("count", "measure")
_FUNDS = ("money", "savings", "cash", "salary", "pension", "wages")
_STAYING = ("remain", "stay", "stand", "hold", "come", "finish")


class LastRules:
    """The rules that come after the lists: they only fill in what is missing."""

    def __init__(
        self, clause: Clause, objects: ObjectRules, subjects: SubjectRules, predicates: PredicateRules
    ) -> None:
        self.clause = clause
        self.objects = objects
        self.subjects = subjects
        self.predicates = predicates

    def find(self, mention: Mention) -> Trigger | None:
        """The verb of the noun before "of", of the noun beside which the mention stands, or a state behind it."""
        left = bisect_left(self.clause.starts, mention.phrase_start) - 1
        right = bisect_left(self.clause.starts, mention.phrase_end)
        i = self.objects.skip_back(left)
        if self.clause.is_text(left - 1, "such") and self.clause.is_text(left, "as"):
            return self._of_example(left - 1)
        if self.clause.is_text(i, "including") and self.clause.is_text(i - 1, ",", "(", *DASHES):
            return self._of_whole(i - 1)
        if self.clause.is_text(left, "with") and self.clause.is_text(left - 1, "along", "together"):
            return self._added(left)
        if self.clause.is_text(i, "of") and (owned := self._of_noun_before(i, mention)):
            return owned
        if self.clause.is_text(left, *DASHES, ",") and self._is_of_it(mention):
            whole = self._of_whole(left)
            said = whole and self.clause.base(whole.first) in self.clause.lexicon.sets["clause_verbs"]
            return None if said else whole  # "all the grain was sold — 90 tonnes of it"
        is_aside = self.clause.is_text(left, ",") and self.clause.is_text(right, ",")
        if mention.kind == "money" and is_aside and self.clause.is_text(left - 1, *_FUNDS):
            return self.objects.prepositions.verb_before(left, reach=8)  # "bought it with her own money, $90, ..."
        if mention.kind == "count":
            return self._of_count(left, i, right)
        if self.clause.is_text(i, "at") and self.clause.is_text(i - 1, ","):
            return self._of_level(i - 1) if mention.kind in _LEVELS else None
        if mention.kind == "time" and self.clause.is_text(i, "for") and not self._is_hyphened(mention):
            return self._lasting(i - 1)
        if mention.kind == "measure" and self.clause.is_text(left + 1, "above", "below", "beyond"):
            return self.objects.prepositions.verb_before(left + 1, reach=6)  # "must not play music above 80 decibels"
        return self._of_being(i, right, mention)

    def _of_noun_before(self, i: int, mention: Mention) -> Trigger | None:
        """ "analysed the habits of 479 women", "gets help in the form of $4 million"; `i` is the index of "of"."""
        if mention.kind == "money" and (passive := self._of_passive(i)):
            return passive
        if self.clause.is_text(i - 1, "form") and self.clause.is_text(i - 3, "in"):
            return self._owner(i - 3)
        is_bare = mention.kind == "count" and mention.phrase_end == mention.char_end  # "join the field of 20"
        does = mention.kind == "count" and self.clause.low(i - 1).endswith(_DOINGS)
        return None if does or is_bare or mention.kind not in _KINDS else self._owner(i)

    def _is_of_it(self, mention: Mention) -> bool:
        behind = self.clause.text[mention.char_end : mention.char_end + 30].split()[:4]
        return any(pair in (["of", "it"], ["of", "them"]) for pair in (behind[:2], behind[1:3]))

    def _owner(self, i: int) -> Trigger | None:
        """The verb whose object ends before `i`, with nothing but one noun phrase between."""
        prepositions = self.objects.prepositions
        for j in range(i - 1, max(-1, i - _REACH), -1):
            ends = self.clause.is_stop(j) or self.clause.is_text(j, ",", "and", "or")
            if ends or self.clause.is_in(j, "prepositions") or self.clause.is_in(j, "clause_ends"):
                return None
            if j < i - 1 and prepositions.is_verb_of_noun(j):
                return None if self.clause.base(j) in _WISHES else self.objects.verb(j, _RULE)
            if self.clause.is_in(j, "auxiliaries") or self.clause.is_number(j):
                return None
        return None

    def _of_passive(self, i: int) -> Trigger | None:
        """ "was served with a late payment demand of $450": the passive before the preposition of the noun."""
        for j in range(i - 2, max(-1, i - _REACH), -1):
            if self.clause.is_in(j, "prepositions"):
                has_verb = self.clause.is_text(j, "with", "by") and self.objects.prepositions.is_passive_at(j - 1)
                return self.objects.verb(j - 1, _RULE) if has_verb else None
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "clause_ends"):
                return None
        return None

    def _of_count(self, left: int, i: int, right: int) -> Trigger | None:
        if self.clause.is_text(left, *DASHES) and self.clause.is_text(right, *DASHES):
            return self._owner(left)  # "told all residents — over 1 million people — to leave"
        return self._of_with(i, right) or self.predicates.in_state(right)

    def _of_with(self, i: int, right: int) -> Trigger | None:
        """ "With 900 officers, 120 trucks and 30 boats operating across the state": what the list does."""
        opens = self.clause.is_text(i, "with", ",", "and") and any(
            self.clause.is_text(j, "with") for j in range(i, max(-1, i - _LISTED), -1)
        )
        if not opens:
            return None
        for j in range(right, min(right + _LISTED, len(self.clause.words))):
            if self.clause.is_stop(j) or self.clause.is_in(j, "auxiliaries") or self.clause.is_in(j, "prepositions"):
                return None
            if self.clause.forms(j) == {"ing"} and not self.clause.is_in(j - 1, "determiners"):
                is_said = self.clause.is_in(j + 1, "prepositions") or self.clause.is_in(j + 1, "determiners")
                return self.objects.verb(j, "state-after") if is_said and not self.clause.is_text(j - 1, ",") else None
        return None

    def _of_level(self, comma: int) -> Trigger | None:
        """ "inflation remains high, at 6.8%": the verb of the adjective before the comma."""
        verb = self.clause.past_adverbs(comma - 2)
        return self.objects.verb(verb, _RULE) if self.clause.base(verb) in _STAYING else None

    def _lasting(self, state: int) -> Trigger | None:
        """ "the mother of a girl missing for nine years": the state before "for"."""
        is_state = self.clause.is_text(state, "missing", "dead", "gone") or any(
            self.clause.is_in(state, name) for name in ("plain_states", "lasting_states")
        )
        return Trigger(state, state, None, _RULE) if is_state and self._is_noun(state - 1) else None

    def _is_noun(self, i: int) -> bool:
        """Whether a plain noun stands at `i`, also one that may be a verb: "a man missing"."""
        is_led = self.clause.is_in(i - 1, "determiners") and self.clause.forms(i) <= {"base"}
        return is_led or self.subjects.can_end_subject(i)

    def _is_hyphened(self, mention: Mention) -> bool:
        return self.clause.text[mention.char_end : mention.char_end + 1] in HYPHENS

    def _of_being(self, i: int, right: int, mention: Mention) -> Trigger | None:
        """ "A depth of 35 metres is unsafe", "A 12-week limit is plenty": what is said of the subject at the head."""
        is_of = mention.kind == "measure" and self.clause.is_text(i, "of") and self._opens_clause(i)
        is_head = i < 0 or (i == 0 and self.clause.is_in(0, "determiners"))
        if not is_of and not (is_head and self._is_hyphened(mention) and mention.kind in ("time", "age", "measure")):
            return None
        be = right
        while be < right + 3 and be < len(self.clause.words) and self.clause.words[be].text.istitle():
            be += 1
        if not self.clause.is_in(be, "be"):
            return None
        said = be + 1
        while self.clause.is_adverb(said):
            said += 1
        if self.clause.forms(said) & {"part", "ing"}:
            return None
        adjective = self.subjects.is_adjective(said) or self.clause.is_in(said, "lasting_states")
        return Trigger(said, said, None, "predicate") if adjective else Trigger(be, be, None, "equals")

    def _opens_clause(self, i: int) -> bool:
        """Whether the noun phrase before "of" at `i` stands at the head of a clause."""
        for j in range(i - 1, max(-1, i - 5), -1):
            if self.clause.is_in(j, "determiners"):
                return j == 0 or self.clause.is_in(j - 1, "clause_ends") or self.clause.is_text(j - 1, ",", "and")
            if j == 0:
                return True
        return False

    def _of_whole(self, mark: int) -> Trigger | None:
        """ "several sites have shut, including two in the north": the verb of what the mentioned are among."""
        found = self.objects.prepositions.verb_before(mark)
        return None if found is None or self.clause.is_text(found.first - 1, "-") else found

    def _of_example(self, such: int) -> Trigger | None:
        """ "pointed to items such as $5m for roads": the verb of what the examples are of."""
        for j in range(such - 1, max(-1, such - 8), -1):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "clause_ends"):
                return None
            if self.clause.forms(j) & {"past", "ing", "s"} and self.objects.takes_object(j):
                return self.objects.verb(j, "object")
        return None

    def _added(self, left: int) -> Trigger | None:
        """ "has a battery of 70 kWh, along with 230 kW of power": the verb of what is had before."""
        for j in range(left - 2, max(-1, left - 16), -1):
            if self.clause.is_stop(j) or self.clause.is_in(j, "clause_ends"):
                return None
            if self.clause.is_text(j, "has", "have", "had", "gets", "includes", "offers") and self.objects.takes_object(
                j
            ):
                return self.objects.verb(j, "object")
        return None
