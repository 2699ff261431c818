"""Real pages with answers: floors for text, headline, day and timestamp, which cannot fall unseen."""

from pathlib import Path

import pytest

from tests.dates import measure

EVERY = 4  # every fourth page of the corpus: some 300, in well under a minute
PAGES = 296
FLOORS = {  # just below what was measured on this sample; `python -m tests.dates.measure` has the whole corpus
    ("gold", "body_f1"): 0.945,
    ("gold", "title_loose"): 0.86,
    ("gold", "date"): 0.90,
    ("gold", "ts"): 0.97,
    ("extra", "title_loose"): 0.95,
    ("extra", "date"): 0.985,
    ("fundus", "date"): 0.97,
}


@pytest.fixture(scope="module")
def answers(shared: Path) -> dict[str, measure.Answer]:
    assert shared == measure.CORPUS.parent
    return measure.answers(measure.rows("gold.jsonl")[::EVERY])


@pytest.fixture(scope="module")
def scores(answers: dict[str, measure.Answer]) -> measure.Scores:
    return measure.scores(answers)


@pytest.mark.parametrize(("name", "score"), FLOORS)
def test_floor(name: str, score: str, scores: measure.Scores) -> None:
    assert scores[name, score] >= FLOORS[name, score]


def test_few_real_pages_are_refused(answers: dict[str, measure.Answer]) -> None:
    refused = [name for name, answer in answers.items() if answer.refused]
    assert len(answers) == PAGES
    assert len(refused) <= 0.02 * PAGES, refused
