"""Which sitemaps of an index may hold a window: by the days in their addresses, and by when they last changed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import parse_qsl, urlsplit

from pipeline.dates import read_date
from pipeline.discover.sitemaps import Child
from pipeline.windows import Window

_LEEWAY = timedelta(days=1)  # the publisher's days are not ours
_FIRST_YEAR = 1990
_OTHER = re.compile(
    r"(?<![a-z])(?:tags?|authors?|categor(?:y|ies)|topics?|sections?|images?|photos?|videos?|galler(?:y|ies)|users?|"
    r"products?|static|landing|taxonom(?:y|ies)|keywords?|people|person)(?![a-z])",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:[-_/.]?(?P<month>0[1-9]|1[0-2])(?:[-_/.]?(?P<day>[0-2]\d|3[01]))?)?(?!\d)"
)
_NUMBERED = re.compile(r"(?<!\d)(\d{1,6})(?!\d)")
_YEARS, _MONTHS, _DAYS = ("yyyy", "year", "y"), ("mm", "month", "m"), ("dd", "day", "d")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Sitemaps to read; whether one that is left goes further back than the window; the days that all are about.

    `last_day` is also that on which one changed last, where its address says no days.
    """

    children: list[Child]
    goes_back: bool
    first_day: date | None
    last_day: date | None


def choose_children(children: Sequence[Child], window: Window, today: date, only: str | None = None) -> Chosen:
    """The sitemaps of an index that may name articles of the window."""
    fitting = [item for item in children if _fits(item.url, only)]
    shapes = _year_like(item.url for item in fitting)
    periods = {item.url: _period(item.url, shapes, today) for item in fitting}
    kept = [item for item in fitting if _may_hold(item, periods[item.url], window)]
    goes_back = any(_is_older(item, periods[item.url], window) for item in fitting)
    first_day = min((period.first for period in periods.values() if period), default=None)
    last_days = (period.last if (period := periods[item.url]) else _changed(item) for item in fitting)
    return Chosen(kept, goes_back, first_day, max((day for day in last_days if day), default=None))


def _fits(url: str, only: str | None) -> bool:
    if only:
        return re.search(only, url) is not None
    return not _OTHER.search(urlsplit(url).path.rpartition("/")[2])


def _may_hold(child: Child, period: Window | None, window: Window) -> bool:
    if period is not None:
        return period.first - _LEEWAY <= window.last and window.first <= period.last + _LEEWAY
    return not _is_older(child, period, window)


def _is_older(child: Child, period: Window | None, window: Window) -> bool:
    """Whether all that a sitemap has is older than the window."""
    if period is not None:
        return period.last + _LEEWAY < window.first
    changed = _changed(child)
    return changed is not None and changed + _LEEWAY < window.first


def _changed(child: Child) -> date | None:
    changed = read_date(child.lastmod) if child.lastmod else None
    return changed.end.date() if changed else None


def _year_like(urls: Iterable[str]) -> bool:
    """Whether bare numbers such as 2019 are years: not where one beside them can be none, and so counts pages."""
    numbers = [int(number) for url in urls for number in _NUMBERED.findall(urlsplit(url).path.rpartition("/")[2])]
    return not any(1000 <= number < _FIRST_YEAR or 2100 <= number < 10_000 for number in numbers)


def _period(url: str, years: bool, today: date) -> Window | None:
    """The days that an address says a sitemap is about."""
    parts = urlsplit(url)
    asked = {key.lower(): value for key, value in parse_qsl(parts.query)}
    named = [next((asked[key] for key in keys if key in asked), None) for keys in (_YEARS, _MONTHS, _DAYS)]
    if named[0] is None:
        found = list(_DATED.finditer(parts.path)) or list(_DATED.finditer(parts.query))
        if not found or (found[-1]["month"] is None and not years):
            return None
        named = [found[-1]["year"], found[-1]["month"], found[-1]["day"]]
    return _window(named, today)


def _window(named: Sequence[str | None], today: date) -> Window | None:
    try:
        year, month, day = (int(item) if item else None for item in named)
        if year is None or not _FIRST_YEAR <= year <= today.year + 1:
            return None
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return Window(first, first)
    following = date(first.year + (first.month // 12 if month else 1), first.month % 12 + 1 if month else 1, 1)
    return Window(first, following - timedelta(days=1))
