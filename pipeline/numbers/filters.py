"""Whether a number word counts: "one" may be a pronoun, "half" a half-time, "a quarter" three months."""

from pipeline.numbers.ages import read_age
from pipeline.numbers.amounts import Amount
from pipeline.numbers.asking import HOW_HURT
from pipeline.numbers.bounds import bound_before
from pipeline.numbers.grammar import Grammar
from pipeline.numbers.nouns import NounReader
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens
from pipeline.numbers.wordlists import word_set

# What may stand behind "fell by a third": a third party, man or time may not.
_BEHIND_SHARES = word_set("""
    in from on to since this last across among over within between during after before compared or and at for when
    because as with while next each every overnight worldwide nationwide through under until but if
""")

__all__ = ["is_counted", "is_doubling"]

_LESS = word_set("less lower fewer smaller shorter cheaper lighter more higher larger bigger greater longer")
_SHOT = 3
_SEVERAL = frozenset({"are", "were", "have"})  # "a third have", but "a third was arrested" behind two others
_SINGLE = frozenset({"was", "is", "has", "remains", "died"})  # behind "and one"
_PLURAL_VERBS = frozenset({"were", "are", "have", "remain", "died"})
_OTHERS = frozenset({"of", "or", "another"})
_CLAUSE = 14  # words of the clause in front of "and one was"
_HALF_BEFORE = word_set("""
    first second other latter former top bottom the last 1st 2nd better in one opening final
""")
_OF_WHICH = 10  # words of "which the city and the state have agreed to pay"
_SIDES = word_set("""
    first second latter northern southern eastern western upper lower front back left right
""")
_BEFORE_SUBJECT = frozenset({",", ";", "—", "–", "and", "but", "while", "nor", "that", '"', "“"})
_LISTS = frozenset({",", ";", ":", "–", "—", "and", "but"})
_WHERE = frozenset({"in", "after", "as", "by", "at", "near", "on", "and"})
_SAYING = frozenset({"said", "says", "reported", "found", "heard", "stated", "told", "alleges", "alleged", "finds"})
_ANOTHER = 9  # words within which "one ... another" speaks of no number
_AROUND = 8
_TWO, _THREE, _ALL = 2, 3, 100
_ED = 4
_TIME_UNITS = word_set("second seconds minute minutes hour hours day days week weeks month months year years")
_TENS = frozenset(range(20, 100, 10))
_DECADE_LEADS = frozenset({"the", "low", "lower", "mid", "upper", "high", "early", "late", "in", "into", "to", "-"})
_OWNERS, _OWNED = frozenset({"his", "her", "their", "my", "our", "your"}), 6
_YEARISH = frozenset(range(17, 21))


def is_counted(tokens: Tokens, amount: Amount, nouns: NounReader | None, grammar: Grammar) -> bool:
    """Whether `amount` says how many or how much."""
    form = amount.numeral.form
    if nouns is not None and _is_in_title(tokens, amount):
        return False
    if nouns is None:
        return form != "one" and (form != "half" or _half_noun_counts(tokens, amount, grammar))
    if amount.unit is not None and (_is_decade(tokens, amount) or _only_agrees(tokens, amount)):
        return False
    if form == "one":
        return _one_counts(tokens, amount, nouns)
    if form == "half":
        return _half_counts(tokens, amount, nouns, grammar)
    if form == "fraction" and tokens.lows[amount.numeral.first] in grammar.numerals.articles:
        return _article_share_counts(tokens, amount, grammar)
    if form == "decade":
        return read_age(tokens, amount, grammar.units, grammar.ages) is not None  # not "the roaring twenties"
    if form == "article":
        return amount.unit is not None and bound_before(tokens, amount.first, grammar.left, frozenset()) is not None
    if form == "couple":
        return tokens.lows[amount.numeral.last] == "of" or amount.unit is not None
    if form == "multiple":
        return _multiple_counts(tokens, amount, nouns, grammar)
    if tokens.low(amount.first - 1) in HYPHENS and tokens.low(amount.first - 2) == "mid" and amount.unit is None:
        return False  # "the mid-two-thousands"
    if tokens.low(amount.first - 1) in ("early", "late") and tokens.lows[amount.numeral.last - 1] == "thousands":
        return False  # "the early two-thousands"
    if (form == "words" and _is_a_kind(tokens, amount)) or _is_a_shot(tokens, amount, nouns):
        return False
    if form == "words":
        named = _is_part_of_name(tokens, amount, nouns)
        return not named and not _is_year_in_words(tokens, amount) and not _is_none_at_all(tokens, amount, nouns)
    return True


