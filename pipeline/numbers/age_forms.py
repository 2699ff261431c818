"""Ages that other words than "aged" tell: "65 and older", "Now 53, he", "raise the age to 67", "a woman of 91"."""

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
_YOUNG = word_set("""
    boy boys girl girls child children kid kids toddler toddlers infant infants baby babies son sons daughter daughters
    lad lads lass schoolboy schoolboys schoolgirl schoolgirls pupil pupils youngster youngsters orphan orphans grandson
    granddaughter nephew niece brother brothers sister sisters
""")
_ADULT = word_set("""
    man men woman women person youth youths teenager teenagers widow widows widower pensioner pensioners gentleman lady
    bachelor spinster wife husband bride grandmother grandfather granny nan uncle aunt cousin recluse invalid
    soldier soldiers conscript conscripts recruit apprentice student students nurse doctor surgeon farmer fisherman
    miner driver cyclist hiker climber tourist teacher schoolteacher labourer laborer clerk carpenter plumber engineer
    builder baker butcher mechanic electrician welder tailor cook gardener cleaner carer caretaker shopkeeper trader
    postman policeman fireman stationmaster headmaster headmistress accountant solicitor lawyer priest nun monk pastor
    vicar painter pianist actor actress singer dancer musician poet novelist journalist retiree villager refugee
    mother mothers father fathers
""")
_PARENTS = frozenset({"mother", "mothers", "father", "fathers", "grandmother", "grandfather"})
_MOST_CHILDREN, _ADULT_FROM, _OLDEST_YOUNG = 40, 16, 20
_ABOUT = word_set("about around some nearly almost just only barely perhaps maybe over under at least")
_S_VERBS = frozenset({"was", "is", "has", "says", "this", "as"})


def read_age_form(tokens: Tokens, amount: Amount) -> Age | None:
    """The age that a bare number is by one of the forms above."""
    return (
        _older(tokens, amount)
        or _something(tokens, amount)
        or _now(tokens, amount)
        or _of_an_age(tokens, amount)
        or _of_person(tokens, amount)
        or _of_eldest(tokens, amount)
    )


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


def _of_person(tokens: Tokens, amount: Amount) -> Age | None:
    """ "a woman of 91", "daughters of 15", but not "a mother of four", "girls of 12 schools" """
    of = amount.first - 1
    while tokens.low(of) in _ABOUT:
        of -= 1
    person, after, value = tokens.low(of - 1), tokens.lows[amount.end], amount.value
    if tokens.low(of) != "of" or value is None:
        return None
    young = person in _YOUNG and value <= _OLDEST_YOUNG
    grown = person in _YOUNG | _ADULT and value >= (_MOST_CHILDREN if person in _PARENTS else _ADULT_FROM)
    counts = tokens.shapes[amount.end] is Shape.WORD and after.endswith("s") and after not in _S_VERBS
    joined = after in HYPHENS or after in ("%", "of", "people", "men", "women", "children")
    return Age("year", "age-of", amount.end, of) if (young or grown) and not counts and not joined else None


def _of_eldest(tokens: Tokens, amount: Amount) -> Age | None:
    """ "the youngest of them was 45", "the oldest is 91 and lives in Oslo" """
    be, after = amount.first - 1, tokens.lows[amount.end]
    while tokens.low(be) in _NOW:
        be -= 1
    near = tokens.lows[max(0, be - _LOOKBACK) : be]
    led = next((k for k in range(len(near) - 1, -1, -1) if near[k] in ("youngest", "oldest", "eldest")), -1)
    told = tokens.low(be) in ("is", "was") and led >= 0 and near[led + 1 : led + 2] in ([], ["of"], ["among"], ["in"])
    ends = tokens.shapes[amount.end] is Shape.MARK or after in ("and", "when", "at", "so", "but")
    joined = after in HYPHENS or after in ("%", "/")
    return Age("year", "age-of", amount.end) if told and ends and not joined else None


def years_of_decade(tokens: Tokens, i: int) -> tuple[int, int]:
    """The first and the last year of the decade of a life at token `i` that is meant: 4 and 6 in "her mid-30s"."""
    return _PARTS.get(tokens.low(i - 1 - (tokens.low(i - 1) in HYPHENS)), (0, 9))
