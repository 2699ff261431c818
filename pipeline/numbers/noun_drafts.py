"""A noun phrase written into a draft."""

from pipeline.numbers.drafts import Draft
from pipeline.numbers.nouns import NounPhrase, NounReader
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens

__all__ = ["owner", "set_noun", "take_noun"]

_YEAR = 4  # digits
_OWNS = ("'s", "’s")


def set_noun(tokens: Tokens, draft: Draft, phrase: NounPhrase, nouns: NounReader) -> None:
    """Write a noun phrase into `draft`."""
    coded = tokens.words[phrase.head].isupper() and tokens.shapes[phrase.head + 1] is Shape.DIGITS
    if coded and tokens.glued(phrase.head + 1) and phrase.end == phrase.head + 1:  # "CO2"
        phrase = NounPhrase(phrase.first, phrase.last, phrase.head, phrase.end + 1)
    head = (
        tokens.slice(phrase.head, phrase.end) if phrase.end == phrase.head + 2 and coded else tokens.words[phrase.head]
    )
    if (
        tokens.shapes[phrase.head] is Shape.DIGITS
        and phrase.head > phrase.first
        and len(tokens.low(phrase.head - 1)) > 1
    ):
        head = tokens.words[phrase.head - 1]  # "Nifty 50"
    if head == "s":  # "Model 3s"
        head = tokens.slice(phrase.head - 1, phrase.head + 1)
    if head in ("old", "olds") and tokens.low(phrase.head - 1) in HYPHENS:
        head = tokens.slice(phrase.first, phrase.head + 1)  # "two-year-olds"
    head = nouns.with_particle(tokens, phrase.head) or nouns.compound(tokens, phrase.first, phrase.head) or head
    if nouns.begins(tokens, phrase.head) and (nouns.is_plural(head.lower()) or head.lower() in nouns.words.STOPS):
        head = head.lower()
    noun = tokens.slice(phrase.first, phrase.end)
    draft.noun, draft.noun_head = noun[:-2] if noun.endswith(_OWNS) else noun, nouns.lemma(head)


def _is_whole(tokens: Tokens, i: int, last: int) -> bool:
    """Whether a plain number at `i` counts the whole of which the number before, up to `last`, is a part."""
    of = last if tokens.lows[last] == "of" else -1
    plain = tokens.shapes[i] is Shape.DIGITS and tokens.shapes[i + 1] is Shape.WORD and not tokens.glued(i + 1)
    is_year = len(tokens.words[i]) == _YEAR and tokens.words[i].isdecimal()
    return plain and of >= 0 and of < i <= of + 2 and not is_year


def owner(tokens: Tokens, phrase: NounPhrase) -> NounPhrase:
    """Of "vessel's front section" the vessel: what an attribute in front of the whole is of."""
    k = next((k for k in range(phrase.first, phrase.head) if tokens.lows[k].endswith(_OWNS)), phrase.head)
    return NounPhrase(phrase.first, k + 1, k, k + 1) if k < phrase.head else phrase


def take_noun(tokens: Tokens, draft: Draft, phrase: NounPhrase | None, nouns: NounReader) -> bool:
    """Take the phrase behind the number, which lengthens the mention's phrase."""
    if phrase is None:
        return False
    set_noun(tokens, draft, phrase, nouns)
    if tokens.lows[phrase.head] == "what":
        return True  # a clause of its own, with a verb
    if tokens.shapes[phrase.first] is Shape.DIGITS and tokens.lows[phrase.head] == "olds":
        return True  # "16-year-olds" hold a number of their own
    if _is_whole(tokens, phrase.first, draft.last):  # "14 of its 38 rural shops": the 38 is a number of its own
        set_noun(tokens, draft, NounPhrase(phrase.first + 1, phrase.last, phrase.head, phrase.end), nouns)
        return True
    draft.noun_first, draft.noun_last = phrase.first, phrase.last
    if draft.kind == "measure" and draft.unit is None:
        draft.kind = "count"  # "74.8 points"
    draft.right = max(draft.right, phrase.last)
    return True