def _is_a_shot(tokens: Tokens, amount: Amount, nouns: NounReader) -> bool:
    """ "a tying 3 in the closing seconds": a shot of three points behind an article, with nothing counted."""
    i, j = amount.first, amount.end
    if amount.value != _SHOT or not amount.plain or amount.numeral.form != "digits":
        return False
    led = tokens.low(i - 1) == "a" or (tokens.low(i - 2) == "a" and tokens.low(i - 1).endswith(("ing", "er", "al")))
    return led and (tokens.shapes[j] is Shape.MARK or tokens.lows[j] in nouns.words.STOPS)


def _is_decade(tokens: Tokens, amount: Amount) -> bool:
    """ "lows in the 20s", "authentic 30s tickets": no seconds."""
    unit, value = amount.unit, amount.value
    if unit is None or tokens.words[unit.first] != "s" or not tokens.glued(unit.first) or value is None:
        return False
    j, before = unit.last, tokens.low(amount.first - 1)
    if value not in _TENS or not _OWNERS.isdisjoint(tokens.lows[max(0, amount.first - _OWNED) : amount.first]):
        return False  # "in his 20s and 30s"
    return before in _DECADE_LEADS or (tokens.lows[j] in HYPHENS and tokens.glued(j))


def _only_agrees(tokens: Tokens, amount: Amount) -> bool:
    """ "A: One hundred per cent.": yes."""
    alone = amount.first == 0 or tokens.lows[amount.first - 1] in (":", "“", '"')
    ends = amount.end >= tokens.count - 1 and tokens.shapes[amount.end] is not Shape.WORD
    return alone and ends and amount.value == _ALL and amount.unit is not None and amount.unit.name == "percent"


def _half_noun_counts(tokens: Tokens, amount: Amount, grammar: Grammar) -> bool:
    """ "la moitié", "medio kilo", but not "la première moitié" """
    i, names = amount.numeral.first, grammar.numerals
    if tokens.low(i - 1) in names.half_not_after:
        return False
    return amount.unit is not None or amount.money is not None or tokens.lows[i] in names.half_nouns


def _one_counts(tokens: Tokens, amount: Amount, nouns: NounReader) -> bool:
    i, words = amount.numeral.first, nouns.words
    before, after = tokens.low(i - 1), tokens.lows[amount.numeral.last]
    if ["too", "many"] in (tokens.lows[i + 2 : i + 4], tokens.lows[i + 3 : i + 5]):
        return False  # "one disaster too many"
    if amount.unit is not None or amount.money is not None:
        return not tokens.is_name(i) or i == 0 or tokens.low(i - 1) in ('"', "“")
    merely = before == "only" and tokens.low(i - 2) not in words.DETERMINERS  # "had only one chance"
    set_phrase = after in words.ONE_PHRASES_AFTER and before != "least"
    clause = before == "that" and tokens.low(i - 2) in words.changes.SHOWING | _SAYING  # "found that one nurse had"
    ends = tokens.shapes[amount.numeral.last + 1] is not Shape.WORD or tokens.lows[amount.numeral.last + 1] in _WHERE
    if after in words.STATES and before in _LISTS and ends:
        return True  # "Two dead, one injured in blast"
    if after in HOW_HURT and before in _LISTS and ends:
        return True  # "Two men were stabbed, one fatally"
    if before == "and" and after in _SINGLE and _goes_on_counting(tokens, i - 1, words.NUMBERS):
        return True  # "Three were arrested and one was released"
    if (before in words.ONE_PRONOUN_BEFORE and not merely and not clause) or set_phrase or before in HYPHENS:
        return False
    if before in ("do", "does", "did") or (before == "up" and after in words.ONE_TIMES):
        return False  # "How does one quote a price?", "woke up one morning"
    opens = i == 0 or before in words.ONE_TIMES_BEFORE or tokens.lows[amount.numeral.last + 1] == "last"
    if opens and _tells_when(tokens, amount.numeral.last, nouns):
        return False  # "Outside the gate one morning last week"
    if after in HYPHENS and tokens.glued(amount.numeral.last):
        return tokens.lows[amount.numeral.last + 1] in words.ONE_HYPHENED  # "a one-game lead"
    behind = tokens.lows[amount.numeral.last + 1]
    ends = behind in words.STOPS or tokens.shapes[amount.numeral.last + 1] is not Shape.WORD
    if after.endswith(("ed", "ly")) and ends and after not in words.LY_NOUNS:
        return False  # "matching one used by him", "buy one separately"
    acts = after.endswith("ing") and len(after) > 4 and after not in words.ING_NOUNS
    if acts and (ends or tokens.is_name(amount.numeral.last + 1)):
        return False  # "two missions, one carrying a lander"
    capital = tokens.is_name(i)
    if capital and i > 0 and tokens.shapes[i - 1] is Shape.WORD:
        return False
    if capital and tokens.is_name(amount.numeral.last) and tokens.is_name(amount.numeral.last + 1):
        return False
    if after == "of" or tokens.shapes[amount.numeral.last] is not Shape.WORD:
        return False
    phrase = nouns.ahead(tokens, amount.numeral.last, one=True)
    if (
        phrase is None
        or _parts_from_other(tokens, before, phrase.last)
        or "another" in tokens.lows[phrase.last : phrase.last + _ANOTHER]
    ):
        return False  # "from one crisis to another"
    if before == "from" and _goes_to_other(tokens, phrase.last):
        return False
    head = tokens.lows[phrase.head]
    return not nouns.is_plural(head) or head in nouns.words.PLURALS  # "One includes ..."


