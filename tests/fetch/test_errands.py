"""Whatever is asked for leaves a row: listings and robots.txt too, which are no pages and count as none."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit
from uuid import uuid4

import pytest

from pipeline.windows import Window
from tests.fetch.conftest import an_article, rows
from tests.fetch.test_poll import feed
from tests.http.town import Answer, Request, Town

TODAY = datetime.now(UTC).date()
ERRANDS = "select * from core.page_fetch where purpose <> 'page' order by captured_at"


def found() -> list[tuple[object, ...]]:
    """Purpose, path, status, outcome and error class of each."""
    return [
        (row.purpose, row.requested_url.rpartition("/")[2], row.http_status, row.outcome, row.error_class)
        for row in rows(ERRANDS)
    ]


def run() -> dict[str, object]:
    from pipeline.run.context import warehouse
    from pipeline.run.whole import run_window
    from pipeline.status import run_status

    return run_status(warehouse(), run_window(Window(TODAY, TODAY)))


def test_the_log_of_the_warehouse_is_that_of_the_server(town: Town, live: Callable[..., None]) -> None:
    listing = feed(town, "/a", "/b")

    def conditional(request: Request) -> Answer:
        known = request.headers.get("if-none-match") == '"1"'
        return Answer(b"" if known else listing.body, 304 if known else 200, {**listing.headers, "ETag": '"1"'})

    town.pages |= {"/feed": conditional, "/a": an_article("First news"), "/b": Answer(status=301)}
    town.pages["/b"] = Answer(b"", 404)
    done = run()
    assert (done["pages"], done["new"]) == (1, 1), "listings are no pages"
    assert found() == [
        ("robots", "robots.txt", 404, "answered", None),
        ("listing", "feed", 200, "answered", None),
        ("robots", "robots.txt", 404, "answered", None),
        ("rights", "tdmrep.json", 404, "answered", None),
    ], "fetching is another task, which asks for robots.txt itself"
    asked = Counter(item.path for item in town.requests)
    kept = Counter(urlsplit(row.requested_url).path for row in rows("select * from core.page_fetch"))
    assert kept == asked
    first = rows(ERRANDS)[1]
    assert (first.etag, first.fetched_bytes, first.received_bytes) == ('"1"', len(listing.body), len(listing.body))
    assert (first.raw_name, first.article_id, first.candidate_day) == (None, None, None)
    assert first.total_ms >= first.first_byte_ms >= 0
    again = run()
    assert (again["pages"], again["unchanged"]) == (1, 1)
    assert ("listing", "feed", 304, "unchanged", None) in found()


def test_every_try_for_a_listing_has_its_row(town: Town, live: Callable[..., None]) -> None:
    from pipeline.run import live as fetching
    from pipeline.run.context import configured_sources

    source, window = configured_sources()["town"], Window(TODAY - timedelta(days=1), TODAY)
    for answer in (Answer(b"", 404), Answer(b"", 403), Answer(b"", 429, {"Retry-After": "3600"})):
        town.pages["/feed"] = answer
        fetching.find(uuid4(), [source], window)
    listings = [item[2:] for item in found() if item[0] == "listing"]
    assert listings == [
        (404, "failed", "not-found"),
        (403, "failed", "refused-by-site"),
        (429, "failed", "rate-limited"),
    ]
    last = rows(ERRANDS)[-1]
    assert (last.retry_at - last.captured_at).total_seconds() == pytest.approx(3600, abs=30)


def test_a_robots_txt_that_fails_has_a_row_and_the_listing_that_was_not_asked_too(
    town: Town, live: Callable[..., None]
) -> None:
    town.pages |= {"/robots.txt": Answer(b"", 403), "/feed": feed(town)}
    run()
    town.pages["/robots.txt"] = b"User-agent: *\nDisallow: /feed"
    with pytest.raises(Exception, match="days are missing"):
        run()
    assert [item for item in found() if item[0] == "listing"][-1] == (
        "listing",
        "feed",
        None,
        "failed",
        "robots-disallowed",
    )
    assert {item[3] for item in found() if item[0] == "robots"} == {"answered"}


def test_what_was_asked_for_is_written_though_the_run_ends_with_an_error(
    town: Town, live: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    import asyncio

    from pipeline.run.clients import fetcher
    from pipeline.run.context import configured_sources

    async def ask() -> None:
        async with fetcher(uuid4()) as client:
            await client.get(town.url("/feed"), source=configured_sources()["town"], purpose="listing")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        asyncio.run(ask())
    assert [item[0] for item in found()] == ["robots", "listing"]
