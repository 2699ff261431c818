"""Feeds of every kind, as they come."""

from collections.abc import Callable
from contextlib import suppress

import pytest

from pipeline.dates import RawDate, Role
from pipeline.discover.entries import Entry, NotAListing
from pipeline.discover.feeds import read_feed
from tests.cpu import is_done_within

BASE = "https://news.example/feed"


def said(entry: Entry) -> tuple[str, str | None, list[tuple[str, Role]], list[tuple[str, ...]]]:
    listed = entry.listed
    return (
        entry.url,
        listed.title,
        [(item.raw, item.role) for item in listed.dates],
        [item.names for item in listed.bylines],
    )


RSS_2 = b"""<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News</title>
<item><title>Ferry &amp;amp; fire: &lt;b&gt;11&lt;/b&gt; dead</title><link>https://news.example/2026/03/10/ferry</link>
<pubDate>Tue, 10 Mar 2026 22:30:00 -0500</pubDate><dc:creator>Jane Doe</dc:creator>
<dc:creator>Ali Bey</dc:creator></item>
<item><title>Harbour</title><guid isPermaLink="true">https://news.example/2026/03/10/harbour</guid></item>
<item><title>No address</title><guid isPermaLink="false">7</guid></item>
</channel></rss>"""

RSS_091 = b"""<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
 "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>News</title><item><title>Ferry</title>
<link>/2026/ferry</link></item></channel></rss>"""

RSS_1 = b"""<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://news.example/"><title>N</title></channel>
<item rdf:about="https://news.example/a"><title>Ferry</title><link>https://news.example/a</link>
<dc:date>2026-03-10T22:30:00-05:00</dc:date><dc:creator>Jane Doe</dc:creator></item></rdf:RDF>"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/world/"><title>N</title>
<entry><title type="html">Fähre &amp;amp; Feuer</title><link rel="self" href="ferry.atom"/><link href="ferry"/>
<id>urn:7</id>
<published>2026-03-10T22:30:00-05:00</published><updated>2026-03-11T09:00:00Z</updated>
<author><name>Jane Doe</name></author><author><name>Ali Bey</name></author></entry>
<entry><title>Only updated</title><link href="harbour"/><updated>2026-03-11</updated></entry></feed>""".encode()

