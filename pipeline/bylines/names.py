"""Whether words are somebody's name: shape, given names, initials, suffixes, user names, what is glued to them."""

import re
from collections.abc import Sequence

from pipeline.bylines.lexicon import lexicon
from pipeline.bylines.text import fold, is_cased
from pipeline.bylines.tokens import Token

_INITIALS = re.compile(r"^(?:[^\W\d_]\.?-?){1,4}$")
_USER_NAME = re.compile(r"^(?=.*[^\W\d_])[\w.-]{2,30}$")
_GLUE = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ][^\W\d_]{3})")
_MAX_WORDS = 8
_MAX_UNCASED_WORDS = 5
_MAX_UNCASED_CHARS = 30
_MAX_IDEOGRAPHS = 8  # a foreign name in katakana is among the longest
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def joined(words: Sequence[Token]) -> str:
    """The folded words with single spaces."""
    return " ".join(word.key for word in words)


def written(words: Sequence[Token]) -> str:
    """The words as written, with single spaces."""
    return " ".join(word.text for word in words)


def looks_like_name(words: Sequence[Token]) -> bool:
    """Whether the words have the shape of a person's name in their script."""
    if not words or len(words) > _MAX_WORDS or any(word.kind != "word" for word in words) or _has_digit(words):
        return False
    if not is_cased(words[0].text):
        return _looks_like_uncased_name(words)
    small = lexicon().small
    if words[-1].key in small["article"] or (words[0].key in small["never-first"] and len(words) > 1):
        return False
    if any(word.key.endswith("'s") for word in words):
        return False
    proper = [word for word in words if word.key not in lexicon().particles or word.text[:1].isupper()]
    return 0 < len(proper) <= _MAX_WORDS - 2 and all(_is_proper(word) for word in proper)


def _looks_like_uncased_name(words: Sequence[Token]) -> bool:
    chars = sum(len(word.text) for word in words)
    named = not words[-1].text.endswith(lexicon().endings["organisation"] + lexicon().endings["desk"])
    if any(
        len(word.text) > _MAX_IDEOGRAPHS and not word.text.isascii() and _IDEOGRAPH.search(word.text) for word in words
    ):
        return False
    return named and len(words) <= _MAX_UNCASED_WORDS and chars <= _MAX_UNCASED_CHARS


def _has_digit(words: Sequence[Token]) -> bool:
    return any(character.isdigit() for word in words for character in word.text)


def _is_proper(word: Token) -> bool:
    """Capitalised, an initial, or a particle glued to a capital (d'Ancona, al-Masri)."""
    text = word.text
    if text[:1].isupper() or not is_cased(text):
        return text[:1].isalpha() or len(text) > 1
    head, _, tail = text.replace("’", "'").partition("'")
    if not tail:
        head, _, tail = text.partition("-")
    return len(head) <= 3 and tail[:1].isupper()


def is_small_name(words: Sequence[Token]) -> bool:
    """Whether a full name is written in small letters throughout ("jane doe")."""
    if not 2 <= len(words) <= 3 or not has_given_name(words) or any(not word.text.islower() for word in words):
        return False
    known = lexicon()
    return not any(word.key in known.role_words or word.key in known.noise for word in words[1:])


def has_given_name(words: Sequence[Token]) -> bool:
    """Whether the first word is a given name of the lexicon."""
    return bool(words) and words[0].key.partition("-")[0] in lexicon().given_names


def has_full_name(name: str) -> bool:
    """Whether a name is of several words, the first of them a known given name."""
    first, _, rest = fold(name).partition(" ")
    return bool(rest) and first.partition("-")[0] in lexicon().given_names


def are_given_names(words: Sequence[Token]) -> bool:
    """Whether the words are given names and initials only ("Jane M.")."""
    return has_given_name(words) and all(has_given_name([word]) or is_initials(word) for word in words[1:])


def is_initials(word: Token) -> bool:
    """Whether the word is made of initials ("J.", "J.R.")."""
    return bool(_INITIALS.match(word.text)) and word.text.isupper()


def is_user_name(words: Sequence[Token]) -> bool:
    """Whether one word may be the name under which somebody writes ("gizmo", "c1ph4")."""
    if len(words) != 1 or not _USER_NAME.match(words[0].text):
        return False
    known = lexicon()
    return not any(
        words[0].key in other for other in (known.particles, known.role_words, known.date_words, known.noise)
    )


def suffix_use(word: Token) -> str | None:
    """ "name" for Jr. and III, "degree" for PhD, None for another word."""
    use = lexicon().suffixes.get(word.key)
    if use == "degree-capitals":
        return "degree" if word.text[:1].isupper() and not word.text[1:].islower() else None
    if use == "degree" and len(word.text) < 4 and word.text[:1].islower():
        return None
    return use


def without_degrees(words: Sequence[Token]) -> list[Token]:
    """The words without the degrees at their end."""
    kept = list(words)
    while kept and suffix_use(kept[-1]) == "degree" and len(kept) != 2:
        kept.pop()
    return kept


def said_once(words: list[Token]) -> list[Token]:
    """A name that a page shows twice in a row ("Jane Doe Jane Doe Reporter"), once."""
    for size in (2, 3):
        if [word.key for word in words[:size]] == [word.key for word in words[size : 2 * size]]:
            return words[size:]
    return words


def unglued(tokens: Sequence[Token]) -> list[Token]:
    """Names with a job, a date or furniture glued on ("KleinRedakteur", "LazareTwitter") as two words."""
    parts: list[Token] = []
    for index, token in enumerate(tokens):
        follows = tokens[index + 1].key if index + 1 < len(tokens) else ""
        behind_word = bool(parts) and parts[-1].kind == "word"
        parts.extend(_halves(token, follows) if behind_word and token.kind == "word" else [token])
    return parts


def _halves(word: Token, follows: str) -> list[Token]:
    match = _GLUE.search(word.text)
    if match is None or match.start() < 3:
        return [word]
    first, second = word.text[: match.start()], word.text[match.start() :]
    key, known = fold(second), lexicon()
    is_title = key in known.role_heads or (key in known.role_words and follows in known.role_words)
    if is_title or key in known.furniture or key in known.date_words:
        return [Token("word", first, fold(first)), Token("word", second, key)]
    return [word]
