"""No page raises, and none costs minutes: broken bytes, deep nesting, giant tags, scripts and bylines."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.articles import Refusal
from pipeline.extract.jsonld import read_json_ld
from tests.cpu import is_done_within
from tests.extract.made import read

STORY = "<p>" + "The river rose by two metres overnight, the fire brigade said. " * 20 + "</p>"
HEAD = "<html><head><title>Flood</title>%s</head>"
PAGE = f"{HEAD}<body><article><h1>River cuts off lower town</h1>%s</article></body></html>"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "@graph", "author", "name", "url", "headline"]), inner, max_size=5
        )
    ),
    max_leaves=20,
)


def script(content: str) -> str:
    return PAGE % (f'<script type="application/ld+json">{content}</script>', STORY)


DEEP = 200_000
PAGES = {
    "lists in lists": script("[" * DEEP + "]" * DEEP),
    "objects in objects": script('{"a":' * DEEP + "1" + "}" * DEEP),
    "10 MB in one string": script('{"@type":"NewsArticle","headline":"' + "x" * 10_000_000 + '"}'),
    "10 MB of objects": script("[" + ",".join(['{"@type":"NewsArticle","author":"A B"}'] * 250_000) + "]"),
    "lone surrogates": script('{"@type":"NewsArticle","headline":"River \\ud83d","author":"\\udc00 Doe"}'),
    "numbers beyond reason": script('{"@type":"NewsArticle","datePublished":' + "9" * 6_000 + ',"headline":1e999}'),
    "lists where strings belong": script(
        '{"@type":["NewsArticle",3],"headline":[["H"]],"datePublished":["2016-08-02"],"author":[[["x"]],{"name":["a",{}]},'
        'null,3],"publisher":["P"],"articleSection":{"x":1},"url":[1,2],"mainEntityOfPage":[{"@id":5}],"genre":[]}'
    ),
    "the same key twice": script('{"@type":"NewsArticle","author":"A B","author":{"name":"Jane Doe"}}'),
    "10,000 meta tags": PAGE % ("".join(f'<meta name="author{i}" content="a">' for i in range(10_000)), STORY),
    "a byline of 100 KB": PAGE % ('<meta name="author" content="' + "Jane Doe, " * 10_000 + '">', STORY),
    "a visible byline of 100 KB": PAGE % ("", '<p class="byline">By ' + "Jane Doe and " * 8_000 + "</p>" + STORY),
    "100,000 attributes": PAGE % ("", "<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">x</p>" + STORY),
    "100,000 nested elements": PAGE % ("", "<div>" * 100_000 + STORY),
    "50,000 open dates": PAGE % ("", '<span class="date">' * 50_000 + STORY),
    "one line of 5 MB": PAGE % ("", "<p>" + "x" * 5_000_000),
    "a line of numbers": PAGE % ("", "<p class=date>" + "1/2/" * 40 + "</p>" + STORY),
    "addresses that are none": PAGE
    % ('<link rel=canonical href="http://[::1"><meta property=og:url content="//x:9z">', STORY),
}


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str) -> None:
    assert is_done_within(20, lambda: read(PAGES[name]))
    article = read(PAGES[name])
    strings = [article.title, article.text, *(name for line in article.bylines for name in line.names)]
    json.dumps(strings, ensure_ascii=False).encode("utf-8")  # no lone surrogates
    assert all(len(name) <= 2_000 for line in article.bylines for name in line.names)


@pytest.mark.parametrize(
    "text", ["[" * 50_000 + "](" * 50_000, "*" * 100_000, "*a " * 50_000, "_a_ " * 50_000, "a\n\n" * 50_000]
)
def test_text(text: str) -> None:
    assert is_done_within(20, lambda: read(text, media_type="text/markdown", url=None))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\0" * 5_000, "undecodable"),
        (b"%PDF-1.7 ...", "undecodable"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "undecodable"),
        (b"<html></html>", "empty"),
        (b"x" * (20 * 1024 * 1024 + 1), "too-large"),
    ],
)
def test_what_is_no_page(body: bytes, reason: str) -> None:
    article = read(body)
    assert article.rejected is not None
    assert article.rejected.reason == reason
    assert article.rejected.detail


def test_what_the_archive_refused_stays_refused() -> None:
    refusal = Refusal("truncated", "the record ends early")
    assert read(b"<p>x", refusal=refusal).rejected == refusal


def test_nul_bytes_inside_of_a_page_are_left_out() -> None:
    article = read((PAGE % ("", STORY)).replace("River", "Ri\0ver"))
    assert article.title == "River cuts off lower town"


@settings(max_examples=150)
@given(JSON)
def test_any_json_is_metadata_or_not(value: object) -> None:
    assert read(script(json.dumps(value))).rejected is None


@settings(max_examples=300)
@given(st.text(max_size=200))
def test_any_script_is_json_or_not(content: str) -> None:
    read_json_ld([content, f'{{"@type":"NewsArticle",{content}}}'])


@settings(max_examples=150)
@given(st.binary(max_size=2_000), st.sampled_from(["text/html", "text/plain", "text/markdown"]))
def test_any_bytes(body: bytes, media_type: str) -> None:
    read(body, media_type=media_type)
