"""The noun that a hyphened duration measures: "a 20-year sentence", "the four-year war"."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.numbers.mention import Mention
from pipeline.numbers.nouns import NounReader
from pipeline.numbers.tokens import tokenize

__all__ = ["name_durations"]

_WINDOW = 80  # code points in which the noun stands
_HYPHENS = frozenset("-‐‑")
_STRETCHES = frozenset({"period", "span", "stretch", "time", "interval", "mark", "window"})


def name_durations(text: str, mentions: Sequence[Mention], nouns: NounReader) -> list[Mention]:
    """The mentions, each hyphened duration with the noun behind it."""
    return [_named(text, m, nouns) if m.subkind == "duration" and m.noun is None else m for m in mentions]


def _named(text: str, mention: Mention, nouns: NounReader) -> Mention:
    if text[mention.char_end : mention.char_end + 1] not in _HYPHENS or mention.phrase_end <= mention.char_end:
        return mention
    tokens = tokenize(text, mention.phrase_end, min(mention.sentence_end, mention.phrase_end + _WINDOW))
    first = 0
    while tokens.lows[first] in _HYPHENS or tokens.lows[first] == "long":
        first += 1  # "a three-year-long dispute"
    phrase = nouns.ahead(tokens, first, loose=True)
    if phrase is None or tokens.lows[phrase.head] in _STRETCHES | nouns.words.WHEN or tokens.lows[first] == "old":
        return mention
    noun, head = tokens.slice(phrase.first, phrase.end), nouns.lemma(tokens.words[phrase.head])
    return replace(mention, noun=noun, noun_head=head, phrase_end=tokens.ends[phrase.last - 1])
