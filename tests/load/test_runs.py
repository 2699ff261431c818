"""Runs and their counts: every page counted once, however often a task is tried again."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine

from pipeline.load import Counts, count_complete, finish_run, load_batch, save_validations, start_run
from pipeline.verdicts import BatchVerdict
from pipeline.windows import Window
from tests.builders import VERSIONS, a_refusal, a_rejected_page, a_source, an_article, at

COUNTS = "select pages, pages_new, pages_revised, pages_unchanged, pages_rejected, pages_quarantined, refused_rows"


@pytest.fixture
def run_id(warehouse: Engine) -> UUID:
    started = uuid4()
    begin(warehouse, started)
    return started


def begin(engine: Engine, run_id: UUID) -> None:
    with engine.begin() as connection:
        start_run(connection, run_id, Window.parse("2026-03-10"), ["test"], "cli", VERSIONS)


def test_a_run_adds_its_batches_up(warehouse: Engine, run_id: UUID, rows) -> None:
    refused = an_article("c.html")
    load_batch(warehouse, run_id, "test-1", a_source(), [an_article("a.html"), a_rejected_page("x.html")])
    load_batch(warehouse, run_id, "test-2", a_source(), [refused], [a_refusal(refused)])
    edit = an_article("a.html", captured_at=at(1), title="Edited")
    load_batch(warehouse, run_id, "test-3", a_source(), [edit])
    with warehouse.begin() as connection:
        count_complete(connection, run_id, "test", ["article", "article", "rejected", "quarantined"])
        finish_run(connection, run_id)
    assert rows(f"{COUNTS}, run_state from ops.run") == [(8, 1, 1, 2, 2, 2, 1, "success")]
    assert rows(f"{COUNTS} from ops.batch where batch_name = 'test/complete'") == [(4, 0, 0, 2, 1, 1, 0)]


def test_a_batch_tried_again_is_not_counted_again(warehouse: Engine, run_id: UUID, rows) -> None:
    assert load_batch(warehouse, run_id, "test-1", a_source(), [an_article()]) == Counts(new=1)
    assert load_batch(warehouse, run_id, "test-1", a_source(), [an_article()]) == Counts(unchanged=1)
    assert rows(f"{COUNTS} from ops.run") == [(1, 1, 0, 0, 0, 0, 0)]


def test_a_run_started_again_counts_from_nothing(warehouse: Engine, run_id: UUID, rows) -> None:
    load_batch(warehouse, run_id, "test-1", a_source(), [an_article()])
    with warehouse.begin() as connection:
        finish_run(connection, run_id, error="the disk is full")
    assert rows("select run_state, error_message from ops.run") == [("failed", "the disk is full")]
    begin(warehouse, run_id)
    assert rows(f"{COUNTS}, run_state, error_message, finished_at from ops.run") == [
        (0, 0, 0, 0, 0, 0, 0, "running", None, None)
    ]
    load_batch(warehouse, run_id, "test-1", a_source(), [an_article()])
    assert rows(f"{COUNTS} from ops.run") == [(1, 0, 0, 1, 0, 0, 0)]


def test_neighbours_are_loaded_and_not_counted(warehouse: Engine, run_id: UUID, rows) -> None:
    old = an_article("a.html")
    counts = load_batch(warehouse, run_id, "test-1", a_source(), [an_article("b.html")], neighbours=[old])
    assert counts == Counts(new=1)
    assert rows("select count(*) from core.article") == [(2,)]


def test_the_versions_and_the_source_are_kept(warehouse: Engine, run_id: UUID, rows) -> None:
    source = a_source(country="GB", language="en", timezone="Europe/London")
    load_batch(warehouse, run_id, "test-1", source, [an_article()])
    assert rows("select * from core.source") == [("test", "Test", "GB", "en", "Europe/London")]
    assert rows("select extract_version, numbers_version, window_start::text from ops.run") == [
        ("1", "1", "2026-03-10")
    ]


def test_validations_are_kept_once_a_run(warehouse: Engine, run_id: UUID, rows) -> None:
    verdict = BatchVerdict("test", "articles", "expect_dated", "published", "warning", 60, 20, 1 / 3, False)
    for _ in range(2):
        with warehouse.begin() as connection:
            save_validations(connection, run_id, [verdict])
    assert rows("select expectation, severity, evaluated, unexpected, is_met from ops.validation") == [
        ("expect_dated", "warning", 60, 20, False)
    ]
