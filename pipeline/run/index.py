"""The index of a source's archives: each record's window day, read once a file and again when that changes."""

from collections import Counter
from functools import partial

import structlog

from pipeline import archive, extract, load, normalize
from pipeline.adapters.processes import available_cores
from pipeline.adapters.raw_store import StoredFile
from pipeline.articles import Candidate, FetchedPage
from pipeline.dates import Moment
from pipeline.discover.archives import index_pages, list_source
from pipeline.run.context import warehouse
from pipeline.run.versions import current_versions
from pipeline.settings import PROJECT, settings
from pipeline.sources import Archive, SourceConfig
from pipeline.windows import Window

log = structlog.get_logger(__name__)


def candidates(source: SourceConfig, window: Window) -> list[Candidate]:
    """The records of a source's archives that `window` owns, in the order of the archive."""
    files = list_source(source, PROJECT, window)
    if source.archives and not files:
        log.warning("no file of the archives is about the window", source=source.name, window=str(window))
    for config, file in files:
        _index(source, config, file)
    with warehouse().connect() as connection:
        return load.records_in_window(connection, source.name, window, {file.name for _, file in files})


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
