"""Which captures are complete, and which have to be read again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection

from pipeline.articles import Candidate, NormalizedArticle, RawRef, Versions
from pipeline.load.batch import unread_neighbours
from pipeline.load.identity import versions_of
from pipeline.load.pages import prepare
from pipeline.load.session import Session

VERSIONS = "(extract_version, bylines_version, dates_version, numbers_version)"
CURRENT = f"{VERSIONS} = (:extract, :bylines, :dates, :numbers)"
KNOWN = f"""
select raw_name, raw_offset, captured_at, outcome, {CURRENT} as is_current from core.page_fetch
where source_name = :source and raw_name = any(:names)
"""
STALE = """
select f.source_name, f.url, f.raw_location, f.raw_name, f.raw_offset, f.captured_at from core.page_fetch f
left join core.article_revision r using (page_fetch_id)
where (cast(:source as text) is null or f.source_name = :source) and case
    when f.outcome = 'article' then r.revision_id is not null
        and (r.extract_version, r.bylines_version, r.dates_version, r.numbers_version)
            <> (:extract, :bylines, :dates, :numbers)
    else (f.extract_version, f.bylines_version, f.dates_version, f.numbers_version)
        <> (:extract, :bylines, :dates, :numbers) end
    and f.raw_location is not null
order by f.source_name, f.raw_name, f.raw_offset
"""


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """What became of a record, and whether the current versions would find the same."""

    outcome: str
    is_current: bool


def known_records(
    connection: Connection, source: str, names: Iterable[str], versions: Versions
) -> dict[tuple[str, int | None, datetime], KnownRecord]:
    """By file name, offset and capture time, what became of the records of these files that were loaded."""
    rows = Session(connection).run(KNOWN, source=source, names=sorted(set(names)), **_named(versions))
    return {(row.raw_name, row.raw_offset, row.captured_at): KnownRecord(row.outcome, row.is_current) for row in rows}


def stale_records(connection: Connection, versions: Versions, source: str | None = None) -> list[Candidate]:
    """Captures to be read again after a version was raised: those that revisions were read from, and refused ones."""
    rows = Session(connection).run(STALE, source=source, **_named(versions))
    return [Candidate(row[0], row[1], RawRef(row[2], row[3], row[4]), row[5], None) for row in rows]


def neighbours(connection: Connection, articles: Sequence[NormalizedArticle]) -> list[Candidate]:
    """Captures that have to be read again to be loaded beside `articles`; [] most of the time.

    Pages are compared under the same versions only, and a revision that an edit in between splits needs the page of
    its later half. Reads, writes nothing; what it finds is passed to `load_batch` as `neighbours`.
    """
    found, known = unread_neighbours(connection, prepare(articles, ()))
    unread: dict[UUID, Candidate] = {
        capture.page_fetch_id: Candidate(
            capture.source,
            capture.url,
            RawRef(capture.location, capture.name, capture.offset),
            capture.captured_at,
            None,
        )
        for capture in found
        if capture.page_fetch_id not in known and capture.location is not None
    }
    return list(unread.values())


def _named(versions: Versions) -> dict[str, str]:
    return dict(zip(("extract", "bylines", "dates", "numbers"), versions_of(versions), strict=True))
