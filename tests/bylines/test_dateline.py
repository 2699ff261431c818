"""Datelines at the head of texts: place, agency, offsets; and sentences that are none."""

from pathlib import Path

import pytest

from pipeline.bylines import read_dateline

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "datelines.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("text", "place", "agency", "written"), ROWS, ids=lambda value: str(value)[:40])
def test_a_dateline_is_read_and_a_sentence_is_not(text: str, place: str, agency: str, written: str) -> None:
    found = read_dateline(text)
    if written == "-":
        assert found is None
        return
    assert found is not None
    assert (found.text, found.place or "-", found.agency or "-") == (written, place, agency)
    assert text[found.char_start : found.char_end] == found.text


def test_an_empty_text_has_none() -> None:
    assert read_dateline("") is None
    assert read_dateline("   \n") is None
