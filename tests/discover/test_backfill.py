"""Past days by sitemap, by archive pages, by CDX and by WARC: each finds exactly those days' articles."""

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import text

from pipeline.archive import write_pages
from pipeline.articles import FetchedPage, RawRef
from pipeline.discover.live import discover
from pipeline.reports import Report
from pipeline.sources import SourceConfig
from pipeline.windows import Window
from tests.conftest import forget_settings
from tests.fetch.conftest import an_article, live
from tests.http.town import Answer, Page, Request, Town, a_fetcher

__all__ = ["live"]

FIRST, DAYS = date(2024, 2, 1), 425  # over a leap day and a new year
TODAY = date(2026, 3, 12)
MONTH = [date(2024, 2, 15) + timedelta(days=number) for number in range(30)]
NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
XML = {"Content-Type": "application/xml"}
JSON = {"Content-Type": "application/json"}


def days() -> list[date]:
    return [FIRST + timedelta(days=number) for number in range(DAYS)]


def articles_of(day: date) -> list[str]:
    """One to three articles a day, none on every tenth; only every other day stands in the address."""
    if day.day == 10:
        return []
    stem = f"/{day:%Y/%m/%d}" if day.day % 2 else f"/{day.year}"
    return [f"{stem}/story-{day:%m%d}-{number}" for number in range(day.toordinal() % 3 + 1)]


class Archive(dict[str, Page]):
    """The pages of a publisher with three ways into its past: made when they are asked for."""

    town: Town

    def get(self, key: str, default: Any = None) -> Any:
        path = key[key.index("/") :]
        parts = urlsplit(path)
        if parts.path == "/index.xml":
            return Answer(self.index().encode(), headers=XML)
        if parts.path.startswith("/map-"):
            return Answer(self.sitemap(parts.path[5:12]).encode(), headers=XML)
        if parts.path.startswith("/day/"):
            return self.day_page(date.fromisoformat(parts.path[5:15]))
        if parts.path == "/cdx":
            return self.cdx
        if parts.path.startswith("/web/"):
            return an_article(f"Captured {path.rpartition('/')[2]}")
        if "/story-" in parts.path:
            return an_article(f"Story {parts.path}")
        return super().get(key, default)

    def index(self) -> str:
        months = sorted({f"{day:%Y-%m}" for day in days()})
        entries = "".join(f"<sitemap><loc>{self.town.url(f'/map-{month}.xml')}</loc></sitemap>" for month in months)
        return f"<sitemapindex {NS}>{entries}</sitemapindex>"

    def sitemap(self, month: str) -> str:
        listed = [(path, day) for day in days() if f"{day:%Y-%m}" == month for path in articles_of(day)]
        entries = "".join(
            f"<url><loc>{self.town.url(path)}</loc><lastmod>{day}T12:00:00Z</lastmod></url>" for path, day in listed
        )
        return f"<urlset {NS}>{entries}</urlset>"

    def day_page(self, day: date) -> bytes:
        links = "".join(f'<a href="{path}">A story of that day</a>' for path in articles_of(day))
        return f"<html><body><nav><a href=/about>About</a></nav><div>{links}</div></body></html>".encode()

    def cdx(self, request: Request) -> Answer:
        """Every article once, captured on its day, in pages of seven."""
        asked = parse_qs(urlsplit(request.path).query)
        if "from" not in asked:  # whether a page was captured before: none was
            return Answer(b"[]", headers=JSON)
        first, last = asked["from"][0], asked["to"][0]
        rows = [
            [f"{day:%Y%m%d}150000", self.town.url(path), "text/html", "200"]
            for day in days()
            for path in articles_of(day)
            if first <= f"{day:%Y%m%d}" <= last
        ]
        start = int(asked.get("resumeKey", ["0"])[0])
        page: list[Any] = [["timestamp", "original", "mimetype", "statuscode"], *rows[start : start + 7]]
        if start + 7 < len(rows):
            page += [[], [str(start + 7)]]
        return Answer(json.dumps(page).encode(), headers=JSON)


@pytest.fixture
def past(town: Town) -> Town:
    pages = Archive()
    pages.town = town
    town.pages = pages
    return town


