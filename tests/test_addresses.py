"""One article, one key: whatever variant of its address is met."""

import pytest

from pipeline.addresses import is_variant, key_of, path_dates

PLAIN = "https://www.news.example/2026/03/ferry-fire"


@pytest.mark.parametrize(
    "variant",
    [
        "http://www.news.example/2026/03/ferry-fire",
        "https://news.example/2026/03/ferry-fire/",
        "https://NEWS.example.:443/2026/03/ferry-fire",
        "https://m.news.example/2026/03/ferry-fire",
        "https://mobile.news.example/2026/03/ferry-fire",
        "https://amp.news.example/2026/03/ferry-fire",
        "https://www.news.example/amp/2026/03/ferry-fire",
        "https://www.news.example/2026/03/ferry-fire/amp/",
        "https://www.news.example/2026/03/ferry-fire?amp",
        "https://www.news.example/2026/03/ferry-fire?amp=1",
        "https://www.news.example/2026/03/ferry-fire?outputType=amp",
        "https://www.news.example/2026/03/ferry-fire?utm_source=feed&utm_medium=rss&fbclid=abc",
        "https://www.news.example//2026/03/ferry-fire#comments",
        "https://www.news.example/2026/03/ferry-fire/index.html",
        "https://www.news.example/2026/03/%66erry-fire",
    ],
)
def test_variants_have_one_key(variant: str) -> None:
    assert key_of(variant) == key_of(PLAIN)


@pytest.mark.parametrize(
    "other",
    [
        "https://www.news.example/2026/03/ferry-fires",
        "https://www.news.example/2026/03/ferry-fire?page=2",
        "https://sport.news.example/2026/03/ferry-fire",
        "https://www.news.example/2026/03/Ferry-fire",
        "https://www.news.example:8080/2026/03/ferry-fire",
        "https://www.news.example/2026/03/ferry-fire/ampere",
    ],
)
def test_other_articles_have_other_keys(other: str) -> None:
    assert key_of(other) != key_of(PLAIN)


def test_spellings_of_an_international_name() -> None:
    assert key_of("https://bücher.example/über") == key_of("https://xn--bcher-kva.example/%c3%bcber")
    assert key_of("https://BÜCHER.example/über") == key_of("https://bücher.example/%C3%9Cber".replace("%9C", "%BC"))


def test_the_order_of_a_query_says_nothing() -> None:
    assert key_of("https://news.example/a?id=7&page=2") == key_of("https://news.example/a?page=2&id=7")
    assert key_of("https://news.example/a?id=7") != key_of("https://news.example/a?id=8")


def test_short_hosts_are_no_variants() -> None:
    assert key_of("https://m.example/a") != key_of("https://example/a")
    assert is_variant("https://m.news.example/a")
    assert not is_variant(PLAIN)


@pytest.mark.parametrize(
    "address",
    ["mailto:a@news.example", "javascript:void(0)", "", "https://", "https://[::1", "https://news.example/a\x00b",
     "https://news.example/a\ud800b"],
)  # fmt: skip
def test_what_is_no_address_has_no_key(address: str) -> None:
    assert key_of(address) is None


def test_dates_in_paths() -> None:
    assert list(path_dates("https://news.example/2026/03/12/ferry")) == ["2026/03/12"]
    assert list(path_dates("https://news.example/a?d=2026-03-12")) == []
