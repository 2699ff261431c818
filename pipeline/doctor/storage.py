"""Where things are kept: the raw store and the warehouse."""

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO

from pipeline.adapters import raw_store
from pipeline.doctor.check import Check, fine, wrong
from pipeline.errors import DatelineError
from pipeline.settings import settings

_LEAST_FREE_BYTES = 1 << 30
_OLDEST_SERVER = 150_000


def raw_store_check() -> Check:
    """The raw store can be written, and its disk has a gigabyte left."""
    location = settings().raw_store
    probe = raw_store.join(location, "work", f"doctor-{os.getpid()}")
    try:
        raw_store.write_whole(probe, _write_probe)
        raw_store.remove(probe)
    except DatelineError as error:
        return wrong("raw store", error, "make it writable, or set DATELINE_RAW_URL to another folder or fsspec URL")
    free = _free_bytes(location)
    if free is not None and free < _LEAST_FREE_BYTES:
        remedy = "free some space, or set DATELINE_RAW_URL to another disk"
        return wrong("raw store", f"{location} has {_gigabytes(free)} left", remedy)
    return fine("raw store", location if free is None else f"{location} is writable, {_gigabytes(free)} free")


def _write_probe(handle: BinaryIO) -> None:
    handle.write(b"dateline doctor")


def _free_bytes(location: str) -> int | None:
    path = Path(location.removeprefix("file://"))
    return shutil.disk_usage(path).free if path.is_dir() else None


def _gigabytes(size: int) -> str:
    return f"{size / (1 << 30):,.1f} GB"


def warehouse() -> Iterator[Check]:
    """The warehouse answers, is new enough, and its tables are those of this program."""
    if find_spec("psycopg") is None or find_spec("sqlalchemy") is None:
        yield fine("warehouse", "no database library is installed (pip install 'dateline[warehouse]')")
        return
    from pipeline.adapters import postgres

    try:
        url = postgres.database_url()
    except DatelineError as error:
        yield wrong("warehouse", error, "start the server, or correct DATELINE_DATABASE_URL or DATELINE_POSTGRES_BIN")
        return
    server = _server_version(url)
    yield server
    if server.ok:
        yield _tables(url)


def _server_version(url: str) -> Check:
    import psycopg

    from pipeline.adapters import postgres

    try:
        with psycopg.connect(postgres.dsn(url), connect_timeout=5) as connection:
            number = connection.info.server_version
    except psycopg.Error as error:
        return wrong("warehouse", f"{postgres.masked(url)}: {str(error).strip()}", "see the server's log")
    found = f"Postgres {number // 10_000}.{number % 10_000} at {postgres.masked(url)}"
    if number < _OLDEST_SERVER:
        return wrong("warehouse", found, "use a server of version 15 or newer")
    kind = "configured" if settings().database_url else "embedded; `dateline db stop` stops it"
    return fine("warehouse", f"{found} ({kind})")


def _tables(url: str) -> Check:
    from alembic.script import ScriptDirectory

    from pipeline.models import warehouse_engine
    from pipeline.models.engine import reachable
    from pipeline.models.migrate import configuration, current_revision, head

    engine = warehouse_engine(url)
    try:
        with reachable(engine), engine.connect() as connection:
            found = current_revision(connection)
        known = {script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions()}
    except DatelineError as error:
        return wrong("tables", error, "run from a checkout of the project, against a server that answers")
    finally:
        engine.dispose()
    if found is not None and found not in known:
        return wrong("tables", f"at migration {found}, which this program does not know", "update the program")
    if found == head():
        return fine("tables", f"at migration {found}, the latest")
    return fine("tables", f"at migration {found or 'none'}: the next run brings them to {head()}")
