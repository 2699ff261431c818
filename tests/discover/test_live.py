"""A live source is asked for a window: what it offers, and what it says it cannot."""

import asyncio
import json
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipeline.articles import Candidate
from pipeline.discover.live import discover
from pipeline.discover.reports import Discovered
from pipeline.reports import Report
from pipeline.sources import SourceConfig
from pipeline.windows import Window
from tests.http.town import Answer, Page, Request, Town, a_fetcher

TODAY = date(2026, 3, 12)
NIGHT = "2026-03-11"
NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
XML = {"Content-Type": "application/xml"}
JSON = {"Content-Type": "application/json"}


def a_source(town: Town, *strategies: dict[str, Any], **values: Any) -> SourceConfig:
    plain = {"name": "town", "title": "Town", "homepage": town.url(), "discover": strategies}
    return SourceConfig.model_validate({**plain, **values})


def find(source: SourceConfig, window: str = NIGHT, project: Path = Path()) -> Discovered:
    async def ask() -> Discovered:
        async with a_fetcher() as fetcher:
            return await discover(
                source, Window.parse(window), fetcher, zone=UTC, today=TODAY, project=project
            )  # fmt: skip

    return asyncio.run(ask())


def paths(found: Discovered) -> list[str]:
    return ["/" + (item.url or "").split("/", 3)[3] for item in found.candidates]


def feed(town: Town, *items: tuple[str, str | None]) -> bytes:
    made = "".join(
        f"<item><link>{town.url(path)}</link><title>Of {path}</title><author>jo@town.example (Jo Doe)</author>"
        + (f"<pubDate>{day}</pubDate></item>" if day else "</item>")
        for path, day in items
    )
    return f'<rss version="2.0"><channel>{made}</channel></rss>'.encode()


def urlset(town: Town, *items: tuple[str, str | None]) -> Answer:
    made = "".join(
        f"<url><loc>{town.url(path)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>" for path, day in items
    )
    return Answer(f"<urlset {NS}>{made}</urlset>".encode(), headers=XML)


def index(town: Town, *names: str) -> Answer:
    made = "".join(f"<sitemap><loc>{town.url(name)}</loc></sitemap>" for name in names)
    return Answer(f"<sitemapindex {NS}>{made}</sitemapindex>".encode(), headers=XML)


def only(found: Discovered) -> Report:
    (report,) = found.reports
    return report


def test_a_feed_gives_the_articles_of_the_window_with_what_it_says_of_them(town: Town) -> None:
    town.pages["/feed"] = feed(
        town, ("/ferry", "Wed, 11 Mar 2026 23:30:00 +0000"), ("/late", "Wed, 11 Mar 2026 22:30:00 -0500"),
        ("/old", "Mon, 09 Mar 2026 10:00:00 GMT"), ("/tag/fire", "Wed, 11 Mar 2026 12:00:00 GMT"), ("/", None),
        ("/a.mp3", "Wed, 11 Mar 2026 12:00:00 GMT"), ("/soon", "Fri, 01 Jan 2100 00:00:00 GMT"),
    )  # fmt: skip
    found = find(a_source(town, {"kind": "feed", "url": town.url("/feed")}))
    assert paths(found) == ["/ferry", "/soon"]
    ferry = found.candidates[0]
    assert (ferry.source, ferry.day, ferry.raw) == ("town", date(2026, 3, 11), None)
    assert ferry.listed is not None
    assert (ferry.listed.title, ferry.listed.bylines[0].names, ferry.listed.bylines[0].origin) == (
        "Of /ferry",
        ("Jo Doe",),
        "listing",
    )
    report = only(found)
    assert (report.state, report.found, report.served) == ("served", 2, (date(2026, 3, 11),))
    assert report.left_out == {"front-page": 1, "not-a-page": 1, "outside-window": 2, "section": 1}


def test_a_feed_says_what_it_cannot_serve(town: Town) -> None:
    town.pages["/feed"] = feed(town, ("/ferry", "Wed, 11 Mar 2026 23:30:00 +0000"))
    source = a_source(town, {"kind": "feed", "url": town.url("/feed")})
    report = only(find(source, "2019-03-12"))
    assert (report.state, report.detail) == ("cannot-serve", "feed only: nothing older than 3 days")
    assert town.requests == []
    found = find(source, "2026-03-10/2026-03-11")
    assert only(found).detail == "reaches back to 2026-03-11 only"
    assert found.unserved(Window.parse("2026-03-10/2026-03-11")) == [date(2026, 3, 10)]


