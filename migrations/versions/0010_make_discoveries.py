"""Make discoveries: what each way of finding articles said of a run's window."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "discovery",
        sa.Column("discovery_id", sa.Uuid(), nullable=False, comment="uuid5 of run, source and strategy"),
        sa.Column("run_id", sa.Uuid(), nullable=False, comment="Run that asked"),
        sa.Column("source_name", sa.Text(), nullable=False, comment="Source that was asked"),
        sa.Column("strategy", sa.Text(), nullable=False, comment="Kind and address: feed https://news.example/rss"),
        sa.Column(
            "discovery_state",
            sa.Text(),
            nullable=False,
            comment="served; cannot-serve (it does not reach the window); failed (something could not be read)",
        ),
        sa.Column("found", sa.BigInteger(), nullable=False, comment="Articles of the window that it named"),
        sa.Column(
            "left_out",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=False,
            comment="Addresses that it named beside those, counted by why they are no candidates",
        ),
        sa.Column(
            "detail",
            sa.Text(),
            nullable=True,
            comment="What a person should know: how far it reaches back, what failed",
        ),
        sa.Column("unserved_days", sa.ARRAY(sa.Date()), nullable=False, comment="Days of the window it cannot tell of"),
        sa.Column(
            "asked_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
            comment="When it was asked",
        ),
        sa.CheckConstraint(
            "discovery_state in ('served', 'cannot-serve', 'failed')", name=op.f("ck_discovery_discovery_state")
        ),
        sa.CheckConstraint("found >= 0", name=op.f("ck_discovery_counted")),
        sa.ForeignKeyConstraint(["run_id"], ["ops.run.run_id"], name=op.f("fk_discovery_run_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("discovery_id", name=op.f("pk_discovery")),
        schema="ops",
        comment="One row a run, a source and a way of finding its articles: what came of it",
    )
    op.create_index(op.f("ix_discovery_source_name_asked_at"), "discovery", ["source_name", "asked_at"], schema="ops")


def downgrade() -> None:
    op.drop_table("discovery", schema="ops")
