"""Find what is due by time: polls look at the last weeks of a source's attempts."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

NAME = "ix_page_fetch_source_name_captured_at"
WEB = "requested_url is not null"


def upgrade() -> None:
    op.create_index(op.f(NAME), "page_fetch", ["source_name", "captured_at"], schema="core", postgresql_where=WEB)


def downgrade() -> None:
    op.drop_index(op.f(NAME), table_name="page_fetch", schema="core", postgresql_where=WEB)