def test_a_feed_that_is_none_or_is_not_there_has_failed(town: Town) -> None:
    source = a_source(town, {"kind": "feed", "url": town.url("/feed")})
    town.pages["/feed"] = b"<!doctype html><html><body>Please sign in</body></html>"
    report = only(find(source))
    assert (report.state, report.served) == ("failed", ())
    assert "not-a-feed" in str(report.detail)
    town.pages["/feed"] = Answer(b"", 404)
    assert "http-404" in str(only(find(source)).detail)
    town.pages["/feed"] = Answer(b"", 503)
    assert "unavailable" in str(only(find(source)).detail)
    town.pages["/robots.txt"] = b"User-agent: *\nDisallow: /feed"
    assert "robots-disallowed" in str(only(find(source)).detail)


def test_one_article_is_one_candidate(town: Town) -> None:
    dated = "Wed, 11 Mar 2026 12:00:00 GMT"
    town.pages["/feed"] = feed(town, ("/ferry/amp?utm_source=rss", dated), ("/ferry", dated), ("/ferry/#top", dated))
    town.pages["/sitemap.xml"] = urlset(town, ("/ferry/", "2026-03-11"), ("/harbour", "2026-03-11T10:00:00Z"))
    found = find(a_source(town, {"kind": "feed", "url": town.url("/feed")}, {"kind": "sitemap"}))
    assert paths(found) == ["/ferry", "/harbour"]
    assert [report.found for report in found.reports] == [1, 2]
    assert [item.locator for item in found.candidates[0].listed.dates] == ["rss20 published", "sitemap lastmod"]  # type: ignore[union-attr]  # it was listed


def test_a_better_date_of_one_listing_overrules_another(town: Town) -> None:
    town.pages["/feed"] = feed(
        town, ("/ferry", "Mon, 09 Mar 2026 12:00:00 GMT"), ("/x", "Sun, 08 Mar 2026 12:00:00 GMT")
    )
    town.pages["/sitemap.xml"] = urlset(town, ("/ferry", "2026-03-11T09:00:00Z"))
    strategies = [{"kind": "feed", "url": town.url("/feed")}, {"kind": "sitemap"}]
    assert paths(find(a_source(town, *strategies))) == []
    assert paths(find(a_source(town, *strategies[::-1]))) == []
    assert paths(find(a_source(town, *strategies), "2026-03-09")) == ["/ferry"]


def test_sitemaps_are_found_by_robots_and_followed_through_indexes_that_contain_themselves(town: Town) -> None:
    town.pages["/robots.txt"] = f"Sitemap: {town.url('/index.xml')}\nUser-agent: *\nAllow: /".encode()
    town.pages["/index.xml"] = index(
        town, "/index.xml", "/s-2019-03.xml", "/s-2019-04.xml", "/s-2026-03.xml", "/tags.xml"
    )
    town.pages["/s-2019-03.xml"] = urlset(
        town, ("/2019/03/12/ferry", "2026-01-01"), ("/2019/03/13/x", None), ("/undated", None), ("/b", "2019-03-12")
    )
    found = find(a_source(town, {"kind": "sitemap"}), "2019-03-12")
    assert paths(found) == ["/2019/03/12/ferry", "/b"]
    assert [item.path for item in town.asked()] == ["/index.xml", "/s-2019-03.xml"]
    assert only(found).left_out == {"outside-window": 1, "undated": 1}
    assert only(found).state == "served"


def test_a_sitemap_of_news_reaches_back_no_further_than_it_does(town: Town) -> None:
    town.pages["/news.xml"] = urlset(town, ("/a", "2026-03-11T10:00:00Z"), ("/b", "2026-03-12T10:00:00Z"))
    declared = a_source(town, {"kind": "sitemap", "url": town.url("/news.xml"), "days": 2})
    assert only(find(declared, "2026-03-01")).state == "cannot-serve"
    assert town.requests == []
    report = only(find(a_source(town, {"kind": "sitemap", "url": town.url("/news.xml")}), "2026-03-01"))
    assert (report.state, report.detail) == ("cannot-serve", "reaches back to 2026-03-11 only")


