"""Reads the numbers of a sentence, from left to right, into drafts."""

from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.numbers.age_forms import years_of_decade
from pipeline.numbers.ages import Age, read_age
from pipeline.numbers.amounts import Amount, read_amount
from pipeline.numbers.blocks import Block, find_block
from pipeline.numbers.bounds import Bound, bound_after, bound_before
from pipeline.numbers.currencies import MARKS, NAMES, whose
from pipeline.numbers.degrees import degrees_of_decade
from pipeline.numbers.drafts import Draft
from pipeline.numbers.filters import is_counted, is_doubling
from pipeline.numbers.gapping import is_of_subject
from pipeline.numbers.grammar import Grammar
from pipeline.numbers.joins import Join, read_join
from pipeline.numbers.levels import is_estimate, level_bound, past_praise, spans
from pipeline.numbers.mention import Kind
from pipeline.numbers.money import money_before
from pipeline.numbers.nouns import NounReader
from pipeline.numbers.numbered import is_or_two
from pipeline.numbers.objects import add_noun
from pipeline.numbers.ordinals import read_ordinal
from pipeline.numbers.rates import add_noun_behind_per, read_per
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens
from pipeline.numbers.years import is_amount

__all__ = ["Scanner", "Span"]

Span = tuple[int, int]
_FEW = 10
_EARNED = 5  # words of "Roe's projected annual earnings"


