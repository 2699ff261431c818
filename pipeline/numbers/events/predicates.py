"""Events of a quantity that a form of "be" or a comparison says: "was $5", "were female", "is 20% more powerful"."""

from bisect import bisect_left

from pipeline.numbers.events.verbs import Trigger, VerbReader
from pipeline.numbers.mention import Mention

_RULE, _EQUAL = "predicate", "equals"
_LEVELS = ("money", "percent", "measure")
_AMOUNTS = ("money", "measure")
_SUBJECTS = ("count", "percent", "ratio", "money", "measure")
_EMPTY_SUBJECTS = ("there", "that", "this", "here", "what", "these", "those")
_MODALS = ("will", "would", "could", "can", "may", "might", "must", "should")
_MUCH = ("much", "many", "often", "well")
_SIZES = (
    "size",
    "price",
    "cost",
    "weight",
    "length",
    "height",
    "width",
    "rate",
    "number",
    "amount",
    "level",
    "average",
    "limit",
    "norm",
)
_WHERE = ("overall", "nationwide", "statewide", "worldwide")
_AT = ("at", "within", "above", "below", "near")
_LEADS = ("up", "down", "ahead", "behind", "clear", "adrift")  # "were four points down"
_EXTENTS = ("long", "wide", "tall", "high", "deep", "thick", "across")
_RANKS = ("top", "bottom", "other", "remaining", "next", "upper", "lower")
_DEGREE = ("more", "less", "as")
_ADJECTIVES = ("new", "different", "separate", "full", "whole")  # they stand before numbers, too


