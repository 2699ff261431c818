"""Counts of a part of what another one counts: "four people, including two children", "nine, three of them women"."""

import re
from collections.abc import Sequence

from pipeline.numbers.drafts import Draft
from pipeline.numbers.nouns import NounReader
from pipeline.numbers.tokens import Tokens

__all__ = ["names_part", "wholes", "without_parts"]

_LEADING = re.compile(r"\b(?:including|among (?:them|whom)) $")
_LEAD = 16  # code points of "among them"
_JOINING = frozenset({",", "and", "a", "an", "the"})
_DONE = ("ed", "ing")
_SHORTEST = 4


def wholes(tokens: Tokens, drafts: Sequence[Draft], draft: Draft, nouns: NounReader) -> list[Draft]:
    """The drafts in front of `draft` that count no part, where a clause of its own says it.

    "killed four people, including two children, and wounded 31": of the people, and not of the children.
    """
    return without_parts(tokens, drafts) if _is_told(tokens, draft, nouns) else list(drafts)


def without_parts(tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence that do not only name a part of one in front of them."""
    kept: list[Draft] = []
    part: Draft | None = None
    for before in drafts:
        listed = part is not None and _JOINING.issuperset(tokens.lows[part.right : before.left])
        if before.noun is not None and kept and (_is_part(tokens, before) or listed):
            part = before
        else:
            kept.append(before)
    return kept


def names_part(text: str, start: int, end: int) -> bool:
    """Whether a number is of a part: "including 12 women", "three of them children".

    `start` is where it begins with its hedge, `end` where the number itself ends.
    """
    led = _LEADING.search(text, max(0, start - _LEAD), start)
    return led is not None or text.startswith((" of them", " of whom"), end)


def _is_part(tokens: Tokens, draft: Draft) -> bool:
    last = draft.amount.numeral.last if draft.amount is not None else draft.right
    return names_part(tokens.text, tokens.starts[draft.left], tokens.ends[last - 1])


def _is_told(tokens: Tokens, draft: Draft, nouns: NounReader) -> bool:
    """Whether a verb stands beside the count: "and wounded 31", "and 31 were hurt", "and 31 injured"."""
    if tokens.lows[draft.right] in nouns.words.STATES | nouns.words.AUXILIARIES:
        return True
    before = tokens.low(draft.left - 1)
    return before in nouns.words.STATES or (before.endswith(_DONE) and len(before) > _SHORTEST)