def test_an_index_reaches_back_no_further_though_it_names_sitemaps_without_a_day(town: Town) -> None:
    """Itself, one of pages, and one that changed long ago: only the last one may hold something older."""
    names = ["/index.xml", "/pages.xml", "/s-2026-02.xml", "/s-2026-03.xml"]
    town.pages["/index.xml"] = index(town, *names)
    town.pages["/pages.xml"] = urlset(town, ("/imprint", "2026-01-07"))
    source = a_source(town, {"kind": "sitemap", "url": town.url("/index.xml")})
    report = only(find(source, "2019-03-12"))
    assert (report.state, report.detail) == ("cannot-serve", "reaches back to 2026-01-07 only")
    old = f"<sitemap><loc>{town.url('/old.xml')}</loc><lastmod>2018-01-01</lastmod></sitemap></sitemapindex>"
    listed = index(town, *names).body.replace(b"</sitemapindex>", old.encode())
    town.pages["/index.xml"] = Answer(listed, headers=XML)
    assert only(find(source, "2019-03-12")).state == "served", "it has older ones, and none of that day"


def test_dates_that_a_sitemap_makes_up_are_not_believed(town: Town) -> None:
    made = [(f"/{number}", "2026-03-11T04:00:01Z") for number in range(30)]
    town.pages["/sitemap.xml"] = urlset(town, *made, ("/2026/03/11/ferry", "2026-03-11T04:00:01Z"))
    found = find(a_source(town, {"kind": "sitemap"}))
    assert paths(found) == ["/2026/03/11/ferry"]
    assert only(found).left_out == {"undated": 30}
    town.pages["/sitemap.xml"] = urlset(town, ("/a", "1970-01-01"), ("/b", "2099-01-01"), ("/c", "yesterday"))
    report = only(find(a_source(town, {"kind": "sitemap"})))
    assert (report.state, report.left_out, report.detail) == (
        "cannot-serve", {"undated": 3}, "its addresses carry no day",
    )  # fmt: skip


def test_a_sitemap_that_fails_is_no_silence(town: Town) -> None:
    town.pages["/index.xml"] = index(town, "/one.xml", "/two.xml")
    town.pages["/one.xml"] = urlset(town, ("/a", "2026-03-11"))
    found = find(a_source(town, {"kind": "sitemap", "url": town.url("/index.xml")}))
    assert paths(found) == ["/a"]
    assert (only(found).state, only(found).served) == ("failed", ())
    assert "two.xml answers with status 404" in str(only(found).detail)


def test_a_sitemap_that_was_given_up_is_no_silence(town: Town) -> None:
    town.pages["/sitemap.xml"] = urlset(town, ("/2025/11/30/ferry", None), ("/2026/01/20/harbour", None))
    source = a_source(town, {"kind": "sitemap"})
    report = only(find(source, "2026-02-19/2026-02-20"))
    assert (report.state, report.served, report.detail) == (
        "served", (date(2026, 2, 19),), "goes on to 2026-01-20 only",
    )  # fmt: skip
    report = only(find(source))
    assert (report.state, report.found, report.detail) == ("cannot-serve", 0, "goes on to 2026-01-20 only")
    town.pages["/sitemap.xml"] = urlset(town)
    report = only(find(source))
    assert (report.state, report.detail) == ("cannot-serve", "it names no address")


def test_an_index_that_was_given_up_is_no_silence_but_a_quiet_week_within_it_is_one(town: Town) -> None:
    days = ("2025-12-01", "2026-01-01", "2026-01-20")
    town.pages["/sitemap.xml"] = index(town, *(f"/map-{day}.xml" for day in days))
    town.pages |= {f"/map-{day}.xml": urlset(town, (f"/{day.replace('-', '/')}/ferry", None)) for day in days}
    source = a_source(town, {"kind": "sitemap"})
    quiet = only(find(source, "2026-01-09"))
    assert (quiet.state, quiet.served, quiet.found) == ("served", (date(2026, 1, 9),), 0)
    assert town.asked("/map-2026-01-01.xml") == [], "no sitemap is about a day near it"
    gone = only(find(source))
    assert (gone.state, gone.detail) == ("cannot-serve", "goes on to 2026-01-20 only")


def test_a_feed_that_was_given_up_is_no_silence(town: Town) -> None:
    town.pages["/feed"] = feed(town, ("/ferry", "Tue, 20 Jan 2026 10:00:00 GMT"))
    report = only(find(a_source(town, {"kind": "feed", "url": town.url("/feed")})))
    assert (report.state, report.detail) == ("cannot-serve", "goes on to 2026-01-20 only")


def day_page(town: Town, *links: str) -> Answer:
    made = "".join(f'<li><a href="{link}">Story {link} in words</a></li>' for link in links)
    return Answer(f"<html><body><nav><a href=/world/x>World</a></nav><ul>{made}</ul></body></html>".encode())


