"""A real Airflow (interface, scheduler, DAG processor) and its REST interface, as its own web page uses it."""

import json
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from sqlalchemy import Engine

NIGHTLY, POLL = "news_nightly", "news_poll"
CONNECTIONS = ("dateline_warehouse", "dateline_raw")


class Api:
    """One Airflow; `use` says which warehouse, raw store and sources its tasks work with."""

    def __init__(self, url: str, password: str, sources: Path) -> None:
        self.url, self.sources, self.token = url, sources, ""
        self.token = self.call("POST", "/auth/token", {"username": "admin", "password": password})["access_token"]

    def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """The answer of one request; fails with what Airflow says of an error."""
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
        data = json.dumps(body).encode() if body is not None else None
        try:
            with urlopen(Request(self.url + path, data, headers, method=method), timeout=60) as answer:
                return json.loads(answer.read() or b"null")
        except HTTPError as error:
            raise AssertionError(f"{method} {path}: {error.code} {error.read().decode()}") from error

    def use(self, warehouse: Engine, raw: Path, *sources: dict[str, Any]) -> None:
        """Names warehouse and raw store by Airflow's connections, and writes the source files."""
        for path in self.sources.iterdir():
            path.unlink()
        for source in sources:
            (self.sources / f"{source['name']}.yml").write_text(json.dumps(source), encoding="utf-8")
        at = warehouse.url
        login = {"host": at.host, "port": at.port, "login": at.username, "password": at.password, "schema": at.database}
        known = {item["connection_id"] for item in self.call("GET", "/api/v2/connections")["connections"]}
        for name in known.intersection(CONNECTIONS):
            self.call("DELETE", f"/api/v2/connections/{name}")
        self.call("POST", "/api/v2/connections", {"connection_id": CONNECTIONS[0], "conn_type": "postgres", **login})
        extra = {"conn_type": "generic", "extra": json.dumps({"url": str(raw)})}
        self.call("POST", "/api/v2/connections", {"connection_id": CONNECTIONS[1], **extra})

    def switch(self, dag: str, *, on: bool) -> None:
        """Switches a DAG on or off, once Airflow has read it."""
        wait_for(lambda: dag in [item["dag_id"] for item in self.call("GET", "/api/v2/dags")["dags"]], 300)
        assert self.call("GET", "/api/v2/importErrors")["total_entries"] == 0
        self.call("PATCH", f"/api/v2/dags/{dag}", {"is_paused": not on})

    def backfill(self, days: Sequence[str], reprocess: str, within_s: float, at_once: int = 2) -> None:
        """Makes a backfill over the days and waits for its end; fails where one of its runs does."""
        window = {"from_date": f"{days[0]}T00:00:00Z", "to_date": f"{days[-1]}T23:59:59Z"}
        asked = {"dag_id": NIGHTLY, **window, "reprocess_behavior": reprocess, "max_active_runs": at_once}
        number = self.call("POST", "/api/v2/backfills", asked)["id"]
        wait_for(lambda: self.call("GET", f"/api/v2/backfills/{number}")["completed_at"], within_s)
        made = [run for run in self.runs(NIGHTLY, "backfill") if run["logical_date"][:10] in days]
        assert [run["state"] for run in made] == ["success"] * len(days)

    def trigger(self, dag: str, within_s: float, **conf: Any) -> None:
        """Makes a single run, as the form does, and waits for its success."""
        run = self.call("POST", f"/api/v2/dags/{dag}/dagRuns", {"logical_date": None, "conf": conf})["dag_run_id"]
        path = f"/api/v2/dags/{dag}/dagRuns/{run}"
        wait_for(lambda: self.call("GET", path)["state"] in ("success", "failed"), within_s)
        assert self.call("GET", path)["state"] == "success", self.failed_tasks(dag, run)

    def runs(self, dag: str, kind: str) -> list[dict[str, Any]]:
        """The runs of a kind: scheduled, manual, backfill."""
        found = self.call("GET", f"/api/v2/dags/{dag}/dagRuns?run_type={kind}&limit=100")["dag_runs"]
        return list(found)

    def rest(self, within_s: float = 300) -> None:
        """Waits until nothing runs or waits to."""

        def at_work() -> int:
            states = "state=running&state=queued"
            return int(self.call("GET", f"/api/v2/dags/~/dagRuns?{states}")["total_entries"])

        wait_for(lambda: at_work() == 0, within_s)

    def failed_tasks(self, dag: str, run: str) -> list[str]:
        """Of a run."""
        tasks = self.call("GET", f"/api/v2/dags/{dag}/dagRuns/{run}/taskInstances")["task_instances"]
        return [task["task_id"] for task in tasks if task["state"] == "failed"]


@contextmanager
def running(environment: dict[str, str], sources: Path) -> Iterator[Api]:
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
        yield Api(url, admin_password(), sources)


def wait_for(condition: Callable[[], Any], within_s: float) -> None:
    """Fails where it is not so in time."""
    deadline = monotonic() + within_s
    while not condition():
        assert monotonic() < deadline, f"not so after {within_s} s"
        sleep(1)
