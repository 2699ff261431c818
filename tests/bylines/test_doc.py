"""docs/bylines.md shows what the grammar gives, and the lexicons and files that there are."""

import re
from pathlib import Path

from pipeline.bylines import parse_byline
from tests.bylines.cases import show

PROJECT = Path(__file__).resolve().parents[2]
DOC = (PROJECT / "docs" / "bylines.md").read_text(encoding="utf-8")


def test_the_examples_are_what_comes_out() -> None:
    rows = re.findall(r"^\| `(.+?)` \| (.+?) \|$", DOC, re.MULTILINE)
    assert len(rows) >= 8
    for byline, expected in rows:
        assert show(parse_byline(byline)) == expected


def test_the_files_that_it_names_are_there() -> None:
    for name in re.findall(r"`([a-z_/.]+\.py)`", DOC):
        assert (PROJECT / "pipeline" / "bylines" / name).exists() or (PROJECT / name).exists()
    assert "MEASURED" not in DOC
