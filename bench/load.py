"""Articles a CPU second: `load_batch` beside plain COPY of the same rows into the same tables, in one run.

The tables are the warehouse's own: logged, with their keys, btree indexes and checks. CPU is the client's and the
server's together, so it needs a server on this machine and /proc.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import Engine, text

from bench.made_articles import VERSIONS, made_articles
from bench.server import Measured, started, warehouse
from pipeline.articles import NormalizedArticle
from pipeline.load import load_batch, start_run
from pipeline.models import Base
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
    with started() as server:
        articles = made_articles(BATCH)
        rows = _rows(warehouse(server, "rows"), articles)
        ours = copied = again = 0.0
        for number in range(ROUNDS):  # turn about, so that a noisy minute falls on both
            copied += _copy(warehouse(server, f"copied_{number}"), rows, server)
            engine = warehouse(server, f"loaded_{number}")
            ours += _load(engine, articles, server)
            again += _load(engine, articles, server)
    count = ROUNDS * BATCH
    print(f"load: {BATCH} articles of 5 KB, 20 mentions and 1.5 authors, {ROUNDS} rounds, server {server.version}")
    print(f"  plain COPY of the rows     {count / copied:7.0f} articles a CPU second, client and server")
    print(f"  load_batch                 {count / ours:7.0f} articles a CPU second, client and server")
    print(f"  load_batch, nothing new    {count / again:7.0f} articles a CPU second, client and server")
    print(f"  ratio                      {copied / ours:7.2f} (target: at least {TARGET})")


def _load(engine: Engine, articles: Sequence[NormalizedArticle], server: Measured) -> float:
    run_id = uuid4()
    with engine.begin() as connection:
        start_run(connection, run_id, None, [SOURCE.name], "bench", VERSIONS)
    with server.cpu_s() as spent:
        load_batch(engine, run_id, "bench-1", SOURCE, articles)
    return spent[0]


def _copy(engine: Engine, rows: Rows, server: Measured) -> float:
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


if __name__ == "__main__":
    main()
