"""A Postgres of its own for a measurement, whose CPU time can be read from /proc."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from os import sysconf
from pathlib import Path

from sqlalchemy import Engine

from pipeline.adapters.postgres.embedded import Embedded, Server
from pipeline.models import migrate, warehouse_engine


class Measured:
    """A server whose CPU time can be read."""

    def __init__(self, server: Server) -> None:
        self.server = server
        with server.connect("postgres") as connection:
            row = connection.execute("show server_version").fetchone()
        self.version = row[0] if row else "?"

    @contextmanager
    def cpu_s(self) -> Iterator[list[float]]:
        """Gives a list that holds, at the end, the CPU seconds of this process and of all of the server's."""
        spent = [0.0]
        client, behind = time.process_time(), server_s(self.server.pid)
        yield spent
        spent[0] = time.process_time() - client + server_s(self.server.pid) - behind


def server_s(pid: int) -> float:
    """CPU seconds of the postmaster, its children that live, and those that have ended."""
    own = _times(pid)
    children = (_times(int(entry.name)) for entry in Path("/proc").iterdir() if entry.name.isdigit())
    return sum(own[1:]) + sum(times[1] for times in children if times[0] == pid)


def _times(pid: int) -> tuple[int, float, float]:
    """A process's parent, its CPU seconds, and those of its children that have ended; zeros once it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return (0, 0.0, 0.0)
    user, system, ended_user, ended_system = (int(field) for field in fields[11:15])
    tick_s = 1 / sysconf("SC_CLK_TCK")
    return int(fields[1]), (user + system) * tick_s, (ended_user + ended_system) * tick_s


@contextmanager
def started() -> Iterator[Measured]:
    """A fresh server, gone at the end."""
    home = Path(tempfile.mkdtemp(prefix="dateline-bench-"))
    home.chmod(0o755)
    embedded = Embedded(home)
    try:
        yield Measured(embedded.start())
    finally:
        embedded.stop()
        shutil.rmtree(home, ignore_errors=True)


def warehouse(measured: Measured, name: str) -> Engine:
    """A fresh warehouse on it."""
    with measured.server.connect("postgres") as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    url = measured.server.url(name)
    migrate(url)
    return warehouse_engine(url)
