"""Events of an age that stands alone: "a girl, 15, was charged", "at the age of four, she began lessons"."""

from bisect import bisect_left
from dataclasses import replace

from pipeline.numbers.events.clause import Clause
from pipeline.numbers.events.objects import ObjectRules
from pipeline.numbers.events.subjects import SubjectRules
from pipeline.numbers.events.verbs import Trigger
from pipeline.numbers.mention import Mention

_WHEN = ("at", "from", "until", "since", "before", "by")
_OF_AGE = ("of", "age", "ages", "the", "around", "about", "just", "only")
_BETWEEN = ("between", "from", "under", "over", "just", "only", "about", "around", "up", "to")
_HARM = ("KILL", "WOUND", "HOSPITALIZE", "MISSING")  # what befell a person is told of the person with the age
_RULE = "age"
_REACH = 9
_LISTED = 12  # words from a person in a list back to the verb


class AgeRules:
    """The rules for an age beside a person, and for one that says when."""

    def __init__(self, clause: Clause, objects: ObjectRules, subjects: SubjectRules) -> None:
        self.clause = clause
        self.objects = objects
        self.subjects = subjects

    def of_bare_age(self, mention: Mention) -> Trigger | None:
        """What happened to "a girl, 15, ..." or at an age; of "Ann Lee, 42", only what harmed her."""
        own = bisect_left(self.clause.starts, mention.char_start)
        behind = bisect_left(self.clause.starts, mention.phrase_end)
        i = own - 1
        while i > 0 and self.clause.is_text(i, *_OF_AGE):
            i -= 1
        aged = self._aged_before(own)
        if self.clause.is_in(i, "be") and self.clause.is_text(i - 2, "since"):
            return Trigger(i, i, None, _RULE)  # "has worked there since she was 18"
        if aged is None and self.clause.is_text(i, *_WHEN):
            found = self.objects.prepositions.of_age(i)
            return found or (self._of_opened(behind) if self._opens(i) else None)
        if aged is not None and (found := self._of_aged(aged, behind)):
            return found
        if self.clause.is_text(i, ",", "aged") and (held := self._of_kin(i)):
            return held
        return self._of_person(i, own) if self.clause.is_text(i, ",", "aged") else None

    def _of_person(self, i: int, own: int) -> Trigger | None:
        """What is said of the person whose age stands between commas; `i` is the word before the age."""
        person = i - 1 - self.clause.is_text(i, "aged")
        if self.clause.is_text(own + 2, "old") and own > 0:
            own += 2  # "a calf, six weeks old, was sold"
        if not 0 <= person < len(self.clause.words) or not self.clause.is_text(own + 1, ","):
            return None
        if self.clause.words[person].text.islower() or self._heads(person):
            found = self._of_relative(own + 1) or self.subjects.verb_at(own + 2) or self._of_headline(own + 2)
            second = self._past_second(own + 1)
            if found is None and second > own + 1:
                found = self.subjects.verb_at(second + 1)  # "a man, 24, and a woman, 31, were held"
            return found or self._of_object(person)
        harmed = self._past_place(own + 1)
        return harmed if harmed and harmed.type in _HARM else None

    def _of_relative(self, comma: int) -> Trigger | None:
        """ "A woman, 40, who had been hit, died": the verb of the sentence, else that of the relative."""
        if not self.clause.is_text(comma + 1, "who", "whose"):
            return None
        main = self.subjects.verb_behind(comma)
        told = self.subjects.verb_group(main, comma) if main is not None else None
        return told or self.subjects.verb_at(comma + 2)

    def _of_object(self, person: int) -> Trigger | None:
        """ "arrested a man, 24, and a woman, 31": the verb before a list of persons with their ages."""
        for j in range(person - 1, max(-1, person - _LISTED), -1):
            if self.clause.is_stop(j) or self.clause.is_in(j, "clause_ends") or self.clause.is_in(j, "prepositions"):
                return None
            if self.objects.takes_object(j):
                said = self.clause.base(j) in self.clause.lexicon.sets["clause_verbs"]
                return self.objects.verb(j, "object") if self.clause.starts_phrase(j + 1) and not said else None
        return None

    def of_decade(self, mention: Mention, i: int, right: int) -> Trigger | None:
        """ "a man in his 40s was shot", "is in her late 20s"; `i` is the index of the word before the phrase."""
        if not mention.surface.endswith("s") or not self.clause.is_text(i, "in"):
            return None
        if self.clause.is_in(i - 1, "be"):
            return Trigger(i - 1, i - 1, None, _RULE)
        return self.subjects.verb_at(right) or self.objects.prepositions.of_age(i)

    def of_plain(self, mention: Mention, left: int, right: int) -> Trigger | None:
        """ "A girl of nine was found", "sued a man of 61": what is said of the person; `left` is before the phrase."""
        of = left
        while self.clause.is_text(of, "about", "around", "just", "only", "barely"):
            of -= 1
        is_bare = mention.kind == "age" or mention.phrase_end == mention.char_end
        if not (is_bare and self.clause.is_text(of, "of") and self.clause.is_in(of - 1, "aged_nouns")):
            return None
        first = of - 1
        while first > of - 4 and not self.clause.is_text(first, "a", "an", "the", "another"):
            first -= 1
        if not self.clause.is_text(first, "a", "an", "the", "another"):
            return None
        state = self.subjects.state_after(right, after_loose=True)
        said = self.subjects.subject_of(first, right) or state
        speaks = said and self.clause.base(said.first) in self.clause.lexicon.sets["clause_verbs"]
        if said and speaks and not self.objects.prepositions.is_passive_at(said.first):
            return None
        return self._of_object(first) or said

    def of_number(self, mention: Mention, i: int) -> Trigger | None:
        """ "took up yoga at 50": a bare number that is an age."""
        is_bare = mention.kind == "count" and mention.phrase_end == mention.char_end and self.clause.is_text(i, "at")
        ends = self.clause.is_text(bisect_left(self.clause.starts, mention.phrase_end), ",", ".", "and", "but", "after")
        return self.objects.prepositions.verb_before(i, reach=6) if is_bare and ends else None

    def of_speaker(self, right: int) -> Trigger | None:
        """ "said the 58-year-old, who now runs a kiosk", "a 51-year-old coaching the juniors"."""
        if self.clause.forms(right) == {"ing"} and self.clause.is_in(right + 1, "determiners"):
            return self.subjects.verb(right, _RULE)
        is_compound = not self.clause.is_number(right - 1) and self.clause.is_text(right, ",")
        if not is_compound or not self.clause.is_text(right + 1, "who"):
            return None
        verb = right + 2
        while self.clause.is_adverb(verb):
            verb += 1
        return self.subjects.verb_group(verb, right) if self.clause.forms(verb) else None

    def only_speaks(self, mention: Mention, found: Trigger) -> bool:
        """ "Ann Lee, a 32-year-old nurse said": who speaks is named, and the age is put beside her."""
        first = bisect_left(self.clause.starts, mention.phrase_start)
        while self.clause.is_text(first - 1, "a", "an", "the") or self.clause.is_adverb(first - 1):
            first -= 1
        said = self.clause.base(found.first) in self.clause.lexicon.sets["clause_verbs"]
        return mention.kind == "age" and said and self.clause.is_text(first - 1, ",")

    def _heads(self, person: int) -> bool:
        """ "Man, 34, jailed": whether a headline begins with a person."""
        return person == 0 and self.clause.is_in(0, "living")

    def _of_headline(self, i: int) -> Trigger | None:
        """ "Woman, 23, dies after crash"."""
        said = self.clause.base(i) in self.clause.lexicon.sets["clause_verbs"]
        return self.subjects.verb(i, _RULE) if self.clause.forms(i) == {"s"} and not said else None

    def _aged_before(self, own: int) -> int | None:
        i = own - 1
        while self.clause.is_text(i, *_BETWEEN) and i > own - 4:
            i -= 1
        return i if self.clause.is_text(i, "aged") else None

    def _opens(self, i: int) -> bool:
        return i == 0 or self.clause.is_stop(i - 1) or self.clause.is_text(i - 1, ",", "and", "but", "that", "because")

    def _of_opened(self, i: int) -> Trigger | None:
        """The verb of the clause that the age in front of it opens: "At 16, he went to sea"."""
        i += self.clause.is_text(i, ",")
        for j in range(i, i + _REACH):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "clause_ends"):
                return None
            is_present = self.clause.forms(j) == {"s"} and not self.clause.is_in(j - 1, "determiners")
            if self.clause.is_in(j, "auxiliaries") or self.clause.forms(j) & {"past"} or (is_present and j > i):
                return self.subjects.verb_group(j, j)
        return None

    def _past_place(self, comma: int) -> Trigger | None:
        """ "Ann Lee, 42, of Long Lane, died": the verb behind the age, past one more apposition."""
        comma = self._past_second(comma)
        if found := self.subjects.verb_at(comma + 1):
            return found
        for j in range(comma + 1, comma + _REACH):
            if self.clause.is_text(j, ",") or self.clause.is_in(j, "auxiliaries"):
                return self.subjects.verb_at(j + self.clause.is_text(j, ","))
            if self.clause.is_stop(j) or self.clause.is_in(j, "relatives"):
                return None
        return None

    def _past_second(self, comma: int) -> int:
        """ "Ali Roe, 12, and his sister Ann, 9, drowned": the comma behind the second age; else `comma`."""
        if not self.clause.is_text(comma + 1, "and"):
            return comma
        for j in range(comma + 2, comma + _REACH):
            if self.clause.is_text(j, ","):
                both = self.clause.is_number(j + 1) and self.clause.is_text(j + 2, ",")
                return j + 2 if both else comma
            if self.clause.is_stop(j) or self.clause.is_in(j, "auxiliaries"):
                return comma
        return comma

    def _of_kin(self, i: int) -> Trigger | None:
        """ "has a daughter, Lily, 17": the verb of the relative whose age it is."""
        while i > 0 and (self.clause.is_text(i, ",", "aged") or self.clause.words[i].text.istitle()):
            i -= 1
        if i < 2 or not self.clause.is_in(i, "kin"):
            return None
        while i > 1 and not self.clause.is_in(i, "determiners") and not self.clause.is_text(i, ",", "and"):
            i -= 1
        return self.objects.verb(i - 1, "object") if self.clause.is_text(i - 1, "has", "have", "had") else None

    def _of_aged(self, aged: int, behind: int) -> Trigger | None:
        """ "died aged 91", "were aged 18 to 25", "Aged 12, he left", "banned people currently aged five"."""
        if self.clause.is_in(self.clause.past_adverbs(aged - 1), "be"):
            return Trigger(aged, aged, None, _RULE)
        if self._opens(aged) and aged == 0:
            return self._of_opened(behind)
        before = self.clause.past_adverbs(aged - 1)
        is_beside = self.clause.is_text(before, ",") and self.clause.words[before - 1].text.islower()
        before -= is_beside  # "two daughters, aged 9 and 12"
        if self.clause.forms(before) & {"past"} and self.objects.takes_object(before):
            return self.objects.verb(before, _RULE)
        for j in range(before - 1, max(-1, before - 8), -1):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "prepositions"):
                break
            if self.objects.takes_object(j):
                return self.objects.verb(j, "object")
        if died := self._died_before(before):
            return died
        if is_beside:
            behind += 2 * (self.clause.is_text(behind, "and") and self.clause.is_number(behind + 1))
            found = self.subjects.verb_at(behind + 1) if self.clause.is_text(behind, ",") else None
            return replace(found, rule=_RULE) if found else None  # "two men, aged 24 and 31, were held"
        is_one = self.clause.is_text(before - 1, "a", "an")  # "a boy aged 15 was hurt", not "adults aged 15 can vote"
        return self.subjects.verb_at(behind) if is_one and self.clause.words[before].text.islower() else None

    def _died_before(self, i: int) -> Trigger | None:
        """ "died of a stroke aged 91"."""
        for j in range(i - 1, max(-1, i - 8), -1):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "clause_ends"):
                return None
            if self.clause.base(j) == "die" and self.clause.forms(j) & {"past"}:
                return self.objects.verb(j, _RULE)
        return None
