"""Airflow's processes: started in groups of their own, watched, and stopped with everything that they started."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

from pipeline.errors import Transient
from pipeline.settings import PROJECT

COMPONENTS = ("api-server", "scheduler", "dag-processor")
READY_WITHIN_S = 300
GRACE_S = 20
_LOG_TAIL_LINES = 15


@dataclass(frozen=True, slots=True)
class Component:
    """One running part of Airflow; its output goes to `log`."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    def check(self) -> None:
        """Raises `Transient` with the end of its log if it has ended."""
        if self.process.poll() is None:
            return
        tail = self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-_LOG_TAIL_LINES:]
        raise Transient(
            f"Airflow's {self.name} ended ({self.process.returncode}); {self.log} ends:\n" + "\n".join(tail)
        )


@contextmanager
def airflow(environment: Mapping[str, str]) -> Iterator[list[Component]]:
    """Airflow's components while the block runs; afterwards neither they nor their children live."""
    _prepare(environment)
    logs = Path(environment["AIRFLOW_HOME"]) / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    running: list[Component] = []
    try:
        running += (_start(name, environment, logs / f"{name}.log") for name in COMPONENTS)
        yield running
    finally:
        _stop(running)


def wait_until_ready(components: list[Component], url: str) -> None:
    """Returns once interface, scheduler and DAG processor are alive; `Transient` if one ends or it takes long."""
    deadline = monotonic() + READY_WITHIN_S
    while not _healthy(url):
        for component in components:
            component.check()
        if monotonic() > deadline:
            raise Transient(f"Airflow is not ready after {READY_WITHIN_S} s; see {components[0].log.parent}")
        sleep(1)


def _prepare(environment: Mapping[str, str]) -> None:
    """Metadata tables and pools, in a process of their own: Airflow reads its environment when it is imported."""
    code = "from dags.dateline_dags.environment import make_ready; make_ready()"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=PROJECT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Transient(f"Airflow's metadata database could not be made ready:\n{done.stderr[-2000:]}")


def _start(name: str, environment: Mapping[str, str], log: Path) -> Component:
    with log.open("ab") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "airflow", name],
            env=environment,
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # one signal then reaches its children, and the terminal's Ctrl-C does not
        )
    return Component(name, process, log)


def _stop(components: list[Component]) -> None:
    for component in reversed(components):
        _signal_group(component, signal.SIGTERM)
    deadline = monotonic() + GRACE_S
    for component in components:
        with suppress(subprocess.TimeoutExpired):
            component.process.wait(max(0.1, deadline - monotonic()))
    for component in components:
        _signal_group(component, signal.SIGKILL)  # also where only children are left
        component.process.wait()


def _signal_group(component: Component, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(component.process.pid, number)


def _healthy(url: str) -> bool:
    try:
        with urlopen(f"{url}/api/v2/monitor/health", timeout=5) as answer:
            health = json.load(answer)
    except (URLError, OSError, ValueError):
        return False
    return all(health[part]["status"] == "healthy" for part in ("metadatabase", "scheduler", "dag_processor"))
