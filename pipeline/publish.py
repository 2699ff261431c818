"""The views that analysts query: `marts`, one file a view under `views/`, granted to the read-only role."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import takewhile

import structlog
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from pipeline.errors import Terminal, Transient
from pipeline.models import (
    Article,
    ArticleRevision,
    Author,
    Byline,
    NumberMention,
    PageFetch,
    Publisher,
    Run,
    TimeMention,
    reachable,
    table,
)

log = structlog.get_logger(__name__)

READER = "dateline_reader"
ABOUT = "What analysts query: views over core and ops, made by publish"
# A column that its view's file does not explain is explained as in the first of these tables that has it.
EXPLAINED_BY = (ArticleRevision, Article, Publisher, NumberMention, TimeMention, Byline, Author, Run, PageFetch)
LOCK = "select pg_advisory_xact_lock(hashtext('dateline publish'))"
PATIENCE = "set local lock_timeout = '30s'"
MADE = "select obj_description(to_regnamespace('marts'), 'pg_namespace')"
MISSING = "select count(*) from unnest(array[{names}]) as v (name) where to_regclass('marts.' || v.name) is null"
HAS_READER = f"select exists (select from pg_roles where rolname = '{READER}')"
COLUMNS = "select attname from pg_attribute where attrelid = 'marts.{name}'::regclass and attnum > 0"
CHANGED_COLUMNS, IN_USE, WAITED = "42P16", "2BP01", "55P03"  # Postgres' codes for what may go wrong


@dataclass(frozen=True, slots=True)
class View:
    """One file under views/: what a row is, what its own columns mean, and the query."""

    name: str
    grain: str
    columns: dict[str, str]
    query: str

    def comment(self, column: str) -> str | None:
        """What a column means."""
        return self.columns.get(column) or _explained_elsewhere(column)


def publish(engine: Engine) -> bool:
    """Makes the views as their files say and grants them to the reader; False where all stood already.

    Raises `Terminal` where something else depends on a view that changes, `Transient` where a view stays in use.
    """
    with reachable(engine), engine.begin() as connection:
        try:
            return _publish(connection)
        except DBAPIError as error:
            raise _explained(error) from error


@cache
def views() -> tuple[View, ...]:
    """The views of `marts`, by name."""
    found = [file for file in files("pipeline").joinpath("views").iterdir() if file.name.endswith(".sql")]
    return tuple(sorted((parse_view(file.name[:-4], file.read_text("utf-8")) for file in found), key=lambda v: v.name))


def parse_view(name: str, content: str) -> View:
    """Reads a view's file: `--` lines for its grain and its columns (`name: meaning`), then the query."""
    lines = content.splitlines()
    head = [line[2:] for line in takewhile(lambda line: line.startswith("--"), lines)]
    said: dict[str, str] = {"": ""}
    for line in head:
        column = re.match(r" (\w+): ", line)
        if column:
            said[column[1]] = line[column.end() :].strip()
        else:
            last = next(reversed(said))
            said[last] = f"{said[last]} {line.strip()}".strip()
    grain = said.pop("")
    if not grain:
        raise Terminal(f"views/{name}.sql does not say what a row is: begin it with a comment")
    return View(name, grain, said, "\n".join(lines[len(head) :]))


def _publish(connection: Connection) -> bool:
    _run(connection, PATIENCE)
    _run(connection, LOCK)
    has_reader = bool(_value(connection, HAS_READER))
    about = f"{ABOUT} ({_fingerprint(has_reader)})"
    if _value(connection, MADE) == about and not _missing(connection):
        return False
    _run(connection, "create schema if not exists marts")
    for view in views():
        _make(connection, view)
    if has_reader:
        _run(connection, f"grant usage on schema marts to {READER}")
        _run(connection, f"grant select on all tables in schema marts to {READER}")
    else:
        log.warning("the views are not granted", mend=f"create role {READER} nologin; then run again")
    _run(connection, f"comment on schema marts is {_quoted(about)}")
    log.info("published", views=[view.name for view in views()])
    return True


def _make(connection: Connection, view: View) -> None:
    make = f"create or replace view marts.{view.name} as {view.query}"
    try:
        with connection.begin_nested():
            _run(connection, make)
    except DBAPIError as error:
        if _code(error) != CHANGED_COLUMNS:
            raise
        _run(connection, f"drop view marts.{view.name}")
        _run(connection, make)
    _run(connection, f"comment on view marts.{view.name} is {_quoted(view.grain)}")
    for statement in _column_comments(connection, view):
        _run(connection, statement)


def _column_comments(connection: Connection, view: View) -> Iterator[str]:
    names = list(connection.exec_driver_sql(COLUMNS.format(name=view.name)).scalars())
    unknown = view.columns.keys() - set(names)
    unexplained = [name for name in names if not view.comment(name)]
    if unknown or unexplained:
        raise Terminal(f"views/{view.name}.sql: explains {sorted(unknown)}, does not explain {unexplained}")
    for name in names:
        yield f"comment on column marts.{view.name}.{name} is {_quoted(str(view.comment(name)))}"


def _fingerprint(has_reader: bool) -> str:
    """Another one when any view, its explanations or the grants are to change."""
    return hashlib.sha256(repr((views(), [_glossary(), has_reader])).encode()).hexdigest()[:16]


@cache
def _glossary() -> tuple[tuple[str, str], ...]:
    explained: dict[str, str] = {}
    for model in EXPLAINED_BY:
        for column in table(model).columns:
            explained.setdefault(column.name, column.comment or "")
    return tuple(explained.items())


def _explained_elsewhere(column: str) -> str | None:
    return dict(_glossary()).get(column)


def _missing(connection: Connection) -> bool:
    names = ", ".join(_quoted(view.name) for view in views())
    return bool(_value(connection, MISSING.format(names=names)))


def _run(connection: Connection, sql: str) -> None:
    connection.exec_driver_sql(sql, execution_options={"no_parameters": True})


def _value(connection: Connection, sql: str) -> object:
    return connection.exec_driver_sql(sql, execution_options={"no_parameters": True}).scalar()


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


def _code(error: DBAPIError) -> str | None:
    code: str | None = getattr(error.orig, "sqlstate", None)
    return code


def _explained(error: DBAPIError) -> Exception:
    if _code(error) == IN_USE:
        return Terminal(f"a view of marts changes its columns, and something of yours depends on it: {error.orig}")
    if _code(error) == WAITED:
        return Transient("a view of marts is in use by a long query: try again when it is done")
    return error
