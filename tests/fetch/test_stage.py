"""Candidates into archived pages and rows: each once, whatever happens in between."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from warcio.archiveiterator import ArchiveIterator

from pipeline.settings import settings
from pipeline.windows import Window
from tests.fetch.conftest import DAY, an_article, archives, candidates, fetch, later, rows, run
from tests.http.town import Answer, Request, Town

Live = Callable[..., None]


def kinds() -> list[str | None]:
    """The types of all records that are archived, as two other readers see them."""
    found: list[str | None] = []
    for path in archives():
        with path.open("rb") as handle:
            records = [(record.rec_type, record.rec_headers.get_header("WARC-Target-URI")) for record in
                       ArchiveIterator(handle, check_digests="raise")]  # fmt: skip
        with path.open("rb") as handle:
            assert [record.headers.get("WARC-Target-URI") for record in FastIterator(handle)] == [u for _, u in records]
        found += [kind for kind, _ in records]
    return found


def test_pages_become_articles_and_every_attempt_is_a_row(town: Town, live: Live) -> None:
    for number in range(3):
        town.pages[f"/{number}"] = Answer(an_article(f"Ferry {number} burns"), headers={"ETag": f'"{number}"'})
    status = run(candidates(town, "/0", "/1", "/2", "/gone"))
    assert (status["pages"], status["new"], status["state"]) == (3, 3, "success")
    found = {row.requested_url: row for row in rows()}
    page, gone = found[town.url("/0")], found[town.url("/gone")]
    assert (page.outcome, page.http_status, page.etag, page.redirect_count) == ("article", 200, '"0"', 0)
    assert page.total_ms >= page.first_byte_ms >= 0
    assert page.received_bytes == page.fetched_bytes == len(an_article("Ferry 0 burns"))
    assert (gone.outcome, gone.error_class, gone.http_status, gone.raw_name) == ("failed", "not-found", 404, None)
    assert {row.candidate_day for row in found.values()} == {DAY}
    assert kinds() == ["response"] * 3
    assert archives()[0].parent.parent.name == "town"


def test_a_second_run_fetches_only_what_is_due(town: Town, live: Live) -> None:
    from pipeline.run.context import configured_sources
    from pipeline.run.needs import needed

    live(recheck=[{"until_h": 1e6, "every_h": 1}])
    town.pages |= {"/0": an_article(), "/1": an_article("Other news")}
    found = candidates(town, "/0", "/1", "/gone")
    run(found)
    source, window = configured_sources()["town"], Window(DAY, DAY)
    again = needed(source, found, window)
    assert again.todo == []
    assert sorted(again.complete) == ["article", "article"]
    assert needed(source, [], window) == again, "what the listing has forgotten is not"
    later(hours=2)
    due = needed(source, found, window)
    assert sorted(item.url or "" for item in due.todo) == [town.url("/0"), town.url("/1")], "the lost page stays lost"
    live(recheck=[])
    assert needed(configured_sources()["town"], found, window).todo == []


def test_an_unchanged_page_is_a_revisit_and_an_edited_one_a_revision(town: Town, live: Live) -> None:
    live(recheck=[{"until_h": 1e6, "every_h": 1}])
    version = ["1", an_article(words="eleven")]

    def page(request: Request) -> Answer:
        same = request.headers.get("if-none-match") == version[0]
        return Answer(b"" if same else version[1], 304 if same else 200, {"ETag": version[0]})

    town.pages |= {"/0": page, "/plain": an_article("Without validators")}
    found = candidates(town, "/0", "/plain")
    assert run(found)["new"] == 2
    later(hours=2)
    assert run(found)["pages"] == 0
    assert sorted(kinds()) == ["response", "response", "revisit", "revisit"]
    unchanged = [row for row in rows() if row.outcome == "unchanged"]
    assert sorted(row.http_status for row in unchanged) == [200, 304]
    assert {row.page_hash for row in unchanged} == {row.page_hash for row in rows() if row.outcome == "article"}
    later(hours=2)
    version[:] = ["2", an_article(words="fourteen")]
    assert run(found)["revised"] == 1
    assert [row.n for row in rows("select count(*) as n from core.article_revision")] == [3]


def test_the_pages_of_a_poll_are_read_by_the_nightly_run(town: Town, live: Live) -> None:
    from pipeline.run.context import configured_sources
    from pipeline.run.needs import needed

    town.pages["/0"] = an_article()
    _, fetched = fetch(candidates(town, "/0"))
    assert [row.outcome for row in rows()] == ["fetched"]
    wanted = needed(configured_sources()["town"], [], Window(DAY, DAY))
    assert [(item.raw, item.url) for item in wanted.todo] == [(item.raw, item.url) for item in fetched]
    assert run(wanted.todo)["new"] == 1
    assert [row.outcome for row in rows()] == ["article"]
    assert len(town.asked()) == 1


def test_a_page_that_may_not_be_kept_is_read_and_forgotten(town: Town, live: Live) -> None:
    meta = '<meta name="robots" content="max-snippet:5, NOARCHIVE">'
    town.pages |= {
        "/meta": an_article("Not to be kept", head=meta),
        "/header": Answer(an_article("Nor this"), headers={"X-Robots-Tag": "noarchive"}),
        "/other": Answer(an_article("But this"), headers={"X-Robots-Tag": "otherbot: noarchive"}),
    }
    assert run(candidates(town, "/meta", "/header", "/other"))["new"] == 3
    kept = {row.requested_url: row.raw_location is not None for row in rows()}
    assert kept == {town.url("/meta"): False, town.url("/header"): False, town.url("/other"): True}
    assert kinds() == ["response"]
    raw = settings().raw_store
    assert [path for path in Path(raw).rglob("*unarchived*") if path.is_file()] == []


def test_pages_without_a_copy_are_left_as_they_were_read(
    town: Town, live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline import numbers
    from pipeline.run.whole import run_reprocess

    town.pages["/0"] = Answer(an_article(), headers={"X-Robots-Tag": "noarchive"})
    run(candidates(town, "/0"))
    monkeypatch.setattr(numbers, "VERSION", "test")
    run_reprocess()
    assert [row.numbers_version != "test" for row in rows()] == [True]


def test_reserved_rights_are_obeyed_unless_a_licence_permits(town: Town, live: Live) -> None:
    town.pages["/0"] = Answer(an_article(), headers={"tdm-reservation": "1"})
    assert run(candidates(town, "/0"))["pages"] == 0
    (row,) = rows()
    assert (row.outcome, row.error_class, row.rights) == ("failed", "tdm-reserved", ["tdm-reserved"])
    assert archives() == []
    live(mining_permitted=True)
    assert len(fetch(candidates(town, "/1?", "/0"))[1]) == 0, "refused for good: not asked again by itself"


def test_the_address_that_was_asked_for_stays_known(town: Town, live: Live) -> None:
    town.pages |= {"/old": Answer(status=301, headers={"Location": "/new"}), "/new": an_article()}
    run(candidates(town, "/old"))
    (row,) = rows()
    assert (row.requested_url, row.url, row.redirect_count) == (town.url("/old"), town.url("/new"), 1)
    aliases = {item.address for item in rows("select address from core.article_alias")}
    assert {town.url("/old"), town.url("/new")} <= aliases


def test_a_killed_fetch_goes_on_where_it_was(town: Town, live: Live) -> None:
    """Killed between the rows and the file: what has no file is asked for again, what has one is not."""
    from pipeline.run.context import warehouse

    town.pages |= {"/0": an_article(), "/1": an_article("Other news")}
    run_id, first = fetch(candidates(town, "/0"))
    assert first[0].raw is not None
    with warehouse().begin() as connection:
        connection.exec_driver_sql(
            "update core.page_fetch set outcome = 'writing', reason = 'fetched' where purpose = 'page'"
        )
    again = fetch(candidates(town, "/0", "/1"), run_id)[1]
    assert [item.url for item in again] == [town.url("/0"), town.url("/1")]
    assert again[0].raw == first[0].raw
    assert len(town.asked("/0")) == 1
    with warehouse().begin() as connection:
        connection.exec_driver_sql(
            "update core.page_fetch set outcome = 'writing', reason = 'fetched' where purpose = 'page'"
        )
    Path(first[0].raw.location).unlink()
    fetch(candidates(town, "/0", "/1"), run_id)
    assert (len(town.asked("/0")), len(town.asked("/1"))) == (2, 1)
    assert [row.outcome for row in rows()] == ["fetched"] * 2


def test_failures_are_tried_again_later_each_a_row(town: Town, live: Live) -> None:
    from pipeline.run.context import configured_sources
    from pipeline.run.needs import due

    town.pages["/0"] = Answer(b"", 429, {"Retry-After": "3600"})
    assert fetch(candidates(town, "/0"))[1] == []
    (row,) = rows()
    assert (row.outcome, row.error_class, row.http_status) == ("failed", "rate-limited", 429)
    assert (row.retry_at - row.captured_at).total_seconds() == pytest.approx(3600, abs=30)
    source, since = configured_sources()["town"], datetime(2026, 1, 1, tzinfo=UTC)
    assert due(source, since) == []
    town.pages["/0"] = an_article()
    later(hours=2)
    from pipeline.run.context import warehouse

    with warehouse().begin() as connection:
        connection.exec_driver_sql("update core.page_fetch set retry_at = retry_at - interval '2 hours'")
    assert [item.url for item in due(source, since)] == [town.url("/0")]
    assert run(due(source, since))["new"] == 1
