"""Interviews printed as turns: the answers are the answerer's, the questions the outlet's."""

import pytest

from pipeline.numbers.claims import attribute
from tests.numbers.marked import read_marked

TURNS = "Q: You have [two boats]?\n\nA: I have [40 boats].\n\nThey are old.\n\nQ: Why [six piers]?\nA: I like [nine]."


def _claimants(marked: str) -> list[str | None]:
    return [m.attributed_to for m in attribute(*read_marked(marked))]


@pytest.mark.parametrize("head", ["We spoke to Junior Gaspe about boats.", "Jane Roe builds boats in Port Alma."])
def test_answers_belong_to_who_is_introduced(head: str) -> None:
    name = "Junior Gaspe" if "Gaspe" in head else "Jane Roe"
    assert _claimants(f"{head}\n{TURNS}\n\nThe yard has [40 cranes].") == [None, name, None, name, None]


@pytest.mark.parametrize(
    "head", ["Boats are fun.", "We spoke to Jane Roe and to John Doe.", "Jane Roe and John Doe build boats."]
)
def test_nobody_is_named_where_it_is_not_clear_who_answers(head: str) -> None:
    assert _claimants(f"{head}\n{TURNS}") == [None] * 4


def test_names_before_a_colon() -> None:
    turns = "POST: You have [two boats]?\nROE: I have [40 boats].\nPOST: Still?\nROE: Yes, [40 boats]."
    assert _claimants(f"Jane Roe builds boats.\n{turns}") == [None, "Jane Roe", "Jane Roe"]


def test_labels_of_a_list_speak_for_nobody() -> None:
    assert (
        _claimants("Jane Roe sells them.\nPrice: [$40]\nWeight: [two tons]\nPrice: [$60]\nWeight: [six tons]")
        == [None] * 4
    )
