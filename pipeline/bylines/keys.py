"""The key under which one publisher's author is found again."""

import re
from functools import lru_cache

from pipeline.bylines.text import clean, fold, strip_marks

_OTHER = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "Ø": "o",
        "ł": "l",
        "Ł": "l",
        "đ": "d",
        "Đ": "d",
        "æ": "ae",
        "Æ": "ae",
        "œ": "oe",
        "Œ": "oe",
        "ı": "i",
    }
)
_NOT_WORD = re.compile(r"[^\w]+", re.UNICODE)


@lru_cache(maxsize=8192)
def author_key(name: str) -> str:
    """The name key of an author at one publisher: case and diacritics folded, punctuation and spaces
    normalised, initials kept ("Miguel A. Herguedas" and "MIGUEL A HERGUEDAS" are one, "Miguel Herguedas" is not)."""
    letters = strip_marks(fold(clean(name))).translate(_OTHER).replace("'", "")
    return _NOT_WORD.sub(" ", letters).strip()
