"""A text that breaks off or begins anywhere is read without an error: pages are cut, and teasers end in a sentence."""

import re
from pathlib import Path

import pytest

from pipeline.numbers import find_mentions

FOLDER = Path(__file__).parent
EXAMPLES = [
    line.partition("\t")[0]
    for name in ("states/news.txt", "claimants/news.txt")
    for line in (FOLDER / name).read_text("utf-8").splitlines()
]
STEP = 40  # parts in which the examples are tried, each with its own share of them


@pytest.mark.parametrize("part", range(0, STEP, 4))
def test_every_beginning_and_every_end_is_read(part: int) -> None:
    for text in EXAMPLES[part::STEP]:
        for word in re.finditer(r"\S+", text):
            for cut in (text[: word.end()], text[word.start() :]):
                for mention in find_mentions(cut, language="en"):
                    assert cut[mention.char_start : mention.char_end] == mention.surface
