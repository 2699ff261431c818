"""Strings made ready to read: one kind of apostrophe and white space, and the folded forms that are compared."""

import html
import re
import unicodedata

_INVISIBLE = dict.fromkeys((173, 8203, 8204, 8205, 8206, 8207, 8288, 65279))
_APOSTROPHES = dict.fromkeys((8217, 8216, 8219, 700, 96, 180, 8242), "'")
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏͰ-ϿЀ-ԯ]")
_GLUED_BEFORE = re.compile(r"(?<![^\W_])([Bb]y|[Vv]on|[Pp]ar|[Pp]or|from)(?=[A-ZÀ-ÖØ-Þ][^\W\d_A-Z])")
_GLUED_AFTER = re.compile(r"(?<=[a-zß-öø-ÿ])(?=(?:Follow|Shares?|Updated|Published|Posted|Email)\b)")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,300}>")


def clean(raw: str) -> str:
    """`raw` without markup, invisible characters and runs of white space; line breaks stay."""
    text = html.unescape(raw) if "&" in raw else raw
    text = _MARKUP.sub(" ", text) if "<" in text else text
    text = unicodedata.normalize("NFC", text.translate(_INVISIBLE)).replace("\r", "\n")
    text = _GLUED_AFTER.sub(" ", _GLUED_BEFORE.sub(r"\1 ", text))
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip()


def fold(text: str) -> str:
    """The form in which the lexicons are compared: case folded, apostrophes alike, diacritics kept."""
    return text.translate(_APOSTROPHES).casefold()


def strip_marks(text: str) -> str:
    """`text` without diacritics; letters that do not decompose stay."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def is_cased(text: str) -> bool:
    """Whether `text` is in a script that has capitals (Latin, Greek, Cyrillic)."""
    return _LATIN.search(text) is not None
