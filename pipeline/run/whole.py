"""All steps of a run in one process, without Airflow."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from uuid import UUID

from pipeline.errors import DatelineError
from pipeline.run import steps
from pipeline.run.context import chosen_sources
from pipeline.run.reprocess import plan_reprocess
from pipeline.windows import Window

Advance = Callable[[], None]


def run_window(window: Window, *, sources: Sequence[str] | None = None, advance: Advance = lambda: None) -> UUID:
    """Run one window from plan to publish; returns the run's id. A run that fails is closed as failed.

    `advance` is called for each page that is read.
    """
    return _run(steps.plan(window, sources=sources), advance)


def run_days(
    window: Window, *, sources: Sequence[str] | None = None, advance: Advance = lambda: None
) -> Iterator[tuple[date, UUID | DatelineError]]:
    """A run for each day of the window, in order; gives its id, or why it failed: the other days go on.

    Raises `Terminal` at once for an unknown source.
    """
    chosen_sources(sources)
    for day in window.days():
        try:
            yield day, run_window(Window(day, day), sources=sources, advance=advance)
        except DatelineError as error:
            yield day, error


def run_reprocess(*, sources: Sequence[str] | None = None, advance: Advance = lambda: None) -> UUID:
    """Rebuild the rows that are out of date; returns the run's id."""
    return _run(plan_reprocess(sources=sources), advance)


def _run(planned: steps.Plan, advance: Advance) -> UUID:
    with steps.closing_on_error(planned.run_id):
        steps.fetch_all(planned.run_id, planned.batches)
        for batch in planned.batches:
            steps.extract_batch(planned.run_id, batch, advance=advance)
        steps.validate_run(planned.run_id, planned.batches)
        steps.load_run(planned.run_id, planned.batches)
        steps.publish(planned.run_id)
    return planned.run_id
