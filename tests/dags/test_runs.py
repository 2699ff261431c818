"""The nightly DAG as it runs: in one process over a day, and with a real scheduler through Airflow's own backfill."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
import yaml
from sqlalchemy import Engine, text

from tests.conftest import PROJECT
from tests.warehouse import dump

DAYS = ["2026-03-11", "2026-03-12", "2026-03-13"]
BACKFILL_WITHIN_S = 300
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


def test_a_backfill_loads_exactly_its_days_and_again_changes_nothing(
    airflow_home: dict[str, str], fresh_warehouse: Callable[[], Engine], tmp_path: Path
) -> None:
    warehouse, expected = fresh_warehouse(), fresh_warehouse()
    run_without_airflow(expected, tmp_path / "b", f"{DAYS[0]}/{DAYS[-1]}")
    with scheduler({**airflow_home, **settings_for(warehouse, tmp_path / "a")}) as api:
        api.switch_on()
        api.backfill("none")
        first, quarantined = dump(warehouse), dump(warehouse, "ops")["ops.quarantine"]
        assert first == dump(expected)
        assert loaded_addresses(warehouse) == addresses_of(DAYS)
        api.backfill("completed")
        assert dump(warehouse) == first
        assert dump(warehouse, "ops")["ops.quarantine"] == quarantined
        assert [run for run in runs(warehouse) if run[0] == "backfill"] == [("backfill", "success")] * 6


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


class Api:
    """Airflow's REST interface, as its own web page uses it."""

    def __init__(self, url: str, password: str) -> None:
        self.url, self.token = url, ""
        self.token = self.call("POST", "/auth/token", {"username": "admin", "password": password})["access_token"]

    def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
        data = json.dumps(body).encode() if body else None
        try:
            with urlopen(Request(self.url + path, data, headers, method=method), timeout=60) as answer:
                return json.load(answer)
        except HTTPError as error:
            raise AssertionError(f"{method} {path}: {error.code} {error.read().decode()}") from error

    def switch_on(self) -> None:
        wait_for(lambda: "news_nightly" in [dag["dag_id"] for dag in self.call("GET", "/api/v2/dags")["dags"]], 120)
        assert self.call("GET", "/api/v2/importErrors")["total_entries"] == 0
        self.call("PATCH", "/api/v2/dags/news_nightly", {"is_paused": False})

    def backfill(self, reprocess: str) -> None:
        """Makes a backfill over the days and waits for its end; fails where one of its runs does."""
        window = {"from_date": f"{DAYS[0]}T00:00:00Z", "to_date": f"{DAYS[-1]}T23:59:59Z"}
        asked = {"dag_id": "news_nightly", **window, "reprocess_behavior": reprocess, "max_active_runs": 2}
        number = self.call("POST", "/api/v2/backfills", asked)["id"]
        wait_for(lambda: self.call("GET", f"/api/v2/backfills/{number}")["completed_at"], BACKFILL_WITHIN_S)
        made = self.call("GET", "/api/v2/dags/news_nightly/dagRuns?run_type=backfill&limit=100")["dag_runs"]
        assert [run["state"] for run in made] == ["success"] * len(DAYS)


@contextmanager
def scheduler(environment: dict[str, str]) -> Iterator[Api]:
    """Airflow with its interface on a free port."""
    from dags.dateline_dags.environment import admin_password
    from dags.dateline_dags.processes import airflow, wait_until_ready

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    own = {
        "AIRFLOW__API__PORT": str(port),
        "AIRFLOW__API__BASE_URL": url,
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{url}/execution/",
        "AIRFLOW__LOGGING__LOGGING_LEVEL": "INFO",
    }
    with airflow({**environment, **own}) as components:
        wait_until_ready(components, url)
        yield Api(url, admin_password())


def wait_for(condition: Callable[[], Any], within_s: float) -> None:
    deadline = monotonic() + within_s
    while not condition():
        assert monotonic() < deadline, f"not so after {within_s} s"
        sleep(2)
