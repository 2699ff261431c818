"""The forms of a database address: what SQLAlchemy takes, what psql takes, what may be shown."""

import re

_SCHEME = re.compile(r"^postgres(?:ql)?(?:\+\w+)?://")
_PASSWORD = re.compile(r"(?<=://)([^:/@]*):[^@]*@")


def sqlalchemy_url(url: str) -> str:
    """`postgres://...` or `postgresql://...` as SQLAlchemy with psycopg 3 takes it; other addresses unchanged."""
    return _SCHEME.sub("postgresql+psycopg://", url)


def dsn(url: str) -> str:
    """An address as psql, psycopg and BI tools take it: `postgresql://user:password@host:port/database`."""
    return _SCHEME.sub("postgresql://", url)


def is_postgres(url: str) -> bool:
    """Whether this is a Postgres address at all."""
    return _SCHEME.match(url) is not None


def masked(url: str) -> str:
    """The address without its password, for messages and logs."""
    return _PASSWORD.sub(r"\1:***@", dsn(url))
