"""Sitemaps: what the protocol allows, and what comes instead."""

import gzip
import tracemalloc
from contextlib import suppress
from datetime import date

import pytest

from pipeline.discover.entries import NotAListing
from pipeline.discover.periods import choose_children
from pipeline.discover.sitemaps import MAX_ENTRIES, Child, read_sitemap
from pipeline.windows import Window
from tests.cpu import is_done_within

BASE = "https://news.example/sitemap.xml"
NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS_NS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
IMAGE_NS = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'

URLSET = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset {NS} {NEWS_NS} {IMAGE_NS}>
<url><loc>https://news.example/a?x=1&amp;y=2</loc><lastmod>2026-03-11T10:00:00Z</lastmod>
<image:image><image:loc>https://news.example/a.jpg</image:loc></image:image>
<news:news><news:publication><news:name>N</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2026-03-10T22:30:00-05:00</news:publication_date><news:title>Ferry &amp; fire</news:title>
</news:news></url><url><loc> /b </loc></url><url><lastmod>2026-03-11</lastmod></url></urlset>""".encode()


def index(*children: tuple[str, str | None]) -> bytes:
    items = "".join(
        f"<sitemap><loc>{url}</loc>{f'<lastmod>{lastmod}</lastmod>' if lastmod else ''}</sitemap>"
        for url, lastmod in children
    )
    return f"<sitemapindex {NS}>{items}</sitemapindex>".encode()


def test_a_news_sitemap() -> None:
    first, second = read_sitemap(URLSET, BASE).entries
    assert first.url == "https://news.example/a?x=1&y=2"
    assert first.listed.title == "Ferry & fire"
    assert [(item.raw, item.role, item.origin) for item in first.listed.dates] == [
        ("2026-03-10T22:30:00-05:00", "published", "listing"),
        ("2026-03-11T10:00:00Z", "modified", "listing"),
    ]
    assert (second.url, second.listed.title, second.listed.dates) == ("https://news.example/b", None, ())


def test_an_index() -> None:
    found = read_sitemap(index(("https://news.example/s-1.xml", "2026-03-11"), ("/s-2.xml.gz", None)), BASE)
    assert found.children == [
        Child("https://news.example/s-1.xml", "2026-03-11"),
        Child("https://news.example/s-2.xml.gz"),
    ]
    assert found.entries == []


def test_gzip_and_lists_and_feeds_in_its_place() -> None:
    assert read_sitemap(gzip.compress(URLSET), BASE) == read_sitemap(URLSET, BASE)
    lines = b"https://news.example/a\r\n\r\nhttps://news.example/b\n"
    assert [entry.url for entry in read_sitemap(lines, BASE).entries] == [
        "https://news.example/a",
        "https://news.example/b",
    ]
    rss = b'<rss version="2.0"><channel><item><link>https://news.example/a</link></item></channel></rss>'
    assert [entry.url for entry in read_sitemap(rss, BASE).entries] == ["https://news.example/a"]


def test_no_namespace_or_another() -> None:
    for namespace in ("", 'xmlns="http://www.google.com/schemas/sitemap/0.84"'):
        body = f"<urlset {namespace}><url><loc>https://news.example/a</loc></url></urlset>".encode()
        assert [entry.url for entry in read_sitemap(body, BASE).entries] == ["https://news.example/a"]


def test_what_breaks_off_is_read_as_far_as_it_goes() -> None:
    cut = URLSET[: URLSET.index(b"<url><lastmod>")]
    assert len(read_sitemap(cut, BASE).entries) == 2
    assert len(read_sitemap(gzip.compress(URLSET)[:-60], BASE).entries) >= 0
    assert len(read_sitemap(URLSET.replace(b"&amp;y", b"&y"), BASE).entries) == 2


@pytest.mark.parametrize(
    "body",
    [b"", b"<html><body>Not found</body></html>", b"hello", b"\x1f\x8bdamaged", b"{}", b"<a/>", b"\x00" * 100],
)
def test_what_is_no_sitemap(body: bytes) -> None:
    with pytest.raises(NotAListing):
        read_sitemap(body, BASE)


def many(count: int) -> bytes:
    urls = "".join(f"<url><loc>https://news.example/{number}</loc></url>" for number in range(count))
    return f"<urlset {NS}>{urls}</urlset>".encode()


def test_as_many_entries_as_the_protocol_allows() -> None:
    whole, more = read_sitemap(many(MAX_ENTRIES), BASE), read_sitemap(many(MAX_ENTRIES + 1), BASE)
    assert (len(whole.entries), whole.cut) == (MAX_ENTRIES, False)
    assert (len(more.entries), more.cut) == (MAX_ENTRIES, True)


def test_a_bomb_of_gzip_stays_within_bounds() -> None:
    bomb = gzip.compress(f"<urlset {NS}>".encode() + b" " * (120 << 20), 1)
    tracemalloc.start()
    found = read_sitemap(bomb, BASE)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.cut
    assert peak < 120 << 20


def test_a_billion_laughs() -> None:
    entities = '<!ENTITY l0 "https://news.example/ha">' + "".join(
        f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10)
    )
    body = f"<!DOCTYPE urlset [{entities}]><urlset {NS}><url><loc>&l9;</loc></url></urlset>".encode()

    def read() -> None:
        with suppress(NotAListing):
            assert read_sitemap(body, BASE).entries == []

    assert is_done_within(5, read)


def test_no_file_is_read() -> None:
    body = f'<!DOCTYPE u [<!ENTITY x SYSTEM "file:///etc/hostname">]><urlset {NS}><url><loc>&x;</loc></url></urlset>'
    assert read_sitemap(body.encode(), BASE).entries == []


TODAY = date(2026, 11, 20)
MARCH_2019 = Window.parse("2019-03-12")


@pytest.mark.parametrize(
    ("names", "kept", "first_day"),
    [
        (["a-2019-02.xml", "a-2019-03.xml", "a-2019-04.xml"], ["a-2019-03.xml"], date(2019, 2, 1)),
        (["a-2018.xml", "a-2019.xml", "a-2020.xml"], ["a-2019.xml"], date(2018, 1, 1)),
        (["2019/03/10.xml", "2019/03/12.xml", "2019/03/14.xml"], ["2019/03/12.xml"], date(2019, 3, 10)),
        (["s?yyyy=2019&mm=03&dd=12", "s?yyyy=2019&mm=03&dd=20"], ["s?yyyy=2019&mm=03&dd=12"], date(2019, 3, 12)),
        (["201903.xml.gz", "201904.xml.gz"], ["201903.xml.gz"], date(2019, 3, 1)),
        (["p-1985.xml", "p-2018.xml", "p-2019.xml"], ["p-1985.xml", "p-2018.xml", "p-2019.xml"], None),
        (["post.xml", "category.xml", "tags-1.xml", "authors.xml", "image-sitemap.xml"], ["post.xml"], None),
        (["authority-1.xml", "videogames-1.xml"], ["authority-1.xml", "videogames-1.xml"], None),
        (["a-2020-01.xml", "a-2020-02.xml"], [], date(2020, 1, 1)),
    ],
)  # fmt: skip
def test_sitemaps_that_may_hold_a_window(names: list[str], kept: list[str], first_day: date | None) -> None:
    children = [Child(f"https://news.example/{name}") for name in names]
    chosen = choose_children(children, MARCH_2019, TODAY)
    assert [item.url.removeprefix("https://news.example/") for item in chosen.children] == kept
    assert chosen.first_day == first_day
    assert chosen.goes_back is any(name in ("a-2019-02.xml", "a-2018.xml", "2019/03/10.xml") for name in names)


def test_a_sitemap_that_has_not_changed_since_holds_nothing() -> None:
    old, new, unknown = Child("/1.xml", "2019-03-01"), Child("/2.xml", "2026-01-01T00:00:00Z"), Child("/3.xml", "soon")
    chosen = choose_children([old, new, unknown], MARCH_2019, TODAY)
    assert (chosen.children, chosen.goes_back, chosen.first_day) == ([new, unknown], True, None)


def test_only_the_sitemaps_that_are_named() -> None:
    children = [Child("https://news.example/tag-news.xml"), Child("https://news.example/posts.xml")]
    assert choose_children(children, MARCH_2019, TODAY, "tag-news").children == children[:1]


@pytest.mark.parametrize("charset", ["ascii", "utf-9000", "utf-16", "iso-8859-1"])
def test_a_wrong_charset_loses_no_address(charset: str) -> None:
    title = "<news:title>F\u00e4hre</news:title>"
    body = URLSET.decode().replace("UTF-8", charset).replace("<news:title>Ferry &amp; fire</news:title>", title)
    found = read_sitemap(body.encode(), BASE).entries
    assert [entry.url for entry in found] == ["https://news.example/a?x=1&y=2", "https://news.example/b"]
