"""Asks a live source for a window: every strategy in turn, what they name put together, a report for each."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, timedelta, tzinfo
from itertools import groupby
from pathlib import Path
from typing import Any

import structlog

from pipeline.adapters import raw_store
from pipeline.adapters.http import Fetcher
from pipeline.addresses import site_of
from pipeline.discover.entries import Entry
from pipeline.discover.feeds import read_feed
from pipeline.discover.from_cdx import from_cdx
from pipeline.discover.from_sitemaps import from_sitemap
from pipeline.discover.lists import read_list
from pipeline.discover.pages import read_page
from pipeline.discover.reports import Discovered, Tally, label
from pipeline.discover.search import Search
from pipeline.discover.selection import Selection
from pipeline.discover.sitemaps import read_sitemap
from pipeline.errors import DatelineError
from pipeline.sources import SourceConfig
from pipeline.strategies import Cdx, Feed, Live, Pages, Sitemap, UrlList
from pipeline.windows import Window

log = structlog.get_logger(__name__)

_LONGEST_S = 3600.0  # for one way of finding articles: a slow host must not hold up the others'


async def discover(
    source: SourceConfig, window: Window, fetcher: Fetcher, *, zone: tzinfo, today: date, project: Path
) -> Discovered:
    """What the live strategies of a source offer for a window; never raises for what a site does.

    `today` is the calendar day in `zone` (DATELINE_TIMEZONE); `project` is where relative locations of lists lie.
    """
    selection = Selection(source, window, zone, today)
    search = Search(source, window, fetcher, selection, today, project)
    tallies: list[Tally] = []
    for strategy in source.live:
        tally = Tally(label(strategy), window)
        tallies.append(tally)
        try:
            async with asyncio.timeout(_LONGEST_S):
                await _HOW[type(strategy)](strategy, search, tally)
        except TimeoutError:
            tally.failures.append(f"not done after {_LONGEST_S / 60:g} minutes")
        except DatelineError as error:
            tally.failures.append(str(error))
        except Exception as error:  # a fault of ours with one listing must not keep the other sources from being asked
            log.exception("discovery failed", source=source.name, strategy=tally.strategy)
            tally.failures.append(f"{type(error).__name__}: {error}; please report this listing")
    candidates, counts = selection.candidates()
    return Discovered(candidates, [tally.report(counts.get(id(tally), 0)) for tally in tallies])


async def _from_feed(strategy: Feed, search: Search, tally: Tally) -> None:
    earliest = search.today - timedelta(days=strategy.days)
    if search.window.last < earliest:
        tally.cannot(f"feed only: nothing older than {strategy.days} days")
        return
    tally.limit(earliest)
    response = await search.get(strategy.url)
    content_type = response.headers.get("content-type", "")
    entries = await asyncio.to_thread(read_feed, response.body, response.final_url, content_type)
    if not entries:
        tally.cannot("the feed is empty")
    for item in entries:
        search.selection.offer(item, tally, site=site_of(strategy.url), undated=True)
    tally.limit(tally.oldest)
    tally.tell_the_end()


async def _from_pages(strategy: Pages, search: Search, tally: Tally) -> None:
    tally.limit(strategy.since)
    days = [
        day for day in search.window.days() if day <= search.today and not (strategy.since and day < strategy.since)
    ]
    for _, group in groupby(days, key=lambda day: strategy.address(day)):
        of_page = list(group)
        if not await _read_pages(strategy, of_page[0], search, tally):
            tally.missing.update(of_page)
    if tally.missing:
        tally.remarks.append(f"no page for {len(tally.missing)} of {len(days)} days")


async def _read_pages(strategy: Pages, day: date, search: Search, tally: Tally) -> bool:
    """The pages of a day (or month), as far as each brings new addresses; whether there is one."""
    seen: set[str] = set()
    for number in range(1, strategy.max_pages + 1 if strategy.is_paged else 2):
        url = strategy.address(day, number)
        try:
            found = await _read_one(strategy, url, search)
        except DatelineError as error:
            is_end = getattr(error, "reason", "") in {"http-404", "http-410"}
            if not is_end:
                tally.failures.append(str(error))
            return number > 1 or not is_end
        fresh = [item for item in found if item.url not in seen]
        if not fresh:
            return True
        seen.update(item.url for item in fresh)
        for item in fresh:
            dated = replace(item, day=day) if strategy.is_daily else item
            search.selection.offer(dated, tally, site=site_of(url), is_chosen=strategy.links is not None)
    if strategy.is_paged:
        tally.failures.append(f"{day} has more than {strategy.max_pages} pages: raise `max_pages`")
    return True


async def _read_one(strategy: Pages, url: str, search: Search) -> list[Entry]:
    """What a page, or a sitemap in its place, lists."""
    response = await search.get(url)
    body, base = response.body, response.final_url
    if "html" in response.media_type:
        return await asyncio.to_thread(read_page, body, base, strategy.links, response.charset)
    return (await asyncio.to_thread(read_sitemap, body, base)).entries


async def _from_list(strategy: UrlList, search: Search, tally: Tally) -> None:
    if strategy.location.startswith(("http://", "https://")):
        body = (await search.get(strategy.location)).body
    else:
        body = await asyncio.to_thread(_read_file, _location(strategy.location, search.project))
    for item in read_list(body, strategy.location):
        search.selection.offer(item, tally, is_chosen=True, undated=True)
    if tally.left_out["undated"] and not tally.dated:
        tally.cannot("its addresses carry no day: they count as found today")
    if tally.oldest and tally.newest:
        tally.limit(tally.oldest)
        tally.missing.update(day for day in search.window.days() if day > tally.newest)
        if tally.missing:
            tally.remarks.append(f"goes on to {tally.newest} only")


def _location(location: str, project: Path) -> str:
    return location if "://" in location else str(project / Path(location).expanduser())


def _read_file(location: str) -> bytes:
    with raw_store.open_file(location) as handle:
        return handle.read()


_HOW: dict[type[Live], Callable[[Any, Search, Tally], Awaitable[None]]] = {
    Feed: _from_feed,
    Sitemap: from_sitemap,
    Pages: _from_pages,
    Cdx: from_cdx,
    UrlList: _from_list,
}
