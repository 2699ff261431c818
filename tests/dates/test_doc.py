"""docs/dates.md names rules and flags that there are, and the command that its figures come from."""

import re
from pathlib import Path

from pipeline.dates import choice
from tests.dates.measure import MEASURES

PROJECT = Path(__file__).resolve().parents[2]
DOC = (PROJECT / "docs" / "dates.md").read_text(encoding="utf-8")


def test_every_reason_to_choose_no_date_is_explained() -> None:
    assert sorted(flag for flag in choice.UNUSABLE if f"`{flag}`" not in DOC) == []


def test_every_measure_has_its_figure() -> None:
    assert "python -m tests.dates.measure" in DOC
    for title, _, name in MEASURES:
        assert re.search(rf"^\| {name}\b.*: {title}.* \| [01]?\.\d{{3}} \(\d+ of \d+\) \|$", DOC, re.MULTILINE), title
