"""Names cased as names: JANE O'NEILL-SMITH -> Jane O'Neill-Smith; a name that is already mixed stays as it is."""

import re

from pipeline.bylines.lexicon import lexicon
from pipeline.bylines.text import fold

_PARTS = re.compile(r"([-'’‑.])")
_MAC = re.compile(r"^(Mc)([a-zà-ÿ])(?=.{2})")
_ROMAN = frozenset(("II", "III", "IV", "JR", "SR"))


def case_name(words: list[str]) -> str:
    """The words of a person's name joined, those in capitals or in small letters cased."""
    words = [*words[:-1], _without_stop(words[-1])] if words else words
    small = any(len(word) > 1 for word in words) and not any(
        character.isupper() for word in words for character in word
    )
    if _is_initials(words):
        return " ".join(
            [words[0], *(_case_word(word, index + 1, len(words), small) for index, word in enumerate(words[1:]))]
        )
    return " ".join(_case_word(word, index, len(words), small) for index, word in enumerate(words))


def _is_initials(words: list[str]) -> bool:
    """Whether two capitals are initials rather than a shouted name: MJ Lee, MJ LEE, but AL ROOT."""
    if len(words) < 2 or len(words[0]) != 2 or not words[0].isupper():
        return False
    return not set(words[0]) & set("AEIOUY") or any(not word.isupper() for word in words[1:])


def _without_stop(word: str) -> str:
    """The last word without the full stop of its sentence; initials and suffixes keep theirs."""
    bare = word.rstrip(".")
    return bare if len(bare) > 2 and "." not in bare and fold(word) not in lexicon().suffixes else word


def _case_word(word: str, index: int, count: int, small: bool) -> str:
    bare = word.rstrip(".")
    if bare.upper() in _ROMAN and index:
        return word.capitalize() if bare.upper() in ("JR", "SR") else word.upper()
    if not (small or _is_shouted(word)):
        return word
    if index and fold(word) in lexicon().particles and index < count - 1:
        return word.lower()
    return _MAC.sub(_raise, "".join(_capital(part) for part in _PARTS.split(word.lower())))


def _is_shouted(word: str) -> bool:
    """All capitals and more than initials ("JANE", "O'NEILL", not "J.R." nor "J")."""
    letters = [character for character in word if character.isalpha()]
    if len(letters) < 2 or not all(character.isupper() for character in letters if _has_case(character)):
        return False
    return "." not in word.rstrip(".") and any(_has_case(character) for character in letters)


def _has_case(character: str) -> bool:
    return character.lower() != character.upper()


def _capital(part: str) -> str:
    return part[:1].upper() + part[1:]


def _raise(match: re.Match[str]) -> str:
    return match.group(1) + match.group(2).upper()
