"""Make captures and the archive index."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "archive_file",
        sa.Column("archive_file_id", sa.Uuid(), nullable=False, comment="uuid5 of source and raw_name"),
        sa.Column("source_name", sa.Text(), nullable=False, comment="Source that it belongs to"),
        sa.Column("raw_name", sa.Text(), nullable=False, comment="Path relative to the source"),
        sa.Column("raw_location", sa.Text(), nullable=False, comment="Address: a path or an fsspec URL"),
        sa.Column("file_bytes", sa.BigInteger(), nullable=False, comment="Size when it was indexed"),
        sa.Column(
            "fingerprint",
            sa.Text(),
            nullable=True,
            comment="Modification time or ETag when it was indexed, as the store gives it",
        ),
        sa.Column("record_count", sa.BigInteger(), nullable=False, comment="Records found in it"),
        sa.Column("extract_version", sa.Text(), nullable=False, comment="Version of the extractor that read its dates"),
        sa.Column("dates_version", sa.Text(), nullable=False, comment="Version of the dates core that read them"),
        sa.Column(
            "timezone_name", sa.Text(), nullable=False, comment="Zone whose calendar days the window days are (IANA)"
        ),
        sa.Column(
            "window_by",
            sa.Text(),
            nullable=False,
            comment="What the window days were taken from: published or captured",
        ),
        sa.CheckConstraint("window_by in ('published', 'captured')", name=op.f("ck_archive_file_window_by")),
        sa.CheckConstraint("file_bytes >= 0 and record_count >= 0", name=op.f("ck_archive_file_not_negative")),
        sa.PrimaryKeyConstraint("archive_file_id", name=op.f("pk_archive_file")),
        sa.UniqueConstraint("source_name", "raw_name", name=op.f("uq_archive_file_source_name_raw_name")),
        schema="core",
        comment="One row an archive file whose records are indexed, so that it is read once",
    )
    op.create_table(
        "archive_record",
        sa.Column("archive_file_id", sa.Uuid(), nullable=False, comment="File that holds it"),
        sa.Column("ordinal", sa.BigInteger(), nullable=False, comment="Its place among the file's records, from 0"),
        sa.Column(
            "raw_offset",
            sa.BigInteger(),
            nullable=True,
            comment="Byte at which it starts; null where the file is the record",
        ),
        sa.Column("url", sa.Text(), nullable=True, comment="Address as captured"),
        sa.Column("captured_at", sa.DateTime(timezone=True), nullable=False, comment="When it was captured"),
        sa.Column(
            "published_day", sa.Date(), nullable=True, comment="Local calendar day of publication; null where unknown"
        ),
        sa.Column("window_day", sa.Date(), nullable=False, comment="Calendar day whose run owns it"),
        sa.PrimaryKeyConstraint("archive_file_id", "ordinal", name=op.f("pk_archive_record")),
        schema="core",
        comment="One row a record of an archive file, with the day that decides its window",
    )
    op.create_index(
        op.f("ix_archive_record_window_day_archive_file_id"),
        "archive_record",
        ["window_day", "archive_file_id"],
        schema="core",
    )
    op.create_table(
        "page_fetch",
        sa.Column(
            "page_fetch_id",
            sa.Uuid(),
            nullable=False,
            comment="uuid5 of source_name, raw_name, raw_offset and captured_at",
        ),
        sa.Column("source_name", sa.Text(), nullable=False, comment="Source that it came from"),
        sa.Column(
            "raw_location",
            sa.Text(),
            nullable=False,
            comment="Address of the archive file that holds the record: a path or an fsspec URL",
        ),
        sa.Column("raw_name", sa.Text(), nullable=False, comment="The file's path relative to its source"),
        sa.Column(
            "raw_offset",
            sa.BigInteger(),
            nullable=True,
            comment="Byte at which the record starts; null where the file is the record",
        ),
        sa.Column("url", sa.Text(), nullable=True, comment="Address as captured"),
        sa.Column("captured_at", sa.DateTime(timezone=True), nullable=False, comment="When it was captured"),
        sa.Column(
            "http_status",
            sa.SmallInteger(),
            nullable=True,
            comment="Status of the answer; null where the archive holds none",
        ),
        sa.Column("media_type", sa.Text(), nullable=False, comment="text/html, text/plain or text/markdown"),
        sa.Column("fetched_bytes", sa.BigInteger(), nullable=False, comment="Bytes of the page"),
        sa.Column("page_hash", sa.Text(), nullable=False, comment="sha256 of the page's bytes, hex"),
        sa.Column(
            "outcome",
            sa.Text(),
            nullable=False,
            comment="article, rejected (it is none), or quarantined (validation refused it)",
        ),
        sa.Column(
            "reason",
            sa.Text(),
            nullable=True,
            comment="Why it is no article: a word such as consent-page or bot-wall, or the expectation that "
            "refused it; 'simultaneous' on an article's capture that another one of the same instant "
            "stands for",
        ),
        sa.Column("detail", sa.Text(), nullable=True, comment="The reason for a person"),
        sa.Column(
            "content_hash",
            sa.Text(),
            nullable=True,
            comment="Hash of headline, body and byline as this capture had them",
        ),
        sa.Column("article_id", sa.Uuid(), nullable=True, comment="Article that it shows"),
        sa.Column("revision_id", sa.Uuid(), nullable=True, comment="Revision that it shows"),
        sa.Column("run_id", sa.Uuid(), nullable=False, comment="Run that loaded it first"),
        sa.Column("extract_version", sa.Text(), nullable=False, comment="Version of the extractor that read it"),
        sa.Column("bylines_version", sa.Text(), nullable=False, comment="Version of the bylines core that read it"),
        sa.Column("dates_version", sa.Text(), nullable=False, comment="Version of the dates core that read it"),
        sa.Column("numbers_version", sa.Text(), nullable=False, comment="Version of the numbers core that read it"),
        sa.CheckConstraint(
            "(outcome = 'article') = (revision_id is not null and content_hash is not null)",
            name=op.f("ck_page_fetch_article_has_revision"),
        ),
        sa.CheckConstraint("outcome = 'article' or reason is not null", name=op.f("ck_page_fetch_refusal_has_reason")),
        sa.CheckConstraint("outcome in ('article', 'rejected', 'quarantined')", name=op.f("ck_page_fetch_outcome")),
        sa.CheckConstraint("fetched_bytes >= 0 and raw_offset >= 0", name=op.f("ck_page_fetch_not_empty")),
        sa.ForeignKeyConstraint(["source_name"], ["core.source.source_name"], name=op.f("fk_page_fetch_source_name")),
        sa.PrimaryKeyConstraint("page_fetch_id", name=op.f("pk_page_fetch")),
        sa.UniqueConstraint(
            "source_name",
            "raw_name",
            "raw_offset",
            "captured_at",
            name=op.f("uq_page_fetch_source_name_raw_name_raw_offset_captured_at"),
            postgresql_nulls_not_distinct=True,
        ),
        schema="core",
        comment="One row a capture: an attempt on the web, a record of an archive; leads from any row "
        "back to the bytes",
    )
    op.create_index(
        op.f("ix_page_fetch_article_id"),
        "page_fetch",
        ["article_id"],
        schema="core",
        postgresql_where="article_id is not null",
    )


def downgrade() -> None:
    op.drop_index(
        op.f("ix_page_fetch_article_id"),
        table_name="page_fetch",
        schema="core",
        postgresql_where="article_id is not null",
    )
    op.drop_table("page_fetch", schema="core")
    op.drop_index(op.f("ix_archive_record_window_day_archive_file_id"), table_name="archive_record", schema="core")
    op.drop_table("archive_record", schema="core")
    op.drop_table("archive_file", schema="core")
