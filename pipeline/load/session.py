"""Statements of one transaction, each announced before it runs, and COPY with columns taken from the models."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, text

from pipeline.errors import Terminal

Watch = Callable[[str], None]
RowValues = Sequence[Any]


def columns(table: Table) -> tuple[str, ...]:
    """The names of a table's columns that are written, in order; computed ones are left out."""
    return tuple(column.name for column in table.columns if column.computed is None)


def key(table: Table) -> tuple[str, ...]:
    """The names of a table's primary key."""
    return tuple(column.name for column in table.primary_key.columns)


class Session:
    """One transaction. `watch` hears the name of every statement before it runs (tests end the process there)."""

    def __init__(self, connection: Connection, watch: Watch | None = None) -> None:
        self._connection = connection
        self._watch = watch or (lambda _: None)

    def announce(self, step: str) -> None:
        """Tells `watch` what comes next."""
        self._watch(step)

    def run(self, sql: str, **values: Any) -> list[Any]:
        """Runs a statement; the rows that it returns, if it returns any."""
        self._watch(sql)
        result = self._connection.execute(text(sql), values)
        return list(result.all()) if result.returns_rows else []

    def copy(self, target: str, names: Sequence[str], rows: Iterable[RowValues]) -> None:
        """COPY into a table; `names` are the columns of `rows`."""
        self._watch(f"copy {target}")
        driver = self._connection.connection.driver_connection
        if driver is None:
            raise Terminal("the connection to the warehouse was taken away during a load")
        with driver.cursor() as cursor, cursor.copy(f"copy {target} ({', '.join(names)}) from stdin") as copy:
            for row in rows:
                copy.write_row(row)

    def insert(self, table: Table, rows: Sequence[RowValues]) -> None:
        """COPY rows that nobody else can be writing straight into their table."""
        if rows:
            self.copy(table.fullname, columns(table), rows)

    def stage(self, table: Table, rows: Sequence[RowValues]) -> str:
        """COPY rows into a temporary table with the columns of `table`; returns its name. Once a transaction."""
        name = f"staged_{table.name}"
        names = ", ".join(columns(table))
        self.run(f"create temporary table {name} on commit drop as select {names} from {table.fullname} with no data")
        self.copy(name, columns(table), rows)
        return name

    def add(self, table: Table, rows: Sequence[RowValues]) -> int:
        """Stages rows and inserts those whose key is not there, in the order of the key; returns how many."""
        if not rows:
            return 0
        names, keys = ", ".join(columns(table)), ", ".join(key(table))
        added = self.run(
            f"insert into {table.fullname} ({names}) select {names} from {self.stage(table, rows)} order by {keys} "
            f"on conflict ({keys}) do nothing returning 1"
        )
        return len(added)

    def merge(
        self, table: Table, rows: Sequence[RowValues], *, kept: Sequence[str] = (), ignored: Sequence[str] = ()
    ) -> int:
        """Stages rows, inserts new ones and updates those that differ; returns how many were written.

        An update leaves the columns in `kept` alone; those in `ignored` make no difference by themselves.
        """
        written = [name for name in columns(table) if name not in (*key(table), *kept)]
        sets = ", ".join(f"{name} = excluded.{name}" for name in written)
        return self.upsert(table, rows, sets, differs(table, [name for name in written if name not in ignored]))

    def upsert(self, table: Table, rows: Sequence[RowValues], sets: str, when: str) -> int:
        """Stages rows and inserts them in the order of the key, or updates as `sets` says; returns how many."""
        if not rows:
            return 0
        keys, names = ", ".join(key(table)), ", ".join(columns(table))
        return len(
            self.run(
                f"insert into {table.fullname} ({names}) select {names} from {self.stage(table, rows)} "
                f"order by {keys} on conflict ({keys}) do update set {sets} where {when} returning 1"
            )
        )


def differs(table: Table, names: Iterable[str]) -> str:
    """The condition that a row of an upsert differs from the one that is there."""
    listed = list(names)
    own = ", ".join(f"{table.fullname}.{name}" for name in listed)
    return f"({own}) is distinct from ({', '.join(f'excluded.{name}' for name in listed)})"


def ordered(names: Sequence[str], values: Mapping[str, Any]) -> tuple[Any, ...]:
    """A row's values in the order of its columns; raises KeyError for one that is missing."""
    return tuple([values[name] for name in names])
