"""Ellipsis between two quantities: "three were based in Kent, two in Ohio", "Ann holds 60; Lee around 20"."""

import re

from pipeline.numbers.mention import Mention

HEDGE = r"(?:(?:about|around|some|nearly|almost|roughly|more than|over|at least|up to|as many as|just|only)\s+)?"
_NAMED = re.compile(rf"(?:[,;]\s+(?:and\s+)?|\s+and\s+)(?:[A-Z][\w.&-]*\s+){{1,4}}(?:by\s+)?{HEDGE}$")
_BODY = r"(?:(?:[A-Z][\w.&()'’-]*|party|group|side|team|club|county|city|council|union|alliance|bloc|and|of)\s+)"
_COUNTING = re.compile(  # ", the Democrats nine and the Centre party"; an index that rose 1% is no body that has 1%
    rf"(?:[,;]\s+(?:and\s+|but\s+|with\s+)?|\s+and\s+)(?:the\s+)?(?=[A-Z]){_BODY}{{1,6}}{HEDGE}$"
)
_PLACED = re.compile(rf"[^,;:.]{{0,60}}?\s(in|at|from|on|by|for|to)\s+[^,;:.]{{2,40}}[,;]\s+(?:and\s+|but\s+)?{HEDGE}$")
_LED_AGAIN = re.compile(rf",\s+(?:and\s+|but\s+|or\s+)?(in|on|for|to|from|by|with|of|at|against)\s+{HEDGE}$")
_EXTREME = re.compile(r"\s+(?:or|and|to)\s+(?:a\s+)?(?:maximum|minimum|further|total)\s+of\s+$")
_THAT_TOO = re.compile(r"\s+and\s+(?:that|those)\s[^,;:.]{2,40}\sto\s+$")
_OR_BY = re.compile(rf"[^;:.]{{0,140}}\b(?:or|and) (by|to|from|at)\s+{HEDGE}$")
_BRACKET = re.compile(rf"(?:\s+of\s+[a-z -]{{2,40}})?\s*\((?:or\s+)?{HEDGE}$")


def goes_on(text: str, first: Mention, second: Mention, *, of_subject: bool = False) -> bool:
    """Whether the second quantity leaves out the verb of the first, which is said of its subject or its object."""
    gap = text[first.phrase_end : second.char_start]
    if placed := _PLACED.fullmatch(gap):
        is_bare = second.phrase_end - second.char_end < 2 and second.kind == first.kind
        return is_bare and text.startswith(f" {placed[1]} ", second.phrase_end)
    if of_subject:
        return False
    if _BRACKET.fullmatch(gap) and second.kind == "measure":
        return True  # "holds six trays of food (up to 9kg)"
    if first.kind != second.kind:
        return False
    if again := _LED_AGAIN.fullmatch(gap):
        return text.endswith(f" {again[1]} ", 0, first.phrase_start)  # "counting on one man, on one letter"
    if first.kind == "count" and _COUNTING.fullmatch(gap):
        return True
    if (other := _OR_BY.fullmatch(gap)) and text.endswith(f" {other[1]} ", 0, first.phrase_start):
        return True  # "drops by 9% if the rains fail, or by 20% if both do"
    return any(pattern.fullmatch(gap) for pattern in (_NAMED, _EXTREME, _THAT_TOO))