def _goes_on_counting(tokens: Tokens, end: int, numbers: frozenset[str]) -> bool:
    """Whether the clause in front of token `end` says of some, counted at its head, what they are."""
    first = end
    while first > max(0, end - _CLAUSE) and tokens.shapes[first - 1] is Shape.WORD:
        first -= 1
    counted = tokens.low(first - 1) if tokens.shapes[first - 1] is Shape.DIGITS and first > 0 else tokens.lows[first]
    several = tokens.lows[first:end]
    told = any(low in _PLURAL_VERBS for low in several) and _OTHERS.isdisjoint(several)
    return told and (counted.isdecimal() or counted in numbers) and counted != "one"


def _parts_from_other(tokens: Tokens, before: str, start: int) -> bool:
    """ "phone in one hand, dog in the other" """
    near = tokens.lows[start : start + _ANOTHER]
    led = before in ("in", "on", "with", "at", "from")
    return led and any(near[k : k + 2] == ["the", "other"] for k in range(len(near)))


def _goes_to_other(tokens: Tokens, start: int) -> bool:
    """ "from one room to the other", "from one night to the next" """
    near = tokens.lows[start : start + _ANOTHER]
    return any(near[k : k + 3] in (["to", "the", "other"], ["to", "the", "next"]) for k in range(len(near)))


def _tells_when(tokens: Tokens, j: int, nouns: NounReader) -> bool:
    """Whether a time of a story stands at `j`: "one night", "one bright October morning"."""
    words = nouns.words
    last = next((k for k in range(j, j + 3) if tokens.lows[k] in words.ONE_TIMES), j)
    return tokens.lows[last] in words.ONE_TIMES and words.STOPS.isdisjoint(tokens.lows[j:last])


def _half_counts(tokens: Tokens, amount: Amount, nouns: NounReader, grammar: Grammar) -> bool:
    i, j = amount.numeral.first, amount.numeral.last
    if tokens.lows[j] in HYPHENS and tokens.glued(j):
        return amount.unit is not None or amount.money is not None  # "a half-mile walk", but not "half-hearted"
    if tokens.low(i - 1) == "other" and tokens.low(i - 2) == "the" and (i == 2 or tokens.low(i - 3) in _BEFORE_SUBJECT):
        return tokens.shapes[j] is Shape.WORD  # "The other half want tickets"
    if tokens.low(i - 1) == "in" and tokens.lows[j] == "the" and nouns.is_plural(tokens.lows[j + 1]):
        return True  # "In half the pairs"
    if tokens.low(i - 1) in _HALF_BEFORE and tokens.lows[j] != "of":
        return False
    if tokens.low(i - 1) == "pay" and "which" in tokens.lows[max(0, i - _OF_WHICH) : i]:
        return tokens.shapes[j] is Shape.MARK  # "$4 million, of which the state will pay half."
    if tokens.low(i - 1) in _SIDES:
        return False  # "the northern half of the city"
    if amount.unit is not None or amount.money is not None or tokens.lows[j] in nouns.words.HALF_OF:
        return tokens.lows[j : j + 2] != ["the", "battle"]
    if tokens.lows[j] == "as" and tokens.lows[j + 1] in ("many", "much"):
        return True
    i -= tokens.low(i - 1) == "fully"
    if tokens.low(i - 1) in ("which", "whom") and tokens.low(i - 2) == "of":
        return True  # "of which half was for food"
    answers = nouns.words.AUXILIARIES | nouns.words.ANSWERS | nouns.words.ANSWERED | nouns.words.PASTS
    if tokens.lows[j] in answers and (i == 0 or tokens.low(i - 1) in _BEFORE_SUBJECT):
        return True  # "and half have no savings"
    return bound_before(tokens, i, grammar.left, frozenset()) is not None or tokens.low(i - 1) == "by"


