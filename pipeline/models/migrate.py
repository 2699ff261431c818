"""Brings the tables of a warehouse up to date."""

from functools import cache

import structlog
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from pipeline.errors import Terminal
from pipeline.models.engine import reachable, warehouse_engine
from pipeline.settings import PROJECT

log = structlog.get_logger(__name__)

LOCK = "select pg_advisory_lock(hashtext('dateline migrations'))"
UNLOCK = "select pg_advisory_unlock(hashtext('dateline migrations'))"
READER = "select exists (select from pg_roles where rolname = 'dateline_reader')"
REVISION = "select version_num from ops.alembic_version"


def migrate(url: str) -> None:
    """Runs the migrations that the warehouse lacks; two processes may at once, the second finds nothing left to do.

    Raises `Transient` where the warehouse does not answer, `Terminal` where it is newer than this program.
    """
    engine = warehouse_engine(url)
    try:
        with reachable(engine), engine.connect() as connection:
            if current_revision(connection) != head():
                _upgrade_alone(connection)
    finally:
        engine.dispose()


def current_revision(connection: Connection) -> str | None:
    """The migration that the warehouse is at; None for an empty database."""
    found = connection.scalar(text("select to_regclass('ops.alembic_version') is not null"))
    return connection.scalar(text(REVISION)) if found else None


@cache
def head() -> str | None:
    """The latest migration of this program."""
    return ScriptDirectory.from_config(configuration()).get_current_head()


def configuration() -> Config:
    """Alembic's settings, from pyproject.toml; raises `Terminal` where the migrations do not lie beside the package."""
    project = PROJECT / "pyproject.toml"
    if not (PROJECT / "migrations").is_dir():
        raise Terminal(f"no migrations beside the package at {PROJECT}: the warehouse needs a checkout of the project")
    return Config(toml_file=project)


def _upgrade_alone(connection: Connection) -> None:
    connection.execute(text(LOCK))
    try:
        _upgrade(connection)
    finally:
        connection.rollback()
        connection.execute(text(UNLOCK))
        connection.commit()


def _upgrade(connection: Connection) -> None:
    found = current_revision(connection)
    known = {script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions()}
    if found is not None and found not in known:
        raise Terminal(f"the warehouse is at migration {found}, which this program does not know: update the program")
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    log.info("warehouse migrated", before=found, after=head())
    if not connection.scalar(text(READER)):
        log.warning(
            "the role dateline_reader is missing and this user may not create it; the warehouse works without it",
            mend="let an administrator run: create role dateline_reader nologin; then run `dateline run` again",
        )
