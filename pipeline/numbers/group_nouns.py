"""Groups that a number sizes from behind: "a crew of three", "a storm or two", "the choir, 60 strong"."""

from pipeline.numbers.drafts import Draft
from pipeline.numbers.measured import Measured
from pipeline.numbers.noun_drafts import set_noun
from pipeline.numbers.nouns import NounPhrase, NounReader
from pipeline.numbers.tokens import Shape, Tokens

__all__ = ["group_before", "headed", "or_two"]

_MEASURES = frozenset({"population", "capacity", "attendance", "circulation"})
_MARKS = frozenset({",", "(", "–", "—", ";"})


def group_before(tokens: Tokens, draft: Draft, nouns: NounReader) -> bool:
    """ "a crew of three", "a mother of two" """
    j = draft.left
    if tokens.lows[max(0, j - 3) : j] == ["-", "of", "-"]:
        j -= 1  # "a mother-of-two"
        if tokens.low(j - 3) not in nouns.words.PARENTS:
            return False
        draft.noun, draft.noun_head, draft.noun_elided = "children", "child", True
        return True
    group = tokens.low(j - 2) if tokens.low(j - 2) in nouns.words.GROUPS else tokens.low(j - 2).removesuffix("s")
    if tokens.low(j - 1) != "of" or group not in nouns.words.GROUPS:
        return False
    if tokens.low(j - 2) in nouns.words.PARENTS:
        draft.noun, draft.noun_head, draft.noun_elided = "children", "child", True
        return True
    phrase = nouns.before(tokens, j - 1)
    if phrase is None:
        return False
    set_noun(tokens, draft, phrase, nouns)
    draft.rule = "group-of"
    return True


def or_two(tokens: Tokens, draft: Draft, nouns: NounReader) -> NounPhrase | None:
    """ "a storm or two" """
    j = draft.left - 1
    phrase = nouns.before(tokens, j) if tokens.low(j) == "or" else None
    return phrase if phrase is not None and tokens.low(phrase.first - 1) in ("a", "an") else None


def headed(tokens: Tokens, draft: Draft, nouns: NounReader) -> bool:
    """ "The village, population 340,": a noun right in front that says what the number is."""
    j = draft.left - 1
    if tokens.low(j) == "magnitude" and tokens.low(j - 1) in ("of", ","):
        shock = nouns.before(tokens, j - 1)  # "a shock of magnitude 5"
        if shock is not None:
            set_noun(tokens, draft, shock, nouns)
        return shock is not None
    if (group := _sized_group(tokens, draft, nouns)) is not None:
        set_noun(tokens, draft, group, nouns)
        return True
    if tokens.low(j) not in _MEASURES or tokens.low(j - 1) not in _MARKS or tokens.shapes[draft.right] is Shape.WORD:
        return False
    set_noun(tokens, draft, NounPhrase(j, j + 1, j, j + 1), nouns)
    return True


def _sized_group(tokens: Tokens, draft: Draft, nouns: NounReader) -> NounPhrase | None:
    """ "The crowd, estimated at 30,000, sang", "the choir, 60 strong,": whose members a number counts."""
    apposed = tokens.low(draft.left - 1) == ","
    strong = apposed and tokens.lows[draft.right] == "strong"
    guessed = tokens.lows[draft.left : draft.left + 2] == ["estimated", "at"]
    valued = Measured(nouns).valued(tokens, draft.left) if guessed else None  # "a queue her husband estimated at 900"
    return valued or (nouns.before(tokens, draft.left - apposed) if strong or guessed else None)