JSON_FEED = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "N", "authors": [{"name": "The Desk"}],
"items": [
{"id": "7", "url": "/ferry", "title": "Ferry", "date_published": "2026-03-10T22:30:00-05:00",
 "date_modified": "2026-03-11T00:00:00Z", "authors": [{"name": "Jane Doe"}]},
{"id": "https://news.example/harbour"}, {"id": "9"}, "what", {"url": 7}]}"""


def test_rss_2() -> None:
    ferry, harbour = read_feed(RSS_2, BASE)
    assert said(ferry) == (
        "https://news.example/2026/03/10/ferry",
        "Ferry & fire: 11 dead",
        [("Tue, 10 Mar 2026 22:30:00 -0500", "published")],
        [("Jane Doe", "Ali Bey")],
    )
    assert said(harbour) == ("https://news.example/2026/03/10/harbour", "Harbour", [], [])
    assert ferry.listed.dates[0] == RawDate(
        "Tue, 10 Mar 2026 22:30:00 -0500", "published", "listing", "rss20 published"
    )


def test_rss_091_with_a_doctype() -> None:
    assert [said(entry)[:2] for entry in read_feed(RSS_091, BASE)] == [("https://news.example/2026/ferry", "Ferry")]


def test_rss_1() -> None:
    (entry,) = read_feed(RSS_1, BASE)
    assert said(entry) == (
        "https://news.example/a",
        "Ferry",
        [("2026-03-10T22:30:00-05:00", "unspecified")],
        [("Jane Doe",)],
    )


def test_atom() -> None:
    ferry, harbour = read_feed(ATOM, BASE)
    assert said(ferry) == (
        "https://news.example/world/ferry",
        "Fähre & Feuer",
        [("2026-03-10T22:30:00-05:00", "published"), ("2026-03-11T09:00:00Z", "modified")],
        [("Jane Doe", "Ali Bey")],
    )
    assert said(harbour)[2] == [("2026-03-11", "unspecified")]


def test_json_feed() -> None:
    ferry, harbour = read_feed(JSON_FEED, BASE, "application/feed+json")
    assert said(ferry) == (
        "https://news.example/ferry",
        "Ferry",
        [("2026-03-10T22:30:00-05:00", "published"), ("2026-03-11T00:00:00Z", "modified")],
        [("Jane Doe",)],
    )
    assert said(harbour)[3] == [("The Desk",)]


def test_the_charset_is_the_declared_one() -> None:
    body = RSS_2.replace(b'version="1.0"', b'version="1.0" encoding="iso-8859-1"').replace(b"Harbour", b"F\xe4hre")
    assert [entry.listed.title for entry in read_feed(body, BASE)][1] == "Fähre"


def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    assert [entry.url for entry in read_feed(RSS_2[: RSS_2.index(b'<guid isPermaLink="false')], BASE)] == [
        "https://news.example/2026/03/10/ferry",
        "https://news.example/2026/03/10/harbour",
    ]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<!doctype html><html><head><title>Sign in</title></head><body><p>Sign in</p></body></html>",
        b"{",
        b'{"items": 7}',
        b"\x00\xff\xfe",
        b"/etc/passwd",
        b"https://news.example/another",
        b"[" * 100_000,
        b'{"a":' * 100_000,
    ],
)
def test_what_is_no_feed(body: bytes) -> None:
    with pytest.raises(NotAListing, match="not-a-feed"):
        read_feed(body, BASE)


def laughs(levels: int = 9) -> bytes:
    entities = "".join(
        f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' if level else '<!ENTITY l0 "ha">' for level in range(levels)
    )
    item = f"<item><title>&l{levels - 1};</title><link>https://news.example/a</link></item>"
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss [{entities}]><rss version="2.0"><channel>{item}</channel></rss>'.encode()
    )


@pytest.mark.parametrize(
    "made",
    [
        laughs,
        lambda: laughs().decode().encode("utf-16"),
        lambda: b'<!DOCTYPE rss [<!ENTITY a "' + b"a" * 100_000 + b'">]><rss version="2.0"><channel><item><title>'
        + b"&a;" * 10_000 + b"</title><link>https://news.example/a</link></item></channel></rss>",
        lambda: b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item>'
        b"<title>&a;</title><link>https://news.example/a</link></item></channel></rss>",
    ],
)  # fmt: skip
def test_entities_neither_multiply_nor_read_files(made: Callable[[], bytes]) -> None:
    body, titles = made(), list[str]()

    def read() -> None:
        with suppress(NotAListing):
            titles.extend(entry.listed.title or "" for entry in read_feed(body, BASE))

    assert is_done_within(20, read), "a bomb takes hours"
    assert all(len(title) <= 500 and "root:" not in title for title in titles)


def test_a_feed_without_bounds() -> None:
    with pytest.raises(NotAListing, match="too-large"):
        read_feed(b"<rss>" + b" " * (11 << 20), BASE)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("jane@news.example (Jane Doe)", "Jane Doe"),
        ("Jane Doe &lt;jane@news.example&gt;", "Jane Doe"),
        ("Jane Doe", "Jane Doe"),
        ("jane@news.example", None),
    ],
)
def test_authors_of_rss(written: str, name: str | None) -> None:
    item = f"<item><link>https://news.example/a</link><author>{written}</author></item>"
    (entry,) = read_feed(f'<rss version="2.0"><channel>{item}</channel></rss>'.encode(), BASE)
    assert [byline.names for byline in entry.listed.bylines] == ([(name,)] if name else [])


@pytest.mark.parametrize("charset", ["ascii", "utf-9000", "utf-16", "iso-8859-1"])
@pytest.mark.parametrize("content_type", ["application/rss+xml", "text/xml; charset=us-ascii", "text/xml; charset=x"])
def test_a_wrong_charset_loses_no_item(charset: str, content_type: str) -> None:
    declared = f'<?xml version="1.0" encoding="{charset}"?>'.encode()
    body = RSS_2.replace(b'<?xml version="1.0"?>', declared).replace(b"Harbour", "Fähre".encode())
    assert [entry.url for entry in read_feed(body, BASE, content_type)] == [
        "https://news.example/2026/03/10/ferry",
        "https://news.example/2026/03/10/harbour",
    ]
