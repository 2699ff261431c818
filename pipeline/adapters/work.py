"""The batches between the tasks of a run: zstd-compressed JSON Lines in the raw store, there whole or not at all.

A line is one frozen dataclass; decimals, dates, instants, tuples and bytes come back exactly as they were (a `ZoneInfo`
comes back as the offset it had). Folders are addresses: a path or an fsspec URL, one a run.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from types import GenericAlias
from typing import Any, BinaryIO, TypeVar

import zstandard
from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from pipeline.adapters import raw_store
from pipeline.errors import Terminal

T = TypeVar("T")

SUFFIX = ".jsonl.zst"
_CHUNK_BYTES = 1 << 16
_adapters: dict[Any, TypeAdapter[Any]] = {}
_MEND = "delete the folder and run the window again"


def write_batch(folder: str, name: str, items: Iterable[T], kind: type[T]) -> int:
    """Write `items` as the batch `name`, replacing one that is there; returns how many they were.

    Raises `Transient` where the disk is full, `Terminal` where an item is not what `kind` says.
    """
    location, adapter = _location(folder, name), _adapter(kind)
    buffer = BytesIO()
    written = 0
    # Compressed in memory first: an error of the iterable is then not taken for one of the store.
    with zstandard.ZstdCompressor(write_checksum=True).stream_writer(buffer, closefd=False) as writer:
        for item in items:
            writer.write(_line(item, adapter, location))
            written += 1
    raw_store.write_whole(location, lambda handle: _copy(buffer, handle))
    return written


def read_batch(folder: str, name: str, kind: type[T]) -> Iterator[T]:
    """The items of the batch, one by one; raises `Terminal` where it is missing, damaged or of another kind."""
    location, adapter = _location(folder, name), _adapter(kind)
    with raw_store.open_file(location) as handle:
        for line in _lines(handle, location):
            try:
                yield adapter.validate_json(b"[" + line + b"]")[0]
            except ValidationError as error:
                raise Terminal(f"{location} holds no {kind.__name__}: {error.errors()[0]}; {_MEND}") from error


def exists(folder: str, name: str) -> bool:
    """Whether the batch is there (and then it is whole)."""
    return raw_store.exists(_location(folder, name))


def delete_run(folder: str) -> None:
    """Delete the folder of a run with all its batches; nothing happens where there is none."""
    raw_store.remove(folder)


def _location(folder: str, name: str) -> str:
    return raw_store.join(folder, name + SUFFIX)


def _adapter(kind: Any) -> TypeAdapter[Any]:
    if kind not in _adapters:  # to make one costs as much as to write some hundred articles
        _adapters[kind] = _new_adapter(kind)
    return _adapters[kind]


def _new_adapter(kind: Any) -> TypeAdapter[Any]:
    # Pydantic takes a config for a tuple of dataclasses, not for a dataclass; hence the brackets around a line.
    config = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64", allow_inf_nan=True)
    shape: Any = GenericAlias(tuple, (kind,))
    return TypeAdapter(shape, config=config)


def _line(item: object, adapter: TypeAdapter[Any], location: str) -> bytes:
    try:
        return adapter.dump_json((item,), warnings="error")[1:-1] + b"\n"
    except PydanticSerializationError as error:
        raise Terminal(f"cannot write {str(item)[:200]} to {location}: {error}") from error


def _copy(buffer: BytesIO, handle: BinaryIO) -> None:
    handle.write(buffer.getbuffer())


def _lines(handle: BinaryIO, location: str) -> Iterator[bytes]:
    """The lines of a compressed file; a file that ends too early is an error (the streaming reader would be silent)."""
    unzip = zstandard.ZstdDecompressor().decompressobj()
    rest = b""
    while chunk := handle.read(_CHUNK_BYTES):
        try:
            *lines, rest = (rest + unzip.decompress(chunk)).split(b"\n")
        except zstandard.ZstdError as error:
            raise Terminal(f"{location} is damaged: {error}; {_MEND}") from error
        yield from lines
    if not unzip.eof or rest:
        raise Terminal(f"{location} ends too early; {_MEND}")
