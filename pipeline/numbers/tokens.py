"""One pass over a text: its words, numbers and marks, as parallel lists."""

import re
from dataclasses import dataclass
from enum import IntEnum

__all__ = ["HYPHENS", "Shape", "Tokens", "tokenize"]

HYPHENS = frozenset("-‐‑")


class Shape(IntEnum):
    """What a token looks like."""

    WORD = 1
    DIGITS = 2
    FRACTION = 3  # one vulgar fraction: ½
    DOTTED = 4  # three and more groups that no grouping style explains: 1.2.3, 192.168.0.1
    MARK = 5


_SPACES = "\u00a0\u2009\u202f"
_GROUPED = rf"\d{{1,3}}(?P<sep>[,'’{_SPACES}])\d{{3}}(?:(?P=sep)\d{{3}})*+(?:\.\d++)?+(?!\d)"
_INDIAN = r"\d{1,2}(?:,\d{2}(?!\d))++,\d{3}(?:\.\d++)?+(?!\d)"
_POINTED = r"\d{1,3}(?:\.\d{3})++,\d++|\d{1,3}(?:\.\d{3}){2,}+(?![\d.])"
_COMMA_GROUPED = rf"\d{{1,3}}(?P<sep>[.'’{_SPACES} ])\d{{3}}(?:(?P=sep)\d{{3}})*+(?:,\d++)?+(?!\d)"
# "R186 000" and "12 000", wherever; "3 900" only in a text that groups so
_BLANKS = r"(?:(?<=[$£€R])\d{1,3}(?: \d{3}){1,4}+|(?<![\d.,])\d{1,3}(?: \d{3}){1,4}+(?<= 000))(?![\d,.]\d|\d)"
# not in "On May 5 200 people"
_NO_DAY = "".join(rf"(?<!{month} )" for month in (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec",
))  # fmt: skip
_SPACED = rf"{_NO_DAY}(?<![\d.,])\d{{1,3}}(?: \d{{3}}){{1,4}}+(?![\d,.]\d|\d)"
_REST = r"(?P<dotted>\d++(?:\.\d++){2,}+)|(?P<plain>\d++(?:\.\d++)?+|(?<![\w.])\.\d++)"
_LETTER = r"[^\W\d_¼-¾⅐-⅞²³¹⁰-₉]"
_PLAIN = r"(?P<plain_word>[a-z]++(?![\w'’]))"  # most words are plain, and so it is tried first
_WORD = rf"(?P<word>{_LETTER}++(?:['’]{_LETTER}++)*+)"
_OTHER = r"(?P<fraction>[¼-¾⅐-⅞])|(?P<mark>[^\w\s]|_|\w)"

_POINTS = rf"{_GROUPED}|{_INDIAN}|{_POINTED}|\d++,\d{{1,2}}(?![\d,])"
_POINT = re.compile(rf"{_PLAIN}|{_WORD}|(?P<grouped>{_BLANKS}|{_POINTS})|{_REST}|{_OTHER}")
_POINT_SPACED = re.compile(rf"{_PLAIN}|{_WORD}|(?P<grouped>{_SPACED}|{_POINTS})|{_REST}|{_OTHER}")
_ELIDED = r"(?P<elided>(?:[dlnsjmtcDLNSJMTC]|(?:[Jj]us|[Ll]ors|[Pp]uis)?[Qq]u)['’](?=\w))"
_COMMA = re.compile(rf"{_PLAIN}|{_WORD}|(?P<grouped>{_COMMA_GROUPED}|\d++,\d++(?![\d,]))|{_REST}|{_OTHER}")
_FRENCH = re.compile(f"{_ELIDED}|{_COMMA.pattern}")
_SHAPES = {
    "plain_word": Shape.WORD,
    "word": Shape.WORD,
    "elided": Shape.WORD,
    "grouped": Shape.DIGITS,
    "plain": Shape.DIGITS,
    "dotted": Shape.DOTTED,
    "fraction": Shape.FRACTION,
    "mark": Shape.MARK,
}


@dataclass(slots=True)
class Tokens:
    """The tokens of a stretch of text; offsets are those of the whole text.

    Two guards stand at the end, so that looking one or two tokens ahead never needs a check: their word is "".
    """

    text: str
    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    shapes: list[Shape]
    count: int

    def glued(self, i: int) -> bool:
        """Whether token `i` touches the token before it."""
        return i > 0 and self.ends[i - 1] == self.starts[i]

    def low(self, i: int) -> str:
        """The lower-case word at `i`; "" outside."""
        return self.lows[i] if 0 <= i < self.count else ""

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` up to, not including, token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def is_name(self, i: int) -> bool:
        """Whether token `i` is a word that begins with a capital."""
        return 0 <= i < self.count and self.words[i][:1].isupper()


def tokenize(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    decimal_comma: bool = False,
    elided: bool = False,
    spaced: bool = False,
) -> Tokens:
    """Split `text[start:end]`; `decimal_comma` says which of "1.234" and "1,234" is the thousand.

    `elided` takes "d'une" as two words, `spaced` "3 900" as one number.
    """
    pattern = _FRENCH if elided else _COMMA if decimal_comma else _POINT_SPACED if spaced else _POINT
    matches = list(pattern.finditer(text, start, len(text) if end is None else end))
    words = [match.group() for match in matches]
    starts = [match.start() for match in matches]
    ends = [match.end() for match in matches]
    shapes = [_SHAPES[match.lastgroup or "mark"] for match in matches]
    guards, stop = 3, ends[-1] if ends else start
    words += [""] * guards
    starts += [stop + 1] * guards
    ends += [stop + 1] * guards
    shapes += [Shape.MARK] * guards
    lows = [word.lower() for word in words]
    if "’" in text:
        lows = [low.replace("’", "'") for low in lows]
    return Tokens(text, words, lows, starts, ends, shapes, len(matches))
