"""`dateline sql` and `dateline db` on a real server."""

import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from pipeline.adapters import postgres
from pipeline.cli import db
from pipeline.cli.sql import sql
from pipeline.errors import Terminal

pytestmark = pytest.mark.usefixtures("database")


def test_shows_rows_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    sql("SELECT 1200.50::numeric AS amount, null AS nothing, 'café [bold]' AS place")
    shown = capsys.readouterr().out
    assert "amount" in shown
    assert "1200.50" in shown
    assert "café [bold]" in shown
    assert "1 row" in shown


def test_shows_rows_that_are_too_wide_one_column_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    sql("SELECT " + ", ".join(f"'value {number}' AS a_long_name_{number:02}" for number in range(12)))
    shown = capsys.readouterr().out
    assert "a_long_name_11  value 11" in shown
    sql("SELECT " + ", ".join(f"1 AS a_long_name_{number:02}" for number in range(12)) + " WHERE false")
    assert "0 rows" in capsys.readouterr().out


def test_writes_csv_with_a_header_even_without_rows(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    sql("SELECT n, 'a,b' AS t FROM generate_series(1, 2) AS n; ", as_csv=True)
    sql("SELECT 1 AS n WHERE false -- none", as_csv=True)
    assert capfdbinary.readouterr().out == b'n,t\n1,"a,b"\n2,"a,b"\nn\n'


def test_a_query_cannot_change_rows() -> None:
    with pytest.raises(Terminal, match="read-only"):
        sql("CREATE TABLE surprise (n int)")


@pytest.mark.parametrize("as_csv", [False, True])
def test_a_missing_table_says_what_fills_it(as_csv: bool) -> None:
    with pytest.raises(Terminal, match=r"no_such_table.*dateline run"):
        sql("SELECT * FROM no_such_table", as_csv=as_csv)


def test_opens_psql_with_the_password_out_of_sight(database: str) -> None:
    if postgres.psql() is None:
        pytest.skip("there is no psql here")
    code = "from pipeline.cli.sql import sql; sql(None)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        input="\\pset format unaligned\n\\pset tuples_only\nSELECT current_database(), 6*7;\n",
        env={**os.environ, "DATELINE_DATABASE_URL": database},
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"{database.rpartition('/')[2]}|42" in done.stdout, done.stderr


def test_db_url_is_an_address_for_psql(database: str) -> None:
    done = CliRunner().invoke(db.app, ["url"])
    assert done.output.strip() == postgres.dsn(database)


def test_db_status_shows_no_password(database: str) -> None:
    done = CliRunner().invoke(db.app, ["status"])
    assert done.exit_code == 0
    assert "up" in done.output
    assert ":***@" in done.output
    assert postgres.dsn(database) not in done.output
