"""The pages of live sources: what a window still needs of them, and fetching it into the raw archive."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from time import monotonic
from uuid import UUID, uuid4

import structlog

from pipeline import archive, load
from pipeline.adapters import http, raw_store
from pipeline.articles import Candidate, FetchedPage, RawRef
from pipeline.fetch import AttemptRow, Fetched, FetchLog, Known, fetch_pages, is_due, reserve, rows_of
from pipeline.load.identity import page_fetch_id
from pipeline.run.context import warehouse
from pipeline.run.versions import current_versions
from pipeline.settings import settings
from pipeline.sources import SourceConfig
from pipeline.windows import Window

log = structlog.get_logger(__name__)

UNARCHIVED = ("work", "unarchived")  # pages of which no copy may be kept lie here until they are read
_PART_BYTES = 32 << 20


@dataclass(frozen=True, slots=True)
class Needed:
    """What a window still needs: pages to fetch or to read (those have their `raw`), and what became of the others."""

    todo: list[Candidate]
    complete: list[str]


def fetcher() -> http.Fetcher:
    """A fetcher as the settings say, which takes turns with all processes that share the warehouse."""

    async def turn(host: str, delay_s: float) -> float:
        return await asyncio.to_thread(reserve, warehouse(), host, delay_s) if delay_s else 0.0

    return http.configured(reserve=turn)


def needed(source: SourceConfig, found: Iterable[Candidate], window: Window, now: datetime | None = None) -> Needed:
    """What is left to do about the addresses that were found for the window, and those that it owned before."""
    fetch_log = FetchLog(warehouse(), source.name)
    listed = {item.url: item for item in found if item.url}
    known = fetch_log.known({*listed, *fetch_log.urls_of(window)}, current_versions())
    result = Needed([], [])
    for url in [*listed, *(url for url in sorted(known) if url not in listed)]:
        item = listed.get(url) or Candidate(source.name, url, None, None, known[url].day)
        _sort(item, known.get(url), source, now or datetime.now(UTC), result)
    return result


def due(source: SourceConfig, since: datetime, now: datetime | None = None) -> list[Candidate]:
    """The addresses asked for since then that are to be asked for again now."""
    fetch_log = FetchLog(warehouse(), source.name)
    known = fetch_log.known(fetch_log.urls_since(since), current_versions())
    moment = now or datetime.now(UTC)
    return [
        Candidate(source.name, url, None, None, item.day)
        for url, item in sorted(known.items())
        if is_due(item.history, source.fetch.recheck, moment)
    ]


def _sort(item: Candidate, known: Known | None, source: SourceConfig, now: datetime, result: Needed) -> None:
    for capture in known.captures if known else ():
        if capture.raw is not None and (capture.outcome == "fetched" or not capture.is_current):
            result.todo.append(_captured(item, capture.raw, capture.captured_at))
        elif capture.outcome != "fetched":
            result.complete.append(capture.outcome)
    if is_due(known.history if known else None, source.fetch.recheck, now):
        result.todo.append(item)


def _captured(item: Candidate, raw: RawRef, captured_at: datetime) -> Candidate:
    return Candidate(item.source, item.url, raw, captured_at, item.day)


def fetch_candidates(run_id: UUID, batch: str, source: SourceConfig, listed: Sequence[Candidate]) -> list[Candidate]:
    """Fetch those that have no record yet; gives all that have one then, in their order.

    What a killed process of the same run had fetched and written is not asked for again. Raises `Terminal` without a
    contact, `Transient` where another process fetches from the source for too long.
    """
    if all(item.raw for item in listed):
        return list(listed)
    fetch_log = FetchLog(warehouse(), source.name)
    with warehouse().begin() as connection:
        load.register_source(connection, source)
    with fetch_log.alone():
        lost = fetch_log.settle(raw_store.exists)
        if lost:
            log.info("a killed fetch left pages that were not written", source=source.name, pages=lost)
        urls = [item.url for item in listed if item.url and not item.raw]
        known = fetch_log.known(urls, current_versions())
        now = datetime.now(UTC)
        todo = [item for item in listed if not item.raw and _is_to_fetch(item, known, source, run_id, now)]
        asyncio.run(_fetch_all(run_id, batch, source, todo, known, fetch_log))
    return _resolved(listed, fetch_log.known(urls, current_versions()), run_id)


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
                found.setdefault(capture.raw, _captured(item, capture.raw, capture.captured_at))
    return list(found.values())


async def _fetch_all(
    run_id: UUID,
    batch: str,
    source: SourceConfig,
    todo: Sequence[Candidate],
    known: Mapping[str, Known],
    fetch_log: FetchLog,
) -> None:
    """Fetch, and write down what came every few seconds: whole parts, rows with them."""
    earlier = {url: item.earlier for url, item in known.items() if item.earlier}
    counts: dict[str, int] = {}
    async with fetcher() as client, aclosing(fetch_pages(todo, source, client, earlier)) as results:
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
