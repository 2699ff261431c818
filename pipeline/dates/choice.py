"""Choosing the published and the modified date: one ranking, agreement on the day, flags for contradictions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from typing import Literal

from pipeline.dates.local_time import at_home
from pipeline.dates.ranking import MODIFIED, PUBLISHED, Rule, is_at
from pipeline.dates.reading import Reading, read
from pipeline.dates.types import DateCandidate, DateChoice, Moment, RawDate

_LEEWAY = timedelta(days=1)
_JUST_MADE = timedelta(hours=1)  # a server that dates its answer less before the capture made the page for it
UNUSABLE = frozenset({"placeholder", "future", "now", "out-of-range", "too-early"})
_PRECISIONS = ("second", "minute", "hour", "day", "month", "year")
_CLOCKS = frozenset({"second", "minute"})
_FIRST_WEB_YEAR = 1990  # for dates that nobody marked as such
_UNMARKED = frozenset({"text", "url", "htmldate", "trafilatura"})


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its reading and its places in the two rankings (None: under no rule)."""

    raw: RawDate
    reading: Reading
    published: int | None
    modified: int | None
    order: int
    preference: str | None = None  # what the publisher's source file says of where it stood, if that chose it

    @property
    def is_usable(self) -> bool:
        """Whether it may be chosen at all."""
        return self.reading.moment is not None and self.reading.flag not in UNUSABLE


def rank(
    candidates: Sequence[RawDate],
    captured_at: datetime,
    language: str | None,
    country: str | None,
    zone: tzinfo | None,
) -> list[Ranked]:
    """Read every candidate and rank it, in the order of the page."""
    return _settle_orders(
        [_ranked(raw, _read(raw, captured_at, language, country, zone), order) for order, raw in enumerate(candidates)]
    )


def choose(
    ranked: Sequence[Ranked], country: str | None, prefer_published: Sequence[str], prefer_modified: Sequence[str]
) -> DateChoice:
    """Choose the published and then the modified date."""
    published = _choose_published(ranked, country, prefer_published)
    modified = _choose_modified(ranked, published, prefer_modified)
    rows = sorted((_chosen_form(item, published, modified) for item in ranked), key=_place)
    return DateChoice(
        published=_moment(published),
        published_from=published.raw.origin if published else None,
        modified=_moment(modified),
        modified_from=modified.raw.origin if modified else None,
        candidates=tuple(_candidate(item, published, modified) for item in rows),
    )


def _chosen_form(item: Ranked, *chosen: Ranked | None) -> Ranked:
    return next((form for form in chosen if form is not None and form.order == item.order), item)


def _read(
    raw: RawDate, captured_at: datetime, language: str | None, country: str | None, zone: tzinfo | None
) -> Reading:
    reading = read(raw.raw, language, country, zone)
    moment = reading.moment
    if moment is None or reading.flag in UNUSABLE:
        return reading
    if moment.start > captured_at + _LEEWAY:
        other = reading.other
        if other is not None and other.start <= captured_at + _LEEWAY:
            return replace(reading, moment=other, other=None)
        return replace(reading, flag="future")
    if raw.origin == "http" and moment.start > captured_at - _JUST_MADE:
        return replace(reading, flag="now")
    if raw.origin in _UNMARKED and moment.start.year < _FIRST_WEB_YEAR:
        return replace(reading, flag="too-early")
    return reading


def _ranked(raw: RawDate, reading: Reading, order: int) -> Ranked:
    is_modified = raw.role == "modified"
    published = None if is_modified else _first(PUBLISHED, raw, reading)
    return Ranked(raw, reading, published, _first(MODIFIED, raw, reading) if is_modified else None, order)


def _first(rules: Sequence[Rule], raw: RawDate, reading: Reading) -> int | None:
    if reading.moment is None:
        return None
    return next((index for index, rule in enumerate(rules) if rule.fits(raw, reading)), None)


def _settle_orders(ranked: list[Ranked]) -> list[Ranked]:
    """Read 03/04/2026 as the day that another candidate names without doubt, where one does."""
    certain = {
        item.reading.moment.day for item in ranked if item.is_usable and item.reading.moment and not item.reading.other
    }
    settled = []
    for item in ranked:
        moment, other = item.reading.moment, item.reading.other
        if moment and other and moment.day not in certain and other.day in certain:
            item = replace(item, reading=replace(item.reading, moment=other))
        settled.append(item)
    return settled


def _choose_published(ranked: Sequence[Ranked], country: str | None, prefer: Sequence[str]) -> Ranked | None:
    usable = sorted(
        (item for item in ranked if item.is_usable and item.published is not None),
        key=lambda item: (item.published, item.order),
    )
    best = _preferred([item for item in ranked if item.is_usable], "published", prefer)
    if best is None and usable:
        best = _sharpest(usable[0], usable)
    return best and _taken_home(best, usable, country)


