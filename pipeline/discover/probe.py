"""What a site offers to find its articles by: feeds, sitemaps and dated pages, named or where they usually lie."""

import asyncio
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml import html as lxml_html

from pipeline.adapters.http import Fetcher, Response
from pipeline.addresses import site_of
from pipeline.dates import read_date
from pipeline.discover.entries import Entry, NotAListing, line
from pipeline.discover.feeds import read_feed
from pipeline.discover.pages import read_page
from pipeline.discover.sitemaps import read_sitemap
from pipeline.errors import DatelineError
from pipeline.sources import SourceConfig
from pipeline.strategies import Sitemap

USUAL_FEEDS = ("/feed/", "/rss.xml", "/feed.xml", "/rss", "/atom.xml", "/index.xml")
USUAL_PAGES = ("/{year}/{month:02}/{day:02}/", "/archive/{year}/{month:02}/{day:02}/")
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
_MAX_FEEDS = 5
_NEWS = timedelta(days=4)  # a sitemap that reaches back no further is one of news
_FULL_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Offer:
    """One way of finding articles that works: as a source's YAML has it, and what is in it."""

    strategy: dict[str, Any]
    holds: str
    newest: date | None = None
    oldest: date | None = None


@dataclass(slots=True)
class Probe:
    """What was found out about a site. `tried` has the addresses that gave nothing, with the reason."""

    homepage: str
    title: str | None = None
    language: str | None = None
    licence: str | None = None
    offers: list[Offer] = field(default_factory=list)
    tried: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Asking:
    fetcher: Fetcher
    source: SourceConfig
    found: Probe
    today: date

    async def get(self, url: str) -> Response | None:
        """An answer with a body, None where there is none (and then it stands among the tried ones)."""
        try:
            response = await self.fetcher.get(url, source=self.source)
        except DatelineError as error:
            self.found.tried[url] = str(error)
            return None
        if not response.ok:
            self.found.tried[url] = f"status {response.status}"
            return None
        return response


async def probe(url: str, fetcher: Fetcher, today: date) -> Probe:
    """Ask a site's front page, robots.txt, feeds and sitemaps; raises `DatelineError` where its front page fails."""
    source = SourceConfig(name="probe", title="probe", homepage=url, discover=(Sitemap(kind="sitemap"),))
    response = await fetcher.get(url, source=source)
    if not response.ok:
        raise NotAListing(f"http-{response.status}", f"{url} answers with status {response.status}")
    found = Probe(response.final_url)
    asking = _Asking(fetcher, source, found, today)
    feeds = await asyncio.to_thread(_read_front, response, found)
    await _try_feeds(feeds or [urljoin(found.homepage, path) for path in USUAL_FEEDS], asking, is_named=bool(feeds))
    await _try_sitemaps(asking)
    await _try_pages(asking)
    return found


def _read_front(response: Response, found: Probe) -> list[str]:
    """What the front page says of its site; gives the feeds that it names."""
    try:
        tree: Any = lxml_html.document_fromstring(response.body or b"<html/>")
    except (etree.ParserError, ValueError):
        return []
    title = next(iter(tree.xpath("//meta[@property='og:site_name']/@content")), None) or tree.findtext(".//title")
    found.title = line(title)
    language = (tree.get("lang") or "")[:2].lower()
    found.language = language if len(language) == 2 and language.isalpha() and language.isascii() else None
    found.licence = line(next(map(str, tree.xpath("//*[contains(concat(' ', @rel, ' '), ' license ')]/@href")), None))
    named = [
        urljoin(found.homepage, link.get("href"))
        for link in tree.xpath("//link[@rel='alternate'][@href]")
        if (link.get("type") or "").lower() in _FEED_TYPES and "comment" not in (link.get("title") or "").lower()
    ]
    return list(dict.fromkeys(named))[:_MAX_FEEDS]


async def _try_feeds(urls: list[str], asking: _Asking, *, is_named: bool) -> None:
    """Every feed that is named; of those that usually lie somewhere the first one that is there."""
    for url in urls:
        response = await asking.get(url)
        if response is None:
            continue
        try:
            entries = await asyncio.to_thread(
                read_feed, response.body, response.final_url, response.headers.get("content-type", "")
            )
        except DatelineError as error:
            asking.found.tried[url] = str(error)
            continue
        newest, oldest = _span(entries, asking.today)
        found = {"kind": "feed", "url": response.final_url}
        asking.found.offers.append(Offer(found, f"{len(entries)} items", newest, oldest))
        if not is_named:
            return


async def _try_sitemaps(asking: _Asking) -> None:
    rules = await asking.fetcher.robots(asking.found.homepage, source=asking.source)
    home = asking.found.homepage
    named = [urljoin(home, item) for item in rules.sitemaps]
    for url in list(dict.fromkeys(named))[:_MAX_FEEDS] or [urljoin(home, "/sitemap.xml")]:
        response = await asking.get(url)
        if response is None:
            continue
        try:
            sitemap = await asyncio.to_thread(read_sitemap, response.body, response.final_url)
        except DatelineError as error:
            asking.found.tried[url] = str(error)
            continue
        newest, oldest = _span(sitemap.entries, asking.today)
        found: dict[str, Any] = {"kind": "sitemap", "url": response.final_url}
        if oldest is not None and asking.today - oldest <= _NEWS:
            found["days"] = 2
        holds = f"{len(sitemap.children)} sitemaps" if sitemap.children else f"{len(sitemap.entries)} addresses"
        asking.found.offers.append(Offer(found, holds, newest, oldest))


async def _try_pages(asking: _Asking) -> None:
    """Pages of a day: there where one of a week ago links to addresses of its own site that bear the day."""
    day = asking.today - _FULL_WEEK
    root = "{0.scheme}://{0.netloc}".format(urlsplit(asking.found.homepage))
    for template in USUAL_PAGES:
        url = root + template.format(year=day.year, month=day.month, day=day.day)
        response = await asking.get(url)
        if response is None:
            continue
        dated = f"/{day.year}/{day.month:02}/{day.day:02}/"
        try:
            links = await asyncio.to_thread(read_page, response.body, response.final_url)
        except DatelineError as error:
            asking.found.tried[url] = str(error)
            continue
        own = [item for item in links if site_of(item.url) == site_of(url) and not item.url.endswith(dated)]
        count = sum(dated in item.url for item in own)
        if count:
            found = {"kind": "pages", "url": root + template, "links": r"/\d{4}/\d\d/\d\d/[^/]+/?$"}
            asking.found.offers.append(Offer(found, f"{count} articles of {day}", day, None))
            return
        asking.found.tried[url] = "links to no address of that day"


def _span(entries: list[Entry], today: date) -> tuple[date | None, date | None]:
    """The newest and the oldest day that is named."""
    moments = [read_date(item.raw) for entry in entries[:2000] for item in entry.listed.dates[:1]]
    days = [moment.day for moment in moments if moment and moment.day and moment.day <= today + timedelta(days=1)]
    return max(days, default=None), min(days, default=None)
