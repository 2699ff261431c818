"""Triggers, and which words of a clause are verbs that can be one."""

from dataclasses import dataclass

from pipeline.numbers.events.clause import DASHES
from pipeline.numbers.events.word_shapes import WordReader
from pipeline.numbers.wordlists import word_set

# Whose duration it is, also before another event: "lasted six hours before soldiers came", but not "can be taken"
WAITING = word_set("last lasts lasted lasting wait waits waited waiting takes took taking spend spends spending")
_OF_NOUNS = ("for", "of", "among", "between", "against", "from", "in")  # "Support for the strike"
_BEFORE_PART = ("auxiliaries", "indirect_objects", "determiners", "particles")
_BULLETS = ("-", "–", "—", "•", "*")
_PEOPLES = ("ans", "ers", "ists", "ors", "als", "crats")  # "Americans", "Nationalists" are no names of one


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words `first` to `last` (inclusive) of a clause, the class of what they tell, and how they were found."""

    first: int
    last: int
    type: str | None
    rule: str


class VerbReader(WordReader):
    """Reads verbs of one clause; the rules for objects and subjects stand on it."""

    def verb(self, i: int, rule: str) -> Trigger:
        """A verb as a trigger, with its particle where the two together are in the vocabulary."""
        base = self.clause.base(i) or ""
        if i + 1 < len(self.clause.words):
            pair = f"{base} {self.clause.words[i + 1].low}"
            if pair in self.lexicon.types:
                return Trigger(i, i + 1, self.lexicon.types[pair], rule)
            if pair in self.lexicon.sets["no_class"]:
                return Trigger(i, i, None, rule)
        found = self.lexicon.types.get(base)
        if found is None and self.clause.is_text(i - 1, "and", "or") and i > 1:
            return self._first_of_two(i, rule)
        return Trigger(i, i, found, rule)

    def _first_of_two(self, i: int, rule: str) -> Trigger:
        """ "destroyed and jammed 549 drones": the verb of the two that the vocabulary knows."""
        j = i - 2 - self.clause.is_adverb(i - 2)  # not "killing two and burying 14"
        first = self.verb(j, rule) if j >= 0 and self.clause.forms(j) & {"past", "part", "ing"} else None
        return first if first and first.type else Trigger(i, i, None, rule)

    def takes_object(self, i: int) -> bool:
        """Whether the word at `i` is a verb whose object can follow."""
        clause = self.clause
        low = clause.words[i].low
        if low in ("has", "have", "had", "having"):
            return True
        forms = clause.forms(i)
        is_name = i > (clause.is_text(0, *_BULLETS)) and not clause.words[i].text.islower()
        if not forms or is_name or clause.is_in(i, "be") or clause.is_in(i, "prepositions"):
            return False
        is_adjective = clause.is_text(i - 1, "a", "an", "the", "its", "their", "our", "my", "your", "his", "no") or (
            clause.is_in(i - 1, "determiners") and clause.words[i].low.endswith(("ed", "en"))
        )
        is_adjective = is_adjective and not (clause.is_text(i - 1, "this") and clause.is_in(i + 1, "prepositions"))
        is_phrase = clause.is_text(i, "opposed", "thanks", "due") and clause.is_text(i + 1, "to")
        if is_phrase or is_adjective or clause.base(i) in self.lexicon.sets["no_events"]:
            return False
        is_shot = forms >= {"base", "past"} or low == "shot"
        if is_shot and clause.forms(i - 1) == {"ing"} and clause.is_text(i - 2, "a", "an"):
            return False  # "a curling shot from 25 yards"
        is_led = clause.is_text(i - 1, "single") or clause.is_in(i - 1, "ranks")
        if forms >= {"base", "past"} and is_led and clause.is_in(i - 2, "determiners"):
            return False  # "won a single set in six rounds"
        if forms >= {"base", "past"} and clause.is_in(i - 1, "determiners") and clause.is_text(i + 1, "of"):
            return False  # "her cast of five"
        if "part" in forms and self.stands_before_noun(i):
            return False
        is_led = clause.is_in(i - 1, "prepositions") and not clause.is_text(i - 1, "to")
        if forms >= {"base", "past"} and is_led and not clause.starts_phrase(i + 1):
            return False  # "resulted in cost savings"
        is_noun_of_have = clause.base(i - 2) == "have" and clause.is_text(
            i - 1, "maximum", "minimum", "average", "peak"
        )
        if is_noun_of_have:
            return False  # "had maximum sustained winds of 90 mph"
        goes_on = forms == {"part"} and clause.is_text(i - 1, "and", "or", ",") and clause.starts_phrase(i + 1)
        if goes_on or forms & {"past", "ing"} or ("part" in forms and self._after_have(i)):
            return True
        if "base" in forms:
            return self._can_be_base(i)
        if i == 0 and forms == {"s"}:
            return clause.is_in(0, "only_verbs_s") and clause.is_number(1)  # "Makes 24 cookies"
        return (
            "s" in forms
            and i > 0
            and not (clause.is_in(i - 1, "prepositions") or clause.is_in(i - 1, "be"))
            and (not clause.is_in(i - 1, "determiners") or clause.is_text(i - 1, "this"))
            and self._can_follow(i)
            and (not clause.is_number(i - 1) or clause.base(i) == "include")
            and not self._is_counted(i)
            and not self.is_adjective(i - 1)
        )

    def _can_follow(self, i: int) -> bool:
        """Whether a verb in "s" can stand behind the word before it: no noun of "has stakes in", "found traces of"."""
        before = self.clause.forms(i - 1)
        if self.clause.is_text(i - 1, "has", "have", "had"):
            return False
        if "ing" in before:
            has_object = self.clause.starts_phrase(i + 1) or self.clause.is_text(i + 1, "half")
            is_noun = has_object and (i == 1 or not self.is_participle(i - 1))  # "cabin lighting features 64"
            return is_noun or self.clause.is_in(i + 1, "indirect_objects")
        is_group = self.clause.is_text(i - 2, "of", "the")  # "the number of displaced stands at"
        if before & {"past", "part"} and self.clause.is_in(i + 1, "prepositions") and not is_group:
            return False
        is_sure = "base" not in before or self.clause.is_in(i - 2, "auxiliaries") or self._is_plural_noun(i - 2)
        return not ("past" in before and is_sure and self.takes_object(i - 1))  # "has cut rates three times"

    def _can_be_base(self, i: int) -> bool:
        """Whether a base form is a verb here: after "to", a modal, a plural or a pronoun."""
        if self.clause.is_text(i, "last") and self.clause.is_in(i + 1, "spans"):
            return False  # "crossed the border last year"
        j = self.clause.past_adverbs(i - 1)
        before = self.clause.words[j].low if i and not self.clause.is_month(j) else ""
        if before in self.lexicon.sets["before_base"] or before in self.lexicon.sets["modals"]:
            return True
        if self._continues_infinitive(i):
            return True
        if self._asks(i) or self._moves_by(i):
            return True
        takes = self.clause.is_in(i + 1, "indirect_objects") or self.clause.is_in(i + 1, "determiners")
        if (takes and self._is_behind_place(i)) or self._stands_first(i) or self._is_of_team(i):
            return True
        is_verb = takes or self.clause.is_number(i + 1) or self.clause.is_in(i, "only_verbs")
        is_group = self.clause.low(i - 1) in self.lexicon.words or "part" in self.clause.forms(i - 1)
        if is_group and self.clause.is_text(i, "number") and self.clause.is_number(i + 1):
            return True  # "those held number 60"
        if is_verb and self.clause.is_in(i - 1, "relatives") and not self.clause.is_in(i - 2, "prepositions"):
            return True  # "parts that lower it two inches", "doors which weigh two tons", "pills that keep 90 alive"
        if self.clause.is_text(i - 1, "which", "who") and self.clause.is_in(i + 1, "prepositions"):
            return True  # "posts, which last for two years"
        if self.clause.is_number(i - 1) and self.clause.is_text(i - 2, "the", "these", "those", "all"):
            return self.clause.starts_phrase(i + 1)  # "the two pour millions into it"
        counts = self.clause.forms(i) == {"base"} and self.clause.is_number(i + 1)
        if counts and self.clause.is_text(i - 1, ",") and self.clause.words[i].text.islower():
            return True  # "three firms, all of them new, control 90%"
        if self.clause.is_in(i, "only_verbs") and self.clause.is_text(i - 1, "—", "–"):
            return True  # "voters — most of them new — make up 5%"
        if self.clause.is_in(i, "only_verbs") and self.can_end_subject(i - 1):
            return self.clause.base(i - 1) not in self.lexicon.sets["bringers"]  # "brings total funding to $9m"
        if takes and self.clause.is_text(i, "show", "suggest", "reveal") and self._has_plural_before(i):
            return True
        is_object = (
            self.clause.is_in(i + 1, "prepositions") and self.clause.forms(i - 1) == {"s"} and self.takes_object(i - 1)
        )  # "supplies water to 40 towns"
        return (
            before.endswith(("s", "men"))
            and not is_object
            and not before.endswith(("ss", "us", "is", "'s", "’s"))
            and (self.clause.words[i - 1].text.islower() or before.endswith(_PEOPLES) or i == 1)
        )

    def _has_plural_before(self, i: int) -> bool:
        """ "accounts filed at Hull House show a loss": a plural and its participle before a base form."""
        return any("part" in self.clause.forms(j) and self._is_plural_noun(j - 1) for j in range(max(1, i - 9), i - 1))

    def _asks(self, i: int) -> bool:
        """ "Mix two spoons", "Just choose three", "To the flour, add the butter": what a sentence asks for."""
        if i == 0 and (self.clause.is_in(1, "determiners") or self.clause.is_text(1, "each")):
            return True  # "Divide the dough": no noun stands before "the"
        if not self.clause.is_in(i, "imperatives") or self.clause.forms(i + 1) == {"s"}:
            return False  # "Support stands at 45%"
        if i == 0 and self.clause.is_text(1, *_OF_NOUNS) and self._has_finite(2):
            return False  # "Support for the strike stands at 45%"
        is_led = self.clause.is_adverb(0) or self.clause.is_text(0, "please", "and", "or", *_BULLETS)
        if i == 0 or (i == 1 and is_led):
            return True
        return self.clause.is_text(i - 1, ",", ":", "then", "please") and self.clause.starts_phrase(i + 1)

    def _moves_by(self, i: int) -> bool:
        """ "sales in the Alps grow by 9%": a rise or fall in a base form behind a plural."""
        before = self.clause.low(i - 1)
        has_amount = self.clause.is_text(i + 1, "by", "to", "from") and self.clause.starts_phrase(i + 2)
        is_plural = before.endswith("s") and not before.endswith(("ss", "us", "is", "'s", "’s"))
        return has_amount and is_plural and self.verb(i, "").type in ("RISE", "FALL")

    def _continues_infinitive(self, i: int) -> bool:
        """ "to raise rates, reduce dust by 90% and improve ...": a base form behind a comma or "and"."""
        has_object = self.clause.starts_phrase(i + 1) and self.clause.is_text(i - 1, "and")
        if has_object or self.clause.is_text(i - 1, "but"):
            return True
        if not self.clause.is_text(i - 1, ",", "and", "or"):
            return False
        for j in range(i - 2, max(-1, i - 14), -1):
            if self.clause.is_stop(j):
                return False
            if self.clause.is_in(j, "modals") or self.clause.is_text(j, "to"):
                return "base" in self.clause.forms(j + 1)
        return False

    def _after_have(self, i: int) -> bool:
        for j in range(i - 1, max(-1, i - 4), -1):
            if self.clause.base(j) == "have" or self.clause.is_in(j, "have_forms"):
                return True
            is_passed = self.clause.is_adverb(j) or self.clause.is_text(
                j, "so", "far", "now", "once", "earlier", "long"
            )
            if not (is_passed or any(self.clause.is_in(j, name) for name in _BEFORE_PART)):
                return False  # "had maximum sustained winds"
        return False

    def is_participle(self, j: int) -> bool:
        """Whether an "ing" is a verb and no noun: behind a comma, "be", a preposition, at the head, or before "the"."""
        clause = self.clause
        if j == 0 or clause.is_stop(j - 1) or clause.is_text(j - 1, ",", "and", "-"):
            return True
        if j == 1 and clause.is_text(0, "not"):
            return True
        if clause.is_text(j - 1, "each", "both", "all") and (j == 1 or clause.is_text(j - 2, ",", *DASHES)):
            return True  # "two suits were filed, each seeking"
        if clause.is_text(j - 2, "there"):
            return False  # "there's seating for four"
        if (
            clause.is_in(clause.past_adverbs(j - 1), "be")
            or clause.is_in(j - 1, "prepositions")
            or clause.is_in(j - 1, "clause_ends")
        ):
            return True
        if clause.is_text(j - 1, "it", "them", "him", "us", "me"):
            return True  # "saw it going to $2"
        if clause.is_in(j + 1, "prepositions") and self._is_plural_noun(j - 1):
            return True  # "apps accounting for 20% of it"
        is_at = clause.is_text(j + 1, "to", "at") and clause.is_number(j + 2) and not clause.is_in(j, "amount_nouns")
        moves = clause.is_text(j + 1, "to", "from", "by") and self.verb(j, "").type in ("RISE", "FALL")
        is_headed = j == 1 or clause.is_in(j - 2, "determiners") or clause.is_in(j - 2, "clause_ends")
        moves = moves or (is_at and is_headed and self.can_end_subject(j - 1))  # "a wind gusting to 60 mph"
        return (moves or clause.is_in(j + 1, "determiners")) and not clause.is_in(j - 1, "determiners")
