"""One folder of Postgres data: made, started, looked at, stopped. The caller holds the lock."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import sleep

from pipeline.adapters.postgres.account import Account
from pipeline.adapters.postgres.binaries import Binaries
from pipeline.errors import Terminal, Transient

HOST = "127.0.0.1"
USER = "dateline"
START_TIMEOUT_S = 60
_ATTEMPTS = 5
_ORPHANS_LEAVE_S = 15
_LOG_TAIL_LINES = 12
_LOG_MAX_BYTES = 10_000_000
_BUILTIN_LOCALES_SINCE = 17
_PASSING = ("No space left", "still in use", "Address already in use", "could not create any TCP/IP sockets")


@dataclass(frozen=True, slots=True)
class Postmaster:
    """What the server wrote about itself into postmaster.pid."""

    pid: int
    port: int
    ready: bool


@dataclass(frozen=True, slots=True)
class Cluster:
    """`folder` belongs to `account`; below it `data/` and `server.log`."""

    folder: Path
    account: Account
    binaries: Binaries

    @property
    def data(self) -> Path:
        """The folder that Postgres calls PGDATA."""
        return self.folder / "data"

    @property
    def log(self) -> Path:
        """What the server says."""
        return self.folder / "server.log"

    def create(self, password: str) -> None:
        """Makes the data folder, whole or not at all; raises `Terminal` or `Transient` saying why not."""
        new = self.folder / "data.new"
        shutil.rmtree(new, ignore_errors=True)
        secret = self.folder / "password.new"
        secret.unlink(missing_ok=True)
        with os.fdopen(os.open(secret, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(password + "\n")
        self.account.own(secret)
        try:
            done = self.account.run([self.binaries.program("initdb"), *self._initdb_options(new, secret)])
        finally:
            secret.unlink()
        if done.returncode:
            raise _failure(f"cannot make a Postgres data folder at {new}", done.stdout)
        new.rename(self.data)

    def check_version(self) -> None:
        """Raises `Terminal` if the data were made by another major version."""
        made_by = (self.data / "PG_VERSION").read_text(encoding="utf-8").strip()
        if made_by != str(self.binaries.major):
            raise Terminal(
                f"{self.data} was made by Postgres {made_by}, but the programs in {self.binaries.folder} are "
                f"{self.binaries.version}: set DATELINE_POSTGRES_BIN to programs of version {made_by}, "
                f"or move {self.folder} away to begin anew (reprocessing the raw archive fills it again)"
            )

    def start(self, preferred_port: int | None) -> Postmaster:
        """Starts the server and waits until it takes connections; raises `Terminal` or `Transient` saying why not."""
        self._rotate_log()
        said = ""
        for attempt in range(_ATTEMPTS):
            port = _free_port(preferred_port if attempt == 0 else None)
            with self._alone() as lock:
                done = self.account.run(self._start_command(port), START_TIMEOUT_S + 30, keep_open=lock)
            postmaster = running(self.data)
            if done.returncode == 0 and postmaster is not None:
                return postmaster
            said = f"{self._log_tail()}\n{done.stdout.strip()}"
            if not any(word in said for word in _PASSING):
                break
            sleep(1 + attempt)  # the port was taken meanwhile, or orphans of a killed server are still leaving
        raise _failure(f"the embedded Postgres in {self.folder} does not start", said)

    def stop(self) -> None:
        """Stops the server, rolling back what is open; raises `Transient` if it does not."""
        pg_ctl = self.binaries.program("pg_ctl")
        for mode in ("fast", "immediate"):
            done = self.account.run([pg_ctl, "stop", "-D", self.data, "-m", mode, "-w", "-t", "30"])
            if done.returncode == 0 or running(self.data) is None:
                return
        raise _failure(f"the embedded Postgres in {self.folder} does not stop", done.stdout)

    def _initdb_options(self, new: Path, secret: Path) -> list[str | Path]:
        if self.binaries.major >= _BUILTIN_LOCALES_SINCE:
            locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        else:
            locale = ["--locale=C.UTF-8" if sys.platform == "linux" else "--locale=C"]
        auth = ["--auth=scram-sha-256", f"--pwfile={secret}", f"--username={USER}"]
        return ["-D", new, "--encoding=UTF8", *locale, *auth]

    def _start_command(self, port: int) -> list[str | Path]:
        options = {
            "listen_addresses": HOST,
            "port": str(port),
            "unix_socket_directories": "''",  # pg_ctl passes the options through a shell
            "max_connections": "200",  # Airflow's processes keep pools
            "timezone": "UTC",
            "log_timezone": "UTC",
        }
        settings = " ".join(f"-c {name}={value}" for name, value in options.items())
        wait: list[str | Path] = ["-w", "-t", str(START_TIMEOUT_S)]
        return [self.binaries.program("pg_ctl"), "start", "-D", self.data, "-l", self.log, *wait, "-o", settings]

    def _rotate_log(self) -> None:
        if self.log.exists() and self.log.stat().st_size > _LOG_MAX_BYTES:
            self.log.replace(self.log.with_suffix(".log.1"))

    def _log_tail(self) -> str:
        if not self.log.exists():
            return ""
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(lines[-_LOG_TAIL_LINES:])

    @contextmanager
    def _alone(self) -> Iterator[int]:
        """A lock that the server inherits and its last process lets go of; raises `Transient` while one lives.

        The kernel keeps it, so neither a recycled process number nor a container with its own numbers can deceive us.
        """
        descriptor = os.open(self.folder / "server.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            for _ in range(_ORPHANS_LEAVE_S * 10):
                with suppress(BlockingIOError):
                    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    (self.data / "postmaster.pid").unlink(missing_ok=True)  # of a killed server: none lives
                    yield descriptor
                    return
                sleep(0.1)
        finally:
            os.close(descriptor)  # without LOCK_UN: the server goes on holding it
        raise Transient(
            f"a Postgres server that cannot be seen from here (in another container?) works on {self.folder}: "
            "stop it there, or set DATELINE_HOME to another folder"
        )


def running(data: Path) -> Postmaster | None:
    """The live server of a data folder, or None; a pid file left behind by a killed one is no server."""
    try:
        lines = (data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        pid, port = int(lines[0]), int(lines[3])
    except (FileNotFoundError, IndexError, ValueError):
        return None
    if not _serves(pid, data):
        return None
    return Postmaster(pid, port, ready=len(lines) > 7 and lines[7].strip() == "ready")


def _serves(pid: int, data: Path) -> bool:
    """Whether a live process is the server of this folder: a server's working directory is its data folder."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # alive, under another account
    if not Path("/proc/self/cwd").exists():
        ps = subprocess.run(["ps", "-p", str(pid), "-o", "comm="], capture_output=True, text=True, check=False)
        return "postgres" in ps.stdout
    try:
        return Path(f"/proc/{pid}/cwd").readlink() == data.resolve()
    except (FileNotFoundError, PermissionError, ProcessLookupError):
        return False  # ended meanwhile, a zombie, or somebody else's process


def _free_port(preferred: int | None) -> int:
    """The preferred port if nobody has it, else one that the system gives."""
    for port in (preferred, 0):
        if port is None:
            continue
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise Transient(f"no free port on {HOST}")


def _failure(what: str, said: str) -> Terminal | Transient:
    kind = Transient if any(word in said for word in _PASSING) else Terminal
    return kind(f"{what}; it said:\n{said.strip()}\nMend that, or set DATELINE_DATABASE_URL to another server.")
