"""What money is for, where it stands behind it: "$4.17 in per-album royalties", "$6 million to build a stadium"."""

from pipeline.numbers.nouns import NounPhrase, NounReader
from pipeline.numbers.persons import may_be_person
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["asked_for", "invested_in", "purpose", "source_of_cut"]

_SPANS = frozenset(
    {"period", "quarter", "year", "month", "week", "day", "half", "time", "weekend", "trading", "dealings"}
    | {"night", "hour", "morning", "evening", "afternoon", "minute", "season", "decade", "summer", "winter", "spell"}
)
_BOUGHT = word_set("television tv air broadcast advertising ad prime screen radio studio computing staff flight")
_REGIONS = frozenset({"north", "south", "east", "west"})
_SPENDING = word_set(
    "spend spends spending spent invest invests invested investing save saved saving saves waste wasted"
)
_GIVEN = word_set("""
    voted allocated earmarked budgeted pledged allotted appropriated promised needed set approved committed raised
    donated spent
""")
_GOING = frozenset({"go", "gone", "going", "meant", "intended", "used"})
_PASSIVE = word_set("has have had was were is are will would been be being also already now")
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her"})
_WHEN_LEADS = frozenset({"over", "during", "in", "within", "this", "last", "next", "each", "every", "a", "per"})
_MORE = frozenset({"more", "less", "extra"})
_ALTOGETHER = (["on", "average"], ["in", "total"], ["in", "all"], ["up", "front"])
_OVERDUE = frozenset({"past", "back"})
_ASKING = word_set("appeal appeals plea request bid claim demand invoice cheque check bill writ")
_SEEKING = frozenset({"seeking", "demanding", "claiming"})
_SUITS = word_set("lawsuit lawsuits suit suits claim complaint petition writ")
_SUIT = 8  # words of "a lawsuit in federal court in May seeking"
_CUTTING = word_set("cut cuts cutting slash slashed slashing trim trimmed trimming shave shaved shaving")
_INVESTING = word_set("""
    put puts putting pump pumps pumped pumping pour pours poured pouring invest invests invested investing plough
    ploughs ploughed ploughing plow plows plowed plowing inject injects injected injecting channel channels channeled
    channelled
""")
_HEDGES = word_set("over about around some more than at least nearly almost roughly the up to its an estimated")
_HEDGE = 3
_UNITS = frozenset({"year", "month", "week", "quarter", "decade", "day"})
_WHEN = 7  # words of "over the course of the next four years"
_YEAR = 4  # digits
_SPENT = 8  # words back to the verb of "spend a total of $5 million on roads"


