"""Strings of digits that no sentence counts with: web addresses, handles, telephone numbers, time stamps."""

import re

__all__ = ["find_strings"]

_LINKS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+|(?<!\w)[@#]\w+")
_STRINGS = re.compile(
    r"[\d(+](?:"
    r"(?<=\d)(?:\d{3}-\d\d-\d\dT[\d:.]++Z?|(?<![\w:].)\d?:\d\d(?::\d\d)?(?:\.\d++)?(?![\d:]))"
    r"|(?<![\w.,$€£-].)(?:"
    r"(?:(?<=\+)\d{1,3}[ .-]?)?\(?\d{1,5}\)?(?:[ .-]\d{2,4}){2,4}(?![\w%]|[.,-]\d)"
    r"|\d{2,3}\)?[ .-]\d{3}-\d{4}(?!\d)"
    r"|-?8\d\d-\d{3}-\d{4}(?!\d)))"
)
_PHONE_DIGITS = 8


def find_strings(text: str) -> list[tuple[int, int]]:
    """Spans of web addresses, handles, telephone numbers and time stamps, sorted."""
    spans = [match.span() for match in _LINKS.finditer(text)] if "://" in text or "www." in text or "#" in text else []
    for match in _STRINGS.finditer(text):
        word = match.group()
        if ":" in word or sum(map(str.isdigit, word)) >= _PHONE_DIGITS:
            spans.append(match.span())
    return sorted(spans)
