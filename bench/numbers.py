"""KB of news text a CPU second of the numbers core, and whether its time grows with the length and no faster."""

import json
import time
from collections.abc import Iterator
from datetime import date

from bench.pages import bench_pages
from pipeline.articles import FetchedPage
from pipeline.numbers import find_mentions
from pipeline.run.pages import read_article
from pipeline.settings import PROJECT
from pipeline.sources import Archive, SourceConfig

ARTICLES = 300
ROUNDS = 3
SOURCE = SourceConfig(name="bench", title="bench", discover=(Archive(kind="archive", location="."),))
PUBLISHED = date(2019, 11, 20)
SIZES = (10_000, 100_000, 1_000_000)
LOOPS = {
    "news": None,  # the articles themselves, one after the other
    "digits": "1",
    "words": "and ",
    "brackets": "(",
    "quotes": '"',
    "digits of others": "٣١² １２ ",
    "claims": "Police said 2 people, 3 men and more than 4 women were killed, ",
}


def main() -> None:
    """Print the KB a CPU second over articles, and the seconds for each size of each text."""
    name, texts = _texts()
    kb = sum(len(text.encode()) for text in texts) / 1000
    find_mentions(texts[0], language="en", published=PUBLISHED)  # the tables are read once
    best = min(_cpu_s(texts) for _ in range(ROUNDS))
    print(f"numbers: {len(texts)} texts, {kb:.0f} KB ({name}), the best of {ROUNDS} rounds")
    print(f"  whole core, one process    {kb / best:7.0f} KB a CPU second (target: at least 400)")
    print(f"  seconds for texts of       {'10 KB':>9}{'100 KB':>9}{'1 MB':>9}")
    for kind, piece in LOOPS.items():
        whole = "\n\n".join(texts) if piece is None else piece
        took = [_cpu_s([(whole * (size // len(whole) + 1))[:size]]) for size in SIZES]
        print(f"    {kind:<22}", *(f"{seconds:9.2f}" for seconds in took), sep=" ")


def _cpu_s(texts: list[str]) -> float:
    started = time.process_time()
    for text in texts:
        find_mentions(text, language="en", published=PUBLISHED)
    return time.process_time() - started


def _texts() -> tuple[str, list[str]]:
    """English articles beside the checkout where they are, else those of the sample archive."""
    gold = PROJECT.parent / "shared" / "corpus" / "gold.jsonl"
    if gold.exists():
        with gold.open(encoding="utf-8") as lines:
            rows = [row for row in map(json.loads, lines) if row.get("body") and row.get("lang") == "en"]
        return "bodies of real articles", [row["body"] for row in rows[:ARTICLES]]
    name, pages = bench_pages(ARTICLES)
    return name, list(_bodies(pages))


def _bodies(pages: list[FetchedPage]) -> Iterator[str]:
    for page in pages:
        text = read_article(page, SOURCE).text
        if text:
            yield text
