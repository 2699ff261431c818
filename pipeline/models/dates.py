"""Every date that a page offered for itself, and which was chosen."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Mapped

from pipeline.models.base import Base, column, key, never, one_of, small
from pipeline.models.vocabulary import DATE_CHOICES, DATE_ROLES, ORIGINS, PRECISIONS, ZONE_ORIGINS


class DateCandidate(Base):
    """A date that a page offered for itself."""

    __tablename__ = "date_candidate"
    __table_args__ = (
        one_of("date_role", DATE_ROLES),
        one_of("origin", ORIGINS),
        one_of("chosen_as", DATE_CHOICES),
        one_of("moment_precision", PRECISIONS),
        one_of("zone_from", ZONE_ORIGINS),
        never("counted", "ordinal >= 0"),
        never("interval", "moment_start < moment_end"),
        never("chosen_was_read", "chosen_as is null or moment_text is not null"),
        {"schema": "core", "comment": "One row a date that a page offered for itself, in order of rank"},
    )

    revision_id: Mapped[UUID] = key("Revision whose page it stood on")
    ordinal: Mapped[int] = key("Rank among the page's candidates, from 0")
    raw: Mapped[str] = column("As written")
    date_role: Mapped[str] = column("What it claims to be: published, modified or unspecified")
    origin: Mapped[str] = column("Where it stood: json-ld, meta, time-element, url, text, ...")
    locator: Mapped[str] = column("Where exactly: datePublished, time[itemprop]")
    rule: Mapped[str] = column("Name of the rule that read it")
    chosen_as: Mapped[str | None] = column("published or modified where it was chosen")
    flag: Mapped[str | None] = column("Why it was not trusted: ambiguous-order, future, placeholder, conflict, ...")
    moment_text: Mapped[str | None] = column("As read, no more precise than written; null where it could not be read")
    moment_start: Mapped[datetime | None] = column("First instant that it can mean")
    moment_end: Mapped[datetime | None] = column("End of it, exclusive")
    moment_precision: Mapped[str | None] = column("second, minute, hour, day, month or year")
    offset_minutes: Mapped[int | None] = small("UTC offset as written, in minutes; null if none was")
    zone_from: Mapped[str | None] = column("Where its zone came from: value, publisher or unknown")
    local_day: Mapped[date | None] = column("Local calendar day; null where only month or year is known")
    dates_version: Mapped[str] = column("Version of the dates core that made it")
