"""`dateline status --json` as the contract writes it."""

import json
from uuid import uuid4

import pytest
from sqlalchemy import Engine

from pipeline.errors import Terminal
from pipeline.load import finish_run, load_batch, start_run
from pipeline.status import run_status, warehouse_status
from pipeline.windows import Window
from tests.builders import VERSIONS, a_refusal, a_rejected_page, a_source, an_article, an_author

BY_CONTRACT = ("articles", "revisions", "authors", "bylines", "numbers", "times", "pages", "quarantined", "rejected")
IN_A_RUN = ("new", "revised", "unchanged", "rejected", "quarantined")


def test_an_empty_warehouse_holds_nothing(warehouse: Engine) -> None:
    found = warehouse_status(warehouse)
    assert {name: found[name] for name in BY_CONTRACT} == dict.fromkeys(BY_CONTRACT, 0)
    assert found["runs"] == []


def test_it_counts_rows_and_runs(warehouse: Engine) -> None:
    run_id = uuid4()
    refused = an_article("b.html")
    pages = [an_article(authors=(an_author("A"), an_author("B"))), refused, a_rejected_page()]
    with warehouse.begin() as connection:
        start_run(connection, run_id, Window.parse("2026-03-10/2026-03-11"), ["test"], "cli", VERSIONS)
    load_batch(warehouse, run_id, "test-1", a_source(), pages, [a_refusal(refused)])
    with warehouse.begin() as connection:
        finish_run(connection, run_id)
    found = warehouse_status(warehouse)
    assert [found[name] for name in BY_CONTRACT] == [1, 1, 2, 2, 1, 1, 3, 1, 1]
    (run,) = found["runs"]
    assert (run["window"], run["state"], run["trigger"]) == ("2026-03-10/2026-03-11", "success", "cli")
    assert [run[name] for name in IN_A_RUN] == [1, 0, 0, 1, 1]
    assert run["pages"] == sum(run[name] for name in IN_A_RUN)
    assert json.loads(json.dumps(found)) == found
    assert run_status(warehouse, str(run_id)) == run


def test_a_run_that_is_not_there_is_named(warehouse: Engine) -> None:
    with pytest.raises(Terminal, match="no run is called"):
        run_status(warehouse, uuid4())


def test_runs_stand_newest_first_with_why_they_failed(warehouse: Engine) -> None:
    for day, error in (("2026-03-10", "too many undated"), ("2026-03-11", None)):
        run_id = uuid4()
        with warehouse.begin() as connection:
            start_run(connection, run_id, Window.parse(day), ["test"], "cli", VERSIONS)
        with warehouse.begin() as connection:
            finish_run(connection, run_id, error=error)
    with warehouse.begin() as connection:
        start_run(connection, uuid4(), None, ["test"], "reprocess", VERSIONS)
    runs = warehouse_status(warehouse)["runs"]
    assert [(run["window"], run["state"], run["error"]) for run in runs] == [
        ("all", "running", None),
        ("2026-03-11", "success", None),
        ("2026-03-10", "failed", "too many undated"),
    ]
