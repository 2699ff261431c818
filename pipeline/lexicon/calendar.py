"""Months and weekdays by language, out of the tables beside this file (CLDR's names, through Babel, and a few more).

Rebuild the tables with `python -m pipeline.lexicon.calendar` after Babel has been updated.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from importlib.resources import files
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from types import MappingProxyType

_SAME = {"no": "nb", "in": "id", "iw": "he", "tl": "fil"}
_FOLDED_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "’": "'", "ʼ": "'"})

_SHORT_FORM = 4  # letters


def fold(word: str) -> str:
    """A word as the tables hold it: lower case, no diacritics, no full stop at its end.

    >>> fold("Août"), fold("Sept.")
    ('aout', 'sept')
    """
    folded = word.casefold().strip().rstrip(".")
    if folded.isascii():
        return folded
    plain = unicodedata.normalize("NFKD", folded)
    return "".join(char for char in plain if not unicodedata.combining(char)).translate(_FOLDED_LETTERS)


@cache
def months() -> Mapping[str, Mapping[str, int]]:
    """Folded name of a month -> language -> 1 to 12."""
    return _table("months.tsv")


@cache
def weekdays() -> Mapping[str, Mapping[str, int]]:
    """Folded name of a weekday -> language -> 1 (Monday) to 7."""
    return _table("weekdays.tsv")


@cache
def month_number(word: str, language: str | None = None) -> int | None:
    """Which month a word names in a language, in English, or else in all languages that know it.

    Short forms of other languages do not count where the language is known: "des" is German before it is December.
    """
    form = fold(word)
    known = months().get(form)
    if not known:
        return None
    code = _SAME.get(language or "", language or "")
    for tongue in (code, "en"):
        if tongue in known:
            return known[tongue]
    numbers = set(known.values())
    is_clear = len(numbers) == 1 and (code not in _languages() or len(form) > _SHORT_FORM)
    return numbers.pop() if is_clear else None


@cache
def _languages() -> frozenset[str]:
    return frozenset(_lines("calendar_languages.txt"))


def _table(name: str) -> Mapping[str, Mapping[str, int]]:
    table: dict[str, dict[str, int]] = {}
    for line in _lines(name):
        language, number, form = line.split("\t")
        table.setdefault(form, {}).setdefault(language, int(number))
    return MappingProxyType(table)


def _lines(name: str) -> list[str]:
    content = files("pipeline.lexicon").joinpath(name).read_text(encoding="utf-8")
    return [line for line in content.splitlines() if line and not line.startswith("#")]


def _names(language: str, kind: str) -> list[tuple[int, str]]:
    """Every form of every name that Babel knows of a language: number, folded form."""
    from babel import Locale  # needed to rebuild the tables only

    locale = Locale.parse(language)
    contexts = locale.months if kind == "months" else locale.days
    return [
        (key if kind == "months" else key + 1, fold(name))
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for key, name in contexts[context][width].items()
    ]


def _rows(kind: str) -> Iterator[tuple[str, int, str]]:
    """Every form of every name: language, number, folded form."""
    languages = _lines("calendar_languages.txt")
    # A process for each: the names of one locale leak into those that Babel loads after it.
    spawn = get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn, max_tasks_per_child=1) as alone:
        for language, names in zip(languages, alone.map(_names, languages, repeat(kind)), strict=True):
            for number, form in names:
                yield language, number, form
    if kind == "months":
        for line in _lines("months_also.tsv"):
            language, month, form = line.split("\t")
            yield language, int(month), fold(form)


def rebuild() -> None:
    """Write both tables anew beside this file."""
    folder = Path(__file__).parent
    for kind in ("months", "weekdays"):
        rows = dict.fromkeys(row for row in _rows(kind) if len(row[2]) > 1 and not row[2][0].isdigit())
        head = "# language, number, folded form; source: Unicode CLDR through Babel, and months_also.tsv\n"
        lines = [f"{language}\t{number}\t{form}\n" for language, number, form in rows]
        (folder / f"{kind}.tsv").write_text(head + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    rebuild()
