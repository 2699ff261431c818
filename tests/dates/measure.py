"""How often dates and headlines are right on the pages with answers in the folder `shared` beside the checkout.

`python -m tests.dates.measure` prints it for all pages; the tests take a sample. The corpus' own score.py compares.
"""

import gzip
import importlib.util
import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.normalize import choose_dates
from tests.extract.made import SOURCE, read

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
SETS = (("gold", "gold.jsonl", None), ("fundus", "gold.jsonl", "fundus"), ("extra", "gold_extra.jsonl", None))
MEASURES = (
    *(("day", "date", name) for name in ("gold", "extra", "fundus")),
    ("full timestamp with zone", "ts", "gold"),
    *(("headline", "title_loose", name) for name in ("gold", "extra")),
)

Row = dict[str, Any]
Scores = dict[tuple[str, str], float]


@dataclass(frozen=True)
class Answer:
    """What is read from a page, in score.py's words, and why it was refused."""

    found: Row
    refused: str | None


def rows(name: str) -> list[Row]:
    """The rows of an answer file."""
    with (CORPUS / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def answers(asked: Sequence[Row]) -> dict[str, Answer]:
    """What is read from the pages of these rows, by id."""
    with ProcessPoolExecutor(2) as pool:
        found = pool.map(_answer, [row["id"] for row in asked], [row["url"] for row in asked], chunksize=10)
        return dict(zip((row["id"] for row in asked), found, strict=True))


def _answer(page_id: str, url: str) -> Answer:
    body = gzip.decompress((CORPUS / "pages" / f"{page_id}.html.gz").read_bytes())
    article = read(body, url=url.replace(" ", "%20"))
    published = choose_dates(article, SOURCE.site(article.site)).published
    found = {"title": article.title, "text": article.text, "published": published.text if published else None}
    return Answer(found, article.rejected.reason if article.rejected else None)


def scores(given: Mapping[str, Answer]) -> Scores:
    """Every measure of score.py on each set of answers; `<measure>_n` is how many pages it counts."""
    predicted = {page_id: answer.found for page_id, answer in given.items()}
    measured: Scores = {}
    for name, file, source_set in SETS:
        gold = [row for row in rows(file) if row["id"] in predicted and source_set in (None, row["source_set"])]
        values = _scorer().score(gold, predicted, boot=0)
        measured |= {(name, measure): value for measure, value in values.items() if isinstance(value, int | float)}
    return measured


@cache
def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score", CORPUS / "score.py")
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def figures() -> Iterator[str]:
    """One line for each measure."""
    measured = scores(answers(rows("gold.jsonl")))
    for title, measure, name in MEASURES:
        count = measured[name, "title_n" if measure == "title_loose" else f"{measure}_n"]
        share = measured[name, measure]
        yield f"{name}: {title} {share:.3f} ({round(share * count)} of {count})"
    undated = measured["gold", "date_false_n"]
    yield f"gold: a date where the answer is none: {round(measured['gold', 'date_false'] * undated)} of {undated}"


if __name__ == "__main__":
    for line in figures():
        print(line)