def _taken_home(best: Ranked, usable: Sequence[Ranked], country: str | None) -> Ranked:
    moment = _moment(best)
    if moment is None:
        return best
    home = at_home(moment, [other for item in usable if (other := _moment(item)) is not None], country)
    if home == moment:
        return best
    flag = best.reading.flag or ("local-time" if home.text != moment.text else "local-day")
    return replace(best, reading=replace(best.reading, moment=home, flag=flag))


def _choose_modified(ranked: Sequence[Ranked], published: Ranked | None, prefer: Sequence[str]) -> Ranked | None:
    since = _moment(published)
    possible = [item for item in ranked if item.is_usable and (since is None or _end(item) > since.start)]
    possible = [item for item in possible if published is None or item.order != published.order]
    fitting = sorted(
        (item for item in possible if item.modified is not None), key=lambda item: (item.modified, item.order)
    )
    preferred = _preferred(possible, "modified", prefer)
    return preferred or (_sharpest(fitting[0], fitting) if fitting else None)


def _preferred(
    usable: Sequence[Ranked], role: Literal["published", "modified"], prefer: Sequence[str]
) -> Ranked | None:
    """What the source prefers: exactly this one. A locator is taken at its word, whatever role the page gives it."""
    ranks = {item.order: item.published if role == "published" else item.modified for item in usable}
    by_rank = sorted(usable, key=lambda item: (ranks[item.order] is None, ranks[item.order] or 0, item.order))
    for preference in prefer:
        for item in by_rank:
            is_of_role = ranks[item.order] is not None
            if is_at(item.raw, preference) or (is_of_role and item.raw.origin == preference):
                return replace(item, preference=preference)
    return None


def _sharpest(best: Ranked, others: Sequence[Ranked]) -> Ranked:
    """Among the candidates that name the same day, the one that says most: a time with a zone before a bare day.

    The same instant with a local offset says more than in UTC: which day it was at home.
    """
    agreeing = [item for item in others if _agrees(item, best)]
    return min(agreeing, key=lambda item: (_vagueness(item) - _is_home_clock(item, best), others.index(item)))


def _agrees(item: Ranked, best: Ranked) -> bool:
    one, two = _moment(item), _moment(best)
    if item is best or one is None or two is None:
        return item is best
    if two.day is None:  # a month or a year: whatever lies in it
        return one.text.startswith(two.text)
    return one.day == two.day or _is_home_clock(item, best)


def _is_home_clock(item: Ranked, best: Ranked) -> bool:
    """Whether a candidate is the very instant of one that is written in UTC, with a local offset."""
    one, two = _moment(item), _moment(best)
    if one is None or two is None or not {one.precision, two.precision} <= _CLOCKS:
        return False
    return two.offset_minutes == 0 and bool(one.offset_minutes) and abs(one.start - two.start) < timedelta(minutes=1)


def _vagueness(item: Ranked) -> int:
    """How little a candidate says: 0 for a time with a zone, 2 for one without, then midnights, days, months, years."""
    moment = item.reading.moment
    if moment is None:
        return len(_PRECISIONS) * 2
    has_zone = moment.zone_from != "unknown"
    if item.reading.is_midnight:
        return 3 if has_zone else 4
    coarse = _PRECISIONS.index(moment.precision)
    if coarse >= _PRECISIONS.index("day"):
        return 2 + coarse
    return 0 if has_zone else 2


def _moment(item: Ranked | None) -> Moment | None:
    return item.reading.moment if item else None


def _end(item: Ranked) -> datetime:
    moment = item.reading.moment
    return moment.end if moment else datetime.max


def _place(item: Ranked) -> tuple[int, int, int]:
    if item.preference is not None:
        return (-1, 0, item.order)
    if item.published is not None:
        return (0, item.published, item.order)
    return (1, item.modified, item.order) if item.modified is not None else (2, 0, item.order)


def _candidate(item: Ranked, published: Ranked | None, modified: Ranked | None) -> DateCandidate:
    chosen: Literal["published", "modified"] | None = None
    if item is published:
        chosen = "published"
    elif item is modified:
        chosen = "modified"
    rank, rules = (item.published, PUBLISHED) if item.published is not None else (item.modified, MODIFIED)
    name = rules[rank].name if rank is not None else item.reading.rule
    if item.preference is not None:
        name = f"source prefers {item.preference}"
    flag = item.reading.flag or _conflict(item, published)
    return DateCandidate(item.raw, item.reading.moment, name, chosen, flag)


def _conflict(item: Ranked, published: Ranked | None) -> str | None:
    """A date that claims to be the published one and lies more than a day apart from the chosen one."""
    one, two = _moment(item), _moment(published)
    if one is None or two is None or item is published or item.raw.role != "published":
        return None
    if one.end + _LEEWAY < two.start or two.end + _LEEWAY < one.start:
        return "conflict"
    return None
