"""Keep byline candidates: why a revision has the authors that it has."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ABOUT = (
    "Every byline that the page offers, in order of rank: origin, locator, names as written, authors as read, "
    "rule, chosen; null where an older program loaded it"
)


def upgrade() -> None:
    column = sa.Column("byline_candidates", postgresql.JSONB(astext_type=sa.Text()), nullable=True, comment=ABOUT)
    op.add_column("article_revision", column, schema="core")


def downgrade() -> None:
    op.drop_column("article_revision", "byline_candidates", schema="core")
