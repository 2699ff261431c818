"""`python -m dags.up`: Airflow's interface and scheduler and the embedded Postgres on loopback, until Ctrl-C."""

import argparse
import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import sleep
from types import FrameType

from rich.console import Console

from dags.dateline_dags.environment import ADMIN, admin_password, airflow_environment, airflow_home, alone
from dags.dateline_dags.processes import Component, airflow, wait_until_ready
from pipeline.adapters import postgres
from pipeline.errors import DatelineError, Terminal

HOST = "127.0.0.1"
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
console = Console(highlight=False)


def main() -> None:
    """Stays until Ctrl-C (or TERM, or the terminal is closed), then stops all that it started."""
    for number in SIGNALS:
        signal.signal(number, _interrupt)
    try:
        with alone(), _postgres_as_found():
            _run(_port(_arguments().port))
    except DatelineError as error:
        sys.exit(f"dateline: {error}")
    except KeyboardInterrupt:
        console.print("Stopped.")


def _run(port: int) -> None:
    console.print("Airflow is starting (about a minute) ...")
    with airflow(airflow_environment(port)) as components:
        try:
            wait_until_ready(components, f"http://{HOST}:{port}")
            _greet(f"http://{HOST}:{port}")
            _watch(components)
        finally:
            for number in SIGNALS:
                signal.signal(number, signal.SIG_IGN)  # a second Ctrl-C must not leave half of it running
            console.print("Stopping Airflow ...")


def _greet(url: str) -> None:
    console.print(
        f"""
[bold]Airflow[/]     {url}   user [bold]{ADMIN}[/], password [bold]{admin_password()}[/]
[bold]Warehouse[/]   .venv/bin/dateline sql    (address for BI tools: .venv/bin/dateline db url)

news_nightly is switched off. Switched on, it runs the latest day at once and then every night at 02:00;
[italic]Trigger > Backfill[/] runs any earlier days. Logs are in {airflow_home() / "logs"}.
Ctrl-C stops everything that was started here.
""",
        soft_wrap=True,
    )


def _watch(components: list[Component]) -> None:
    while True:
        for component in components:
            component.check()
        sleep(1)


@contextmanager
def _postgres_as_found() -> Iterator[None]:
    """Leaves the embedded Postgres running only if it ran before."""
    ran = postgres.embedded_runs()
    try:
        yield
    finally:
        if not ran:
            postgres.stop()


def _port(wanted: int) -> int:
    """The port that was asked for, or, if somebody has it, a free one."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise Terminal(f"no free port on {HOST}")


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m dags.up", description=__doc__)
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8080")), help="of the interface")
    return parser.parse_args()


if __name__ == "__main__":
    main()
