"""German, French and Spanish as news writes them: every number and every time of a sentence, and nothing else."""

from pathlib import Path

import pytest

from pipeline.numbers import find_mentions
from pipeline.numbers.times.language import time_language
from tests.numbers.language_sentences import LANGUAGES, PUBLISHED, Expected, counts, expected_of, found_in
from tests.numbers.test_times_languages import CASES

SENTENCES = [(language, expected) for language in LANGUAGES for expected in expected_of(language)]


@pytest.mark.parametrize(
    ("language", "expected"), SENTENCES, ids=lambda x: x.text[:40] if isinstance(x, Expected) else x
)
def test_each_sentence_is_read_as_it_says(language: str, expected: Expected) -> None:
    assert found_in(expected.text, language) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_its_sentences(language: str) -> None:
    sentences = [expected for code, expected in SENTENCES if code == language]
    assert len({expected.text for expected in sentences}) == len(sentences)
    assert sum(bool(expected.numbers) for expected in sentences) >= 200
    assert sum(bool(expected.times) for expected in sentences) >= 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_documentation_says_how_many_there_are(language: str) -> None:
    assert counts(language) in Path("docs/numbers.md").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_of_times_has_a_sentence(language: str) -> None:
    tables = time_language(language)
    assert tables is not None
    texts = [(expected.text, PUBLISHED) for code, expected in SENTENCES if code == language]
    texts += [(text, PUBLISHED) for code, text, _ in CASES if code == language]
    used = {m.rule for text, day in texts for m in find_mentions(text, language=language, published=day)}
    assert {rule.name for rule in tables.rules} - {rule.removeprefix("time-") for rule in used} == set()
