"""What an amount is counted by, and the noun behind that: "$2.52 a share", "20 per week", "the $10-a-month plan"."""

from pipeline.numbers.drafts import Draft
from pipeline.numbers.grammar import Grammar
from pipeline.numbers.noun_drafts import set_noun, take_noun
from pipeline.numbers.nouns import NounReader
from pipeline.numbers.purposes import purpose
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens
from pipeline.numbers.units import read_unit

__all__ = ["add_noun_behind_per", "read_per"]


def add_noun_behind_per(tokens: Tokens, draft: Draft, nouns: NounReader) -> None:
    """ "the $10-a-month plan", "$5 a year to a typical bill": what stands behind the "per" of a draft."""
    if draft.noun is not None or draft.per is None or draft.kind != "money":
        return
    attributive = tokens.lows[draft.right - 2] in HYPHENS or (
        tokens.lows[draft.right - 2] == "/" and tokens.low(draft.left - 1) in nouns.words.DETERMINERS
    )
    if attributive and take_noun(tokens, draft, nouns.ahead(tokens, draft.right, loose=True), nouns):
        return
    phrase = (
        purpose(tokens, draft.right, draft.left, nouns) if tokens.lows[draft.right] in ("to", "for", "on") else None
    )
    if phrase is not None:
        set_noun(tokens, draft, phrase, nouns)


def read_per(tokens: Tokens, draft: Draft, grammar: Grammar) -> None:
    """ "$2.52 a share", "20 per week", "5 per 100,000 people", "$80/sq m" """
    if grammar.words is None:
        return
    units = grammar.tables_units
    j = draft.right
    j += tokens.lows[j] in HYPHENS and tokens.lows[j + 1] in ("a", "per")
    mark = tokens.lows[j]
    if mark not in units.PER_MARKS:
        return
    thing = tokens.lows[j + 1]
    if mark in ("a", "an") and tokens.lows[j + 2] in grammar.words.SHIFTS:
        return  # "from 3.9% a month earlier"
    unit = read_unit(tokens, j + 1, grammar.units, digits=mark == "/")
    if unit is not None and not unit.hyphened:
        draft.per, draft.right = unit.name, unit.last
        return
    if mark == "per" and tokens.shapes[j + 1] is Shape.DIGITS:
        last = j + 2 + (tokens.shapes[j + 2] is Shape.WORD and tokens.lows[j + 2] not in grammar.words.STOPS)
        draft.per, draft.right = tokens.slice(j + 1, last), last
    elif mark == "per" and tokens.lows[j + 2] in units.PER_THINGS and thing not in units.PER_THINGS:
        draft.per, draft.right = tokens.lows[j + 2], j + 3  # "per diluted share"
    elif (
        (mark == "per" and tokens.shapes[j + 1] is Shape.WORD and thing not in ("cent", "se"))
        or thing in units.PER_THINGS
        or thing.lstrip("-") in units.PER_THINGS
    ):
        draft.per, draft.right = thing, j + 2
    elif tokens.lows[j + 1] in HYPHENS and tokens.lows[j + 2] in units.PER_THINGS:
        draft.per, draft.right = tokens.lows[j + 2], j + 3