def test_archive_pages_are_counted_through(town: Town) -> None:
    for number in range(1, 4):
        town.pages[f"/2019/03/12/?p={number}"] = day_page(town, *(f"/news/{number}-{item}" for item in range(3)))
    town.pages["/2019/03/12/?p=4"] = day_page(town, "/news/3-0")
    pages = {"kind": "pages", "url": town.url("/{year}/{month:02}/{day:02}/?p={page}"), "links": "/news/"}
    found = find(a_source(town, pages), "2019-03-12/2019-03-13")
    assert paths(found) == [f"/news/{number}-{item}" for number in range(1, 4) for item in range(3)]
    assert {item.day for item in found.candidates} == {date(2019, 3, 12)}
    assert found.candidates[0].listed.title == "Story /news/1-0 in words"  # type: ignore[union-attr]  # it was listed
    assert found.unserved(Window.parse("2019-03-12/2019-03-13")) == [date(2019, 3, 13)]
    assert only(found).detail == "no page for 1 of 2 days"


def test_archive_pages_without_end_are_reported(town: Town) -> None:
    def endless(request: Request) -> Answer:
        return day_page(town, f"/news{request.path}")

    town.pages.update({f"/2019-03-12/{number}": endless for number in range(1, 9)})
    pages = {"kind": "pages", "url": town.url("/{year}-{month:02}-{day:02}/{page}"), "max_pages": 3}
    report = only(find(a_source(town, pages), "2019-03-12"))
    assert (report.state, report.found) == ("failed", 3)
    assert "more than 3 pages" in str(report.detail)


def test_monthly_sitemaps_by_template(town: Town) -> None:
    town.pages["/map-2019-3.xml"] = urlset(town, ("/a", "2019-03-12"), ("/b", "2019-03-13"), ("/c", "2019-03-30"))
    pages = {"kind": "pages", "url": town.url("/map-{year}-{month}.xml"), "since": "2019-01-01"}
    assert paths(find(a_source(town, pages), "2019-03-12/2019-03-13")) == ["/a", "/b"]
    assert len(town.asked()) == 1
    early = find(a_source(town, pages), "2018-12-31")
    assert (only(early).state, only(early).detail) == ("cannot-serve", "reaches back to 2019-01-01 only")


def cdx_answer(*rows: tuple[str, str], key: str | None = None) -> Answer:
    body: list[list[str]] = [["timestamp", "original", "mimetype", "statuscode"]]
    body += [[stamp, url, "text/html", "200"] for stamp, url in rows]
    return Answer(
        json.dumps([*body, [], [key]] if key else body).encode(), headers={"Content-Type": "application/json"}
    )


def test_captures_of_a_web_archive(town: Town) -> None:
    first = cdx_answer(
        ("20190312101500", town.url("/ferry")), ("20190312101500", town.url("/recaptured")),
        ("20190313080000", town.url("/ferry?utm_source=x")),
        ("20190314000000", town.url("/2019/03/12/late")), ("20190314000000", town.url("/next")), key="more",
    )  # fmt: skip
    before = cdx_answer(("20160101000000", town.url("/recaptured")))
    second = cdx_answer(("20190312120000", town.url("/private/x")), ("junk", town.url("/y")))

    def answer(request: Request) -> Answer:
        if "from=" not in request.path:
            return before if "recaptured" in request.path else Answer(b"[]", headers=JSON)
        return second if "resumeKey=more" in request.path else first

    class AnyQuery(dict[str, Page]):
        def get(self, key: str, default: Any = None) -> Any:
            return super().get(key.partition("?")[0], default)

    town.pages = AnyQuery({"/cdx": answer, "/robots.txt": b"User-agent: *\nDisallow: /private/"})
    replay = town.url("/web/{timestamp}id_/{url}")
    source = a_source(town, {"kind": "cdx", "url": "127.0.0.1/*", "endpoint": town.url("/cdx"), "replay": replay})
    found = find(source, "2019-03-12")
    captured = datetime(2019, 3, 12, 10, 15, tzinfo=UTC)
    assert found.candidates == [
        Candidate("town", town.url("/ferry"), None, captured, date(2019, 3, 12),
                  town.url(f"/web/20190312101500id_/{town.url('/ferry')}"), found.candidates[0].listed),
        Candidate("town", town.url("/2019/03/12/late"), None, datetime(2019, 3, 14, tzinfo=UTC), date(2019, 3, 12),
                  town.url(f"/web/20190314000000id_/{town.url('/2019/03/12/late')}"), found.candidates[1].listed),
    ]  # fmt: skip
    left_out = {"captured-before": 1, "outside-window": 1, "robots-disallowed": 1, "unreadable": 1}
    assert only(found).left_out == left_out
    asked = town.asked()[0].path
    assert "from=20190312&to=20190315" in asked
    assert "filter=statuscode:200&filter=mimetype:text/html&collapse=urlkey" in asked


