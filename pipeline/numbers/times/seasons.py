"""Readers of seasons, quarters, halves and fiscal years."""

import re
from datetime import date

from pipeline.numbers.times import timex
from pipeline.numbers.times.anchors import EDGES, year_of
from pipeline.numbers.times.reading import Place, Reading

_ANY_SEASON = re.compile(
    r"\s(?:months|seasons?|storms?|weather|heat|cold|sun|holidays?|breaks?|terms?|olympics|games)\b"
)
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def read_season(place: Place) -> Reading | None:
    """last spring · the summer of 2016 · winter 2019"""
    season = place.key("season")
    if season is None:
        return None
    year = year_of(place) if place.groups.get("year") or "year" in place.text[place.start : place.end] else None
    if year is None and place.published:
        year = _season_year(place.published, _SEASON_MONTH[season], _shift(place), place.tense())
    return Reading(value=f"{timex.year_digits(year)}-{season}")


def read_bare_season(place: Place) -> Reading | None:
    """ "quit in the fall", "will return in the fall": where a verb says which; "cool in the summer" is any summer"""
    season, tense = place.key("season"), place.tense_of_verbs()
    is_any = place.word_before() not in place.guarded("season_leads") or _ANY_SEASON.match(place.after(16))
    if season is None or tense is None or is_any or not (place.groups["season"] or "").islower():
        return None
    mod = EDGES.get((place.groups.get("edge") or "").lower())
    year = _season_year(place.published, _SEASON_MONTH[season], None, tense) if place.published else None
    return Reading(value=f"{timex.year_digits(year)}-{season}", mod=mod)


def _season_year(today: date, first_month: int, shift: int | None, tense: str | None) -> int:
    begun = date(today.year, first_month, 1) <= today
    current = begun and (today.month - first_month) < 3
    if shift == 0:  # "this winter" of a January began in the year before
        if first_month == 12:
            return today.year - (today.month < 4 or tense == "past" or (tense is None and today.month < 6))
        return today.year - (tense == "past" and not begun)
    shift = shift or 0
    if shift < 0:
        return today.year if begun and not current else today.year - 1
    if shift > 0 or tense == "future":
        return today.year + 1 if begun and not (current and shift == 0) else today.year
    near = tense is None and first_month - today.month <= 3
    return today.year if begun or near else today.year - 1


def _shift(place: Place) -> int | None:
    """-1, 0 or 1 for "last", "this", "next"; None where no such word stands."""
    key = place.key("shift")
    return None if key is None else int(key)


def read_quarter(place: Place) -> Reading | None:
    """third-quarter results · the first quarter of 2019 · Q3"""
    return _part_of_year(place, place.groups.get("quarter") or place.key("ordinal"), "Q", months=3)


def read_half(place: Place) -> Reading | None:
    """the second half of 2019 · first-half profit"""
    return _part_of_year(place, place.groups.get("halfnumber") or place.key("half"), "H", months=6)


def _part_of_year(place: Place, number: str | None, letter: str, *, months: int) -> Reading | None:
    if number is None or not is_business(place):
        return None
    if fiscal := place.groups.get("fiscal"):
        return Reading(value=f"FY{_four_digits(fiscal)}-{letter}{number}")
    return Reading(value=f"{_year_of_part(place, (int(number) - 1) * months + 1)}-{letter}{number}")


def _year_of_part(place: Place, first_month: int) -> str:
    year = year_of(place)
    if year is None and place.published:
        begun = place.published.month >= first_month
        year = place.published.year - (0 if begun or place.tense() == "future" else 1)
        if "the year" in place.text[place.start : place.end]:
            year = place.published.year
    return timex.year_digits(year)


def is_business(place: Place) -> bool:
    """Whether a quarter or half is one of the year, not of a match."""
    matched = place.text[place.start : place.end]
    if "*" in place.guarded("finance"):
        return True  # its word is never said of a match: "Quartal", "trimestre"
    if place.groups.get("year") or place.groups.get("fiscal") or " year" in matched or matched[0] == "Q":
        return True
    near = place.text[max(place.sentence_start, place.start - 200) : min(place.sentence_end, place.end + 120)].lower()
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*|%|°", near))
    return bool(words & place.guarded("finance")) and not words & place.guarded("sport")


def _four_digits(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


def read_fiscal_year(place: Place) -> Reading | None:
    """fiscal year 2019 · FY2020-22"""
    first = int(_four_digits(place.groups["year"] or ""))
    if second := place.groups.get("year2"):
        last = int(str(first)[: 4 - len(second)] + second)
        return Reading(value=f"FY{first}/FY{last}") if last > first else None
    return Reading(value=f"FY{first}")


def read_shifted_fiscal_year(place: Place) -> Reading | None:
    """last fiscal year"""
    shift = place.key("shift")
    return Reading(value=f"FY{place.published.year + int(shift)}" if place.published and shift else None)
