"""Where sentences end, and what part of the page they stand in."""

import pytest

from pipeline.numbers.sentences import sentence_at, split_sentences
from tests.cpu import is_done_within

# "|" marks every boundary.
EXAMPLES = [
    "The U.S. Army said so.|It was late.",
    "Mr. Smith and Gen. J. R. Jones met at 4 p.m. on Sept. 5 in St. Louis, Mo.|They left.",
    "He moved to the U.S.|The firm followed.",
    "He moved to the U.S. Senate.",
    "Prices rose 2.5 percent.|Sales fell.",
    "Flight No. 10 left.|He said no.|She went.",
    '"We won." He smiled.'.replace('." He', '."|He'),
    "“We are done.”|The minister left.",
    "It was “over.” |Then".replace(" |", "|"),
    "Is it true?|Yes!|Nobody knows…|Perhaps.",
    "First line\n|Second line",
    "A paragraph\n\n|another one.",
    "Shares of Acme Inc. rose.|Acme Corp.|The end.",
    "It opened at 9 a.m.|The doors closed.",
    "Dr. D. Trump Jr. spoke to Ford Motor Co. executives.",
    "3.14 is pi.|And 2.5 tons, e.g. Sand, are heavy.",
    "Am 3. Mai starb er.|Im 19. Jahrhundert nicht.",
    "He scored 3.|The crowd left.",
    "He lives in Carson City, Nev. in the north.",
]


@pytest.mark.parametrize("marked", EXAMPLES)
def test_boundaries(marked: str) -> None:
    pieces = marked.split("|")
    text = " ".join(pieces)
    assert [text[s.start : s.end] for s in split_sentences(text)] == [p.strip() for p in pieces]


def test_lines_of_wrapped_text_are_joined() -> None:
    lines = [
        "The storm tore roofs from houses along the coast and left",
        "Thousands of families without power on Monday, officials",
        "said. Rescue teams were still looking for two fishermen who",
        "had not returned, and schools stayed closed in the county.",
        "Power should be back on Friday.",
    ]
    assert len(split_sentences("\n".join(lines))) == 3
    assert len(split_sentences("\n\n".join(lines))) == 6


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("# A headline\n\nBody.", "headline"),
        ("Name | Dead | Hurt\nBody.", "table"),
        ("Photo: a bridge on Monday\nBody.", "caption"),
        ("A bridge on Monday. (AP Photo/Jane Doe)\nBody.", "caption"),
        ("An ordinary line.\n# Not at the head", "body"),
    ],
)
def test_part_of_first_sentence(text: str, part: str) -> None:
    assert split_sentences(text)[0].part == part


def test_part_of_whole_text_is_kept() -> None:
    assert {s.part for s in split_sentences("Five dead. Two hurt.", "headline")} == {"headline"}


def test_sentence_at_an_offset() -> None:
    text = "One here.   Two there."
    sentences = split_sentences(text)
    assert sentence_at(sentences, 4) == sentences[0]
    assert sentence_at(sentences, 10) is None
    assert sentence_at(sentences, 12) == sentences[1]
    assert sentence_at(sentences, 99) is None


@pytest.mark.parametrize("unit", [".", '"', ". ", "A. ", "a.b", "\n", "|", "!?", "… “", "٣. "])
def test_time_is_linear(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    assert is_done_within(10, lambda: split_sentences(text))
    spans = split_sentences(text)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
