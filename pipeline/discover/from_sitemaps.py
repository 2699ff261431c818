"""Finds articles by sitemaps: from robots.txt through indexes to the sitemaps that may hold the window."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urljoin

from pipeline.addresses import site_of
from pipeline.discover.entries import Entry, NotAListing
from pipeline.discover.periods import choose_children
from pipeline.discover.reports import Tally
from pipeline.discover.search import Search
from pipeline.discover.sitemaps import SitemapFile, read_sitemap
from pipeline.errors import DatelineError
from pipeline.strategies import Sitemap

_MAX_SITEMAPS = 1_000
_GENERATED_FROM = 20  # so many entries that all changed in the same second were changed by a program


async def from_sitemap(strategy: Sitemap, search: Search, tally: Tally) -> None:
    """Offer what the sitemaps name; an index is followed where it may lead to the window, each sitemap once."""
    earliest = search.today - timedelta(days=strategy.days) if strategy.days else None
    if earliest and search.window.last < earliest:
        tally.cannot(f"sitemap of news only: nothing older than {strategy.days} days")
        return
    tally.limit(earliest)
    waiting = await _sitemaps_of(strategy, search)
    seen, goes_back = set(waiting), False
    first_days: list[date] = []
    while waiting:
        url = waiting.pop(0)
        try:
            found = await _read_sitemap(url, search)
        except DatelineError as error:
            tally.failures.append(str(error))
            continue
        chosen = choose_children(found.children, search.window, search.today, strategy.only)
        goes_back = goes_back or chosen.goes_back
        first_days += [chosen.first_day] if chosen.first_day else []
        tally.reaches(chosen.last_day)
        fresh = dict.fromkeys(item.url for item in chosen.children if item.url not in seen)
        waiting += fresh
        seen.update(fresh)
        await asyncio.to_thread(_offer_sitemap, found, url, search, tally)
        if len(seen) > _MAX_SITEMAPS:
            tally.failures.append(f"more than {_MAX_SITEMAPS} sitemaps for one window: set `only` or `days`")
            break
    _judge_sitemap(tally, first_days, goes_back=goes_back)


async def _sitemaps_of(strategy: Sitemap, search: Search) -> list[str]:
    """The sitemap that is named, those of robots.txt, or the one where sitemaps usually lie."""
    home = search.source.homepage
    if strategy.url:
        return [strategy.url]
    if home is None:
        raise NotAListing("no-sitemap", "a sitemap without `url` needs the source's `homepage`")
    rules = await search.fetcher.robots(home, source=search.source)
    named = [urljoin(home, item) for item in rules.sitemaps]
    return list(dict.fromkeys(named)) or [urljoin(home, "/sitemap.xml")]


async def _read_sitemap(url: str, search: Search) -> SitemapFile:
    response = await search.get(url)
    return await asyncio.to_thread(read_sitemap, response.body, response.final_url)


def _offer_sitemap(found: SitemapFile, url: str, search: Search, tally: Tally) -> None:
    if found.cut:
        tally.remarks.append(f"{url} goes on beyond the bounds of the protocol")
    for item in _without_generated(found.entries):
        search.selection.offer(item, tally, site=site_of(url), remember=False)


def _without_generated(entries: list[Entry]) -> list[Entry]:
    """The entries without their lastmod where all of them have the same second: the sitemap's own."""
    changed = [item.raw for entry in entries for item in entry.listed.dates if item.role == "modified"]
    if len(changed) < _GENERATED_FROM or len(set(changed)) > 1 or ":" not in changed[0]:
        return entries
    return [_without_changes(entry) for entry in entries]


def _without_changes(entry: Entry) -> Entry:
    kept = tuple(item for item in entry.listed.dates if item.role != "modified")
    return replace(entry, listed=replace(entry.listed, dates=kept))


def _judge_sitemap(tally: Tally, first_days: Sequence[date], *, goes_back: bool) -> None:
    """It reaches back to the oldest of what was read and of what sitemaps are about, unless it goes back further."""
    known = [*first_days, *([tally.oldest] if tally.oldest else [])]
    if known and not goes_back:
        tally.limit(min(known))
    tally.tell_the_end()
    if not tally.seen and tally.newest is None:
        tally.cannot("it names no address")
    elif tally.seen and not tally.dated:
        tally.cannot("its addresses carry no day")
