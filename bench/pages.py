"""The pages that the benchmarks read: real ones beside the checkout where they are, else the sample archive."""

import gzip
import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

from pipeline import archive
from pipeline.articles import FetchedPage, RawRef
from pipeline.settings import PROJECT

CAPTURED_AT = datetime(2026, 11, 1, tzinfo=UTC)


def bench_pages(most: int) -> tuple[str, list[FetchedPage]]:
    """The name of the set, and at most so many of its HTML pages."""
    corpus = PROJECT.parent / "shared" / "corpus"
    if not corpus.exists():
        pages = [page for page in archive.iter_pages(PROJECT / "sample" / "archive") if page.media_type == "text/html"]
        return "the sample archive", pages[:most]
    with (corpus / "gold.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    step = max(1, len(rows) // most)
    return "real pages", [_page(corpus, row) for row in rows[::step][:most]]


def _page(corpus: Path, row: dict[str, str]) -> FetchedPage:
    body = gzip.decompress((corpus / "pages" / f"{row['id']}.html.gz").read_bytes())
    return FetchedPage(
        source="bench",
        raw=RawRef("bench", row["id"]),
        url=row["url"],
        captured_at=CAPTURED_AT,
        status=200,
        media_type="text/html",
        charset=None,
        body=body,
        page_hash=hashlib.sha256(body).hexdigest(),
    )