class PredicateRules(VerbReader):
    """The rules for what is said without a full verb: of the quantity, or by it."""

    def compared(self, right: int, mention: Mention) -> Trigger | None:
        """ "nine times higher than", "20% more powerful", "twice as strong": the adjective, where it has no noun."""
        right = self._past_bracket(right)
        is_rate = mention.kind == "money" and self.clause.is_text(right, "a", "per")
        if is_rate and not self.clause.is_text(right + 2, "earlier", "later"):
            right += 2  # "$90 a year higher"
        if self.clause.is_text(right, "as") and mention.kind != "ratio":
            return None  # "for two years as head of the firm"
        if right < len(self.clause.words) and not self.clause.words[right].text.islower():
            return None  # a heading: "$24 More news"
        right -= self.clause.is_in(right - 1, "comparatives") and mention.char_end <= self.clause.words[right - 1].start
        first = right + self.clause.is_text(right, *_DEGREE)
        is_pair = first > right
        if is_pair and (self.clause.is_text(first, *_MUCH) or not self._can_be_adjective(first)):
            return None
        if not is_pair and not self.clause.is_in(first, "comparatives"):
            return None
        is_off = self.clause.is_text(first, "better", "worse") and self.clause.is_text(first + 1, "off")
        if not self._closes(first + 1) and not is_off:
            return None
        begin = right if is_pair and not self.clause.is_text(right, "as") else first
        return Trigger(begin, first, self.lexicon.words.get(self.clause.low(first)), _RULE)

    def _past_bracket(self, i: int) -> int:
        """ "two degrees (3.6F) warmer": the index behind a short bracket that begins at `i`; else `i`."""
        if self.clause.is_text(i, "("):
            for j in range(i + 1, i + 8):
                if self.clause.is_text(j, ")"):
                    return j + 1
        return i

    def measured(self, right: int, left: int) -> Trigger | None:
        """ "is 12 metres long", "a town ten miles away": the adjective of the dimension."""
        # "described as six feet tall", "four masts, each 9 metres high"
        is_led = self.clause.is_in(left, "be") or self.clause.is_text(left, "as", "each")
        unit = self.clause.low(right - 1).removesuffix("s")
        is_ahead = unit in self.lexicon.sets["margins"] and self.clause.is_text(right, *_LEADS)
        is_said = is_led and self.clause.is_in(right, "dimensions")
        # "are two points up", "City, a goal behind at the break, won"
        is_said = is_said or (is_ahead and (is_led or self.clause.is_text(left, ",")))
        is_extent = self.clause.is_text(right, *_EXTENTS) and left > 1 and self._is_plain_noun(left)
        is_said = is_said or is_extent  # "left a scar two metres long"
        is_off = self.clause.is_text(right, "off") and self.clause.is_text(left, "(")  # "for $5 ($25 off)"
        if self._is_said_before(right, left):
            return Trigger(left - 1, left - 1, None, _RULE)
        is_said = is_said or is_off or self.clause.is_text(right, "away", "apart")
        return Trigger(right, right, None, _RULE) if is_said and self._closes(right + 1) else None

    def _is_plain_noun(self, i: int) -> bool:
        is_closed = self.clause.is_in(i, "no_verbs") or self.clause.is_number(i)
        return self.clause.words[i].text.isalpha() and self.clause.forms(i) <= {"base", "s"} and not is_closed

    def _is_said_before(self, right: int, mark: int) -> bool:
        """ "it is light (7 kg)": an adjective behind "be" that the measure in the bracket proves."""
        is_alone = self.clause.is_text(mark, "(") and self.clause.is_text(right, ")")
        is_plain = is_alone and self._can_be_adjective(mark - 1) and self.clause.forms(mark - 1) <= {"base"}
        be = self.clause.past_adverbs(mark - 2 - self.clause.is_text(mark - 2, "pretty", "rather", "too", "so"))
        return is_plain and self.clause.is_in(be, "be")

    def through(self, i: int) -> Trigger | None:
        """ "is legal in 11 states", "are available for $50": the adjective before the preposition at `i`."""
        j = i - 1
        is_of = self.clause.is_text(i, "of") and self.clause.is_in(j, "of_adjectives")  # "is short of 200 teachers"
        be = self.clause.past_adverbs(j - 1 - self.clause.is_text(j - 1, "very", "quite", "pretty", "rather", "so"))
        is_said = (is_of or self.clause.is_in(i, "state_prepositions")) and self.clause.is_in(be, "be")
        if not is_said or self.clause.is_adverb(j) or self.clause.is_in(j, "particles"):
            return None
        is_plain = not self.clause.forms(j) or self.clause.is_in(j, "lasting_states")
        return Trigger(j, j, None, _RULE) if is_plain and self._can_be_adjective(j) else None

    def only_describes(self, left: int, right: int, mention: Mention) -> bool:
        """ "the ship, 200 metres long, sank", "the inn, five miles from town, is shut": a measure put beside a noun."""
        beside = self.clause.is_text(left, ",") and mention.kind == "measure"
        return beside and (self.clause.is_in(right, "dimensions") or self.clause.is_text(right, "from"))

    def equals(self, i: int, mention: Mention, right: int) -> Trigger | None:
        """ "the bill was $4", "it would be one term", "we are at 900 metres"; `i` is the word before the phrase."""
        be = self._be_before(i, mention)
        if be is None:
            return None
        if self.clause.is_text(be + 1, "estimated") and self.clause.is_text(be + 2, "at"):
            return Trigger(be + 1, be + 1, None, _EQUAL)
        if filled := self.measured(right, be) or self._filled(mention):
            return filled
        has_modal = self.clause.is_text(be, "be") and self.clause.is_text(be - 1, *_MODALS)
        subject = self._subject_of(be - 1 - has_modal)
        is_that = has_modal and self.clause.is_text(subject, "that", "this")  # "that could be 300 miles"
        is_empty = self.clause.is_text(subject, "as", *_EMPTY_SUBJECTS)  # "..., as is another $4 million"
        if self.clause.is_stop(subject) or (is_empty and not is_that):
            return None
        is_said = has_modal or self._is_level(subject, mention, right)
        return Trigger(be - has_modal, be, None, _EQUAL) if is_said else None

    def _be_before(self, i: int, mention: Mention) -> int | None:
        """The index of a form of "be" at or before `i`: "was $4", "is at 4%", "is regularly 4%", "be more like 4"."""
        if self.clause.is_text(i, *_AT) and mention.kind in _LEVELS and self._ends_with_unit(mention):
            i -= 1
        if self.clause.is_text(i, "like") and self.clause.is_text(i - 1, "more"):
            i -= 2
        i = self.clause.past_adverbs(i)
        return i if self.clause.is_in(i, "be") and self.clause.base(i) != "get" else None

    def _subject_of(self, i: int) -> int:
        return i if self.clause.is_text(i, *_EMPTY_SUBJECTS) else self.clause.past_adverbs(i)

    def _is_level(self, subject: int, mention: Mention, right: int) -> bool:
        """Whether a plain "is" tells something: of an amount or a time, but not "the value is $4", "it was an hour"."""
        if mention.kind == "time":
            return not self.clause.is_text(subject, "it") and not self._says_when(right)
        names_amount = self.clause.is_in(subject, "amount_names")
        is_times = mention.kind == "ratio" and self._names_dimension(mention)
        return (mention.kind in _LEVELS or is_times) and not names_amount and not self._describes_noun(mention)

    def _names_dimension(self, mention: Mention) -> bool:
        """ "is half the weight of the other", "was twice the price"."""
        first = bisect_left(self.clause.starts, mention.char_end)
        first += self.clause.is_text(first, "times")
        if not self.clause.is_text(first, "the", "its", "their"):
            return False
        return any(self.clause.is_text(j, *_SIZES) for j in (first + 1, first + 2))  # "the legal limit"

    def _filled(self, mention: Mention) -> Trigger | None:
        """ "is 80% full", "was 90 percent effective": the adjective behind the share, not "is 5% of sales"."""
        number = bisect_left(self.clause.starts, mention.char_start)
        if mention.kind != "percent" or self.clause.is_in(number - 1, "determiners"):
            return None  # "was a 10% drop"
        first = self._behind_percent(mention)
        if self.clause.is_adverb(first) or self.clause.is_text(first, *_WHERE):
            return None
        is_said = self._can_be_adjective(first) and not self.clause.is_in(first, "comparatives")
        return Trigger(first, first, None, _RULE) if is_said and self._closes(first + 1) else None

    def _behind_percent(self, mention: Mention) -> int:
        """Index of the first word behind the number and its "percent"."""
        first = bisect_left(self.clause.starts, mention.char_end)
        return (
            first + self.clause.is_text(first, "per") + self.clause.is_text(first, "percent", "per", "%", "pc", "pct")
        )

    def _describes_noun(self, mention: Mention) -> bool:
        """ "was the $5 million grant": an amount between a determiner and its noun."""
        number = bisect_left(self.clause.starts, mention.char_start)
        has_noun = self.clause.text[mention.char_end : mention.phrase_end].strip(" -").isalpha()
        return mention.kind == "money" and has_noun and self.clause.is_in(number - 1, "determiners")

    def _says_when(self, right: int) -> bool:
        """ "that was three weeks before the vote"."""
        return self.clause.is_in(right, "clause_ends") or self.clause.is_text(
            right, "later", "earlier", "early", "late"
        )

    def _ends_with_unit(self, mention: Mention) -> bool:
        """Whether no noun stands behind the number and its unit: not "at 10% containment"."""
        rest = self.clause.text[mention.char_end : mention.phrase_end]
        return (
            mention.kind != "percent"
            or not rest.strip(" %").removeprefix("per cent").removeprefix("percent").split(" of")[0].strip()
        )

    def said_of(self, verb: int, mention: Mention) -> Trigger | None:
        """ "half were female", "60% of them are from Leeds": what stands behind the "be" that begins at `verb`."""
        if mention.kind not in _SUBJECTS or self.clause.is_text(verb - 1, "and", "or", "but"):
            return None
        be = verb
        while self.clause.is_in(be, "modals") or self.clause.is_text(be, "have", "has", "had"):
            be += 1
        if not self.clause.is_in(be, "be"):
            return None
        first = be + 1
        while self.clause.is_in(first, "be") or (
            self.clause.is_adverb(first)
            and not (
                self._ends(first + 1) or self.clause.is_in(first, "lasting_states")
            )  # "were still in", "were together at"
        ):
            first += 1
        if self.clause.is_text(first, "aged"):
            return Trigger(first, first, None, _RULE)
        if state := self.in_state(first):
            return state
        if self.clause.is_text(first, "due") and self.clause.is_text(first + 1, "to"):
            acts = "base" in self.clause.forms(first + 2) and not self.clause.is_in(first + 2, "be")
            return self.verb(first + 2, _RULE) if acts else Trigger(first, first, None, _RULE)  # "are due to walk out"
        is_single = self._can_be_adjective(first) and self._closes(first + 1)
        if is_single:
            return Trigger(first, first, None, _RULE)
        begin = be - self.clause.is_text(be - 1, *_MODALS)
        return None if mention.kind in _AMOUNTS else Trigger(begin, be, None, _RULE)  # "1.5 degrees is a disaster"

    def gapped(self, mention: Mention, last: Trigger | None) -> Trigger | None:
        """ "11% were black, 15% Hispanic": the adjective that goes on with what was said of the `last` share."""
        if mention.kind != "percent" or last is None or last.rule != _RULE:
            return None
        first = bisect_left(self.clause.starts, mention.char_start)
        if not self.clause.is_text(first - 1, ",", "and"):
            return None
        first = self._behind_percent(mention)
        return Trigger(first, first, None, _RULE) if self._is_word(first) and self._ends(first + 1) else None

    def in_state(self, right: int) -> Trigger | None:
        """ "12 homes without power", "three men in custody": a state of two words behind the phrase."""
        right += self.clause.is_adverb(right)  # "still in contention"
        if self.clause.is_text(right, "in") and self.clause.is_text(right + 2, "condition"):
            return Trigger(right, right + 2, None, _RULE)  # "in critical condition"
        if self.clause.is_text(right, "in") and self.clause.is_text(right + 3, "condition"):
            return Trigger(right + 2, right + 3, None, _RULE)  # "in a critical condition"
        told = self.clause.past_adverbs(right - 1)
        lacks = self.clause.is_in(told, "be") or self.clause.base(told) == "remain"
        lacks = lacks and self.clause.is_text(right, "without") and self.clause.is_in(right + 1, "determiners")
        if lacks and self.clause.low(right + 2).isalpha():
            return Trigger(right, right + 2, None, _RULE)  # "were without a bed"
        if self.clause.is_text(right, "at") and self.clause.is_text(right - 2, "of"):
            return None  # "six died, four of them at home": where they died
        pair = f"{self.clause.low(right)} {self.clause.low(right + 1)}"
        return Trigger(right, right + 1, None, _RULE) if pair in self.lexicon.sets["state_phrases"] else None

    def cleft(self, be: int) -> Trigger | None:
        """ "all it took was one storm", "what we need is 40 beds": the verb before the "be" at `be`."""
        verb = self.clause.past_adverbs(be - 1)
        is_verb = self.clause.forms(verb) & {"base", "past", "s"} and not self.clause.is_in(verb, "auxiliaries")
        if not is_verb or not self.clause.is_text(be, "is", "was", "'s", "’s"):
            return None
        for j in range(verb - 1, max(-1, verb - 6), -1):
            if self.clause.is_text(j, "all", "what"):
                opens = j == 0 or self.clause.is_stop(j - 1) or self.clause.is_text(j - 1, ",", "that", "and", "but")
                return (
                    Trigger(verb, verb, self.lexicon.types.get(self.clause.base(verb) or ""), _RULE) if opens else None
                )
            if self.clause.is_stop(j) or self.clause.is_text(j, ",") or self.clause.is_in(j, "prepositions"):
                return None
        return None

    def than_before(self, left: int) -> int | None:
        """ "own more than the poorest 60%": the index of "than" or "as" before the share of a rank."""
        has_rank = self.clause.low(left).endswith("est") or self.clause.is_text(left, *_RANKS)
        is_other = has_rank and self.clause.is_text(left - 1, "the") and self.clause.is_text(left - 2, "than", "as")
        return left - 2 if is_other else None

    def _closes(self, i: int) -> bool:
        """Whether no noun can follow: a mark, a preposition, another clause."""
        return (
            self._ends(i)
            or self.clause.is_in(i, "prepositions")
            or self.clause.is_in(i, "clause_ends")
            or self.clause.is_in(i, "determiners")
            or self.clause.is_adverb(i)
        )

    def _ends(self, i: int) -> bool:
        return self.clause.is_stop(i) or self.clause.is_text(i, ",", ".", "and", "or", "but", "'", "’")

    def _is_word(self, i: int) -> bool:
        if self.clause.is_stop(i) or not self.clause.words[i].text.isalpha():
            return False
        if self.clause.is_text(i, *_ADJECTIVES):
            return True
        return not any(
            self.clause.is_in(i, name)
            for name in ("prepositions", "determiners", "auxiliaries", "clause_ends", "skip_before", "number_words")
        )

    def _can_be_adjective(self, i: int) -> bool:
        """Whether a word may be an adjective: none of the closed classes, no plural, no person."""
        if not self._is_word(i) or self.clause.is_text(i, "and", "or"):
            return False
        low = self.clause.low(i)
        is_plural = low.endswith("s") and not low.endswith(("ss", "us"))
        return not is_plural and low not in self.lexicon.sets["living"] and not self.clause.is_in(i, "before_base")
