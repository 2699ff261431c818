"""Dates written for people: "2 August 2016, 14:30 CEST", "2026. szeptember 4., 12:30", "2016年8月2日", "03/04/2026"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from pipeline.dates.clock import add_time
from pipeline.dates.fields import Fields
from pipeline.lexicon.calendar import month_number

_WORD = r"([^\W\d_][^\s\d,.;:/()|·–—-]*(?:\s[^\W\d_]{3,7}(?=\s+\d))?)"
_OF = r"(?:(?:de|d[’']|of|del?|di|da|do|ta’)\s+|ב)?"
_ORDINAL = r"(?:st|nd|rd|th|er|re|[eº°ª]|\.)?"
_YEAR = r"(\d{4}|(?<=[-/.’'])\d{2}(?![\d:]))"
_GAP = r"[\s,./-]*"

_DAY_NAME_YEAR = re.compile(
    rf"(?<!\d)(?<!\d[:.])(\d{{1,2}}){_ORDINAL}{_GAP}{_OF}{_WORD}\.?{_GAP}(?:(?:de|del|do|da|of)\s+)?[’']?{_YEAR}(?!\d)"
)
_NAME_DAY_YEAR = re.compile(rf"{_WORD}\.?[\s-]*(\d{{1,2}}){_ORDINAL}[,\s-]+(\d{{4}})(?![\d:])")
_UNIX = re.compile(r"([A-Z][a-z]{2})\s+(\d{1,2})\s+(\d{1,2}:\d\d:\d\d)\s+([A-Z]{2,5}|[+-]\d{4})\s+(\d{4})(?!\d)")
_YEAR_NAME_DAY = re.compile(rf"(?<!\d)(\d{{4}})\.?,?(?:\s*m\.)?[\s/-]*{_WORD}\.?[\s/-]*(\d{{1,2}})(?![\d:])")
_CJK = re.compile(r"(?<!\d)(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日일号號]?)?")
_VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2})\s*tháng\s*(\d{1,2})(?:\s*,|\s*năm)?\s*(\d{4})(?!\d)", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?<![\d/.-])(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2}(?![\d:.]))(?!\d)")
_NAME_YEAR = re.compile(rf"{_WORD}\.?,?\s+(?:de\s+|del\s+)?(\d{{4}})(?![\d:])")

_MONTH_FIRST = frozenset({"US", "PH", "FM", "GU", "MH", "PW", "PR", "VI", "AS"})
_DAY_FIRST_ENGLISH = frozenset(
    {"GB", "IE", "AU", "NZ", "IN", "ZA", "NG", "KE", "GH", "PK", "LK", "BD", "SG", "MY", "HK", "MT", "TZ", "UG", "JM"}
)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९๐๑๒๓๔๕๖๗๘๙０１２３４５６７８９", "0123456789" * 5)

Reader = Callable[[re.Match[str], str | None, str | None], Fields | None]


def find_written(text: str, language: str | None = None, country: str | None = None) -> Iterator[Fields]:
    """The dates in a line of text from left to right, each with the time beside it."""
    text = text.translate(_DIGITS).replace("\xa0", " ").replace("\u202f", " ")
    taken: list[tuple[int, int]] = []
    found: list[Fields] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            fields = read(match, language, country)
            if fields is not None:
                taken.append(match.span())  # also where there is no such day: "31 February 2016" is no February either
                found += [fields] if fields.is_real() else []
    found.sort(key=lambda fields: fields.start)
    for index, fields in enumerate(found):
        before = found[index - 1].end if index else 0
        after = found[index + 1].start if index + 1 < len(found) else len(text)
        yield fields if fields.hour is not None else add_time(fields, text, before, after)


def written_dates(text: str, language: str | None = None, country: str | None = None) -> tuple[str, ...]:
    """The parts of a line that hold one date each, with the words in front that say what it is.

    >>> written_dates("Published 2 August 2016, 14:30 | Updated 3 August 2016")
    ('Published 2 August 2016, 14:30', '| Updated 3 August 2016')
    """
    parts = []
    begin = 0
    for fields in find_written(text, language, country):
        parts.append(text[begin : fields.end].strip())
        begin = fields.end
    return tuple(parts)


def month_first(language: str | None, country: str | None) -> bool | None:
    """Whether a publisher writes 8/2/2016 for 2 August; None where English without a country leaves it open."""
    if country in _MONTH_FIRST:
        return True
    if country is not None or (language is not None and language != "en"):
        return False
    return None


def _year(written: str) -> int:
    year = int(written)
    return year if len(written) == 4 else year + (2000 if year < 70 else 1900)


def _day_name_year(match: re.Match[str], language: str | None, _country: str | None) -> Fields | None:
    month = _month(match[2], language)
    if month is None:
        return None
    return _dated("day-month-name-year", match, _gregorian(match[3], language), month, int(match[1]))


def _name_day_year(match: re.Match[str], language: str | None, _country: str | None) -> Fields | None:
    month = _month(match[1], language)
    return None if month is None else _dated("month-name-day-year", match, _year(match[3]), month, int(match[2]))


def _unix(match: re.Match[str], language: str | None, _country: str | None) -> Fields | None:
    month = _month(match[1], language)
    if month is None:
        return None
    fields = _dated("unix", match, int(match[5]), month, int(match[2]))
    return add_time(replace(fields, end=match.start(3)), match.string, match.start(), match.end(4))


def _year_name_day(match: re.Match[str], language: str | None, _country: str | None) -> Fields | None:
    month = _month(match[2], language)
    return None if month is None else _dated("year-month-name-day", match, int(match[1]), month, int(match[3]))


def _cjk(match: re.Match[str], _language: str | None, _country: str | None) -> Fields | None:
    day = int(match[3]) if match[3] else None
    return _dated("year-month-day-signs", match, int(match[1]), int(match[2]), day)


def _vietnamese(match: re.Match[str], _language: str | None, _country: str | None) -> Fields | None:
    return _dated("day-month-number-year", match, int(match[3]), int(match[2]), int(match[1]))


def _year_first(match: re.Match[str], language: str | None, _country: str | None) -> Fields | None:
    return _dated("numeric-year-first", match, _gregorian(match[1], language), int(match[3]), int(match[4]))


def _numeric(match: re.Match[str], language: str | None, country: str | None) -> Fields | None:
    first, separator, second, written = match.groups()
    one, two = int(first), int(second)
    year = _gregorian(written, language)
    if len(written) == 2 and separator == "." and match.string[match.end() :][:1].isdigit():
        return None
    is_month_first = False if separator == "." else month_first(language, country)
    if one > 12 or two > 12 or one == two:
        return (
            _dated("numeric-month-first", match, year, one, two)
            if two > 12
            else _dated("numeric-day-first", match, year, two, one)
        )
    if is_month_first is None:
        has_meridian = re.search(r"\d\s?[ap]\.?m\b", match.string, re.IGNORECASE) is not None
        fields = _dated("numeric-month-first", match, year, one, two)
        return replace(fields, flag=None if has_meridian and separator == "/" else "ambiguous-order")
    if is_month_first:
        return _dated("numeric-month-first", match, year, one, two)
    return _dated("numeric-day-first", match, year, two, one)


def _name_year(match: re.Match[str], language: str | None, _country: str | None) -> Fields | None:
    month = _month(match[1], language)
    return None if month is None else _dated("month-name-year", match, int(match[2]), month, None)


def _dated(rule: str, match: re.Match[str], year: int, month: int, day: int | None) -> Fields:
    return Fields(rule, match.start(), match.end(), year, month, day)


def _month(words: str, language: str | None) -> int | None:
    """The month that one or two words name, an article or inflection in front left out."""
    found = month_number(words, language)
    if found is None and " " in words:
        found = month_number(words.split()[-1], language) or month_number(words.split()[0], language)
    if found is None and words.startswith(("d'", "d’", "ב")):
        found = month_number(words.lstrip("dב'’"), language)
    return found


def _gregorian(written: str, language: str | None) -> int:
    year = _year(written)
    return year - 543 if language == "th" and 2400 < year < 2700 else year


_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_UNIX, _unix),
    (_CJK, _cjk),
    (_VIETNAMESE, _vietnamese),
    (_YEAR_FIRST, _year_first),
    (_DAY_NAME_YEAR, _day_name_year),
    (_NAME_DAY_YEAR, _name_day_year),
    (_YEAR_NAME_DAY, _year_name_day),
    (_NUMERIC, _numeric),
    (_NAME_YEAR, _name_year),
)
