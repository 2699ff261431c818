"""Make authors, bylines and date candidates."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "date_candidate",
        sa.Column("revision_id", sa.Uuid(), nullable=False, comment="Revision whose page it stood on"),
        sa.Column("ordinal", sa.BigInteger(), nullable=False, comment="Rank among the page's candidates, from 0"),
        sa.Column("raw", sa.Text(), nullable=False, comment="As written"),
        sa.Column(
            "date_role", sa.Text(), nullable=False, comment="What it claims to be: published, modified or unspecified"
        ),
        sa.Column(
            "origin", sa.Text(), nullable=False, comment="Where it stood: json-ld, meta, time-element, url, text, ..."
        ),
        sa.Column("locator", sa.Text(), nullable=False, comment="Where exactly: datePublished, time[itemprop]"),
        sa.Column("rule", sa.Text(), nullable=False, comment="Name of the rule that read it"),
        sa.Column("chosen_as", sa.Text(), nullable=True, comment="published or modified where it was chosen"),
        sa.Column(
            "flag",
            sa.Text(),
            nullable=True,
            comment="Why it was not trusted: ambiguous-order, future, placeholder, conflict, ...",
        ),
        sa.Column(
            "moment_text",
            sa.Text(),
            nullable=True,
            comment="As read, no more precise than written; null where it could not be read",
        ),
        sa.Column("moment_start", sa.DateTime(timezone=True), nullable=True, comment="First instant that it can mean"),
        sa.Column("moment_end", sa.DateTime(timezone=True), nullable=True, comment="End of it, exclusive"),
        sa.Column("moment_precision", sa.Text(), nullable=True, comment="second, minute, hour, day, month or year"),
        sa.Column(
            "offset_minutes",
            sa.SmallInteger(),
            nullable=True,
            comment="UTC offset as written, in minutes; null if none was",
        ),
        sa.Column(
            "zone_from", sa.Text(), nullable=True, comment="Where its zone came from: value, publisher or unknown"
        ),
        sa.Column(
            "local_day", sa.Date(), nullable=True, comment="Local calendar day; null where only month or year is known"
        ),
        sa.Column("dates_version", sa.Text(), nullable=False, comment="Version of the dates core that made it"),
        sa.CheckConstraint("chosen_as in ('published', 'modified')", name=op.f("ck_date_candidate_chosen_as")),
        sa.CheckConstraint(
            "date_role in ('published', 'modified', 'unspecified')", name=op.f("ck_date_candidate_date_role")
        ),
        sa.CheckConstraint(
            "moment_precision in ('second', 'minute', 'hour', 'day', 'month', 'year')",
            name=op.f("ck_date_candidate_moment_precision"),
        ),
        sa.CheckConstraint(
            "origin in ('json-ld', 'meta', 'time-element', 'text', 'url', 'listing', 'http', "
            "'htmldate', 'trafilatura')",
            name=op.f("ck_date_candidate_origin"),
        ),
        sa.CheckConstraint("zone_from in ('value', 'publisher', 'unknown')", name=op.f("ck_date_candidate_zone_from")),
        sa.CheckConstraint(
            "chosen_as is null or moment_text is not null", name=op.f("ck_date_candidate_chosen_was_read")
        ),
        sa.CheckConstraint("moment_start < moment_end", name=op.f("ck_date_candidate_interval")),
        sa.CheckConstraint("ordinal >= 0", name=op.f("ck_date_candidate_counted")),
        sa.PrimaryKeyConstraint("revision_id", "ordinal", name=op.f("pk_date_candidate")),
        schema="core",
        comment="One row a date that a page offered for itself, in order of rank",
    )
    op.create_table(
        "author",
        sa.Column("author_id", sa.Uuid(), nullable=False, comment="uuid5 of publisher and name_key"),
        sa.Column("publisher_id", sa.Uuid(), nullable=False, comment="Publisher"),
        sa.Column(
            "name_key", sa.Text(), nullable=False, comment="The name with case and diacritics folded; initials stay"
        ),
        sa.Column(
            "author_name",
            sa.Text(),
            nullable=False,
            comment="The name, cased as a name, as the earliest capture has it",
        ),
        sa.Column(
            "author_kind",
            sa.Text(),
            nullable=False,
            comment="person, agency, organisation or desk, as the earliest capture has it",
        ),
        sa.Column(
            "profile_url",
            sa.Text(),
            nullable=True,
            comment="Profile or sameAs address; the least one where pages give several",
        ),
        sa.Column(
            "named_at",
            sa.DateTime(timezone=True),
            nullable=False,
            comment="Capture time of the page that gave the name; the earliest one counts",
        ),
        sa.Column(
            "merged_into",
            sa.Uuid(),
            nullable=True,
            comment="Author at another publisher who is the same person because both have this profile address",
        ),
        sa.CheckConstraint(
            "author_kind in ('person', 'agency', 'organisation', 'desk')", name=op.f("ck_author_author_kind")
        ),
        sa.CheckConstraint("merged_into <> author_id", name=op.f("ck_author_merged_elsewhere")),
        sa.ForeignKeyConstraint(["publisher_id"], ["core.publisher.publisher_id"], name=op.f("fk_author_publisher_id")),
        sa.PrimaryKeyConstraint("author_id", name=op.f("pk_author")),
        sa.UniqueConstraint("publisher_id", "name_key", name=op.f("uq_author_publisher_id_name_key")),
        schema="core",
        comment="One row an author: a name at one publisher",
    )
    op.create_index(op.f("ix_author_profile_url"), "author", ["profile_url"], schema="core", postgresql_using="hash")
    op.create_table(
        "byline",
        sa.Column("revision_id", sa.Uuid(), nullable=False, comment="Revision"),
        sa.Column("ordinal", sa.BigInteger(), nullable=False, comment="Place in the byline, from 0"),
        sa.Column("author_id", sa.Uuid(), nullable=False, comment="Author"),
        sa.Column("author_name", sa.Text(), nullable=False, comment="The name as this article has it, cased as a name"),
        sa.Column("author_kind", sa.Text(), nullable=False, comment="person, agency, organisation or desk"),
        sa.Column("author_role", sa.Text(), nullable=True, comment="Role as written: Defence Correspondent"),
        sa.Column("organisation", sa.Text(), nullable=True, comment="Organisation that the byline gives the author"),
        sa.Column("author_location", sa.Text(), nullable=True, comment="Place that the byline gives the author"),
        sa.Column(
            "contribution",
            sa.Text(),
            nullable=True,
            comment="additional reporting, editing, photos, ...; null for writing",
        ),
        sa.Column("email", sa.Text(), nullable=True, comment="Email address in the byline"),
        sa.Column("handle", sa.Text(), nullable=True, comment="Handle in the byline"),
        sa.Column("profile_url", sa.Text(), nullable=True, comment="Profile or sameAs address that the page gives"),
        sa.Column("raw", sa.Text(), nullable=False, comment="What the page said"),
        sa.Column("rule", sa.Text(), nullable=False, comment="Name of the rule that read it"),
        sa.Column("bylines_version", sa.Text(), nullable=False, comment="Version of the bylines core that made it"),
        sa.CheckConstraint(
            "author_kind in ('person', 'agency', 'organisation', 'desk')", name=op.f("ck_byline_author_kind")
        ),
        sa.CheckConstraint("ordinal >= 0", name=op.f("ck_byline_counted")),
        sa.ForeignKeyConstraint(["author_id"], ["core.author.author_id"], name=op.f("fk_byline_author_id")),
        sa.PrimaryKeyConstraint("revision_id", "ordinal", name=op.f("pk_byline")),
        schema="core",
        comment="One row an author of a revision, in the order of the byline",
    )
    op.create_index(op.f("ix_byline_author_id"), "byline", ["author_id"], schema="core")


def downgrade() -> None:
    op.drop_index(op.f("ix_byline_author_id"), table_name="byline", schema="core")
    op.drop_table("byline", schema="core")
    op.drop_index(op.f("ix_author_profile_url"), table_name="author", schema="core", postgresql_using="hash")
    op.drop_table("author", schema="core")
    op.drop_table("date_candidate", schema="core")
