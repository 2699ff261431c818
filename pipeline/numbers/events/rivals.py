"""Which word tells what happened where several could: a verb, a state behind the phrase, another noun's verb."""

from pipeline.numbers.events.ages import AgeRules
from pipeline.numbers.events.attributes import AttributeRules
from pipeline.numbers.events.classes import ClassRules
from pipeline.numbers.events.clause import Clause
from pipeline.numbers.events.completions import CompletionRules
from pipeline.numbers.events.last import LastRules
from pipeline.numbers.events.nominals import NominalRules
from pipeline.numbers.events.objects import ObjectRules
from pipeline.numbers.events.predicates import PredicateRules
from pipeline.numbers.events.presented import PresentationRules
from pipeline.numbers.events.spans import SpanRules
from pipeline.numbers.events.subjects import SubjectRules
from pipeline.numbers.events.verbs import Trigger
from pipeline.numbers.mention import Mention

__all__ = ["RivalRules"]


class RivalRules:
    """Weighs the words of one sentence that may be the trigger of a mention."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self.lexicon = clause.lexicon
        self.objects = ObjectRules(clause)
        self.subjects = SubjectRules(clause)
        self.nominals = NominalRules(clause)
        self.ages = AgeRules(clause, self.objects, self.subjects)
        self.spans = SpanRules(clause, self.objects, self.subjects)
        self.attributes = AttributeRules(clause)
        self.classes = ClassRules(clause)
        self.predicates = PredicateRules(clause)
        self.presented = PresentationRules(clause, self.objects, self.subjects)
        self.last = LastRules(clause, self.objects, self.subjects, self.predicates)
        self.completions = CompletionRules(self.subjects, self.predicates)
        self._last: Trigger | None = None  # of the share before

    def _is_of_other(self, found: Trigger, right: int) -> bool:
        """ "wrote 60 cheques to a firm that had closed": whether a verb stands in a relative of another noun.

        Or behind another number, and nothing else: "found 46 faults at nine of the 12 prisons inspected".
        """
        ends = self.clause.is_stop(found.last + 1) or self.clause.is_text(found.last + 1, ".", ",")
        is_bare = found.first == found.last and "part" in self.clause.forms(found.first)
        if ends and is_bare and any(self.clause.is_number(j) for j in range(right, found.first)):
            return True
        who = self.clause.past_adverbs(found.first - 1)
        while self.clause.is_in(who, "auxiliaries"):
            who -= 1
        return right < who < found.first and self.clause.is_in(who, "relatives")

    def _tells_in_relative(self, before: Trigger, right: int) -> bool:
        """ "a state that found $4 million for a stadium cannot find a bus": the verb of a relative has its object."""
        is_led = self.clause.is_in(self.clause.past_adverbs(before.first - 1), "relatives")
        return is_led and self.clause.is_text(right, "for", "in", "to", "on", "from", "at", "with")

    def _is_of_last(self, found: Trigger, left: int, mention: Mention) -> bool:
        """ "leaves a wife, two sons and a niece born in May": of a list with a verb, only the last is told."""
        is_reduced = "part" in self.clause.forms(found.first) and not self.clause.is_in(
            self.clause.past_adverbs(found.first - 1), "auxiliaries"
        )
        is_member = is_reduced and self.clause.is_text(left, ",")
        return is_member and self.objects.listed(left, mention) is not None

    def _says(self, before: Trigger, right: int) -> bool:
        """ "claimed 14 lives had been saved": whether what stands behind the verb is a clause."""
        is_said = self.clause.base(before.first) in self.lexicon.sets["clause_verbs"]
        return is_said and self.clause.is_in(right, "auxiliaries")

    def _speaks(self, left: int) -> bool:
        """ "“...,” said one expert": who speaks stands behind the verb."""
        return self.clause.is_text(left, "said", "says", "wrote") and self.clause.is_text(left - 1, "”", '"', ",")

    def _is_sure(self, before: Trigger, left: int) -> bool:
        """Whether nothing behind the phrase can tell more: "killed 42 people", not "left 22 people dead"."""
        base = self.clause.base(before.first)
        if base == "tell":  # not "told us 60% were late", "we are told 60 were"
            is_passive = self.objects.prepositions.is_passive_at(before.first)
            return not (is_passive or self.clause.is_in(self.objects.skip_back(left), "indirect_objects"))
        gets = base == "receive"  # "received 70 wounded"
        return before.type is not None and not gets and base not in self.lexicon.sets["causatives"]

    def _state(self, mention: Mention, left: int, right: int, before: Trigger | None) -> Trigger | None:
        """A state or participle behind the phrase, where it tells more than the verb before it."""
        if self.clause.is_text(right, "being") and "part" in self.clause.forms(right + 1):
            return self.subjects.verb(right + 1, "state-after")  # "moved to a $9-million hall being built"
        if self.attributes.is_hyphened(mention):
            return None  # "a three-storey building"
        if before is None and mention.kind in ("money", "percent") and self.clause.is_text(right, "off"):
            return Trigger(right, right, None, "state-after")  # "$25 off"
        is_loose = before is not None and self._is_loose(before)
        i = self.objects.skip_back(left)
        has_with = self.clause.is_text(i, "with") or self.presented.goes_on_with(i)  # "with all teams playing"
        state = self.subjects.state_after(right, after_loose=is_loose or has_with or self.presented.is_shown(i))
        if before is None and self.clause.is_text(right, "short") and not self.clause.is_text(left, ","):
            return Trigger(right, right, None, "state-after")  # "we are 600 cooks short"
        if state is None and has_with and self.clause.is_adverb(right):
            state = self.subjects.state_after(right + 1, after_loose=True)  # "with 12 sailors still aboard"
        if state is None and has_with:
            state = self.predicates.in_state(right) or self.subjects.participle_behind(right)
        holds = before is not None and self.clause.base(before.first) in self.lexicon.sets["holding"]
        if state is None or (holds and has_with) or not (state.type or before is None or is_loose or has_with):
            return None
        # "nine of the people arrested have been charged", "found 12 of the cars stolen": what befell the whole
        is_part = self.subjects.is_part and "part" in self.clause.forms(state.first)
        if is_part and before is not None and not has_with:
            return None
        if not has_with and self.subjects.is_of_another(left, state):
            return None  # "fog at three airports caused delays"
        if not state.type and self.clause.is_text(left, "of") and self.clause.is_in(left - 1, "about_nouns"):
            return None
        if mention.kind == "measure" and self.subjects.describes_next(state.last):
            return None  # "4 ounces cooked rice"
        # "three men accused of it have been freed", "40 farms owned by the two brothers took out loans"
        is_weak = (is_part or state.type in (None, "CHARGE", "HAVE")) and before is None and not has_with
        # "among the hundreds trapped were two boys", "the dishes that he and two friends cooked were sold"
        is_among = self.clause.is_text(i, "among") and not self.clause.is_in(i - 1, "denying_all")
        is_weak = is_weak and not (is_among or self.subjects.is_in_relative(left))
        is_weak = is_weak and not self.presented.is_of_noun(i)  # "lawyers for the three men accused of it argued"
        main = self.subjects.main_verb_after(state.last + 1) if is_weak else None
        is_doing = self.clause.forms(state.first) == {"ing"} and before is None and not has_with
        if is_doing and not self.clause.is_in(i, "prepositions") and not self.presented.is_shown(i):
            verb = self.subjects.verb_behind(state.last + 1)  # "two men carrying knives were arrested"
            main = main or (self.subjects.verb_at(verb) if verb is not None else None)
        return main or state

    def _is_loose(self, trigger: Trigger) -> bool:
        base = self.clause.base(trigger.first)
        has_of = trigger.rule == "through-preposition"  # "has a net worth of $64 million"
        tells = base in ("speak", "talk") and self.clause.is_text(trigger.last + 1, "of", "about")
        return (
            tells
            or base in self.lexicon.sets["clause_verbs"]
            or (base in self.lexicon.sets["causatives"] and not has_of)
        )