class Scanner:
    """Reads sentences of one text in one language, for one country's publisher."""

    def __init__(self, grammar: Grammar, country: str | None) -> None:
        self.grammar = grammar
        self.country = country.upper() if country else None
        self.nouns = NounReader(grammar.words) if grammar.words is not None else None
        self._starters = grammar.numerals.starters

    def read(self, tokens: Tokens, taken: Sequence[Span], years: Container[Span] = ()) -> list[Draft]:
        """The numbers of the sentence, except inside the character spans `taken` (sorted).

        Those of them that are `years` may be amounts after all.
        """
        drafts: list[Draft] = []
        starts = [start for start, _ in taken]
        i = 0
        digits, fraction, word = Shape.DIGITS, Shape.FRACTION, Shape.WORD
        compound = self.grammar.numerals.compound
        starters, shapes, lows = self._starters, tokens.shapes, tokens.lows
        while i < tokens.count:
            shape = shapes[i]
            if shape is Shape.MARK or (
                shape is word and lows[i] not in starters and not (compound and compound(lows[i]))
            ):
                i += 1
                continue
            at = bisect_right(starts, tokens.starts[i]) - 1
            inside = at >= 0 and tokens.starts[i] < taken[at][1]
            if inside and not (taken[at] in years and is_amount(tokens, i, self.grammar)):
                i += 1
                continue
            if shape in (digits, fraction, word) or shape is Shape.DOTTED:
                i = max(i + 1, self._step(tokens, i, drafts))
        return drafts

    def _step(self, tokens: Tokens, i: int, drafts: list[Draft]) -> int:
        """Read what stands at token `i`; the token to go on from."""
        grammar = self.grammar
        amount = read_amount(tokens, i, grammar) if tokens.shapes[i] is not Shape.DOTTED else None
        money = amount.money is not None if amount else money_before(tokens, i, grammar.money.paying) is not None
        known = amount is not None and (amount.end > i + 1 or amount.numeral.last > i + 1)
        block = find_block(tokens, i, grammar.blocks, money=money, known=known)
        if block is not None and not (block.name == "capitalised-name" and is_of_subject(tokens, i, drafts)):
            return self._add_block(drafts, block)
        ordinal = read_ordinal(tokens, i, grammar, self.nouns)
        if ordinal is not None and (amount is None or amount.numeral.form != "fraction"):
            drafts.append(ordinal)
            return ordinal.last
        if amount is None:
            return i + 1
        if (degrees := degrees_of_decade(tokens, amount, self.nouns)) is not None:
            drafts.append(degrees)
            return degrees.last
        join = read_join(tokens, amount, grammar)
        if join is None and not is_counted(tokens, amount, self.nouns, grammar):
            return amount.numeral.last
        draft = self._draft(tokens, amount, join)
        drafts.append(draft)
        return self._inside(tokens, draft) or draft.right

    def _inside(self, tokens: Tokens, draft: Draft) -> int:
        """The amount inside the noun of a draft, to be read itself: "millions of rare $1 bills", "two 222mL cans"."""
        for j in range(draft.last, draft.noun_last):
            amount = read_amount(tokens, j, self.grammar) if tokens.shapes[j] is Shape.DIGITS else None
            if amount is not None and not amount.plain and not tokens.is_name(j - 1):
                return j
        return 0

    @staticmethod
    def _add_block(drafts: list[Draft], block: Block) -> int:
        first = block.first
        if block.kind is not None and not (drafts and drafts[-1].last > first):
            drafts.append(Draft(first, block.last, first, block.last, block.kind, block.name, quantity=False))
        return block.last

    def _draft(self, tokens: Tokens, amount: Amount, join: Join | None) -> Draft:
        carrier = join.second if join else amount
        age = read_age(tokens, carrier, self.grammar.units, self.grammar.ages)
        if age is None and join is not None:
            age = read_age(tokens, replace(amount, end=carrier.end), self.grammar.units, self.grammar.ages)
        draft = Draft(amount.first, carrier.last, amount.first, carrier.end, "count", "count", amount=carrier)
        self._set_value(tokens, draft, amount, join)
        self._set_age(tokens, draft, age) if age else self._set_kind(tokens, draft, amount, carrier, join)
        self._set_bounds(tokens, draft)
        if self.nouns is not None:
            add_noun(tokens, draft, self.nouns, age)
        if draft.noun_head == "percentage" and draft.unit is None and draft.kind in ("count", "measure"):
            draft.kind, draft.unit, draft.rule = "percent", "percent", "percent"  # "the pass percentage stood at 84.9"
        if draft.noun_last > 0 or draft.per is None:
            self._right_bound(tokens, draft)
        read_per(tokens, draft, self.grammar)
        if self.nouns is not None:
            add_noun_behind_per(tokens, draft, self.nouns)
        return draft

    @staticmethod
    def _set_value(tokens: Tokens, draft: Draft, amount: Amount, join: Join | None) -> None:
        if join is None:
            draft.value, draft.low = amount.value, amount.numeral.low
            draft.approximate = amount.numeral.form == "vague" or amount.numeral.about
            if is_or_two(tokens, amount.first):
                draft.low, draft.high, draft.comparator, draft.value = Decimal(1), draft.value, "range", None
        elif join.form == "range":
            draft.low, draft.high, draft.comparator = join.low, join.high, "range"
            draft.approximate, draft.rule = join.approximate, join.rule
        else:
            draft.value, draft.kind, draft.rule = join.value, "ratio", join.rule

    @staticmethod
    def _set_age(tokens: Tokens, draft: Draft, age: Age) -> None:
        draft.kind, draft.unit, draft.rule, draft.right = "age", age.unit, age.rule, max(age.end, draft.right)
        if age.rule in ("age-under", "age-decade"):
            draft.last = age.end
        if age.rule == "age-decade" and draft.value is not None:
            least, most = years_of_decade(tokens, draft.first)
            draft.low, draft.high = draft.value + least, draft.value + most
            draft.comparator, draft.value = "range", None

    def _set_kind(self, tokens: Tokens, draft: Draft, amount: Amount, carrier: Amount, join: Join | None) -> None:
        money = carrier.money or amount.money
        form = amount.numeral.form
        if money is not None:
            draft.kind = "money"
            draft.rule = "money" if join is None else join.rule
            self._set_currency(draft, money.family, money.coin)
            draft.unit_first, draft.unit_last = money.first, money.last
        elif carrier.unit is not None:
            unit = carrier.unit
            draft.unit, draft.unit_first, draft.unit_last = unit.name, unit.first, unit.last
            draft.kind, rule = self._kind_of_unit(unit.name)
            draft.rule = rule if join is None else join.rule
        elif form in ("fraction", "half", "multiple"):
            draft.kind, draft.rule = "ratio", form if join is None else join.rule
            if form == "multiple" and is_doubling(tokens, amount, self.nouns, self.grammar):
                draft.rule = "doubling"
        elif join is None:
            draft.rule = {"vague": "vague", "couple": "couple", "one": "one"}.get(form, "count")
            if form == "digits" and draft.value is not None and draft.value != draft.value.to_integral_value():
                draft.kind = "measure"
            self._set_times(tokens, draft)

    def _set_currency(self, draft: Draft, family: str, coin: str | None) -> None:
        if coin is not None:
            draft.unit = coin
            return
        draft.currency, draft.currency_ambiguous = whose(family, self.country)
        draft.unit = NAMES.get(draft.currency or "", (draft.currency or family))

    def _kind_of_unit(self, name: str) -> tuple[Kind, str]:
        if name in ("percent", "percentage point"):
            return "percent", "percent"
        return ("time", "duration") if name in self.grammar.units.times else ("measure", "measure")

    def _set_times(self, tokens: Tokens, draft: Draft) -> None:
        """ "four times the number", "10-fold", "9x as effective": a ratio."""
        j = draft.right
        words, names = self.grammar.words, self.grammar.numerals
        hyphen = tokens.lows[j] in HYPHENS
        if tokens.lows[j] in names.times and tokens.lows[j + 1] in names.times_as:
            draft.kind, draft.rule, draft.right = "ratio", "times", j + 1  # "deux fois plus"
            return
        if tokens.words[j] == "x" and tokens.glued(j) and tokens.shapes[j + 1] is not Shape.DIGITS:
            draft.kind, draft.rule, draft.right = "ratio", "times", j + 1
            return
        compared = tokens.lows[j + 1].endswith("er") and tokens.lows[j + 2] == "than"
        if tokens.lows[j + hyphen] == "fold" or (
            tokens.lows[j] == "times"
            and words is not None
            and (compared or tokens.lows[j + 1] in words.TIMES_AS or self._is_of_pay(tokens, j + 1))
        ):
            draft.kind, draft.rule, draft.right = "ratio", "times", j + hyphen + 1

    def _is_of_pay(self, tokens: Tokens, j: int) -> bool:
        """ "15 times projected earnings", "12 times Roe's salary": a sum of money within a few words."""
        words, nouns = self.grammar.words, self.nouns
        for k in range(j, min(j + _EARNED, tokens.count) if words is not None and nouns is not None else j):
            if words is not None and tokens.lows[k] in words.EARNINGS:
                return True
            if tokens.shapes[k] is not Shape.WORD or (nouns is not None and nouns.stops(tokens, k, j)):
                break
        return False

    def _set_bounds(self, tokens: Tokens, draft: Draft) -> None:
        left = bound_before(tokens, draft.left, self.grammar.left, self.grammar.transparent)
        if draft.comparator == "range":
            if (
                tokens.low((left[1] if left else draft.left) - 1)
                in self.grammar.ranges.between | self.grammar.ranges.starts
            ):
                draft.left = (left[1] if left else draft.left) - 1
            draft.approximate = draft.approximate or (left is not None and left[0].approximate)
            draft.left = left[1] if left is not None and left[1] < draft.left else draft.left
            return
        words = self.grammar.words
        if left is not None and tokens.lows[left[1] : draft.left] == ["up", "to"] and words is not None:
            left = None if tokens.low(left[1] - 1) in words.changes.MOTION else left  # "the toll would go up to $14"
        stops = words.STOPS if words is not None else frozenset()
        if left is not None and (spans(tokens, draft, left[1], stops) or self._speaks(tokens, draft, left[1])):
            left = None
        if left is not None:
            draft.left = left[1]
            self._apply(draft, left[0])
        elif words is not None and (level := level_bound(tokens, draft, words)) is not None:
            draft.left -= 1
            self._apply(draft, level)
        elif words is not None and (praised := past_praise(tokens, draft.left)) < draft.left:
            draft.left = praised
        elif words is not None and is_estimate(tokens, draft.left):
            self._apply(draft, Bound("=", True, None))
        self._right_bound(tokens, draft)

    def _speaks(self, tokens: Tokens, draft: Draft, first: int) -> bool:
        """ "spoke about two men", "won titles over two spells": prepositions, and no bounds."""
        words, hedge = self.grammar.words, tokens.lows[first : draft.left]
        if tokens.low(first - 1) in HYPHENS and tokens.glued(first) and tokens.glued(first - 1):
            return True  # "a six-under 66"
        if words is None or draft.kind != "count" or draft.value is None:
            return False
        if hedge == ["better", "than"]:
            return True  # "better than ten others", but not "better than 90%"
        if hedge == ["about"] and draft.amount is not None and draft.amount.numeral.form in ("words", "one"):
            first -= tokens.low(first - 1) in ("is", "was", "are", "were")  # "the book is about three sisters"
            return tokens.low(first - 1) in words.SPEAKING
        if hedge == ["over"] and tokens.shapes[first - 1] is Shape.DIGITS and first > 0:
            return True  # "a pressure of 140 over 90"
        behind = tokens.lows[draft.right].removesuffix("s")
        return hedge == ["over"] and draft.value < _FEW and behind in words.STRETCHES

    def _right_bound(self, tokens: Tokens, draft: Draft) -> None:
        right = bound_after(tokens, draft.right, self.grammar.right)
        if right is None or draft.comparator != "=":
            return
        if self._goes_on(tokens, right[1]):
            return
        if tokens.lows[draft.right] in ("+", "plus") and _is_added(tokens, draft.right + 1):
            return  # "10 GB + 100 Minuten", "£30m plus £5m"
        apart = tokens.lows[draft.right] not in HYPHENS and tokens.shapes[right[1]] is Shape.WORD
        if apart and tokens.lows[right[1] - 1] in ("minimum", "maximum", "plus", "max"):
            return
        draft.right = right[1]
        self._apply(draft, right[0])

    def _goes_on(self, tokens: Tokens, last: int) -> bool:
        """Whether a hedge that ends at `last` is of what follows: "2 percent and up 4", "many at least once"."""
        if tokens.lows[last] == "than":
            return True  # "2,000 members and more than"
        if tokens.lows[last - 1 : last + 1] == ["up", "to"]:
            return True  # "3% of this and up to 5% of that"
        if tokens.lows[last - 2 : last] == ["at", "least"] and tokens.shapes[last] is Shape.WORD:
            return True
        numbered = tokens.shapes[last] is Shape.DIGITS or tokens.lows[last] in self.grammar.numerals.starters
        return (
            numbered and tokens.lows[last - 1] not in ("+", "maximum", "max") and tokens.lows[last] not in ("a", "an")
        )

    @staticmethod
    def _apply(draft: Draft, bound: Bound) -> None:
        if draft.value is None:
            return
        draft.comparator, draft.side = bound.comparator, bound.side
        about = draft.approximate and (
            bound.comparator == "=" or draft.amount is None or not draft.amount.numeral.about
        )
        draft.approximate = about or bound.approximate


def _is_added(tokens: Tokens, j: int) -> bool:
    """Whether another amount begins at `j`."""
    return tokens.shapes[j] is Shape.DIGITS or (tokens.lows[j] in MARKS and tokens.shapes[j + 1] is Shape.DIGITS)
