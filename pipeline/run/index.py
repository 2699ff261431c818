"""The index of a source's archives: each record's window day, read once a file and again when that changes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

import structlog
from sqlalchemy import Connection

from pipeline import archive, extract, load, normalize
from pipeline.adapters.processes import available_cores
from pipeline.adapters.raw_store import StoredFile
from pipeline.articles import Candidate, FetchedPage
from pipeline.dates import Moment
from pipeline.discover.archives import days_about, index_pages, list_source
from pipeline.reports import Report, State
from pipeline.run.context import warehouse
from pipeline.run.versions import current_versions
from pipeline.settings import PROJECT, settings
from pipeline.sources import Archive, SourceConfig
from pipeline.windows import Window

log = structlog.get_logger(__name__)


def candidates(source: SourceConfig, window: Window) -> tuple[list[Candidate], list[Report]]:
    """The records of a source's archives that `window` owns, in the order of the archive; how each archive did."""
    files = list_source(source, PROJECT, window)
    for config, file in files:
        _index(source, config, file)
    with warehouse().connect() as connection:
        found = load.records_in_window(connection, source.name, window, {file.name for _, file in files})
        of_config = [(config, [file for other, file in files if other is config]) for config in source.archives]
        reports = [_report(connection, source, *item, window, found) for item in of_config]
    for report in reports:
        if report.detail:
            log.warning(report.state, source=source.name, window=str(window), detail=report.detail)
    return found, reports


def _report(
    connection: Connection,
    source: SourceConfig,
    config: Archive,
    files: Sequence[StoredFile],
    window: Window,
    found: Iterable[Candidate],
) -> Report:
    """Which days of the window an archive can tell of: those that files are about, or that lie between its records."""
    names = {file.name for file in files}
    if config.is_dated:
        served = days_about(config, files, window)
        why = "no file is about {} of {} days"
    else:
        first, last = load.days_of_records(connection, source.name, names) or (date.max, date.min)
        served = {day for day in window.days() if first <= day <= last}
        why = f"its records are of {first} to {last}" if first <= last else "it has no records"
    missing = sum(1 for day in window.days() if day not in served)
    count = sum(1 for item in found if item.raw and item.raw.name in names)
    detail = why.format(missing, missing + len(served)) if missing else None
    state: State = "served" if served else "cannot-serve"
    return Report(f"archive {config.location}", state, count, {}, detail, tuple(sorted(served)))


def _index(source: SourceConfig, config: Archive, file: StoredFile) -> None:
    """Index a file that is new, has changed, or was indexed under other versions."""
    zone, versions = settings().timezone, current_versions()
    with warehouse().connect() as connection:
        if load.is_indexed(connection, source.name, file, window_by=config.window_by, zone=zone, versions=versions):
            return
    records = list(
        index_pages(
            archive.pages_of_file(file, source.name, Counter()),
            partial(read_published, source=source),
            zone=settings().zone,
            window_by=config.window_by,
            workers=settings().workers or available_cores(),
        )
    )
    with warehouse().begin() as connection:
        load.save_index(
            connection, source.name, file, records, window_by=config.window_by, zone=zone, versions=versions
        )
    log.info("indexed", source=source.name, file=file.name, records=len(records))


def read_published(page: FetchedPage, source: SourceConfig) -> Moment | None:
    """A page's date as the whole normalisation chooses it."""
    extracted = extract.extract(page, source)
    return normalize.choose_dates(extracted, source.site(extracted.site)).published
