"""Floors of accuracy on real pages, on a sample of them so that it stays quick (`measure.py` prints the whole)."""

import zlib
from pathlib import Path

import pytest

from tests.bylines.measure import answers, score

SHARE = 5  # one page in so many, chosen by the hash of its id


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    ("name", "source_set", "floor"),
    [("gold.jsonl", None, 0.70), ("gold.jsonl", "fundus", 0.85), ("gold_extra.jsonl", None, 0.93)],
)
def test_the_authors_of_real_pages(name: str, source_set: str | None, floor: float) -> None:
    named = [row for row in answers(name, source_set) if row["authors"]]
    found = score([row for row in named if zlib.crc32(row["id"].encode()) % SHARE == 0])
    assert found.pages >= 20
    assert found.right / found.pages >= floor, found


def test_nobody_is_named_where_a_reader_sees_nobody(shared: Path) -> None:
    assert shared.exists()
    found = score([row for row in answers("gold_extra.jsonl") if not row["authors"]])
    assert found.pages_without == 9
    assert found.invented <= 1
