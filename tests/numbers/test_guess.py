"""What is read of a text whose language is not told, or has no tables."""

import json
from pathlib import Path

import pytest

from pipeline.numbers import find_mentions
from pipeline.numbers.guess import guess_language
from tests.numbers.language_sentences import expected_of

FRESH = Path(__file__).parent / "fresh" / "articles.jsonl"
SWAHILI = "Watu 42 waliuawa na 98 walijeruhiwa, asilimia 12.5% ya $4.2 milioni mnamo Jumatatu."


def test_articles_are_guessed_right() -> None:
    texts = [json.loads(line)["text"] for line in FRESH.read_text("utf-8").splitlines()]
    assert {guess_language(text) for text in texts} == {"en"}


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_sentences_together_are_guessed_right(language: str) -> None:
    text = " ".join(expected.text for expected in expected_of(language))
    assert guess_language(text) == language


@pytest.mark.parametrize(
    "text", [SWAHILI, "", "42", "Kobieta, 42, zmarła w szpitalu.", "De politie heeft drie mannen."]
)
def test_others_are_left_open(text: str) -> None:
    assert guess_language(text) == "und"


@pytest.mark.parametrize("language", [None, "sw", "und"])
def test_an_unknown_language_gives_digits_percent_and_money_and_says_so(language: str | None) -> None:
    found = find_mentions(SWAHILI, language=language)
    assert [(m.surface, m.kind) for m in found] == [
        ("42", "count"), ("98", "count"), ("12.5%", "percent"), ("$4.2", "money"),
    ]  # fmt: skip
    assert all(m.rule.startswith("und-") and m.noun is None and m.event_trigger is None for m in found)


def test_a_known_language_need_not_be_told() -> None:
    text = "Police said that two thousand people have fled since Monday."
    assert find_mentions(text) == find_mentions(text, language="en")
