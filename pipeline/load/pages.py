"""What becomes of each page of a batch: an article, rejected, or refused by validation with its children."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.articles import NormalizedArticle
from pipeline.load.identity import content_hash, page_fetch_id
from pipeline.load.rows import Page
from pipeline.load.text import storable
from pipeline.verdicts import Refused, RowKind


def prepare(articles: Iterable[NormalizedArticle], refused: Sequence[Refused]) -> list[Page]:
    """The pages in the order that all loads share: by time of capture, then by record. A record counts once."""
    found = _refused_by_record(refused)
    pages = (_page(storable(article), found) for article in articles)
    once = {page.page_fetch_id: page for page in pages}
    return sorted(once.values(), key=lambda page: (page.article.page.captured_at, page.page_fetch_id))


RefusedRows = dict[tuple[str, str, RowKind], dict[int, Refused]]


def _refused_by_record(refused: Sequence[Refused]) -> RefusedRows:
    found: RefusedRows = defaultdict(dict)
    for item in refused:
        found[item.source, item.record_id, item.row_kind].setdefault(item.ordinal, item)
    return dict(found)


def _page(article: NormalizedArticle, refused: RefusedRows) -> Page:
    info = article.page
    record = (info.source, info.raw.record_id)
    outcome, reason, detail = _outcome(article, refused.get((*record, "article"), {}).get(0))
    return Page(
        article=article,
        page_fetch_id=page_fetch_id(info.source, info.raw, info.captured_at),
        content_hash=content_hash(article.title, article.text, article.byline),
        outcome=outcome,
        reason=reason,
        detail=detail,
        refused_bylines=frozenset(refused.get((*record, "byline"), ())),
        refused_mentions=frozenset(refused.get((*record, "mention"), ())),
    )


def _outcome(article: NormalizedArticle, refused: Refused | None) -> tuple[str, str | None, str | None]:
    if article.rejected is not None:
        return "rejected", article.rejected.reason, article.rejected.detail
    if refused is not None:
        return "quarantined", f"{refused.expectation}({refused.column})", refused.detail
    return "article", None, None
