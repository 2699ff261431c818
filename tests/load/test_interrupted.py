"""Loads that end by SIGKILL anywhere, and loads of the same pages at once: what is left is one clean load."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from pipeline.load.batch import LOCK
from pipeline.models import Base
from tests.load.loader import SOURCES, batch, before
from tests.warehouse import Dump, dump, load_into

PROJECT = Path(__file__).resolve().parent.parent.parent
Loader = Callable[..., list[int]]


@pytest.fixture(scope="module")
def loader() -> Iterator[Loader]:
    """Lets other processes load; gives how each ended."""
    command = [sys.executable, "-m", "tests.load.loader"]
    with subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None

        def order(engine: Engine, *sources: str, ends_before: int = 0) -> list[int]:
            url = engine.url.render_as_string(hide_password=False)
            print(
                json.dumps({"url": url, "sources": sources, "ends_before": ends_before}), file=process.stdin, flush=True
            )
            return json.loads(process.stdout.readline())

        yield order
        process.stdin.close()
        assert process.wait(60) == 0


@pytest.fixture
def one_clean_load(clean: Engine) -> Dump:
    load_into(clean, before())
    load_into(clean, *batch())
    return everything(clean)


def test_a_load_that_ends_before_any_statement_leaves_nothing(
    warehouse: Engine, loader: Loader, one_clean_load: Dump
) -> None:
    load_into(warehouse, before())
    untouched = everything(warehouse)
    for statement in count(1):
        ended = loader(warehouse, "test", ends_before=statement)
        if ended == [0]:  # there is no such statement: the load went through
            break
        assert ended == [-signal.SIGKILL]
        assert everything(warehouse) == untouched, f"half a load after statement {statement}"
        if statement % 6 == 0:  # the same warehouse as before, so the next load need not follow every time
            load_into(warehouse, *batch())
            assert everything(warehouse) == one_clean_load, f"not a clean load after statement {statement}"
            empty(warehouse)
            load_into(warehouse, before())
    assert statement > 50  # it did go through all of it
    assert everything(warehouse) == one_clean_load


@pytest.mark.parametrize("processes", [2, 4])
def test_processes_that_load_the_same_pages_at_once_leave_one_clean_load(
    processes: int, warehouse: Engine, loader: Loader, one_clean_load: Dump
) -> None:
    load_into(warehouse, before())
    assert loader(warehouse, *["test"] * processes) == [0] * processes
    assert everything(warehouse) == one_clean_load


def test_sources_that_bring_the_same_articles_at_once_agree(warehouse: Engine, clean: Engine, loader: Loader) -> None:
    for source in SOURCES:
        loader(clean, source)
    wanted, held = dump(clean), when_held(clean)
    for _ in range(4):
        empty(warehouse)
        assert loader(warehouse, *SOURCES) == [0] * len(SOURCES)
        found = dump(warehouse)
        for name in ("core.article", "core.article_alias", "core.author", "core.publisher"):
            assert found[name] == wanted[name]
        assert when_held(warehouse) == held


def test_loads_of_one_source_wait_for_each_other(warehouse: Engine) -> None:
    with warehouse.connect() as holding, ThreadPoolExecutor(1) as pool:
        holding.execute(text(LOCK), {"source": "test"})
        load = pool.submit(load_into, warehouse, before())
        with pytest.raises(TimeoutError):
            load.result(timeout=1)
        holding.rollback()
        assert load.result(timeout=30).new == 3


def when_held(engine: Engine) -> list[tuple[object, ...]]:
    query = (
        "select article_id, valid_from, valid_to, content_hash, changed_fields from core.article_revision order by 1, 2"
    )
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def everything(engine: Engine) -> Dump:
    return {**dump(engine), "ops.quarantine": dump(engine, "ops")["ops.quarantine"]}


def empty(engine: Engine) -> None:
    with engine.begin() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(table.delete())
