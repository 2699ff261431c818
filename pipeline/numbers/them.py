"""What "of them" stands for in its own sentence: "breeders who keep pythons said 40% of them were stolen"."""

from dataclasses import replace

from pipeline.numbers.drafts import Draft
from pipeline.numbers.nouns import NounPhrase, NounReader
from pipeline.numbers.tokens import Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["is_of_them", "is_told", "them_here"]

_REACH = 24  # words back to what is meant
_PRONOUNS = frozenset({"them", "these", "those"})
_TELLING = frozenset({"who", "that", "which", "born", "left", "held", "hurt", "shot"})
_QUOTES = frozenset({'"', "“", "”"})
_SPANS = frozenset({"years", "months", "weeks", "days", "hours", "minutes"})
_WHO = frozenset({"who", "which", "that", "he", "she", "it", "they", "we", "i", "you"})
_SAYING = frozenset({"said", "say", "says", "told"})
_HEDGING = word_set("only just about at least more than nearly almost some around up to over")
_FINDING = word_set("found saw met sent took held caught lost sold built bought shot hit kept left made won")


def is_of_them(tokens: Tokens, draft: Draft) -> bool:
    """Whether "of them" stands behind the number, and no "of those who", "of these cats"."""
    j = draft.right - (tokens.low(draft.right - 1) == "of")
    return tokens.low(j) == "of" and tokens.low(j + 1) in _PRONOUNS


def is_told(tokens: Tokens, draft: Draft) -> bool:
    """Whether it is said who they are: "of those asked", "of those who voted"."""
    j = draft.right - (tokens.low(draft.right - 1) == "of") + 2
    told = tokens.low(j) in _TELLING or (draft.kind != "count" and tokens.low(j).endswith("ed"))
    return tokens.low(j - 1) in ("those", "these") and told


def them_here(tokens: Tokens, draft: Draft, floor: int, nouns: NounReader) -> NounPhrase | None:
    """The nearest plural between token `floor` and the number that is no speaker and in no adverbial."""
    words, j = nouns.words, draft.left
    least = max(floor, j - _REACH)
    while j > least:
        j -= 1
        if tokens.lows[j] in _QUOTES:
            return None
        if tokens.shapes[j] is not Shape.WORD or not nouns.is_plural(tokens.lows[j]) or tokens.is_name(j):
            continue
        phrase = nouns.before(tokens, j + 1, floor)
        if phrase is None or phrase.head != j:
            continue
        first = phrase.first + (phrase.first < j and _leads_verb(tokens, phrase.first - 1, nouns))
        phrase = replace(phrase, first=first)
        held = tokens.low(first - 2) in _WHO  # "breeders who keep pythons said"
        if _speaks(tokens, j + 1, nouns) and not held:
            continue
        while first > floor and tokens.lows[first - 1] in words.DETERMINERS:
            first -= 1
        led = tokens.low(first - 1)
        if _is_held_by(tokens, phrase.last, draft.left, nouns):
            continue
        parted = led == "of" and tokens.low(first - 2) in words.changes.QUANTIFIERS  # "some of the maps"
        if parted or (led not in words.changes.PREPOSITIONS and led not in ("as", "than")):
            return phrase if tokens.lows[j] not in _SPANS else None
        j = first
    return None


def _is_held_by(tokens: Tokens, last: int, left: int, nouns: NounReader) -> bool:
    """Whether "them" is another than what ends at `last`: "names for six of them", "observers found six of them"."""
    between = [low for low in tokens.lows[last:left] if low not in _HEDGING]
    between = between[: len(between) - (between[-1:] in (["down"], ["off"], ["out"], ["in"]))]  # "had shot down 61"
    acts = len(between) == 1 or (len(between) == 2 and between[0] in nouns.words.AUXILIARIES)
    verb = between[-1] if acts and between else ""
    return verb == "for" or (verb.endswith("ed") and len(verb) > 4) or verb in _FINDING


def _leads_verb(tokens: Tokens, j: int, nouns: NounReader) -> bool:
    """Whether the next word is a verb: "has written plays", "who bred snakes"."""
    return tokens.low(j) in nouns.words.AUXILIARIES or tokens.low(j) in _WHO


def _speaks(tokens: Tokens, j: int, nouns: NounReader) -> bool:
    """Whether a verb of saying stands at `j`: "officials said half of them"."""
    return tokens.lows[j] in nouns.words.changes.SAYING | nouns.words.changes.SHOWING | _SAYING
