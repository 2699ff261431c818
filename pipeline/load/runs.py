"""Runs: what they went over, what became of their pages, how they ended."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import Connection

from pipeline.articles import Versions
from pipeline.load.counts import Counts
from pipeline.load.identity import validation_id, versions_of
from pipeline.load.session import Session
from pipeline.models import Source, Validation, table
from pipeline.sources import SourceConfig
from pipeline.verdicts import BatchVerdict
from pipeline.windows import Window

COUNTS = "pages_new, pages_revised, pages_unchanged, pages_rejected, pages_quarantined, refused_rows"
START = """
insert into ops.run (run_id, window_start, window_end, source_names, triggered_by, run_state, started_at,
    extract_version, bylines_version, dates_version, numbers_version)
values (:run_id, :first, :last, :sources, :trigger, 'running', now(), :extract, :bylines, :dates, :numbers)
on conflict (run_id) do update set
    window_start = excluded.window_start, window_end = excluded.window_end, source_names = excluded.source_names,
    run_state = 'running', started_at = excluded.started_at, finished_at = null, error_message = null
"""
FORGET_BATCHES = "delete from ops.batch where run_id = :run_id"
SAVE_BATCH = f"""
insert into ops.batch (run_id, batch_name, source_name, pages, {COUNTS})
values (:run_id, :batch, :source, :pages, :new, :revised, :unchanged, :rejected, :quarantined, :refused)
on conflict do nothing
"""
ADD_UP = f"""
update ops.run set (pages, {COUNTS}) = (
    select coalesce(sum(pages), 0), {", ".join(f"coalesce(sum({name}), 0)" for name in COUNTS.split(", "))}
    from ops.batch where run_id = :run_id)
where run_id = :run_id
"""
FINISH = """
update ops.run set run_state = :state, finished_at = now(), error_message = :error where run_id = :run_id
"""


def start_run(
    connection: Connection,
    run_id: UUID,
    window: Window | None,
    sources: Sequence[str],
    trigger: str,
    versions: Versions,
) -> None:
    """Opens a run; one that is started again begins to count from nothing. `window` None = a reprocess of all days."""
    session = Session(connection)
    extract, bylines, dates, numbers = versions_of(versions)
    session.run(
        START,
        run_id=run_id,
        first=window.first if window else None,
        last=window.last if window else None,
        sources=list(sources),
        trigger=trigger,
        extract=extract,
        bylines=bylines,
        dates=dates,
        numbers=numbers,
    )
    session.run(FORGET_BATCHES, run_id=run_id)
    session.run(ADD_UP, run_id=run_id)


def finish_run(connection: Connection, run_id: UUID, *, error: str | None = None) -> None:
    """Closes a run, as failed where `error` says why."""
    state = "failed" if error else "success"
    Session(connection).run(FINISH, run_id=run_id, state=state, error=error)


def count_complete(connection: Connection, run_id: UUID, source: str, outcomes: Iterable[str]) -> None:
    """Counts pages that need no work; `outcomes` has the known outcome of each: article, rejected or quarantined."""
    found = list(outcomes)
    counts = Counts(
        unchanged=found.count("article"),
        rejected=found.count("rejected"),
        quarantined=found.count("quarantined"),
    )
    save_batch(Session(connection), run_id, f"{source}/complete", source, counts)


def save_batch(session: Session, run_id: UUID, batch: str, source: str, counts: Counts) -> None:
    """Writes the counts of a batch, unless it was counted before, and adds the run's up."""
    session.run(
        SAVE_BATCH,
        run_id=run_id,
        batch=batch,
        source=source,
        pages=counts.pages,
        new=counts.new,
        revised=counts.revised,
        unchanged=counts.unchanged,
        rejected=counts.rejected,
        quarantined=counts.quarantined,
        refused=counts.refused_rows,
    )
    session.run(ADD_UP, run_id=run_id)


def save_source(session: Session, source: SourceConfig) -> None:
    """Writes what a source's file says of it."""
    row = (source.name, source.title, source.country, source.language, source.timezone)
    session.merge(table(Source), [row])


def save_validations(connection: Connection, run_id: UUID, verdicts: Iterable[BatchVerdict]) -> None:
    """Writes how the sources did at each expectation; those of a run that is validated again are replaced."""
    session = Session(connection)
    session.run("delete from ops.validation where run_id = :run_id", run_id=run_id)
    rows = {
        found[0]: found
        for found in (
            (
                validation_id(run_id, (item.source, item.suite, item.expectation, item.column)),
                *(run_id, item.source, item.suite, item.expectation, item.column, item.severity),
                *(item.evaluated, item.unexpected, item.observed, item.success),
            )
            for item in verdicts
        )
    }
    session.insert(table(Validation), list(rows.values()))


def register_source(connection: Connection, source: SourceConfig) -> None:
    """Writes what a source's file says of it, for rows that name it before anything of it is loaded."""
    save_source(Session(connection), source)
