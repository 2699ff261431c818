"""One page through extraction and the three cores; many pages through several processes."""

from collections.abc import Iterable, Iterator
from functools import partial

import structlog

from pipeline import extract, normalize
from pipeline.adapters.processes import available_cores, map_ordered
from pipeline.articles import ExtractedArticle, FetchedPage, NormalizedArticle, PageInfo, Refusal
from pipeline.sources import Site, SourceConfig

log = structlog.get_logger(__name__)


def read_article(page: FetchedPage, source: SourceConfig) -> NormalizedArticle:
    """The article on a page, or the page with the reason why it is none; never raises."""
    try:
        extracted = extract.extract(page, source)
        return normalize.normalize(extracted, source.site(extracted.site), extract.VERSION)
    except Exception as error:  # a fault of ours on one page must not stop the thousands beside it
        log.exception("page failed", record=page.raw.record_id, source=page.source)
        return failed(page, f"{type(error).__name__}: {error}; please report this page")


def read_articles(
    pages: Iterable[FetchedPage], source: SourceConfig, *, workers: int | None = None
) -> Iterator[NormalizedArticle]:
    """The articles of `pages` in their order, whatever the number of processes (None = one a core)."""
    return map_ordered(
        partial(read_article, source=source), pages, workers=workers or available_cores(), crashed=_crashed
    )


def failed(page: FetchedPage, detail: str, reason: str = "extraction-failed") -> NormalizedArticle:
    """A page that nothing could be read from."""
    info = PageInfo(
        source=page.source,
        raw=page.raw,
        url=page.url,
        captured_at=page.captured_at,
        status=page.status,
        media_type=page.media_type,
        fetched_bytes=len(page.body),
        page_hash=page.page_hash,
    )
    return normalize.normalize(
        ExtractedArticle(
            page=info,
            canonical_url=page.url,
            aliases=(),
            site=None,
            publisher=None,
            title=None,
            text="",
            language=None,
            section=None,
            genre=None,
            bylines=(),
            dates=(),
            rejected=Refusal(reason, detail),
        ),
        Site(),
        extract.VERSION,
    )


def _crashed(page: FetchedPage) -> NormalizedArticle:
    log.error("page crashed its process", record=page.raw.record_id, source=page.source)
    return failed(page, "reading this page ended the process that read it; please report it", "extraction-crashed")
