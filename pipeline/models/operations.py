"""What the runs did, what was refused, and what validation found."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, ForeignKey, Index, Text, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from pipeline.models.base import Base, column, key, never, one_of, reference
from pipeline.models.vocabulary import ROW_KINDS, RUN_STATES, SEVERITIES

PAGE_COUNTS = "pages_new + pages_revised + pages_unchanged + pages_rejected + pages_quarantined"


class Run(Base):
    """A run: a window of days and the sources that it went over."""

    __tablename__ = "run"
    __table_args__ = (
        one_of("run_state", RUN_STATES),
        never("days", "window_start <= window_end"),
        never("ended", "(run_state = 'running') = (finished_at is null)"),
        never("counts_add_up", f"pages = {PAGE_COUNTS}"),
        never(
            "counts_not_negative",
            "least(pages_new, pages_revised, pages_unchanged, pages_rejected, pages_quarantined, refused_rows) >= 0",
        ),
        Index(None, "started_at"),
        {"schema": "ops", "comment": "One row a run"},
    )

    run_id: Mapped[UUID] = key("The run")
    window_start: Mapped[date | None] = column("First calendar day of its window; null for a reprocess of all days")
    window_end: Mapped[date | None] = column("Last calendar day of its window")
    source_names: Mapped[list[str]] = mapped_column(ARRAY(Text()), comment="Sources that it went over")
    triggered_by: Mapped[str] = column("What started it: cli, schedule, manual, backfill, reprocess, ...")
    run_state: Mapped[str] = column("running, success or failed")
    started_at: Mapped[datetime] = column("When it started")
    finished_at: Mapped[datetime | None] = column("When it ended; null while it runs")
    pages: Mapped[int] = column("Pages in its window: the sum of the five counts that follow", server_default="0")
    pages_new: Mapped[int] = column("Pages that brought a new article", server_default="0")
    pages_revised: Mapped[int] = column("Pages that brought a new revision of a known article", server_default="0")
    pages_unchanged: Mapped[int] = column("Pages whose content was known", server_default="0")
    pages_rejected: Mapped[int] = column("Pages that are no article", server_default="0")
    pages_quarantined: Mapped[int] = column("Pages that validation refused", server_default="0")
    refused_rows: Mapped[int] = column("Rows that validation refused, of pages that loaded too", server_default="0")
    error_message: Mapped[str | None] = column("Why it failed")
    extract_version: Mapped[str] = column("Version of the extractor")
    bylines_version: Mapped[str] = column("Version of the bylines core")
    dates_version: Mapped[str] = column("Version of the dates core")
    numbers_version: Mapped[str] = column("Version of the numbers core")


class Batch(Base):
    """What became of one batch of a run; written in the transaction that loads it, so a retry cannot count twice."""

    __tablename__ = "batch"
    __table_args__ = (
        never("counts_add_up", f"pages = {PAGE_COUNTS}"),
        {"schema": "ops", "comment": "One row a batch of a run: what became of its pages"},
    )

    run_id: Mapped[UUID] = mapped_column(
        ForeignKey("ops.run.run_id", ondelete="CASCADE"), primary_key=True, comment="Run"
    )
    batch_name: Mapped[str] = key("Batch; <source>/complete counts the pages that needed no work")
    source_name: Mapped[str] = column("Source of its pages")
    pages: Mapped[int] = column("The sum of the five counts that follow")
    pages_new: Mapped[int] = column("Pages that brought a new article")
    pages_revised: Mapped[int] = column("Pages that brought a new revision of a known article")
    pages_unchanged: Mapped[int] = column("Pages whose content was known")
    pages_rejected: Mapped[int] = column("Pages that are no article")
    pages_quarantined: Mapped[int] = column("Pages that validation refused")
    refused_rows: Mapped[int] = column("Rows that validation refused, of pages that loaded too")
    loaded_at: Mapped[datetime] = column("When it was loaded", server_default=func.now())


class Quarantine(Base):
    """A row that was refused."""

    __tablename__ = "quarantine"
    __table_args__ = (
        one_of("row_kind", ROW_KINDS),
        never("counted", "ordinal >= 0"),
        Index(None, "source_name", "expectation"),
        {
            "schema": "ops",
            "comment": "One row a refused row; the same refusal again (page hash, expectation, versions) is no new row",
        },
    )

    quarantine_id: Mapped[UUID] = key(
        "uuid5 of page_hash, row_kind, ordinal, expectation, column_name and the four versions"
    )
    stage: Mapped[str] = column("Stage that refused it")
    expectation: Mapped[str] = column("Expectation or reason")
    column_name: Mapped[str | None] = column("Column that did not meet it")
    detail: Mapped[str | None] = column("The reason for a person")
    row_kind: Mapped[str] = column("article (its children stay out with it), byline or mention")
    ordinal: Mapped[int] = column("The row's place among its article's authors or mentions; 0 for the article")
    refused_row: Mapped[dict[str, Any]] = mapped_column(JSONB(), comment="The row, as it was refused")
    source_name: Mapped[str] = column("Source that it came from")
    record_id: Mapped[str] = column("Record in the archive: file name and, in a WARC, offset")
    page_fetch_id: Mapped[UUID] = column("Capture that it was read from")
    page_hash: Mapped[str] = column("sha256 of the page's bytes, hex")
    first_run_id: Mapped[UUID] = column("Run that refused it first")
    last_run_id: Mapped[UUID] = column("Run that refused it last")
    extract_version: Mapped[str] = column("Version of the extractor")
    bylines_version: Mapped[str] = column("Version of the bylines core")
    dates_version: Mapped[str] = column("Version of the dates core")
    numbers_version: Mapped[str] = column("Version of the numbers core")


class Validation(Base):
    """How a source's rows of one run did at one expectation."""

    __tablename__ = "validation"
    __table_args__ = (
        one_of("severity", SEVERITIES),
        never("counted", "0 <= unexpected and unexpected <= evaluated"),
        {"schema": "ops", "comment": "One row an expectation, a source and a run: how its rows did"},
    )

    validation_id: Mapped[UUID] = key("uuid5 of run, source, suite, expectation and column")
    run_id: Mapped[UUID] = reference("Run", "ops.run.run_id")
    source_name: Mapped[str] = column("Source whose rows were judged")
    suite: Mapped[str] = column("Suite: a file under expectations/")
    expectation: Mapped[str] = column("Expectation")
    column_name: Mapped[str] = column("Column that it is about")
    severity: Mapped[str] = column("critical (stops the source) or warning (reports)")
    evaluated: Mapped[int] = column("Rows judged")
    unexpected: Mapped[int] = column("Rows that did not meet it")
    observed: Mapped[float] = column("Share of rows that did not meet it, or the value that it looked at")
    is_met: Mapped[bool] = column("Whether the expectation was met")
