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
_ARTICLES: Final = ("ein", "eine", "einer", "einem", "einen", "eines")
ONES: Final = {word: value for word, value in _ONES.items() if value > 1} | {"null": 0} | dict.fromkeys(_ARTICLES, 1)
DEFINITE: Final = frozenset({"der", "die", "das", "den", "dem"})
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
    "mill": 10**6,
    "mrd": 10**9,
    "tsd": 10**3,
    "dutzend": 12,
    "zehntausend": 10**4,
    "hunderttausend": 10**5,
    "viertelmillion": 250_000,
    "dreiviertelmillion": 750_000,
    "viertelmilliarde": 250 * 10**6,
    "dreiviertelmilliarde": 750 * 10**6,
}
LOOSE_SCALES: Final = frozenset({"mio", "mill", "mrd", "tsd"})
BARE_SCALES: Final = frozenset({"hundert", "tausend"})
ARTICLES: Final = frozenset(_ARTICLES)
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
HALVES: Final = frozenset({"halb", "halbe", "halben", "halber", "halbes", "hälfte"})
HALF_NOUNS: Final = frozenset({"hälfte"})
HALF_NOT_AFTER: Final = frozenset(
    {"erste", "ersten", "zweite", "zweiten", "obere", "oberen", "untere", "unteren", "andere", "anderen"}
)
MIXED: Final = {"anderthalb": "1.5", "eineinhalb": "1.5"} | {
    f"{word}einhalb": f"{value}.5" for word, value in _ONES.items() if 1 < value < 13
}
_TIMES: Final = {word: value for word, value in (_ONES | _TENS).items() if value > 1} | {
    "hundert": 100,
    "tausend": 1000,
}
_THE: Final = frozenset({"das", "dem", "des", "ums", "aufs", "ein"})
_SO: Final = frozenset({"so"})
# A number of times, the words that must stand before it, and behind it.
FACTORS: Final = (
    {"doppelt": (2, frozenset(), _SO), "halb": ("0.5", frozenset(), _SO), "doppelte": (2, _THE, frozenset())}
    | {f"{word}mal": (value, frozenset(), _SO) for word, value in _TIMES.items()}
    | {f"{word}fache": (value, _THE, frozenset()) for word, value in _TIMES.items()}
)
EACH: Final = frozenset({"jeder", "jede", "jedes", "jeden", "jedem"})
_NTH: Final = {"dritt": 3, "sieb": 7, "siebt": 7, "acht": 8} | {
    word + ("t" if value < 20 else "st"): value for word, value in _TIMES.items() if value not in (3, 7, 8)
}
EACH_OF: Final = {f"{stem}{end}": value for stem, value in _NTH.items() for end in ("e", "er", "en", "es", "em")}
DENOMINATORS: Final = {
    "drittel": 3, "dritteln": 3, "viertel": 4, "vierteln": 4, "fünftel": 5, "fünfteln": 5, "sechstel": 6, "siebtel": 7,
    "achtel": 8, "neuntel": 9, "zehntel": 10, "zehnteln": 10, "hundertstel": 100,
}  # fmt: skip
ANY_SHARE: Final = True
MONEY_SCALES: Final = {"M": 10**6, "Md": 10**9, "Mds": 10**9, "k": 10**3, "K": 10**3}
TRACE: Final = ("einund", "einhundert", "eintausend", "einjähr")  # how compounds begin that begin with no word above
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
    """The value of a compound ("zweihundertfünfundvierzig", "dreitausend", "dreijährig"); None for any other word."""
    stem, aged, _ = word.partition("jährig")
    if aged and len(word) < _LONGEST:
        return _ONES.get(stem) or _TENS.get(stem) or compound(stem)
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
