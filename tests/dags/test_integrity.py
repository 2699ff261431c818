"""What Airflow reads from the DAG files: the schedule, the shape, and what the trigger form asks."""

import ast
from typing import TYPE_CHECKING

import pytest

from pipeline.sources import load_sources
from tests.conftest import PROJECT

if TYPE_CHECKING:
    from airflow.sdk import DAG


def test_there_are_three_dags_and_nothing_else(dags: dict[str, "DAG"]) -> None:
    assert set(dags) == {"news_nightly", "news_poll", "news_reprocess"}


def test_the_nightly_run_reads_like_a_table_of_contents(dags: dict[str, "DAG"]) -> None:
    order = [task.task_id for task in dags["news_nightly"].topological_sort()]
    assert order == ["plan", "fetch", "extract_and_normalize", "validate", "load", "publish"]


def test_polling_reads_nothing_and_waits_for_no_slow_source(dags: dict[str, "DAG"]) -> None:
    poll = dags["news_poll"]
    assert [task.task_id for task in poll.topological_sort()] == ["polled", "poll"]
    assert poll.get_task("poll").is_mapped
    assert poll.get_task("poll").retries == 3
    assert poll.max_active_runs > 1
    assert poll.catchup is False


def test_reprocessing_fetches_nothing(dags: dict[str, "DAG"]) -> None:
    order = [task.task_id for task in dags["news_reprocess"].topological_sort()]
    assert order == ["plan_reprocess", "extract_and_normalize", "validate", "load", "publish"]
    assert not dags["news_reprocess"].timetable.can_be_scheduled


def test_one_run_a_night_covers_one_day(dags: dict[str, "DAG"]) -> None:
    from airflow.sdk import CronDataIntervalTimetable

    nightly = dags["news_nightly"]
    assert isinstance(nightly.timetable, CronDataIntervalTimetable)
    assert nightly.timetable.expression == "0 2 * * *"
    assert nightly.catchup is False
    assert nightly.max_active_runs >= 1


def test_only_names_are_mapped_over(dags: dict[str, "DAG"]) -> None:
    assert [task.task_id for task in dags["news_nightly"].tasks if task.is_mapped] == ["fetch", "extract_and_normalize"]


@pytest.mark.parametrize("dag_id", ["news_nightly", "news_reprocess"])
def test_tasks_are_retried_with_patience_and_failures_close_the_run(dags: dict[str, "DAG"], dag_id: str) -> None:
    from dags.dateline_dags.pools import POOLS

    pools = set()
    for task in dags[dag_id].tasks:
        assert task.retries == 3
        assert task.retry_exponential_backoff
        assert task.has_on_failure_callback
        pools.add(task.pool)
    assert pools <= {"default_pool", *POOLS}
    assert len(pools) > 1


def test_nothing_to_fetch_still_publishes(dags: dict[str, "DAG"]) -> None:
    assert dags["news_nightly"].get_task("validate").trigger_rule == "none_failed"


def test_the_warehouse_is_an_asset_that_publishing_updates(dags: dict[str, "DAG"]) -> None:
    for name in ("news_nightly", "news_reprocess"):
        assert [asset.name for asset in dags[name].get_task("publish").outlets] == ["dateline_warehouse"]


def test_every_question_of_the_form_is_explained(dags: dict[str, "DAG"]) -> None:
    for dag in dags.values():
        assert dag.doc_md
        for name in dag.params:
            param = dag.params.get_param(name)
            assert param.description
            assert param.schema["title"]
            assert param.resolve() is None


def test_the_form_offers_the_sources_by_their_names(dags: dict[str, "DAG"]) -> None:
    offered = dags["news_nightly"].params.get_param("sources").schema["examples"]
    assert offered == sorted(load_sources(PROJECT / "sources"))


def test_the_form_takes_only_days(dags: dict[str, "DAG"]) -> None:
    from airflow.sdk.exceptions import ParamValidationError

    first = dags["news_nightly"].params.get_param("from")
    assert first.resolve("2026-03-10") == "2026-03-10"
    with pytest.raises(ParamValidationError):
        first.resolve("10 March")


def test_reading_the_dag_files_imports_no_stage() -> None:
    """Airflow reads the files every few seconds: what is slow to import belongs into the tasks."""
    slow = ("pipeline.run", "pipeline.extract", "pipeline.load", "sqlalchemy", "trafilatura", "great_expectations")
    for path in [*sorted((PROJECT / "dags").glob("news_*.py")), PROJECT / "dags" / "dateline_dags" / "tasks.py"]:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.startswith(slow)], path
