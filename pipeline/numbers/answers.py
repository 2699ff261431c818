"""Shares of those who were asked: "54% of tenants want repairs. Only one in six expects them"."""

from collections.abc import Sequence

from pipeline.numbers.drafts import Draft
from pipeline.numbers.nouns import NounReader
from pipeline.numbers.persons import may_be_person
from pipeline.numbers.tokens import Tokens

__all__ = ["answers", "latest_asked"]

_SHARES = frozenset({"percent", "ratio"})
_RATIOS = frozenset({"share-in", "fraction", "half", "percent"})
_HOLDING = frozenset({"had", "has", "have", "put", "gave"})


def answers(tokens: Tokens, draft: Draft, nouns: NounReader) -> bool:
    """Whether a share without a noun does what people do who are asked: "Only one in six expected them"."""
    if draft.kind not in _SHARES or draft.rule not in _RATIOS or draft.noun is not None:
        return False
    if not {"which", "whom"}.isdisjoint(tokens.lows[max(0, draft.left - 2) : draft.left]):
        return False  # "$15 million, of which a fifth had been paid"
    j = draft.right + (tokens.low(draft.left - 1) == "," == tokens.lows[draft.right])  # "a majority, 55%, said"
    while tokens.lows[j] in nouns.words.ADVERBS:
        j += 1
    verb = tokens.lows[j]
    told = verb in nouns.words.ANSWERED | nouns.words.ANSWERS or verb.removesuffix("s") in nouns.words.ANSWERS
    return told or verb in _HOLDING


def latest_asked(
    here: Sequence[Draft], earlier: Sequence[tuple[Tokens, list[Draft]]], near: int, nouns: NounReader
) -> Draft | None:
    """The latest number of people, in the sentence or in those before."""
    for drafts in (here, *(before[-near:] for _, before in reversed(earlier))):
        for draft in reversed(drafts):
            head = draft.noun_head if draft.quantity and draft.kind in _SHARES | {"count"} else None
            if head is not None and may_be_person(head, nouns):
                return draft
    return None
