"""KB of news text a CPU second of the numbers core, and whether its time grows with the length and no faster.

Where quantulum3 is installed (it is no dependency), it reads some of the same articles in between, because machines
differ.
"""

import importlib
import json
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import date

from bench.pages import bench_pages
from pipeline.articles import FetchedPage
from pipeline.numbers import find_mentions
from pipeline.run.pages import read_article
from pipeline.settings import PROJECT
from pipeline.sources import Archive, SourceConfig

ARTICLES = 300
ROUNDS = 3
PEER, PEER_ARTICLES = "quantulum3", 30
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
    few, peer = texts[:PEER_ARTICLES], _peer()
    own_s, peer_s = [], []
    for _ in range(ROUNDS):
        own_s.append(_cpu_s(texts))
        peer_s.append(_cpu_s(few, peer) if peer else 0)
    print(f"numbers: {len(texts)} texts, {kb:.0f} KB ({name}), the best of {ROUNDS} rounds")
    print(f"  whole core, one process    {kb / min(own_s):7.0f} KB a CPU second (target: at least 400)")
    if peer:
        peer_kb = sum(len(text.encode()) for text in few) / 1000
        times = kb / min(own_s) * min(peer_s) / peer_kb
        print(f"  {PEER:<26} {peer_kb / min(peer_s):7.0f} on {peer_kb:.0f} KB of it, {times:.0f} times less")
    else:
        print(f"  {PEER} would read the same, were it installed: uv pip install {PEER}")
    print(f"  seconds for texts of       {'10 KB':>9}{'100 KB':>9}{'1 MB':>9}")
    for kind, piece in LOOPS.items():
        whole = "\n\n".join(texts) if piece is None else piece
        took = [_cpu_s([(whole * (size // len(whole) + 1))[:size]]) for size in SIZES]
        print(f"    {kind:<22}", *(f"{seconds:9.2f}" for seconds in took), sep=" ")


def _read(text: str) -> object:
    return find_mentions(text, language="en", published=PUBLISHED)


def _cpu_s(texts: list[str], read: Callable[[str], object] = _read) -> float:
    started = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - started


def _peer() -> Callable[[str], object] | None:
    """How quantulum3 reads a text, its tables loaded; None where it is not installed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it misses its classifier of units
        try:
            parse: Callable[[str], object] = importlib.import_module(f"{PEER}.parser").parse
        except ModuleNotFoundError:
            return None
        parse("40 km of road")
    return parse


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
