"""Classes of events in sentences of our own about tolls, accidents, conflict and crime."""

from pathlib import Path

import pytest

from pipeline.numbers import find_mentions

# a sentence, a tab, and the class of each of its quantities: "-" none, "!" denied, "?" only possible
CLASSES = Path(__file__).parent / "states" / "classes.txt"
CASES = [line.split("\t") for line in CLASSES.read_text("utf-8").splitlines()]
_MARKS = {"denied": "!", "possible": "?"}


@pytest.mark.parametrize(("text", "classes"), CASES)
def test_classes_of_news_sentences(text: str, classes: str) -> None:
    found = [m for m in find_mentions(text, language="en") if m.is_quantity]
    assert ";".join((m.event_type or "-") + _MARKS.get(m.modality or "", "") for m in found) == classes
