"""Trying a source without storing anything: what it offers for a window, and whether its pages can be read."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.adapters import http
from pipeline.articles import Candidate, NormalizedArticle
from pipeline.discover.archives import list_source
from pipeline.discover.live import discover
from pipeline.discover.probe import Probe, probe
from pipeline.fetch import fetch_pages
from pipeline.reports import Report
from pipeline.run.live import run_async
from pipeline.run.pages import read_article
from pipeline.settings import PROJECT, settings
from pipeline.sources import SourceConfig
from pipeline.windows import Window, today


@dataclass(frozen=True, slots=True)
class Tried:
    """One page that was fetched: the article, or why there is none."""

    url: str
    article: NormalizedArticle | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a check. `files` counts the files of archives by ending."""

    source: SourceConfig
    window: Window
    reports: Sequence[Report]
    candidates: Sequence[Candidate]
    tried: Sequence[Tried]
    files: Counter[str]

    @property
    def is_fine(self) -> bool:
        """Whether nothing failed, something was offered, and what was fetched could be read."""
        failed = any(report.state == "failed" for report in self.reports)
        is_read = all(item.article is not None and item.article.rejected is None for item in self.tried)
        return not failed and is_read and bool(self.candidates or self.files)


def check_source(source: SourceConfig, window: Window, pages: int) -> Checked:
    """Ask a source for a window and read up to `pages` of its pages; raises `Terminal` without a contact."""
    files = Counter(file.name.rpartition(".")[2] for _, file in list_source(source, PROJECT, window))
    if not source.live:
        return Checked(source, window, (), (), (), files)

    async def check() -> Checked:
        zone = settings().zone
        async with http.configured() as client:
            found = await discover(source, window, client, zone=zone, today=today(zone), project=PROJECT)
            tried = await _try(source, found.candidates[:pages], client)
        return Checked(source, window, found.reports, found.candidates, tried, files)

    return run_async(check())


def probe_site(url: str) -> Probe:
    """What a site offers; raises `Terminal` without a contact, `DatelineError` where its front page fails."""

    async def ask() -> Probe:
        async with http.configured() as client:
            return await probe(url, client, today(settings().zone))

    return run_async(ask())


async def _try(source: SourceConfig, candidates: Sequence[Candidate], client: http.Fetcher) -> list[Tried]:
    tried: list[Tried] = []
    async for item in fetch_pages(candidates, source, client, {}):
        article = await asyncio.to_thread(read_article, item.page, source) if item.page else None
        tried.append(Tried(item.candidate.url or "", article, str(item.error) if item.error else None))
    return tried
