"""The fetch log: core.page_fetch as it is written and asked while fetching."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Collection, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, Row, text
from sqlalchemy.dialects.postgresql import insert

from pipeline.adapters.http import CLASSES, Validators
from pipeline.articles import RawRef, Versions
from pipeline.errors import Transient
from pipeline.fetch.due import History
from pipeline.fetch.pages import Earlier
from pipeline.fetch.rows import AttemptRow
from pipeline.models import PageFetch, table
from pipeline.sources import Recheck
from pipeline.windows import Window

FINAL = {
    *("robots-disallowed", "bad-address", "private-address", "redirect-loop", "too-many-redirects", "too-large"),
    *("undecodable", "not-found", "refused-by-site", "not-a-page", "tdm-reserved"),
}
assert CLASSES.keys() >= FINAL

KNOWN = """
select requested_url, captured_at, outcome, error_class, retry_at, candidate_day, url, raw_location, raw_name,
    raw_offset, page_hash, etag, last_modified, run_id,
    (extract_version, bylines_version, dates_version, numbers_version) = (:extract, :bylines, :dates, :numbers)
        as is_current
from core.page_fetch
where source_name = :source and requested_url = any(:urls) and outcome <> 'writing' and purpose = 'page'
order by requested_url, captured_at
"""
OF_WINDOW = """
select distinct requested_url from core.page_fetch
where source_name = :source and requested_url is not null and purpose = 'page'
    and candidate_day between :first and :last
"""
UNREAD = """
select distinct requested_url from core.page_fetch
where source_name = :source and requested_url is not null and outcome = 'fetched'
    and captured_at between :start and :end
"""
ASKED_AS = """
select a.address, (array_agg(p.requested_url order by p.captured_at))[1] as requested_url
from core.article_alias a join core.page_fetch p using (article_id)
where a.alias_id = any(:ids) and p.source_name = :source and p.requested_url is not null
group by a.address
"""
MAYBE_DUE = """
select requested_url from core.page_fetch
where source_name = :source and requested_url is not null and purpose = 'page' and captured_at > :since
group by requested_url
having bool_or(outcome = 'failed') or exists (
    select from unnest(cast(:untils as float8[]), cast(:everies as float8[])) as rule (until_h, every_h)
    where min(captured_at) > :now - until_h * interval '1 hour'
        and max(captured_at) <= :now - every_h * interval '1 hour')
"""
UNSETTLED = (
    "select page_fetch_id, raw_location from core.page_fetch where source_name = :source and outcome = 'writing'"
)
SETTLE = "update core.page_fetch set outcome = reason, reason = null where page_fetch_id = any(:ids)"
FORGET = "delete from core.page_fetch where page_fetch_id = any(:ids)"
UNKEPT = """
select raw_location from core.page_fetch where source_name = :source and starts_with(raw_location, :folder)
group by raw_location having bool_and(outcome not in ('fetched', 'writing'))
"""
DROP = "update core.page_fetch set raw_location = null where source_name = :source and raw_location = any(:locations)"
TRY_LOCK = "select pg_try_advisory_lock(hashtext('dateline fetch'), hashtext(:source))"
UNLOCK = "select pg_advisory_unlock(hashtext('dateline fetch'), hashtext(:source))"
TRY_POLL = "select pg_try_advisory_lock(hashtext('dateline poll'), hashtext(:source))"
UNLOCK_POLL = "select pg_advisory_unlock(hashtext('dateline poll'), hashtext(:source))"
RESERVE = """
insert into ops.host as h (host_name, next_at) values (:host, now() + :delay * interval '1 second')
on conflict (host_name) do update set next_at = greatest(h.next_at, now()) + :delay * interval '1 second'
returning greatest(0, extract(epoch from next_at - :delay * interval '1 second' - now()))::float8
"""
HOLD = """
insert into ops.host as h (host_name, next_at) values (:host, now() + :seconds * interval '1 second')
on conflict (host_name) do update set next_at = greatest(h.next_at, excluded.next_at)
"""


class OtherFetch(Transient):
    """Another process fetches from this source right now."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A page that was fetched: `outcome` "fetched" until it is loaded; `raw` None where no copy was to be kept."""

    outcome: str
    captured_at: datetime
    run_id: UUID
    raw: RawRef | None
    is_current: bool


@dataclass(frozen=True, slots=True)
class Known:
    """All that the log knows of an address."""

    history: History
    captures: tuple[Capture, ...]
    earlier: Earlier | None
    last_run: UUID

    @property
    def day(self) -> date | None:
        """The day of the window that owns it."""
        return self.history.day


