"""Times of day beside a written date, with meridian and zone."""

import re
from dataclasses import replace

from pipeline.dates.fields import Fields
from pipeline.dates.zones import is_zone, offset_of

_MERIDIAN = r"(?P<meridian>[ap]\.?\s?m\b\.?|[πμ]\.?μ\.?|μ\.\s?μ\.?|π\.\s?μ\.?|[صم](?!\w)|SA\b|CH\b|PTG\b|PG\b)"
_ZONE = r"(?P<zone>(?:UTC|GMT)?\s?[+−-]\d{1,2}(?::?\d{2})?|[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+|[A-Z]{1,5})"
_TIME = re.compile(
    r"(?<![\d.,:/])(?P<early>(?:오전|오후|上午|下午|午前|午後|凌晨|晚上|早上|中午)\s?)?"
    r"(?P<hour>[01]?\d|2[0-4])"
    r"(?:\s?[:.hHu時时点시]\s?(?P<minute>[0-5]\d)(?:\s?[:.分분]\s?(?P<second>[0-5]\d))?[분分]?(?![\d%])(?:\.\d{1,6})?"
    r"|(?=\s?[ap]\.?m\b)|(?=\s?(?:Uhr|uhr)\b)|\s?h(?=\W|$)|\s?[時시])"
    rf"(?:\s?{_MERIDIAN})?(?:\s?(?:Uhr|uhr|hrs?|hs|Uur|uur|WITA|น\.)\b\.?)?(?:\s?\(?{_ZONE}\b\)?)?",
    re.IGNORECASE,
)
_LATE = ("p", "م", "오후", "下午", "午後", "晚上", "CH", "PTG", "μ")
_MAX_GAP = 28
_BETWEEN = re.compile(r"[\s,;:.|·•–—()\[\]/@T\-]*(?:[^\W\d_]+\.?[\s,;:.|·•–—()\[\]/-]*){0,3}")


def add_time(fields: Fields, text: str, after: int, before: int) -> Fields:
    """`fields` with the time that stands beside them between two positions: behind first, then in front."""
    behind = _TIME.search(text, fields.end, before)
    if behind and behind.start() - fields.end <= _MAX_GAP and _BETWEEN.fullmatch(text[fields.end : behind.start()]):
        timed = _timed(fields, behind)
        if timed is not None:
            return replace(timed, end=max(fields.end, behind.end()))
    for front in _TIME.finditer(text, max(after, fields.start - 45), fields.start):
        gap = text[front.end() : fields.start]
        if len(gap) <= _MAX_GAP and _BETWEEN.fullmatch(gap):
            timed = _timed(fields, front)
            if timed is not None:
                return replace(timed, start=min(fields.start, front.start()))
    return fields


def _timed(fields: Fields, found: re.Match[str]) -> Fields | None:
    hour = int(found["hour"])
    mark = (found["early"] or found["meridian"] or "").strip()
    if mark:
        if hour > 12 and not found["minute"]:
            return None
        is_late = mark.lower().startswith("p") if mark[:1].lower() in "ap" else mark.startswith(_LATE)
        hour = hour % 12 + 12 if is_late and hour <= 12 else (0 if not is_late and hour == 12 else hour)
    if hour == 24:
        return None
    minute = int(found["minute"]) if found["minute"] else None
    second = int(found["second"]) if found["second"] else None
    timed = replace(fields, hour=hour, minute=minute, second=second)
    return _zoned(timed, found["zone"]) if timed.is_real() else None


def _zoned(fields: Fields, written: str | None) -> Fields:
    if not written:
        return fields
    offset = offset_of(written)
    if offset is not None:
        return replace(fields, offset_minutes=offset)
    name = written if "/" in written else written.upper()
    if name in {"UTC", "GMT", "Z", "UT"}:
        return replace(fields, offset_minutes=0)
    return replace(fields, zone_name=name) if (written.isupper() and is_zone(name)) or "/" in written else fields
