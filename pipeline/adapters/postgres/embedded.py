"""The embedded server of one DATELINE_HOME: found if it runs, else started; never two.

`HOME/postgres/` holds `lock`, `password` (0600) and `state.json`. The data lie in `HOME/postgres/cluster/`, or, where
the account that runs the server cannot enter HOME (root's, under a closed folder), in `/var/lib/dateline/<key of
HOME>/`.
"""

import fcntl
import hashlib
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import psycopg
import structlog
from psycopg import sql

from pipeline.adapters.postgres.account import Account, account_for
from pipeline.adapters.postgres.binaries import find_binaries, within_reach
from pipeline.adapters.postgres.cluster import HOST, USER, Cluster, Postmaster, running
from pipeline.errors import Terminal, Transient

DATABASE = "dateline"
SHARED_PLACE = Path("/var/lib/dateline")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Server:
    """A running server on 127.0.0.1."""

    port: int
    pid: int
    data: Path
    password: str = field(repr=False)

    def url(self, database: str = DATABASE) -> str:
        """The address of one of its databases, for SQLAlchemy."""
        return f"postgresql+psycopg://{USER}:{quote(self.password)}@{HOST}:{self.port}/{quote(database)}"

    def connect(self, database: str) -> psycopg.Connection:
        """A connection in autocommit; raises `Transient` if the server does not answer."""
        try:
            return psycopg.connect(
                host=HOST,
                port=self.port,
                user=USER,
                password=self.password,
                dbname=database,
                autocommit=True,
                connect_timeout=10,
            )
        except psycopg.OperationalError as error:
            raise Transient(f"the embedded Postgres on port {self.port} does not answer: {error}") from error


@dataclass(frozen=True, slots=True)
class _State:
    """`state.json`: where the cluster is, and where its server was last seen."""

    home: str
    cluster: str
    port: int
    pid: int


