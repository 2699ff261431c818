"""What the warehouse already holds of the captures and articles of a batch."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pipeline.load.revisions import Capture
from pipeline.load.rows import Page
from pipeline.load.session import Session

CAPTURES = """
select page_fetch_id, source_name, raw_location, raw_name, raw_offset, url, captured_at, page_hash, outcome, reason,
    detail, content_hash, article_id, revision_id, extract_version, bylines_version, dates_version, numbers_version
from core.page_fetch where {which} = any(:ids)
"""
REVISIONS = """
select revision_id, article_id, page_fetch_id, valid_from, valid_to
from core.article_revision where article_id = any(:ids)
"""


@dataclass(frozen=True, slots=True)
class StoredCapture:
    """A row of core.page_fetch, without what never changes."""

    page_fetch_id: UUID
    source: str
    location: str | None  # None where no copy was to be kept
    name: str
    offset: int | None
    url: str | None
    captured_at: datetime
    page_hash: str
    outcome: str
    reason: str | None
    detail: str | None
    content_hash: str | None
    article_id: UUID | None
    revision_id: UUID | None
    versions: tuple[str, str, str, str]

    @property
    def readers(self) -> tuple[str, str]:
        """The versions that its content was read under."""
        return self.versions[:2]

    def as_capture(self) -> Capture:
        """What revisions are planned from; of an article's capture only."""
        record = (self.name, -1 if self.offset is None else self.offset)
        return Capture(self.page_fetch_id, record, self.captured_at, self.content_hash or "", self.readers)

    def says_the_same(self, page: Page) -> bool:
        """Whether loading the page would change nothing."""
        same = (self.outcome, self.versions, self.page_hash) == (
            page.outcome,
            page.versions,
            page.article.page.page_hash,
        )
        if page.outcome == "article":
            return same and self.content_hash == page.content_hash
        return same and self.reason == page.reason


@dataclass(frozen=True, slots=True)
class StoredRevision:
    """A row of core.article_revision, without its content."""

    revision_id: UUID
    article_id: UUID
    page_fetch_id: UUID
    valid_from: datetime
    valid_to: datetime | None


def captures_by_id(session: Session, ids: Iterable[UUID]) -> dict[UUID, StoredCapture]:
    """The captures with these keys that are there."""
    return _captures(session, "page_fetch_id", ids)


def captures_of(session: Session, articles: Iterable[UUID]) -> dict[UUID, StoredCapture]:
    """Every capture of these articles."""
    return _captures(session, "article_id", articles)


def revisions_of(session: Session, articles: Collection[UUID]) -> dict[UUID, StoredRevision]:
    """Every revision of these articles."""
    if not articles:
        return {}
    return {row[0]: StoredRevision(*row) for row in session.run(REVISIONS, ids=sorted(articles))}


def _captures(session: Session, which: str, ids: Iterable[UUID]) -> dict[UUID, StoredCapture]:
    wanted = sorted(ids)
    if not wanted:
        return {}
    rows = session.run(CAPTURES.format(which=which), ids=wanted)
    values = ((*row[:14], tuple(row[14:])) for row in rows)
    return {value[0]: StoredCapture(*value) for value in values}
