"""Settings that let a town on loopback be fetched, and source files in a folder of the test's own."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import forget_settings
from tests.http.town import CONTACT

WriteSource = Callable[..., None]


@pytest.fixture
def write_source(tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[WriteSource]:
    """Writes the file of a source: its name, its strategies, and whatever else it says."""
    folder = tmp_path / "sources"
    folder.mkdir()
    values = {"SOURCES": str(folder), "WORKERS": "1", "CONTACT": CONTACT, "ALLOW_PRIVATE": "127.0.0.0/8"}
    for name, value in {**values, "FETCH_FLUSH_S": "0.5"}.items():
        monkeypatch.setenv(f"DATELINE_{name}", value)
    forget_settings()

    def write(name: str, *strategies: dict[str, Any], **more: Any) -> None:
        source = {"name": name, "title": name, "discover": strategies, **more}
        (folder / f"{name}.yml").write_text(json.dumps(source), encoding="utf-8")
        forget_settings()

    yield write
    monkeypatch.undo()
    forget_settings()
