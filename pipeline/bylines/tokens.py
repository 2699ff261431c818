"""Bylines as tokens: words, numbers, addresses, handles and the marks between them."""

import re
from dataclasses import dataclass
from typing import Literal

from pipeline.bylines.lexicon import lexicon
from pipeline.bylines.text import fold

Kind = Literal["word", "number", "email", "url", "handle", "comma", "break", "slash", "amp", "open", "close", "colon"]

_EMAIL = r"(?P<email>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})"
_URL = r"(?P<url>(?:https?://|www\.)[^\s<>\"')]+)"
_HANDLE = r"(?P<handle>(?<![\w@])@\w{2,30})"
_NUMBER = (
    r"(?P<number>\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d[\d:.Zz+-]*|"
    r"\d{1,4}(?:(?:[.:/\-]|\s?[hH]\s?)\d{1,4}){0,3}(?:st|nd|rd|th|er|º|ª|\.|h)?"
    r"(?:\s?[ap]\.?m\.?)?(?![\w@]))"
)
_MARKS = (
    r"(?P<comma>[,،、，])|(?P<break>[;|·•●|\n；｜►▸‣]|(?:(?<=\s)|(?<=^))[–—―-]+(?=\s|$)|[—―])|(?P<slash>[/+／])"
    r"|(?P<amp>[&＆])|(?P<open>[(\[{（【<])|(?P<close>[)\]}）】>])|(?P<colon>[:：])"
)
_WORD = r"(?P<word>[^\s,،、，;|•●；｜►▸‣/+／&＆()\[\]{}（）【】<>:：—―\"“”„«»‹›*…!?]+)"
_TOKEN = re.compile("|".join((_EMAIL, _URL, _HANDLE, _NUMBER, _MARKS, _WORD)))
_HAS_LETTER = re.compile(r"[^\W\d_]|[\u0900-\u0dff]")


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `key` is its folded form."""

    kind: Kind
    text: str
    key: str


def tokenise(text: str) -> list[Token]:
    """The tokens of a cleaned byline, in order; characters that are none (quotes, stars) are left out."""
    found = []
    for match in _TOKEN.finditer(text):
        kind: Kind = match.lastgroup  # type: ignore[assignment]  # the groups are named for the kinds
        token = _word(match.group()) if kind == "word" else Token(kind, match.group(), fold(match.group()))
        if token is not None:
            found.append(token)
    return found


def _word(text: str) -> Token | None:
    """A word without the full stop that ends its sentence; None for a mark that stands alone."""
    text = text.strip("'’‘`´·-–_~^=#%$°\\") if text[:1] != "'" or len(text) > 2 else text
    bare = text.rstrip(".")
    if len(bare) > 3 and "." not in bare and bare[-1:].islower() and fold(bare) not in lexicon().small["abbreviated"]:
        text = bare
    if not _HAS_LETTER.search(text):
        return Token("number", text, text) if any(c.isdigit() for c in text) else None
    return Token("word", text, fold(text))
