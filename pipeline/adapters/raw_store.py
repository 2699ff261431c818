"""Files outside: a folder or any fsspec URL, with errors that say what, where and what to do."""

import errno
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

import structlog
from fsspec import AbstractFileSystem
from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem

from pipeline.errors import Terminal, Transient

_log = structlog.get_logger(__name__)
_FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file: its address, its posix path below the root it was listed under, and what tells that it changed."""

    location: str
    name: str
    file_bytes: int
    modified: datetime
    etag: str | None = None

    @property
    def fingerprint(self) -> str:
        """Another one once the file has changed: its ETag, else its time of modification."""
        return self.etag or self.modified.isoformat()


def list_files(location: str | Path, root: str | Path | None = None) -> list[StoredFile]:
    """The file at `location`, or every file below the folder, sorted by name; `Terminal` where there is none.

    Names are relative to `root`: unless given, the folder itself, or the folder of the single file.
    """
    address = str(location)
    with explained(address, "read"):
        system, path = _open_system(address)
        if not system.exists(path):
            raise Terminal(_missing(address))
        found: dict[str, Any] = system.find(path, detail=True)
        base = _base(system, path, root)
        files = (_stored(system, item, _name_below(base, str(item["name"]))) for item in found.values())
        return sorted((file for file in files if _is_text(file.location)), key=lambda file: file.name)


def find_file(location: str, name: str) -> StoredFile:
    """The one file at `location`, to be called `name`; `Terminal` where there is none."""
    with explained(location, "read"):
        system, path = _open_system(location)
        return _stored(system, system.info(path), name)


@contextmanager
def open_file(location: str, block_bytes: int | None = None) -> Iterator[BinaryIO]:
    """The file at `location`, open for reading bytes, seekable.

    `block_bytes` is what a remote store is asked for at a time; the default suits reading from end to end.
    """
    with explained(location, "read"):
        system, path = _open_system(location)
        handle = system.open(path, "rb", block_size=block_bytes)
    with handle:
        yield handle


def exists(location: str) -> bool:
    """Whether there is a file or a folder at `location`."""
    with explained(location, "look up"):
        system, path = _open_system(location)
        return bool(system.exists(path))


def write_whole(location: str, write: Callable[[BinaryIO], None]) -> int:
    """Let `write` fill the file at `location` and return its bytes; on any error the file stays as it was.

    Raises `Transient` where the disk is full, `Terminal` where it may not be written.
    """
    with explained(location, "write"):
        system, path = _open_system(location)
        if isinstance(system, LocalFileSystem):
            return _write_local(Path(path), write)
        system.makedirs(system._parent(path), exist_ok=True)
        return _write_remote(system, path, write)


def remove(location: str) -> None:
    """Delete the file, or the folder with all that is in it; nothing happens where there is none."""
    with explained(location, "delete"):
        system, path = _open_system(location)
        if system.exists(path):
            system.rm(path, recursive=True)


def join(base: str, *parts: str) -> str:
    """The address of `parts` below `base`, a folder or an fsspec URL."""
    return "/".join([base.rstrip("/"), *parts])


@contextmanager
def explained(location: str, doing: str) -> Iterator[None]:
    """Turn what the outside raises into errors of ours: what was done, where, and what to do about it."""
    try:
        yield
    except FileNotFoundError as error:
        raise Terminal(_missing(location)) from error
    except PermissionError as error:
        raise Terminal(f"cannot {doing} {location}: {error}; give this user the right to") from error
    except (NotADirectoryError, IsADirectoryError, FileExistsError) as error:
        raise Terminal(f"cannot {doing} {location}: {error}; correct the address") from error
    except ImportError as error:
        raise Terminal(f"cannot {doing} {location}: {error}; for s3:// install dateline[s3]") from error
    except _outside_errors() as error:
        raise _from_outside(location, doing, error) from error


def _from_outside(location: str, doing: str, error: BaseException) -> Terminal | Transient:
    if isinstance(error, OSError) and error.errno in _FULL:
        return Transient(f"cannot {doing} {location}: the disk is full; free some space and run again")
    return Transient(f"cannot {doing} {location}: {error}; run again when the store can be reached")


def _outside_errors() -> tuple[type[BaseException], ...]:
    """S3 clients raise errors that are no OSError; the library is there only when it was asked for."""
    exceptions = sys.modules.get("botocore.exceptions")
    extra = (exceptions.BotoCoreError, exceptions.ClientError) if exceptions else ()
    return (OSError, *extra)


def _open_system(location: str) -> tuple[AbstractFileSystem, str]:
    if "://" not in location:
        return LocalFileSystem(), str(Path(location).absolute())  # as it is: "::" means something in URLs only
    try:
        system, path = url_to_fs(location, use_listings_cache=False)  # other processes write and delete, too
    except ValueError as error:
        raise Terminal(f"cannot open {location}: {error}; give a folder, a file or an fsspec URL") from error
    return system, str(path)


def _missing(location: str) -> str:
    return f"there is no file or folder at {location}: correct the path (or the source's `location`), or create it"


def _base(system: AbstractFileSystem, path: str, root: str | Path | None) -> str:
    if root is not None:
        return str(system._strip_protocol(str(root))).rstrip("/")
    return path.rstrip("/") if system.isdir(path) else str(system._parent(path)).rstrip("/")


def _is_text(location: str) -> bool:
    """Whether a file's address can be written down, which a name in another encoding than UTF-8 cannot."""
    try:
        location.encode()
    except UnicodeEncodeError:
        _log.warning("passed by a file whose name is not UTF-8: rename it", location=ascii(location))
        return False
    return True


def _name_below(base: str, path: str) -> str:
    return path[len(base) :].lstrip("/") if path.startswith(base + "/") else PurePosixPath(path).name


def _stored(system: AbstractFileSystem, item: dict[str, Any], name: str) -> StoredFile:
    path = str(item["name"])
    local = isinstance(system, LocalFileSystem)
    return StoredFile(
        location=path if local else system.unstrip_protocol(path),
        name=name,
        file_bytes=int(item.get("size") or 0),
        modified=_modified(item),
        etag=item.get("ETag") or item.get("etag"),
    )


def _modified(item: dict[str, Any]) -> datetime:
    value = next((item[key] for key in ("mtime", "LastModified", "created", "updated") if item.get(key)), None)
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, int | float):
        return datetime.fromtimestamp(value, UTC)
    return datetime.now(UTC)


def _write_local(path: Path, write: Callable[[BinaryIO], None]) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    number, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as handle:
            write(handle)
            handle.flush()
            os.fsync(handle.fileno())
            written = handle.tell()
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return written


def _write_remote(system: AbstractFileSystem, path: str, write: Callable[[BinaryIO], None]) -> int:
    """Through a local file: an upload is then whole or absent, which closing a half-written handle would not be."""
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        local = Path(folder) / "upload"
        written = _write_local(local, write)
        system.put_file(str(local), path)
    return written
