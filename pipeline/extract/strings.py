"""Strings as a page should have written them: no control characters, no entities, one space between words."""

import html
import re

_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")

MAX_FIELD_CHARS = 2_000


def scrub(text: str) -> str:
    """`text` without control characters, lone surrogates and invisible marks; line breaks stay."""
    return _UNWANTED.sub("", text)


def tidy(text: str, limit: int = MAX_FIELD_CHARS) -> str:
    """One line of metadata: entities resolved, tags and control characters gone, at most `limit` characters.

    >>> tidy("  Fish &amp;amp; <b>chips</b> ")
    'Fish & chips'
    """
    text = text[: limit * 4]
    for _ in range(2):
        if "&" not in text:
            break
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub("", text)
    return _SPACE.sub(" ", scrub(text)).strip()[:limit]
