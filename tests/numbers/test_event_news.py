"""States in sentences of our own, as newspapers write them, from courts and storms to shares and travel."""

from pathlib import Path

import pytest

from tests.numbers.marked import triggers_of

# a sentence ("¶" ends a line), a tab, and what may be the trigger of each quantity: "sold|fetched"; "-" is none
STATES = Path(__file__).parent / "states" / "news.txt"
CASES = [line.split("\t") for line in STATES.read_text("utf-8").splitlines()]


def test_there_are_many_of_many_constructions() -> None:
    assert len(CASES) >= 450
    assert len({triggers for _, triggers in CASES}) >= 300


@pytest.mark.parametrize(("text", "triggers"), CASES)
def test_states_of_news_sentences(text: str, triggers: str) -> None:
    allowed = [each.split("|") for each in triggers.split(";")]
    found = triggers_of(text.replace("¶", "\n"))
    assert len(found) == len(allowed)
    assert all(trigger in either for trigger, either in zip(found, allowed, strict=True)), found