WAYS: dict[str, Callable[[Town], dict[str, Any]]] = {
    "sitemap": lambda town: {"kind": "sitemap", "url": town.url("/index.xml")},
    "pages": lambda town: {"kind": "pages", "url": town.url("/day/{year}-{month:02}-{day:02}")},
    "cdx": lambda town: {
        "kind": "cdx",
        "url": "127.0.0.1/*",
        "endpoint": town.url("/cdx"),
        "replay": town.url("/web/{timestamp}id_/{url}"),
    },
}


def a_source(town: Town, way: str) -> SourceConfig:
    source = {"name": way, "title": way, "homepage": town.url(), "discover": [WAYS[way](town)]}
    return SourceConfig.model_validate(source)


def find(source: SourceConfig, windows: list[Window]) -> Iterator[tuple[list[str], Report]]:
    async def ask() -> list[Any]:
        async with a_fetcher() as fetcher:
            return [
                await discover(source, window, fetcher, zone=UTC, today=TODAY, project=Path()) for window in windows
            ]

    for found in asyncio.run(ask()):
        (report,) = found.reports
        yield [urlsplit(item.url or "").path for item in found.candidates], report


@pytest.mark.parametrize("way", WAYS)
def test_thirty_past_days_one_by_one(past: Town, way: str) -> None:
    windows = [Window(day, day) for day in MONTH]
    for day, (paths, report) in zip(MONTH, find(a_source(past, way), windows), strict=True):
        assert (sorted(paths), report.state, report.served) == (articles_of(day), "served", (day,))


@pytest.mark.parametrize("way", ["sitemap", "pages"])
def test_a_year_of_windows_has_no_gap_and_no_double(past: Town, way: str) -> None:
    weeks = [Window(FIRST + timedelta(days=start), FIRST + timedelta(days=start + 4)) for start in range(0, DAYS, 5)]
    found = Counter(path for paths, _ in find(a_source(past, way), weeks) for path in paths)
    assert set(found.values()) == {1}
    assert sorted(found) == sorted(path for day in days() for path in articles_of(day))


def test_a_backfill_loads_exactly_its_days_by_every_way(past: Town, live: Callable[..., None], tmp_path: Path) -> None:
    from tests.run.conftest import engine, run

    folder = tmp_path / "sources"
    (folder / "town.yml").unlink()
    archive = {"name": "warc", "title": "warc", "discover": [{"kind": "archive", "location": str(tmp_path / "warc")}]}
    (folder / "warc.yml").write_text(json.dumps(archive), encoding="utf-8")
    write_warc_of(past, tmp_path / "warc")
    window = [date(2024, 2, 28) + timedelta(days=number) for number in range(3)]
    for way in WAYS:
        (folder / f"{way}.yml").write_text(a_source(past, way).model_dump_json(), encoding="utf-8")
    forget_settings()
    expected = sorted(past.url(path) for day in window for path in articles_of(day))
    for source in (*WAYS, "warc"):
        done = run(f"{window[0]}/{window[-1]}", source)
        assert (done["state"], done["pages"], done["unserved"]) == ("success", len(expected), [])
        with engine().connect() as connection:
            loaded = connection.scalars(
                text("select url from core.page_fetch where purpose = 'page' and source_name = :source"),
                {"source": source},
            )
            assert sorted(loaded) == expected, source
    with engine().connect() as connection:
        captured = connection.scalars(
            text("select captured_at from core.page_fetch where source_name = 'cdx' and purpose = 'page'")
        ).all()
    assert {instant.astimezone(UTC).date() for instant in captured} == set(window)


def write_warc_of(town: Town, folder: Path) -> None:
    """A crawl of five days: each article with its day on the page."""
    around = [date(2024, 2, 27) + timedelta(days=number) for number in range(5)]
    pages = []
    for day in around:
        for path in articles_of(day):
            body = an_article(f"Story {path}").replace(b"2026-03-10T08:00:00+00:00", f"{day}T08:00:00Z".encode())
            at = datetime(2024, 3, 5, 12, tzinfo=UTC) + timedelta(seconds=len(pages))
            raw = RawRef("", "x", None)
            pages.append(FetchedPage("warc", raw, town.url(path), at, 200, "text/html", "utf-8", body, ""))
    assert list(write_pages(pages, raw_store=str(folder), source="warc", day=around[0], batch="b"))
