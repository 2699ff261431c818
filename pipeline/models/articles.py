"""Articles, their addresses and their revisions."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Computed, Index, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from pipeline.models.base import Base, column, key, never, one_of, place, reference, small
from pipeline.models.vocabulary import CONTENT_FIELDS, DATE_CHOICES, ORIGINS, PRECISIONS, ZONE_ORIGINS


class Article(Base):
    """An article, however often it was captured or edited."""

    __tablename__ = "article"
    __table_args__ = (
        Index(None, "publisher_id"),
        {"schema": "core", "comment": "One row an article, however often it was captured or edited"},
    )

    article_id: Mapped[UUID] = key("uuid5 of the first canonical address; never computed again")
    canonical_url: Mapped[str] = column(
        "First canonical address; urn:dateline:<source>:<path> for pages without an address"
    )
    publisher_id: Mapped[UUID] = reference("Who published it", "core.publisher.publisher_id")


class ArticleAlias(Base):
    """An address under which an article was seen."""

    __tablename__ = "article_alias"
    __table_args__ = (
        Index(None, "article_id"),
        {"schema": "core", "comment": "One row an address under which an article was seen, its canonical one included"},
    )

    alias_id: Mapped[UUID] = key("uuid5 of the address")
    address: Mapped[str] = column("The address")
    article_id: Mapped[UUID] = reference("Article that it leads to; the first one counts", "core.article.article_id")


def _moment_checks(role: str) -> tuple[object, ...]:
    return (
        one_of(f"{role}_precision", PRECISIONS),
        one_of(f"{role}_zone_from", ZONE_ORIGINS),
        one_of(f"{role}_from", ORIGINS),
        never(f"{role}_interval", f"{role}_start < {role}_end"),
        never(f"{role}_offset", f"{role}_offset_minutes between -1080 and 1080"),
        never(f"{role}_whole", f"num_nulls({role}_text, {role}_start, {role}_end, {role}_precision) in (0, 4)"),
    )


class ArticleRevision(Base):
    """What an article said from one time to another."""

    __tablename__ = "article_revision"
    __table_args__ = (
        *(check for role in DATE_CHOICES for check in _moment_checks(role)),
        never("held", "valid_from < valid_to"),
        never("changed_fields", "changed_fields <@ array[" + ", ".join(f"'{name}'" for name in CONTENT_FIELDS) + "]"),
        never("dateline_span", "0 <= dateline_start and dateline_start < dateline_end"),
        UniqueConstraint("article_id", "valid_from", deferrable=True, initially="DEFERRED"),
        Index(None, "published_start"),
        Index(None, "published_day"),
        {
            "schema": "core",
            "comment": "One row a revision: what an article said from one time to another. A new one begins where "
            "headline, body or byline changed; a changed date alone makes none",
        },
    )

    revision_id: Mapped[UUID] = key("uuid5 of the article and the capture that it was first made from; stays")
    article_id: Mapped[UUID] = reference("Article", "core.article.article_id")
    headline: Mapped[str | None] = column("Headline")
    body: Mapped[str] = column("Text, paragraphs separated by line feeds; offsets of mentions count its code points")
    byline: Mapped[str | None] = column("Byline as written")
    byline_candidates: Mapped[list[dict[str, Any]] | None] = mapped_column(
        JSONB(),
        comment="Every byline that the page offers, in order of rank: origin, locator, names as written, authors as "
        "read, rule, chosen; null where an older program loaded it",
    )
    dateline_text: Mapped[str | None] = column("Dateline at the head of the text, as written")
    dateline_place: Mapped[str | None] = column("Place that the dateline names")
    dateline_agency: Mapped[str | None] = column("Agency that the dateline names")
    dateline_start: Mapped[int | None] = place("Code point of body at which the dateline starts")
    dateline_end: Mapped[int | None] = place("Code point of body after the dateline")
    section: Mapped[str | None] = column("Section of the site, as the page says")
    genre: Mapped[str | None] = column("Genre, as the page says")
    language_code: Mapped[str | None] = column("Language of the text (ISO 639-1)")

    published_text: Mapped[str | None] = column("Published, no more precise than the page: 2016-08-02T14:30:00+01:00")
    published_start: Mapped[datetime | None] = column(
        "First instant that published can mean; without a known zone, anywhere on Earth"
    )
    published_end: Mapped[datetime | None] = column("End of it, exclusive")
    published_precision: Mapped[str | None] = column("second, minute, hour, day, month or year")
    published_offset_minutes: Mapped[int | None] = small("UTC offset as written, in minutes; null if none was")
    published_zone_from: Mapped[str | None] = column("Where its zone came from: value, publisher or unknown")
    published_from: Mapped[str | None] = column(
        "Where on the page it stood: json-ld, meta, time-element, url, text, ..."
    )
    published_day: Mapped[date | None] = column("Local calendar day; null where only month or year is known")
    modified_text: Mapped[str | None] = column("Modified, as the page says, no more precise than it")
    modified_start: Mapped[datetime | None] = column("First instant that modified can mean")
    modified_end: Mapped[datetime | None] = column("End of it, exclusive")
    modified_precision: Mapped[str | None] = column("second, minute, hour, day, month or year")
    modified_offset_minutes: Mapped[int | None] = small("UTC offset as written, in minutes; null if none was")
    modified_zone_from: Mapped[str | None] = column("Where its zone came from: value, publisher or unknown")
    modified_from: Mapped[str | None] = column("Where on the page it stood")
    modified_day: Mapped[date | None] = column("Local calendar day; null where only month or year is known")

    content_hash: Mapped[str] = column(
        "Hash of headline, body and byline; what decides whether a capture is a revision"
    )
    valid_from: Mapped[datetime] = column("Its earliest capture")
    valid_to: Mapped[datetime | None] = column("Earliest capture of the next revision; null while it is current")
    is_current: Mapped[bool] = mapped_column(
        Computed("valid_to is null", persisted=True), comment="The latest revision known"
    )
    changed_fields: Mapped[list[str] | None] = mapped_column(
        ARRAY(Text()),
        comment="Which of headline, body and byline the publisher changed since the revision before; empty for the "
        "first, null where the two were read under different versions and cannot be compared",
    )
    page_fetch_id: Mapped[UUID] = column("Its earliest capture, which its rows were read from")
    run_id: Mapped[UUID] = column("Run that wrote the row last")
    extract_version: Mapped[str] = column("Version of the extractor that made it")
    bylines_version: Mapped[str] = column("Version of the bylines core that made it")
    dates_version: Mapped[str] = column("Version of the dates core that made it")
    numbers_version: Mapped[str] = column("Version of the numbers core that made its mentions")
