"""Tell listings from pages: every attempt is a row, also those on feeds, sitemaps, pages by day and robots.txt."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

OUTCOMES = "'article', 'rejected', 'quarantined', 'fetched', 'unchanged', 'failed', 'writing'"
BYTES = "raw_name is not null and page_hash is not null"
PURPOSE = (
    "What was asked for: page (also every record of an archive); listing (a feed, a sitemap, a page by day, an answer "
    "of a CDX server) or robots, which are never articles"
)
KEY = "uuid5 of source_name, raw_name, raw_offset and captured_at"
OUTCOME = (
    "article, rejected (it is none), or quarantined (validation refused it); of attempts on the web also fetched "
    "(not read yet), unchanged (the page is as it was), failed, writing (its archive file is being written)"
)
COMMENTS = (
    ("page_fetch_id", sa.Uuid(), f"{KEY}; of a failure of its address and time",
     f"{KEY}; where nothing is archived of address and time"),
    ("fetched_bytes", sa.BigInteger(), "Bytes of the page", "Bytes of the page, or of the listing"),
    ("outcome", sa.Text(), OUTCOME, f"{OUTCOME}; of a listing and of robots.txt answered, unchanged or failed"),
)  # fmt: skip
TABLE = (
    "One row a capture: an attempt on the web, a record of an archive; leads from any row back to the bytes",
    "One row a capture: an attempt on the web, whatever for, or a record of an archive; leads from any row back to the "
    "bytes",
)
READ_ONLY_PAGES = (
    "purpose = 'page' and outcome <> 'answered' or purpose <> 'page' and raw_name is null and "
    "outcome in ('answered', 'unchanged', 'failed')"
)


def upgrade() -> None:
    column = sa.Column("purpose", sa.Text(), nullable=False, server_default="page", comment=PURPOSE)
    op.add_column("page_fetch", column, schema="core")
    _comment(before=0, after=1)
    _replace("outcome", f"outcome in ({OUTCOMES}, 'answered')")
    _replace("fetched_has_bytes", f"outcome = 'failed' or purpose <> 'page' or ({BYTES})")
    _add("purpose", "purpose in ('page', 'listing', 'robots')")
    _add("only_pages_are_read", READ_ONLY_PAGES)


def downgrade() -> None:
    op.execute("delete from core.page_fetch where purpose <> 'page'")
    for name in ("only_pages_are_read", "purpose"):
        op.drop_constraint(op.f(f"ck_page_fetch_{name}"), "page_fetch", schema="core", type_="check")
    _replace("fetched_has_bytes", f"outcome = 'failed' or ({BYTES})")
    _replace("outcome", f"outcome in ({OUTCOMES})")
    _comment(before=1, after=0)
    op.drop_column("page_fetch", "purpose", schema="core")


def _comment(before: int, after: int) -> None:
    """Says what columns and table hold now."""
    for name, kind, *texts in COMMENTS:
        about = {"comment": texts[after], "existing_comment": texts[before], "existing_type": kind}
        op.alter_column("page_fetch", name, schema="core", **about)
    op.create_table_comment("page_fetch", TABLE[after], existing_comment=TABLE[before], schema="core")


def _add(name: str, rule: str) -> None:
    op.create_check_constraint(op.f(f"ck_page_fetch_{name}"), "page_fetch", rule, schema="core")


def _replace(name: str, rule: str) -> None:
    """Another rule for a check that is there."""
    op.drop_constraint(op.f(f"ck_page_fetch_{name}"), "page_fetch", schema="core", type_="check")
    _add(name, rule)
