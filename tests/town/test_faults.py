"""All that sites do wrong, at once, through the fetch step of a run: each has its class, and nothing else is lost.

An ASGI server makes the faults that one can make; those below HTTP come from a bare socket.
"""

import gzip
import socket
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from pipeline.adapters.http import Limits, client, connecting
from pipeline.adapters.http.connecting import open_socket
from pipeline.articles import Candidate
from tests.conftest import forget_settings
from tests.fetch.conftest import DAY, an_article, archives, fetch, later, rows
from tests.http.test_faults import endless_headers, no_http, reset, stall_in_body, stall_in_headers
from tests.http.town import RULES, Town, certificate
from tests.town.app import HTML, Answer, App, Page, Send, says, serving, sleeps, streams
from tests.town.conftest import WriteSource

GOOD = [f"127.0.5.{number}" for number in range(1, 9)]
QUICK = Limits(connect_s=0.5, stall_s=0.5, total_s=1.5, tries=2, backoff_s=0.02, patience_s=3, circuit_failures=50)
MIB = bytes(1 << 20)
ZEROS = gzip.compress(bytes(10_000_000), 9)


async def in_an_hour(_app: App, _scope: dict[str, Any], _send: Send) -> Answer:
    until = datetime.now(UTC) + timedelta(hours=1)
    return 503, {**HTML, "retry-after": format_datetime(until, usegmt=True)}, b""


def endless() -> Iterator[bytes]:
    while True:
        yield MIB


def ten_gigabytes() -> Iterator[bytes]:
    """Of zeros, in as many members of gzip as it takes."""
    return iter([ZEROS] * 1000)


def one_and_no_more() -> Iterator[bytes]:
    yield b"<html>" + MIB[:1000]
    raise ConnectionError("the application ends within the body")


WRONG_LENGTH = {"content_length": "1000000"}
# What the application does, and the class that it has. Every path is one host's: some hosts are left alone for it.
FAULTS: dict[str, tuple[Page, str]] = {
    "/endless": (streams(endless), "too-large"),
    "/zeros": (streams(ten_gigabytes, content_encoding="gzip"), "too-large"),
    "/trickle": (streams(lambda: iter([b"x"] * 100), 0.1), "timeout"),
    "/short": (streams(lambda: iter([b"<html>"]), **WRONG_LENGTH), "incomplete"),
    "/broken": (streams(one_and_no_more), "incomplete"),
    "/late": (sleeps(20), "timeout"),
    "/loop": (says(b"", 302, location="/loop/again"), "redirect-loop"),
    "/loop/again": (says(b"", 302, location="/loop"), "redirect-loop"),
    "/metadata": (says(b"", 302, location="http://169.254.169.254/latest/meta-data/"), "private-address"),
    "/inside": (says(b"", 301, location="http://127.0.0.1/"), "private-address"),
    "/by-name": (says(b"", 302, location="http://inside.example/"), "private-address"),
    "/429": (says(b"", 429, retry_after="3600"), "rate-limited"),
    "/503": (says(b"", 503), "unavailable"),
    "/500": (says(b"", 500), "unavailable"),
    "/403": (says(b"", 403), "refused-by-site"),
    "/410": (says(b"", 410), "not-found"),
    "/encoding": (says(b"x", content_encoding="rot13"), "undecodable"),
    "/damaged": (says(gzip.compress(an_article())[:150] + b"\xff" * 300, content_encoding="gzip"), "undecodable"),
    "/picture": (says(b"\x89PNG", content_type="image/png"), "not-a-page"),
    "/reserved": (says(an_article(), tdm_reservation="1"), "tdm-reserved"),
}  # fmt: skip
FINAL = {"too-large", "redirect-loop", "private-address", "refused-by-site", "not-found", "undecodable", "not-a-page",
         "tdm-reserved", "bad-address", "robots-disallowed"}  # fmt: skip
PASSING = ("timeout", "incomplete", "reset", "unavailable")
BELOW_HTTP: dict[str, tuple[Any, str]] = {
    "/reset": (reset, "reset"),
    "/stall-in-headers": (stall_in_headers, "timeout"),
    "/stall-in-body": (stall_in_body, "timeout"),
    "/headers": (endless_headers, "protocol"),
    "/smtp": (no_http, "protocol"),
}
OPENED: list[str] = []


def chain(number: int) -> Page:
    return says(b"", 302, location=f"/chain/{number + 1}")


@pytest.fixture
def world(
    tmp_path: Path, write_source: WriteSource, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[App, Town, Town]]:
    """The application, a bare server, and one of TLS that nobody trusts; the sockets that are opened are recorded."""
    monkeypatch.setenv("DATELINE_FETCH_DELAY_S", "0")
    monkeypatch.setenv("DATELINE_ALLOW_PRIVATE", "127.0.4.0/24 127.0.5.0/24")
    write_source("town", {"kind": "feed", "url": "http://127.0.5.1/feed"})
    forget_settings()
    monkeypatch.setattr(client, "Limits", lambda: QUICK)
    real = connecting._addresses

    def lookup(host: str, port: int) -> list[str]:
        if host == "nowhere.example":
            raise socket.gaierror(socket.EAI_NONAME, f"{host}: not known")
        return ["169.254.169.254"] if host == "inside.example" else real(host, port)

    def record(info: tuple[Any, ...]) -> socket.socket:
        OPENED.append(info[4][0])
        return open_socket(info)

    OPENED.clear()
    monkeypatch.setattr(connecting, "_addresses", lookup)
    monkeypatch.setattr(client, "connector", lambda *a, **k: connecting.connector(*a, **{**k, "opener": record}))
    app = App({path: page for path, (page, _) in FAULTS.items()})
    app.pages |= {f"/chain/{number}": chain(number) for number in range(20)}
    app.pages |= {"/good/": says(an_article()), "/by-date": in_an_hour}
    _, context = certificate(tmp_path, ["127.0.4.2"])
    below = {path: raw for path, (raw, _) in BELOW_HTTP.items()}
    with (
        Town(below, addresses=["127.0.4.1"]) as bare,
        Town({"/tls": an_article()}, addresses=["127.0.4.2"]) as secret,
        serving(app, GOOD),
    ):
        secret.port = secret.start(context)
        yield app, bare, secret


