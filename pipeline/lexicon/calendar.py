"""Months and weekdays by language, out of the tables beside this file (CLDR's names, through Babel, and a few more).

Rebuild the tables with `python -m pipeline.lexicon.calendar` after Babel has been updated.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

LANGUAGES = [
    "af",
    "ar",
    "az",
    "bg",
    "bn",
    "bs",
    "ca",
    "cs",
    "cy",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "eu",
    "fi",
    "fil",
    "fr",
    "ga",
    "gl",
    "gu",
    "he",
    "hi",
    "hr",
    "hu",
    "hy",
    "id",
    "is",
    "it",
    "ka",
    "kk",
    "lt",
    "lv",
    "mk",
    "mr",
    "ms",
    "mt",
    "nb",
    "ne",
    "nl",
    "nn",
    "pa",
    "pl",
    "pt",
    "ro",
    "ru",
    "sk",
    "sl",
    "sq",
    "sr",
    "sv",
    "sw",
    "ta",
    "te",
    "th",
    "tr",
    "uk",
    "ur",
    "uz",
    "vi",
    "zu",
]
_SAME = {"no": "nb", "in": "id", "iw": "he", "tl": "fil"}
_FOLDED_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "’": "'", "ʼ": "'"})

_SHORT_FORM = 4

# What CLDR does not list but newspapers write: language, number of the month, form.
_ALSO_WRITTEN = """
en 9 sept|de 1 jänner|de 2 feber|de 3 mrz|de 3 maerz|es 9 setiembre|es 9 set|es 1 ene|es 8 ago|fr 2 fev|fr 7 jul|fr 12 dec
pt 2 fev|pt 3 marco|it 9 sett|id 8 agt|id 2 peb|id 2 pebruari|id 8 agust|nl 3 mrt|nl 5 mei|ru 9 сент|ru 2 фев|ru 11 нояб
uk 9 вер|ro 1 ian|ro 6 iun|ro 7 iul|el 5 μαϊου|el 8 αυγουστου|tr 2 şub|pl 9 wrzes|ar 1 جانفي|ar 2 فيفري|ar 3 مارس|ar 4 أفريل
ar 5 ماي|ar 6 جوان|ar 7 جويلية|ar 8 أوت|ar 1 كانون الثاني|ar 2 شباط|ar 3 آذار|ar 4 نيسان|ar 5 أيار|ar 6 حزيران|ar 7 تموز
ar 8 آب|ar 9 أيلول|ar 10 تشرين الأول|ar 11 تشرين الثاني|ar 12 كانون الأول|ar 4 ابريل|ar 8 اغسطس|ar 10 اكتوبر|ar 1 يناير
ar 5 مايو|ar 6 يونيو|ar 7 يوليو|sv 3 mars|fi 1 tammik|hu 9 szept|ca 3 març|hi 8 अगस्त|sr 6 jun|sr 7 jul|bg 7 юли|sq 3 mars
"""


def fold(word: str) -> str:
    """A word as the tables hold it: lower case, no diacritics, no full stop at its end.

    >>> fold("Août"), fold("Sept.")
    ('aout', 'sept')
    """
    plain = unicodedata.normalize("NFKD", word.casefold().strip().rstrip("."))
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
    is_clear = len(numbers) == 1 and (code not in LANGUAGES or len(form) > _SHORT_FORM)
    return numbers.pop() if is_clear else None


def _table(name: str) -> Mapping[str, Mapping[str, int]]:
    table: dict[str, dict[str, int]] = {}
    content = files("pipeline.lexicon").joinpath(name).read_text(encoding="utf-8")
    for line in content.splitlines():
        if line and not line.startswith("#"):
            language, number, form = line.split("\t")
            table.setdefault(form, {}).setdefault(language, int(number))
    return MappingProxyType(table)


def _rows(kind: str) -> Iterator[tuple[str, int, str]]:
    """Every form of every name that Babel knows: language, number, folded form."""
    from babel import Locale  # needed to rebuild the tables only

    for language in LANGUAGES:
        locale = Locale.parse(language)
        contexts = locale.months if kind == "months" else locale.days
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for key, name in contexts[context][width].items():
                    yield language, key if kind == "months" else key + 1, fold(name)
    if kind == "months":
        for entry in _ALSO_WRITTEN.replace("\n", "|").split("|"):
            if entry:
                language, number, form = entry.split(" ", 2)
                yield language, int(number), fold(form)


def rebuild() -> None:
    """Write both tables anew beside this file."""
    folder = Path(__file__).parent
    for kind in ("months", "weekdays"):
        rows = dict.fromkeys(row for row in _rows(kind) if len(row[2]) > 1 and not row[2][0].isdigit())
        head = "# language, number, folded form; source: Unicode CLDR through Babel, and _ALSO_WRITTEN\n"
        lines = [f"{language}\t{number}\t{form}\n" for language, number, form in rows]
        (folder / f"{kind}.tsv").write_text(head + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    rebuild()
