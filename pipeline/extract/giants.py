"""Markup that would cost the parser minutes: tags with thousands of attributes, scripts of many megabytes."""

import re

_MAX_TAG_CHARS = 50_000
_MAX_ATTRIBUTES = 2_000
_KEPT_TAG_CHARS = 5_000
_LARGE_PAGE_CHARS = 2_000_000
_MAX_SCRIPT_CHARS = 1_000_000
_SCRIPT = re.compile(r"(<script\b[^>]*>)(.*?)(?=</script)", re.IGNORECASE | re.DOTALL)


def without_giants(markup: str) -> str:
    """`markup` with giant scripts emptied and giant tags cut (their cost grows with the square of the attributes)."""
    if len(markup) > _LARGE_PAGE_CHARS:
        markup = _SCRIPT.sub(lambda found: found[1] if len(found[2]) > _MAX_SCRIPT_CHARS else found[0], markup)
    pieces = markup.split(">")
    if max(map(len, pieces)) <= _MAX_TAG_CHARS:
        return markup
    return ">".join(_cut(piece) if len(piece) > _MAX_TAG_CHARS else piece for piece in pieces)


def _cut(piece: str) -> str:
    begin = piece.rfind("<")
    tag = piece[begin:] if begin >= 0 else ""
    is_giant = len(tag) > _MAX_TAG_CHARS and tag[1:2].isalpha() and tag.count("=") > _MAX_ATTRIBUTES
    return piece[: begin + _KEPT_TAG_CHARS] if is_giant else piece
