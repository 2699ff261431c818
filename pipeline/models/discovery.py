"""What the ways of finding articles said of a window."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Date, ForeignKey, Index, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from pipeline.models.base import Base, column, key, never, one_of
from pipeline.models.vocabulary import DISCOVERY_STATES


class Discovery(Base):
    """One way of finding a source's articles, asked for the window of one run."""

    __tablename__ = "discovery"
    __table_args__ = (
        one_of("discovery_state", DISCOVERY_STATES),
        never("counted", "found >= 0"),
        Index(None, "source_name", "asked_at"),
        {"schema": "ops", "comment": "One row a run, a source and a way of finding its articles: what came of it"},
    )

    discovery_id: Mapped[UUID] = key("uuid5 of run, source and strategy")
    run_id: Mapped[UUID] = mapped_column(ForeignKey("ops.run.run_id", ondelete="CASCADE"), comment="Run that asked")
    source_name: Mapped[str] = column("Source that was asked")
    strategy: Mapped[str] = column("Kind and address: feed https://news.example/rss")
    discovery_state: Mapped[str] = column(
        "served; cannot-serve (it does not reach the window); failed (something could not be read)"
    )
    found: Mapped[int] = column("Articles of the window that it named")
    left_out: Mapped[dict[str, Any]] = mapped_column(
        JSONB(), comment="Addresses that it named beside those, counted by why they are no candidates"
    )
    detail: Mapped[str | None] = column("What a person should know: how far it reaches back, what failed")
    unserved_days: Mapped[list[date]] = mapped_column(ARRAY(Date()), comment="Days of the window it cannot tell of")
    asked_at: Mapped[datetime] = column("When it was asked", server_default=func.now())
