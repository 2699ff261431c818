"""What a publisher says today, of a page or of all its pages, holds for what an archive kept of it."""

import json
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from pipeline.adapters.http import tdmrep
from pipeline.articles import Candidate
from tests.fetch.conftest import DAY, an_article, archives, fetch, rows
from tests.http.town import Answer, Page, Town

Live = Callable[..., None]
CAPTURED = datetime(2026, 3, 10, 9, tzinfo=UTC)
RESERVED = json.dumps([{"location": "/ferry", "tdm-reservation": 1, "tdm-policy": "https://a.example/terms"}]).encode()
META = '<meta name="{}" content="{}">'


def replays(town: Town, *paths: str) -> list[Candidate]:
    return [
        Candidate("town", town.url(path), None, CAPTURED, DAY, town.url(f"/web/20260310090000id_{path}"))
        for path in paths
    ]


def outcomes() -> dict[str, tuple[str, str | None]]:
    """Outcome and error class of each page, by its path."""
    return {"/" + row.requested_url.rpartition("/")[2]: (row.outcome, row.error_class) for row in rows()}


def one(town: Town, today: Page | None, *, site: dict[str, Page] | None = None) -> Any:
    """The row of one replay, of a page that is `today` as the town gives it (None = it is gone)."""
    town.pages |= {"/web/20260310090000id_/ferry": an_article("As it was"), **(site or {})}
    if today is not None:
        town.pages["/ferry"] = today
    fetch(replays(town, "/ferry"))
    (row,) = rows()
    return row


def archive_was_asked(town: Town) -> bool:
    return bool(town.asked("/web/20260310090000id_/ferry"))


@pytest.mark.parametrize("today", [an_article("As it is today"), None, Answer(b"", 410)])
def test_what_the_publisher_leaves_free_is_replayed(town: Town, live: Live, today: Page | None) -> None:
    row = one(town, today)
    assert (row.outcome, row.requested_url, row.captured_at) == ("fetched", town.url("/ferry"), CAPTURED)
    assert row.raw_location is not None
    assert Counter(item.path for item in town.requests) == {
        "/robots.txt": 1, tdmrep.PATH: 1, "/ferry": 1, "/web/20260310090000id_/ferry": 1,
    }  # fmt: skip
    asked = rows("select * from core.page_fetch where purpose = 'rights' order by captured_at")
    assert [(item.requested_url, item.outcome, item.raw_location) for item in asked] == [
        (town.url(tdmrep.PATH), "answered", None), (town.url("/ferry"), "answered", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "today",
    [
        Answer(an_article(), headers={"TDM-Reservation": "1"}),
        an_article(head=META.format("tdm-reservation", "1")),
    ],
)
def test_a_page_that_is_reserved_today_is_not_taken_from_the_archive(town: Town, live: Live, today: Page) -> None:
    assert one(town, today).error_class == "tdm-reserved"
    assert not archive_was_asked(town)


@pytest.mark.parametrize("today", [an_article(), None])
def test_what_the_site_reserves_today_is_asked_of_nobody(town: Town, live: Live, today: Page | None) -> None:
    row = one(town, today, site={tdmrep.PATH: RESERVED})
    assert (row.outcome, row.error_class) == ("failed", "tdm-reserved")
    assert "https://a.example/terms" in row.detail
    assert not archive_was_asked(town)
    assert town.asked("/ferry") == []


def test_a_licence_permits_what_is_reserved(town: Town, live: Live) -> None:
    live(mining_permitted=True)
    today = Answer(an_article(), headers={"TDM-Reservation": "1"})
    assert one(town, today, site={tdmrep.PATH: RESERVED}).outcome == "fetched"
    assert town.asked(tdmrep.PATH) == []


@pytest.mark.parametrize(
    "today",
    [
        Answer(an_article(), headers={"X-Robots-Tag": "noarchive"}),
        an_article(head=META.format("robots", "noarchive")),
    ],
)
def test_what_may_not_be_kept_today_is_read_and_not_kept(town: Town, live: Live, today: Page) -> None:
    row = one(town, today)
    assert (row.outcome, row.rights) == ("fetched", ["noarchive"])
    assert archives() == [], "it lies in the work folder until it is read"


@pytest.mark.parametrize(
    ("today", "error_class"),
    [
        (Answer(b"", 403), "refused-by-site"),
        (Answer(b"", 401), "refused-by-site"),
        (Answer(b"", 503, {"Retry-After": "7200"}), "unavailable"),
        (Answer(b"", 302, {"Location": "http://10.0.0.1/"}), "private-address"),
    ],
)
def test_the_archive_is_no_way_around_a_publisher_who_says_no(
    town: Town, live: Live, today: Page, error_class: str
) -> None:
    row = one(town, today)
    assert (row.outcome, row.error_class) == ("failed", error_class)
    assert not archive_was_asked(town)


def test_a_site_whose_reservations_cannot_be_had_is_asked_later(town: Town, live: Live) -> None:
    row = one(town, an_article(), site={tdmrep.PATH: Answer(b"", 503, {"Retry-After": "7200"})})
    assert (row.outcome, row.error_class) == ("failed", "tdmrep-unreachable")
    assert row.retry_at is not None
    assert not archive_was_asked(town)


def test_a_live_page_that_the_site_reserves_is_not_asked_for(town: Town, live: Live) -> None:
    town.pages |= {tdmrep.PATH: RESERVED, "/ferry": an_article(), "/fire": an_article("Fire")}
    town.pages["/old"] = Answer(b"", 301, {"Location": "/ferry"})
    fetch([Candidate("town", town.url(path), None, None, DAY) for path in ("/ferry", "/fire", "/old")])
    assert outcomes() == {
        "/ferry": ("failed", "tdm-reserved"), "/fire": ("fetched", None), "/old": ("failed", "tdm-reserved"),
    }  # fmt: skip
    assert len(town.asked(tdmrep.PATH)) == 1
    assert len(town.asked("/ferry")) == 1, "only where /old led to it"
