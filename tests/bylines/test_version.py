"""Output that changes without a raised VERSION fails: rows of the warehouse would no longer say what made them."""

import json

from pipeline.bylines import VERSION
from tests.bylines.pin import FILE, changed, outputs

PINNED = json.loads(FILE.read_text(encoding="utf-8"))


def test_the_pins_are_those_of_this_version() -> None:
    assert PINNED["version"] == VERSION, "run python -m tests.bylines.pin"


def test_no_output_has_changed_without_a_new_version() -> None:
    different = changed(PINNED["outputs"], outputs())
    assert not different, "raise VERSION in pipeline/bylines/__init__.py, then run python -m tests.bylines.pin"


def test_a_changed_output_is_noticed() -> None:
    now = outputs()
    given = next(iter(now))
    assert changed({given: "another"}, now) == [given]
    assert changed({"a byline that is no longer in the tables": "x"}, now) == []


def test_most_inputs_are_pinned() -> None:
    assert len(PINNED["outputs"]) >= 250
