"""Finds articles by what a web archive has captured: the first capture of each, as far as the publisher allows it."""

import asyncio
from collections.abc import Iterable
from datetime import date, timedelta

from pipeline.addresses import site_of
from pipeline.discover import cdx
from pipeline.discover.entries import Entry
from pipeline.discover.reports import Tally
from pipeline.discover.search import Search
from pipeline.errors import DatelineError
from pipeline.strategies import Cdx

_MAX_PAGES = 200


async def from_cdx(strategy: Cdx, search: Search, tally: Tally) -> None:
    """Offer what was captured first from the window's first day to `days` after its last."""
    captures = await _captures(strategy, search, tally)
    tally.missing.update(_never_captured(strategy, search, captures))
    if tally.missing:
        tally.remarks.append(f"nothing was captured of {len(tally.missing)} days, nor within {strategy.days} after")
    site = site_of(f"http://{strategy.url.removeprefix('*.')}")
    for captured in cdx.first_captures(captures).values():
        refusal = await _refusal(captured.url, search)
        item = Entry(captured.url, replay=cdx.replay(strategy, captured), captured_at=captured.captured_at)
        if refusal is None and strategy.exact and search.selection.rests_on_capture(item, site):
            refusal = await _captured_before(strategy, captured, search, tally)
        if refusal:
            tally.left_out[refusal] += 1
        else:
            search.selection.offer(item, tally, site=site)
    if tally.left_out["robots-unreachable"]:
        tally.failures.append("robots.txt of the publisher cannot be had: nothing that it may forbid is asked for")


async def _captures(strategy: Cdx, search: Search, tally: Tally) -> list[cdx.Captured]:
    """All pages of the server's answer."""
    found: list[cdx.Captured] = []
    key: str | None = None
    for _ in range(_MAX_PAGES):
        page = await _ask(cdx.query(strategy, search.window, key), search)
        found += page.captures
        if page.unread:
            tally.left_out["unreadable"] += page.unread
        key = page.resume_key
        if key is None:
            return found
    tally.failures.append(f"more than {_MAX_PAGES * cdx.PAGE_ROWS:,} captures: ask for a narrower `url`")
    return found


async def _ask(url: str, search: Search) -> cdx.CdxPage:
    response = await search.get(url)
    return await asyncio.to_thread(cdx.read_cdx, response.body, url)


def _never_captured(strategy: Cdx, search: Search, captures: Iterable[cdx.Captured]) -> set[date]:
    """The days of which the archive can tell nothing: it was not there, then or soon after."""
    seen = {item.captured_at.date() for item in captures}
    ahead = [timedelta(days=number) for number in range(strategy.days + 1)]
    return {day for day in search.window.days() if not any(day + more in seen for more in ahead)}


async def _captured_before(strategy: Cdx, captured: cdx.Captured, search: Search, tally: Tally) -> str | None:
    """Whether a page whose address says no day was captured before the window: then it is older than that."""
    try:
        page = await _ask(cdx.query_before(strategy, captured.url, search.window), search)
    except DatelineError as error:
        tally.failures.append(str(error))
        return "unknown-day"
    return "captured-before" if page.captures else None


async def _refusal(url: str, search: Search) -> str | None:
    """Whether the publisher's robots.txt of today allows the page: it holds for replays, too."""
    rules = await search.fetcher.robots(url, source=search.source)
    if rules.protego is None:
        return "robots-unreachable"
    return None if rules.allows(url) else "robots-disallowed"