class Embedded:
    """The server of one home; every method may be called by many processes at once."""

    def __init__(self, home: Path, programs: Path | None = None) -> None:
        self.home = home.expanduser().resolve()
        self.folder = self.home / "postgres"
        self.programs = programs

    def find(self) -> Server | None:
        """The server if it runs and takes connections."""
        state = self._state()
        if state is None:
            return None
        data = Path(state.cluster) / "data"
        postmaster = running(data)
        if postmaster is None or not postmaster.ready or postmaster.pid != state.pid:
            return None
        return Server(postmaster.port, postmaster.pid, data, self._password())

    def start(self) -> Server:
        """The running server, started if need be; raises `Terminal` or `Transient` saying why it cannot start."""
        found = self.find()
        if found is not None:
            return found
        self._make_folder()
        with self._lock():
            return self.find() or self._launch()

    def stop(self) -> bool:
        """Stops the server; False if none ran."""
        state = self._state()
        if state is None:
            return False
        with self._lock():
            cluster = self._cluster(Path(state.cluster))
            if running(cluster.data) is None:
                return False
            cluster.stop()
            return True

    def ensure_database(self, name: str) -> str:
        """The address of a database of this server, created if it is not there."""
        server = self.start()
        with server.connect("postgres") as connection:
            _create_database(connection, name)
        return server.url(name)

    def _launch(self) -> Server:
        """Under the lock: data made if there are none, server started, state written last."""
        state = self._state()
        cluster = self._cluster(Path(state.cluster) if state else self._place())
        if state is None and not (self.folder / "password").exists():
            _set_aside(cluster)
        if not cluster.data.exists():
            cluster.create(self._new_password())
            log.info("postgres_created", folder=str(cluster.folder), version=cluster.binaries.version)
        cluster.check_version()
        postmaster = running(cluster.data) or cluster.start(state.port if state else None)
        server = Server(postmaster.port, postmaster.pid, cluster.data, self._password())
        with server.connect("postgres") as connection:
            _create_database(connection, DATABASE)
        self._remember(cluster, postmaster)
        log.info("postgres_started", port=server.port, pid=server.pid)
        return server

    def _cluster(self, folder: Path) -> Cluster:
        account = account_for(folder)
        _make_for(account, folder)
        binaries = within_reach(find_binaries(self.programs), account, folder.parent)
        return Cluster(folder, account, binaries)

    def _place(self) -> Path:
        """Where a new cluster goes: into the home, or, if the server's account cannot enter that, beside all homes."""
        own = self.folder / "cluster"
        if account_for(own).reaches(self.folder):
            return own
        place = SHARED_PLACE / hashlib.sha256(str(self.home).encode()).hexdigest()[:16]
        try:
            place.mkdir(parents=True, exist_ok=True)
            SHARED_PLACE.chmod(0o711)
            place.chmod(0o711)
        except OSError as error:
            raise Terminal(
                f"Postgres does not run as root, an unprivileged account cannot enter {self.home}, and {place} cannot "
                f"be made ({error}): set DATELINE_HOME to a folder that is open to others, e.g. /srv/dateline"
            ) from error
        return place / "cluster"

    def _make_folder(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if self.folder.stat().st_uid == os.geteuid():
                # Root's server runs as somebody else, who must pass through here; the secrets have their own modes.
                self.folder.chmod(0o711 if os.geteuid() == 0 else 0o700)
        except OSError as error:
            raise Terminal(f"cannot make {self.folder}: {error}; set DATELINE_HOME to your own folder") from error

    @contextmanager
    def _lock(self) -> Iterator[None]:
        path = self.folder / "lock"
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_CREAT, 0o600)
        except PermissionError as error:
            raise Terminal(_foreign(self.folder)) from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def _state(self) -> _State | None:
        """None where there is none, or where it came with a copy of another home whose cluster lay elsewhere."""
        try:
            state = _State(**json.loads((self.folder / "state.json").read_text(encoding="utf-8")))
        except FileNotFoundError:
            return None
        except PermissionError as error:
            raise Terminal(_foreign(self.folder)) from error
        except (ValueError, TypeError) as error:
            raise Terminal(f"{self.folder / 'state.json'} is damaged ({error}): remove it") from error
        return state if state.home == str(self.home) else None

    def _remember(self, cluster: Cluster, postmaster: Postmaster) -> None:
        state = _State(str(self.home), str(cluster.folder), postmaster.port, postmaster.pid)
        self._write("state.json", json.dumps(asdict(state)) + "\n")

    def _password(self) -> str:
        path = self.folder / "password"
        try:
            return path.read_text(encoding="utf-8").strip()
        except FileNotFoundError as error:
            raise Terminal(f"{path} is gone: put it back, or move {self.folder} away to begin anew") from error
        except PermissionError as error:
            raise Terminal(_foreign(self.folder)) from error

    def _new_password(self) -> str:
        self._write("password", secrets.token_urlsafe(24) + "\n")
        return self._password()

    def _write(self, name: str, text: str) -> None:
        """Whole or not at all, readable by the owner only."""
        new = self.folder / f"{name}.new"
        new.unlink(missing_ok=True)
        with os.fdopen(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self.folder / name)


def _make_for(account: Account, folder: Path) -> None:
    if not folder.exists():
        folder.mkdir(mode=0o700)
        account.own(folder)


def _set_aside(cluster: Cluster) -> None:
    """Data in the shared place whose home, with the password, was removed."""
    if not cluster.data.exists():
        return
    if running(cluster.data) is not None:
        cluster.stop()
    aside = cluster.folder / f"data.{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    cluster.data.rename(aside)
    log.warning("postgres_data_of_a_removed_home_set_aside", folder=str(aside))


def _create_database(connection: psycopg.Connection, name: str) -> None:
    try:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    except (psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
        return  # it is there, or another process makes it at this moment


def _foreign(folder: Path) -> str:
    return f"{folder} belongs to another user: work as that user, or set DATELINE_HOME to your own folder"
