"""Ordinals: rows of their own kind, never quantities."""

import re
from collections.abc import Mapping
from decimal import Decimal

from pipeline.numbers.drafts import Draft
from pipeline.numbers.grammar import Grammar
from pipeline.numbers.nouns import NounReader
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens

__all__ = ["read_ordinal"]

_GROUPS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_LONGEST = 9


def _is_unit(tokens: Tokens, i: int, ones: Mapping[str, int]) -> bool:
    """Whether a "second" at token `i` is one of time: "a 5-second delay", "a ten-second clip"."""
    tied = tokens.lows[i] == "second" and tokens.low(i - 1) in HYPHENS and tokens.glued(i) and i > 1
    return tied and (tokens.shapes[i - 2] is Shape.DIGITS or tokens.lows[i - 2] in ones)


def read_ordinal(tokens: Tokens, i: int, grammar: Grammar, nouns: NounReader | None) -> Draft | None:
    """The ordinal at token `i`: "first", "twenty-first", "20th"."""
    names = grammar.numerals
    last, value = i + 1, names.ordinals.get(tokens.lows[i])
    if tokens.shapes[i] is Shape.DIGITS and (digits := _GROUPS.sub("", tokens.words[i])).isdecimal():
        if (
            tokens.lows[i + 1] not in names.ordinal_suffixes
            or not tokens.glued(i + 1)
            or len(tokens.words[i]) > _LONGEST
        ):
            return None
        value, last = int(digits), i + 2
    elif value is None and tokens.lows[i] in names.tens and tokens.lows[i + 1] in HYPHENS:
        unit = names.ordinals.get(tokens.lows[i + 2], 10)
        if unit >= 10:
            return None
        value, last = names.tens[tokens.lows[i]] + unit, i + 3
    if value is None or _is_unit(tokens, i, names.ones):
        return None
    if tokens.is_name(i) and tokens.lows[last] in grammar.blocks.named_ordinals and tokens.is_name(last):
        return Draft(i, last + 1, i, last + 1, "identifier", "ordinal-in-a-name", quantity=False)
    draft = Draft(i, last, i, last, "ordinal", "ordinal", value=Decimal(value), quantity=False)
    phrase = nouns.ahead(tokens, last, ordinal=True) if nouns is not None else None
    if phrase is not None and nouns is not None:
        draft.noun, draft.noun_head = tokens.slice(phrase.first, phrase.last), nouns.lemma(tokens.words[phrase.head])
        draft.right = phrase.last
    return draft
