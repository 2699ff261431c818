"""All steps of a run in one process, without Airflow."""

from collections.abc import Sequence
from uuid import UUID

from pipeline.run import steps
from pipeline.run.reprocess import plan_reprocess
from pipeline.windows import Window


def run_window(window: Window, *, sources: Sequence[str] | None = None) -> UUID:
    """Run one window from plan to publish; returns the run's id. A run that fails is closed as failed."""
    return _run(steps.plan(window, sources=sources))


def run_reprocess(*, sources: Sequence[str] | None = None) -> UUID:
    """Rebuild the rows that are out of date; returns the run's id."""
    return _run(plan_reprocess(sources=sources))


def _run(planned: steps.Plan) -> UUID:
    try:
        steps.fetch_all(planned.run_id, planned.batches)
        for batch in planned.batches:
            steps.extract_batch(planned.run_id, batch)
        steps.validate_run(planned.run_id, planned.batches)
        steps.load_run(planned.run_id, planned.batches)
        steps.publish(planned.run_id)
    except BaseException as error:  # also Ctrl-C: a run must not look as if it still went on
        steps.fail(planned.run_id, f"{type(error).__name__}: {error}")
        raise
    return planned.run_id
