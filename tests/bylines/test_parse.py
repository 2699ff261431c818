"""Every written byline of the tables names exactly the authors beside it."""

import pytest

from pipeline.bylines import parse_byline
from tests.bylines.cases import byline_cases, show

CASES = byline_cases()


@pytest.mark.parametrize(("table", "language", "byline", "expected"), CASES, ids=lambda value: str(value)[:60])
def test_a_byline_names_its_authors(table: str, language: str | None, byline: str, expected: str) -> None:
    assert table
    assert show(parse_byline(byline, language=language)) == expected


def test_the_tables_are_many() -> None:
    assert len(CASES) >= 250
    assert len({table for table, *_ in CASES}) >= 8
