"""tdmrep.json: what a site reserves of its pages, and what an answer that is no such file means."""

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest

from pipeline.adapters.http import FetchError, Limits, tdmrep
from tests.cpu import is_done_within
from tests.http.town import SOURCE, Answer, Town, a_fetcher

ONE_TRY = Limits(connect_s=1, stall_s=0.5, total_s=1, tries=1)


@pytest.fixture
def town() -> Iterator[Town]:
    with Town() as found:
        yield found


def said(*entries: Any) -> bytes:
    return json.dumps(entries).encode()


def reserved(location: Any, **more: Any) -> dict[str, Any]:
    return {"location": location, "tdm-reservation": 1, **more}


def is_reserved(body: bytes, path: str, status: int = 200) -> bool:
    try:
        tdmrep.reservations_of(status, body).check(f"http://a.example{path}")
    except FetchError as error:
        return error.error_class == "tdm-reserved"
    return False


@pytest.mark.parametrize(
    ("location", "path", "holds"),
    [
        ("/", "/news/1?page=2", True),
        ("", "/news", True),
        ("*", "/news", True),
        ("/news", "/news/1", True),
        ("/news", "/sport/1", False),
        ("/*/long-reads/", "/2026/long-reads/1", True),
        ("/*.html", "/news/1.html?page=2", True),
        ("/*.html$", "/news/1.html", True),
        ("/*.html$", "/news/1.html?page=2", False),
        ("/about$", "/about", True),
        ("/about$", "/about-us", False),
        ("/*b*b$", "/b", False),
        ("/*b*b$", "/bb", True),
        ("/a*a$", "/a", False),
        ("/küche/", "/k%C3%BCche/brot", True),
        ("/k%C3%BCche/", "/k%C3%BCche/brot", True),
    ],
)
def test_where_a_rule_holds(location: str, path: str, holds: bool) -> None:
    assert is_reserved(said(reserved(location)), path) is holds


def test_the_first_rule_that_holds_counts() -> None:
    free = {"location": "/open/", "tdm-reservation": 0}
    assert not is_reserved(said(free, reserved("/")), "/open/1")
    assert is_reserved(said(free, reserved("/")), "/news/1")
    assert is_reserved(said(reserved("/"), free), "/open/1")


@pytest.mark.parametrize(
    "body",
    [b"", b"<!doctype html><p>Not found, and yet 200", b"null", b"{}", b'"1"', b"[[1]]", b"\xff\xfe", b"[" * 100_000,
     said({"tdm-reservation": 1}), said({"location": "/"}), said({"location": 7, "tdm-reservation": 1}),
     said({"location": "/", "tdm-reservation": "yes"}), said({"location": "/", "tdm-reservation": [1]})],
)  # fmt: skip
def test_what_is_no_such_file_reserves_nothing(body: bytes) -> None:
    assert not is_reserved(body, "/news")


def test_what_is_written_with_quotes_counts_and_a_rule_that_cannot_be_read_hides_no_other() -> None:
    assert is_reserved(said({"location": "/", "tdm-reservation": "1"}), "/news")
    assert is_reserved(said({"location": "/x" * 5000, "tdm-reservation": 1}, "junk", reserved("/")), "/news")
    assert not is_reserved(said(reserved("/")), "/news", status=404)


def test_many_stars_cost_little_time() -> None:
    body, path = said(*[reserved("*a" * 900 + "$")] * 50), "/" + "a" * 5000 + "b"
    assert not is_reserved(body, path)
    assert is_done_within(2, lambda: is_reserved(body, path))


def test_the_terms_that_a_rule_names_are_told() -> None:
    found = tdmrep.reservations_of(200, said(reserved("/", **{"tdm-policy": "https://a.example/terms.json"})))
    with pytest.raises(FetchError, match=r"mining_permitted; its terms: https://a\.example/terms\.json"):
        found.check("http://a.example/news")


def ask(town: Town, *paths: str, times: int = 1) -> list[str | None]:
    """The classes of errors of addresses, all asked for at once by one fetcher; None where one is not reserved."""

    async def one(fetcher: Any, path: str) -> str | None:
        try:
            (await fetcher.reservations(town.url(path), source=SOURCE)).check(town.url(path))
        except FetchError as error:
            return error.error_class
        return None

    async def go() -> list[str | None]:
        async with a_fetcher(limits=ONE_TRY) as fetcher:
            return list(await asyncio.gather(*(one(fetcher, path) for path in paths * times)))

    return asyncio.run(go())


def test_a_site_is_asked_once(town: Town) -> None:
    town.pages[tdmrep.PATH] = said(reserved("/news"))
    assert ask(town, "/news/1", "/sport/1", times=5) == ["tdm-reserved", None] * 5
    assert len(town.asked(tdmrep.PATH)) == 1
    assert town.asked(tdmrep.PATH)[0].headers["accept"].startswith("application/json")


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (Answer(b"", 404), None),
        (Answer(b"", 403), None),
        (Answer(b"", 500), "tdmrep-unreachable"),
        (Answer(b"", 503, {"Retry-After": "7200"}), "tdmrep-unreachable"),
        (Answer(b"", 301, {"Location": "/.well-known/tdmrep.json"}), None),
        (Answer(b"[" + b" " * (21 << 20) + b"]"), None),
    ],
)
def test_what_cannot_be_had_means_no_and_what_will_never_come_says_nothing(
    town: Town, answer: Answer, found: str | None
) -> None:
    town.pages[tdmrep.PATH] = answer
    assert ask(town, "/news") == [found]


def test_what_robots_txt_forbids_to_ask_says_nothing(town: Town) -> None:
    town.pages |= {"/robots.txt": b"User-agent: *\nDisallow: /.well-known/", tdmrep.PATH: said(reserved("/"))}
    assert ask(town, "/news") == [None]
    assert town.asked(tdmrep.PATH) == []
