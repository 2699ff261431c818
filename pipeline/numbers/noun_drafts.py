"""A noun phrase written into a draft."""

from pipeline.numbers.drafts import Draft
from pipeline.numbers.nouns import NounPhrase, NounReader
from pipeline.numbers.tokens import HYPHENS, Tokens

__all__ = ["set_noun", "take_noun"]


def set_noun(tokens: Tokens, draft: Draft, phrase: NounPhrase, nouns: NounReader) -> None:
    """Write a noun phrase into `draft`."""
    head = tokens.words[phrase.head]
    if head == "s":  # "Model 3s"
        head = tokens.slice(phrase.head - 1, phrase.head + 1)
    if head in ("old", "olds") and tokens.low(phrase.head - 1) in HYPHENS:
        head = tokens.slice(phrase.first, phrase.head + 1)  # "two-year-olds"
    head = nouns.with_particle(tokens, phrase.head) or head
    if nouns.begins(tokens, phrase.head) and nouns.is_plural(head.lower()):
        head = head.lower()
    draft.noun, draft.noun_head = tokens.slice(phrase.first, phrase.end), nouns.lemma(head)


def take_noun(tokens: Tokens, draft: Draft, phrase: NounPhrase | None, nouns: NounReader) -> bool:
    """Take the phrase behind the number, which lengthens the mention's phrase."""
    if phrase is None:
        return False
    set_noun(tokens, draft, phrase, nouns)
    draft.noun_first, draft.noun_last = phrase.first, phrase.last
    if draft.kind == "measure" and draft.unit is None:
        draft.kind = "count"  # "74.8 points"
    draft.right = max(draft.right, phrase.last)
    return True
