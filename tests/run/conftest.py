"""A source of one's own, run into a fresh database."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from tests.conftest import forget_settings

Source = Callable[..., Path]


@pytest.fixture
def sources(tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Source]:
    """Writes a source file; the settings name its folder, and an empty database of this test."""
    folder = tmp_path / "sources"
    folder.mkdir()
    monkeypatch.setenv("DATELINE_SOURCES", str(folder))
    monkeypatch.setenv("DATELINE_WORKERS", "1")
    forget_settings()

    def write(name: str, location: Path, window_by: str = "published") -> Path:
        path = folder / f"{name}.yml"
        source = {
            "name": name,
            "title": name,
            "discover": [{"kind": "archive", "location": str(location), "window_by": window_by}],
        }
        path.write_text(json.dumps(source), encoding="utf-8")
        forget_settings()
        return path

    yield write
    monkeypatch.undo()
    forget_settings()


def run(window: str, source: str | None = None) -> dict[str, Any]:
    """Runs a window in this process; gives the run as `dateline status` shows it."""
    from pipeline.run.context import warehouse
    from pipeline.run.whole import run_window
    from pipeline.status import run_status
    from pipeline.windows import Window

    run_id = run_window(Window.parse(window), sources=[source] if source else None)
    return run_status(warehouse(), run_id)


def engine() -> Engine:
    """The warehouse that the settings name."""
    from pipeline.run.context import warehouse

    return warehouse()
