"""docs/sources.md shows sources that work, and every key that there is."""

import re
from pathlib import Path

from pipeline.sources import Prefer, Site, SourceConfig, Thresholds, load_source
from pipeline.strategies import STRATEGIES

PROJECT = Path(__file__).resolve().parent.parent
DOC = (PROJECT / "docs" / "sources.md").read_text(encoding="utf-8")


def test_the_examples_are_sources(tmp_path: Path) -> None:
    examples = re.findall(r"```yaml\n(.*?)```", DOC, re.DOTALL)
    assert len(examples) == 4
    for number, example in enumerate(examples):
        path = tmp_path / f"{number}.yml"
        path.write_text(example, encoding="utf-8")
        kinds = [strategy.kind for strategy in load_source(path).discover]
        assert kinds == (["archive"], ["feed", "sitemap", "pages", "cdx"], ["archive"], ["archive"])[number]


def test_every_key_is_explained() -> None:
    keys = {key for model in (SourceConfig, *STRATEGIES, Site, Prefer, Thresholds) for key in model.model_fields}
    assert sorted(key for key in keys if f"`{key}`" not in DOC) == []


def test_the_thresholds_are_the_ones_in_force() -> None:
    text = re.sub(r"\s+", " ", DOC)
    defaults = Thresholds()
    assert f"in a run the others count; {defaults.articles})" in text
    for name, words in (("undated", "without a date"), ("empty", "without a text"), ("rejected", "are no articles")):
        warning, critical = (getattr(defaults, f"{name}_{severity}") for severity in ("warning", "critical"))
        assert f"{words}; {warning} and {critical})" in text
