"""The index of archives: each file's records with the day that decides their window, made once a file."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol

from sqlalchemy import Connection

from pipeline.adapters.raw_store import StoredFile
from pipeline.articles import Candidate, RawRef, Versions
from pipeline.load.identity import archive_file_id
from pipeline.load.session import Session
from pipeline.models import ArchiveFile, ArchiveRecord, table
from pipeline.windows import Window, WindowBy

IS_INDEXED = """
select exists (select from core.archive_file
    where archive_file_id = :key and file_bytes = :file_bytes and fingerprint = :fingerprint
        and raw_location = :location and timezone_name = :zone and window_by = :window_by
        and (window_by = 'captured' or (extract_version, dates_version) = (:extract, :dates)))
"""
LOCK = "select pg_advisory_xact_lock(hashtext('dateline archive index'), hashtext(:key))"
FORGET = "delete from core.archive_record where archive_file_id = :key"
DAYS = """
select min(window_day), max(window_day) from core.archive_record join core.archive_file using (archive_file_id)
where source_name = :source and raw_name = any(:names)
"""
IN_WINDOW = """
select f.raw_location, f.raw_name, r.raw_offset, r.url, r.captured_at, r.window_day
from core.archive_record r join core.archive_file f using (archive_file_id)
where f.source_name = :source and r.window_day between :first and :last
    and (cast(:names as text[]) is null or f.raw_name = any(cast(:names as text[])))
order by f.raw_name, r.ordinal
"""


class IndexedRecord(Protocol):
    """A record as discovery reads it."""

    @property
    def offset(self) -> int | None: ...
    @property
    def url(self) -> str | None: ...
    @property
    def captured_at(self) -> datetime: ...
    @property
    def published_day(self) -> date | None: ...
    @property
    def window_day(self) -> date: ...


def is_indexed(
    connection: Connection, source: str, file: StoredFile, *, window_by: WindowBy, zone: str, versions: Versions
) -> bool:
    """Whether the file was indexed as it is now, under these versions, for this zone (an IANA name)."""
    found = Session(connection).run(
        IS_INDEXED,
        key=archive_file_id(source, file.name),
        file_bytes=file.file_bytes,
        fingerprint=file.fingerprint,
        location=file.location,
        zone=zone,
        window_by=window_by,
        extract=versions.extract,
        dates=versions.dates,
    )
    return bool(found[0][0])


def save_index(
    connection: Connection,
    source: str,
    file: StoredFile,
    records: Iterable[IndexedRecord],
    *,
    window_by: WindowBy,
    zone: str,
    versions: Versions,
) -> None:
    """Replaces the index of one file; the caller's transaction makes it whole or not at all."""
    session, key = Session(connection), archive_file_id(source, file.name)
    rows = [
        (key, ordinal, record.offset, record.url, record.captured_at, record.published_day, record.window_day)
        for ordinal, record in enumerate(records)
    ]
    described = (
        *(key, source, file.name, file.location, file.file_bytes, file.fingerprint, len(rows)),
        *(versions.extract, versions.dates, zone, window_by),
    )
    session.run(LOCK, key=str(key))
    session.run(FORGET, key=key)
    session.insert(table(ArchiveRecord), rows)
    session.merge(table(ArchiveFile), [described])


def days_of_records(connection: Connection, source: str, names: Iterable[str]) -> tuple[date, date] | None:
    """The first and the last day that records of these files belong to; None where there are none."""
    row = Session(connection).run(DAYS, source=source, names=sorted(set(names)))[0]
    return None if row[0] is None else (row[0], row[1])


def records_in_window(
    connection: Connection, source: str, window: Window, names: Iterable[str] | None = None
) -> list[Candidate]:
    """The records that the window owns, in the order of the archive; `names` are the files that are still there."""
    listed = None if names is None else sorted(set(names))
    rows = Session(connection).run(IN_WINDOW, source=source, first=window.first, last=window.last, names=listed)
    return [Candidate(source, row[3], RawRef(row[0], row[1], row[2]), row[4], row[5]) for row in rows]
