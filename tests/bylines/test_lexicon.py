"""The lexicons are data: each file says where it is from, and says nothing twice."""

from importlib.resources import files

import pytest

from pipeline.bylines.lexicon import lexicon, rows

NAMES = sorted(
    path.name.removesuffix(".tsv")
    for path in files("pipeline.bylines").joinpath("data").iterdir()
    if path.name.endswith(".tsv")
)


def test_there_are_lexicons() -> None:
    assert len(NAMES) >= 15


@pytest.mark.parametrize("name", NAMES)
def test_a_lexicon_names_its_source_and_repeats_nothing(name: str) -> None:
    content = files("pipeline.bylines").joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    assert "# Source: " in content
    found = list(rows(name))
    assert found
    assert len(found) == len(set(found))
    assert all(cell == cell.strip() for row in found for cell in row)


def test_the_uses_of_small_words_are_those_that_the_grammar_asks_for() -> None:
    asked = {"title", "inside", "affiliation", "clock", "article", "genitive", "section", "posted", "always"}
    asked |= {"date", "opener", "text", "company", "never-first", "verb", "abbreviated"}
    assert set(lexicon().small) == asked
    assert set(lexicon().endings) == {"desk", "organisation", "role"}
