"""Readers of quarters, seasons, years, decades and of stretches named from today: "last week", "this weekend"."""

import re
from datetime import date, timedelta

from pipeline.numbers.times import timex
from pipeline.numbers.times.dates import year_of
from pipeline.numbers.times.reading import Place, Reading

_OF_THEM = re.compile(r"\sof (?:them|the|these|those|our|its|their|which|whom)\b")
_NAME_BEFORE = re.compile(r"[a-z’']\s[A-Z][a-z]+\s$")  # "the Games 2023 organisers": no count, but an edition
_ERA_BEFORE = re.compile(r",?\s?(?:BCE?\b|B\.C\.)")
_PLURAL = re.compile(r"\s[a-z]{2,}s\b(?!\s+of\s+the\b)")
_EDGES = dict.fromkeys(("beginning", "start", "turn", "earlier", "early"), "START") | {"middle": "MID"}
_EDGES |= dict.fromkeys(("end", "close", "later", "late"), "END")
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def read_season(place: Place) -> Reading | None:
    """last spring · the summer of 2016 · winter 2019"""
    season = place.key("season")
    if season is None:
        return None
    year = year_of(place) if place.groups.get("year") or "year" in place.text[place.start : place.end] else None
    if year is None and place.published:
        year = _season_year(place.published, _SEASON_MONTH[season], _shift(place), place.tense())
    return Reading(value=f"{year if year else 'XXXX'}-{season}")


def read_bare_season(place: Place) -> Reading | None:
    """ "quit in the fall", "will return in the fall": where a verb says which; "cool in the summer" is any summer"""
    season, tense = place.key("season"), place.tense_of_verbs()
    is_any = place.word_before() not in place.guarded("season_leads") or re.match(
        r"\s(?:months|season)", place.after(8)
    )
    if season is None or tense is None or is_any or not (place.groups["season"] or "").islower():
        return None
    mod = _EDGES.get((place.groups.get("edge") or "").lower())
    year = _season_year(place.published, _SEASON_MONTH[season], None, tense) if place.published else "XXXX"
    return Reading(value=f"{year}-{season}", mod=mod)


def _season_year(today: date, first_month: int, shift: int | None, tense: str | None) -> int:
    begun = date(today.year, first_month, 1) <= today
    current = begun and (today.month - first_month) < 3
    if shift == 0:  # "this winter" of a January began in the year before
        return today.year - (first_month == 12 and today.month < 4)
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
    number = place.groups.get("quarter") or place.key("ordinal")
    if number is None or not _is_business(place):
        return None
    if fiscal := place.groups.get("fiscal"):
        return Reading(value=f"FY{_four_digits(fiscal)}-Q{number}")
    return Reading(value=f"{_year_of_part(place, (int(number) - 1) * 3 + 1)}-Q{number}")


def read_half(place: Place) -> Reading | None:
    """the second half of 2019 · first-half profit"""
    number = place.groups.get("halfnumber") or place.key("half")
    if number is None or not _is_business(place):
        return None
    if fiscal := place.groups.get("fiscal"):
        return Reading(value=f"FY{_four_digits(fiscal)}-H{number}")
    return Reading(value=f"{_year_of_part(place, (int(number) - 1) * 6 + 1)}-H{number}")


def _year_of_part(place: Place, first_month: int) -> str:
    year = year_of(place)
    if year is None and place.published:
        begun = place.published.month >= first_month
        year = place.published.year - (0 if begun or place.tense() == "future" else 1)
        if "the year" in place.text[place.start : place.end]:
            year = place.published.year
    return f"{year:04}" if year else "XXXX"


def _is_business(place: Place) -> bool:
    """Whether a quarter or half is one of the year, not of a match."""
    matched = place.text[place.start : place.end]
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


def read_decade(place: Place) -> Reading | None:
    """the 1990s · the '90s · the nineties"""
    digits = place.groups.get("decade") or place.key("tens") or ""
    if place.groups.get("tens") and not re.search(r"\b[Tt]he (?:(?:early|late|mid)[ -])?$", place.before(16)):
        return None  # of a person's age, mostly: "in her thirties"
    if len(digits) == 4:
        return Reading(value=digits[:3])
    now = place.published.year if place.published else 2020
    century = now // 100 if int(digits) <= now % 100 else now // 100 - 1
    return Reading(value=f"{century}{digits[0]}")


def read_bare_decade(place: Place) -> Reading | None:
    """the 60s, unless it is of degrees"""
    sentence = place.text[place.sentence_start : min(place.sentence_end, place.sentence_start + 600)].lower()
    return None if any(word in sentence for word in place.guarded("heat")) else read_decade(place)


def read_century(place: Place) -> Reading | None:
    """the 19th century -> 18"""
    number = int(place.groups.get("century") or place.key("nth") or 0)
    if not 1 <= number <= 30 or _is_of_cricket(place, number):
        return None
    return Reading(value=None if _ERA_BEFORE.match(place.after(10)) else f"{number - 1:02}")


def _is_of_cricket(place: Place, number: int) -> bool:
    """Whether a century is a hundred runs: "her second century", "Root's 31st Test century"."""
    lead = place.word_before()
    if lead in place.guarded("century_makers") or lead.endswith(("'s", "’s")):
        return True
    return number < 10 and bool(re.match(r"\s(?:of|for|in|against)\b", place.after(10)))


def read_year(place: Place) -> Reading | None:
    """in 2016 · 2016 election · not 2016 people, not Resolution 2254"""
    year = place.groups["year"] or ""
    return Reading(value=year) if _is_year(place, int(year)) else None


