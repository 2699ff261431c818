"""Accuracy on the annotated news that may lie beside the checkout: it cannot fall unseen."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli.output import mention_json, write_line
from pipeline.numbers import find_mentions


def _mentions(gold: Path, folder: Path) -> Path:
    """The core's output over a file of answers, as `dateline numbers` writes it."""
    out = folder / f"{gold.stem}.mentions.jsonl"
    with out.open("w", encoding="utf-8") as stream:
        for row in map(json.loads, gold.read_text("utf-8").splitlines()):
            published = date.fromisoformat(row["dct"][:10]) if row.get("dct") else None
            mentions = find_mentions(row["text"], language="en", published=published)
            write_line({"id": row["id"], "mentions": [mention_json(mention) for mention in mentions]}, stream)
    return out


def _run(*command: object) -> dict[str, Any]:
    done = subprocess.run([sys.executable, *map(str, command)], check=True, capture_output=True, text=True)
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[0]) if done.stdout else {}
    return result


@pytest.mark.parametrize(
    ("name", "floors"),
    [
        ("seed", {"value": 100, "value+bound": 100, "noun_head_acc": 95, "kind_acc": 100, "unit_acc": 100}),
        ("claims_dev", {"value": 97, "value+bound": 97, "noun_head_acc": 93, "unit_acc": 98, "kind_acc": 98}),
    ],
)
def test_articles(shared: Path, tmp_path: Path, name: str, floors: dict[str, float]) -> None:
    folder = shared / "numbers"
    gold = folder / f"{name}.jsonl"
    result = _run(folder / "score_claims.py", gold, _mentions(gold, tmp_path))
    reached = {key: result[key]["F1"] if isinstance(result[key], dict) else result[key] for key in floors}
    assert {key: value for key, value in reached.items() if value < floors[key]} == {}
    assert result["on_negatives"] <= 1


def test_sentences(shared: Path, tmp_path: Path) -> None:
    folder = shared / "numbers"
    gold, preds = folder / "newsquant_dev.jsonl", tmp_path / "preds.jsonl"
    _run(folder / "to_preds.py", _mentions(gold, tmp_path), preds)
    result = _run(folder / "score.py", gold, preds, "--match", "value")
    assert result["value"]["F1"] >= 91.8
    assert result["value+bound"]["F1"] >= 89.8
    assert result["value+unit"]["F1"] >= 84.3
    assert int(result["hedged_recall"].split("/")[0]) >= 87
