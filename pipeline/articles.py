"""The nouns that travel between the stages: frozen, with the raw value beside the clean one."""

from dataclasses import dataclass
from datetime import date, datetime

from pipeline.bylines import Author, BylineCandidate, Dateline, RawByline
from pipeline.dates import DateCandidate, Moment, Origin, RawDate
from pipeline.numbers import Mention


@dataclass(frozen=True, slots=True)
class RawRef:
    """Where a record lies in a raw archive.

    `location` is the address of the file (a path or an fsspec URL), `name` its path relative to the source's root,
    `offset` the byte at which the record starts in a WARC; None where the file is the record.
    """

    location: str
    name: str
    offset: int | None = None

    @property
    def record_id(self) -> str:
        """What stands in output and logs: "dev.warc.gz#181234", "seed/article.txt"."""
        return self.name if self.offset is None else f"{self.name}#{self.offset}"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a page is not an article: a word of the contract (`consent-page`, `empty`, ...), a sentence for a person."""

    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Listed:
    """What a listing (a feed, a sitemap, an archive page) said of a page, as it said it."""

    title: str | None = None
    dates: tuple[RawDate, ...] = ()
    bylines: tuple[RawByline, ...] = ()

    def merged(self, other: "Listed") -> "Listed":
        """What both said, each thing once, this one's first."""
        return Listed(
            self.title or other.title,
            tuple(dict.fromkeys((*self.dates, *other.dates)))[:20],
            tuple(dict.fromkeys((*self.bylines, *other.bylines)))[:20],
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A page that a source offers for a window: an address to fetch, or (archives) a record that is already there."""

    source: str
    url: str | None
    raw: RawRef | None
    captured_at: datetime | None
    day: date | None  # the calendar day that decides its window
    replay: str | None = None  # where a web archive gives the capture of `captured_at`; else it is fetched at `url`
    listed: Listed | None = None


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """One captured page: the bytes as they came, with what the capture says of them."""

    source: str
    raw: RawRef
    url: str | None
    captured_at: datetime
    status: int | None
    media_type: str  # "text/html", "text/plain", "text/markdown"
    charset: str | None  # as the server declared it
    body: bytes
    page_hash: str  # sha256 of body, hex
    refusal: Refusal | None = None  # set where the record could be found but not read (truncated, too large)
    headers: tuple[tuple[str, str], ...] = ()  # of a live answer, as they came
    unchanged_since: datetime | None = None  # when the capture was made that this one has the bytes of
    listed: Listed | None = None
    last_modified: str | None = None  # the header of a stored answer, as it came


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What is kept of a page once its bytes are no longer needed."""

    source: str
    raw: RawRef
    url: str | None
    captured_at: datetime
    status: int | None
    media_type: str
    fetched_bytes: int
    page_hash: str


@dataclass(frozen=True, slots=True)
class ExtractedArticle:
    """What the page says, as it says it: text, headline and every candidate for byline and date, all raw strings."""

    page: PageInfo
    canonical_url: (
        str | None
    )  # rel=canonical or og:url where it may count, cleaned; else the page's own address, cleaned
    aliases: tuple[str, ...]  # the other addresses of the same article
    site: str | None  # registrable domain that published it
    publisher: str | None  # the outlet's name as the page gives it
    title: str | None
    text: str
    language: str | None  # ISO 639-1
    section: str | None
    genre: str | None
    bylines: tuple[RawByline, ...]
    dates: tuple[RawDate, ...]
    rejected: Refusal | None = None
    region: str | None = None  # ISO 3166-1 country of the declared locale ("en-GB"), unless it is a template's default


@dataclass(frozen=True, slots=True)
class Versions:
    """Which version of each core made a row."""

    extract: str
    bylines: str
    dates: str
    numbers: str


@dataclass(frozen=True, slots=True)
class NormalizedArticle:
    """One page after the three cores: what becomes rows, or a rejected page with its reason and what was read."""

    page: PageInfo
    canonical_url: str | None
    aliases: tuple[str, ...]
    site: str | None
    publisher: str | None
    title: str | None
    text: str
    language: str | None
    section: str | None
    genre: str | None
    byline: str | None
    authors: tuple[Author, ...]
    byline_candidates: tuple[BylineCandidate, ...]
    dateline: Dateline | None
    published: Moment | None
    published_from: Origin | None
    modified: Moment | None
    modified_from: Origin | None
    date_candidates: tuple[DateCandidate, ...]
    mentions: tuple[Mention, ...]  # offsets into `title` where part is "headline", into `text` elsewhere
    versions: Versions
    rejected: Refusal | None = None
