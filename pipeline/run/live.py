"""The pages of live sources: what a window still needs of them, and fetching it into the raw archive."""

import asyncio
from collections.abc import Coroutine, Iterable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from time import monotonic
from typing import Any, TypeVar
from uuid import UUID, uuid4

import structlog

from pipeline import archive, load
from pipeline.adapters import http, raw_store
from pipeline.articles import Candidate, FetchedPage, Listed, RawRef
from pipeline.discover.live import discover
from pipeline.discover.reports import Discovered
from pipeline.errors import DatelineError
from pipeline.fetch import AttemptRow, Fetched, FetchLog, Known, fetch_pages, is_due, rows_of
from pipeline.load.identity import page_fetch_id
from pipeline.run.clients import fetcher
from pipeline.run.context import warehouse
from pipeline.run.needs import captured
from pipeline.run.versions import current_versions
from pipeline.settings import PROJECT, settings
from pipeline.sources import SourceConfig
from pipeline.windows import Window, today

log = structlog.get_logger(__name__)

UNARCHIVED = ("work", "unarchived")  # pages of which no copy may be kept lie here until they are read
_PART_BYTES = 32 << 20
_BATCHES_AT_ONCE = 8  # each holds a connection to the warehouse

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Batch:
    """The candidates of one source that are fetched in one go."""

    name: str
    source: SourceConfig
    listed: Sequence[Candidate]


def find(run_id: UUID, sources: Sequence[SourceConfig], window: Window) -> dict[str, Discovered]:
    """What the live sources offer for the window, by name; asks all of them at once, each host at its own pace.

    Raises `Terminal` without a contact. What a source cannot serve is logged, and stands in its reports.
    """
    zone = settings().zone

    async def find_all() -> list[Discovered]:
        async with fetcher(run_id) as client:
            asked = (discover(item, window, client, zone=zone, today=today(zone), project=PROJECT) for item in sources)
            return await asyncio.gather(*asked)

    found = dict(zip((item.name for item in sources), run_async(find_all()), strict=True))
    for name, result in found.items():
        for report in result.reports:
            tell = log.info if report.state == "served" else log.warning
            about = {"found": report.found, "detail": report.detail, "left_out": report.left_out}
            tell(report.state, source=name, window=str(window), strategy=report.strategy, **about)
    return found


def fetch_batches(run_id: UUID, batches: Sequence[Batch]) -> list[list[Candidate]]:
    """Fetch what has no record yet; gives for each batch the candidates that have one then, in their order.

    What a killed process of the same run had fetched and written is not asked for again. Raises `Terminal` without a
    contact, `Transient` where another process fetches from a source for too long.
    """

    async def fetch_all() -> list[list[Candidate]]:
        at_once = asyncio.Semaphore(_BATCHES_AT_ONCE)
        async with fetcher(run_id) as client, asyncio.TaskGroup() as group:
            tasks = [group.create_task(_fetch_batch(run_id, batch, client, at_once)) for batch in batches]
        return [task.result() for task in tasks]

    return run_async(fetch_all())


def run_async(work: Coroutine[Any, Any, T]) -> T:
    """Run it; of several errors at once the first one is raised."""
    try:
        return asyncio.run(work)
    except ExceptionGroup as group:
        raise group.exceptions[0] from group


async def _fetch_batch(run_id: UUID, batch: Batch, client: http.Fetcher, at_once: asyncio.Semaphore) -> list[Candidate]:
    source, listed = batch.source, batch.listed
    fetch_log = FetchLog(warehouse(), source.name)
    urls = [item.url for item in listed if item.url and not item.raw]
    async with at_once:
        with warehouse().begin() as connection:
            load.register_source(connection, source)
        async with fetch_log.alone():
            lost = fetch_log.settle(raw_store.exists)
            if lost:
                log.info("a killed fetch left pages that were not written", source=source.name, pages=lost)
            known, now = fetch_log.known(urls, current_versions()), datetime.now(UTC)
            todo = [item for item in listed if not item.raw and _is_to_fetch(item, known, source, run_id, now)]
            todo = await asyncio.to_thread(_with_evidence, todo, known)
            await _fetch_all(run_id, batch.name, source, todo, known, fetch_log, client)
        return _resolved(listed, fetch_log.known(urls, current_versions()), run_id)


def _with_evidence(todo: Iterable[Candidate], known: Mapping[str, Known]) -> list[Candidate]:
    """The candidates with what listings said of them before, too: a feed forgets, and no edit must come of that."""
    return [
        replace(item, listed=earlier.merged(item.listed or Listed()))
        if (found := known.get(item.url or "")) and (earlier := _listed_before(item.source, found))
        else item
        for item in todo
    ]


