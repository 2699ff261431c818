"""Ages: "a 34-year-old", "aged 18 to 34", "Smith, 34,", "under-18s"."""

import re
from decimal import Decimal

from pipeline.numbers.age_forms import read_age_form
from pipeline.numbers.agewords import Age, AgeContext
from pipeline.numbers.amounts import Amount
from pipeline.numbers.bracketed_ages import is_bracketed_age
from pipeline.numbers.sentences import are_apart
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens
from pipeline.numbers.units import UnitTable
from pipeline.numbers.wordlists import word_set

__all__ = ["DYING", "Age", "read_age", "tells_a_death"]

_OLD = frozenset({"old", "olds", "old's", "olds'"})
_AGED = frozenset({"aged", "age", "ages"})
_NAMED = 4000  # code points in front in which a person is named
_MAX_AGE, _TEEN = 122, 13
_AFTER_NAME = word_set("""
    , . ; ) ( — – ] ” of from who has had told and was is said says would will died
""") | {""}
_NO_NAME = word_set("""
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday street avenue road
""")
_OF_AN_AGE = word_set("""
    people those anyone everyone anybody everybody them men women children adults kids boys girls patients residents
    couples families friends parents siblings singles
    drivers pupils students workers voters players pensioners males females youths americans britons
""")
_ONE_OF_AN_AGE = word_set(
    "man woman person boy girl male female driver passenger resident victim suspect patient teacher"
)
_MAJORITIES = frozenset(map(Decimal, (16, 18, 21)))
_DECADES = frozenset(map(Decimal, range(20, 100, 10)))
_PERSONS_NAMED = word_set("victims suspects teenagers defendants soldiers officers siblings twins")
_ALL_OF = frozenset({"all", "both", "mostly", "mainly", "each"})
_CHILDREN = word_set("kids children sons daughters boys girls twins brothers sisters")
_KIN = word_set("mother father son daughter brother sister wife husband partner girlfriend boyfriend cousin friend")
_OWN = frozenset({"his", "her", "their", "my", "our", "your", "its"})
_VERBS = word_set("""
    are were have had will can could must may should died to eat pay need go travel enter live make account ride
    face receive qualify drink smoke vote use
""")
_PERSONS = frozenset({"he", "she", "who", "i", "he’ll", "she’ll", "he'll", "she'll"})
_PEOPLE_ENDINGS = ("ers", "ors", "ists", "ents", "ants", "ians")
_NO_PEOPLE = word_set("""
    numbers papers computers letters orders offers others tenders meters liters litres powers towers matters
    quarters members apartments payments events investments documents patents accidents restaurants plants grants
    scores factors sectors visitors floors doors motors prices temperatures percents cents talents moments comments
    agreements statements
""")
_CLAUSES = frozenset({"is", "was", "has", "had", "says", "said", "told", "will", "would", "of", "from", "("})
# "was widowed at 31"
_LIFE_EVENTS = word_set("""
    died dies married retired elected orphaned widowed diagnosed emigrated ordained crowned graduated divorced
""")
_PAIR_ENDS = frozenset({",", ".", "and", ";", ")", "—", "–"})
DYING = frozenset({"died", "dies", "drowned"})
_DIED = 6  # words of "died suddenly of breast cancer on Monday"
_TURNED = frozenset({"turned", "turns", "turning"})
_BE = frozenset({"am", "is", "are", "was", "were"})
_BEING = frozenset({"am", "is", "was", "were", "be", "turned", "turns", "turning", "turn", "been"})
# "I was nine the first time", "she was 17 that summer"
_TIMES = [
    [first, *then.split()] for first, then in (("the", "first"), ("the", "last"), ("the", "day"), ("the", "year"))
]
_TIMES += [["that", span] for span in ("year", "day", "summer", "spring", "autumn", "winter")]
_LEFT = frozenset({"left", "leaves", "leave", "leaving", "quit", "quits", "quitting"})
_AFTER_AGE = word_set(", . ; ( ) – — by when and but in at on now then with this next")


def read_age(tokens: Tokens, amount: Amount, units: UnitTable, context: AgeContext | None = None) -> Age | None:
    """The age that `amount` (with the unit behind it) is; `context` says what makes one outside English."""
    if amount.money is not None or amount.numeral.form not in ("digits", "words", "one", "decade"):
        return None
    if context is not None:
        return _in_context(tokens, amount, units, context)
    lettered = _under(tokens, amount) or _in_decade(tokens, amount)
    if lettered is not None or amount.unit is not None:
        return lettered or _with_unit(tokens, amount, units)
    value = amount.value
    if value is None or not 0 < value <= _MAX_AGE or value != value.to_integral_value():
        return None
    return (
        _aged(tokens, amount)
        or _paired(tokens, amount)
        or _of_people(tokens, amount)
        or _apposed(tokens, amount)
        or _turned(tokens, amount)
        or _at(tokens, amount)
        or _when(tokens, amount)
        or read_age_form(tokens, amount)
    )


