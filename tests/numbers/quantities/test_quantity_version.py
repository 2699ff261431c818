"""Output that changes without a new VERSION fails.

After a wanted change: raise VERSION in pipeline/numbers/__init__.py and run
`python -m tests.numbers.quantities.test_quantity_version`, which writes the new pin.
"""

import hashlib
import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

from pipeline.numbers import VERSION, find_mentions
from tests.numbers.language_sentences import LANGUAGES, PUBLISHED, expected_of
from tests.numbers.quantities.quantity_reading import CORPUS, examples

PIN = Path(__file__).with_name("pin.json")


def output_hash() -> str:
    """The hash of everything that the core says of its corpus."""
    digest = hashlib.sha256()
    for path in sorted(CORPUS.glob("*/*.txt")):
        name = str(path.relative_to(CORPUS).with_suffix(""))
        for _, text in examples(name):
            mentions = find_mentions(text, language=path.parent.name, published=date(2020, 2, 20))
            rows = [asdict(mention) for mention in mentions]
            digest.update(json.dumps(rows, default=str, sort_keys=True).encode())
    for code in LANGUAGES:
        for expected in expected_of(code):
            mentions = find_mentions(expected.text, language=code, published=PUBLISHED)
            digest.update(json.dumps([asdict(m) for m in mentions], default=str, sort_keys=True).encode())
    return digest.hexdigest()


def test_output_changes_only_with_the_version() -> None:
    pin = json.loads(PIN.read_text("utf-8"))
    now = {"version": VERSION, "output": output_hash()}
    assert now == pin, "the core's output or VERSION has changed: see the head of this file"


if __name__ == "__main__":
    PIN.write_text(json.dumps({"version": VERSION, "output": output_hash()}, indent=1) + "\n", "utf-8")
