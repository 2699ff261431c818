"""How the warehouse is reached: one engine a process, sessions in UTC, a database that is down named as such."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, InterfaceError, OperationalError

from pipeline.errors import Terminal, Transient


def warehouse_engine(url: str) -> Engine:
    """An engine for the warehouse at `url` (any spelling of a Postgres address); connects when first used."""
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise Terminal(
            "the warehouse's address is not one like postgresql://user:password@host:5432/dateline"
        ) from error
    if address.get_backend_name() not in ("postgresql", "postgres"):
        raise Terminal(f"the warehouse is a Postgres database, not {address.get_backend_name()!r}")
    address = address.set(drivername="postgresql+psycopg")
    arguments = {"options": "-c timezone=UTC", "application_name": "dateline"}
    return create_engine(address, connect_args=arguments, pool_pre_ping=True)


@contextmanager
def reachable(engine: Engine) -> Iterator[None]:
    """Turns a warehouse that does not answer, or ends the connection, into `Transient` with what to do about it."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        address = engine.url.render_as_string(hide_password=True)
        raise Transient(
            f"the warehouse {address} does not answer: {str(error.orig).strip()}. Start it (`dateline db start` for "
            "the embedded one), or correct DATELINE_DATABASE_URL"
        ) from error