def _in_context(tokens: Tokens, amount: Amount, units: UnitTable, context: AgeContext) -> Age | None:
    """ "61-jähriger", "im Alter von 96 Jahren", "âgé de 61 ans", "un hombre de 34 años" """
    last, end = amount.numeral.last, tokens.ends[tokens.count - 1]
    if amount.unit is not None:
        first, unit_end = tokens.starts[amount.first], tokens.ends[amount.unit.last - 1]
        told = amount.unit.name in units.times and context.surrounds(
            tokens.text, (first, unit_end), (tokens.starts[0], end), amount.unit.name
        )
        return Age(amount.unit.name, "age-told", amount.unit.last) if told else None
    if context.whole.match(tokens.text, tokens.starts[last - 1], end):
        return Age("year", "age-old", last)
    if context.behind.match(tokens.text, tokens.ends[last - 1], end):
        return Age("year", "age-old", last + 2)
    return None


def _with_unit(tokens: Tokens, amount: Amount, units: UnitTable) -> Age | None:
    """ "34-year-old", "18 months old", "3 years of age" """
    assert amount.unit is not None
    if amount.unit.name not in units.times:
        return None
    j = amount.unit.last
    k = j + (tokens.lows[j] in HYPHENS and tokens.glued(j))
    if tokens.lows[k] in _OLD:
        return Age(amount.unit.name, "age-old", k + 1)
    if tokens.lows[j] == "of" and tokens.lows[j + 1] == "age":
        return Age(amount.unit.name, "age-of", j + 2)
    aged = tokens.low(amount.first - 1) == "aged" or tokens.lows[max(0, amount.first - 2) : amount.first] == [
        "age",
        "of",
    ]
    return Age(amount.unit.name, "age-aged", j) if aged else None


def _under(tokens: Tokens, amount: Amount) -> Age | None:
    """ "under-18s", "over 65s" """
    j = amount.numeral.last
    if tokens.lows[j] == "s" and tokens.glued(j):
        hyphen = tokens.low(amount.first - 1) in HYPHENS
        if tokens.low(amount.first - 1 - hyphen) in ("under", "over"):
            return Age("year", "age-under", j + 1)
    return None


def _in_decade(tokens: Tokens, amount: Amount) -> Age | None:
    """ "a man in his late 30s", "in her twenties": not 30 seconds"""
    spelled = amount.numeral.form == "decade"
    j = amount.numeral.last - spelled
    if amount.value not in _DECADES or not (spelled or (tokens.lows[j] == "s" and tokens.glued(j))):
        return None
    k = amount.first - 1
    if tokens.low(k) in ("and", "or", "to") and tokens.low(k - 1) == "s":
        k -= 3  # "in their 20s and 30s"
    k -= tokens.low(k) in HYPHENS
    k -= tokens.low(k) in ("early", "mid", "late")
    if tokens.low(k) not in _OWN or tokens.low(k - 1) not in ("in", "into", "of", "from", "to"):
        return None
    has_owner = tokens.low(k - 2) in _OF_AN_AGE | _ONE_OF_AN_AGE
    return Age("year", "age-decade", j + 1, k - 1 if has_owner else -1)


def _aged(tokens: Tokens, amount: Amount) -> Age | None:
    j = amount.first - 1
    skip = {"of", "about", "around", "between", "just", "under", "over", "from"}
    while j > amount.first - 4 and tokens.low(j) in skip:
        j -= 1
    if tokens.low(j) == "as" and tokens.low(j - 1) in ("young", "old") and tokens.low(j - 2) == "as":
        return Age("year", "age-aged", amount.end, _owner_end(tokens, j - 2))
    if tokens.low(j) not in _AGED or (tokens.low(j) == "age" and tokens.low(j - 1) == "golden"):
        return None
    if tokens.low(j) == "age" and tokens.low(j - 1) in _OF_AN_AGE:
        return Age("year", "age-aged", amount.end, _owner_end(tokens, j))  # "people age 60 and older"
    if tokens.low(j) == "age" or tokens.low(j + 1) == "of":  # "under the age of 5"
        under = tokens.low(j - 1) == "the" and tokens.low(j - 2) in ("over", "under", "above", "below", "between")
        return Age("year", "age-aged", amount.end, _owner_end(tokens, j - 2) if under else -1)
    return Age("year", "age-aged", amount.end, _owner_end(tokens, j))


def tells_a_death(tokens: Tokens, j: int) -> bool:
    """Whether the noun in front of token `j` is what somebody died of: "her sister died of cancer aged 52"."""
    return not DYING.isdisjoint(tokens.lows[max(0, j - _DIED) : j])


