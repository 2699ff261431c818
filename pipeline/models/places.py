"""Where pages come from, who published them, and the captures that everything can be led back to."""

from datetime import date, datetime
from typing import get_args
from uuid import UUID

from sqlalchemy import ARRAY, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pipeline.models.base import Base, column, key, never, one_of, place, reference, small
from pipeline.models.vocabulary import NAME_ORIGINS, OUTCOMES, PURPOSES
from pipeline.windows import WindowBy


class Source(Base):
    """Where pages come from."""

    __tablename__ = "source"
    __table_args__ = ({"schema": "core", "comment": "One row a source: a file under sources/, where pages come from"},)

    source_name: Mapped[str] = key("Name of the source, as in its file and in --source")
    title: Mapped[str] = column("What a person calls it")
    country: Mapped[str | None] = column("Country of its publishers where the file says so (ISO 3166-1 alpha-2)")
    language_code: Mapped[str | None] = column("Language of its pages where the file says so (ISO 639-1)")
    timezone_name: Mapped[str | None] = column("Zone of times that its pages write without an offset (IANA)")


class Publisher(Base):
    """Who published: a site."""

    __tablename__ = "publisher"
    __table_args__ = (
        one_of("name_from", NAME_ORIGINS),
        UniqueConstraint("site"),
        {"schema": "core", "comment": "One row a publisher: a site, by its registrable domain"},
    )

    publisher_id: Mapped[UUID] = key("uuid5 of the site")
    site: Mapped[str] = column("Registrable domain; urn:dateline:<source> for pages without an address")
    publisher_name: Mapped[str] = column("Name of the outlet; its domain where neither source file nor page names it")
    name_from: Mapped[str] = column("source (its file names it), page (its earliest capture that does) or site")
    named_at: Mapped[datetime] = column("Capture time of the page that gave the name; the earliest one counts")
    country: Mapped[str | None] = column("Country where the source file says so (ISO 3166-1 alpha-2)")


class PageFetch(Base):
    """A capture: an attempt on the web, or a record of an archive."""

    __tablename__ = "page_fetch"
    __table_args__ = (
        one_of("outcome", OUTCOMES),
        one_of("purpose", PURPOSES),
        never("not_empty", "fetched_bytes >= 0 and raw_offset >= 0"),
        never("article_has_revision", "(outcome = 'article') = (revision_id is not null and content_hash is not null)"),
        never("refusal_has_reason", "outcome not in ('rejected', 'quarantined') or reason is not null"),
        never("failure_has_class", "(outcome = 'failed') = (error_class is not null)"),
        never(
            "fetched_has_bytes",
            "outcome = 'failed' or purpose <> 'page' or (raw_name is not null and page_hash is not null)",
        ),
        never(
            "only_pages_are_read",
            "purpose = 'page' and outcome <> 'answered' or purpose <> 'page' and raw_name is null and "
            "outcome in ('answered', 'unchanged', 'failed')",
        ),
        never(
            "read_has_versions",
            "outcome not in ('article', 'rejected', 'quarantined') or (media_type is not null and "
            "extract_version is not null and bylines_version is not null and dates_version is not null and "
            "numbers_version is not null)",
        ),
        never("web_has_address", "raw_name is not null or requested_url is not null"),
        Index(
            None,
            *("source_name", "raw_name", "raw_offset", "captured_at"),
            unique=True,
            postgresql_nulls_not_distinct=True,
            postgresql_where="raw_name is not null",
        ),
        Index(None, "article_id", postgresql_where="article_id is not null"),
        Index(None, "source_name", "requested_url", postgresql_where="requested_url is not null"),
        Index(None, "source_name", "candidate_day", postgresql_where="requested_url is not null"),
        Index(None, "source_name", "captured_at", postgresql_where="requested_url is not null"),
        {
            "schema": "core",
            "comment": "One row a capture: an attempt on the web, whatever for, or a record of an archive; leads from "
            "any row back to the bytes",
        },
    )

    page_fetch_id: Mapped[UUID] = key(
        "uuid5 of source_name, raw_name, raw_offset and captured_at; where nothing is archived of address and time"
    )
    source_name: Mapped[str] = reference("Source that it came from", "core.source.source_name")
    raw_location: Mapped[str | None] = column(
        "Address of the archive file that holds the record: a path or an fsspec URL; null where no copy was to be kept"
    )
    raw_name: Mapped[str | None] = column("The file's path relative to its source; null where nothing came")
    raw_offset: Mapped[int | None] = column("Byte at which the record starts; null where the file is the record")
    url: Mapped[str | None] = column("Address as captured")
    captured_at: Mapped[datetime] = column("When it was captured; of an attempt when it was made")
    http_status: Mapped[int | None] = small("Status of the answer; null where the archive holds none")
    media_type: Mapped[str | None] = column("text/html, text/plain or text/markdown")
    fetched_bytes: Mapped[int] = column("Bytes of the page, or of the listing")
    page_hash: Mapped[str | None] = column("sha256 of the page's bytes, hex; of an unchanged page those it still has")
    outcome: Mapped[str] = column(
        "article, rejected (it is none), or quarantined (validation refused it); of attempts on the web also fetched "
        "(not read yet), unchanged (the page is as it was), failed, writing (its archive file is being written); of a "
        "listing, of robots.txt and of rights answered, unchanged or failed"
    )
    reason: Mapped[str | None] = column(
        "Why it is no article: a word such as consent-page or bot-wall, or the expectation that refused it; "
        "'simultaneous' on an article's capture that another one of the same instant stands for"
    )
    detail: Mapped[str | None] = column("The reason for a person")
    content_hash: Mapped[str | None] = column("Hash of headline, body and byline as this capture had them")
    article_id: Mapped[UUID | None] = column("Article that it shows")
    revision_id: Mapped[UUID | None] = column("Revision that it shows")
    run_id: Mapped[UUID] = column("Run that loaded it first")
    extract_version: Mapped[str | None] = column("Version of the extractor that read it")
    bylines_version: Mapped[str | None] = column("Version of the bylines core that read it")
    dates_version: Mapped[str | None] = column("Version of the dates core that read it")
    numbers_version: Mapped[str | None] = column("Version of the numbers core that read it")
    purpose: Mapped[str] = column(
        "What was asked for: page (also every record of an archive); listing (a feed, a sitemap, a page by day, an "
        "answer of a CDX server), robots, or rights (tdmrep.json; today's page of what an archive replays), which are "
        "never articles",
        server_default="page",
    )
    requested_url: Mapped[str | None] = column("Address that was asked for; null for records of archives, and so below")
    candidate_day: Mapped[date | None] = column("Day that the listing gave it, whose window owns it")
    error_class: Mapped[str | None] = column("Why an attempt failed: a word such as dns, timeout or robots-disallowed")
    retry_at: Mapped[datetime | None] = column("When the host, or the circuit, said that it may be tried again")
    redirect_count: Mapped[int | None] = place("Redirects that were followed")
    waited_ms: Mapped[int | None] = place("Time that politeness cost: queue and delay")
    first_byte_ms: Mapped[int | None] = place("Time from asking to the first byte of the answer")
    total_ms: Mapped[int | None] = place("Time from asking to the last byte")
    received_bytes: Mapped[int | None] = column("Bytes of the body as received, still compressed")
    etag: Mapped[str | None] = column("ETag of the answer, sent with the next request")
    last_modified: Mapped[str | None] = column("Last-Modified of the answer, sent with the next request")
    rights: Mapped[list[str] | None] = mapped_column(
        ARRAY(Text()), comment="Signals on the page: noarchive, tdm-reserved, not-free"
    )


