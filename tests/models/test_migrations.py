"""Migrations: up and down one by one, the same tables as the models, and warehouses that others administer."""

import subprocess
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from pipeline.errors import Terminal, Transient
from pipeline.models import Base, migrate, warehouse_engine
from pipeline.models.migrate import configuration, current_revision, head
from pipeline.settings import PROJECT
from tests.builders import a_count, an_article
from tests.warehouse import load_into

if TYPE_CHECKING:
    from pipeline.adapters.postgres import Server

CHECKS = """
select conrelid::regclass::text, conname, pg_get_constraintdef(oid, true) from pg_constraint
where connamespace in ('core'::regnamespace, 'ops'::regnamespace) and conname not like 'alembic%' order by 1, 2
"""
RELATIONS = """
select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname in ('core', 'ops', 'public') and c.relname not like 'alembic%' order by 1, 2
"""
KEYS = "select ordinal, sentence_key from core.number_mention order by 1"


@pytest.fixture
def connection(database: str) -> Iterator[Connection]:
    engine = warehouse_engine(database)
    with engine.connect() as found:
        yield found
    engine.dispose()


@pytest.fixture
def alembic(connection: Connection) -> Config:
    config = configuration()
    config.attributes["connection"] = connection
    return config


def test_every_migration_goes_up_and_down_and_up(connection: Connection, alembic: Config) -> None:
    steps = [step.revision for step in ScriptDirectory.from_config(alembic).walk_revisions()][::-1]
    before: list[list[tuple[str, str]]] = []
    for step in steps:
        before.append(relations(connection))
        command.upgrade(alembic, step)
    for step in steps[::-1]:
        assert current_revision(connection) == step
        command.downgrade(alembic, "-1")
        assert relations(connection) == before.pop()
    command.upgrade(alembic, "head")
    assert current_revision(connection) == head()


def test_sentences_that_were_loaded_before_are_keyed_as_those_after(warehouse: Engine) -> None:
    killed = "“Αt least 12 İstanbul residents were KILLED”, said\u00a0the Ministry."
    title = "At least 12 people were killed in the fire, say police"
    told = (a_count("12", killed), a_count("12", title, part="headline"), a_count("12", title, event_trigger=None))
    load_into(warehouse, [an_article(title=title, text=killed, mentions=told)])
    with warehouse.connect() as connection:
        keyed = connection.execute(text(KEYS)).all()
        alembic = configuration()
        alembic.attributes["connection"] = connection
        command.downgrade(alembic, "0012")
        command.upgrade(alembic, "head")
        assert connection.execute(text(KEYS)).all() == keyed
    assert [key is None for _, key in keyed] == [False, False, True]


def test_the_models_and_the_migrations_say_the_same(alembic: Config) -> None:
    command.upgrade(alembic, "head")
    command.check(alembic)


def test_the_checks_of_the_models_and_of_the_migrations_are_the_same(connection: Connection, alembic: Config) -> None:
    command.upgrade(alembic, "head")
    migrated = constraints(connection)
    connection.execute(text("drop schema core cascade; drop schema ops cascade; create schema core; create schema ops"))
    Base.metadata.create_all(connection)
    assert constraints(connection) == migrated
    connection.rollback()


def test_a_second_migration_changes_nothing(database: str) -> None:
    migrate(database)
    migrate(database)


def test_a_warehouse_newer_than_the_program_is_left_alone(database: str, connection: Connection) -> None:
    migrate(database)
    connection.execute(text("update ops.alembic_version set version_num = '9999'"))
    connection.commit()
    with pytest.raises(Terminal, match=r"9999.*update the program"):
        migrate(database)


@pytest.fixture
def without_the_reader(postgres_server: "Server") -> Iterator[None]:
    """The role belongs to the whole server: set it aside while a test runs."""
    rename = "do $$ begin alter role {} rename to {}; exception when undefined_object then null; end $$"
    with postgres_server.connect("postgres") as admin:
        admin.execute(rename.format("dateline_reader", "set_aside").encode())
    yield
    with postgres_server.connect("postgres") as admin:
        admin.execute(b"drop role if exists dateline_reader")
        admin.execute(rename.format("set_aside", "dateline_reader").encode())


@pytest.mark.usefixtures("without_the_reader")
def test_a_user_who_may_not_create_roles_gets_all_tables(
    database: str, postgres_server: "Server", capsys: pytest.CaptureFixture[str]
) -> None:
    engine = warehouse_engine(database)
    with postgres_server.connect("postgres") as admin:
        admin.execute(b"drop role if exists plain")
        admin.execute(b"create role plain login password 'plain'")
        admin.execute(f"alter database {engine.url.database} owner to plain".encode())
    plain = engine.url.set(username="plain", password="plain").render_as_string(hide_password=False)
    migrate(plain)
    engine = warehouse_engine(plain)
    with engine.connect() as connection:
        assert current_revision(connection) == head()
    engine.dispose()
    assert "create role dateline_reader nologin" in capsys.readouterr().out


def test_a_warehouse_that_is_down_is_named() -> None:
    with pytest.raises(Transient, match=r"nobody:\*\*\*@127.0.0.1:1/nothing does not answer") as raised:
        migrate("postgresql://nobody:secret@127.0.0.1:1/nothing")
    assert "secret" not in str(raised.value)


def relations(connection: Connection) -> list[tuple[str, str]]:
    return [tuple(row) for row in connection.execute(text(RELATIONS))]


def constraints(connection: Connection) -> list[tuple[str, ...]]:
    return [tuple(row) for row in connection.execute(text(CHECKS))]


def test_processes_that_migrate_at_once_agree(database: str) -> None:
    command = [sys.executable, "-c", "import sys; from pipeline.models import migrate; migrate(sys.argv[1])", database]
    processes = [subprocess.Popen(command, cwd=PROJECT) for _ in range(3)]
    assert [process.wait(60) for process in processes] == [0, 0, 0]
