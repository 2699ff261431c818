"""Fixtures for every room."""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import structlog
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from pipeline.settings import settings

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from pipeline.adapters.postgres import Server

PROJECT = Path(__file__).resolve().parent.parent
_numbers = count(1)

# How long an example takes says how busy the machine is; what is slow is asked by tests of their own.
hypothesis_settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("busy")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of pages with answers that may lie beside the checkout."""
    folder = PROJECT.parent / "shared"
    if not (folder / "corpus" / "gold.jsonl").exists():
        pytest.skip("no folder `shared` with the answers beside the checkout")
    return folder


@pytest.fixture(autouse=True)
def _logs_as_they_are() -> Iterator[None]:
    """A command that a test calls sets the logs up for its own process; the next test begins without."""
    yield
    structlog.reset_defaults()


@pytest.fixture(scope="session")
def postgres_home() -> Iterator[Path]:
    """The home of one embedded Postgres for all tests, where an unprivileged account may enter."""
    folder = Path(tempfile.mkdtemp(prefix="dateline tests "))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_server(postgres_home: Path) -> Iterator["Server"]:
    """A running Postgres; take `database` for one of its databases."""
    from pipeline.adapters.postgres.embedded import Embedded

    embedded = Embedded(postgres_home)
    server = embedded.start()
    with server.connect("postgres") as connection:  # nothing here outlives the tests: making and dropping is quick
        connection.execute(b"ALTER SYSTEM SET fsync = off")
        connection.execute(b"SELECT pg_reload_conf()")
    yield server
    embedded.stop()


@pytest.fixture
def database(postgres_server: "Server", tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a fresh empty database, which this process's settings name; home and raw store are `tmp_path`."""
    name = f"test_{next(_numbers)}"
    with postgres_server.connect("postgres") as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    monkeypatch.setenv("DATELINE_DATABASE_URL", postgres_server.url(name))
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path))
    forget_settings()
    yield postgres_server.url(name)
    monkeypatch.undo()
    forget_settings()
    with postgres_server.connect("postgres") as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture(scope="session")
def migrated(postgres_server: "Server") -> str:
    """The name of a database with the empty tables of the warehouse, to be copied."""
    from pipeline.models import migrate

    with postgres_server.connect("postgres") as connection:
        connection.execute(b"CREATE DATABASE test_migrated")
    migrate(postgres_server.url("test_migrated"))
    return "test_migrated"


@pytest.fixture
def fresh_warehouse(postgres_server: "Server", migrated: str) -> Iterator[Callable[[], "Engine"]]:
    """Makes warehouses with all tables and no rows, gone at the end."""
    from pipeline.models import warehouse_engine

    made: list[Engine] = []

    def make() -> "Engine":
        name = f"test_{next(_numbers)}"
        with postgres_server.connect("postgres") as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {migrated}".encode())
        made.append(warehouse_engine(postgres_server.url(name)))
        return made[-1]

    yield make
    for engine in made:
        engine.dispose()
        with postgres_server.connect("postgres") as connection:
            connection.execute(f"DROP DATABASE {engine.url.database} WITH (FORCE)".encode())


@pytest.fixture
def warehouse(fresh_warehouse: Callable[[], "Engine"]) -> "Engine":
    """A fresh warehouse: all tables, no rows."""
    return fresh_warehouse()


def forget_settings() -> None:
    """What a process reads once (settings, sources, the warehouse's engine) is read again."""
    settings.cache_clear()
    context = sys.modules.get("pipeline.run.context")
    if context is not None:
        if context.warehouse.cache_info().currsize:
            context.warehouse().dispose()
        context.warehouse.cache_clear()
        context.configured_sources.cache_clear()