class Host(Base):
    """A host that was fetched from."""

    __tablename__ = "host"
    __table_args__ = ({"schema": "ops", "comment": "One row a host that was fetched from: whose turn it is, for all"},)

    host_name: Mapped[str] = key("Name, with its port where that is not the usual one")
    next_at: Mapped[datetime] = column("When the next request may go to it, from whatever process")


class ArchiveFile(Base):
    """An archive file whose records are indexed."""

    __tablename__ = "archive_file"
    __table_args__ = (
        never("not_negative", "file_bytes >= 0 and record_count >= 0"),
        one_of("window_by", get_args(WindowBy)),
        UniqueConstraint("source_name", "raw_name"),
        {"schema": "core", "comment": "One row an archive file whose records are indexed, so that it is read once"},
    )

    archive_file_id: Mapped[UUID] = key("uuid5 of source and raw_name")
    source_name: Mapped[str] = column("Source that it belongs to")
    raw_name: Mapped[str] = column("Path relative to the source")
    raw_location: Mapped[str] = column("Address: a path or an fsspec URL")
    file_bytes: Mapped[int] = column("Size when it was indexed")
    fingerprint: Mapped[str | None] = column("Modification time or ETag when it was indexed, as the store gives it")
    record_count: Mapped[int] = column("Records found in it")
    extract_version: Mapped[str] = column("Version of the extractor that read its dates")
    dates_version: Mapped[str] = column("Version of the dates core that read them")
    timezone_name: Mapped[str] = column("Zone whose calendar days the window days are (IANA)")
    window_by: Mapped[str] = column("What the window days were taken from: published or captured")


class ArchiveRecord(Base):
    """A record of an indexed archive file and the day that decides its window."""

    __tablename__ = "archive_record"
    __table_args__ = (
        Index(None, "window_day", "archive_file_id"),
        {"schema": "core", "comment": "One row a record of an archive file, with the day that decides its window"},
    )

    archive_file_id: Mapped[UUID] = key("File that holds it")
    ordinal: Mapped[int] = key("Its place among the file's records, from 0")
    raw_offset: Mapped[int | None] = column("Byte at which it starts; null where the file is the record")
    url: Mapped[str | None] = column("Address as captured")
    captured_at: Mapped[datetime] = column("When it was captured")
    published_day: Mapped[date | None] = column("Local calendar day of publication; null where unknown")
    window_day: Mapped[date] = column("Calendar day whose run owns it")
