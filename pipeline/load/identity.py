"""Keys that say the same thing whenever and wherever they are computed."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import NAMESPACE_DNS, NAMESPACE_URL, UUID, uuid5

from pipeline.articles import NormalizedArticle, RawRef, Versions
from pipeline.bylines import author_key
from pipeline.numbers import Mention
from pipeline.verdicts import Refused

FETCHES = uuid5(NAMESPACE_DNS, "page-fetch.dateline")
FILES = uuid5(NAMESPACE_DNS, "archive-file.dateline")
QUARANTINE = uuid5(NAMESPACE_DNS, "quarantine.dateline")
VALIDATIONS = uuid5(NAMESPACE_DNS, "validation.dateline")
COPY_CHARS = 40  # a shorter sentence is too common to be a copy
BETWEEN = "\n"  # in no name of a source, an archive file or an expectation


def address_id(address: str) -> UUID:
    """Key of an address; that of an article's first canonical address is the article's."""
    return uuid5(NAMESPACE_URL, address)


def addresses(article: NormalizedArticle) -> tuple[str, ...]:
    """Every address of a page, the canonical one first; a page without any is addressed by its record."""
    page = article.page
    found = dict.fromkeys(address for address in (article.canonical_url, page.url, *article.aliases) if address)
    return tuple(found) or (f"urn:dateline:{page.source}:{page.raw.record_id}",)


def page_fetch_id(source: str, raw: RawRef, captured_at: datetime) -> UUID:
    """Key of a capture; a file that was written again in its place is another capture."""
    offset = "" if raw.offset is None else str(raw.offset)
    return uuid5(FETCHES, BETWEEN.join((source, raw.name, offset, captured_at.astimezone(UTC).isoformat())))


def archive_file_id(source: str, name: str) -> UUID:
    """Key of an indexed archive file."""
    return uuid5(FILES, BETWEEN.join((source, name)))


def site_of(article: NormalizedArticle) -> str:
    """The site that published a page: its registrable domain, or the source itself."""
    return article.site or f"urn:dateline:{article.page.source}"


def publisher_id(site: str) -> UUID:
    """Key of a publisher."""
    return uuid5(NAMESPACE_DNS, site)


def author_id(publisher: UUID, name: str) -> UUID:
    """Key of an author: a name at one publisher, case and diacritics folded."""
    return uuid5(publisher, author_key(name))


def revision_id(article: UUID, capture: UUID) -> UUID:
    """Key of the revision that was first made from a capture."""
    return uuid5(article, str(capture))


def content_hash(headline: str | None, text: str, byline: str | None) -> str:
    """Hash of what makes a revision: headline, text and byline, not dates; hex."""
    digest = hashlib.sha256()
    for part in (headline, text, byline):
        written = (part or "").encode()
        digest.update(b"%d:" % (-1 if part is None else len(written)))
        digest.update(written)
    return digest.hexdigest()


def sentence_key(article: NormalizedArticle, mention: Mention) -> int | None:
    """Hash of the sentence of a count with an event, white space and case folded; None of others and short ones."""
    if mention.kind != "count" or mention.event_trigger is None:
        return None
    written = (article.title or "") if mention.part == "headline" else article.text
    sentence = written[mention.sentence_start : mention.sentence_end]
    if len(sentence) < COPY_CHARS:
        return None
    folded = "".join(sentence.split()).casefold()
    return int.from_bytes(hashlib.blake2b(folded.encode(), digest_size=8).digest(), "big", signed=True)


def quarantine_id(item: Refused, versions: Versions) -> UUID:
    """Key of a refusal: the same one again is the same row."""
    return uuid5(QUARANTINE, BETWEEN.join((*refusal_key(item), *versions_of(versions))))


def refusal_key(item: Refused) -> tuple[str, ...]:
    """What tells one refusal from another on pages read under the same versions."""
    return (item.page_hash, item.row_kind, str(item.ordinal), item.expectation, item.column)


def validation_id(run: UUID, parts: Iterable[str]) -> UUID:
    """Key of what one expectation found in a run."""
    return uuid5(VALIDATIONS, BETWEEN.join((str(run), *parts)))


def versions_of(versions: Versions) -> tuple[str, str, str, str]:
    """The four versions in the order of the columns."""
    return (versions.extract, versions.bylines, versions.dates, versions.numbers)
