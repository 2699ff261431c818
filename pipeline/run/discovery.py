"""Asking the live sources of a run for its window, and writing down what they said."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

import structlog

from pipeline import load
from pipeline.articles import Candidate
from pipeline.discover.reports import label
from pipeline.reports import Report
from pipeline.run.context import warehouse
from pipeline.settings import settings
from pipeline.sources import SourceConfig
from pipeline.status import unserved
from pipeline.windows import Window

log = structlog.get_logger(__name__)

NOT_ASKED = "not asked: DATELINE_CONTACT is not set"


def ask(
    run_id: UUID, sources: Sequence[SourceConfig], window: Window, *, are_named: bool
) -> dict[str, list[Candidate]]:
    """What the live sources offer for the window, by name; how they did is written to ops.discovery.

    Without DATELINE_CONTACT nobody is asked: sources that nobody named are left out with a warning, for named ones it
    is a `Terminal` error.
    """
    if not sources:
        return {}
    if settings().contact is None and not are_named:
        log.warning(f"live sources are {NOT_ASKED}", sources=[source.name for source in sources])
        save(run_id, window, {source.name: _not_asked(source) for source in sources})
        return {}
    from pipeline.run import live  # needs dateline[fetch], which archives do without

    found = live.find(run_id, sources, window)
    save(run_id, window, {name: result.reports for name, result in found.items()})
    return {name: result.candidates for name, result in found.items()}


def failures(run_id: UUID) -> str:
    """The sources of which days are missing because something could not be read; "" where there are none."""
    missing = [item for item in unserved(warehouse(), [run_id]).get(run_id, []) if item.has_failed]
    return "; ".join(f"{item.source}: {item.why}" for item in missing)


def save(run_id: UUID, window: Window, reports: Mapping[str, Iterable[Report]]) -> None:
    """Write down how the ways of finding the articles of sources did."""
    with warehouse().begin() as connection:
        for name, of_source in reports.items():
            load.save_discoveries(connection, run_id, name, window, of_source)


def _not_asked(source: SourceConfig) -> list[Report]:
    return [Report(label(strategy), "cannot-serve", 0, {}, NOT_ASKED, ()) for strategy in source.live]