def _is_year(place: Place, year: int) -> bool:
    lead, following = place.word_before(), place.after(30)
    led = lead in place.guarded("plain_year_leads") or lead.endswith(("'s", "’s"))
    bounded = re.search(r"(?:until|till|since|before|by|to) at (?:least|most|the latest) $", place.before(30))
    if lead in place.guarded("numbering") and not bounded:
        return lead in ("about", "around") and not _PLURAL.match(following)
    if following.lstrip(" \u00a0").startswith(tuple(place.guarded("street"))):
        return False
    next_word = re.match(r"[\s\u00a0]+([a-z%°]+)", following)
    if next_word and next_word[1] in place.guarded("counted"):
        return False
    if year < 1900 or year > 2099:
        return led and lead not in ("a", "an", "as", "at", "that") and not _PLURAL.match(following)
    if lead == "-":
        return bool(re.search(r"\b(?:pre|post|mid|late|early|end|since)-$", place.before(8), re.IGNORECASE))
    if led:
        return True
    if _OF_THEM.match(following):
        return False
    if not _PLURAL.match(following) or not place.before(2).strip():
        return True
    return place.before(3).rstrip().endswith(",") or bool(_NAME_BEFORE.search(place.before(30)))


def read_year_range(place: Place) -> Reading | None:
    """2003-2007 · the 2015-16 season"""
    first = int(place.groups["year"] or 0)
    second = place.groups["year2"] or ""
    last = int(str(first)[: 4 - len(second)] + second)
    if not first < last <= first + 500 or not 1500 <= first <= 2100:
        return None
    return Reading(value=f"{first}/{last}")


def read_shifted_span(place: Place) -> Reading | None:
    """last week · this month · the end of the year · later this week"""
    unit = place.key("span")
    shift = int(place.key("shift") or 0)
    if unit is None or _is_only_a_unit(place):
        return None
    mod = _EDGES.get((place.groups.get("edge") or "").lower())
    if place.published is None:
        return Reading(value=None, mod=mod)
    if unit == "weekend":
        return Reading(value=_weekend(place, shift), mod=mod)
    when = timex.add(place.published, shift, unit)
    return Reading(value=timex.at_grain(when, unit) if when else None, mod=mod)


def read_the_weekend(place: Place) -> Reading | None:
    """over the weekend: the last one, or the one ahead"""
    leads = place.guarded("period_leads") | place.guarded("weekend_leads") | {"at", "on"}
    if place.key("span") != "weekend" or place.word_before() not in leads:
        return None
    return Reading(value=_weekend(place, 0) if place.published else None)


def _is_only_a_unit(place: Place) -> bool:
    """ "past year" without an article and "this century" are fine; "last quarter" of a match is not a date."""
    return place.key("span") == "quarter" and not _is_business(place)


def _weekend(place: Place, shift: int) -> str:
    """The weekend meant: "this" one is the last until Wednesday, unless the tense looks ahead."""
    today = place.published
    assert today is not None
    weekday = today.isoweekday()
    monday = today - timedelta(days=weekday - 1)
    if shift:
        weeks = shift if shift > 0 or weekday < 6 else -1
        if shift > 0 and weekday < 6 and (place.groups.get("shift") or "").lower() != "next":
            weeks = 0
    else:
        tense = place.tense()
        weeks = 0 if weekday >= 6 or tense == "future" or (tense is None and weekday >= 4) else -1
    return timex.week(monday + timedelta(days=7 * weeks)) + "-WE"


_HEADS = re.compile(r"(?:^|[,;—–]|\band|\bbut)\s?$")


def read_stepped_span(place: Place) -> Reading | None:
    """the previous week · the following day: counted from the last date that the text named"""
    step = int(place.key("step") or 0)
    if part := place.key("part"):
        if step == 0:
            return None
        named = place.named_for("day")
        when = timex.add(named, step, "day") if named else None
        return Reading(value=f"{timex.day(when)}T{part}" if when else None)
    unit = "day" if place.groups.get("stepday") else place.key("span")
    is_next = (place.groups["step"] or "").lower() == "next"
    if unit is None or (step == 0 and unit == "day"):
        return None
    if is_next and unit != "day" and (place.tense() != "past" or not _HEADS.search(place.before(4))):
        return None  # "over the next year"; of the past only as in "The next year, he left"
    named = place.named_for(unit)
    when = timex.add(named, step, unit) if named else None
    return Reading(value=timex.at_grain(when, unit) if when else None)


def read_beside(place: Place) -> Reading | None:
    """the day before: counted from the last date that the text named; not "the day before the vote" """
    unit = place.key("unit")
    if unit is None or not re.match(r"\s?(?:[,.;:)—–!?]|$|and\b|but\b)", place.after(6)):
        return None
    named = place.named_for(unit)
    when = timex.add(named, int(place.key("beside") or 0), unit) if named else None
    return Reading(value=timex.at_grain(when, unit) if when else None)


def read_that_span(place: Place) -> Reading | None:
    """earlier that night · that year: of the last date that the text named"""
    unit = place.key("span")
    if unit is None:
        return Reading(value=f"XXXX-XX-XXT{place.key('part')}") if place.groups.get("earlier") else None
    if place.word_before() in ("of", "than") or place.after(6).lstrip()[:4] in ("that", "when"):
        return None
    named = place.named_for(unit)
    return Reading(value=timex.at_grain(named, unit) if named else None)


def read_year_to_date(place: Place) -> Reading | None:
    """year to date: 1 January up to the day of publication"""
    today = place.published
    return Reading(value=f"{today.year:04}-01-01/{timex.day(today)}" if today else None)
