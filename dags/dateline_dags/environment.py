"""Airflow's configuration, made in one place: a home of its own below DATELINE_HOME, metadata on the embedded Postgres.

Everything is passed as environment variables; those that are set already are left as they are.
"""

import base64
import fcntl
import json
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dags.dateline_dags.pools import POOLS
from pipeline.errors import Terminal
from pipeline.settings import PROJECT, settings

ADMIN = "admin"
WORKERS_PER_CORE = 2


def airflow_home() -> Path:
    """Where Airflow keeps its logs and secrets."""
    return settings().home.expanduser().resolve() / "airflow"


def airflow_environment(port: int = 8080, log_level: str = "INFO") -> dict[str, str]:
    """The variables for every Airflow process; starts the embedded Postgres unless a metadata database is named."""
    home = airflow_home()
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    keys = _keys(home)
    url = f"http://127.0.0.1:{port}"
    chosen = {
        "AIRFLOW_HOME": str(home),
        "AIRFLOW__CORE__DAGS_FOLDER": str(PROJECT / "dags"),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__EXECUTOR": "dags.dateline_dags.executor.WarmLocalExecutor",
        "AIRFLOW__CORE__PARALLELISM": str(WORKERS_PER_CORE * (os.cpu_count() or 1)),
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{url}/execution/",
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS": f"{ADMIN}:admin",
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(_password_file(home)),
        "AIRFLOW__CORE__FERNET_KEY": keys["fernet"],
        "AIRFLOW__API__HOST": "127.0.0.1",
        "AIRFLOW__API__PORT": str(port),
        "AIRFLOW__API__BASE_URL": url,
        "AIRFLOW__API__WORKERS": "1",
        "AIRFLOW__API__SECRET_KEY": keys["api"],
        "AIRFLOW__API__EXPOSE_CONFIG": "False",
        "AIRFLOW__API_AUTH__JWT_SECRET": keys["jwt"],
        "AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL": "30",
        "AIRFLOW__LOGGING__LOGGING_LEVEL": log_level,
        "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED": "False",
        "DATELINE_AIRFLOW_POOLS": "yes",
    }
    if "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN" not in os.environ:
        url = _metadata_database()
        chosen["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"] = url
        chosen["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC"] = url  # else it looks for asyncpg
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    return {**chosen, **os.environ, "PATH": programs, "DATELINE_HOME": str(home.parent)}


def admin_password() -> str:
    """The generated password of the interface's only user."""
    return str(json.loads(_password_file(airflow_home()).read_text(encoding="utf-8"))[ADMIN])


@contextmanager
def alone() -> Iterator[None]:
    """One scheduler a home: two would each run the other's tasks. Raises `Terminal` beside another."""
    airflow_home().mkdir(parents=True, exist_ok=True, mode=0o700)
    with (airflow_home() / "up.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Terminal(
                f"Airflow is at work with {airflow_home().parent} already (make up or make run): stop it first, "
                "or set DATELINE_HOME to another folder"
            ) from error
        yield


def make_ready() -> None:
    """Tables and pools of the metadata database; call with the environment set, in the process that it is for."""
    from airflow.utils.db import check_migrations, initdb

    try:
        check_migrations(0)
    except TimeoutError:
        initdb()
    _make_pools()


def _make_pools() -> None:
    from airflow.models.pool import Pool
    from airflow.utils.session import create_session

    with create_session() as session:
        for name, (slots, description) in POOLS.items():
            if Pool.get_pool(name, session=session) is None:  # an operator may have changed it
                Pool.create_or_update_pool(name, slots, description, include_deferred=False, session=session)


def _metadata_database() -> str:
    from pipeline.adapters import postgres

    return postgres.ensure_database("airflow")


def _password_file(home: Path) -> Path:
    path = home / "passwords.json"
    _write_once(path, json.dumps({ADMIN: secrets.token_urlsafe(12)}) + "\n")
    return path


def _keys(home: Path) -> dict[str, str]:
    """Secrets that Airflow's processes share; kept, so that a restart ends no session."""
    path = home / "keys.json"
    made = {
        "fernet": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
        "api": secrets.token_urlsafe(32),
        "jwt": secrets.token_urlsafe(48),
    }
    _write_once(path, json.dumps(made) + "\n")
    return dict(json.loads(path.read_text(encoding="utf-8")))


def _write_once(path: Path, text: str) -> None:
    """Only its owner may read it; the first of two processes at once wins, and nobody reads half of it."""
    if path.exists():
        return
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.touch(mode=0o600)
    new.write_text(text, encoding="utf-8")
    try:
        os.link(new, path)
    except FileExistsError:
        pass
    finally:
        new.unlink()