def _article_share_counts(tokens: Tokens, amount: Amount, grammar: Grammar) -> bool:
    i, j = amount.numeral.first, amount.numeral.last
    if tokens.lows[j] == "of" or amount.unit is not None or tokens.lows[j] in _LESS:
        return True
    if any(tokens.low(i - k) in ("which", "whom") and tokens.low(i - k - 1) == "of" for k in (1, 2, 3, 4)):
        return True  # "of which barely a fifth has been paid"
    hedge = bound_before(tokens, i, grammar.left, frozenset())
    head = hedge[1] if hedge is not None else i
    opens = head == 0 or tokens.low(head - 1) in _BEFORE_SUBJECT
    behind, words = tokens.lows[j], grammar.words
    several = words is not None and behind in _SEVERAL | words.ANSWERS
    quarter = words is not None and tokens.lows[j - 1] == "quarter" and (_is_past(behind) or behind in words.ANSWERED)
    hedged = hedge is not None
    told = words is not None and (_is_past(behind) or behind in words.PASTS | words.ANSWERED)
    if opens and (several or quarter or (hedged and told)):
        return True  # "A third have left", "about a third felt tired"; but "a third was hurt" is one more
    followed = tokens.shapes[j] is Shape.WORD and tokens.lows[j] not in _BEHIND_SHARES
    return (hedged or tokens.low(i - 1) == "by") and not followed


def _is_past(low: str) -> bool:
    return low.endswith("ed") and len(low) > _ED


def _is_in_title(tokens: Tokens, amount: Amount) -> bool:
    """Digits in a title within a sentence: "the 80 Day Obsession plan", "The 7 Habits of", "a 40 Under 40 winner"."""
    i, j = amount.numeral.first, amount.numeral.last
    if not tokens.words[i].isdecimal() or j != i + 1:
        return False
    if tokens.lows[j] == "under" and tokens.is_name(j) and tokens.lows[j + 1] == tokens.lows[i]:
        return True
    if tokens.low(i - 1) == "under" and tokens.is_name(i - 1) and tokens.low(i - 2) == tokens.lows[i]:
        return True
    within = i > 1 and (tokens.words[i - 2].islower() or tokens.words[i - 2].endswith(("’s", "'s")))
    if not tokens.is_name(j) or not within:
        return False
    after_the = tokens.words[i - 1] == "The"
    return after_the or (tokens.lows[j] in _TIME_UNITS and tokens.is_name(j + 1))


def _is_year_in_words(tokens: Tokens, amount: Amount) -> bool:
    """ "nineteen eighty-four" """
    if amount.value is None or not amount.plain:
        return False
    nxt, before = tokens.lows[amount.numeral.last], tokens.low(amount.numeral.first - 1)
    return (amount.value in _YEARISH and nxt.endswith("ty")) or before in ("eighteen", "nineteen")


def _is_a_kind(tokens: Tokens, amount: Amount) -> bool:
    """ "hit a three", "split the city in two": a number word with nothing to count."""
    i, j = amount.numeral.first, amount.numeral.last
    ends = tokens.shapes[j] is not Shape.WORD and tokens.lows[j] not in HYPHENS
    if amount.unit is not None or amount.money is not None:
        return False
    if tokens.low(i - 1) == "in":
        return ends and amount.value == _TWO and tokens.low(i - 2) != "one"
    threw = amount.value == _THREE and tokens.low(i - 2) in ("a", "an")  # "hit an early three"
    return (threw or tokens.low(i - 1) in ("a", "an")) and (ends or tokens.lows[j] in _BEHIND_SHARES)


