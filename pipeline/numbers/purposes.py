"""What money is for, where it stands behind it: "$2.53 in per-share earnings", "$6 million to build a stadium"."""

from pipeline.numbers.nouns import NounPhrase, NounReader
from pipeline.numbers.tokens import Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["purpose"]

_SPANS = frozenset(
    {"period", "quarter", "year", "month", "week", "day", "half", "time", "weekend", "trading", "dealings"}
)
_SPENDING = word_set(
    "spend spends spending spent invest invests invested investing save saved saving saves waste wasted"
)
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her"})
_SPENT = 8  # words back to the verb of "spend a total of $5 million on roads"


def purpose(tokens: Tokens, j: int, left: int, nouns: NounReader) -> NounPhrase | None:
    """The noun phrase at token `j`, behind money whose phrase begins at `left`, that says what the money is for."""
    if tokens.lows[j] == "worth":
        j += 1
    spent = tokens.lows[j] == "on" and any(tokens.low(left - k) in _SPENDING for k in range(1, _SPENT))
    if tokens.lows[j] not in nouns.words.MONEY_PURPOSES and not spent:
        return None
    if tokens.lows[j] in ("in", "on") and tokens.is_name(j + 1):
        kind = nouns.ahead(tokens, j + 1, loose=True)  # "$20 billion in Chilean grapes", but not "in Chile"
        return kind if kind and nouns.is_plural(tokens.words[kind.head]) else None
    first = _past_quantity(tokens, j + 1, nouns)
    if tokens.shapes[first] is Shape.DIGITS:
        if tokens.lows[first + 1 : first + 5] != ["-", "year", "-", "old"]:
            return None
        first += 5  # "£30m for the 23-year-old striker"
    phrase = nouns.ahead(tokens, first, loose=True)
    if tokens.lows[j] == "to" and tokens.lows[j + 1] in _SPENDING and tokens.lows[j + 2] in ("on", "in"):
        return nouns.ahead(tokens, _past_quantity(tokens, j + 3, nouns), loose=True)  # "$5,000 to spend on suits"
    if phrase is not None and tokens.lows[first - 1] == "to" and _is_infinitive(tokens, phrase, nouns):
        return None
    if phrase is not None and tokens.lows[first - 1] == "to" and tokens.lows[phrase.last] in _ARTICLES:
        phrase = nouns.ahead(tokens, phrase.last + 1, loose=True) or phrase  # "$6 million to build a stadium"
    nothing = nouns.words.WHEN | nouns.words.NO_PURPOSES | _SPANS
    if phrase is None or {tokens.lows[phrase.first], tokens.lows[phrase.head]} & nothing:
        return None
    return phrase


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
    return j + (tokens.lows[j] in nouns.words.DETERMINERS)
