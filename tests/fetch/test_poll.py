"""Polls between the nightly runs, and processes that take turns."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from uuid import uuid4

import pytest

from pipeline.windows import Window
from tests.conftest import PROJECT
from tests.fetch.conftest import an_article, candidates, fetch, later, rows
from tests.http.town import Answer, Town

RSS = {"Content-Type": "application/rss+xml"}


def feed(town: Town, *paths: str) -> Answer:
    """A feed of pages that came out just now."""
    date = format_datetime(datetime.now(UTC))
    items = "".join(
        f"<item><title>News</title><link>{town.url(path)}</link><pubDate>{date}</pubDate></item>" for path in paths
    )
    return Answer(f'<rss version="2.0"><channel><title>Town</title>{items}</channel></rss>'.encode(), headers=RSS)


def test_what_a_poll_has_archived_the_run_of_the_day_reads_though_the_feed_forgot(
    town: Town, live: Callable[..., None]
) -> None:
    from pipeline.run.context import warehouse
    from pipeline.run.poll import poll
    from pipeline.run.whole import run_window
    from pipeline.status import run_status

    town.pages |= {"/feed": feed(town, "/a", "/b"), "/a": an_article("First news"), "/b": an_article("Other news")}
    assert poll() == {"town": 2}
    assert poll() == {"town": 0}
    town.pages |= {"/feed": feed(town, "/b", "/c"), "/c": an_article("Last news")}
    town.pages["/a"] = an_article("First news, edited")
    later(hours=0.5)
    assert poll() == {"town": 2}, "a new page, an edited one; the third has not changed"
    assert sorted(row.outcome for row in rows()) == ["fetched"] * 4 + ["unchanged"]
    town.pages["/feed"] = feed(town)
    days = sorted({row.candidate_day for row in rows()})
    status = run_status(warehouse(), run_window(Window(days[0], days[-1])))
    assert (status["pages"], status["new"], status["revised"]) == (4, 3, 1)
    assert len([item for item in town.asked() if item.path in ("/b", "/c")]) == 3


def test_a_source_is_polled_as_often_as_it_says(live: Callable[..., None]) -> None:
    from pipeline.run.poll import polled_now

    def turns() -> int:
        midnight = datetime(2026, 3, 10, tzinfo=UTC)
        return sum(len(polled_now(midnight + timedelta(minutes=15 * slot, seconds=7))) for slot in range(96))

    assert turns() == 48
    live(poll_min=15)
    assert turns() == 96
    live(poll_min=60)
    assert turns() == 24


@pytest.mark.usefixtures("live")
def test_two_processes_over_one_batch_ask_for_each_page_once(town: Town) -> None:
    """A task that was given up runs to its end beside its retry."""
    from pipeline.run import steps

    paths = [f"/{number}" for number in range(12)]
    town.pages |= {path: an_article(f"Ferry {path[1:]} burns") for path in paths}
    run_id = uuid4()
    (batch,) = steps.write_candidates(run_id, "town", candidates(town, *paths))
    command = [sys.executable, "-m", "tests.fetch.fetch_batch", str(run_id), batch]
    both = [subprocess.Popen(command, cwd=PROJECT, env=os.environ.copy(), stderr=subprocess.PIPE) for _ in range(2)]
    errors = [process.communicate(timeout=120)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], errors
    assert sorted(item.path for item in town.asked()) == sorted(paths)
    assert len(rows()) == len(paths)


@pytest.mark.usefixtures("live")
def test_processes_take_turns_at_a_host() -> None:
    from pipeline.fetch import hold, reserve
    from pipeline.run.context import warehouse

    waits = [reserve(warehouse(), "a.example", 10) for _ in range(3)]
    assert [round(wait, -1) for wait in waits] == [0, 10, 20]
    assert reserve(warehouse(), "b.example", 10) == 0
    hold(warehouse(), "b.example", 3600)
    assert round(reserve(warehouse(), "b.example", 1), -1) == 3600


def test_a_host_that_asks_for_hours_is_left_alone_by_all_processes(
    town: Town, live: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_FETCH_DELAY_S", "0.01")
    live()
    town.pages |= {"/0": Answer(b"", 429, {"Retry-After": "7200"}), "/1": an_article()}
    fetch(candidates(town, "/0"))
    fetch(candidates(town, "/1"))
    assert [row.error_class for row in rows()] == ["rate-limited", "paused"]
    assert [item.path for item in town.asked()] == ["/0"]


def test_nothing_is_fetched_without_a_contact(
    town: Town, live: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.errors import Terminal
    from pipeline.run.poll import poll

    monkeypatch.delenv("DATELINE_CONTACT")
    live()
    with pytest.raises(Terminal, match="DATELINE_CONTACT"):
        poll()
    assert town.requests == []
