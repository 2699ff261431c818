"""What a host asks for is kept: robots.txt, delays, Retry-After; measured from the server's own log."""

import asyncio
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from pipeline.adapters.http import Fetcher, FetchError, Limits, Listings, Validators
from pipeline.adapters.http.agent import user_agent
from pipeline.adapters.http.headers import retry_after_s
from pipeline.errors import Terminal
from tests.http.town import CONTACT, QUICK, SOURCE, Answer, Request, Town, a_fetcher

PATIENT = replace(QUICK, connect_s=10, stall_s=10, total_s=30)  # for answers that a busy machine may be late with
TRIES = Limits(connect_s=1, stall_s=0.5, total_s=2, tries=3, backoff_s=0.05, patience_s=3)


@pytest.fixture
def town() -> Iterator[Town]:
    with Town() as found:
        yield found


def fetch(*urls: str, **options: Any) -> list[Any]:
    """Answers and errors of addresses that are asked for at once, by one fetcher."""
    options = {"limits": PATIENT, **options}

    async def ask() -> list[Any]:
        async with a_fetcher(**options) as fetcher:
            wanted = (fetcher.get(url, source=SOURCE) for url in urls)
            return await asyncio.gather(*wanted, return_exceptions=True)

    return asyncio.run(ask())


def classes(results: list[Any]) -> list[str]:
    return [item.error_class if isinstance(item, FetchError) else str(item.status) for item in results]


def test_nothing_is_fetched_without_page_and_mail_of_somebody() -> None:
    for contact in (None, "", "Jane", "jane@example.org", "https://example.org/bot"):
        with pytest.raises(Terminal, match="DATELINE_CONTACT"):
            Fetcher(contact)
    agent = user_agent(CONTACT)
    assert agent.startswith("Dateline/")
    assert agent.endswith(" (+https://example.org/bot; jane@example.org)")


def test_everybody_is_told_who_asks(town: Town) -> None:
    town.pages["/page"] = b"<html>"
    fetch(town.url("/page"))
    assert {item.headers["user-agent"] for item in town.requests} == {user_agent(CONTACT)}
    assert [item.path for item in town.requests] == ["/robots.txt", "/page"]


def test_requests_to_a_host_come_one_by_one_and_no_closer_than_the_delay(town: Town) -> None:
    urls = [town.url(f"/{number}", host) for number in range(4) for host in ("a.example", "b.example")]
    town.pages |= {f"/{number}": b"<html>" for number in range(4)}
    assert set(classes(fetch(*urls, delay_s=0.2))) == {"200"}
    for host in ("a.example", "b.example"):
        at = [item.at for item in town.requests if item.host == host]
        assert len(at) == 5
        assert min(after - before for before, after in pairwise(at)) >= 0.19
    whole = town.requests[-1].at - town.requests[0].at
    assert whole < 8 * 0.2, "hosts do not wait for each other"
    assert town.connections <= 2, "connections are used again"


def test_a_host_may_ask_for_a_longer_delay(town: Town) -> None:
    town.pages |= {"/robots.txt": b"User-agent: *\nCrawl-delay: 0.4\n", "/1": b"<html>", "/2": b"<html>"}
    fetch(town.url("/1"), town.url("/2"), delay_s=0.01)
    first, second = town.asked()
    assert second.at - first.at >= 0.39


def test_a_longer_delay_is_kept_up_to_a_bound(town: Town) -> None:
    town.pages |= {"/robots.txt": b"User-agent: *\nCrawl-delay: 86400\n", "/1": b"<html>", "/2": b"<html>"}
    bounded = Limits(crawl_delay_cap_s=0.3)
    assert classes(fetch(town.url("/1"), town.url("/2"), limits=bounded)) == ["200", "200"]


