"""Times, events and claims on annotated articles must not fall below what they have reached."""

import json
import subprocess
import sys
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.numbers import find_mentions

# set -> figure of the scorer -> floor (F1 where it gives one). Raise them with the rules, never lower them.
FLOORS = {
    "claims_dev": {
        "state": 95,
        "claimant": 97,
        "outlet_voice_kept": 97,
        "quoted_acc": 99,
        "time_span": 98,
        "time_iso_acc": 97,
    },
    "seed": {"state": 95, "claimant": 97, "outlet_voice_kept": 100, "time_span": 100, "time_iso_acc": 100},
}


@pytest.mark.parametrize("name", FLOORS)
def test_floors(name: str, shared: Path, tmp_path: Path) -> None:
    gold = shared / "numbers" / f"{name}.jsonl"
    found = tmp_path / "mentions.jsonl"
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    with found.open("w", encoding="utf-8") as out:
        for row in rows:
            published = date.fromisoformat(row["dct"][:10]) if row.get("dct") else None
            mentions = [asdict(m) for m in find_mentions(row["text"], language="en", published=published)]
            out.write(json.dumps({"id": row["id"], "mentions": mentions}, default=_plain) + "\n")
    command = [sys.executable, "score_claims.py", str(gold), str(found)]
    scored = subprocess.run(command, cwd=gold.parent, check=True, capture_output=True, text=True)
    result = json.loads(scored.stdout.splitlines()[0])
    reached = {key: value["F1"] if isinstance(value, dict) else value for key, value in result.items()}
    assert {key: reached[key] for key, floor in FLOORS[name].items() if reached[key] < floor} == {}


def _plain(value: object) -> object:
    assert isinstance(value, date | Decimal)
    return value.isoformat() if isinstance(value, date) else float(value)
