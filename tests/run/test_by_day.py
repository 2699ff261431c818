"""`dateline run --by-day`: a run for each day, told of at once; what is wrong with the request is said once."""

import json
from pathlib import Path
from typing import Any

import structlog
from typer.testing import CliRunner

from pipeline.errors import Terminal
from tests.run.conftest import Source


def dateline_run(*words: str) -> Any:
    from pipeline.cli import app

    done = CliRunner().invoke(app, ["run", "--by-day", *words])
    structlog.reset_defaults()  # the command logs to where its own output went
    return done


def test_each_day_is_a_run_of_its_own(sources: Source, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    text = "The harbour master said that the search for the missing men would go on for a second night. " * 12
    (folder / "one.txt").write_text(f"The harbour waits\n\nBy Ada Quill\n12 March 2026\n\n{text}\n", encoding="utf-8")
    sources("harbour", folder)
    done = dateline_run("--window", "2026-03-11/2026-03-13")
    runs = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 0
    assert [(run["window"], run["pages"]) for run in runs] == [("2026-03-11", 0), ("2026-03-12", 1), ("2026-03-13", 0)]


def test_an_unknown_source_is_an_error_once_and_no_run(sources: Source, tmp_path: Path) -> None:
    from pipeline.run.context import warehouse
    from pipeline.status import warehouse_status

    sources("harbour", tmp_path)
    done = dateline_run("--window", "2026-03-11/2026-03-13", "--source", "harbor")
    assert done.exit_code == 1
    assert isinstance(done.exception, Terminal)
    assert "did you mean 'harbour'" in str(done.exception)
    assert warehouse_status(warehouse())["runs"] == []


def test_a_window_that_is_none_is_an_error(sources: Source) -> None:
    done = dateline_run("--window", "March")
    assert isinstance(done.exception, Terminal)
    assert "is no window" in str(done.exception)
