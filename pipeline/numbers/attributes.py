"""The noun that a duration measures: "a 20-year sentence", "nine weeks of pay", "a prison term of five years"."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.numbers.mention import Mention
from pipeline.numbers.nouns import NounPhrase, NounReader
from pipeline.numbers.tokens import HYPHENS, tokenize

__all__ = ["name_durations"]

_WINDOW = 80  # code points in which the noun stands
_CLAUSES = frozenset({"about", "that", "of", "how", "from"})
_STRETCHES = frozenset({"period", "span", "stretch", "time", "interval", "mark", "course", "couple", "matter", "space"})


def name_durations(text: str, mentions: Sequence[Mention], nouns: NounReader) -> list[Mention]:
    """The mentions, each duration with the noun that it measures, where that stands beside it."""
    return [_named(text, m, nouns) if m.subkind == "duration" and m.noun is None else m for m in mentions]


def _named(text: str, mention: Mention, nouns: NounReader) -> Mention:
    hyphened = text[mention.char_end : mention.char_end + 1] in HYPHENS and mention.phrase_end > mention.char_end
    hyphened = hyphened or _is_attribute(text, mention) or text[mention.char_end - 4 : mention.char_end] == "long"
    behind = text[mention.phrase_end : mention.phrase_end + 4] == " of "
    if hyphened or behind:
        return _behind(text, mention, nouns, hyphened=hyphened)
    if text[max(0, mention.phrase_start - 4) : mention.phrase_start].lower() == " of ":
        return _in_front(text, mention, nouns)
    return mention


def _is_attribute(text: str, mention: Mention) -> bool:
    """Whether a unit in the singular behind a number that is not one describes what follows: "on 48 hour holds"."""
    said = text[mention.phrase_start : mention.phrase_end].lower()
    several = mention.value is not None and mention.value > 1
    return several and mention.unit is not None and said.endswith(" " + mention.unit)


def _behind(text: str, mention: Mention, nouns: NounReader, *, hyphened: bool) -> Mention:
    tokens = tokenize(text, mention.phrase_end, min(mention.sentence_end, mention.phrase_end + _WINDOW))
    first = 0 if hyphened else 1
    while hyphened and (tokens.lows[first] in HYPHENS or tokens.lows[first] == "long"):
        first += 1  # "a three-year-long dispute"
    words, low = nouns.words, tokens.lows[first]
    # "within 45 days of getting them", "within 24 hours of learning about it"
    acts = low.endswith("ing") and (low not in words.ING_NOUNS or tokens.lows[first + 1] in _CLAUSES)
    if not hyphened and (low in words.DETERMINERS or acts):
        return mention
    phrase = nouns.ahead(tokens, first, loose=True)
    if low in words.changes.NOUN_VERBS and not hyphened:
        phrase = NounPhrase(first, first + 1, first, first + 1)  # "nine weeks of pay"
    if (
        phrase is None
        or tokens.lows[phrase.head] in _STRETCHES
        or tokens.lows[phrase.head] in words.WHEN
        or low == "old"
    ):
        return mention
    if hyphened and phrase.end == phrase.last and nouns.ends_in_verb(tokens, phrase.last):
        phrase = NounPhrase(phrase.first, phrase.last + 1, phrase.last, phrase.last + 1)  # "a 50-minute milk run"
    noun, head = tokens.slice(phrase.first, phrase.end), nouns.lemma(tokens.words[phrase.head])
    return replace(mention, noun=noun, noun_head=head, phrase_end=tokens.ends[phrase.last - 1])


def _in_front(text: str, mention: Mention, nouns: NounReader) -> Mention:
    tokens = tokenize(text, max(mention.sentence_start, mention.phrase_start - _WINDOW), mention.phrase_start)
    phrase = nouns.before(tokens, tokens.count - 1)
    if phrase is None:
        return mention
    head = tokens.lows[phrase.head]
    bare = (
        phrase.last - phrase.first == 1 and head in _STRETCHES | nouns.words.changes.QUANTIFIERS
    )  # "all of three months"
    if bare or head in nouns.words.WHEN or head in nouns.words.changes.SUMS or not head.isalpha():
        return mention
    return replace(
        mention, noun=tokens.slice(phrase.first, phrase.last), noun_head=nouns.lemma(tokens.words[phrase.head])
    )
