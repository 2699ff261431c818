"""The byline that a reader would see, out of everything that a page offers."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.bylines import BylineChoice, RawByline, choose_authors
from tests.bylines.cases import show

CASES = yaml.safe_load((Path(__file__).parent / "choices.yml").read_text(encoding="utf-8"))


def candidate(given: Any) -> RawByline:
    if isinstance(given, list):
        origin, locator, names = given
        return RawByline(tuple(names), origin, locator)
    lists = {key: tuple(given[key]) for key in ("names", "kinds", "profiles") if key in given}
    return RawByline(origin=given["origin"], locator=given["locator"], seen=given.get("seen"), **lists)


def choose(case: dict[str, Any]) -> BylineChoice:
    candidates = [candidate(given) for given in case["candidates"]]
    return choose_authors(candidates, language=case.get("language"), publisher=case.get("publisher"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_the_choice_is_what_a_reader_would_name(case: dict[str, Any]) -> None:
    choice = choose(case)
    assert show(choice.authors) == case["authors"], [kept.rule for kept in choice.candidates]
    if "origin" in case:
        assert choice.origin == case["origin"]
    if "profile" in case:
        assert choice.authors[0].profile_url == case["profile"]
    if "rule" in case:
        assert case["rule"] in choice.candidates[0].rule


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_every_candidate_is_kept_with_its_reason(case: dict[str, Any]) -> None:
    choice = choose(case)
    assert sorted(kept.raw.locator for kept in choice.candidates) == sorted(
        candidate(given).locator for given in case["candidates"]
    )
    assert all(kept.rule for kept in choice.candidates)
    chosen = [kept for kept in choice.candidates if kept.chosen]
    assert len(chosen) == bool(choice.authors)
    assert (choice.byline is None) == (not choice.authors)


def test_a_source_may_prefer_a_place() -> None:
    written = [
        RawByline(("Jane Doe",), "json-ld", "NewsArticle.author"),
        RawByline(("By Jane Doe",), "visible", "class byline, line +1"),
        RawByline(("Ana López",), "visible", "class credit, line +30"),
        RawByline(("Share",), "meta", "author"),
    ]
    assert show(choose_authors(written).authors) == "Jane Doe"
    choice = choose_authors(written, prefer=["meta", "visible: class credit"])
    assert (show(choice.authors), choice.byline) == ("Ana López", "Ana López")
    assert choice.candidates[0].chosen
    assert choice.candidates[0].rule.startswith("source prefers visible: class credit (")
    assert len(choice.candidates) == len(written)
    assert choose_authors(written, prefer=["nowhere"]) == choose_authors(written)


def test_the_order_of_candidates_does_not_matter() -> None:
    for case in CASES:
        turned = {**case, "candidates": case["candidates"][::-1]}
        assert show(choose(turned).authors) == show(choose(case).authors), case["case"]
