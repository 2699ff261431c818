"""A publisher as files: three years of articles with every way into its past, for nginx to serve."""

import gzip
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from html import escape
from pathlib import Path

from tests.fetch.conftest import an_article

NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
FIRST, DAYS = date(2023, 3, 1), 3 * 365 + 1
A_PAGE = 2  # articles on a page of an archive by day


@dataclass(frozen=True)
class Publisher:
    """Files below `folder`; `url` gives the address of a path."""

    folder: Path
    url: Callable[[str], str]

    def write(self, path: str, body: bytes | str) -> None:
        """A file at a path of the site."""
        place = self.folder / path.lstrip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(body.encode() if isinstance(body, str) else body)

    def article(self, path: str, title: str, day: date) -> None:
        """An article that says its day."""
        self.write(path, article_of(title, day))

    def urlset(self, path: str, items: Sequence[tuple[str, date]], *, news: bool = False) -> None:
        """A sitemap of paths with their days; gzipped where the name says so."""
        body = f"<urlset {NS}>{''.join(self._entry(item, day, news) for item, day in items)}</urlset>".encode()
        self.write(path, gzip.compress(body) if path.endswith(".gz") else body)

    def _entry(self, path: str, day: date, news: bool) -> str:
        said = f"<news:news><news:publication_date>{day}T08:00:00Z</news:publication_date></news:news>"
        return f"<url><loc>{self.url(path)}</loc>{said if news else f'<lastmod>{day}T12:00:00Z</lastmod>'}</url>"

    def index(self, path: str, names: Sequence[str]) -> None:
        """An index of sitemaps."""
        entries = "".join(f"<sitemap><loc>{escape(self.url(name))}</loc></sitemap>" for name in names)
        self.write(path, f"<sitemapindex {NS}>{entries}</sitemapindex>")

    def list_page(self, path: str, links: Sequence[str], after: str = "") -> None:
        """A page that links to articles."""
        made = "".join(f'<li><a href="{link}">A story with some words</a></li>' for link in links)
        self.write(path, f"<html><body><nav><a href=/about/us>About</a></nav><ul>{made}</ul>{after}</body></html>")


def article_of(title: str, day: date) -> bytes:
    """The page of an article."""
    return an_article(title).replace(b"2026-03-10T08:00:00+00:00", f"{day}T08:00:00+00:00".encode())


def three_years() -> list[date]:
    """Every day that the publisher has."""
    return [FIRST + timedelta(days=number) for number in range(DAYS)]


def articles_of(day: date) -> list[str]:
    """Paths of the articles of a day: one to three, none on every tenth; only every other day stands in the address."""
    if day.day == 10:
        return []
    stem = f"/{day:%Y/%m/%d}" if day.day % 2 else f"/{day.year}"
    return [f"{stem}/story-{day:%m%d}-{number}.html" for number in range(day.toordinal() % 3 + 1)]


def write_three_years(publisher: Publisher) -> None:
    """Articles, an index of monthly gzipped sitemaps that contains itself, archive pages by day with pagination."""
    by_month: dict[str, list[tuple[str, date]]] = {}
    for day in three_years():
        paths = articles_of(day)
        for path in paths:
            publisher.article(path, f"Story {path}", day)
        by_month.setdefault(f"{day:%Y-%m}", []).extend((path, day) for path in paths)
        _write_day(publisher, day, paths)
    for month, items in by_month.items():
        publisher.urlset(f"/maps/{month}.xml.gz", items)
    publisher.index("/maps/index.xml", ["/maps/index.xml", "/maps/tags.xml", *(f"/maps/{m}.xml.gz" for m in by_month)])
    publisher.write("/robots.txt", f"Sitemap: {publisher.url('/maps/index.xml')}\nUser-agent: *\nDisallow: /hidden/\n")


def _write_day(publisher: Publisher, day: date, paths: Sequence[str]) -> None:
    pages = [paths[start : start + A_PAGE] for start in range(0, len(paths), A_PAGE)] or [[]]
    for number, links in enumerate(pages, 1):
        publisher.list_page(f"/archive/{day:%Y/%m/%d}/{number}/index.html", links)


def captures(publisher: Publisher) -> Iterator[tuple[str, str]]:
    """What a web archive has of it: each article on its day, and again a year later."""
    for day in three_years():
        for path in articles_of(day):
            for at in (day, day + timedelta(days=365)):
                yield f"{at:%Y%m%d}150000", publisher.url(path)


def captured_at(stamp: str) -> datetime:
    """The instant of a capture."""
    return datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
