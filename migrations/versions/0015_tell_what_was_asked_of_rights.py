"""Tell what was asked of rights: tdmrep.json, and today's page of what an archive replays, are attempts, too."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

PURPOSE = (
    "What was asked for: page (also every record of an archive); listing (a feed, a sitemap, a page by day, an answer "
    "of a CDX server)"
)
OUTCOME = (
    "article, rejected (it is none), or quarantined (validation refused it); of attempts on the web also fetched "
    "(not read yet), unchanged (the page is as it was), failed, writing (its archive file is being written); of a "
    "listing"
)
COMMENTS = (
    ("purpose", f"{PURPOSE} or robots, which are never articles",
     f"{PURPOSE}, robots, or rights (tdmrep.json; today's page of what an archive replays), which are never articles"),
    ("outcome", f"{OUTCOME} and of robots.txt answered, unchanged or failed",
     f"{OUTCOME}, of robots.txt and of rights answered, unchanged or failed"),
)  # fmt: skip


def upgrade() -> None:
    _comment(before=1, after=2)
    _allow("'page', 'listing', 'robots', 'rights'")


def downgrade() -> None:
    op.execute("delete from core.page_fetch where purpose = 'rights'")
    _allow("'page', 'listing', 'robots'")
    _comment(before=2, after=1)


def _comment(before: int, after: int) -> None:
    """Says what the columns hold now."""
    for column in COMMENTS:
        about = {"comment": column[after], "existing_comment": column[before], "existing_type": sa.Text()}
        op.alter_column("page_fetch", column[0], schema="core", **about)


def _allow(words: str) -> None:
    name = op.f("ck_page_fetch_purpose")
    op.drop_constraint(name, "page_fetch", schema="core", type_="check")
    op.create_check_constraint(name, "page_fetch", f"purpose in ({words})", schema="core")
