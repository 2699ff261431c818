"""Events of a phrase behind a preposition: the verb that the preposition belongs to, beside it or further left."""

from dataclasses import replace

from pipeline.numbers.events.adjacent import AdjacentRules
from pipeline.numbers.events.adjuncts import RULE
from pipeline.numbers.events.clause import Clause
from pipeline.numbers.events.pairs import PairRules
from pipeline.numbers.events.places import PlaceRules
from pipeline.numbers.events.verbs import Trigger
from pipeline.numbers.mention import Mention

_AMOUNTS = ("money", "percent", "measure")
_COUNTS = ("count", "ratio")
_NOUN_LIKE = frozenset(("base", "s"))
_LEVEL = ("at", "to", "from", "by", "for")
_WHERE = 5  # words of a named place between a verb and who does it
_COURSES = ("episode", "season", "game", "match", "round", "lap", "performance", "issue", "inning")
_STANDINGS = ("ahead", "behind", "clear", "adrift")
_MODALS = ("to", "will", "would", "could", "can", "may", "might", "must", "should")


class PrepositionRules(AdjacentRules):
    """The rules for "rose to 5%", "sold for $6,000", "threw for three touchdowns", "jailed for two years"."""

    def __init__(self, clause: Clause) -> None:
        super().__init__(clause)
        self.places = PlaceRules(clause)
        self.pairs = PairRules(clause)

    def through(self, i: int, mention: Mention) -> Trigger | None:
        """The verb of the preposition at `i`, in front of an amount or a count."""
        i -= self.clause.is_text(i, "between", "around", "under", "over", "below", "above") and self.clause.is_text(
            i - 1, *_LEVEL
        )  # "puts it at between $2 and $3", "fell to below 5%"
        if self.clause.is_text(i, "to") and self.clause.is_text(i - 1, "equal", "equivalent"):
            return Trigger(i - 1, i - 1, None, RULE)
        if self.clause.is_text(i, "of") and self.clause.is_text(i - 1, "that", "those") and self.takes_object(i - 2):
            if self.clause.base(i - 2) in self.lexicon.sets["clause_verbs"]:
                return None  # "expects that of the 60 wells nine will be dry"
            return self.verb(i - 2, RULE)  # "exceed that of 80% of papers"
        if self.clause.is_text(i, "at") and self.clause.is_text(i - 2, "of") and (put := self._put_before(i - 2)):
            return put
        if self.clause.is_text(i, "as") and self.is_passive_at(i - 1) and mention.kind in _AMOUNTS:
            return self.verb(i - 1, RULE)  # "was mapped as 7 percent"
        known = self.clause.is_in(i, "amount_prepositions") or self.clause.is_in(i, "place_prepositions")
        if not known or self._is_phrase(i):
            return None
        if self.clause.is_text(i, "to") and self.clause.is_text(i - 1, ","):
            return self.change_past_comma(i - 1) or self._comes_to(i - 1)
        if (
            self.clause.is_text(i, "by")
            and self.clause.is_text(i - 1, *_STANDINGS)
            and mention.kind in ("count", "percent")
        ):
            return Trigger(i - 1, i - 1, None, RULE)  # "had the mayor ahead by six"
        if self.clause.is_text(i, "by") and mention.kind in _AMOUNTS and (comma := self._aside_before(i)):
            return self.verb_before(comma, reach=8)
        if self.clause.is_text(i, "for") and self.clause.is_text(i - 1, "account", "accounts"):
            is_noun = self.clause.is_in(i - 2, "determiners") or self.is_adjective(i - 2)
            return None if is_noun else self.verb(i - 1, RULE)
        if self._is_compound(mention):
            return self._with_compound(i, mention)
        if (first := self._first_of_compound(i)) is not None:
            return self._of_compound(first)
        if mention.kind in _COUNTS:
            return self._of_count(i, mention) or self.pairs.paired(i)
        if self.clause.is_text(i, "of"):
            return self._of_amount_noun(i, mention) or self.change_of(i)
        reach = 20 if self.clause.is_text(i, "for") else 13  # "bought a stake in a school in the east for $9m"
        return self._further_left(i, mention, reach) or self.pairs.paired(i)

    def beside_name(self, i: int, mention: Mention) -> Trigger | None:
        """ "drew support from Mayor Lee and dozens of clerks", "went with her aunt and two sons"."""
        if mention.kind != "count" or not self.clause.is_text(i, "and"):
            return None
        for j in range(i - 1, max(-1, i - _WHERE - 2), -1):
            if self.clause.is_text(j, "from", "by", "with", "to"):
                is_kin = self.clause.is_text(j, "with") and self.clause.is_in(i - 1, "kin")
                beside = self.through(j, mention) if j < i - 1 else None
                return beside or (self.verb_before(j) if is_kin else None)
            is_kin = self.clause.is_in(j, "kin") or self.clause.is_in(j, "determiners")
            if not (is_kin or self.clause.words[j].text[:1].isupper()):
                return None
        return None

    def _with_compound(self, i: int, mention: Mention) -> Trigger | None:
        """ "comes with a 12-inch screen", but not "stands on the 900-acre farm"."""
        acts = self.clause.is_text(i, "by") or (mention.kind == "measure" and self.clause.is_text(i, "with"))
        beside = self._beside(i) if acts else None
        if self.clause.is_text(i, "in") and self.is_passive_at(i - 1):
            beside = i - 1  # "is sold in 20-litre bags"
        return self.verb(beside, RULE) if beside is not None else None

    def _first_of_compound(self, i: int) -> int | None:
        """ "in lieu of", "along with": the index of the first word of a preposition of two or three."""
        if self.clause.is_text(i, "with") and self.clause.is_text(i - 1, "along", "together"):
            return i - 1
        if self.clause.is_text(i, "for") and self.clause.is_text(i - 1, "exchange", "return"):
            return i - 2 if self.clause.is_text(i - 2, "in") else None
        is_of = self.clause.is_text(i, "of") and self.clause.is_text(i - 2, "in", "to")
        if self.clause.is_text(i, "of") and self.clause.is_text(i - 1, "tune", "amount"):
            return i - 3 if self.clause.is_text(i - 2, "the") and self.clause.is_text(i - 3, "to", "in") else None
        if self.clause.is_text(i, "of") and self.clause.is_text(i - 1, "behalf") and self.clause.is_text(i - 2, "on"):
            return i - 2
        return i - 2 if is_of and self.clause.is_text(i - 1, "lieu", "support", "favor", "favour", "honor") else None

    def _of_compound(self, first: int) -> Trigger | None:
        """ "was quarantined after the test, along with 28 people": the verb before the nearest clause that adds."""
        end = first - self.clause.is_text(first - 1, ",")
        for j in range(end - 1, max(-1, end - 13), -1):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "relatives"):
                return None
            is_verb = self._is_verb(j) and not self.clause.is_in(j, "auxiliaries")
            if is_verb and not self._describes(j, is_count=False):
                return self.verb(j, RULE)
        return None

    def _of_count(self, i: int, mention: Mention) -> Trigger | None:
        beside = self._beside(i, past_dates=True)
        dated = beside is not None and any(self.clause.is_text(j, "since") for j in range(beside - 4, beside))
        if dated and (total := self._of_total(i)):
            return total  # "the number of homes burned since the fire began to 80"
        if beside is not None and self.clause.is_text(i, "between") and self._is_plural_after_verb(beside):
            return None  # "rely on trade flows between the two"
        if beside is not None and self.clause.forms(beside) <= _NOUN_LIKE and (found := self.pairs.paired(i)):
            return found  # "replaced its old jets with 12 new ones"
        if beside is not None and self._counts_through(i, beside, mention):
            found = self.verb(beside, RULE)
            return replace(found, type=None) if self.clause.base(beside) == "survive" else found  # who is left behind
        if self.clause.is_text(i, "of") and self.clause.is_in(i - 1, "aids"):
            verb = i - 2 - self.clause.is_in(i - 2, "determiners")
            return self.verb(verb, RULE) if self._is_verb(verb) else None  # "has the backing of six aldermen"
        if self.clause.is_text(i, "of"):
            return self._of_amount_noun(i, mention)
        if self.clause.is_text(i, "by") and (agent := self._far_passive(i)) is not None:
            return self.verb(agent, RULE)
        if place := self.places.of_place(i):
            return place
        if self.clause.is_text(i, "for") and mention.noun_head in _COURSES:
            return self.verb_before(i)  # "ran on the radio for 80 episodes"
        if self.clause.is_text(i, "for") and (enough := self._of_enough(i)):
            return enough
        if self.clause.is_text(i, "for") and self._is_plan(i - 1):
            return self._of_compound(i - 1)  # "set out plans for 35 bills"
        if self.clause.is_in(i - 1, "amount_adverbs") and self.clause.is_text(i, "from", "to", "by"):
            return self._amount_word(i - 1)  # "127, up from 98"
        if self.clause.is_text(i, "to") and (total := self._of_total(i)):
            return total
        if self.clause.is_text(i, "with") and (kept := self._kept_company(i)):
            return kept
        moved = self.clause.is_text(i, "from") and any(self._moves(j) for j in range(max(0, i - 8), i))
        if moved or self.clause.is_text(i, "to", "by", "with", "on", "from", "into"):
            is_far = self.clause.is_text(i, "to") or mention.noun_head in self.lexicon.sets["margins"]
            return self._further_left(i, mention, reach=12 if is_far else 6)
        return None

    def _says_when(self, i: int) -> bool:
        """ "rose for the third straight year to 9 million", "fell in May to 12": how long it has gone on, or when."""
        if self.clause.is_text(i, "in", "on"):
            return self.clause.is_in(i + 1, "months") or self.clause.is_in(i + 1, "days")
        is_ranked = self.clause.is_text(i, "for") and self.clause.is_in(i + 1, "determiners")
        return is_ranked and any(self.clause.is_in(k, "spans") for k in range(i + 2, i + 6))

    def _moves_before(self, j: int, i: int) -> bool:
        """ "saw its debt rise over the year by $2m": the base form of a change further left."""
        is_noun = self.clause.is_in(j - 1, "determiners") or self.is_adjective(j - 1) or self.takes_object(j)
        return (
            self.clause.is_text(i, "by", "to", "from")
            and "base" in self.clause.forms(j)
            and not is_noun
            and (self._moves(j))
        )

    def _is_plural_after_verb(self, noun: int) -> bool:
        """Whether a word in "s" that may be a verb stands behind another verb, and so is a noun."""
        return self.clause.forms(noun) == {"s"} and any(
            self.clause.is_in(j, "auxiliaries") or self.takes_object(j) for j in range(max(0, noun - 9), noun - 1)
        )

    def _of_total(self, i: int) -> Trigger | None:
        """ "raising the total of cases in the county to 340": the verb of a total that the preposition follows."""
        since = -1  # of "the number of cases found since the outbreak began"
        for j in range(i - 1, max(0, i - 12), -1):
            dated = self.clause.is_text(j, "since")
            ends = self.clause.is_in(j, "clause_ends") and not dated
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or ends:
                return None
            since = j if dated else since
            if self.clause.is_text(j, "total", "number", "tally", "toll", "count") and j > 1:
                if since > j + 2 and self.clause.is_text(j + 1, "of") and "part" in self.clause.forms(since - 1):
                    return self.verb(since - 1, RULE)
                verb = j - 1
                while self.clause.is_in(verb, "determiners") or self.clause.is_text(verb, "total", "overall", "death"):
                    verb -= 1
                return self.verb(verb, RULE) if self.takes_object(verb) else None
        return None

    def _kept_company(self, i: int) -> Trigger | None:
        """ "was living in a caravan with three strangers": what is done together."""
        for j in range(i - 1, max(-1, i - _WHERE - 4), -1):
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "clause_ends"):
                return None
            if self.clause.base(j) in self.lexicon.sets["together"] and self._is_verb(j):
                return self.verb(j, RULE)
        return None

    def _far_passive(self, i: int) -> int | None:
        """ "was founded in Leeds in 1949 by 12 towns": the passive verb before nothing but where and when."""
        j = self.clause.past_dates(i - 1)
        for _ in range(_WHERE):
            if self.clause.is_in(j, "place_prepositions"):
                verb = self.clause.past_dates(j - 1)
                verb -= self.clause.is_in(verb, "particles")
                return verb if self.is_passive_at(verb) else None
            if not self.clause.words[j].text[:1].isupper() and not self.clause.is_in(j, "determiners"):
                return None
            j -= 1
        return None

    def _of_amount_noun(self, i: int, mention: Mention) -> Trigger | None:
        """ "has a net worth of $64 million", "searched to a depth of 38 metres": the verb of the noun."""
        if self.clause.is_text(i - 2, "of") and self.clause.is_text(i - 3, "margin", "rate", "speed", "degree"):
            i -= 2  # "has a margin of error of three points"
        if self.clause.is_text(i - 2, "in", "by", "for") and self.clause.words[i - 1].text.isdigit():
            i -= 2  # "would lead to emissions in 2030 of 52 megatons"
        if not self.is_amount_noun(i - 1):
            return None
        j = i - 2
        while j > 0 and j > i - 6 and not self.is_verb_of_noun(j) and not self.ends_phrase(j):
            # "saw how the sum of $9m was moved", "told them that a fund of", "acted when a crowd of"
            is_asked = self.clause.is_text(j, "how", "why", "whether", "where", "that", "when", "as", "after", "before")
            if is_asked or (self.clause.is_in(j, "be") and self.clause.base(j) != "get"):
                return None  # "its price is the equivalent of 70 kilograms"
            j -= 1
        if j < 0 or self.clause.is_stop(j):
            return None
        if self.clause.is_in(j, "particles") and self.is_verb_of_noun(j - 1) and self.clause.starts_phrase(j + 1):
            ends = self.clause.is_in(j, "prepositions") and not self.clause.is_text(j, "off")
            j -= not ends  # "paid off a debt of $2,000"
        if self.is_verb_of_noun(j):
            # "before the rains came and a budget of $2 million": another object of a verb further left
            return None if self.clause.is_text(j + 1, "and", "or") else self.verb(j, RULE)
        if self.clause.is_in(j, "prepositions"):
            if self.clause.is_text(j, "by") and mention.kind in _COUNTS and (agent := self._beside(j)) is not None:
                return self.verb(agent, RULE)  # "greeted by a crowd of 300"
            if self.clause.is_text(j, "to", "by", "from", "at"):
                return self._further_left(j, mention, reach=10)
            beside = self._beside(j)
            return self.verb(beside, RULE) if beside is not None else None
        return None

    def is_verb_of_noun(self, j: int) -> bool:
        """Whether a verb whose object may follow stands at `j`, "get" and "put" among them."""
        gets = self.clause.is_text(j, "get", "gets", "got", "getting", "put", "puts", "putting")
        return gets or (self.takes_object(j) and (self.clause.forms(j) != {"ing"} or self.is_participle(j)))

    def _misjudging(self, j: int, by: int) -> Trigger | None:
        """ "overestimated the growth in demand by a fifth": the verb whose object is the change."""
        j -= self.clause.is_in(j, "determiners")
        is_by = self.clause.is_text(by, "by") and self.clause.base(j) in self.lexicon.sets["misjudging"]
        return self.verb(j, RULE) if is_by else None

    def _is_named_amount(self, j: int) -> bool:
        """ "its growth forecast", "the offer": a noun of an amount behind a determiner, and no verb."""
        if not self.clause.is_in(j, "amount_nouns") or not self.clause.forms(j) >= {"base", "past"}:
            return False
        for k in range(j - 1, max(-1, j - 5), -1):
            if self.clause.is_in(k, "determiners"):
                return not self.clause.is_text(k, "the") or k == j - 1
            if self.clause.forms(k) - _NOUN_LIKE or self.clause.is_in(k, "auxiliaries"):
                return False
        return False

    def _further_left(self, i: int, mention: Mention, reach: int) -> Trigger | None:
        prices = self.clause.is_text(i, "at", "from") and self.clause.base(i - 1) in self.lexicon.sets["price_verbs"]
        if mention.kind == "money" and prices and not self.clause.is_in(i - 2, "determiners"):
            return self.verb(i - 1, RULE)
        noun_like: Trigger | None = None  # "rates", "vote": may be a noun where a verb stands further left
        is_count = mention.kind in _COUNTS
        for j in range(i - 1, max(-1, i - reach), -1):
            is_pronoun = j == i - 1 and self.clause.is_text(j, "that")  # "double that to $2,400"
            is_end = self.clause.is_text(j, ",", "that") or self.clause.is_in(j, "clause_ends")
            is_end = is_end and not self.clause.is_since(j)
            if self.clause.is_stop(j) or (is_end and not is_pronoun):
                return noun_like
            if self.clause.words[j].low in self.lexicon.words and j == i - 1:
                if self.clause.is_text(i, "within", "near", "inside") and self._is_verb(j - 1):
                    return self.verb(j - 1, RULE)  # "touched down within 80 metres"
                return self._amount_word(j)
            if self.clause.forms(j) == {"ing"} and not self.is_participle(j):
                continue
            if j == i - 1 and self._is_named_amount(j):
                continue  # "cut its forecast to 1.2%"
            if change := self.change_between(j, i):
                return self._misjudging(change.first - 1, i) or change
            if self.clause.is_text(j, "get", "got", "getting") and "part" not in self.clause.forms(j + 1):
                return self.verb(j, RULE)
            if j < i - 1 and self._moves_before(j, i):
                noun_like = noun_like or self.verb(j, RULE)
                continue
            if j < i - 1 and self._describes(j, is_count=is_count):
                noun_like = noun_like or self.verb(j, RULE)
                continue
            if self.takes_object(j) or ("part" in self.clause.forms(j) and self.clause.is_in(j - 1, "be")):
                found = self.verb(j, RULE)
                if noun_like and noun_like.type in ("RISE", "FALL") and self.clause.base(j) in ("see", "watch", "let"):
                    return noun_like  # "see their taxes rise by $3,200"
                if is_count and not self._reaches_count(i, found, mention):
                    return noun_like
                is_source = self.clause.is_text(i, "from") and j < i - 1 and mention.kind != "measure"
                gets = is_count and self.clause.base(j) in self.lexicon.sets["getters"]
                moves = found.type in ("RISE", "FALL") or self.clause.base(j) in self.lexicon.sets["levelling"]
                if is_source and not gets and not moves:
                    return noun_like  # "direct money from the $2 billion": where it comes from
                if self.clause.is_text(i, "for") and mention.kind == "money" and not found.type and j < i - 1:
                    noun_like = noun_like or found  # "sold them the right to use it for $5.9 million"
                    continue
                sure = self.clause.is_text(self.clause.past_adverbs(j - 1), *_MODALS)
                sure = sure or self.clause.is_text(j - 1, "now", "still", "currently")  # "now sells for"
                if self.clause.forms(j) <= {"s", "base"} and j == i - 1 and not sure:
                    noun_like = found
                    continue
                return found
            ends = is_count and self.clause.is_in(j, "prepositions") and not self.clause.is_text(j, "of", "per")
            if self.clause.is_text(i, "to", "from") and self.clause.is_text(j, "by"):
                ends = ends and not self.clause.is_number(j + 1)  # "fell by 14% to 3 million"
            ends = ends and not self._says_when(j)
            if ends and not (self.clause.is_text(i, "by") and mention.noun_head in self.lexicon.sets["margins"]):
                return None
        return noun_like
