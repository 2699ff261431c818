"""Cues: the phrases before and around names ("By", "additional reporting by", "Share this"), found among the tokens."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipeline.bylines.lexicon import lexicon, rows
from pipeline.bylines.tokens import Token, tokenise

Action = Literal["prefix", "contribution", "noise", "join"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase, what it does, what it needs to count, and (contributions) what it says."""

    keys: tuple[str, ...]
    action: Action
    needs: str = ""  # "", "colon", "start", "language", "agency", "strong"
    value: str | None = None
    languages: frozenset[str] = frozenset()

    @property
    def ends_in_by(self) -> bool:
        """Whether names must follow: such a phrase starts a byline wherever it stands."""
        return len(self.keys) > 1 or self.keys[0] in lexicon().small["always"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cue is looked for: at the head of a piece or of a line, whether with a capital, the page's language."""

    at_start: bool
    at_line_start: bool
    is_capital: bool
    language: str | None


def find_cue(tokens: list[Token], index: int, place: Place) -> tuple[Cue, int] | None:
    """The longest cue that starts at `index` and counts there, with the index after it (and after its colon)."""
    for cue in _table().get(tokens[index].key, ()):
        end = index + len(cue.keys)
        if tuple(token.key for token in tokens[index:end]) != cue.keys:
            continue
        colon = end < len(tokens) and tokens[end].kind == "colon"
        if _counts(cue, colon, tokens[end:], place):
            return cue, end + colon
    return None


def contribution_of(key: str) -> str | None:
    """What a word in brackets says that somebody did ("Fotos" -> "photos"), or None."""
    return next(
        (cue.value for cue in _table().get(key, ()) if cue.action == "contribution" and cue.keys == (key,)), None
    )


def _counts(cue: Cue, colon: bool, rest: list[Token], place: Place) -> bool:
    """Whether what the cue needs is there."""
    if cue.action == "join":
        return bool(rest)
    if cue.action == "noise":
        return cue.needs == "strong" or (place.at_start and _is_piece_end(rest))
    if cue.needs == "agency":
        named = rest[int(colon) :]
        return bool(named) and named[0].key.rstrip(".") in lexicon().agencies
    if colon:
        return True
    if cue.needs == "colon":
        return False
    if cue.needs == "language":
        return place.at_start and place.language in cue.languages and bool(rest)
    if place.is_capital and not place.at_start and cue.keys == ("von",):
        return len(rest) > 1 and rest[1].kind == "word"
    if cue.needs == "start":
        return bool(rest) and place.at_line_start
    return bool(rest) and (place.at_start or cue.ends_in_by)


def _is_piece_end(rest: list[Token]) -> bool:
    return not rest or rest[0].kind in ("comma", "break", "colon", "close", "number")


@cache
def _table() -> dict[str, tuple[Cue, ...]]:
    """Every cue under its first word, the longest first."""
    table: dict[str, list[Cue]] = {}
    languages: dict[tuple[str, ...], frozenset[str]] = {}
    for phrase, language, *_ in rows("prefixes"):
        keys = _keys(phrase)
        languages[keys] = languages.get(keys, frozenset()) | {language}
    cues = [Cue(_keys(phrase), "noise", mark) for phrase, mark in _padded("noise")]
    for phrase, value, needs in _padded("contributions", 3):
        cues.append(Cue(_keys(phrase), "contribution", needs, value))
    for phrase, _, needs in _padded("prefixes", 3):
        cues.append(Cue(_keys(phrase), "prefix", needs, None, languages[_keys(phrase)]))
    for cue in cues:
        if cue.keys:
            table.setdefault(cue.keys[0], []).append(cue)
    return {first: tuple(sorted(found, key=_order)) for first, found in table.items()}


def _order(cue: Cue) -> tuple[int, int]:
    return -len(cue.keys), ("prefix", "contribution", "noise", "join").index(cue.action)


def _padded(name: str, width: int = 2) -> list[tuple[str, ...]]:
    return [(row + ("",) * width)[:width] for row in rows(name)]


def _keys(phrase: str) -> tuple[str, ...]:
    return tuple(token.key for token in tokenise(phrase))
