"""One normalised page as rows, in the order of the tables' columns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from pipeline.articles import NormalizedArticle
from pipeline.bylines import BylineCandidate
from pipeline.dates import Moment, Origin
from pipeline.load.identity import author_id, publisher_id, sentence_key, site_of, versions_of
from pipeline.load.session import RowValues, columns, ordered
from pipeline.models import ArticleRevision, Byline, DateCandidate, NumberMention, PageFetch, TimeMention, table

REVISION = columns(table(ArticleRevision))
BYLINE = columns(table(Byline))
CANDIDATE = columns(table(DateCandidate))
NUMBER = columns(table(NumberMention))
TIME = columns(table(TimeMention))
FETCH = columns(table(PageFetch))
ATTEMPT = FETCH[FETCH.index("requested_url") :]  # what only fetching knows; a load leaves it as it is
CHILDREN = tuple(table(model) for model in (Byline, DateCandidate, NumberMention, TimeMention))

MAX_NAMES, MAX_NAME_CHARS = 40, 300  # what is kept of a byline that was not a byline

BESIDE = ("simultaneous", "another capture of the same instant is taken to hold")

# Mention columns bear the names of the fields: revision_id and ordinal before them; after them the version and, of
# numbers, the key of the sentence.
_number_fields: Callable[[object], tuple[Any, ...]] = attrgetter(*NUMBER[2:-2])
_time_fields: Callable[[object], tuple[Any, ...]] = attrgetter(*TIME[2:-1])


@dataclass(frozen=True, slots=True)
class Page:
    """A page on its way into the warehouse; the sets hold the ordinals of children that validation refused."""

    article: NormalizedArticle
    page_fetch_id: UUID
    content_hash: str
    outcome: str
    reason: str | None
    detail: str | None
    refused_bylines: frozenset[int] = frozenset()
    refused_mentions: frozenset[int] = frozenset()

    @property
    def versions(self) -> tuple[str, str, str, str]:
        """Extract, bylines, dates, numbers."""
        return versions_of(self.article.versions)


@dataclass(frozen=True, slots=True)
class Held:
    """Which revision a page makes, and from when to when it held."""

    revision_id: UUID
    article_id: UUID
    valid_from: datetime
    valid_to: datetime | None


def revision_row(page: Page, held: Held, run_id: UUID) -> RowValues:
    """The row of core.article_revision; `changed_fields` is worked out where the revision before is known."""
    article, dateline = page.article, page.article.dateline
    values: dict[str, Any] = {
        "revision_id": held.revision_id,
        "article_id": held.article_id,
        "headline": article.title,
        "body": article.text,
        "byline": article.byline,
        "byline_candidates": Jsonb([_candidate_json(found) for found in article.byline_candidates]),
        "dateline_text": dateline.text if dateline else None,
        "dateline_place": dateline.place if dateline else None,
        "dateline_agency": dateline.agency if dateline else None,
        "dateline_start": dateline.char_start if dateline else None,
        "dateline_end": dateline.char_end if dateline else None,
        "section": article.section,
        "genre": article.genre,
        "language_code": article.language,
        **_moment("published", article.published, article.published_from),
        **_moment("modified", article.modified, article.modified_from),
        "content_hash": page.content_hash,
        "valid_from": held.valid_from,
        "valid_to": held.valid_to,
        "changed_fields": [],
        "page_fetch_id": page.page_fetch_id,
        "run_id": run_id,
        **_versions(page),
    }
    return ordered(REVISION, values)


def _candidate_json(found: BylineCandidate) -> dict[str, Any]:
    return {
        "origin": found.raw.origin,
        "locator": found.raw.locator,
        "names": [name[:MAX_NAME_CHARS] for name in found.raw.names[:MAX_NAMES]],
        "authors": [author.name for author in found.authors[:MAX_NAMES]],
        "rule": found.rule,
        "chosen": found.chosen,
    }


def byline_rows(page: Page, revision_id: UUID) -> Iterator[RowValues]:
    """A row an author, in order; refused ones are left out and keep their place."""
    publisher = publisher_id(site_of(page.article))
    for ordinal, author in enumerate(page.article.authors):
        if ordinal not in page.refused_bylines:
            yield (
                *(revision_id, ordinal, author_id(publisher, author.name), author.name, author.kind, author.role),
                *(author.organisation, author.location, author.contribution, author.email, author.handle),
                *(author.profile_url, author.raw, author.rule, page.article.versions.bylines),
            )


def candidate_rows(page: Page, revision_id: UUID) -> Iterator[RowValues]:
    """A row a date that the page offers, in order of rank."""
    for ordinal, found in enumerate(page.article.date_candidates):
        raw, moment = found.raw, found.moment
        yield (
            *(revision_id, ordinal, raw.raw, raw.role, raw.origin, raw.locator),
            *(found.rule, found.chosen_as, found.flag),
            *(_moment_values(moment)),
            page.article.versions.dates,
        )


def number_rows(page: Page, revision_id: UUID) -> Iterator[RowValues]:
    """A row a number; refused ones are left out and keep their place."""
    article = page.article
    for ordinal, mention in enumerate(article.mentions):
        if mention.kind != "time" and ordinal not in page.refused_mentions:
            key = sentence_key(article, mention)
            yield (revision_id, ordinal, *_number_fields(mention), key, article.versions.numbers)


def time_rows(page: Page, revision_id: UUID) -> Iterator[RowValues]:
    """A row a date or time; refused ones are left out and keep their place."""
    version = (page.article.versions.numbers,)
    for ordinal, mention in enumerate(page.article.mentions):
        if mention.kind == "time" and ordinal not in page.refused_mentions:
            yield (revision_id, ordinal, *_time_fields(mention), *version)


ROWS_OF: dict[str, Callable[[Page, UUID], Iterator[RowValues]]] = {
    Byline.__tablename__: byline_rows,
    DateCandidate.__tablename__: candidate_rows,
    NumberMention.__tablename__: number_rows,
    TimeMention.__tablename__: time_rows,
}


def fetch_row(page: Page, run_id: UUID, article_id: UUID | None, revision_id: UUID | None, beside: bool) -> RowValues:
    """The row of core.page_fetch; `beside` marks a capture that another one of the same instant stands for."""
    info, is_article = page.article.page, page.outcome == "article"
    reason, detail = page.reason, page.detail
    if beside:
        reason, detail = BESIDE
    return (
        *(page.page_fetch_id, info.source, info.raw.location, info.raw.name, info.raw.offset, info.url),
        *(info.captured_at, info.status, info.media_type, info.fetched_bytes, info.page_hash),
        *(page.outcome, reason, detail, page.content_hash if is_article else None, article_id, revision_id),
        *(run_id, *page.versions, "page", *(None for _ in ATTEMPT)),
    )


def _moment(role: str, moment: Moment | None, origin: Origin | None) -> dict[str, Any]:
    names = ("text", "start", "end", "precision", "offset_minutes", "zone_from", "day")
    values = dict(zip((f"{role}_{name}" for name in names), _moment_values(moment), strict=True))
    return {**values, f"{role}_from": origin}


_moment_fields: Callable[[object], tuple[Any, ...]] = attrgetter(
    "text", "start", "end", "precision", "offset_minutes", "zone_from", "day"
)


def _moment_values(moment: Moment | None) -> tuple[Any, ...]:
    return (None,) * 7 if moment is None else _moment_fields(moment)


def _versions(page: Page) -> dict[str, str]:
    names = ("extract_version", "bylines_version", "dates_version", "numbers_version")
    return dict(zip(names, page.versions, strict=True))