def test_a_list_of_addresses(town: Town, tmp_path: Path) -> None:
    lines = [
        f"{town.url('/a')}\t2019-03-12\tFerry burns",
        "# a remark",
        "",
        f"{town.url('/2019/03/12/b')}",
        f"{town.url('/c')},2019-03-13",
        town.url("/undated"),
        "https://elsewhere.example/d\t2019-03-12",
    ]
    (tmp_path / "list.txt").write_text("\n".join(lines), encoding="utf-8")
    source = a_source(town, {"kind": "list", "location": "list.txt"}, sites={"elsewhere.example": {}})
    found = find(source, "2019-03-12", tmp_path)
    assert [item.url for item in found.candidates] == [
        town.url("/a"),
        town.url("/2019/03/12/b"),
        "https://elsewhere.example/d",
    ]
    assert only(found).left_out == {"outside-window": 1, "undated": 1}
    assert town.url("/undated") in [item.url for item in find(source, NIGHT, tmp_path).candidates]
    late = only(find(source, "2019-03-13/2019-03-15", tmp_path))
    assert (late.served, late.detail) == ((date(2019, 3, 13),), "goes on to 2019-03-13 only")
    assert only(find(source, "2018-01-01", tmp_path)).state == "cannot-serve"
    missing = only(find(a_source(town, {"kind": "list", "location": "no.txt"}), "2019-03-12", tmp_path))
    assert (missing.state, missing.found) == ("failed", 0)


def test_patterns_say_what_is_an_article(town: Town) -> None:
    dated = "Wed, 11 Mar 2026 12:00:00 GMT"
    town.pages["/feed"] = feed(
        town,
        ("/news/1", dated),
        ("/video/2", dated),
        ("/news/live/3", dated),
    ).replace(
        b"</channel>",
        f"<item><link>https://other.example/news/4</link><pubDate>{dated}</pubDate></item></channel>".encode(),
    )
    source = a_source(
        town, {"kind": "feed", "url": town.url("/feed")}, articles=[r"/news/"], exclude=[r"/live/"]
    )  # fmt: skip
    found = find(source)
    assert paths(found) == ["/news/1"]
    assert only(found).left_out == {"excluded": 1, "not-an-article": 1, "other-site": 1}


def test_an_item_without_a_day_belongs_to_the_night_in_which_it_was_found(town: Town) -> None:
    town.pages["/feed"] = feed(town, ("/undated", None), ("/2026/03/01/old", None))
    source = a_source(town, {"kind": "feed", "url": town.url("/feed"), "days": 30})
    assert paths(find(source)) == ["/undated"]
    assert paths(find(source, str(TODAY - timedelta(days=2)))) == []


def test_an_old_article_that_was_edited_is_not_of_today(town: Town) -> None:
    edited = "2026-03-11T10:00:00Z"
    town.pages["/sitemap.xml"] = urlset(town, ("/2019/03/ferry", edited), ("/2026/03/harbour", edited), ("/x", edited))
    found = find(a_source(town, {"kind": "sitemap"}))
    assert paths(found) == ["/2026/03/harbour", "/x"]
    assert only(found).left_out == {"undated": 1}


def test_a_listing_without_end_does_not_hold_up_the_others(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(request: Request) -> Answer:
        time.sleep(0.2)
        return index(town, f"{request.path}x")

    class Endless(dict[str, Page]):
        def get(self, key: str, default: Any = None) -> Any:
            return slow if "/endless" in key else super().get(key, default)

    monkeypatch.setattr("pipeline.discover.live._LONGEST_S", 1.0)
    town.pages = Endless({"/feed": feed(town, ("/a", "Wed, 11 Mar 2026 12:00:00 GMT"))})
    endless = {"kind": "sitemap", "url": town.url("/endless.xml")}
    found = find(a_source(town, endless, {"kind": "feed", "url": town.url("/feed")}))
    assert [report.state for report in found.reports] == ["failed", "served"]
    assert "not done after" in str(found.reports[0].detail)
    assert paths(found) == ["/a"]


def test_a_fault_of_ours_with_one_listing_leaves_the_others(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr("pipeline.discover.live.read_feed", broken)
    town.pages["/feed"] = feed(town)
    town.pages["/sitemap.xml"] = urlset(town, ("/a", NIGHT))
    found = find(a_source(town, {"kind": "feed", "url": town.url("/feed")}, {"kind": "sitemap"}))
    assert [report.state for report in found.reports] == ["failed", "served"]
    assert paths(found) == ["/a"]