def purpose(tokens: Tokens, j: int, left: int, nouns: NounReader) -> NounPhrase | None:
    """The noun phrase at token `j`, behind money whose phrase begins at `left`, that says what the money is for."""
    j += tokens.lows[j] in ("each", "apiece") and tokens.lows[j + 1] in nouns.words.MONEY_PURPOSES  # "$5 each in aid"
    j += tokens.lows[j] in _MORE and tokens.lows[j + 1] in nouns.words.MONEY_PURPOSES  # "£380 a year more for tickets"
    j += 2 * (tokens.lows[j : j + 2] in _ALTOGETHER)  # "£1,900 on average for a pair"
    if tokens.lows[j] in _PASSIVE:  # "$9 million has been set aside for trams"
        while tokens.lows[j] in _PASSIVE:
            j += 1
        if tokens.lows[j] not in _GIVEN | _GOING:
            return None
        j = _past_time(tokens, j + 1 + (tokens.lows[j + 1] == "aside"), nouns)
    j += tokens.lows[j] in _GIVEN and tokens.lows[j + 1] in ("for", "to", "toward", "towards")  # "earmarked for trams"
    j = _past_time(tokens, j + (tokens.lows[j] == "worth"), nouns)
    spent = tokens.lows[j] == "on" and _is_spent(tokens, left)
    if tokens.lows[j] not in nouns.words.MONEY_PURPOSES and not spent:
        return None
    if tokens.lows[j] == "in" and tokens.lows[j + 1] == "the" and tokens.is_name(j + 2):
        return None  # "sells for $449 in the United States"
    paying = tokens.lows[j + 1 : j + 3] == ["pay", "for"] and tokens.lows[j] == "to"
    j += 2 * paying  # "raised $900 to pay for a survey"
    if tokens.lows[j] in ("in", "on") and tokens.is_name(j + 1):
        kind = nouns.ahead(tokens, j + 1, loose=True)  # "$20 billion in Chilean grapes", but not "in Chile"
        return kind if kind and nouns.is_plural(tokens.words[kind.head]) else None
    first = _past_quantity(tokens, j + 1, nouns)
    if tokens.lows[first] in _OVERDUE and tokens.shapes[first + 1] is Shape.WORD:
        first += 1  # "$9,000 in past rent"
    if tokens.lows[j] in ("to", "for") and (counted := _past_count(tokens, first, nouns)) > first:
        kind = nouns.ahead(tokens, counted)  # "$9 million to over 40,000 farmers", but not "for three years"
        return None if kind is None or nouns.lemma(tokens.lows[kind.head]) in _UNITS else kind
    if tokens.shapes[first] is Shape.DIGITS:
        if tokens.lows[first + 1] not in HYPHENS:
            return None
        while tokens.lows[first + 1] in HYPHENS:
            first += 2
        first += 1  # "£30m for the 23-year-old striker", "on a 20-mile bus line"
    if tokens.lows[j] == "to" and tokens.lows[first] in _SPENDING and tokens.lows[first + 1] in ("on", "in"):
        first = _past_quantity(tokens, first + 2, nouns)
        return nouns.ahead(tokens, first, loose=True)  # "$5,000 to spend on suits"
    particle = tokens.lows[first + 1] in nouns.words.changes.PARTICLES and tokens.lows[first + 2] in _ARTICLES
    if tokens.lows[first - 1] == "to" and particle:
        return nouns.ahead(tokens, first + 3, loose=True)  # "$6 million to speed up the work"
    if tokens.lows[first].endswith("ing") and (tokens.lows[first + 1] in _ARTICLES or tokens.is_name(first + 1)):
        first += 1 + (tokens.lows[first + 1] in _ARTICLES)  # "toward replacing the school"
    phrase = nouns.ahead(tokens, first, loose=True)
    recipient = phrase is not None and may_be_person(nouns.lemma(tokens.lows[phrase.head]), nouns)
    if recipient and tokens.lows[j] == "to" and (first == j + 1 or tokens.lows[j + 1] in ("a", "an", "his", "her")):
        return None  # "paid $900 to a guard", "repaid £44m to savers"
    if tokens.lows[j] == "to" and tokens.lows[j + 1] in ("a", "an", "his", "her"):
        return phrase
    if phrase is not None and tokens.lows[first - 1] == "to":
        if _is_infinitive(tokens, phrase, nouns) and _past_count(tokens, phrase.last, nouns) == phrase.last:
            return None
        if (counted := _past_count(tokens, phrase.last, nouns)) > phrase.last:
            return nouns.ahead(tokens, counted)  # "$6 million to house 2,000 families"
        if tokens.lows[phrase.last] in _ARTICLES:
            phrase = nouns.ahead(tokens, phrase.last + 1, loose=True) or phrase  # "$6 million to build a stadium"
    doing = phrase is not None and tokens.lows[phrase.head].endswith("ing") and phrase.first == phrase.head
    doing = doing and phrase is not None and tokens.lows[phrase.last] in {"to", *_ARTICLES}  # "for failing to"
    return None if phrase is None or doing or _is_no_purpose(tokens, phrase, nouns) else phrase


def invested_in(tokens: Tokens, j: int, left: int, nouns: NounReader) -> NounPhrase | None:
    """ "puts an extra £3m into road repairs": where the money goes, behind "into" at `j`."""
    near = set(tokens.lows[max(0, left - _SPENT) : left + 1])
    if tokens.lows[j] != "into" or near.isdisjoint(_INVESTING):
        return None
    return nouns.ahead(tokens, j + 1 + (tokens.lows[j + 1] in nouns.words.DETERMINERS), loose=True)


def asked_for(tokens: Tokens, left: int, nouns: NounReader) -> NounPhrase | None:
    """ "an appeal for $74 million to help": the noun that asks, in front of "for"."""
    if tokens.low(left - 1) in _SEEKING:
        suit = next((k for k in range(left - 2, max(-1, left - _SUIT), -1) if tokens.lows[k] in _SUITS), -1)
        return nouns.before(tokens, suit + 1) if suit >= 0 else None  # "filed a lawsuit in May seeking $18 million"
    if tokens.low(left - 1) != "for" or tokens.low(left - 2) not in _ASKING:
        return None
    return nouns.before(tokens, left - 1)


