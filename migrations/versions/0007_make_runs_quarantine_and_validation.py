"""Make runs, quarantine and validation."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "quarantine",
        sa.Column(
            "quarantine_id",
            sa.Uuid(),
            nullable=False,
            comment="uuid5 of page_hash, row_kind, ordinal, expectation, column_name and the four versions",
        ),
        sa.Column("stage", sa.Text(), nullable=False, comment="Stage that refused it"),
        sa.Column("expectation", sa.Text(), nullable=False, comment="Expectation or reason"),
        sa.Column("column_name", sa.Text(), nullable=True, comment="Column that did not meet it"),
        sa.Column("detail", sa.Text(), nullable=True, comment="The reason for a person"),
        sa.Column(
            "row_kind", sa.Text(), nullable=False, comment="article (its children stay out with it), byline or mention"
        ),
        sa.Column(
            "ordinal",
            sa.BigInteger(),
            nullable=False,
            comment="The row's place among its article's authors or mentions; 0 for the article",
        ),
        sa.Column(
            "refused_row", postgresql.JSONB(astext_type=sa.Text()), nullable=False, comment="The row, as it was refused"
        ),
        sa.Column("source_name", sa.Text(), nullable=False, comment="Source that it came from"),
        sa.Column(
            "record_id", sa.Text(), nullable=False, comment="Record in the archive: file name and, in a WARC, offset"
        ),
        sa.Column("page_fetch_id", sa.Uuid(), nullable=False, comment="Capture that it was read from"),
        sa.Column("page_hash", sa.Text(), nullable=False, comment="sha256 of the page's bytes, hex"),
        sa.Column("first_run_id", sa.Uuid(), nullable=False, comment="Run that refused it first"),
        sa.Column("last_run_id", sa.Uuid(), nullable=False, comment="Run that refused it last"),
        sa.Column("extract_version", sa.Text(), nullable=False, comment="Version of the extractor"),
        sa.Column("bylines_version", sa.Text(), nullable=False, comment="Version of the bylines core"),
        sa.Column("dates_version", sa.Text(), nullable=False, comment="Version of the dates core"),
        sa.Column("numbers_version", sa.Text(), nullable=False, comment="Version of the numbers core"),
        sa.CheckConstraint("row_kind in ('article', 'byline', 'mention')", name=op.f("ck_quarantine_row_kind")),
        sa.CheckConstraint("ordinal >= 0", name=op.f("ck_quarantine_counted")),
        sa.PrimaryKeyConstraint("quarantine_id", name=op.f("pk_quarantine")),
        schema="ops",
        comment="One row a refused row; the same refusal again (page hash, expectation, versions) is no new row",
    )
    op.create_index(
        op.f("ix_quarantine_source_name_expectation"), "quarantine", ["source_name", "expectation"], schema="ops"
    )
    op.create_table(
        "run",
        sa.Column("run_id", sa.Uuid(), nullable=False, comment="The run"),
        sa.Column(
            "window_start",
            sa.Date(),
            nullable=True,
            comment="First calendar day of its window; null for a reprocess of all days",
        ),
        sa.Column("window_end", sa.Date(), nullable=True, comment="Last calendar day of its window"),
        sa.Column("source_names", sa.ARRAY(sa.Text()), nullable=False, comment="Sources that it went over"),
        sa.Column(
            "triggered_by",
            sa.Text(),
            nullable=False,
            comment="What started it: cli, schedule, manual, backfill, reprocess, ...",
        ),
        sa.Column("run_state", sa.Text(), nullable=False, comment="running, success or failed"),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False, comment="When it started"),
        sa.Column(
            "finished_at", sa.DateTime(timezone=True), nullable=True, comment="When it ended; null while it runs"
        ),
        sa.Column(
            "pages",
            sa.BigInteger(),
            server_default="0",
            nullable=False,
            comment="Pages in its window: the sum of the five counts that follow",
        ),
        sa.Column(
            "pages_new", sa.BigInteger(), server_default="0", nullable=False, comment="Pages that brought a new article"
        ),
        sa.Column(
            "pages_revised",
            sa.BigInteger(),
            server_default="0",
            nullable=False,
            comment="Pages that brought a new revision of a known article",
        ),
        sa.Column(
            "pages_unchanged",
            sa.BigInteger(),
            server_default="0",
            nullable=False,
            comment="Pages whose content was known",
        ),
        sa.Column(
            "pages_rejected", sa.BigInteger(), server_default="0", nullable=False, comment="Pages that are no article"
        ),
        sa.Column(
            "pages_quarantined",
            sa.BigInteger(),
            server_default="0",
            nullable=False,
            comment="Pages that validation refused",
        ),
        sa.Column(
            "refused_rows",
            sa.BigInteger(),
            server_default="0",
            nullable=False,
            comment="Rows that validation refused, of pages that loaded too",
        ),
        sa.Column("error_message", sa.Text(), nullable=True, comment="Why it failed"),
        sa.Column("extract_version", sa.Text(), nullable=False, comment="Version of the extractor"),
        sa.Column("bylines_version", sa.Text(), nullable=False, comment="Version of the bylines core"),
        sa.Column("dates_version", sa.Text(), nullable=False, comment="Version of the dates core"),
        sa.Column("numbers_version", sa.Text(), nullable=False, comment="Version of the numbers core"),
        sa.CheckConstraint("(run_state = 'running') = (finished_at is null)", name=op.f("ck_run_ended")),
        sa.CheckConstraint("run_state in ('running', 'success', 'failed')", name=op.f("ck_run_run_state")),
        sa.CheckConstraint(
            "least(pages_new, pages_revised, pages_unchanged, pages_rejected, pages_quarantined, refused_rows) >= 0",
            name=op.f("ck_run_counts_not_negative"),
        ),
        sa.CheckConstraint(
            "pages = pages_new + pages_revised + pages_unchanged + pages_rejected + pages_quarantined",
            name=op.f("ck_run_counts_add_up"),
        ),
        sa.CheckConstraint("window_start <= window_end", name=op.f("ck_run_days")),
        sa.PrimaryKeyConstraint("run_id", name=op.f("pk_run")),
        schema="ops",
        comment="One row a run",
    )
    op.create_index(op.f("ix_run_started_at"), "run", ["started_at"], schema="ops")
    op.create_table(
        "batch",
        sa.Column("run_id", sa.Uuid(), nullable=False, comment="Run"),
        sa.Column(
            "batch_name",
            sa.Text(),
            nullable=False,
            comment="Batch; <source>/complete counts the pages that needed no work",
        ),
        sa.Column("source_name", sa.Text(), nullable=False, comment="Source of its pages"),
        sa.Column("pages", sa.BigInteger(), nullable=False, comment="The sum of the five counts that follow"),
        sa.Column("pages_new", sa.BigInteger(), nullable=False, comment="Pages that brought a new article"),
        sa.Column(
            "pages_revised",
            sa.BigInteger(),
            nullable=False,
            comment="Pages that brought a new revision of a known article",
        ),
        sa.Column("pages_unchanged", sa.BigInteger(), nullable=False, comment="Pages whose content was known"),
        sa.Column("pages_rejected", sa.BigInteger(), nullable=False, comment="Pages that are no article"),
        sa.Column("pages_quarantined", sa.BigInteger(), nullable=False, comment="Pages that validation refused"),
        sa.Column(
            "refused_rows",
            sa.BigInteger(),
            nullable=False,
            comment="Rows that validation refused, of pages that loaded too",
        ),
        sa.Column(
            "loaded_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
            comment="When it was loaded",
        ),
        sa.CheckConstraint(
            "pages = pages_new + pages_revised + pages_unchanged + pages_rejected + pages_quarantined",
            name=op.f("ck_batch_counts_add_up"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["ops.run.run_id"], name=op.f("fk_batch_run_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("run_id", "batch_name", name=op.f("pk_batch")),
        schema="ops",
        comment="One row a batch of a run: what became of its pages",
    )
    op.create_table(
        "validation",
        sa.Column(
            "validation_id", sa.Uuid(), nullable=False, comment="uuid5 of run, source, suite, expectation and column"
        ),
        sa.Column("run_id", sa.Uuid(), nullable=False, comment="Run"),
        sa.Column("source_name", sa.Text(), nullable=False, comment="Source whose rows were judged"),
        sa.Column("suite", sa.Text(), nullable=False, comment="Suite: a file under expectations/"),
        sa.Column("expectation", sa.Text(), nullable=False, comment="Expectation"),
        sa.Column("column_name", sa.Text(), nullable=False, comment="Column that it is about"),
        sa.Column("severity", sa.Text(), nullable=False, comment="critical (stops the source) or warning (reports)"),
        sa.Column("evaluated", sa.BigInteger(), nullable=False, comment="Rows judged"),
        sa.Column("unexpected", sa.BigInteger(), nullable=False, comment="Rows that did not meet it"),
        sa.Column(
            "observed",
            sa.Double(),
            nullable=False,
            comment="Share of rows that did not meet it, or the value that it looked at",
        ),
        sa.Column("is_met", sa.Boolean(), nullable=False, comment="Whether the expectation was met"),
        sa.CheckConstraint("severity in ('critical', 'warning')", name=op.f("ck_validation_severity")),
        sa.CheckConstraint("0 <= unexpected and unexpected <= evaluated", name=op.f("ck_validation_counted")),
        sa.ForeignKeyConstraint(["run_id"], ["ops.run.run_id"], name=op.f("fk_validation_run_id")),
        sa.PrimaryKeyConstraint("validation_id", name=op.f("pk_validation")),
        schema="ops",
        comment="One row an expectation, a source and a run: how its rows did",
    )


def downgrade() -> None:
    op.drop_table("validation", schema="ops")
    op.drop_table("batch", schema="ops")
    op.drop_index(op.f("ix_run_started_at"), table_name="run", schema="ops")
    op.drop_table("run", schema="ops")
    op.drop_index(op.f("ix_quarantine_source_name_expectation"), table_name="quarantine", schema="ops")
    op.drop_table("quarantine", schema="ops")