def _owner_end(tokens: Tokens, j: int) -> int:
    """Where the noun ends whose age "aged" at `j` says: "children aged 5", "a third suspect, aged 17"."""
    j -= tokens.low(j - 1) == ","
    j -= tokens.low(j - 1) in ("currently", "now", "mostly", "mainly", "generally", "typically")
    if tells_a_death(tokens, j):
        return -1
    return j if j > 0 and tokens.shapes[j - 1] is Shape.WORD and tokens.lows[j - 1] not in _BEING | _VERBS else -1


def _paired(tokens: Tokens, amount: Amount) -> Age | None:
    """ "two boys, 14 and 16, were hurt" """
    i, j = amount.first, amount.end
    owner = tokens.low(i - 2)
    several = owner in _OF_AN_AGE | _PERSONS_NAMED or owner.removesuffix("s") in _KIN
    whose = tokens.low(i - 1) in _BE and owner in _CHILDREN and tokens.low(i - 3) in _OWN | {"whose", "the"}
    if whose and tokens.lows[j] == "and" and tokens.lows[j + 2] in _PAIR_ENDS | {"when", "at"}:
        return Age("year", "age-aged", j, i - 1)  # "her sons were nine and twelve when he died"
    if tokens.low(i - 1) != "," or not several or tokens.lows[j] not in ("and", ","):
        return None
    ends = tokens.shapes[j + 1] is Shape.DIGITS and tokens.lows[j + 2] in _PAIR_ENDS
    return Age("year", "age-aged", j, i - 1) if ends else None


def _of_people(tokens: Tokens, amount: Amount) -> Age | None:
    """ "patients over 65", "children under 10": the age of those who stand before it."""
    i, after = amount.first, tokens.lows[amount.end]
    owner = tokens.low(i - 2)
    end = i - 1
    if owner in _ALL_OF and tokens.low(i - 3) == ",":  # "the drivers, all over 60,"
        end, owner = i - 3, tokens.low(i - 4)
        owner = owner if owner not in _PERSONS_NAMED else "people"
    before = tokens.low(i - 3)
    several = before in _OF_AN_AGE or (before.endswith(_PEOPLE_ENDINGS) and before not in _NO_PEOPLE)
    told = owner in _BE and (before in _PERSONS or several)  # "who were over 60", "residents are over 65"
    if told or (owner == "are" and tokens.low(i - 3) == "they" and amount.value in _MAJORITIES):
        return Age("year", "age-of-people", amount.end) if after in _AFTER_AGE | {"”", '"', ""} else None
    grown = tokens.low(i - 1) in _BE and owner in _PERSONS and before in ("until", "till") and after in _AFTER_AGE
    if grown:
        return Age("year", "age-of-people", amount.end)  # "must stay at school until they are 18"
    people = owner in _OF_AN_AGE or (owner.endswith(_PEOPLE_ENDINGS) and owner not in _NO_PEOPLE)
    if tokens.low(i - 1) not in ("over", "under", "above", "below") or not people:
        return None
    goes_on = after in _AFTER_AGE | _AFTER_NAME | _VERBS or after.endswith(("ed", "ing"))
    goes_on = goes_on or (
        tokens.low(i - 1) == "under" and tokens.words[amount.end].islower() and not after.endswith("s")
    )
    counts = tokens.shapes[amount.end] is Shape.WORD and not goes_on and not owner.endswith(("one", "body"))
    named = end if owner.endswith("s") or owner in ("people", "men", "women", "children") else -1
    return None if counts or after in HYPHENS or after == "%" else Age("year", "age-of-people", amount.end, named)


def _apposed(tokens: Tokens, amount: Amount) -> Age | None:
    """ "Edda Falk, 57, a glazier" """
    i = amount.first
    i -= tokens.low(i - 1) in ("also", "now", "then", "both") and tokens.low(i - 2) == ","  # "Jones, also 19,"
    name = i - 2 - (tokens.low(i - 2) == "." and tokens.low(i - 3) in ("jr", "sr"))
    if amount.numeral.form == "digits" and is_bracketed_age(tokens, i):
        return Age("year", "age-apposed", amount.end, i - 1)
    if tokens.low(i - 1) != "," or name < 0 or tokens.shapes[name] is not Shape.WORD:
        return None
    sure = tokens.is_name(name - 1) or (amount.value or 0) > _TEEN  # "Mary Roe, four,", "Roe, sixty-three,"
    spelled = tokens.is_name(name) and tokens.lows[amount.end] == "," and sure
    if amount.numeral.form != "digits" and not (spelled and amount.numeral.form == "words"):
        return None
    if tokens.lows[amount.end] == "of" and tokens.lows[amount.end + 1] in ("which", "whom", "them"):
        return None  # "along the road, 99 of which"
    if tokens.low(0) == "of" and tokens.shapes[amount.end] is Shape.WORD:
        return None  # "Of 40 people asked by the Echo, 31 said"
    kin = tokens.low(name - 1) in _OWN and tokens.lows[name] in _KIN  # "her mother, 38."
    if (
        not kin
        and not tokens.is_name(name)
        and not (tokens.lows[amount.end] == "," and tokens.shapes[amount.end + 1] is Shape.WORD)
    ):
        return None  # "the former star, 42, was voted off"
    if tokens.lows[amount.end] not in _AFTER_NAME or tokens.lows[name] in _NO_NAME or tokens.glued(i):
        return None
    listed = tokens.lows[amount.end] == "," and tokens.shapes[amount.end + 1] is Shape.DIGITS
    return None if listed else Age("year", "age-apposed", amount.end, name + 1)


