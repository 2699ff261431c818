"""Where the word stands that says what happened to a counted thing: before it, after it, or in its own noun."""

from bisect import bisect_left

from pipeline.numbers.events.rivals import RivalRules
from pipeline.numbers.events.verbs import Trigger
from pipeline.numbers.mention import Mention
from pipeline.numbers.tokens import HYPHENS

_THEM = ("them", "us", "you", "whom", "which", "those", "these")
_SUBJECTS = ("you", "we", "they", "he", "she", "i", "it")
_WHEN = ("when", "until", "once")
_NOUN_LIKE = frozenset(("base", "s"))
_AMOUNTS = ("money", "percent", "measure")

__all__ = ["Trigger", "TriggerFinder"]


class TriggerFinder(RivalRules):
    """Looks for the trigger of one mention after another in one sentence."""

    def find(self, mention: Mention) -> Trigger | None:
        """The trigger by the best rule that applies, or None; an event noun lends its class to a verb without one."""
        found = self._past_adverbs(self._find(mention)) or self.predicates.gapped(mention, self._last)
        if found and self.clause.base(found.first) in self.lexicon.sets["makers"]:
            found = self.subjects.made_to(self._right_of(mention)) or found
        found = self.completions.completed(found, self._right_of(mention)) if found else None
        self._last = found if mention.kind in ("percent", "ratio") else None
        if found is None and mention.kind == "count":
            found = self.classes.of_toll(self.objects.skip_back(self._left_of(mention)))
        if found is None or self.ages.only_speaks(mention, found):
            return self.ages.of_speaker(self._right_of(mention)) if mention.kind == "age" else None
        return self.classed(mention, found)

    def classed(self, mention: Mention, found: Trigger) -> Trigger:
        """The trigger with the class that it has of this mention."""
        return self.classes.fit(found, mention, self._own(mention))

    def of_neighbour(self, mention: Mention, given: Trigger) -> Trigger:
        """The trigger that a neighbour gave, with the class that it has of this mention."""
        return self.classes.shared(given, mention, self._own(mention))

    def _own(self, mention: Mention) -> Trigger | None:
        return self.nominals.own_noun(mention, self._right_of(mention)) if mention.kind == "count" else None

    def _left_of(self, mention: Mention) -> int:
        return bisect_left(self.clause.starts, mention.phrase_start) - 1

    def _past_adverbs(self, found: Trigger | None) -> Trigger | None:
        """ "could be immediately and remotely disabled": the participle, where the adverb before it was found."""
        if found is None or found.first != found.last or not self.clause.low(found.first).endswith("ly"):
            return found
        j = found.first
        while self.clause.is_adverb(j) or (self.clause.is_text(j, "and") and self.clause.is_adverb(j + 1)):
            j += 1
        is_done = j > found.first + 1 and "part" in self.clause.forms(j)
        return self.subjects.verb(j, found.rule) if is_done else found

    def is_verb(self, i: int) -> bool:
        """Whether the word at `i` is an auxiliary or a verb that can have an object."""
        return (self.clause.is_in(i, "auxiliaries") and not self.clause.is_month(i)) or self.objects.takes_object(i)

    def listed(self, mention: Mention) -> Trigger | None:
        """The verb of a list whose other members are no numbers, where the mention is one of them."""
        left = self._left_of(mention)
        listed = self.objects.listed(left, mention) or self.objects.prepositions.beside_name(left, mention)
        return listed or self.nominals.participle_of(mention)

    def listed_by(self, mention: Mention) -> bool:
        """Whether the mention is a member of a list that stands behind its verb."""
        return self.objects.listed(self._left_of(mention), mention) is not None

    def governing(self, mention: Mention) -> Trigger | None:
        """The verb in front of the mention whose object it is."""
        return self.objects.object_of(self._left_of(mention), mention)

    def is_behind_preposition(self, mention: Mention) -> bool:
        left = self._left_of(mention)
        return self.clause.is_in(self.objects.skip_back(left), "prepositions")

    def _find(self, mention: Mention) -> Trigger | None:
        left, right = self._left_of(mention), self._right_of(mention)
        self._tell_subjects(mention)
        if self.attributes.is_denomination(mention) or self.attributes.is_of_parent(mention, left):
            return None
        if mention.rule == "doubling":
            return self.subjects.verb(bisect_left(self.clause.starts, mention.char_start), "own-verb")
        if self.attributes.is_attribute(mention):
            is_time = mention.kind == "time"  # "began a nine-week walk", "The five-day visit was meant to help"
            return self.spans.of_lasting_noun(mention, left) if is_time else None
        if self.attributes.is_manner(mention, self.objects.skip_back(left)):
            return None
        if mention.kind == "time" and not self.attributes.is_hyphened(mention):
            if self.spans.only_says_when(self.objects.skip_back(left), right):
                return None
            if state := self.spans.state(left, right):
                return state
            found = self.objects.of_duration(mention, left) or self.spans.of_first(left, right)
            if found:
                return found
            if self.clause.is_stop(left) and (lived := self.subjects.contact_relative(right)):
                return lived  # "Thirty years I've worked here"
            passes = left < 0 or self.clause.is_text(left, *_WHEN)
            return self.spans.of_passing(right) if passes else self._predicate(mention, left, right)
        if mention.kind in ("age", "count") and (found := self.ages.of_plain(mention, left, right)):
            return found
        if self.attributes.is_bare_age(mention):
            return self.ages.of_bare_age(mention)
        if mention.kind == "age" and (found := self.ages.of_decade(mention, self.objects.skip_back(left), right)):
            return found
        if self.clause.is_in(left, "prepositions") and self.subjects.clause_follows(right):
            return self.subjects.subject_of(left, right)
        if asked := self.subjects.asked(left, right):
            return asked
        be = self.objects.skip_back(left)
        told = self.predicates.cleft(be) or self.presented.inverted(be) or self.presented.of_shown(mention, be, right)
        if told:
            return told
        if mention.kind == "percent" and (than := self.predicates.than_before(left)) is not None:
            return self.objects.prepositions.verb_before(than)
        own = self.nominals.own_noun(mention, right)
        if own and self.clause.is_in(own.first, "lending"):
            own = None
        if mention.value == 1 and self._speaks(left):
            return self.subjects.verb(left, "subject")
        before = self.objects.within(mention) or self.objects.object_of(left, mention)
        is_agent = before and before.rule == "through-preposition" and self.clause.is_text(left - 1, "by")
        if is_agent and mention.kind == "count" and (contact := self.subjects.contact_relative(right)):
            return contact  # "was helped by the six shops that it bought"
        tells = own and own.rule == "own-noun" and before and before.rule == "object" and not self._says(before, right)
        # "a raid with two arrested"
        with_state = self.clause.is_text(left, "with") and "part" in self.clause.forms(right)
        if before and (tells or self._is_sure(before, left)) and not with_state:
            return before  # "reported three deaths", "has seen 24 resignations"
        if state := self._state(mention, left, right, before):
            return state
        of_amount = mention.kind in _AMOUNTS and before is not None and before.rule == "through-preposition"
        if before and (of_amount or not self._is_loose(before)):
            return before
        if (said := self._predicate(mention, left, right)) or self.predicates.only_describes(left, right, mention):
            return said
        found = self.nominals.nominal_before(self.objects.skip_back(left), mention)
        if before is None or self.clause.base(before.first) in self.lexicon.sets["clause_verbs"]:
            found = found or self.subjects.subject_of(left, right, has_verb=before is not None)
            if found and before:
                is_other = self._tells_in_relative(before, right) or self._is_of_other(found, right)
            else:
                is_other = found is not None and self._is_of_last(found, left, mention)
            found = None if is_other else found
        if before and found is None and self.clause.base(before.first) in self.lexicon.sets["clause_verbs"]:
            found = self._of_being(mention, left, right, has_verb=True)  # "believe three men were in the car"
        found = found or own or before  # "had 3 tons at that point and said": no subject of what follows
        found = found or self.subjects.infinitive_behind(left, right)
        if found is None and self.presented.is_there(self.objects.skip_back(left)):
            found = self.presented.doing(right)
        if found := found or self._relative(mention, right) or self._of_being(mention, left, right):
            return found
        if mention.kind == "money" and (paid := self._of_first_price(left, right)):
            return paid
        if self.is_behind_preposition(mention):
            return self.ages.of_number(mention, self.objects.skip_back(left)) or self.predicates.in_state(right)
        return self.predicates.in_state(right)

    def _predicate(self, mention: Mention, left: int, right: int) -> Trigger | None:
        """What "be" or a comparison says by the phrase: "was $4", "is 12 metres long", "is twice as strong"."""
        i = left if self.clause.is_text(left, "each") else self.objects.skip_back(left)
        if mention.kind in _AMOUNTS and (contact := self.subjects.contact_relative(right)):
            return contact  # "was above the $4bn analysts had expected"
        if mention.kind in _AMOUNTS and (contact := self.subjects.object_relative(right)):
            return contact
        found = self.predicates.compared(right, mention) or self.predicates.equals(i, mention, right)
        if not found and self.clause.is_text(i, "as"):
            found = self.predicates.measured(right, i)
        if found or self.clause.is_in(i, "prepositions"):
            return found or self.predicates.through(i)
        return self.predicates.measured(right, i)

    def _of_being(self, mention: Mention, left: int, right: int, *, has_verb: bool = False) -> Trigger | None:
        """What is said of the phrase by "be" and no verb: "half were female"."""
        i = self.objects.skip_back(left)
        if self.clause.is_in(i - self.objects.is_adjective(i), "prepositions"):
            return None  # "capacity for the first two months was low"
        verb = self.subjects.main_behind(right, has_verb=has_verb)
        return self.predicates.said_of(verb, mention) if verb is not None else None

    def _relative(self, mention: Mention, right: int) -> Trigger | None:
        """ "three vets who quit", "unlike our 12 towns, which are packed": what only the relative says."""
        right += self.clause.is_text(right, ",") and not (
            self.attributes.is_compound(mention) or self.is_behind_preposition(mention)
        )
        right = self._past_named_place(right) if mention.kind == "count" else right
        found = self.subjects.relative_behind(right) or self.subjects.whose(right)
        of_kind = mention.kind == "count" and not self.clause.is_text(right - 1, ",")
        return found or (self.subjects.of_kind(right) if of_kind else None)

    def _past_named_place(self, right: int) -> int:
        """ "at three schools in West Kent that had flooded": the index of the relative behind a named place."""
        i = right + 1
        while i < right + 4 and self.clause.low(i) and self.clause.words[i].text.istitle():
            i += 1
        is_place = self.clause.is_text(right, "in", "near", "at", "outside") and i > right + 1
        return i if is_place and self.clause.is_in(i, "relatives") else right

    def _tell_subjects(self, mention: Mention) -> None:
        """What the rules for subjects have to know of the phrase."""
        self.subjects.is_share = mention.kind in ("percent", "ratio")
        end = bisect_left(self.clause.starts, mention.phrase_end)
        of_those = self.clause.is_text(end, "of") and self.clause.is_text(end + 1, "those")
        self.subjects.is_part = of_those or " of " in self.clause.text[mention.char_end : mention.phrase_end]
        are_plural = mention.kind == "measure" and (self.attributes.has_plural(mention) or self._are_of(mention))
        self.subjects.is_measure = mention.kind == "measure" and not are_plural
        self.subjects.is_single = self.attributes.is_hyphened(mention) or (
            mention.kind == "count" and mention.value == 1
        )
        counts = are_plural or (mention.kind == "count" and mention.value != 1 and not self._is_each_of(mention))
        self.subjects.is_plural = (
            counts and not self.attributes.is_compound(mention) and not self.attributes.is_of_group(mention)
        )

    def _are_of(self, mention: Mention) -> bool:
        """ "nine hectares of gardens surround it"."""
        unit = bisect_left(self.clause.starts, mention.char_end)
        return self.clause.is_text(unit + 1, "of") and self.clause.low(unit).endswith("s") and mention.value != 1

    def _is_each_of(self, mention: Mention) -> bool:
        """ "each of the 11 members holds shares": the verb is that of one."""
        i = self.objects.skip_back(self._left_of(mention))
        return self.clause.is_text(i, "of") and self.clause.is_text(i - 1, "each", "none", "neither", "one")

    def _of_first_price(self, left: int, right: int) -> Trigger | None:
        """ "For $60 you get two": what is got for the price that opens the clause."""
        i = self.objects.skip_back(left)
        right += self.clause.is_text(right, ",")
        opens = i == 0 and self.clause.is_text(0, "for") and self.clause.is_text(right, *_SUBJECTS)
        if not opens or not self.clause.forms(right + 1):
            return None
        return self.subjects.verb_group(right + 1, right) or self.subjects.verb(right + 1, "subject")

    def _right_of(self, mention: Mention) -> int:
        """Index of the first word after the phrase and the noun of "a 48-hour strike", "the four-game limit"."""
        right = bisect_left(self.clause.starts, mention.phrase_end)
        if self.clause.is_text(right, "of") and self.clause.is_text(right + 1, *_THEM):
            right += 2  # "with half of them playing"
        if mention.kind == "age" or not self.attributes.is_compound(mention):
            return right
        forms = self.clause.forms(right)
        stands_alone = self.clause.low(right - 2) in HYPHENS  # the phrase has no noun
        is_verb = self.clause.is_in(right, "auxiliaries") or self.clause.is_text(right, "have") or "s" in forms
        if not stands_alone and (is_verb or self.clause.is_in(right + 1, "determiners")):
            return right  # "a 2.5-liter engine powers the wheels", "18-inch wheels have five bolts"
        return self._past_noun(right + (bool(forms) and (forms <= _NOUN_LIKE or stands_alone)))

    def _past_noun(self, right: int) -> int:
        """The index behind the plain nouns that a compound describes: "the 12-member ethics panel meets"."""
        end = min(right + 3, len(self.clause.words))
        while right < end and self.subjects.can_end_subject(right) and not self.clause.forms(right):
            right += 1
        return right