def _listed_before(source: str, known: Known) -> Listed | None:
    raw = next((capture.raw for capture in reversed(known.captures) if capture.raw), None)
    try:
        return archive.read_page(raw, source).listed if raw else None
    except DatelineError:  # the file is gone: what it said is lost, the page can be fetched all the same
        return None


def _is_to_fetch(
    item: Candidate, known: Mapping[str, Known], source: SourceConfig, run_id: UUID, now: datetime
) -> bool:
    found = known.get(item.url or "")
    return found is None or (found.last_run != run_id and is_due(found.history, source.fetch.recheck, now))


def _resolved(listed: Sequence[Candidate], known: Mapping[str, Known], run_id: UUID) -> list[Candidate]:
    """The candidates with their records; those without one (failed, unchanged) are left out."""
    found: dict[RawRef, Candidate] = {}
    for item in listed:
        if item.raw is not None:
            found.setdefault(item.raw, item)
            continue
        record = known.get(item.url or "")
        for capture in record.captures if record else ():
            if capture.raw is not None and (capture.run_id == run_id or capture.outcome == "fetched"):
                found.setdefault(capture.raw, captured(item, capture.raw, capture.captured_at))
    return list(found.values())


async def _fetch_all(
    run_id: UUID,
    batch: str,
    source: SourceConfig,
    todo: Sequence[Candidate],
    known: Mapping[str, Known],
    fetch_log: FetchLog,
    client: http.Fetcher,
) -> None:
    """Fetch, and write down what came every few seconds: whole parts, rows with them."""
    earlier = {url: item.earlier for url, item in known.items() if item.earlier}
    counts: dict[str, int] = {}
    async with aclosing(fetch_pages(todo, source, client, earlier)) as results:
        waiting: list[Fetched] = []
        written = monotonic()
        async for item in results:
            waiting.append(item)
            kind = item.error.error_class if item.error else "unchanged" if item.unchanged else "fetched"
            counts[kind] = counts.get(kind, 0) + 1
            if monotonic() - written > settings().fetch_flush_s or _size(waiting) > _PART_BYTES:
                await asyncio.to_thread(_write, run_id, batch, waiting, fetch_log)
                waiting, written = [], monotonic()
        await asyncio.to_thread(_write, run_id, batch, waiting, fetch_log)
    log.info("fetched", run=str(run_id), batch=batch, **counts)


def _size(waiting: Iterable[Fetched]) -> int:
    return sum(len(item.page.body) for item in waiting if item.page)


def _write(run_id: UUID, batch: str, fetched: Sequence[Fetched], fetch_log: FetchLog) -> None:
    """One part: an archive file of what may be kept, one of what may not, and the rows."""
    stamp = f"{datetime.now(UTC):%H%M%S}-{uuid4().hex[:8]}"
    files: list[tuple[str, archive.WarcPart]] = []
    rows: list[AttemptRow] = []
    for keep, folder in ((True, ()), (False, UNARCHIVED)):
        group = [item for item in fetched if item.page and item.keep is keep]
        name = f"{group[0].candidate.source}/{datetime.now(UTC):%Y-%m-%d}/{batch}-{stamp}" if group else ""
        name += "" if keep else "-unarchived"
        location = raw_store.join(settings().raw_store, *folder, f"{name}.warc.gz")
        part = archive.write_warc(_page(item) for item in group)
        if group:
            files.append((location, part))
        for item, offset in zip(group, part.offsets, strict=True):
            rows += rows_of(item, run_id, RawRef(location, f"{name}.warc.gz", offset), page_fetch_id)
    for item in fetched:
        if item.page is None:
            rows += rows_of(item, run_id, None, page_fetch_id)
    fetch_log.write(rows, partial(_write_files, files))


def _write_files(files: Sequence[tuple[str, archive.WarcPart]]) -> None:
    for location, part in files:
        content = part.content.getbuffer()
        raw_store.write_whole(location, lambda handle, content=content: handle.write(content))  # type: ignore[misc]


def _page(item: Fetched) -> FetchedPage:
    assert item.page is not None
    return item.page


def drop_unkept(source: SourceConfig) -> None:
    """Delete the pages of which no copy may be kept, once they are read."""
    folder = raw_store.join(settings().raw_store, *UNARCHIVED)
    FetchLog(warehouse(), source.name).drop_unkept(folder, raw_store.remove)
