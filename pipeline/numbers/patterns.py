"""Patterns made of word lists."""

import re
from collections.abc import Iterable

__all__ = ["either_case", "words_pattern"]


def either_case(word: str) -> str:
    """A word as a pattern that also takes a capital at its head; its blanks stay blanks."""
    first, rest = word[0], re.escape(word[1:]).replace("\\ ", " ")
    return f"[{first}{first.upper()}]{rest}" if first.islower() else re.escape(first) + rest


def words_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, as a whole. Each branch begins with a letter, which lets the engine skip text quickly."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(set(words), key=len, reverse=True):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    branches = (
        rf"{re.escape(c)}(?<!\w{re.escape(c)})(?:{'|'.join(rest)})(?!\w)" for c, rest in sorted(by_first.items())
    )
    return re.compile("|".join(branches) or "(?!)")
