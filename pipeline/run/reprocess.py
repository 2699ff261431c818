"""Rebuilding exactly the rows that are out of date, from the archive: no fetching, no revisions."""

from collections.abc import Sequence
from uuid import UUID, uuid4, uuid5

import structlog

from pipeline import load
from pipeline.run.context import chosen_sources, configured_sources, warehouse
from pipeline.run.steps import RUNS, Plan, closing_on_error, write_candidates
from pipeline.run.versions import current_versions

log = structlog.get_logger(__name__)


def plan_reprocess(
    *, sources: Sequence[str] | None = None, run_key: str | None = None, trigger: str = "reprocess"
) -> Plan:
    """Write down, in batches, the captures behind every row that an older version of a core made.

    Sources that are off count too: their rows are there.
    """
    run_id: UUID = uuid5(RUNS, run_key) if run_key else uuid4()
    chosen = chosen_sources(sources) if sources else list(configured_sources().values())
    with warehouse().begin() as connection:
        load.start_run(connection, run_id, None, [source.name for source in chosen], trigger, current_versions())
        stale = {source.name: load.stale_records(connection, current_versions(), source.name) for source in chosen}
    batches: list[str] = []
    with closing_on_error(run_id):
        for name, found in stale.items():
            batches += write_candidates(run_id, name, found)
            log.info("planned", run=str(run_id), source=name, pages=len(found))
    return Plan(run_id, tuple(batches))
