"""Places in bylines: "in Kyiv", "à Paris", "Nairobi"."""

from collections.abc import Sequence

from pipeline.bylines.casing import case_name
from pipeline.bylines.lexicon import lexicon
from pipeline.bylines.names import joined
from pipeline.bylines.organisations import is_organisation
from pipeline.bylines.tokens import Token

_PLAIN = frozenset(("in", "aus", "à", "w"))  # that lead to a place in whatever language the page is
_WEAK = frozenset(("at", "from"))  # that lead to other things at least as often


def is_place(words: Sequence[Token]) -> bool:
    """Whether the words are a place of the lexicon."""
    return joined(words) in lexicon().places


def leads_to_place(words: Sequence[Token], language: str | None) -> bool:
    """Whether "in Kyiv" is meant: the place is known, or the preposition is one of the page's language."""
    first = words[0]
    languages = lexicon().place_prepositions.get(first.key)
    if not languages or len(words) < 2 or not words[1].text[:1].isupper():
        return False
    if is_place(words[1:]) or is_place(words[1:2]) or is_place(words[1:3]):
        return True
    if is_organisation(words[1:], None):
        return False
    if first.key in _PLAIN:
        return not first.text[0].isupper()
    return language in languages and len(first.key) > 1 and first.key not in _WEAK


def is_location(words: Sequence[Token], language: str | None) -> bool:
    """Whether the words say where somebody writes: a preposition and a place, or a place that is no given name."""
    if leads_to_place(words, language):
        return True
    return is_place(words) and joined(words) not in lexicon().given_names


def starts_place(words: Sequence[Token], language: str | None) -> bool:
    """Whether a place begins here behind a name without a mark; "de" and its like belong to names."""
    if len(words) < 2 or words[0].key in lexicon().small["genitive"]:
        return False
    known = is_place(words[1:])
    if not known and (not words[0].text.islower() or words[0].key in lexicon().particles - {"in"}):
        return False
    return leads_to_place(words, language)


def place_words(words: Sequence[Token]) -> Sequence[Token]:
    """The words without the preposition before them."""
    return words[1:] if words[0].key in lexicon().place_prepositions else words


def place_name(words: Sequence[Token]) -> str:
    """The place cased as one, without preposition; what follows it in small letters is left out."""
    kept = []
    for word in place_words(words):
        if word.text.islower() and word.key not in lexicon().particles:
            break
        kept.append(word.text)
    return case_name(kept) if len("".join(kept)) > 3 else " ".join(kept)
