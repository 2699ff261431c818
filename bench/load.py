"""Articles a CPU second: `load_batch` beside plain COPY of the same rows into the same tables, in one run.

The tables are the warehouse's own: logged, with their keys, btree indexes and checks. CPU is the client's and the
server's together, so it needs a server on this machine and /proc.
"""

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from os import sysconf
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import Engine, text

from bench.made_articles import VERSIONS, made_articles
from pipeline.adapters.postgres.embedded import Embedded, Server
from pipeline.articles import NormalizedArticle
from pipeline.load import load_batch, start_run
from pipeline.models import Base, migrate, warehouse_engine
from pipeline.sources import Archive, SourceConfig

BATCH, ROUNDS = 1500, 3
TARGET = 0.45
SOURCE = SourceConfig(name="bench", title="bench", discover=(Archive(kind="archive", location="."),))
Rows = dict[str, tuple[list[str], list[tuple[Any, ...]]]]  # by table: columns, rows


def main() -> None:
    """Print the articles a CPU second of both, and their ratio."""
    if not Path("/proc/self/stat").exists():
        print("load: not measured, the server's CPU time is read from /proc")
        return
    with _server() as server:
        articles = made_articles(BATCH)
        rows = _rows(_warehouse(server, "rows"), articles)
        ours = copied = again = 0.0
        for number in range(ROUNDS):  # turn about, so that a noisy minute falls on both
            copied += _copy(_warehouse(server, f"copied_{number}"), rows, server)
            engine = _warehouse(server, f"loaded_{number}")
            ours += _load(engine, articles, server)
            again += _load(engine, articles, server)
    count = ROUNDS * BATCH
    print(f"load: {BATCH} articles of 5 KB, 20 mentions and 1.5 authors, {ROUNDS} rounds, server {server.version}")
    print(f"  plain COPY of the rows     {count / copied:7.0f} articles a CPU second, client and server")
    print(f"  load_batch                 {count / ours:7.0f} articles a CPU second, client and server")
    print(f"  load_batch, nothing new    {count / again:7.0f} articles a CPU second, client and server")
    print(f"  ratio                      {copied / ours:7.2f} (target: at least {TARGET})")


def _load(engine: Engine, articles: Sequence[NormalizedArticle], server: "Measured") -> float:
    run_id = uuid4()
    with engine.begin() as connection:
        start_run(connection, run_id, None, [SOURCE.name], "bench", VERSIONS)
    with server.cpu_s() as spent:
        load_batch(engine, run_id, "bench-1", SOURCE, articles)
    return spent[0]


def _copy(engine: Engine, rows: Rows, server: "Measured") -> float:
    with server.cpu_s() as spent, engine.begin() as connection:
        driver: Any = connection.connection.driver_connection
        for table, (columns, values) in rows.items():
            with driver.cursor().copy(f"copy {table} ({', '.join(columns)}) from stdin") as copy:
                for row in values:
                    copy.write_row(row)
    return spent[0]


def _rows(engine: Engine, articles: Sequence[NormalizedArticle]) -> Rows:
    """The rows that a load makes, by table, in the order that references need."""
    run_id = uuid4()
    with engine.begin() as connection:
        start_run(connection, run_id, None, [SOURCE.name], "bench", VERSIONS)
    load_batch(engine, run_id, "bench-1", SOURCE, articles)
    found: Rows = {}
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            columns = [column.name for column in table.columns if column.computed is None]
            if table.schema == "core":
                result = connection.execute(text(f"select {', '.join(columns)} from {table.fullname}"))
                found[table.fullname] = (columns, [tuple(row) for row in result])
    return found


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
        client, behind = time.process_time(), self._server_s()
        yield spent
        spent[0] = time.process_time() - client + self._server_s() - behind

    def _server_s(self) -> float:
        """Of the postmaster, its children that live, and those that have ended."""
        own = _times(self.server.pid)
        children = (_times(int(pid.name)) for pid in Path("/proc").iterdir() if pid.name.isdigit())
        return sum(own[1:]) + sum(times[1] for times in children if times[0] == self.server.pid)


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
def _server() -> Iterator[Measured]:
    home = Path(tempfile.mkdtemp(prefix="dateline-bench-"))
    home.chmod(0o755)
    embedded = Embedded(home)
    try:
        yield Measured(embedded.start())
    finally:
        embedded.stop()
        shutil.rmtree(home, ignore_errors=True)


def _warehouse(measured: Measured, name: str) -> Engine:
    with measured.server.connect("postgres") as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    url = measured.server.url(name)
    migrate(url)
    return warehouse_engine(url)


if __name__ == "__main__":
    main()
