"""Which entries become candidates: articles, of the window, each once, with a count of what was left out and why."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from urllib.parse import urlsplit

from pipeline.addresses import clean, is_front, is_variant, key_of, path_dates, site_of
from pipeline.articles import Candidate, Listed
from pipeline.dates import Moment, RawDate, Role, read_date
from pipeline.discover.entries import Entry
from pipeline.discover.reports import Tally
from pipeline.sources import SourceConfig
from pipeline.windows import Window, published_day

_FIRST_YEAR = 1990  # anything older is a default of some software
_FILES = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|pdf|mp[34]|m4[av]|wav|ogg|webm|avi|mov|zip|gz|css|js|json|xml|rss|atom|docx?|"
    r"xlsx?|pptx?|epub|ics|txt)$",
    re.IGNORECASE,
)
_SECTIONS = re.compile(
    r"^/(?:[a-z]{2}(?:-[a-z]{2})?/)?(?:tags?|topics?|themen?|thema|temas?|sujets?|authors?|autor(?:en|es)?|auteurs?|"
    r"profiles?|people|categor(?:y|ies)|categorias?|kategorien?|sections?|rubrik(?:en)?|search|suche|login|account|"
    r"subscribe|abo|newsletters?|about|contact|kontakt|impressum|privacy|terms|help|jobs|shop|page|feed|rss|"
    r"wp-content|wp-json)(?:/|$)|/(?:page|seite)/\d+/?$",
    re.IGNORECASE,
)
_STRENGTH = {"published": 5, "listing": 4, "address": 3, "unspecified": 2, "modified": 1, "captured": 1}
_WEAK = 1
_ROLES: tuple[Role, ...] = ("published", "unspecified", "modified")


@dataclass(slots=True)
class Found:
    """An address as far as it is known: `strength` says how much its day is worth, `by` which strategies named it."""

    url: str
    listed: Listed
    day: date | None
    strength: int
    by: list[Tally]
    replay: str | None = None
    captured_at: datetime | None = None


class Selection:
    """The candidates of one source and window. `today` is the calendar day in `zone`, which is DATELINE_TIMEZONE."""

    def __init__(self, source: SourceConfig, window: Window, zone: tzinfo, today: date) -> None:
        self._source, self._window, self._zone, self._today = source, window, zone, today
        own = {site_of(source.homepage)} if source.homepage else set()
        self._sites = {site for site in (*own, *source.sites) if site}
        self._found: dict[str, Found] = {}

    def offer(
        self,
        entry: Entry,
        tally: Tally,
        *,
        site: str | None = None,
        is_chosen: bool = False,
        undated: bool = False,
        remember: bool = True,
    ) -> None:
        """Take an entry that `tally`'s strategy named, or count why not.

        `site` is whose addresses count unless the source says; `is_chosen`: its pattern was met already; `undated`:
        without a day it counts as found now; `remember`: keep it though it is of another day, because another strategy
        may date it worse.
        """
        address = clean(entry.url)
        day, strength = self._day(entry, address)
        tally.count_day(day)
        reason = "bad-address" if address is None else self._refusal(address, site, is_chosen)
        key = key_of(address) if address else None
        if reason or address is None or key is None:
            tally.left_out[reason or "bad-address"] += 1
            return
        if day is None and undated and self._window.last >= self._today - timedelta(days=1):
            day = self._window.last
        if day is None:
            tally.left_out["undated"] += 1
            return
        if day not in self._window and not remember and key not in self._found:
            tally.left_out["outside-window"] += 1
            return
        fresh = Found(address, entry.listed, day, strength, [tally], entry.replay, entry.captured_at)
        known = self._found.get(key)
        self._found[key] = fresh if known is None else _merged(known, fresh)

    def rests_on_capture(self, entry: Entry, site: str | None) -> bool:
        """Whether an entry would be taken for the window for no other reason than when it was captured."""
        address = clean(entry.url)
        if address is None or self._refusal(address, site, is_chosen=False) or key_of(address) in self._found:
            return False
        day, strength = self._day(entry, address)
        return strength == _STRENGTH["captured"] and day is not None and day in self._window

    def candidates(self) -> tuple[list[Candidate], dict[int, int]]:
        """The candidates of the window, and by `id` of its tally how many each strategy named."""
        counts: dict[int, int] = {}
        chosen: list[Candidate] = []
        for item in self._found.values():
            if item.day is None or item.day not in self._window:
                for tally in item.by:
                    tally.left_out["outside-window"] += 1
                continue
            for tally in item.by:
                counts[id(tally)] = counts.get(id(tally), 0) + 1
            chosen.append(
                Candidate(self._source.name, item.url, None, item.captured_at, item.day, item.replay, item.listed)
            )
        return chosen, counts

    def _refusal(self, address: str, site: str | None, is_chosen: bool) -> str | None:
        """Why an address is not one of an article of this source."""
        path = urlsplit(address).path
        sites = self._sites or ({site} if site else set())
        if sites and site_of(address) not in sites:
            return "other-site"
        if is_front(address):
            return "front-page"
        if _FILES.search(path):
            return "not-a-page"
        if any(re.search(pattern, address) for pattern in self._source.exclude):
            return "excluded"
        if is_chosen:
            return None
        if self._source.articles:
            fits = any(re.search(pattern, address) for pattern in self._source.articles)
            return None if fits else "not-an-article"
        return "section" if _SECTIONS.search(path) else None

    def _day(self, entry: Entry, address: str | None) -> tuple[date | None, int]:
        """The day of an entry, and how much that is worth: dates of publication first, of modification last."""
        named = [moment for text in path_dates(address) if (moment := read_date(text))]
        for strength, day in self._days(entry, named):
            if day is None or (strength <= _WEAK and not _may_be(day, named)):
                continue
            return day, strength
        return None, 0

    def _days(self, entry: Entry, named: Sequence[Moment]) -> Iterator[tuple[int, date | None]]:
        """Every day that is offered, the best ones first; `named` are the dates in its address."""
        by_role = {role: [item for item in entry.listed.dates if item.role == role] for role in _ROLES}
        yield from ((_STRENGTH["published"], self._read(item)) for item in by_role["published"])
        yield _STRENGTH["listing"], entry.day
        yield from ((_STRENGTH["address"], self._plausible(moment.day)) for moment in named)
        yield from ((_STRENGTH[role], self._read(item)) for role in _ROLES[1:] for item in by_role[role])
        if entry.captured_at:
            yield _STRENGTH["captured"], entry.captured_at.astimezone(self._zone).date()

    def _read(self, raw: RawDate) -> date | None:
        source = self._source
        moment = read_date(raw.raw, language=source.language, country=source.country)
        return self._plausible(published_day(moment, self._zone))

    def _plausible(self, day: date | None) -> date | None:
        """A day that may be one of publication: neither in the future nor a default of some software."""
        if day is None or day.year < _FIRST_YEAR or day > self._today + timedelta(days=1):
            return None
        return day


def _may_be(day: date, named: Sequence[Moment]) -> bool:
    """Whether a weak day goes with the month in the address: an edit of today does not make an old article new."""
    return not named or any(moment.start.date() <= day <= moment.end.date() for moment in named)


def _merged(known: Found, fresh: Found) -> Found:
    """Two mentions of one article: the better day, the plain address, all evidence."""
    better = fresh if fresh.strength > known.strength else known
    plain = fresh if _worse(known) and not _worse(fresh) else known
    by = known.by if any(item is fresh.by[0] for item in known.by) else [*known.by, *fresh.by]
    return replace(plain, listed=known.listed.merged(fresh.listed), day=better.day, strength=better.strength, by=by)


def _worse(found: Found) -> bool:
    return found.replay is not None or is_variant(found.url)