def source_of_cut(tokens: Tokens, j: int, left: int, nouns: NounReader) -> NounPhrase | None:
    """ "cut £3m from library spending", "trimmed $2bn off the budget": what there is less of, where it is at `j`."""
    if tokens.lows[j] not in ("from", "off") or tokens.low(left - 1) not in _CUTTING:
        return None
    return nouns.ahead(tokens, j + 1 + (tokens.lows[j + 1] in nouns.words.DETERMINERS), loose=True)


def _past_count(tokens: Tokens, j: int, nouns: NounReader) -> int:
    """Behind "over 40,000", "some 300", "two" and "2 million" at token `j`; `j` where no such count stands there."""
    k = j
    while k < j + _HEDGE and tokens.lows[k] in _HEDGES:
        k += 1
    counted = tokens.shapes[k] is Shape.DIGITS or tokens.lows[k] in nouns.words.NUMBERS - {"one", "half"}
    if not counted or tokens.shapes[k + 1] is not Shape.WORD or tokens.glued(k + 1):
        return j
    return k + 1 + (tokens.lows[k + 1] in ("thousand", "million", "billion"))


def _is_spent(tokens: Tokens, left: int) -> bool:
    """Whether a verb of spending stands in front: "spend $5 million on roads and another $3 million on"."""
    added = tokens.low(left - 1) in ("another", "further", "additional", "and") or tokens.lows[left] == "another"
    return any(tokens.low(left - k) in _SPENDING for k in range(1, _SPENT + _SPENT * added))


def _is_no_purpose(tokens: Tokens, phrase: NounPhrase, nouns: NounReader) -> bool:
    """Whether a phrase tells when, or is a part of "in line with", "in the middle of"."""
    first, head = tokens.lows[phrase.first], tokens.lows[phrase.head]
    bare = tokens.low(phrase.first - 2) != "for" or tokens.low(phrase.first - 1) != "the"  # "$2 million for the event"
    when = nouns.words.WHEN - {"full"} | _SPANS | _REGIONS
    bought = head == "time" and tokens.lows[phrase.head - 1] in _BOUGHT  # "radio time"
    several = phrase.first < phrase.head and nouns.is_plural(head)  # "season tickets", "day passes"
    return (
        (first in when and not (several and first in _SPANS))
        or (head in when and not bought)
        or (bare and phrase.first == phrase.head and head in nouns.words.NO_PURPOSES)
    )


def _past_time(tokens: Tokens, j: int, nouns: NounReader) -> int:
    """Behind "this year" and "over the next four years" at token `j`, where a purpose follows; else `j`."""
    for k in range(j + 1, j + _WHEN if tokens.lows[j] in _WHEN_LEADS else j):
        low = tokens.lows[k]
        if tokens.shapes[k] is Shape.MARK or low in nouns.words.MONEY_PURPOSES:
            break
        if low.removesuffix("s") in _UNITS or (tokens.shapes[k] is Shape.DIGITS and len(low) == _YEAR):
            k += 1 + (tokens.lows[k + 1] in _MORE)
            return k if tokens.lows[k] in nouns.words.MONEY_PURPOSES | {"on"} else j
    return j


def _is_infinitive(tokens: Tokens, phrase: NounPhrase, nouns: NounReader) -> bool:
    """Whether a verb without an object stands behind "to": "paid $40 to stare at seals"."""
    word = tokens.words[phrase.head]
    single = phrase.last - phrase.first == 1 and word.islower() and not nouns.is_plural(word)
    return single and tokens.lows[phrase.last] not in _ARTICLES


def _past_quantity(tokens: Tokens, j: int, nouns: NounReader) -> int:
    """Past "some of", "the" and "fifteen minutes of"."""
    number = tokens.shapes[j] is Shape.DIGITS or tokens.lows[j] in nouns.words.NUMBERS
    if number and tokens.lows[j + 2] == "of":
        return j + 3
    if tokens.lows[j] in ("some", "all", "each", "any") and tokens.lows[j + 1] == "of":
        j += 2
    return j + (tokens.lows[j] in nouns.words.DETERMINERS | {"each", "every"})