def _is_none_at_all(tokens: Tokens, amount: Amount, nouns: NounReader) -> bool:
    """Whether "zero" denies what cannot be counted: "zero shame", but not "zero deaths", "zero growth"."""
    j = amount.numeral.last
    if amount.value != 0 or amount.unit is not None or amount.money is not None or tokens.shapes[j] is not Shape.WORD:
        return False
    denied = nouns.ahead(tokens, j, one=True)
    if denied is None or nouns.ahead(tokens, j) is not None:
        return False
    return tokens.words[amount.numeral.first].isalpha() and tokens.lows[denied.head] not in nouns.words.RATES


def _is_part_of_name(tokens: Tokens, amount: Amount, nouns: NounReader) -> bool:
    """ "Fantastic Four", "Big Ten": a capitalised number word inside a name."""
    i = amount.numeral.first
    last = amount.numeral.last
    if tokens.words[i] == "ten" and tokens.is_name(i - 1) and tokens.is_name(last):
        return True  # Erik ten Hag
    if tokens.is_name(i) and tokens.is_name(last) and _is_name_in_text(tokens, i, last):
        return True  # known as the "Three Amigos"
    named = tokens.is_name(i - 1) or (tokens.is_name(last) and tokens.shapes[i - 1] is Shape.WORD)
    return tokens.is_name(i) and i > 0 and named and amount.plain and nouns.ahead(tokens, last) is None


def _is_name_in_text(tokens: Tokens, i: int, last: int) -> bool:
    """Whether a capitalised number and its noun stand in a sentence that is no headline."""
    j = i - 1 - (tokens.low(i - 1) in "\"“'‘")
    if j < 0 or tokens.shapes[j] is not Shape.WORD or not tokens.words[j].islower():
        return False
    around = tokens.words[max(0, i - _AROUND) : i] + tokens.words[last : last + _AROUND]
    if tokens.low(i - 1) in "“‘" and tokens.glued(i):
        return any(word.islower() and len(word) > 3 for word in around)  # “Three Houses”, a play
    return sum(word.islower() and len(word) > 4 for word in around) > 1


def _multiple_counts(tokens: Tokens, amount: Amount, nouns: NounReader, grammar: Grammar) -> bool:
    """ "charges double the price", but not "will double the price", "a double room" """
    i, j, words = amount.numeral.first, amount.numeral.last, nouns.words
    low = tokens.lows[i]
    if low in words.DOUBLINGS:
        hedge = bound_before(tokens, i, grammar.left, frozenset())
        if is_doubling(tokens, amount, nouns, grammar):
            return True
        before = tokens.low((i if hedge is None else hedge[1]) - 1)
        inflected = low.endswith(("ed", "ing"))
        return not inflected and before not in words.BEFORE_VERBS and tokens.lows[j] in words.DOUBLED
    return low not in ("twice", "thrice") or _multiplies(tokens, j, nouns)


def is_doubling(tokens: Tokens, amount: Amount, nouns: NounReader | None, grammar: Grammar) -> bool:
    """ "has more than doubled", "to nearly triple its output": a verb whose hedge makes a multiple of it."""
    i, j = amount.numeral.first, amount.numeral.last
    if nouns is None or tokens.lows[i] not in nouns.words.DOUBLINGS:
        return False
    words, hedge = nouns.words, bound_before(tokens, i, grammar.left, frozenset())
    if hedge is None or tokens.low(i - 1) not in words.DOUBLING_HEDGES or tokens.lows[j] in words.DOUBLING_PARTICLES:
        return False
    return tokens.lows[i].endswith(("ed", "ing")) or tokens.low(hedge[1] - 1) in words.BEFORE_VERBS


def _multiplies(tokens: Tokens, j: int, nouns: NounReader) -> bool:
    """ "twice as many", "twice the number", but not "scored twice as United won"."""
    if tokens.lows[j] == "as":
        adjective = tokens.words[j + 1].islower() and not nouns.stops(tokens, j + 1, j + 1)  # "twice as strong"
        return adjective or tokens.lows[j + 1] in ("many", "much") or "as" in tokens.lows[j + 2 : j + 5]
    return tokens.lows[j] in nouns.words.TIMES_AS - {"over"}
