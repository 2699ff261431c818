"""Readers of years, decades and centuries."""

import re

from pipeline.numbers.times.reading import Place, Reading

_WORK_OF_YEAR = re.compile(r"\s(?!of\b)[a-z]+(?<!s)\b")
_OF_THEM = re.compile(r"\sof (?:them|the|these|those|our|its|their|which|whom)\b")
_NAME_BEFORE = re.compile(r"[a-z’']\s[A-Z][a-z]+\s$")  # "the Games 2023 organisers": no count, but an edition
_ERA_BEFORE = re.compile(r",?\s?(?:BCE?\b|B\.C\.)")
_VERBS = "was|has|is|does|this|plus|as|its|us|says|sees|shows|marks|brings"
_PLURAL = re.compile(rf"\s(?!(?:{_VERBS})\b)[a-z]{{2,}}s\b(?!\s+of\s+the\b)")


def read_decade(place: Place) -> Reading | None:
    """the 1990s · the '90s · the nineties · the 1800s, a century"""
    digits = place.groups.get("decade") or place.key("tens") or place.key("decadeword") or ""
    if place.groups.get("tens") and not re.search(r"\b[Tt]he (?:(?:early|late|mid)[ -])?$", place.before(16)):
        return None  # of a person's age, mostly: "in her thirties"
    if len(digits) == 4:
        return Reading(value=digits[:2] if digits[2:] == "00" and digits < "2" else digits[:3])
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


def read_year_of_era(place: Place) -> Reading | None:
    """1300 BC -> BC1300 · AD 79 -> 0079"""
    if before := place.groups.get("bc"):
        return Reading(value=f"BC{int(before.replace(',', '')):04}")
    return Reading(value=f"{int(place.groups.get('ad') or place.groups.get('ad2') or 0):04}")


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
    if _numbers_something(place, lead, following):
        return False
    if lead in ("a", "an") and _WORK_OF_YEAR.match(following) and 1600 <= year < 1900 and year % 50:
        return True  # "a 1761 painting"
    if year < 1900 or year > 2099:
        return led and lead not in ("a", "an", "as", "at", "that") and not _PLURAL.match(following)
    if lead == "-":
        return bool(re.search(r"\b(?:pre|post|mid|late|early|end|since)-$", place.before(8), re.IGNORECASE))
    return led or place.language.capital_nouns or _is_bare_year(place, following)


def _numbers_something(place: Place, lead: str, following: str) -> bool:
    """Whether the word behind tells a count or an address: "2000 people", "1600 Pennsylvania Avenue"."""
    if lead in place.guarded("amount_leads") and re.match(r"[ \u00a0\u202f][A-ZÄÖÜ]\w", following):
        return True  # "mehr als 2000 Menschen"
    word = re.match(r"[\s\u00a0]*([\w%°]+)", following)
    return word is not None and word[1] in place.guarded("street") | place.guarded("counted")


def _is_bare_year(place: Place, following: str) -> bool:
    """Whether four digits that no word leads are a year: no plural is counted by them."""
    if _OF_THEM.match(following):
        return False
    word = _PLURAL.match(following)
    if word is None or not place.before(2).strip() or word.group().strip() in place.guarded("dated"):
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
