"""Ten degrees of warmth: "highs in the 80s", "lows in the mid-50s"."""

from decimal import Decimal

from pipeline.numbers.age_forms import years_of_decade
from pipeline.numbers.amounts import Amount
from pipeline.numbers.drafts import Draft
from pipeline.numbers.noun_drafts import set_noun
from pipeline.numbers.nouns import NounReader
from pipeline.numbers.tokens import HYPHENS, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["degrees_of_decade"]

_WARM = word_set("""
    temperature temperatures highs lows high low degrees degree ° mercury thermometer thermometers heat weather warm
    warmer cool cooler sunny rain
""")
_MEASURED = _WARM & word_set("temperature temperatures highs lows high low mercury thermometer thermometers")
_DECADES = frozenset(map(Decimal, range(10, 120, 10)))
_PARTS = word_set("low lower early mid middle upper high late")
_LEADS = frozenset({"in", "into", "to", "from", "the", "near", "around", "through"})
_BEFORE, _BEHIND = 25, 8  # tokens of the sentence in which warmth is told


def degrees_of_decade(tokens: Tokens, amount: Amount, nouns: NounReader | None) -> Draft | None:
    """The range of degrees that "80s" is, where the sentence tells how warm it is."""
    j = amount.numeral.last
    if tokens.lows[j] != "s" or not tokens.glued(j) or amount.value not in _DECADES or nouns is None:
        return None
    i = amount.first
    part = i - 1 - (tokens.low(i - 1) in HYPHENS)
    first = part if tokens.low(part) in _PARTS else i
    near = tokens.lows[max(0, i - _BEFORE) : first] + tokens.lows[j : j + _BEHIND]
    if tokens.low(first - 1) not in _LEADS or _WARM.isdisjoint(near):
        return None
    first -= tokens.low(first - 1) == "the"
    least, most = years_of_decade(tokens, i)
    draft = Draft(i, j + 1, first, j + 1, "measure", "degrees-decade", amount=amount, comparator="range", unit="degree")
    assert amount.value is not None
    draft.low, draft.high = amount.value + least, amount.value + most
    told = next((k for k in range(first - 1, max(-1, first - _BEFORE), -1) if tokens.lows[k] in _MEASURED), -1)
    if told >= 0 and (phrase := nouns.before(tokens, told + 1)) is not None:
        set_noun(tokens, draft, phrase, nouns)
    return draft
