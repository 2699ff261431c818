"""Somebody's words without quotation marks: embedded posts, blocks behind a colon; and marks that quote nobody."""

import pytest

from pipeline.numbers.claims import attribute
from pipeline.numbers.mention import Mention
from tests.numbers.marked import read_marked

POST = "We sold [40 boats] today. Thank you!\npic.example/xyz\n\n— Harbour Trust (@harbourtrust) March 3, 2021"


def _claimants(marked: str) -> list[str | None]:
    return [m.attributed_to for m in _mentions(marked)]


def _mentions(marked: str) -> list[Mention]:
    text, sentences, mentions = read_marked(marked)
    return attribute(text, sentences, mentions)


@pytest.mark.parametrize(
    ("marked", "claimants"),
    [
        (f"It has [30 boats].\n\n{POST}\n\nIt has [20 piers].", [None, "Harbour Trust", None]),
        ("It has [30 boats].\nWe sold [40 boats].\n— Harbour Trust (@trust)", [None, "Harbour Trust"]),
        ("We sold [40 boats]. — Jane Roe (@jroe) March 3, 2021", ["Jane Roe"]),
        ("It has [30 boats] — many by Acme (a firm).", [None]),
    ],
)
def test_posts_are_claimed_by_who_signs_them(marked: str, claimants: list[str | None]) -> None:
    assert _claimants(marked) == claimants


def test_a_long_paragraph_above_a_signature_is_no_post() -> None:
    long = "The town has [40 boats] and a pier. " + "It is a quiet place by the sea. " * 12
    assert _claimants(f"{long}\n— Jane Roe (@jroe)") == [None]


@pytest.mark.parametrize(
    ("marked", "claimants"),
    [
        ("The trust said in a statement:\n\nWe have sold [40 boats].\n\nIt has [20 piers].", ["The trust", None]),
        ("The trust said it was over. This is the list:\n\nWe have sold [40 boats].", [None]),
        ("The trust said in a statement.\n\nIt has [40 boats].", [None]),
    ],
)
def test_the_block_behind_a_colon_is_claimed(marked: str, claimants: list[str | None]) -> None:
    assert _claimants(marked) == claimants


def test_titles_in_marks_are_no_quotations() -> None:
    title, speech = _mentions("The ‘[2 Cities] Summer Fair’ opened. Jane Roe said: “We sold [40 boats].”")
    assert (title.quoted, title.attribution) == (False, "outlet")
    assert (speech.quoted, speech.attributed_to) == (True, "Jane Roe")


def test_single_marks_open_speech_over_paragraphs() -> None:
    (mention,) = _mentions("Jane Roe added: ‘I'm from Brenna. I have [four dogs]. I like it\n“I love it.”")
    assert (mention.quoted, mention.attributed_to) == (True, "Jane Roe")