def _turned(tokens: Tokens, amount: Amount) -> Age | None:
    """ "She will be 71 by the start of the season", "he turned 40" """
    i = amount.first
    while i > 0 and tokens.lows[i - 1] in ("just", "only", "about", "nearly", "almost", "now", "then", "past", "over"):
        i -= 1
    is_short = tokens.low(i - 1) in ("he's", "she's", "who's", "i'm")
    after = tokens.lows[amount.end]
    told = after == "when" and tokens.lows[amount.end + 1] in _PERSONS  # "was 23 when he left"
    told = told or (tokens.low(i - 2) in _PERSONS and tokens.lows[amount.end : amount.end + 2] in _TIMES)
    turned = tokens.low(i - 1) in _TURNED and after == "on"  # "turned 42 on May 2"
    if (tokens.low(i - 1) not in _BEING and not is_short) or not (after in _AFTER_AGE or told or turned):
        return None
    person = is_short or told or any(tokens.low(i - k) in _PERSONS for k in (2, 3, 4))
    person = person or (tokens.low(i - 2) == "," and tokens.is_name(i - 3) and tokens.low(i - 1) in _TURNED)
    person = person or (i > (1 if tokens.low(i - 1) in _TURNED else 2) and tokens.is_name(i - 2))
    person = person or (i > 2 and tokens.low(i - 2) in _ONE_OF_AN_AGE | _KIN)
    person = person or (i == 2 and _is_known_name(tokens))
    return Age("year", "age-turned", amount.end) if person else None


def _is_known_name(tokens: Tokens) -> bool:
    """Whether the word that opens the sentence is a name in the text in front: "Okoro is 71 and", not "Today is"."""
    word, at = tokens.words[0], tokens.starts[0]
    if not tokens.is_name(0) or tokens.lows[0] in _NO_NAME:
        return False
    named = re.compile(rf"(?s:.*)[a-zé,] {re.escape(word)}\b").match(tokens.text, max(0, at - _NAMED), at)
    return named is not None and not are_apart(tokens.text, named.end(), at)


def _when(tokens: Tokens, amount: Amount) -> Age | None:
    """ "He died at 84", "was first elected at 36": an age at the end of its clause."""
    i, after = amount.first, tokens.lows[amount.end]
    ends = after in _AFTER_NAME - _CLAUSES or (after in ("and", "after", "in", "on") and amount.value != 1)
    if tokens.low(i - 1) != "at" or amount.value is None or not ends:
        return None
    ill = "diagnosed" in tokens.lows[max(0, i - 1 - _DIED) : i - 1]  # "was diagnosed with depression at 14"
    if ill and amount.numeral.form == "digits":
        return Age("year", "age-at", amount.end)
    left = tokens.low(i - 2) in ("school", "home", "college") and tokens.low(i - 3) in ("left", "finished", "quit")
    return Age("year", "age-at", amount.end) if left or tokens.low(i - 2) in _LIFE_EVENTS else None


def _at(tokens: Tokens, amount: Amount) -> Age | None:
    """ "At 82, he has spent": an age at the head of a clause."""
    i = amount.first
    if tokens.low(i - 1) == "at" and tokens.low(i - 2) in ("school", "home") and tokens.low(i - 3) in _LEFT:
        alone = tokens.shapes[amount.end] is not Shape.WORD or tokens.lows[amount.end] in _AFTER_AGE | {"to", "for"}
        return Age("year", "age-at", amount.end) if alone else None  # "left school at 14"
    opens = tokens.low(i - 1) == "at" and (i == 1 or tokens.low(i - 2) in (",", "“", '"', ";", "—"))
    if not opens or tokens.lows[amount.end] != "," or amount.value is None or not amount.value >= _TEEN:
        return None
    person = tokens.lows[amount.end + 1] in _PERSONS or tokens.is_name(amount.end + 1)
    return Age("year", "age-at", amount.end) if person else None
