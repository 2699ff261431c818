"""Refused rows, kept as JSON with what refused them; the same refusal again is no new row."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from psycopg.types.json import Jsonb

from pipeline.load.identity import quarantine_id
from pipeline.load.rows import Page
from pipeline.load.session import RowValues, Session
from pipeline.load.text import storable_text
from pipeline.models import Quarantine, table
from pipeline.verdicts import Refused

STAGE = "validate"


def write_refused(session: Session, run_id: UUID, pages: Iterable[Page], refused: Sequence[Refused]) -> int:
    """Writes the refused rows of these pages; returns how many there are of them."""
    by_record = {(page.article.page.source, page.article.page.raw.record_id): page for page in pages}
    found = [(item, by_record.get((item.source, item.record_id))) for item in refused]
    rows = {row[0]: row for row in (_row(item, page, run_id) for item, page in found if page is not None)}
    session.upsert(
        table(Quarantine),
        list(rows.values()),
        "last_run_id = excluded.last_run_id",
        "ops.quarantine.last_run_id <> excluded.last_run_id",
    )
    return len(rows)


def _row(item: Refused, page: Page, run_id: UUID) -> RowValues:
    return (
        *(quarantine_id(item, page.article.versions), STAGE, item.expectation, item.column, storable_text(item.detail)),
        *(item.row_kind, item.ordinal, Jsonb(item.row), item.source, item.record_id, page.page_fetch_id),
        *(item.page_hash, run_id, run_id, *page.versions),
    )
