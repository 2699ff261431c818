"""How often the authors are right on the pages with answers in the folder `shared` beside the checkout.

`python -m tests.bylines.measure` prints it for all pages; the tests take a sample.
"""

import gzip
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.articles import ExtractedArticle, FetchedPage, RawRef
from pipeline.bylines import choose_authors
from pipeline.extract import extract
from pipeline.sources import SourceConfig

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
SOURCE = SourceConfig.model_validate(
    {"name": "corpus", "title": "Corpus", "discover": [{"kind": "archive", "location": "."}]}
)


@dataclass(frozen=True)
class Score:
    """Pages whose set of authors is exactly right, of all that name one; pages with a name, of those that have none."""

    right: int
    pages: int
    invented: int
    pages_without: int


def answers(name: str, source_set: str | None = None) -> list[dict[str, Any]]:
    """The rows of an answer file that say who wrote the page."""
    with (CORPUS / name).open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row for row in rows if "authors" in row and source_set in (None, row["source_set"])]


def score(rows: list[dict[str, Any]]) -> Score:
    """Compare what is chosen with the answers."""
    named = [row for row in rows if row["authors"]]
    unnamed = [row for row in rows if not row["authors"]]
    right = sum(chosen(row["id"], row["url"]) == {key(name) for name in row["authors"]} for row in named)
    return Score(right, len(named), sum(bool(chosen(row["id"], row["url"])) for row in unnamed), len(unnamed))


@cache
def chosen(page_id: str, url: str) -> frozenset[str]:
    """The keys of the names that are chosen for a page."""
    article = extracted(page_id, url)
    choice = choose_authors(article.bylines, language=article.language, publisher=article.publisher)
    return frozenset(key(author.name) for author in choice.authors)


@cache
def extracted(page_id: str, url: str) -> ExtractedArticle:
    body = gzip.decompress((CORPUS / "pages" / f"{page_id}.html.gz").read_bytes())
    page = FetchedPage("corpus", RawRef("pages", page_id), url, datetime.now(UTC), 200, "text/html", None, body, "")
    return extract(page, SOURCE)


def key(name: str) -> str:
    """Names are compared as the corpus compares them: without case and runs of white space."""
    return " ".join(name.split()).casefold()


def figures() -> Iterator[str]:
    """One line for each measure."""
    for title, name, source_set in (
        ("gold", "gold.jsonl", None),
        ("gold, fundus pages", "gold.jsonl", "fundus"),
        ("extra", "gold_extra.jsonl", None),
    ):
        found = score(answers(name, source_set))
        share = found.right / found.pages
        yield f"{title}: author set exact {share:.3f} ({found.right} of {found.pages})"
    yield f"extra: a name where a reader sees none: {found.invented} of {found.pages_without}"
    pages = [extracted(row["id"], row["url"]) for row in answers("gold.jsonl")]
    started = time.process_time()
    for page in pages:
        choose_authors(page.bylines, language=page.language, publisher=page.publisher)
    yield f"choosing: {(time.process_time() - started) / len(pages) * 1000:.2f} ms of CPU a page"


if __name__ == "__main__":
    for line in figures():
        print(line)
