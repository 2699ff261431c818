"""The nightly DAG as it runs in one process over a day; under a real scheduler it is in `test_airflow`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from sqlalchemy import Engine, text

from tests.conftest import PROJECT

DAYS = ["2026-03-11", "2026-03-12", "2026-03-13"]
pytestmark = pytest.mark.timeout(900)


def settings_for(warehouse: Engine, raw: Path) -> dict[str, str]:
    """A warehouse, a raw store, and the sample archive as the only source."""
    return {
        "DATELINE_DATABASE_URL": warehouse.url.render_as_string(hide_password=False),
        "DATELINE_RAW_URL": str(raw),
        "DATELINE_SOURCES": str(PROJECT / "sources" / "sample"),
    }


def run(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", *arguments], env=environment, cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done


def run_without_airflow(warehouse: Engine, raw: Path, window: str) -> None:
    """What must come out: the same window through the same steps, called one after the other."""
    run({**os.environ, **settings_for(warehouse, raw)}, "pipeline.cli", "run", "--window", window)


def test_a_day_in_one_process_loads_that_day_and_is_quiet(
    airflow_home: dict[str, str], warehouse: Engine, tmp_path: Path
) -> None:
    done = run({**airflow_home, **settings_for(warehouse, tmp_path)}, "dags.local", "--window", DAYS[0])
    assert loaded_addresses(warehouse) == addresses_of(DAYS[:1])
    assert runs(warehouse) == [("manual", "success")]
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def runs(warehouse: Engine) -> list[tuple[str, str]]:
    query = "SELECT triggered_by, run_state FROM ops.run ORDER BY started_at"
    with warehouse.connect() as connection:
        return [(trigger, state) for trigger, state in connection.execute(text(query))]


def loaded_addresses(warehouse: Engine) -> list[str]:
    with warehouse.connect() as connection:
        return sorted(url or "" for url in connection.scalars(text("SELECT url FROM core.page_fetch")))


def addresses_of(days: list[str]) -> list[str]:
    """Of the sample's pages that belong to these days, as the sample's own files say; "" for a page without one."""
    truth = yaml.safe_load((PROJECT / "sample" / "expected.yml").read_text(encoding="utf-8"))
    pages = yaml.safe_load((PROJECT / "sample" / "pages.yml").read_text(encoding="utf-8"))
    return sorted(page.get("url") or "" for page in pages if str(truth[page["file"]]["window"]) in days)
