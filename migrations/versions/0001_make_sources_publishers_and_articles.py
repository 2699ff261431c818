"""Make sources, publishers and articles."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("create schema core")
    op.create_table(
        "publisher",
        sa.Column("publisher_id", sa.Uuid(), nullable=False, comment="uuid5 of the site"),
        sa.Column(
            "site",
            sa.Text(),
            nullable=False,
            comment="Registrable domain; urn:dateline:<source> for pages without an address",
        ),
        sa.Column(
            "publisher_name",
            sa.Text(),
            nullable=False,
            comment="Name of the outlet; its domain where neither source file nor page names it",
        ),
        sa.Column(
            "name_from",
            sa.Text(),
            nullable=False,
            comment="source (its file names it), page (its earliest capture that does) or site",
        ),
        sa.Column(
            "named_at",
            sa.DateTime(timezone=True),
            nullable=False,
            comment="Capture time of the page that gave the name; the earliest one counts",
        ),
        sa.Column(
            "country", sa.Text(), nullable=True, comment="Country where the source file says so (ISO 3166-1 alpha-2)"
        ),
        sa.CheckConstraint("name_from in ('source', 'page', 'site')", name=op.f("ck_publisher_name_from")),
        sa.PrimaryKeyConstraint("publisher_id", name=op.f("pk_publisher")),
        sa.UniqueConstraint("site", name=op.f("uq_publisher_site")),
        schema="core",
        comment="One row a publisher: a site, by its registrable domain",
    )
    op.create_table(
        "source",
        sa.Column(
            "source_name", sa.Text(), nullable=False, comment="Name of the source, as in its file and in --source"
        ),
        sa.Column("title", sa.Text(), nullable=False, comment="What a person calls it"),
        sa.Column(
            "country",
            sa.Text(),
            nullable=True,
            comment="Country of its publishers where the file says so (ISO 3166-1 alpha-2)",
        ),
        sa.Column(
            "language_code",
            sa.Text(),
            nullable=True,
            comment="Language of its pages where the file says so (ISO 639-1)",
        ),
        sa.Column(
            "timezone_name",
            sa.Text(),
            nullable=True,
            comment="Zone of times that its pages write without an offset (IANA)",
        ),
        sa.PrimaryKeyConstraint("source_name", name=op.f("pk_source")),
        schema="core",
        comment="One row a source: a file under sources/, where pages come from",
    )
    op.create_table(
        "article",
        sa.Column(
            "article_id",
            sa.Uuid(),
            nullable=False,
            comment="uuid5 of the first canonical address; never computed again",
        ),
        sa.Column(
            "canonical_url",
            sa.Text(),
            nullable=False,
            comment="First canonical address; urn:dateline:<source>:<path> for pages without an address",
        ),
        sa.Column("publisher_id", sa.Uuid(), nullable=False, comment="Who published it"),
        sa.ForeignKeyConstraint(
            ["publisher_id"], ["core.publisher.publisher_id"], name=op.f("fk_article_publisher_id")
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_article")),
        schema="core",
        comment="One row an article, however often it was captured or edited",
    )
    op.create_index(op.f("ix_article_publisher_id"), "article", ["publisher_id"], schema="core")
    op.create_table(
        "article_alias",
        sa.Column("alias_id", sa.Uuid(), nullable=False, comment="uuid5 of the address"),
        sa.Column("address", sa.Text(), nullable=False, comment="The address"),
        sa.Column("article_id", sa.Uuid(), nullable=False, comment="Article that it leads to; the first one counts"),
        sa.ForeignKeyConstraint(["article_id"], ["core.article.article_id"], name=op.f("fk_article_alias_article_id")),
        sa.PrimaryKeyConstraint("alias_id", name=op.f("pk_article_alias")),
        schema="core",
        comment="One row an address under which an article was seen, its canonical one included",
    )
    op.create_index(op.f("ix_article_alias_article_id"), "article_alias", ["article_id"], schema="core")


def downgrade() -> None:
    op.drop_index(op.f("ix_article_alias_article_id"), table_name="article_alias", schema="core")
    op.drop_table("article_alias", schema="core")
    op.drop_index(op.f("ix_article_publisher_id"), table_name="article", schema="core")
    op.drop_table("article", schema="core")
    op.drop_table("source", schema="core")
    op.drop_table("publisher", schema="core")
    op.execute("drop schema core")
