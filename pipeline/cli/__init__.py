"""`dateline`: one sub-command a stage, and those that run, ask and mend.

The modules of the commands import what they need when they are called: `dateline read` and `dateline numbers` work
without a database library installed.
"""

import os
import sys

import typer

from pipeline.cli import db, doctor, numbers, read, runs, sources, sql, summary
from pipeline.errors import DatelineError, Transient

EX_TEMPFAIL = 75
EXTRAS = {
    "sqlalchemy": "warehouse",
    "psycopg": "warehouse",
    "alembic": "warehouse",
    "great_expectations": "validate",
    "pandas": "validate",
    "aiohttp": "fetch",
    "brotli": "fetch",
    "protego": "fetch",
    "s3fs": "s3",
    "feedparser": "fetch",
}

app = typer.Typer(
    name="dateline",
    help="News pages in, honest rows out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("read")(read.read)
app.command("numbers")(numbers.numbers)
app.command("run")(runs.run)
app.command("status")(runs.status)
app.command("summary")(summary.summary)
app.command("reprocess")(runs.reprocess)
app.command("sql")(sql.sql)
app.add_typer(db.app, name="db")
app.add_typer(sources.app, name="sources")
app.command("doctor")(doctor.doctor)


def main() -> None:
    """Run a command; an expected failure is one line on standard error and an exit status, never a traceback."""
    try:
        app()
    except DatelineError as error:
        print(f"dateline: {error}", file=sys.stderr)
        sys.exit(EX_TEMPFAIL if isinstance(error, Transient) else 1)
    except ModuleNotFoundError as error:
        extra = EXTRAS.get((error.name or "").partition(".")[0])
        if extra is None:
            raise
        print(f"dateline: this needs {error.name}: pip install 'dateline[{extra}]'", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output is gone (`| head`): point stdout elsewhere so that the interpreter can end quietly.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
