"""Number words of German, which writes them as one word below a million."""

import re
from functools import lru_cache
from typing import Final

DECIMAL_COMMA: Final = True
_ONES: Final = {
    "ein": 1, "eins": 1, "eine": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
    "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15,
    "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
_TENS: Final = {
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
    "achtzig": 80, "neunzig": 90,
}  # fmt: skip
ONES: Final = {word: value for word, value in _ONES.items() if value > 1} | {"null": 0}
TENS: Final = _TENS
HUNDREDS: Final = {"hundert": 100}
SCALES: Final = {
    "tausend": 10**3,
    "million": 10**6,
    "millionen": 10**6,
    "milliarde": 10**9,
    "milliarden": 10**9,
    "billion": 10**12,
    "billionen": 10**12,
    "mio": 10**6,
    "mrd": 10**9,
    "tsd": 10**3,
    "dutzend": 12,
}
LOOSE_SCALES: Final = frozenset({"mio", "mrd", "tsd"})
BARE_SCALES: Final = frozenset({"hundert", "tausend"})
ARTICLES: Final = frozenset({"ein", "eine", "einer", "einem", "einen", "eines"})
AND: Final = frozenset({"und"})
OF: Final = frozenset({"von", "der"})
VAGUE: Final = {
    "dutzende": 24,
    "dutzenden": 24,
    "hunderte": 200,
    "hunderten": 200,
    "tausende": 2000,
    "tausenden": 2000,
    "zehntausende": 20000,
    "zehntausenden": 20000,
    "hunderttausende": 200000,
    "hunderttausenden": 200000,
    "millionen": 2 * 10**6,
    "milliarden": 2 * 10**9,
}
VAGUE_FACTORS: Final = frozenset({"mehrere", "einige", "mehreren", "einigen"})
DENOMINATORS: Final = {
    "drittel": 3, "dritteln": 3, "viertel": 4, "vierteln": 4, "fünftel": 5, "sechstel": 6, "achtel": 8, "zehntel": 10,
}  # fmt: skip
TRACE: Final = ("einund", "einhundert", "eintausend")  # how compounds begin that begin with no word above
MINUS: Final = frozenset({"minus"})
LETTER_SCALES: Final[dict[str, int]] = {}

_SMALL = "|".join(sorted([*_ONES, *_TENS], key=len, reverse=True))
_TENS_PATTERN = "|".join(_TENS)
_BELOW_HUNDRED = rf"(?:(?:{'|'.join(_ONES)})und(?:{_TENS_PATTERN})|{_SMALL})"
_COMPOUND = re.compile(
    rf"(?:(?P<thousands>(?:(?:{_SMALL})?hundert)?(?:und)?(?:{_BELOW_HUNDRED})?)tausend)?(?:und)?"
    rf"(?:(?P<hundreds>{_SMALL})?(?P<hundred>hundert))?(?:und)?(?P<rest>{_BELOW_HUNDRED})?"
)
_PART = re.compile(rf"(?:(?P<hundreds>{_SMALL})?(?P<hundred>hundert))?(?:und)?(?P<rest>{_BELOW_HUNDRED})?")
_LONGEST = 60


def _below_hundred(word: str | None) -> int:
    if not word:
        return 0
    known = _ONES.get(word) or _TENS.get(word)
    if known is not None:
        return known
    ones, _, tens = word.partition("und")
    return _ONES[ones] + _TENS[tens]


def _below_thousand(match: re.Match[str]) -> int:
    hundreds = _below_hundred(match["hundreds"]) or 1
    return (hundreds * 100 if match["hundred"] else 0) + _below_hundred(match["rest"])


@lru_cache(maxsize=4096)
def compound(word: str) -> int | None:
    """The value of a compound ("zweihundertfünfundvierzig", "dreitausend"); None for any other word."""
    if len(word) > _LONGEST or not any(root in word for root in ("hundert", "tausend", "und", "zig", "ßig", "zehn")):
        return None
    match = _COMPOUND.fullmatch(word)
    if match is None or word in ("und", "hundert", "tausend"):
        return None
    value = _below_thousand(match)
    if match["thousands"] is not None:
        part = _PART.fullmatch(match["thousands"])
        value += 1000 * ((_below_thousand(part) if part is not None else 0) or 1)
    return value or None
