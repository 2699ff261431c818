"""The steps of a run, one function a task. Between them pass a run's id and the names of its batches, nothing else."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4, uuid5

import structlog

from pipeline import archive, load, validate
from pipeline import publish as views
from pipeline.adapters import raw_store, work
from pipeline.adapters.processes import available_cores
from pipeline.articles import Candidate, FetchedPage, NormalizedArticle
from pipeline.errors import Terminal
from pipeline.run import discovery
from pipeline.run.context import chosen_sources, configured_sources, warehouse, work_folder
from pipeline.run.index import candidates
from pipeline.run.pages import read_article, read_articles
from pipeline.run.versions import current_versions
from pipeline.settings import settings
from pipeline.sources import SourceConfig
from pipeline.verdicts import Verdicts
from pipeline.windows import Window

log = structlog.get_logger(__name__)

RUNS = UUID("6f0a4f0e-6a0c-5d39-9a62-3a1d0f1f3c11")  # the namespace of the ids of scheduled runs
VERDICTS = "verdicts"
PAGES_WORTH_A_PROCESS = 100


@dataclass(frozen=True, slots=True)
class Plan:
    """A run and the names of its batches; each batch holds pages of one source."""

    run_id: UUID
    batches: tuple[str, ...]


def plan(
    window: Window, *, sources: Sequence[str] | None = None, run_key: str | None = None, trigger: str = "command"
) -> Plan:
    """Find the pages of the window that are not complete yet, and write them down in batches.

    `run_key` names a scheduled run: planned again, it is the same run. Raises `Terminal` for an unknown source.
    """
    chosen = chosen_sources(sources)
    run_id = uuid5(RUNS, run_key) if run_key else uuid4()
    with warehouse().begin() as connection:
        load.start_run(connection, run_id, window, [source.name for source in chosen], trigger, current_versions())
    with closing_on_error(run_id):
        return Plan(run_id, tuple(_planned(run_id, chosen, window, are_named=bool(sources))))


def _planned(run_id: UUID, chosen: Sequence[SourceConfig], window: Window, *, are_named: bool) -> Iterator[str]:
    """Find what each source still needs and write it down; gives the names of the batches."""
    offered = _offered(run_id, [source for source in chosen if source.live], window, are_named=are_named)
    for source in chosen:
        found, reports = candidates(source, window)
        discovery.save(run_id, window, {source.name: reports})
        todo, complete = _without_complete(source.name, found)
        if source.live:
            more, read = offered(source)
            todo, complete = [*todo, *more], [*complete, *read]
        with warehouse().begin() as connection:
            load.count_complete(connection, run_id, source.name, complete)
        yield from write_candidates(run_id, source.name, todo)
        log.info("planned", run=str(run_id), window=str(window), source=source.name, todo=len(todo), done=len(complete))


def _offered(
    run_id: UUID, sources: Sequence[SourceConfig], window: Window, *, are_named: bool
) -> Callable[[SourceConfig], tuple[list[Candidate], list[str]]]:
    """Asks the live sources; gives what each still needs, and the outcomes of its pages that are complete."""
    found = discovery.ask(run_id, sources, window, are_named=are_named)

    def of(source: SourceConfig) -> tuple[list[Candidate], list[str]]:
        if source.name not in found:
            return [], []
        from pipeline.run.needs import needed  # needs dateline[fetch], which archives do without

        left = needed(source, found[source.name], window)
        return left.todo, left.complete

    return of


def _without_complete(source: str, listed: Sequence[Candidate]) -> tuple[list[Candidate], list[str]]:
    """The records that still need work, and the outcomes of those that are complete under the current versions."""
    files = {item.raw.name for item in listed if item.raw}
    todo: list[Candidate] = []
    outcomes: list[str] = []
    with warehouse().connect() as connection:
        known = load.known_records(connection, source, files, current_versions())
        for item in listed:
            found = known.get(key) if (key := record_key(item)) else None
            if found is not None and found.is_current:
                outcomes.append(found.outcome)
            else:
                todo.append(item)
    return todo, outcomes


def record_key(item: Candidate) -> tuple[str, int | None, datetime] | None:
    """What a capture in an archive is known by; None for an address that is still to be fetched."""
    return (item.raw.name, item.raw.offset, item.captured_at) if item.raw and item.captured_at else None


def write_candidates(run_id: UUID, source: str, found: Sequence[Candidate]) -> Iterator[str]:
    """Write the candidates of one source down in batches; gives the names of those."""
    size = settings().batch_size
    for number, start in enumerate(range(0, len(found), size), 1):
        name = f"{source}-{number:04}"
        work.write_batch(work_folder(run_id, "candidates"), name, found[start : start + size], Candidate)
        yield name


def fetch(run_id: UUID, batch: str) -> str:
    """Fetch what the batch names into the raw archive; what has a record already passes as it is.

    The batch then holds the pages that were fetched; those that failed, or have not changed, are in core.page_fetch.
    """
    fetch_all(run_id, [batch])
    return batch


def fetch_all(run_id: UUID, batches: Sequence[str]) -> None:
    """Fetch what several batches name, all at once; see `fetch`."""
    folder = work_folder(run_id, "candidates")
    listed = {name: list(work.read_batch(folder, name, Candidate)) for name in batches}
    todo = [name for name in batches if any(item.raw is None for item in listed[name])]
    if not todo:
        return
    from pipeline.run import live  # needs dateline[fetch], which archives do without

    wanted = [live.Batch(name, configured_sources()[source_of(name)], listed[name]) for name in todo]
    for name, fetched in zip(todo, live.fetch_batches(run_id, wanted), strict=True):
        work.write_batch(folder, name, fetched, Candidate)


def extract_batch(run_id: UUID, batch: str, *, advance: Callable[[], None] = lambda: None) -> str:
    """Read the pages of a batch into articles; `advance` is called for each."""
    source = configured_sources()[source_of(batch)]
    listed = [item for item in work.read_batch(work_folder(run_id, "candidates"), batch, Candidate) if item.raw]
    read = read_articles(pages_of(listed), source, workers=_workers(len(listed)))
    articles = _counted((_known_as(article, item.url) for article, item in zip(read, listed, strict=True)), advance)
    count = work.write_batch(work_folder(run_id, "articles"), batch, articles, NormalizedArticle)
    log.info("extracted", run=str(run_id), batch=batch, pages=count)
    return batch


def _workers(pages: int) -> int:
    """Processes for so many pages; starting one costs as much as reading some fifty."""
    return settings().workers or min(available_cores(), 1 + pages // PAGES_WORTH_A_PROCESS)


def _counted(articles: Iterable[NormalizedArticle], advance: Callable[[], None]) -> Iterator[NormalizedArticle]:
    for article in articles:
        advance()
        yield article


def validate_run(run_id: UUID, batches: Sequence[str]) -> None:
    """Judge every row of the run and every source, and write the verdicts down."""
    articles = (article for batch in batches for article in articles_of(run_id, batch))
    # Importing Great Expectations costs more than a day on which there is nothing to do.
    verdicts = validate.validate(articles, configured_sources(), settings().expectations) if batches else Verdicts()
    work.write_batch(work_folder(run_id), VERDICTS, [verdicts], Verdicts)
    with warehouse().begin() as connection:
        load.save_validations(connection, run_id, verdicts.batches)
    for warning in verdicts.warnings:
        log.warning("expectation not met", run=str(run_id), **asdict(warning))


def load_run(run_id: UUID, batches: Sequence[str]) -> None:
    """Load what was not refused, one transaction a batch; a source that validation stopped is left out."""
    verdicts = next(work.read_batch(work_folder(run_id), VERDICTS, Verdicts))
    for batch in batches:
        source = configured_sources()[source_of(batch)]
        if source.name in verdicts.stopped_sources:
            continue
        articles = list(articles_of(run_id, batch))
        counts = load.load_batch(
            warehouse(), run_id, batch, source, articles, verdicts.refused, neighbours=_neighbours(articles)
        )
        log.info("loaded", run=str(run_id), batch=batch, **asdict(counts))
    _drop_unkept({source_of(batch) for batch in batches})


def publish(run_id: UUID) -> None:
    """Bring the views up to date, close the run, and delete its batches.

    Raises `Terminal` where a source was stopped before loading, or days of it are missing because something could not
    be read: the other sources are in, and somebody must look.
    """
    verdicts = next(work.read_batch(work_folder(run_id), VERDICTS, Verdicts))
    views.publish(warehouse())
    stopped = "; ".join(f"{source}: {reason}" for source, reason in sorted(verdicts.stopped_sources.items()))
    wrong = [f"stopped before loading: {stopped}"] if stopped else []
    missing = discovery.failures(run_id)
    wrong += [f"days are missing: {missing}"] if missing else []
    fail(run_id, "; ".join(wrong)) if wrong else finish(run_id)
    work.delete_run(work_folder(run_id))
    if wrong:
        raise Terminal("; ".join(wrong))


def _neighbours(articles: Sequence[NormalizedArticle]) -> list[NormalizedArticle]:
    """Earlier captures of the same articles that have to be read again, so that like is compared with like."""
    with warehouse().connect() as connection:
        stale = load.neighbours(connection, articles)
    return [
        read_article(archive.read_page(item.raw, item.source), configured_sources()[item.source])
        for item in stale
        if item.raw is not None
    ]


def _known_as(article: NormalizedArticle, url: str | None) -> NormalizedArticle:
    """The article with the address that was asked for among its own: redirects lead from there."""
    if url is None or url in (article.canonical_url, article.page.url, *article.aliases):
        return article
    return replace(article, aliases=(*article.aliases, url))


def _drop_unkept(sources: Iterable[str]) -> None:
    """Delete the pages of which no copy may be kept, now that they are read."""
    if raw_store.exists(raw_store.join(settings().raw_store, "work", "unarchived")):
        from pipeline.run import live

        for name in sorted(sources):
            live.drop_unkept(configured_sources()[name])


def finish(run_id: UUID) -> None:
    """Close a run that went well."""
    with warehouse().begin() as connection:
        load.finish_run(connection, run_id)


@contextmanager
def closing_on_error(run_id: UUID) -> Iterator[None]:
    """Close the run as failed where an error ends it, also Ctrl-C: it must not look as if it still went on."""
    try:
        yield
    except BaseException as error:
        fail(run_id, f"{type(error).__name__}: {error}")
        raise


def fail(run_id: UUID, error: str) -> None:
    """Close a run that could not go on."""
    with warehouse().begin() as connection:
        load.finish_run(connection, run_id, error=error)


def source_of(batch: str) -> str:
    """The source whose pages a batch holds."""
    return batch.rpartition("-")[0]


def articles_of(run_id: UUID, batch: str) -> Iterator[NormalizedArticle]:
    """The articles of a batch, once they are extracted."""
    return work.read_batch(work_folder(run_id, "articles"), batch, NormalizedArticle)


def pages_of(candidates: Iterable[Candidate]) -> Iterator[FetchedPage]:
    """The captured pages behind candidates that have a record."""
    return (archive.read_page(item.raw, item.source) for item in candidates if item.raw is not None)
