"""The database server: the configured one, or an embedded Postgres that starts by itself.

The embedded server is a real Postgres from pip-installed programs (or an installed server's), bound to 127.0.0.1, with
scram and a generated password.
"""

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

import psycopg

from pipeline.adapters.postgres.binaries import find_psql
from pipeline.adapters.postgres.embedded import Embedded, Server
from pipeline.adapters.postgres.urls import dsn, is_postgres, masked, sqlalchemy_url
from pipeline.errors import Terminal, Transient
from pipeline.settings import settings

__all__ = [
    "Server",
    "Status",
    "database_url",
    "dsn",
    "embedded_runs",
    "ensure_database",
    "masked",
    "psql",
    "sqlalchemy_url",
    "start",
    "status",
    "stop",
]


@dataclass(frozen=True, slots=True)
class Status:
    """What there is: the configured server, or the embedded one, which may be down."""

    embedded: bool
    running: bool
    address: str | None  # without its password
    pid: int | None
    data: str | None


def database_url() -> str:
    """The warehouse's address for SQLAlchemy; starts the embedded server where none is configured.

    Raises `Transient` where a configured database does not answer, `Terminal` where its address cannot be one.
    """
    configured = settings().database_url
    if configured is None:
        return _embedded().start().url()
    return _answering(sqlalchemy_url(configured))


def start() -> Server:
    """The embedded server, started if need be; raises `Terminal` where a database is configured."""
    configured = settings().database_url
    if configured is not None:
        raise Terminal(f"DATELINE_DATABASE_URL is set ({masked(configured)}): there is no embedded server to start")
    return _embedded().start()


def stop() -> bool:
    """Stops the embedded server; False if none ran."""
    return _embedded().stop()


def status() -> Status:
    """Looks, and starts nothing."""
    configured = settings().database_url
    if configured is not None:
        return Status(False, _answers(sqlalchemy_url(configured)) is None, masked(configured), None, None)
    server = _embedded().find()
    if server is None:
        return Status(True, False, None, None, None)
    return Status(True, True, masked(server.url()), server.pid, str(server.data))


def embedded_runs() -> bool:
    """Whether the embedded server runs, whatever database is configured."""
    return _embedded().find() is not None


def ensure_database(name: str) -> str:
    """The address of another database of the embedded server (Airflow's metadata), made if it is not there."""
    return _embedded().ensure_database(name)


def psql() -> str | None:
    """The path of psql, if there is one."""
    return find_psql(settings().postgres_bin)


def _embedded() -> Embedded:
    return Embedded(settings().home, settings().postgres_bin)


@cache
def _answering(url: str) -> str:
    """The address, once it has answered."""
    if not is_postgres(url) or not urlsplit(url).path.strip("/"):
        raise Terminal(
            f"DATELINE_DATABASE_URL is {masked(url)!r}, not an address like postgresql://user:password@host:5432/dateline"
        )
    refusal = _answers(url)
    if refusal is not None:
        raise Transient(
            f"the database {masked(url)} does not answer: {refusal}. Start it, correct DATELINE_DATABASE_URL, "
            "or unset that to use the embedded Postgres"
        )
    return url


def _answers(url: str) -> str | None:
    """None if a connection can be made, else why not."""
    try:
        psycopg.connect(dsn(url), connect_timeout=5).close()
    except psycopg.Error as error:
        return str(error).strip()
    return None
