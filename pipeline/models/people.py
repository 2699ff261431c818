"""Authors and the bylines that name them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from pipeline.models.base import Base, column, key, never, one_of, reference
from pipeline.models.vocabulary import AUTHOR_KINDS


class Author(Base):
    """A name at one publisher."""

    __tablename__ = "author"
    __table_args__ = (
        one_of("author_kind", AUTHOR_KINDS),
        never("merged_elsewhere", "merged_into <> author_id"),
        UniqueConstraint("publisher_id", "name_key"),
        Index(None, "profile_url", postgresql_using="hash"),
        {"schema": "core", "comment": "One row an author: a name at one publisher"},
    )

    author_id: Mapped[UUID] = key("uuid5 of publisher and name_key")
    publisher_id: Mapped[UUID] = reference("Publisher", "core.publisher.publisher_id")
    name_key: Mapped[str] = column("The name with case and diacritics folded; initials stay")
    author_name: Mapped[str] = column("The name, cased as a name, as the earliest capture has it")
    author_kind: Mapped[str] = column("person, agency, organisation or desk, as the earliest capture has it")
    profile_url: Mapped[str | None] = column("Profile or sameAs address; the least one where pages give several")
    named_at: Mapped[datetime] = column("Capture time of the page that gave the name; the earliest one counts")
    merged_into: Mapped[UUID | None] = column(
        "Author at another publisher who is the same person because both have this profile address"
    )


class Byline(Base):
    """An author of a revision."""

    __tablename__ = "byline"
    __table_args__ = (
        one_of("author_kind", AUTHOR_KINDS),
        never("counted", "ordinal >= 0"),
        Index(None, "author_id"),
        {"schema": "core", "comment": "One row an author of a revision, in the order of the byline"},
    )

    revision_id: Mapped[UUID] = key("Revision")
    ordinal: Mapped[int] = key("Place in the byline, from 0")
    author_id: Mapped[UUID] = reference("Author", "core.author.author_id")
    author_name: Mapped[str] = column("The name as this article has it, cased as a name")
    author_kind: Mapped[str] = column("person, agency, organisation or desk")
    author_role: Mapped[str | None] = column("Role as written: Defence Correspondent")
    organisation: Mapped[str | None] = column("Organisation that the byline gives the author")
    author_location: Mapped[str | None] = column("Place that the byline gives the author")
    contribution: Mapped[str | None] = column("additional reporting, editing, photos, ...; null for writing")
    email: Mapped[str | None] = column("Email address in the byline")
    handle: Mapped[str | None] = column("Handle in the byline")
    profile_url: Mapped[str | None] = column("Profile or sameAs address that the page gives")
    raw: Mapped[str] = column("What the page said")
    rule: Mapped[str] = column("Name of the rule that read it")
    bylines_version: Mapped[str] = column("Version of the bylines core that made it")
