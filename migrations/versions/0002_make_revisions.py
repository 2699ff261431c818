"""Make revisions."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "article_revision",
        sa.Column(
            "revision_id",
            sa.Uuid(),
            nullable=False,
            comment="uuid5 of the article and the capture that it was first made from; stays",
        ),
        sa.Column("article_id", sa.Uuid(), nullable=False, comment="Article"),
        sa.Column("headline", sa.Text(), nullable=True, comment="Headline"),
        sa.Column(
            "body",
            sa.Text(),
            nullable=False,
            comment="Text, paragraphs separated by line feeds; offsets of mentions count its code points",
        ),
        sa.Column("byline", sa.Text(), nullable=True, comment="Byline as written"),
        sa.Column("dateline_text", sa.Text(), nullable=True, comment="Dateline at the head of the text, as written"),
        sa.Column("dateline_place", sa.Text(), nullable=True, comment="Place that the dateline names"),
        sa.Column("dateline_agency", sa.Text(), nullable=True, comment="Agency that the dateline names"),
        sa.Column(
            "dateline_start", sa.Integer(), nullable=True, comment="Code point of body at which the dateline starts"
        ),
        sa.Column("dateline_end", sa.Integer(), nullable=True, comment="Code point of body after the dateline"),
        sa.Column("section", sa.Text(), nullable=True, comment="Section of the site, as the page says"),
        sa.Column("genre", sa.Text(), nullable=True, comment="Genre, as the page says"),
        sa.Column("language_code", sa.Text(), nullable=True, comment="Language of the text (ISO 639-1)"),
        sa.Column(
            "published_text",
            sa.Text(),
            nullable=True,
            comment="Published, no more precise than the page: 2016-08-02T14:30:00+01:00",
        ),
        sa.Column(
            "published_start",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="First instant that published can mean; without a known zone, anywhere on Earth",
        ),
        sa.Column("published_end", sa.DateTime(timezone=True), nullable=True, comment="End of it, exclusive"),
        sa.Column("published_precision", sa.Text(), nullable=True, comment="second, minute, hour, day, month or year"),
        sa.Column(
            "published_offset_minutes",
            sa.SmallInteger(),
            nullable=True,
            comment="UTC offset as written, in minutes; null if none was",
        ),
        sa.Column(
            "published_zone_from",
            sa.Text(),
            nullable=True,
            comment="Where its zone came from: value, publisher or unknown",
        ),
        sa.Column(
            "published_from",
            sa.Text(),
            nullable=True,
            comment="Where on the page it stood: json-ld, meta, time-element, url, text, ...",
        ),
        sa.Column(
            "published_day",
            sa.Date(),
            nullable=True,
            comment="Local calendar day; null where only month or year is known",
        ),
        sa.Column(
            "modified_text", sa.Text(), nullable=True, comment="Modified, as the page says, no more precise than it"
        ),
        sa.Column(
            "modified_start", sa.DateTime(timezone=True), nullable=True, comment="First instant that modified can mean"
        ),
        sa.Column("modified_end", sa.DateTime(timezone=True), nullable=True, comment="End of it, exclusive"),
        sa.Column("modified_precision", sa.Text(), nullable=True, comment="second, minute, hour, day, month or year"),
        sa.Column(
            "modified_offset_minutes",
            sa.SmallInteger(),
            nullable=True,
            comment="UTC offset as written, in minutes; null if none was",
        ),
        sa.Column(
            "modified_zone_from",
            sa.Text(),
            nullable=True,
            comment="Where its zone came from: value, publisher or unknown",
        ),
        sa.Column("modified_from", sa.Text(), nullable=True, comment="Where on the page it stood"),
        sa.Column(
            "modified_day",
            sa.Date(),
            nullable=True,
            comment="Local calendar day; null where only month or year is known",
        ),
        sa.Column(
            "content_hash",
            sa.Text(),
            nullable=False,
            comment="Hash of headline, body and byline; what decides whether a capture is a revision",
        ),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False, comment="Its earliest capture"),
        sa.Column(
            "valid_to",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="Earliest capture of the next revision; null while it is current",
        ),
        sa.Column(
            "is_current",
            sa.Boolean(),
            sa.Computed("valid_to is null", persisted=True),
            nullable=False,
            comment="The latest revision known",
        ),
        sa.Column(
            "changed_fields",
            sa.ARRAY(sa.Text()),
            nullable=True,
            comment="Which of headline, body and byline the publisher changed since the revision before; "
            "empty for the first, null where the two were read under different versions and cannot be"
            " compared",
        ),
        sa.Column(
            "page_fetch_id", sa.Uuid(), nullable=False, comment="Its earliest capture, which its rows were read from"
        ),
        sa.Column("run_id", sa.Uuid(), nullable=False, comment="Run that wrote the row last"),
        sa.Column("extract_version", sa.Text(), nullable=False, comment="Version of the extractor that made it"),
        sa.Column("bylines_version", sa.Text(), nullable=False, comment="Version of the bylines core that made it"),
        sa.Column("dates_version", sa.Text(), nullable=False, comment="Version of the dates core that made it"),
        sa.Column(
            "numbers_version", sa.Text(), nullable=False, comment="Version of the numbers core that made its mentions"
        ),
        sa.CheckConstraint(
            "changed_fields <@ array['headline', 'body', 'byline']", name=op.f("ck_article_revision_changed_fields")
        ),
        sa.CheckConstraint(
            "modified_from in ('json-ld', 'meta', 'time-element', 'text', 'url', 'listing', 'http', "
            "'htmldate', 'trafilatura')",
            name=op.f("ck_article_revision_modified_from"),
        ),
        sa.CheckConstraint(
            "modified_precision in ('second', 'minute', 'hour', 'day', 'month', 'year')",
            name=op.f("ck_article_revision_modified_precision"),
        ),
        sa.CheckConstraint(
            "modified_zone_from in ('value', 'publisher', 'unknown')",
            name=op.f("ck_article_revision_modified_zone_from"),
        ),
        sa.CheckConstraint(
            "published_from in ('json-ld', 'meta', 'time-element', 'text', 'url', 'listing', 'http', "
            "'htmldate', 'trafilatura')",
            name=op.f("ck_article_revision_published_from"),
        ),
        sa.CheckConstraint(
            "published_precision in ('second', 'minute', 'hour', 'day', 'month', 'year')",
            name=op.f("ck_article_revision_published_precision"),
        ),
        sa.CheckConstraint(
            "published_zone_from in ('value', 'publisher', 'unknown')",
            name=op.f("ck_article_revision_published_zone_from"),
        ),
        sa.CheckConstraint(
            "0 <= dateline_start and dateline_start < dateline_end", name=op.f("ck_article_revision_dateline_span")
        ),
        sa.CheckConstraint(
            "modified_offset_minutes between -1080 and 1080", name=op.f("ck_article_revision_modified_offset")
        ),
        sa.CheckConstraint("modified_start < modified_end", name=op.f("ck_article_revision_modified_interval")),
        sa.CheckConstraint(
            "num_nulls(modified_text, modified_start, modified_end, modified_precision) in (0, 4)",
            name=op.f("ck_article_revision_modified_whole"),
        ),
        sa.CheckConstraint(
            "num_nulls(published_text, published_start, published_end, published_precision) in (0, 4)",
            name=op.f("ck_article_revision_published_whole"),
        ),
        sa.CheckConstraint(
            "published_offset_minutes between -1080 and 1080", name=op.f("ck_article_revision_published_offset")
        ),
        sa.CheckConstraint("published_start < published_end", name=op.f("ck_article_revision_published_interval")),
        sa.CheckConstraint("valid_from < valid_to", name=op.f("ck_article_revision_held")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["core.article.article_id"], name=op.f("fk_article_revision_article_id")
        ),
        sa.PrimaryKeyConstraint("revision_id", name=op.f("pk_article_revision")),
        sa.UniqueConstraint(
            "article_id",
            "valid_from",
            deferrable=True,
            initially="DEFERRED",
            name=op.f("uq_article_revision_article_id_valid_from"),
        ),
        schema="core",
        comment="One row a revision: what an article said from one time to another. A new one begins "
        "where headline, body or byline changed; a changed date alone makes none",
    )
    op.create_index(op.f("ix_article_revision_published_start"), "article_revision", ["published_start"], schema="core")


def downgrade() -> None:
    op.drop_index(op.f("ix_article_revision_published_start"), table_name="article_revision", schema="core")
    op.drop_table("article_revision", schema="core")