ROBOTS: list[tuple[str, Any, list[str]]] = [
    ("no such file", Answer(b"", 404), ["200", "200"]),
    ("forbidden", Answer(b"", 403), ["200", "200"]),
    ("a rule", b"User-agent: *\nDisallow: /private\n", ["200", "robots-disallowed"]),
    ("a rule for us", b"User-agent: dateline\nDisallow: /\n\nUser-agent: *\nAllow: /", ["robots-disallowed"] * 2),
    ("a rule for others", b"User-agent: otherbot\nDisallow: /\n", ["200", "200"]),
    ("the longest rule", b"User-agent: *\nDisallow: /\nAllow: /page\n", ["200", "robots-disallowed"]),
    ("a mark of order", b"\xef\xbb\xbfUser-agent: *\nDisallow: /private\n", ["200", "robots-disallowed"]),
    ("HTML", b"<!doctype html><html><body>User-agent: *</body></html>", ["200", "200"]),
    ("an error", Answer(b"", 500), ["robots-unreachable"] * 2),
    ("too many requests", Answer(b"", 429), ["robots-unreachable"] * 2),
    ("empty", b"", ["200", "200"]),
    ("an endless redirect", Answer(status=301, headers={"Location": "/robots.txt?again"}), ["200", "200"]),
    ("a redirect", Answer(status=301, headers={"Location": "/rules"}), ["200", "robots-disallowed"]),
    ("5 MB", b"User-agent: *\nDisallow: /private\n" + b"# nothing\n" * 500_000, ["200", "robots-disallowed"]),
    ("a rule behind 500 KiB", b"# nothing\n" * 60_000 + b"User-agent: *\nDisallow: /\n", ["200", "200"]),
]


@pytest.mark.parametrize(("robots", "found"), [item[1:] for item in ROBOTS], ids=[item[0] for item in ROBOTS])
def test_robots_txt_is_obeyed(town: Town, robots: Any, found: list[str]) -> None:
    town.pages |= {"/robots.txt": robots, "/page": b"<html>", "/private": b"<html>"}
    town.pages |= {"/robots.txt?again": robots, "/rules": b"User-agent: *\nDisallow: /private\n"}
    assert classes(fetch(town.url("/page"), town.url("/private"))) == found
    assert len(town.asked("/robots.txt")) == 1
    assert len([item for item in town.asked() if "private" in item.path]) == found[1:].count("200")


def test_a_site_without_answer_to_robots_txt_is_left_alone(town: Town) -> None:
    async def hang_up(_: Any, writer: asyncio.StreamWriter) -> None:
        writer.close()

    town.pages |= {"/robots.txt": hang_up, "/page": b"<html>"}
    (error,) = fetch(town.url("/page"))
    assert error.error_class == "reset"
    assert error.retry_at > datetime.now(UTC)
    assert town.asked("/page") == []


def counted(*answers: Answer) -> Callable[[Request], Answer]:
    left = iter(answers)
    return lambda _: next(left)


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("form", ["seconds", "date"])
def test_retry_after_is_kept_in_both_forms(town: Town, status: int, form: str) -> None:
    later = datetime.now(UTC) + timedelta(seconds=2)
    written = "1" if form == "seconds" else format_datetime(later, usegmt=True)
    busy = Answer(b"", status, {"Retry-After": written})
    town.pages |= {"/page": counted(busy, Answer(b"<html>")), "/other": b"<html>"}
    until = time.monotonic() + (later.replace(microsecond=0) - datetime.now(UTC)).total_seconds()
    page, _ = fetch(town.url("/page"), town.url("/other"), limits=TRIES)
    assert page.status == 200
    assert [item.status for item in (*page.earlier, page.attempt)] == [status, 200]
    first, *rest = town.asked()
    least = first.at + 1 if form == "seconds" else until - 0.1
    assert min(item.at for item in rest) >= least, "the other page of the host waits, too"


def test_a_host_that_asks_for_hours_is_not_waited_for(town: Town) -> None:
    town.pages |= {"/1": Answer(b"", 429, {"Retry-After": "7200"}), "/2": b"<html>"}
    started = time.monotonic()
    first, second = fetch(town.url("/1"), town.url("/2"), limits=TRIES)
    assert time.monotonic() - started < 3
    assert classes([first, second]) == ["rate-limited", "paused"]
    for error in (first, second):
        assert timedelta(hours=1.9) < error.retry_at - datetime.now(UTC) < timedelta(hours=2.1)
    assert len(town.asked()) == 1


