"""Events before a phrase: the verb of which it is the object, directly or through a preposition."""

from bisect import bisect_left

from pipeline.numbers.events.attributes import is_how_long
from pipeline.numbers.events.clause import DASHES, Clause
from pipeline.numbers.events.particles import ParticleRules
from pipeline.numbers.events.verbs import WAITING, Trigger
from pipeline.numbers.mention import Mention

_HOW_OFTEN = ("time", "occasion", "night")
_LEADS = ("to", "will", "would", "could", "can", "may", "might")
_SELVES = ("himself", "herself", "itself", "themselves", "him", "her", "them")
_AMOUNTS = ("money", "percent", "measure", "count", "ratio")


class ObjectRules(ParticleRules):
    """The rules for a phrase that something is done to."""

    def __init__(self, clause: Clause) -> None:
        super().__init__(clause)
        self._skipped: dict[int, int] = {}

    def object_of(self, left: int, mention: Mention) -> Trigger | None:
        """The verb that the phrase is the object of: adjacent, or before a preposition that amounts take."""
        if mention.kind in ("percent", "money") and (lost := self._off_or_out(self.skip_back(left), mention)):
            return lost
        if left >= 0 and self._is_amount_word(left, mention):
            return self._amount_word_at(left)
        first = bisect_left(self.clause.starts, mention.phrase_start)
        leads = self.clause.is_text(first, "from", "between") and self.clause.starts[first] < mention.char_start
        i = self.skip_back(left)
        if leads and self.clause.is_text(i, "that") and self.clause.base(i - 1) in self.lexicon.sets["clause_verbs"]:
            return None  # "they estimate that between 12% and 19% have gone"
        if leads and not (i >= 0 and self.takes_object(i)):
            i = first
        if mention.kind in ("money", "percent") and self.clause.is_text(i, "(", ":", *DASHES):
            return self._of_amount_beside(i)
        if mention.kind in _AMOUNTS:
            i = self._before_aside(i)
        if i < 0 or self.clause.is_stop(i):
            return None
        word = self.clause.words[i].low
        has_lead = self.clause.is_text(i - 1, "will", "would", "have", "has", "had")
        has_lead = has_lead and not self.clause.is_in(
            bisect_left(self.clause.starts, mention.phrase_end), "comparatives"
        )
        if word in ("be", "been") and mention.kind in ("percent", "money") and has_lead:
            return Trigger(i - 1, i, None, "state-before")
        if word == "to" and self.clause.is_text(i - 1, "home"):
            return Trigger(i - 1, i, self.lexicon.words.get("home to"), "state-before")
        if self._is_amount_word(i, mention):
            return self._amount_word_at(i)
        if word == "it" and self.clause.base(i - 1) == "make" and mention.kind == "count":
            return self.verb(i - 1, "object")  # "made it seven wins"
        if mention.kind == "percent" and (score := self._of_score(i, mention)):
            return score
        if trigger := self._with_particle(i):
            return trigger
        is_moved = mention.kind in ("measure", "percent") and self.clause.is_text(i, "it", "them", "him", "her")
        if is_moved and i > 0 and self.takes_object(i - 1):
            return self.verb(i - 1, "object")  # "lower it two inches"
        is_put = self.clause.base(i - 1) == "put" and self.clause.is_text(i, "us", "him", "them", "her", "you", "me")
        if is_put and mention.kind == "money":
            return self.verb(i - 1, "object")  # "put us $4m in debt"
        if self.clause.base(i) == "put" and mention.kind in ("money", "count"):
            return self.verb(i, "object")  # "put $4m into the plant", not "put it at $4m"
        if self.takes_object(i) or self._is_given(i) or self.clause.is_text(i, "get", "got", "gets", "getting"):
            return self.verb(i, "object")
        if mention.kind == "measure" and self.prepositions.is_passive_at(i):
            return self.verb(i, "object")  # "was seen ten miles north of it"
        if mention.kind == "age":
            return self.prepositions.of_age(i)
        if mention.kind == "time":
            return self.prepositions.of_duration(i)
        if mention.noun_head == "occasion" and self.clause.is_text(i, "on"):
            return self.prepositions.verb_before(i)
        if mention.kind in _AMOUNTS and self.clause.is_in(i, "prepositions"):
            return self.prepositions.through(i, mention)
        if mention.noun_head in _HOW_OFTEN and not self.clause.is_in(i, "prepositions"):
            return self._adverbial(i, mention)
        if mention.kind == "ratio" and "to" in mention.surface and not self.clause.is_in(i, "be"):
            return self.prepositions.verb_before(i + 1)  # "outspent its rival 3-to-1"
        if mention.kind == "percent" and self.clause.is_text(first, "as", "up"):
            return self._put_at(i) or self.prepositions.verb_before(i + 1, reach=6)
        return self._past_indirect_object(i, mention)

    def _off_or_out(self, i: int, mention: Mention) -> Trigger | None:
        """ "the shares were off 4%", "both are out $300": what is lost."""
        is_said = self.clause.is_text(i, "off") or (mention.kind == "money" and self.clause.is_text(i, "out"))
        if not is_said or not self.clause.is_in(self.clause.past_adverbs(i - 1), "be"):
            return None
        return Trigger(i, i, "FALL" if self.clause.is_text(i, "off") else "LOSE", "state-before")

    def _is_amount_word(self, i: int, mention: Mention) -> bool:
        """ "up 3%", "worth $5m": an adverb or adjective that says what an amount does."""
        if mention.kind in ("age", "time") or self.clause.words[i].low not in self.lexicon.words:
            return False
        moves = self.clause.is_in(i - 1, "auxiliaries") or self.clause.base(i - 1) in self.lexicon.sets["value_verbs"]
        if self.clause.is_text(i, "up", "down") and not moves and self._takes_particle(i - 1):
            return False  # "make up 70 percent", "put up $4m", not "closed up 5%"
        is_amount = mention.kind != "count" or mention.noun_head in self.lexicon.sets["margins"]  # "up 12 points"
        return is_amount or not self.clause.is_in(i, "amount_adverbs")

    def _amount_word_at(self, i: int) -> Trigger:
        """ "were down 4p", "have gone up 3%": the word alone, or with its verb where the two make one."""
        if f"{self.clause.base(i - 1)} {self.clause.low(i)}" in self.lexicon.types:
            return self.verb(i - 1, "state-before")
        of = self.lexicon.words[self.clause.low(i)]
        return Trigger(i - self.clause.moves_into(i), i, of, "state-before")  # "came up two metres"

    def skip_back(self, i: int) -> int:
        """Past articles, adjectives, adverbs and bound words to the left."""
        if (known := self._skipped.get(i)) is None:
            known = self._skipped[i] = self._skip_back(i)
        return known

    def _skip_back(self, i: int) -> int:
        for _ in range(4):
            before = i
            if self._is_verb_after_all(i):
                return i
            if i > 0 and self.clause.is_in(i, "skip_before") and not self.clause.is_in(i, "prepositions"):
                i -= 1
            elif self.clause.is_text(i, "past") and self.clause.base(i - 2) == "spend":
                i -= 2  # "spent the past two terms"
            elif self._describes_amount(i):
                i -= 2
            elif self.clause.is_text(i, "of") and self.clause.is_text(i - 1, "part") and self._is_most(i - 2):
                i -= 4  # "the better part of four hours"
            elif self.clause.is_text(i, "of") and self.clause.is_in(i - 1, "summing"):
                i -= 2 + self.clause.is_in(i - 2, "determiners")  # "a total of 12"
            if i == before:
                break
        return self._past_possessor(i) if i > 0 else i

    def _is_most(self, i: int) -> bool:
        return self.clause.is_text(i, "better", "best", "greater", "larger") and self.clause.is_in(i - 1, "determiners")

    def _is_verb_after_all(self, i: int) -> bool:
        """ "to last two terms", "the debts total $3bn": a verb that looks like a word before a number."""
        if self.clause.is_text(i, "last"):
            return self.clause.is_text(i - 1, *_LEADS)
        return self.clause.is_text(i, "total", "average") and self.can_end_subject(i - 1)

    def _past_possessor(self, i: int) -> int:
        """ "closed the company's 12 stores": the index before "the company's", where a verb or preposition stands."""
        if not self.clause.words[i].low.endswith(("'s", "’s", "s'", "s’")):
            return i
        for j in range(i - 1, max(-1, i - 5), -1):
            if self.takes_object(j) or self.clause.is_in(j, "prepositions"):
                return j
            if self.clause.is_stop(j) or self.clause.is_text(j, ",", "and") or self.clause.is_in(j, "auxiliaries"):
                break
        return i

    def _describes_amount(self, i: int) -> bool:
        """ "a staggering 14", "her top six": a word between a determiner and the number."""
        if self.clause.is_text(i - 1, "all", "both"):
            return self.clause.is_in(i, "amount_adjectives")  # "all previous 15"
        if i < 2 or not self.clause.is_in(i - 1, "determiners"):
            return False
        if self.clause.is_text(i - 1, "this", "that") and self.clause.is_in(i - 2, "auxiliaries"):
            return False  # "why has this taken two months"
        is_led = self.clause.is_text(i - 1, "a", "an") and self.clause.words[i].text.islower()
        if is_led and self.clause.low(i + 1)[:1] in ("$", "£", "€"):
            return True  # "a weekly $600"
        shaped = self.is_adjective(i) or bool(self.clause.forms(i) & {"ing", "part"}) or "-" in self.clause.low(i)
        return shaped or self.clause.is_in(i, "amount_adjectives")

    def within(self, mention: Mention) -> Trigger | None:
        """A verb that the phrase itself begins with: "exceeding 200 km/h", "rarely exceeds 40 degrees"."""
        first = bisect_left(self.clause.starts, mention.phrase_start)
        first += self.clause.is_adverb(first)
        stands_before = first < bisect_left(self.clause.starts, mention.char_start)
        if stands_before and (self.clause.forms(first) & {"past", "ing", "s"} or self.verb(first, "").type == "REACH"):
            return self.verb(first, "object")
        return None

    def _of_amount_beside(self, mark: int) -> Trigger | None:
        """ "amassed great wealth — at least $5,000", "means higher pay: $21 an hour": the verb of the noun before."""
        is_paid = self.clause.is_text(mark, ":") and self.clause.base(mark - 1) in self.lexicon.sets["paying"]
        if is_paid and ("base" not in self.clause.forms(mark - 1) or self.clause.is_text(mark - 2, *_LEADS)):
            return self.verb(mark - 1, "object")  # "what the bridge would cost: $30 million", not "higher pay: $20"
        if not self.clause.is_in(mark - 1, "amount_nouns") and not self._compares(mark - 2):
            return None
        for j in range(mark - 2, max(-1, mark - 6), -1):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "prepositions"):
                return None
            if self.takes_object(j):
                return self.verb(j, "object")
        return None

    def _put_at(self, i: int) -> Trigger | None:
        """ "put their share as high as 40 percent"."""
        put = next((j for j in range(i - 1, max(-1, i - 5), -1) if self.clause.base(j) == "put"), None)
        return self.verb(put, "object") if put is not None else None

    def _compares(self, i: int) -> bool:
        if not 0 <= i < len(self.clause.words):
            return False
        return self.clause.words[i].low.endswith("er") or self.clause.is_text(i, "more", "less", "as", "the")

    def listed(self, left: int, mention: Mention) -> Trigger | None:
        """ "recruited the Academy, the Institute and three other schools": the verb in front of the list."""
        left -= self.clause.is_text(left, "her", "his", "their", "its", "the")
        right = bisect_left(self.clause.starts, mention.phrase_end)
        is_thing = mention.kind in ("count", "measure", "money") or (
            mention.kind == "time" and self.clause.is_text(right, "of")
        )
        is_middle = self.clause.is_text(left, ",") and self.clause.is_text(
            right, ",", "and"
        )  # "a belt, two caps and ..."
        if not is_thing or not (is_middle or self.clause.is_text(left, "and", "or")):
            return None
        for j in range(left - 1, max(-1, left - 20), -1):
            if self.clause.is_stop(j) or self.clause.is_in(j, "clause_ends") or self.clause.is_in(j, "auxiliaries"):
                return None
            if self.clause.is_text(j, "by") and self.prepositions.is_passive_at(j - 1):
                return self.verb(j - 1, "object")  # "was joined by the mayor, the dean and three guests"
            gets = self.clause.is_text(j, "get", "gets", "got", "getting")
            opens = self.clause.starts_phrase(j + 1) or self.clause.is_text(j + 1, *_SELVES)
            if (gets or self.takes_object(j)) and opens:
                said = self.clause.base(j) in self.lexicon.sets["clause_verbs"]
                return None if said else self.verb(j, "object")
        return None

    def of_duration(self, mention: Mention, left: int) -> Trigger | None:
        """ "sentenced to 50 weeks", "worked there for more than three decades", "faces 10 years"."""
        if mention.subkind != "duration" and not is_how_long(self.clause.text, mention):
            return None
        first = bisect_left(self.clause.starts, mention.phrase_start)
        if self.clause.is_text(first, "last") and self.clause.is_text(first - 1, *_LEADS):
            return self.verb(first, "object")  # "to last two weeks"
        is_range = " to " in mention.surface or " and " in mention.surface
        left -= is_range and self.clause.is_text(left, "from", "between")
        left -= self.clause.is_text(left, "anywhere")  # "last anywhere from two to six weeks"
        i = self.prepositions.before_bracket(self.skip_back(left))
        if i < 0 or self.clause.is_stop(i):
            return None
        right = bisect_left(self.clause.starts, mention.phrase_end)
        is_when = self.clause.is_text(right, "after", "before", "later", "earlier", "behind", "ahead")
        if is_when and self.clause.low(i) not in WAITING and not self.clause.is_in(i, "duration_prepositions"):
            return self.prepositions.of_distance(i)
        if self._only_dates(i, right):
            return None
        if self._lasts(i):
            return self.verb(i, "object")
        if phrasal := self._phrasal(i):
            return phrasal
        if self.clause.is_text(i, "of"):
            return self._of_lasting_noun(i)
        if self.clause.is_text(i, "on") and " of " in self.clause.text[mention.char_end : mention.phrase_end]:
            return self.prepositions.verb_before(i, reach=4)  # "missed out on nine weeks of pay"
        found = self.prepositions.of_duration(i) or self._past_indirect_object(i, mention)
        return found or self._adverbial(i, mention)

    def _adverbial(self, i: int, mention: Mention) -> Trigger | None:
        """ "in the office three days a week", "has travelled there over 42 times": how long or how often."""
        right = bisect_left(self.clause.starts, mention.phrase_end)
        first = bisect_left(self.clause.starts, mention.phrase_start)
        is_span = mention.kind == "time" and self.clause.is_text(first, "over", "under")  # "a rise over 18 months"
        is_comparison = mention.kind != "time" and self._compares(right)
        opens = self.clause.is_text(i, "and", "or", "but")
        if is_span or is_comparison or opens or self.clause.is_in(i, "auxiliaries"):
            return None  # "was a two-hour walk", "ten times brighter", "they met and within a week it was gone"
        is_when = mention.kind == "time" and self.clause.is_in(right, "clause_ends")
        if self.clause.is_in(i, "prepositions") or is_when:
            return None  # "four years after the war began": when, not how long
        return self.prepositions.verb_before(i + 1)