class FetchLog:
    """The log of one source."""

    def __init__(self, engine: Engine, source: str) -> None:
        self._engine = engine
        self._source = source

    @asynccontextmanager
    async def alone(self, wait_s: float = 3600) -> AsyncIterator[None]:
        """One process at a time fetches from a source; raises `OtherFetch` where the other one takes longer."""
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            deadline = time.monotonic() + wait_s
            while not connection.scalar(text(TRY_LOCK), {"source": self._source}):
                if time.monotonic() > deadline:
                    raise OtherFetch(f"another process has been fetching from {self._source!r} for {wait_s:g} s")
                await asyncio.sleep(0.5)
            try:
                yield
            finally:
                connection.execute(text(UNLOCK), {"source": self._source})

    def known(self, urls: Iterable[str], versions: Versions) -> dict[str, Known]:
        """By address as it was asked for, what became of it."""
        values = {
            "extract": versions.extract,
            "bylines": versions.bylines,
            "dates": versions.dates,
            "numbers": versions.numbers,
        }
        with self._engine.connect() as connection:
            rows = connection.execute(text(KNOWN), {"source": self._source, "urls": sorted(set(urls)), **values})
            return {url: _known(list(group)) for url, group in groupby(rows, key=lambda row: str(row[0]))}

    def urls_of(self, window: Window) -> set[str]:
        """The addresses that the window owns, as far as they were asked for before."""
        values = {"source": self._source, "first": window.first, "last": window.last}
        with self._engine.connect() as connection:
            return set(connection.scalars(text(OF_WINDOW), values))

    def unread(self, start: datetime, end: datetime) -> set[str]:
        """The addresses of pages that came within these instants and wait to be read."""
        values = {"source": self._source, "start": start, "end": end}
        with self._engine.connect() as connection:
            return set(connection.scalars(text(UNREAD), values))

    def asked_as(self, alias_ids: Collection[UUID]) -> dict[str, str]:
        """By address, as which one the article that it leads to was asked for first; `alias_ids` are the addresses'."""
        with self._engine.connect() as connection:
            rows = connection.execute(text(ASKED_AS), {"source": self._source, "ids": sorted(alias_ids)})
            return {str(row.address): str(row.requested_url) for row in rows}

    def maybe_due(self, since: datetime, rules: Sequence[Recheck], now: datetime) -> set[str]:
        """The addresses asked for since then that may be due: all that are, and some that are not (`is_due` knows)."""
        untils, everies = [rule.until_h for rule in rules], [rule.every_h for rule in rules]
        values = {"source": self._source, "since": since, "now": now, "untils": untils, "everies": everies}
        with self._engine.connect() as connection:
            return set(connection.scalars(text(MAYBE_DUE), values))

    def write(self, rows: Sequence[AttemptRow], write_files: Callable[[], None]) -> None:
        """Write rows and the archive files that they name, so that a kill at any moment leaves both or neither.

        Rows of pages first say "writing"; `settle` decides what they become by whether their file is there.
        """
        with self._engine.begin() as connection:
            insert_attempts(connection, rows)
        write_files()
        with self._engine.begin() as connection:
            written = [row["page_fetch_id"] for row in rows if row["outcome"] == "writing"]
            connection.execute(text(SETTLE), {"ids": written})

    def settle(self, exists: Callable[[str], bool]) -> int:
        """What a killed process left: rows of files that are there count, the others go; returns how many those were.

        Only within `alone`, since another process may be writing.
        """
        with self._engine.begin() as connection:
            rows = connection.execute(text(UNSETTLED), {"source": self._source}).all()
            there = {location: exists(location) for location in {str(row[1]) for row in rows}}
            for statement, wanted in ((SETTLE, True), (FORGET, False)):
                connection.execute(text(statement), {"ids": [row[0] for row in rows if there[row[1]] is wanted]})
        return sum(not there[row[1]] for row in rows)

    def drop_unkept(self, folder: str, remove: Callable[[str], None]) -> int:
        """Delete the files below `folder` whose pages are all read: no copy of them may be kept. Returns how many."""
        with self._engine.begin() as connection:
            values = {"source": self._source, "folder": folder.rstrip("/") + "/"}
            locations = list(connection.scalars(text(UNKEPT), values))
            for location in locations:
                remove(location)
            connection.execute(text(DROP), {"source": self._source, "locations": locations})
        return len(locations)


@contextmanager
def polling(engine: Engine, sources: Iterable[str]) -> Iterator[set[str]]:
    """Those of the sources that no other process polls; none will within the block."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        free = {name for name in sources if connection.scalar(text(TRY_POLL), {"source": name})}
        try:
            yield free
        finally:
            for name in free:
                connection.execute(text(UNLOCK_POLL), {"source": name})


def reserve(engine: Engine, host: str, delay_s: float) -> float:
    """Take the next turn at a host, for all processes that share the warehouse; seconds to wait until it comes."""
    with engine.begin() as connection:
        return float(connection.scalar(text(RESERVE), {"host": host, "delay": delay_s}) or 0.0)


def hold(engine: Engine, host: str, seconds: float) -> None:
    """Let no process have a turn at a host before that time has passed."""
    with engine.begin() as connection:
        connection.execute(text(HOLD), {"host": host, "seconds": seconds})


def insert_attempts(connection: Connection, rows: Collection[AttemptRow]) -> None:
    """Write rows; those that are there stay as they are."""
    if rows:
        connection.execute(insert(table(PageFetch)).on_conflict_do_nothing(), list(rows))


def _known(rows: Sequence[Row[Any]]) -> Known:
    """`rows` of one address, in the order of their time."""
    good = [row for row in rows if row.outcome != "failed"]
    failed = rows[len(rows) - _failures(rows) :]
    last, read = rows[-1], [row for row in good if row.outcome != "unchanged"]
    history = History(
        first_at=rows[0].captured_at,
        last_at=last.captured_at,
        day=next((row.candidate_day for row in rows if row.candidate_day), None),
        failures=len(failed),
        is_final=last.error_class in FINAL,
        retry_at=last.retry_at,
    )
    captures = tuple(Capture(row.outcome, row.captured_at, row.run_id, _raw(row), bool(row.is_current)) for row in read)
    earlier = _earlier(good[-1], (read or good)[-1].captured_at) if good else None
    return Known(history, captures, earlier, last.run_id)


def _failures(rows: Sequence[Row[Any]]) -> int:
    """How many attempts in a row have failed up to the last one."""
    return next((number for number, row in enumerate(reversed(rows)) if row.outcome != "failed"), len(rows))


def _raw(row: Row[Any]) -> RawRef | None:
    return None if row.raw_location is None else RawRef(row.raw_location, row.raw_name, row.raw_offset)


def _earlier(row: Row[Any], captured_at: datetime) -> Earlier:
    return Earlier(captured_at, row.page_hash, Validators(row.etag, row.last_modified))
