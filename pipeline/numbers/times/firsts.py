"""What a pattern can begin with: so that only the rules that can match at a place are tried there."""

import re
from collections.abc import Set
from functools import cache
from itertools import product
from typing import NamedTuple

__all__ = ["openings"]

_LOOKAROUNDS = ("(?=", "(?!", "(?<=", "(?<!", r"\b")
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>|(?!\?))")
_ESCAPE = re.compile(r"\\(?:x..|u....|.)")
_QUANTIFIER = re.compile(r"[?*+][?+]?|\{\d*,?\d*\}[?+]?|")
_ALPHABET = [chr(i) for i in (*range(1, 0x180), *range(0x2000, 0x2070))]
_FEW = 12  # a class of more characters than that may begin with anything


class _Opening(NamedTuple):
    """How a match may begin; where the pattern does not go on right behind it, anything may follow."""

    text: str
    goes_on: bool


def openings(pattern: str, length: int) -> set[str]:
    """Texts of `length` characters, or less where anything may follow: every match of the pattern begins with one.

    It reads literals, classes, groups, alternatives and quantifiers, and takes whatever else there is for anything.
    """
    return {opening.text for opening in _of_pattern(pattern, length)}


@cache
def _of_pattern(pattern: str, length: int) -> frozenset[_Opening]:
    return frozenset(opening for branch in _branches(pattern) for opening in _of_sequence(branch, length))


def _of_sequence(sequence: str, length: int) -> Set[_Opening]:
    found: Set[_Opening] = {_Opening("", goes_on=True)}
    while sequence and any(opening.goes_on for opening in found):
        element, quantifier, sequence = _split_first(sequence)
        if not element.startswith(_LOOKAROUNDS):
            found = _joined(found, _repeated(_of_element(element, length), quantifier, length), length)
    return found


def _joined(found: Set[_Opening], following: Set[_Opening], length: int) -> Set[_Opening]:
    """The openings with what follows them, cut at `length`."""
    joined = {opening for opening in found if not opening.goes_on}
    for first, second in product(found - joined, following):
        text = first.text + second.text
        joined.add(_Opening(text[:length], second.goes_on and len(text) < length))
    return joined


def _repeated(once: Set[_Opening], quantifier: str, length: int) -> Set[_Opening]:
    may_miss = quantifier.startswith(("?", "*", "{0", "{,"))
    missing: Set[_Opening] = {_Opening("", goes_on=True)} if may_miss else set()
    if quantifier in ("", "?"):
        return once | missing
    if quantifier == "{1,2}":
        return once | _closed(_joined(once, once, length))
    return missing | _closed(once)


def _closed(found: Set[_Opening]) -> Set[_Opening]:
    return {_Opening(opening.text, goes_on=False) for opening in found}


def _of_element(element: str, length: int) -> Set[_Opening]:
    if element[0] != "(":
        return _members(element)
    group = _GROUP.match(element)
    return _of_pattern(element[group.end() : -1], length) if group else {_Opening("", goes_on=False)}


@cache
def _members(element: str) -> set[_Opening]:
    """The characters that one element matches: "[Tt]", "\\d", "a"; what stands behind a digit is not looked at."""
    members = list(filter(re.compile(element, re.DOTALL).match, _ALPHABET))
    if len(members) > _FEW:
        return {_Opening("", goes_on=False)}
    return {_Opening(char, goes_on=not char.isdigit()) for char in members}


def _split_first(sequence: str) -> tuple[str, str, str]:
    """The first element of a sequence, its quantifier, and what follows."""
    if escape := _ESCAPE.match(sequence):
        end = escape.end()
    elif sequence[0] == "[":
        end = sequence.index("]", 1) + 1
    elif sequence[0] == "(":
        end = _closing(sequence)
    else:
        end = 1
    quantifier = _QUANTIFIER.match(sequence, end)
    stop = quantifier.end() if quantifier else end
    return sequence[:end], sequence[end:stop], sequence[stop:]


def _closing(sequence: str) -> int:
    depth = 0
    for i, char in _plain_chars(sequence):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return i + 1
    raise ValueError(f"unbalanced pattern: {sequence[:60]}")


def _branches(pattern: str) -> list[str]:
    depth, start = 0, 0
    branches = []
    for i, char in _plain_chars(pattern):
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            branches.append(pattern[start:i])
            start = i + 1
    return [*branches, pattern[start:]]


def _plain_chars(pattern: str) -> list[tuple[int, str]]:
    """The characters that are neither escaped nor within a class."""
    out = []
    in_class = escaped = False
    for i, char in enumerate(pattern):
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif in_class:
            in_class = char != "]"
        elif char == "[":
            in_class = True
        else:
            out.append((i, char))
    return out