def wanted(app: App, bare: Town, secret: Town) -> dict[str, str]:
    """Addresses with the class of their failure; "fetched" for those that are fine."""
    found = {app.url(path, GOOD[number % 3]): name for number, (path, (_, name)) in enumerate(FAULTS.items())}
    found |= {bare.url(path, "127.0.4.1"): name for path, (_, name) in BELOW_HTTP.items()}
    found[app.url("/chain/0", GOOD[1])] = "too-many-redirects"
    found[app.url("/by-date", GOOD[3])] = "unavailable"
    found[f"https://127.0.4.2:{secret.port}/tls"] = "tls"
    found["http://nowhere.example/page"] = "dns"
    found[f"http://127.0.5.200:{app.port}/page"] = "refused"
    found["http://jane:secret@127.0.5.1/page"] = "bad-address"
    found |= {app.url(f"/good/{number}", GOOD[4 + number % 4]): "fetched" for number in range(20)}
    return found


def outcomes() -> dict[str, str]:
    """By address what the last attempt came to."""
    return {row.requested_url: row.error_class or row.outcome for row in rows()}


def test_each_fault_has_its_class_and_nothing_else_is_lost(world: tuple[App, Town, Town]) -> None:
    app, bare, secret = world
    expected = wanted(app, bare, secret)
    # The host that asks to be left alone comes last in its queue: what would wait behind it is another test's.
    ordered = sorted(expected, key=lambda url: url.endswith("/429"))
    fetch([Candidate("town", url, None, None, DAY) for url in ordered])
    found = outcomes()
    assert {url: found.get(url) for url in expected} == expected
    assert all(address.startswith(("127.0.4.", "127.0.5.")) for address in OPENED), "no socket beyond the town"
    tries = Counter(row.requested_url for row in rows())
    waits = {
        row.requested_url: (row.retry_at - row.captured_at).total_seconds()
        for row in rows()
        if row.retry_at and row.http_status
    }
    assert waits == dict.fromkeys(
        [url for url in expected if "/429" in url or "/by-date" in url], pytest.approx(3600, abs=30)
    )
    again = {url for url, name in expected.items() if name in PASSING} - waits.keys()
    assert {url: tries[url] for url in again} == dict.fromkeys(again, 2), "what may pass is tried twice, each a row"
    robots = Counter(row.error_class for row in rows("select * from core.page_fetch where purpose = 'robots'"))
    assert robots == {None: len(GOOD) + 1, "dns": 2, "refused": 2, "tls": 1, "private-address": 3}
    assert all(row.detail and "secret" not in row.detail for row in rows() if row.outcome == "failed")
    archived = [url for path in archives() for url in targets(path)]
    assert sorted(archived) == sorted(url for url, name in expected.items() if name == "fetched")
    check_nothing_is_lost(app, bare, expected)


def check_nothing_is_lost(app: App, bare: Town, expected: dict[str, str]) -> None:
    """All faults are mended: what failed for a time comes, what failed for good is not asked for again."""
    from pipeline.run.context import configured_sources
    from pipeline.run.needs import due

    app.pages = {"/": says(an_article())}
    bare.pages.update(dict.fromkeys(BELOW_HTTP, an_article()))
    later(hours=30)
    shift_retries()
    asked = app.asked.copy()
    again = due(configured_sources()["town"], datetime(2026, 1, 1, tzinfo=UTC))
    for_good = {url for url, name in expected.items() if name in FINAL | {"fetched", "too-many-redirects"}}
    assert {item.url for item in again} == set(expected) - for_good
    out_of_reach = {"dns", "refused", "tls"}
    fetch(again)
    came = {url for url, name in expected.items() if url not in for_good and name not in out_of_reach}
    assert {url for url, what in outcomes().items() if what == "fetched"} == came | {
        url for url, name in expected.items() if name == "fetched"
    }
    assert all(path.startswith((*RULES, *paths_of(came))) for path in app.asked - asked)


def paths_of(urls: set[str]) -> list[str]:
    return ["/" + url.split("/", 3)[3] for url in urls]


def shift_retries() -> None:
    from pipeline.run.context import warehouse

    with warehouse().begin() as connection:
        connection.exec_driver_sql("update core.page_fetch set retry_at = retry_at - interval '30 hours'")
        connection.exec_driver_sql("delete from ops.host")


def targets(path: Path) -> list[str]:
    with path.open("rb") as handle:
        return [
            item.rec_headers.get_header("WARC-Target-URI") for item in ArchiveIterator(handle, check_digests="raise")
        ]
