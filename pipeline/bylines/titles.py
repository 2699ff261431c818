"""Job titles: "Defence Correspondent", "Redakteurin für Finanzen", "envoyé spécial à Kiev"."""

from collections.abc import Sequence

from pipeline.bylines.lexicon import lexicon
from pipeline.bylines.names import looks_like_name
from pipeline.bylines.tokens import Token

_MIN_COMPOUND_CHARS = 12
_MAX_TAIL_WORDS = 5


def is_role(words: Sequence[Token]) -> bool:
    """Whether the words are a job: a role word first or last, or only words of roles with one among them."""
    keys = [word.key for word in words]
    if not any(_is_head(key) for key in keys) or not lexicon().small["verb"].isdisjoint(keys):
        return False
    if _is_head(keys[-1]) or keys[0] in lexicon().role_heads:
        return True
    whole = all(key in lexicon().role_words or _is_head(key) for key in keys)
    return whole or (len(keys) > 2 and not looks_like_name(words))


def is_role_part(words: Sequence[Token]) -> bool:
    """Whether every word is one that stands in job titles ("health", "science and")."""
    return bool(words) and all(word.key in lexicon().role_words for word in words)


def role_end(words: Sequence[Token]) -> int:
    """Where the job title at the head of the words ends; 0 where there is none."""
    end = 0
    for index, word in enumerate(words):
        known = is_role_part([word]) or (index == 0 and len(words) > 1 and word.key in lexicon().places)
        if not known and not _is_head(word.key):
            break
        if _is_head(word.key) or (end and word.key not in lexicon().particles):
            end = index + 1
    return end


def title_end(words: Sequence[Token]) -> int:
    """Where a job title ends: behind its words, or behind what a small word adds ("Redakteurin für Finanzen")."""
    end, links = role_end(words), lexicon().small["title"]
    if not end or end == len(words):
        return _without_small_words(words)
    if words[end - 1].key in links or words[end].key in links:
        return _tail_end(words, end)
    return end


def _without_small_words(words: Sequence[Token]) -> int:
    """Where the words end without "to the" at their end, of which the rest is lost."""
    small, end = lexicon().small, len(words)
    while end > 1 and (words[end - 1].key in small["title"] or words[end - 1].key in small["article"] | {"to"}):
        end -= 1
    return end


def _tail_end(words: Sequence[Token], start: int) -> int:
    """Where what a small word adds to a title ends: behind a place, at the latest behind some words."""
    last = min(len(words), start + _MAX_TAIL_WORDS)
    for begin in range(start, last):
        for end in range(min(last, begin + 3), begin, -1):
            if " ".join(word.key for word in words[begin:end]) in lexicon().places:
                return end
    return last


def _is_head(key: str) -> bool:
    """A role word, also at the end of a compound ("usa-korrespondent", "sportredakteurin")."""
    heads = lexicon().role_heads
    if key in heads or key.rstrip(".,s") in heads or key.rpartition("-")[2] in heads:
        return True
    return len(key) >= _MIN_COMPOUND_CHARS and key.endswith(lexicon().endings["role"])
