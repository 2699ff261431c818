"""Who runs the server: Postgres refuses root, so root lends it an unprivileged account."""

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import Terminal, Transient

_UNPRIVILEGED = ("postgres", "nobody")  # the accounts that nearly every system has; the first that exists


@dataclass(frozen=True, slots=True)
class Account:
    """The account that the server's programs run as; `switch` where it is not the caller's own."""

    uid: int
    gid: int
    switch: bool

    def run(
        self, command: Sequence[str | Path], timeout_s: float = 120, keep_open: int | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Runs a program to its end as this account, outputs merged; raises `Terminal` or `Transient` if not.

        `keep_open` is a file descriptor that it inherits.
        """
        try:
            return subprocess.run(
                [str(part) for part in command],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                cwd="/",
                env=_environment(),
                umask=0o077,
                timeout=timeout_s,
                check=False,
                pass_fds=() if keep_open is None else (keep_open,),
                user=self.uid if self.switch else None,
                group=self.gid if self.switch else None,
                extra_groups=[] if self.switch else None,
            )
        except subprocess.TimeoutExpired as error:
            raise Transient(f"{command[0]} took more than {timeout_s:.0f} s") from error
        except OSError as error:
            raise Terminal(f"cannot run {command[0]} as user {self.uid}: {error}") from error

    def reaches(self, folder: Path) -> bool:
        """Whether this account may enter a folder (every folder above it counts, too)."""
        return self.run(["/bin/sh", "-c", 'cd "$1"', "sh", folder]).returncode == 0

    def can_run(self, program: Path) -> bool:
        """Whether a program, its libraries included, is within this account's reach."""
        return self.run(["/bin/sh", "-c", 'exec "$1" --version', "sh", program]).returncode == 0

    def own(self, path: Path) -> None:
        """Gives a file or folder to this account."""
        if self.switch:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)


def account_for(cluster: Path) -> Account:
    """Whom the server of this cluster runs as: its owner if it exists, else the caller, never root."""
    caller = os.geteuid()
    if caller != 0:
        return Account(caller, os.getegid(), switch=False)
    if cluster.exists() and (owner := cluster.stat()).st_uid != 0:
        return Account(owner.st_uid, owner.st_gid, switch=True)
    for name in _UNPRIVILEGED:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid, switch=True)
    raise Terminal(
        "Postgres refuses to run as root and this system has no account postgres or nobody: "
        "add one (useradd --system postgres), or set DATELINE_DATABASE_URL"
    )


def _environment() -> dict[str, str]:
    """Without PG*: a PGDATA or PGPORT meant for another server would be obeyed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return kept | {"LC_ALL": "C", "TZ": "UTC"}
