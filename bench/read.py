"""Pages a CPU second: `dateline read`, whole, and extraction with our metadata, beside trafilatura with its own."""

import io
import time
from collections.abc import Callable

import trafilatura

from bench.pages import bench_pages
from pipeline import normalize
from pipeline.articles import FetchedPage
from pipeline.cli.output import article_json, write_line
from pipeline.extract import extract
from pipeline.run.pages import read_article
from pipeline.sources import Archive, SourceConfig

PAGES = 150
ROUNDS = 3
SOURCE = SourceConfig(name="bench", title="bench", discover=(Archive(kind="archive", location="."),))


def main() -> None:
    """Print the pages a CPU second of each, and how they compare."""
    name, pages = bench_pages(PAGES)
    for page in pages[:5]:
        _dateline(page), _metadata(page), _trafilatura(page)
    ours = metadata = theirs = 0.0
    for _ in range(ROUNDS):  # turn about, so that a noisy minute falls on all
        theirs += _cpu_s(_trafilatura, pages)
        metadata += _cpu_s(_metadata, pages)
        ours += _cpu_s(_dateline, pages)
    count = ROUNDS * len(pages)
    print(f"read: {len(pages)} pages ({name}), {ROUNDS} rounds")
    print(f"  trafilatura with metadata         {count / theirs:7.1f} pages a CPU second")
    print(f"  extraction with our metadata      {count / metadata:7.1f} pages a CPU second")
    print(f"    beside trafilatura              {theirs / metadata:7.2f} (target: at least 1.00)")
    print(f"  dateline read, numbers and all    {count / ours:7.1f} pages a CPU second")
    print(f"    beside trafilatura              {theirs / ours:7.2f} (target: at least 0.85)")


def _cpu_s(work: Callable[[FetchedPage], object], pages: list[FetchedPage]) -> float:
    started = time.process_time()
    for page in pages:
        work(page)
    return time.process_time() - started


def _dateline(page: FetchedPage) -> None:
    write_line(article_json(read_article(page, SOURCE)), io.StringIO())


def _metadata(page: FetchedPage) -> None:
    article = extract(page, SOURCE)
    site = SOURCE.site(article.site)
    normalize.choose_authors(article, site), normalize.choose_dates(article, site)


def _trafilatura(page: FetchedPage) -> None:
    trafilatura.bare_extraction(page.body, url=page.url, with_metadata=True)
