"""Archive pages, CDX answers and lists, as they come."""

import json
from datetime import UTC, datetime

import pytest

from pipeline.discover.cdx import query, read_cdx, replay
from pipeline.discover.entries import NotAListing, line
from pipeline.discover.lists import read_list
from pipeline.discover.pages import read_page
from pipeline.strategies import Cdx
from pipeline.windows import Window

BASE = "https://news.example/2019/03/12/"
PAGE = """<html><head><base href="/world/"></head><body><header><a href="/">Home</a></header>
<nav><a href="/sport">Sport</a></nav><ul>
<li><a href="ferry?utm_source=x#top"><img src="a.jpg"></a><a href="ferry?utm_source=x">Fähre brennt</a></li>
<li><a href="https://other.example/a">Elsewhere</a></li><li><a href="mailto:a@news.example">Mail</a></li>
<li><a href="http://[">Broken</a></li><li><a>No address</a></li></ul><footer><a href="/imprint">Imprint</a></footer>
</body></html>"""


def links(body: bytes, pattern: str | None = None, charset: str | None = None) -> list[tuple[str, str | None]]:
    return [(entry.url, entry.listed.title) for entry in read_page(body, BASE, pattern, charset)]


def test_links_of_an_archive_page() -> None:
    assert links(PAGE.encode(), charset="utf-8") == [
        ("https://news.example/world/ferry?utm_source=x", "Fähre brennt"),
        ("https://other.example/a", "Elsewhere"),
    ]
    assert links(PAGE.encode("latin-1"), "ferry|sport", "latin-1") == [
        ("https://news.example/sport", "Sport"),
        ("https://news.example/world/ferry?utm_source=x", "Fähre brennt"),
    ]


@pytest.mark.parametrize("charset", ["utf-9000", "", "utf-16", "ascii"])
def test_a_wrong_charset_loses_no_link(charset: str) -> None:
    assert len(links(PAGE.encode(), charset=charset)) == 2
    assert len(links(PAGE.encode("latin-1"), charset=charset.replace("utf-16", "koi8-r"))) == 2
    assert links(PAGE.encode("utf-16"), charset="utf-16")[0][1] == "Fähre brennt"


def test_an_empty_page_is_none() -> None:
    with pytest.raises(NotAListing, match="not-a-page"):
        read_page(b"", BASE)


CONFIG = Cdx(kind="cdx", url="news.example/*")


def test_a_cdx_answer() -> None:
    rows = [
        ["timestamp", "original", "mimetype", "statuscode"],
        ["20190312101500", "https://news.example/a?x=1&y=ü", "text/html", "200"],
        ["20191399000000", "https://news.example/b", "text/html", "200"],
        ["20190312101500", "mailto:a", "text/html", "200"],
        ["20190312101500"],
    ]
    page = read_cdx(json.dumps([*rows, [], ["example,news)/c 20190313"]]).encode(), BASE)
    (captured,) = page.captures
    assert (captured.captured_at, page.unread) == (datetime(2019, 3, 12, 10, 15, tzinfo=UTC), 3)
    assert replay(CONFIG, captured) == (
        "https://web.archive.org/web/20190312101500id_/https://news.example/a?x=1&y=%C3%BC"
    )
    assert page.resume_key == "example,news)/c 20190313"
    asked = query(CONFIG, Window.parse("2019-03-12"), page.resume_key)
    assert asked.startswith("https://web.archive.org/cdx/search/cdx?url=news.example%2F%2A&from=20190312&to=20190315")
    assert asked.endswith("&resumeKey=example%2Cnews%29%2Fc+20190313")


@pytest.mark.parametrize("body", [b"", b"\n", b"[]", b'[["timestamp","original"]]'])
def test_no_captures_are_an_answer(body: bytes) -> None:
    assert (read_cdx(body, BASE).captures, read_cdx(body, BASE).resume_key) == ([], None)


@pytest.mark.parametrize("body", [b"<html>Too many requests</html>", b"{}", b'["a"]', b"[" * 100_000])
def test_what_is_no_cdx_answer(body: bytes) -> None:
    with pytest.raises(NotAListing, match="not-cdx"):
        read_cdx(body, BASE)


def test_lists() -> None:
    body = (
        "\ufeffhttps://news.example/a,b,2019-03-12,One, two\r\nhttps://news.example/c\t2019-03-12\tThree\n#x\n\nnoise\n"
    )
    found = [
        (entry.url, entry.listed.title, [date.raw for date in entry.listed.dates])
        for entry in read_list(body.encode(), "list.txt")
    ]
    assert found == [
        ("https://news.example/a,b", "One, two", ["2019-03-12"]),
        ("https://news.example/c", "Three", ["2019-03-12"]),
    ]
    assert read_list(b"# nothing yet\n", "list.txt") == []
    with pytest.raises(NotAListing, match=r"list\.txt has no line that begins with http"):
        read_list(b"%PDF-1.4 \x00\xff", "list.txt")


def test_what_a_listing_says_becomes_one_plain_line() -> None:
    assert line(" a\r\n<b>b</b> &amp;amp; &lt;i&gt;c\x00\u200b ") == "a b & c"
    assert line("plain") == "plain"
    assert line("x" * 5000) == "x" * 500
    assert line(" ") is None
    assert line(7) is None
