"""Ages that other words than "aged" tell: "65 and older", "a thirty-something", "Now 53, he", "raise the age to 67"."""

from decimal import Decimal

from pipeline.numbers.agewords import Age
from pipeline.numbers.amounts import Amount
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["read_age_form", "years_of_decade"]

_DECADES = frozenset(map(Decimal, range(20, 100, 10)))
_PEOPLE = word_set("""
    people those anyone everyone anybody everybody men women children adults kids boys girls patients residents drivers
    pupils students workers voters players pensioners males females americans britons seniors citizens riders guests
    visitors respondents viewers individuals persons passengers teens youth youths participants
""")
_PERSONS = frozenset({"he", "she", "i", "he's", "she's", "he’s", "she’s"})
_NOW, _GROWN = frozenset({"now", "then", "just", "only", "still", "barely", "already"}), 13
_OPENS = frozenset({"", ",", "“", '"', ";", "—", "–", "and", "but"})
_OLDER = frozenset({"older", "younger"})
_OVER = frozenset({"over", "up", "above", "under", "below"})
_LEVEL_WORDS = word_set("""
    is was be to at from of rose rises fell drops raised lowered set currently now about around just over under nearly
    almost between and - limit consent will would should can has had have been risen rise rising increase increases
    increased increasing reach reaches reached climb climbed fall falling cut
""")
_WHOSE_AGE = word_set("""
    retirement pension minimum maximum average median mean legal drinking voting smoking driving school-leaving
    eligibility working qualifying the
""")
_LOOKBACK = 9
_PARTS = {"early": (0, 4), "mid": (4, 6), "late": (7, 9)} | {  # and of degrees
    "low": (0, 3), "lower": (0, 3), "middle": (4, 6), "upper": (7, 9), "high": (7, 9),
}  # fmt: skip


def read_age_form(tokens: Tokens, amount: Amount) -> Age | None:
    """The age that a bare number is by one of the forms above."""
    return _older(tokens, amount) or _something(tokens, amount) or _now(tokens, amount) or _of_an_age(tokens, amount)


def _older(tokens: Tokens, amount: Amount) -> Age | None:
    """ "those 80 and older", "adults 50 and over", "a 65-and-older group" """
    i, j = amount.first, amount.end
    hyphened = tokens.lows[j] in HYPHENS and tokens.glued(j)
    if tokens.lows[j + hyphened] not in ("and", "or"):
        return None
    people = tokens.low(i - 1) in _PEOPLE
    low = tokens.lows[j + hyphened + 1 + hyphened]
    if low not in _OLDER and not (low in _OVER and people):
        return None
    return Age("year", "age-aged", j, i if people else -1)


def _something(tokens: Tokens, amount: Amount) -> Age | None:
    """ "a thirty-something", "20-somethings" """
    j = amount.end
    told = tokens.lows[j] in HYPHENS and tokens.glued(j) and tokens.lows[j + 1] in ("something", "somethings")
    return Age("year", "age-decade", j + 2) if told and amount.value in _DECADES else None


def _now(tokens: Tokens, amount: Amount) -> Age | None:
    """ "Now 53, he runs", "Just 19, Roe has" """
    i, j = amount.first, amount.end
    opens = tokens.low(i - 1) in _NOW and tokens.low(i - 2) in _OPENS
    if not opens or tokens.lows[j] != "," or amount.value is None or not amount.value >= _GROWN:
        return None
    person = tokens.lows[j + 1] in _PERSONS or (tokens.is_name(j + 1) and tokens.low(i - 1) == "now")
    return Age("year", "age-at", j) if person else None


def _of_an_age(tokens: Tokens, amount: Amount) -> Age | None:
    """ "raise the retirement age from 62 to 64", "the average age was 38" """
    for k in range(amount.first - 1, max(-1, amount.first - _LOOKBACK), -1):
        low = tokens.lows[k]
        if low == "age":
            told = (tokens.low(k - 1) in _WHOSE_AGE or tokens.lows[k + 1] == "limit") and k < amount.first - 1
            return Age("year", "age-of-law", amount.end, k + 1) if told else None
        if low not in _LEVEL_WORDS and tokens.shapes[k] is not Shape.DIGITS and tokens.low(k - 1) != "of":
            return None
    return None


def years_of_decade(tokens: Tokens, i: int) -> tuple[int, int]:
    """The first and the last year of the decade of a life at token `i` that is meant: 4 and 6 in "her mid-30s"."""
    return _PARTS.get(tokens.low(i - 1 - (tokens.low(i - 1) in HYPHENS)), (0, 9))
