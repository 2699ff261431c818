"""Agencies, desks and organisations, and whether one of them is the outlet itself."""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.bylines.lexicon import lexicon
from pipeline.bylines.names import has_given_name, is_initials, joined, looks_like_name
from pipeline.bylines.text import fold
from pipeline.bylines.tokens import Token

_DOMAIN = re.compile(r"^[\w-]+(?:\.[\w-]+)*\.(?:[a-z]{2,4}|info|news)$", re.IGNORECASE)
_DOMAIN_ENDS = frozenset(("de", "com", "at", "ch", "org", "net", "fr", "es", "it", "uk", "co"))
_SMALL_AGENCIES = frozenset(("dpa", "epd", "afp", "sda", "ots", "apa", "sid"))  # that sign in small letters, too
_MAX_ACRONYM_CHARS = 5


def is_agency(words: Sequence[Token]) -> bool:
    """Whether the words name an agency. Short forms that are words or initials, too, count only in capitals."""
    if joined(words) not in lexicon().agencies:
        return False
    text = "".join(word.text for word in words)
    return len(text) > 3 or text.isupper() or text in _SMALL_AGENCIES


def is_desk(words: Sequence[Token]) -> bool:
    """Whether the words are a desk or an unnamed writer as such ("Redaktion", "Staff Reporter")."""
    return joined(words) in lexicon().desks


def has_desk_word(words: Sequence[Token]) -> bool:
    """Whether a word makes the phrase a desk ("BR24 Redaktion", "MM-Redaktion")."""
    if words[-1].text.endswith(lexicon().endings["desk"]):
        return True
    desks = lexicon().desk_words
    return any(word.key in desks or word.key.rpartition("-")[2] in desks for word in words)


def is_organisation(words: Sequence[Token], publisher: str | None) -> bool:
    """Whether the words are an organisation: the publisher, a domain, a word such as "News", or an acronym."""
    key = joined(words)
    if " & " in key or is_publisher(words, publisher):
        return not (has_given_name(words) and looks_like_name(words))
    if words[0].key == "the" and len(words) > 1 and looks_like_name(words[1:]):
        return True
    if is_domain(words[-1:]) or (len(words) == 1 and is_acronym(words[0].text)):
        return key not in lexicon().given_names
    if any(word.text.islower() and word.key not in lexicon().small["inside"] for word in words[1:]):
        return False
    return words[-1].text.endswith(lexicon().endings["organisation"]) or any(
        word.key in lexicon().organisation_words and (word.text[:1].isupper() or len(words) < 3) for word in words
    )


def is_acronym(text: str) -> bool:
    """Whether a word is two to five plain capitals ("BBC")."""
    return text.isupper() and text.isalnum() and 2 <= len(text) <= _MAX_ACRONYM_CHARS


def is_domain(words: Sequence[Token]) -> bool:
    """Whether the words are one domain name ("hessenschau.de")."""
    return len(words) == 1 and bool(_DOMAIN.match(words[0].text)) and not is_initials(words[0])


def is_publisher(words: Sequence[Token], publisher: str | None) -> bool:
    """Whether the words are the outlet's name."""
    return publisher is not None and is_outlet_name(joined(words), publisher)


def is_outlet_name(name: str, publisher: str) -> bool:
    """Whether a name is the outlet's, or whole words of it, without regard to articles and spaces."""
    key = fold(name)
    words, outlet = _bare(key), _bare(fold(publisher))
    return bool(words) and ("".join(words) == "".join(outlet) or (key[:1].isascii() and set(words) <= set(outlet)))


def shares_word(words: Sequence[Token], publisher: str | None) -> bool:
    """Whether the words and the outlet's name have a word in common ("MDR Thüringen", "mdr.de")."""
    return publisher is not None and not set(_bare(joined(words))).isdisjoint(_bare(fold(publisher)))


@lru_cache(maxsize=4096)
def _bare(key: str) -> tuple[str, ...]:
    articles = lexicon().small["article"]
    words = [word for word in re.split(r"[\W_]+", key) if word and word not in articles]
    if len(words) > 1 and words[-1] in _DOMAIN_ENDS:
        words.pop()
    return tuple(words)
