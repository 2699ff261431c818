"""The tasks: each calls one function of `pipeline.run`, inside the task, so that reading a DAG file stays cheap.

Only a run's id and the names of its batches pass from task to task.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import wraps
from typing import Any
from uuid import UUID

from airflow.sdk import Asset, get_current_context, task
from airflow.sdk.exceptions import AirflowFailException
from dateline_dags.pools import pool

WAREHOUSE = Asset(
    name="dateline_warehouse",
    uri="dateline://warehouse",
    extra={"about": "The articles and everything read from them; updated by every run that published"},
)
RETRIES = {
    "retries": 3,
    "retry_delay": timedelta(seconds=30),
    "retry_exponential_backoff": True,
    "max_retry_delay": timedelta(minutes=15),
}


def step(function: Callable[..., Any]) -> Callable[..., Any]:
    """Settings from Airflow's connections first; what cannot succeed when tried again (`Terminal`) is not retried."""

    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        from dateline_dags.connections import use_connections

        from pipeline.errors import Terminal

        use_connections()
        try:
            return function(*args, **kwargs)
        except Terminal as error:
            raise AirflowFailException(str(error)) from error

    return call


@task
@step
def plan() -> list[str]:
    """Find the pages of the window that are not complete yet, and divide them into batches."""
    from dateline_dags.windows import window_of

    from pipeline.run import steps
    from pipeline.settings import settings
    from pipeline.windows import Window

    context = get_current_context()
    dag_run = context["dag_run"]
    window = window_of(dag_run, context["params"], settings().zone, datetime.now(UTC))
    planned = steps.plan(Window.parse(window), trigger=dag_run.run_type.value, **_request(context))
    return _batches(context, planned)


@task
@step
def plan_reprocess() -> list[str]:
    """Find the rows that an older version of a core made, and divide their pages into batches."""
    from pipeline.run import reprocess

    context = get_current_context()
    return _batches(context, reprocess.plan_reprocess(**_request(context)))


@task(pool=pool("dateline_fetch"), map_index_template="{{ batch }}")
@step
def fetch(run: str, batch: str) -> None:
    """Fetch the pages of a batch into the raw archive; what is archived already passes as it is."""
    from pipeline.run import steps

    get_current_context()["batch"] = batch
    steps.fetch(UUID(run), batch)


@task(pool=pool("dateline_extract"), map_index_template="{{ batch }}")
@step
def extract_and_normalize(run: str, batch: str) -> None:
    """Read the pages of a batch: text, headline, authors, dates and every number."""
    from pipeline.run import steps

    get_current_context()["batch"] = batch
    steps.extract_batch(UUID(run), batch)


@task(trigger_rule="none_failed")
@step
def validate(run: str, batches: list[str]) -> None:
    """Judge every row and every source (Great Expectations); also where there was nothing to fetch."""
    from pipeline.run import steps

    steps.validate_run(UUID(run), batches)


@task(pool=pool("dateline_load"))
@step
def load(run: str, batches: list[str]) -> None:
    """Merge the rows into the warehouse; what was refused goes to quarantine."""
    from pipeline.run import steps

    steps.load_run(UUID(run), batches)


@task(outlets=[WAREHOUSE])
@step
def publish(run: str) -> None:
    """Bring the analysts' views up to date and close the run."""
    from pipeline.run import steps

    steps.publish(UUID(run))


def close_failed_run(context: Any) -> None:
    """A task failed for good: the run in the warehouse must not look as if it still went on."""
    from dateline_dags.connections import use_connections

    from pipeline.run import steps

    failed = context["ti"]
    known = [run for run in failed.xcom_pull(task_ids=["plan", "plan_reprocess"], key="run") or () if run]
    if known:
        use_connections()
        steps.fail(UUID(known[0]), f"task {failed.task_id}: {context.get('exception')}")


DEFAULTS: dict[str, Any] = {"owner": "dateline", **RETRIES, "on_failure_callback": [close_failed_run]}


def _request(context: Any) -> dict[str, Any]:
    """What a run is asked for; its key stays when a task is retried, and changes when the whole run is cleared."""
    dag_run = context["dag_run"]
    return {
        "sources": context["params"].get("sources") or None,
        "run_key": f"{dag_run.dag_id}/{dag_run.run_id}/{dag_run.start_date}",
    }


def _batches(context: Any, planned: Any) -> list[str]:
    """The names of the batches, which tasks are mapped over; the run's id goes beside them, under the key `run`."""
    context["ti"].xcom_push(key="run", value=str(planned.run_id))
    return list(planned.batches)


@task
@step
def polled() -> list[str]:
    """The live sources whose turn it is; for a run by hand those that the form names, or all that are on.

    Skipped, and with it the run, where DATELINE_CONTACT is not set.
    """
    from airflow.sdk.exceptions import AirflowSkipException

    from pipeline.run.poll import is_allowed, live_sources, polled_now

    context = get_current_context()
    dag_run, names = context["dag_run"], context["params"].get("sources") or None
    if not is_allowed():
        raise AirflowSkipException("nobody is polled: DATELINE_CONTACT is not set; see docs/fetching.md")
    if dag_run.run_type == "manual":
        return live_sources(names)
    return polled_now(dag_run.run_after or datetime.now(UTC), names)


@task(pool=pool("dateline_fetch"), map_index_template="{{ source }}")
@step
def poll(source: str) -> int:
    """Fetch what is new and what is due of one source; gives the number of pages."""
    from pipeline.run import poll as polling

    get_current_context()["source"] = source
    return polling.poll([source]).get(source, 0)
