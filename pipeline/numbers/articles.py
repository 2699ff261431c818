"""The "a" that counts: "five chapels and a paper mill", "a rifle, two shotguns and three pistols"."""

from collections.abc import Sequence
from decimal import Decimal

from pipeline.numbers.drafts import Draft
from pipeline.numbers.noun_drafts import set_noun
from pipeline.numbers.nouns import NounPhrase, NounReader
from pipeline.numbers.tokens import Shape, Tokens

__all__ = ["add_articles"]

_ARTICLES = frozenset({"a", "an"})
_CLAUSE_VERBS = frozenset({"was", "is", "has", "who", "that", "which", "said", "will", "would", "could", "can"})
_NO_LIST = frozenset({"in", "at", "for", "to", "on", "as", "after", "from", "than", "such", "over", "during", "not"})
_MAX_WORDS = 6
_MANY = 1000  # "9 million listeners and a jazz club" is no list of counts


def add_articles(tokens: Tokens, drafts: Sequence[Draft], nouns: NounReader) -> list[Draft]:
    """The drafts with a count of one for each article that a list of counts holds."""
    found: dict[int, Draft] = {draft.first: draft for draft in drafts}
    for place, draft in enumerate(drafts):
        if draft.kind != "count" or not draft.quantity or draft.noun_last < 0 or not 1 < (draft.value or 0) <= _MANY:
            continue
        listed = place + 1 < len(drafts) and drafts[place + 1].left - draft.right <= 2
        for article, phrase in (_behind(tokens, draft, nouns), _in_front(tokens, draft, nouns, listed=listed)):
            if article >= 0 and phrase is not None and _counts(tokens, phrase, nouns):
                found.setdefault(article, _draft(tokens, article, phrase, nouns))
    return [found[first] for first in sorted(found)]


def _behind(tokens: Tokens, draft: Draft, nouns: NounReader) -> tuple[int, NounPhrase | None]:
    j = draft.right
    j += tokens.lows[j] == ","
    together = tokens.lows[j : j + 2] == ["along", "with"]
    j += together
    if not (together or tokens.lows[j] in ("and", "plus")) or tokens.lows[j + 1] not in _ARTICLES:
        return -1, None
    phrase = nouns.ahead(tokens, j + 2, one=True)
    if phrase is None or tokens.lows[phrase.last] in _CLAUSE_VERBS or tokens.lows[phrase.last] == "of":
        return -1, None
    return j + 1, phrase


def _in_front(tokens: Tokens, draft: Draft, nouns: NounReader, *, listed: bool) -> tuple[int, NounPhrase | None]:
    end = draft.left - 1
    if tokens.low(end) != "and" and not (tokens.low(end) == "," and listed):
        return -1, None
    j = end - 1
    while j >= 0 and end - j <= _MAX_WORDS and tokens.lows[j] not in _ARTICLES:
        if tokens.shapes[j] is Shape.WORD and nouns.stops(tokens, j, 0):
            return -1, None
        if tokens.shapes[j] is Shape.MARK and tokens.lows[j] not in ("-", "."):
            return -1, None
        j -= 1
    if tokens.low(j) not in _ARTICLES or end - j < 2 or tokens.low(j - 1) in _NO_LIST:
        return -1, None
    return j, NounPhrase(j + 1, end, end - 1, end)


def _counts(tokens: Tokens, phrase: NounPhrase, nouns: NounReader) -> bool:
    head = tokens.lows[phrase.head]
    return (
        tokens.shapes[phrase.head] is Shape.WORD
        and not nouns.is_plural(head)
        and not ({head, tokens.lows[phrase.first]} & nouns.words.NOT_COUNTED_BY_A)
    )


def _draft(tokens: Tokens, article: int, phrase: NounPhrase, nouns: NounReader) -> Draft:
    draft = Draft(article, article + 1, article, phrase.last, "count", "article-in-a-list", value=Decimal(1))
    set_noun(tokens, draft, phrase, nouns)
    return draft
