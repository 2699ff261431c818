"""`dateline sql`: psql on the warehouse, or one query."""

import json
import os
import sys
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.errors import Terminal

if TYPE_CHECKING:
    import psycopg
    from rich.console import Console

Row = tuple[Any, ...]
READABLE = 24

# Analysts' names first; a session cannot change rows unless it says SET default_transaction_read_only = off.
SESSION = "-c search_path=marts,core,ops,public -c default_transaction_read_only=on -c timezone=UTC"


def sql(
    query: Annotated[str | None, typer.Argument(help="One SQL query; without it psql opens")] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Write the rows as CSV")] = False,
) -> None:
    """Open psql on the warehouse, or run one query and show its rows; read-only."""
    from pipeline.adapters import postgres

    url = postgres.dsn(postgres.database_url())
    if query is None:
        _open_psql(url)
        return
    import psycopg

    try:
        with psycopg.connect(url, options=SESSION) as connection, connection.cursor() as cursor:
            (_write_csv if as_csv else _show)(cursor, query)
    except psycopg.errors.UndefinedTable as error:
        raise Terminal(f"{_message(error)}; `dateline run` fills the warehouse, docs/ has the dictionary") from error
    except psycopg.Error as error:
        raise Terminal(_message(error)) from error


def _open_psql(url: str) -> None:
    """Becomes psql; the password goes through the environment, where other users cannot see it."""
    from urllib.parse import unquote, urlsplit, urlunsplit

    from pipeline.adapters import postgres

    psql = postgres.psql()
    if psql is None:
        raise Terminal("there is no psql here: give a query, dateline sql 'SELECT ...', or install psql")
    parts = urlsplit(url)
    address = urlunsplit(parts._replace(netloc=parts.netloc.replace(f":{parts.password}@", "@", 1)))
    environment = {**os.environ, "PGOPTIONS": SESSION}
    if parts.password:
        environment["PGPASSWORD"] = unquote(parts.password)
    os.execve(psql, [psql, address], environment)


def _write_csv(cursor: "psycopg.Cursor[Any]", query: str) -> None:
    """Streamed by Postgres itself, so that a large table never lies in memory."""
    rows = query.strip().rstrip(";")
    with cursor.copy(f"COPY (\n{rows}\n) TO STDOUT (FORMAT csv, HEADER)".encode()) as copy:
        for part in copy:
            sys.stdout.buffer.write(part)
    sys.stdout.buffer.flush()


def _show(cursor: "psycopg.Cursor[Any]", query: str) -> None:
    from rich.console import Console

    console = Console()
    cursor.execute(query.encode())
    if cursor.description is None:
        console.print(cursor.statusmessage)
        return
    names, rows = _names(cursor), cursor.fetchall()
    if _width(names, rows) <= console.width:
        _show_table(console, names, rows)
    else:
        _show_records(console, names, rows)
    console.print(f"{len(rows)} row{'' if len(rows) == 1 else 's'}", style="dim")


def _show_table(console: "Console", names: list[str], rows: list[Row]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(*names)
    for column in _numeric_columns(rows):
        table.columns[column].justify = "right"
    for row in rows:
        table.add_row(*(Text(_text(value)) for value in row))
    console.print(table)


def _show_records(console: "Console", names: list[str], rows: list[Row]) -> None:
    """Rows that are too wide for a table: one column a line, as psql's \\x does."""
    widest = max(map(len, names))
    for number, row in enumerate(rows, 1):
        console.rule(f"row {number}", align="left")
        for name, value in zip(names, row, strict=True):
            console.print(f"{name:<{widest}}  {_text(value)}", markup=False, highlight=False)


def _width(names: list[str], rows: list[Row]) -> int:
    """Columns that a table needs if no cell is squeezed below a readable width."""
    widest = [max(map(len, map(_text, column))) for column in zip(*rows, strict=True)] or [0] * len(names)
    return sum(max(len(name), min(cell, READABLE)) + 3 for name, cell in zip(names, widest, strict=True)) + 1


def _numeric_columns(rows: list[Row]) -> Iterator[int]:
    for column, values in enumerate(zip(*rows, strict=True)):
        kinds = {type(value) for value in values if value is not None}
        if kinds and kinds <= {int, float, Decimal}:
            yield column


def _names(cursor: "psycopg.Cursor[Any]") -> list[str]:
    return [column.name for column in cursor.description or ()]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, dict | list) else str(value)


def _message(error: "psycopg.Error") -> str:
    return (error.diag.message_primary or str(error)).strip()