def test_what_may_pass_is_tried_again_with_growing_pauses(town: Town) -> None:
    town.pages["/page"] = Answer(b"", 500)
    (error,) = fetch(town.url("/page"), limits=TRIES)
    assert error.error_class == "unavailable"
    assert [item.status for item in error.attempts] == [500] * 3
    at = [item.at for item in town.asked()]
    assert at[1] - at[0] >= 0.025
    assert at[2] - at[1] >= 0.05


def test_a_host_that_fails_and_fails_is_left_alone_and_says_until_when(town: Town) -> None:
    limits = Limits(tries=1, circuit_failures=3, circuit_s=0.6)
    town.pages |= {"/bad": Answer(b"", 500), "/page": b"<html>"}

    async def ask() -> None:
        async with a_fetcher(limits=limits) as fetcher:
            found = [await outcome(fetcher, town.url("/bad")) for _ in range(5)]
            assert [item.error_class for item in found] == ["unavailable"] * 3 + ["circuit-open"] * 2
            assert found[-1].retry_at == pytest.approx(datetime.now(UTC), abs=timedelta(seconds=1))
            assert fetcher.retry_at(town.url("/")) is not None
            await asyncio.sleep(0.8)
            assert (await fetcher.get(town.url("/page"), source=SOURCE)).status == 200
            assert (await outcome(fetcher, town.url("/bad"))).error_class == "unavailable", "closed again"

    asyncio.run(ask())
    assert len(town.asked("/bad")) == 4


async def outcome(fetcher: Fetcher, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        await fetcher.get(url, source=SOURCE)
    return caught.value


def test_validators_are_sent_and_unchanged_pages_cost_nothing(town: Town) -> None:
    def page(request: Request) -> Answer:
        return Answer(status=304) if request.headers.get("if-none-match") == '"1"' else Answer(b"<html>")

    town.pages["/page"] = page

    async def ask() -> None:
        async with a_fetcher() as fetcher:
            found = await fetcher.get(town.url("/page"), source=SOURCE, validators=Validators('"1"', "yesterday"))
            assert (found.not_modified, found.body, found.ok) == (True, b"", True)

    asyncio.run(ask())
    assert town.asked("/page")[0].headers["if-modified-since"] == "yesterday"


def test_a_listing_that_has_not_changed_is_given_as_it_was(town: Town, tmp_path: Path) -> None:
    """A run that ended after reading a feed must find its articles again, though the feed says 304."""

    def feed(request: Request) -> Answer:
        known = request.headers.get("if-none-match") == '"1"'
        return Answer(b"<rss>", 304 if known else 200, {"ETag": '"1"', "Content-Type": "application/rss+xml"})

    town.pages["/feed"] = feed

    async def ask() -> list[Any]:
        async with a_fetcher(listings=Listings(str(tmp_path))) as fetcher:
            return [await fetcher.get(town.url("/feed"), source=SOURCE, purpose="listing") for _ in range(2)]

    first, again = asyncio.run(ask())
    assert (first.body, first.not_modified) == (b"<rss>", False)
    assert (again.body, again.not_modified, again.media_type) == (b"<rss>", True, "application/rss+xml")


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("120", 120), ("0", 0), ("Sun, 22 Nov 2026 12:00:30 GMT", 30), ("Sun, 22 Nov 2026 11:00:00 GMT", 0),
     ("soon", None), ("-5", None), ("", None), (None, None), ("999999999", 7 * 24 * 3600)],
)  # fmt: skip
def test_retry_after_in_seconds(written: str | None, seconds: float | None) -> None:
    assert retry_after_s(written, datetime(2026, 11, 22, 12, tzinfo=UTC)) == seconds
