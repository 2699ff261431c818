"""Whatever comes in place of a listing: entries, or one error that says so, within bounded time."""

from collections.abc import Callable, Sized
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.discover.cdx import read_cdx
from pipeline.discover.entries import NotAListing
from pipeline.discover.feeds import read_feed
from pipeline.discover.lists import read_list
from pipeline.discover.pages import read_page
from pipeline.discover.sitemaps import read_sitemap
from tests.discover.test_feeds import ATOM, JSON_FEED, RSS_1, RSS_2
from tests.discover.test_sitemaps import URLSET

BASE = "https://news.example/"
CDX = b'[["timestamp","original"],["20190312101500","https://news.example/a"],[],["key"]]'
PAGE = b'<html><body><base href="/x/"><ul><li><a href="a">A</a><li><a href="http://[">B</a></ul></body></html>'
LIST = b"https://news.example/a\t2019-03-12\tTitle\nhttps://news.example/b,2019-03-12,Title\n"
READERS: list[tuple[Callable[..., Any], bytes]] = [
    *((read_feed, body) for body in (RSS_1, RSS_2, ATOM, JSON_FEED)),
    (read_sitemap, URLSET),
    (read_page, PAGE),
    (read_cdx, CDX),
    (read_list, LIST),
]
CHANGE = st.tuples(st.floats(0, 1), st.integers(0, 12), st.binary(max_size=12))


def changed(body: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    for place, length, fresh in changes:
        start = int(place * len(body))
        body = body[:start] + fresh + body[start + length :]
    return body


@pytest.mark.parametrize(("read", "body"), READERS)
@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(changes=st.lists(CHANGE, max_size=6), noise=st.binary(max_size=200), is_noise=st.booleans())
def test_nothing_but_entries_or_one_kind_of_error(
    read: Callable[..., Sized], body: bytes, changes: list[tuple[float, int, bytes]], noise: bytes, is_noise: bool
) -> None:
    try:
        read(noise if is_noise else changed(body, changes), BASE)
    except NotAListing:
        return
