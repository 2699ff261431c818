"""Live sources in a run: found, fetched and loaded; what they cannot serve, and what failed, is seen."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from pipeline.errors import Terminal
from pipeline.windows import Window
from tests.conftest import forget_settings
from tests.fetch.conftest import an_article, later, live
from tests.http.town import Answer, Town
from tests.run.conftest import engine, run

__all__ = ["live"]

YESTERDAY = datetime.now(UTC).date() - timedelta(days=1)


@pytest.fixture
def town() -> Iterator[Town]:
    with Town() as found:
        yield found


def a_feed(town: Town, *paths: str) -> bytes:
    items = "".join(
        f"<item><link>{town.url(path)}</link><title>Ferry</title><pubDate>{YESTERDAY}T10:00:00Z</pubDate></item>"
        for path in paths
    )
    return f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()


def shown() -> str:
    """`dateline status`."""
    from pipeline.cli import app

    return CliRunner(env={"COLUMNS": "300"}).invoke(app, ["status"]).output


def discoveries() -> list[Any]:
    with engine().connect() as connection:
        return list(connection.execute(text("select * from ops.discovery order by asked_at")))


def test_a_night_is_found_fetched_and_loaded_once(town: Town, live: Callable[..., None]) -> None:
    town.pages.update({"/feed": a_feed(town, "/a", "/b", "/tag/x"), "/a": an_article("One"), "/b": an_article("Two")})
    first = run(str(YESTERDAY))
    assert (first["state"], first["pages"], first["new"], first["unserved"]) == ("success", 2, 2, [])
    (row,) = discoveries()
    assert (row.source_name, row.strategy, row.discovery_state) == ("town", f"feed {town.url('/feed')}", "served")
    assert (row.found, row.left_out, row.unserved_days) == (2, {"section": 1}, [])
    town.pages["/feed"] = a_feed(town, "/a/?utm_source=x", "/b#top")
    second = run(str(YESTERDAY))
    assert (second["pages"], second["unchanged"]) == (2, 2)
    assert [item.path for item in town.asked()] == ["/feed", "/a", "/b", "/feed"]


def test_a_day_that_cannot_be_served_is_no_silent_zero(town: Town, live: Callable[..., None]) -> None:
    done = run("2019-03-11/2019-03-13")
    assert (done["state"], done["pages"]) == ("success", 0)
    (missing,) = done["unserved"]
    assert (missing["source"], missing["windows"]) == ("town", ["2019-03-11/2019-03-13"])
    assert missing["why"].endswith("/feed: feed only: nothing older than 3 days")
    assert "2019-03-11/2019-03-13: town could not serve it: feed http" in shown()
    assert town.requests == []


def test_a_listing_that_fails_fails_the_run_and_keeps_the_rest(town: Town, live: Callable[..., None]) -> None:
    town.pages["/feed"] = Answer(b"", 404)
    with pytest.raises(Terminal, match=r"days are missing: town: feed .*http-404"):
        run(str(YESTERDAY))
    (row,) = discoveries()
    assert (row.discovery_state, row.unserved_days) == ("failed", [YESTERDAY])
    with engine().connect() as connection:
        state, why = connection.execute(text("select run_state, error_message from ops.run")).one()
    assert (state, "days are missing: town" in why) == ("failed", True)


def test_nobody_is_asked_without_a_contact(
    town: Town, live: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATELINE_CONTACT")
    forget_settings()
    done = run(str(YESTERDAY))
    assert (done["state"], done["pages"]) == ("success", 0)
    assert done["unserved"][0]["why"].endswith("not asked: DATELINE_CONTACT is not set")
    assert f"{YESTERDAY}: 1 live sources were not asked: DATELINE_CONTACT is not set" in shown()
    with pytest.raises(Terminal, match="DATELINE_CONTACT"):
        run(str(YESTERDAY), "town")
    assert town.requests == []


def test_an_address_belongs_to_the_window_that_found_it_first(town: Town, live: Callable[..., None]) -> None:
    from pipeline.articles import Candidate
    from pipeline.run.context import configured_sources
    from pipeline.run.needs import needed

    town.pages.update({"/feed": a_feed(town, "/a"), "/a": an_article("One")})
    run(str(YESTERDAY))
    later = YESTERDAY + timedelta(days=1)
    again = Candidate("town", town.url("/a"), None, None, later)
    found = needed(configured_sources()["town"], [again], Window(later, later))
    assert (found.todo, found.complete) == ([], [])


BARE = b"<!doctype html><html lang=en><title>Ferry burns</title><article><h1>Ferry burns</h1>%s</article>"


def test_what_the_listing_said_is_evidence_and_outlives_the_listing(town: Town, live: Callable[..., None]) -> None:
    from pipeline.archive import read_page
    from pipeline.articles import RawRef
    from pipeline.run.context import configured_sources
    from pipeline.run.pages import read_article

    paragraph = b"<p>At least eleven people were killed when a ferry burned, police said. The search went on.</p>" * 8
    item = f"<item><link>{town.url('/a')}</link><dc:creator>Jane Doe</dc:creator><dc:date>{YESTERDAY}T10:00:00+01:00"
    town.pages["/feed"] = (
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"{item}</dc:date></item></channel></rss>"
    ).encode()
    town.pages["/a"] = BARE % paragraph
    assert run(str(YESTERDAY))["new"] == 1
    with engine().connect() as connection:
        origin = connection.execute(text("select published_from from core.article_revision")).scalar_one()
        fetched = connection.execute(
            text("select raw_location, raw_name, raw_offset from core.page_fetch where purpose = 'page'")
        ).one()
    assert origin == "listing"
    again = read_article(read_page(RawRef(*fetched), "town"), configured_sources()["town"])
    assert again.published is not None
    assert again.published.text == f"{YESTERDAY}T10:00:00+01:00"
    assert [author.name for author in again.authors] == ["Jane Doe"]


def test_a_feed_that_forgets_its_author_makes_no_revision(town: Town, live: Callable[..., None]) -> None:
    paragraph = b"<p>At least eleven people were killed when a ferry burned, police said. The search went on.</p>" * 8
    item = f"<link>{town.url('/a')}</link><pubDate>{YESTERDAY}T10:00:00Z</pubDate>"
    head = '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item>'
    tail = "</item></channel></rss>"
    town.pages["/feed"] = f"{head}{item}<dc:creator>Jane Doe</dc:creator>{tail}".encode()
    town.pages["/a"] = BARE % paragraph
    assert run(str(YESTERDAY))["new"] == 1
    later(hours=1)
    town.pages["/feed"] = f"{head}{item}{tail}".encode()
    town.pages["/a"] = (BARE % paragraph) + b"<!-- another advertisement -->"
    again = run(str(YESTERDAY))
    assert (again["revised"], again["unchanged"]) == (0, 2)
    assert len([request for request in town.asked() if request.path == "/a"]) == 2
    with engine().connect() as connection:
        assert connection.execute(text("select byline from core.article_revision")).scalars().all() == ["Jane Doe"]


def test_an_archive_says_which_days_it_can_tell_of(town: Town, live: Callable[..., None], tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    for day in ("2019-03-10", "2019-03-14"):
        page = an_article(f"Of {day}").replace(b"2026-03-10T08:00:00", f"{day}T08:00:00".encode())
        (folder / f"{day}.html").write_bytes(page)
    source = {"name": "saved", "title": "Saved", "discover": [{"kind": "archive", "location": str(folder)}]}
    (tmp_path / "sources" / "saved.yml").write_text(json.dumps(source), encoding="utf-8")
    forget_settings()
    done = run("2019-03-09/2019-03-12", "saved")
    assert (done["state"], done["pages"]) == ("success", 1)
    (missing,) = done["unserved"]
    why = f"archive {folder}: its records are of 2019-03-10 to 2019-03-14"
    assert missing == {"source": "saved", "windows": ["2019-03-09"], "why": why}
    assert run("2019-03-12", "saved")["unserved"] == [], "between its records a day may be quiet"
    assert run("2020-01-01", "saved")["unserved"][0]["windows"] == ["2020-01-01"]
