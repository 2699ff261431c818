"""WARC files as captures at byte offsets, also behind damage; every capture is bounded in memory."""

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import SEEK_END
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord

from pipeline.archive.http import MAX_BODY_BYTES
from pipeline.archive.listed import FIELD

MAX_BLOCK_BYTES = MAX_BODY_BYTES + (1 << 16)  # the body's limit and room for the HTTP headers

_GZIP = b"\x1f\x8b\x08"
_STEP_BYTES = 1 << 20
_MAX_HEADER_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Capture:
    """One WARC record: `kind` is "response", "resource", ..., `block` its content, at most `MAX_BLOCK_BYTES` of it.

    `cut` where the file ends, or is damaged, within the record.
    """

    offset: int
    kind: str
    url: str | None
    date: str | None
    content_type: str | None
    block_bytes: int
    block: bytes
    cut: bool
    listed: str | None = None  # a field of ours: see listed.py


@dataclass(frozen=True, slots=True)
class Damage:
    """A place in a WARC file that cannot be read as a record; `truncated` where the file simply ends there."""

    offset: int
    truncated: bool
    detail: str


def iter_captures(handle: BinaryIO) -> Iterator[Capture | Damage]:
    """Every record of a WARC file in order, with a `Damage` for each place that cannot be read.

    `handle` must be seekable. Offsets are those at which the record (or its gzip member) starts; in a file that was
    gzipped as a whole they count decompressed bytes. Raises OSError when the storage, not the content, fails.
    """
    whole = _gzipped_as_a_whole(handle)
    stream: BinaryIO = gzip.GzipFile(fileobj=_rewound(handle)) if whole else handle  # type: ignore[assignment]  # reads alike
    members = not whole and _starts_with(handle, _GZIP)
    start: int | None = 0
    while start is not None:
        stopped: Damage | None = None
        for item in _captures_from(stream, start, members):
            stopped = item if isinstance(item, Damage) else None
            yield item
        start = None if stopped is None or whole else _next_start(handle, stopped.offset + 1, members)


def read_capture(handle: BinaryIO, offset: int) -> Capture | Damage:
    """The record that starts at `offset`, as `iter_captures` counted it."""
    stream: BinaryIO = handle
    handle.seek(offset)
    if handle.read(len(_GZIP)) != _GZIP and _starts_with(handle, _GZIP):
        stream = gzip.GzipFile(fileobj=_rewound(handle))  # type: ignore[assignment]  # reads alike
    failure: Exception | None = None
    try:
        stream.seek(offset)
        record = next(iter(ArchiveIterator(stream, parse_http=False, max_header_len=_MAX_HEADER_BYTES)), None)
        if record is not None:
            return _capture(record, offset)
    except (OSError, EOFError, zlib.error) as error:
        _raise_outside(error)
        failure = error
    found = next(_behind(stream, offset, None, False, failure), None)
    return replace(found, offset=offset) if found else Damage(offset, True, "no record starts here")


def _captures_from(stream: BinaryIO, start: int, members: bool) -> Iterator[Capture | Damage]:
    """Records from `start` until the file ends or a record cannot be read, which is then the last thing given."""
    stream.seek(start)
    records = iter(ArchiveIterator(stream, parse_http=False, max_header_len=_MAX_HEADER_BYTES))
    last: Capture | None = None
    failure: Exception | None = None
    while True:
        try:
            record = next(records, None)
        except (OSError, EOFError, zlib.error) as error:
            _raise_outside(error)
            failure = error
            break
        if record is None:
            break
        try:
            last = _capture(record, record.stream_pos)
        except (OSError, EOFError, zlib.error) as error:
            _raise_outside(error)
            yield Damage(record.stream_pos, isinstance(error, EOFError), str(error))
            return
        yield last
    yield from _behind(stream, start, last, members, failure)


def _behind(
    stream: BinaryIO, start: int, last: Capture | None, members: bool, failure: Exception | None
) -> Iterator[Damage]:
    """What lies behind the last record that could be read: nothing, or bytes that were to be a record."""
    position: int | None = start
    if last is not None:
        position = None if last.cut else _end_of(stream, last.offset, members)
    if position is None:
        if members and last is not None and not last.cut:
            yield Damage(stream.seek(0, SEEK_END), True, "the file ends within the checksum of its last record")
        return
    try:
        stream.seek(position)
        rest = stream.read(_STEP_BYTES)
    except (OSError, EOFError, zlib.error) as error:
        _raise_outside(error)
        yield Damage(position, True, str(error))
        return
    blank = len(rest) - len(rest.lstrip(b"\r\n\0"))
    padding = blank == len(rest) < _STEP_BYTES and last is not None
    if padding or (blank == len(rest) and failure is None):
        return
    ended = failure is None or isinstance(failure, EOFError) or len(rest) - blank < len(b"WARC/1.0\r\n")
    yield Damage(position + blank, ended, str(failure or "the file ends within a record"))


def _capture(record: WarcRecord, offset: int) -> Capture:
    headers = record.headers
    length = headers.get("Content-Length")
    expected = int(length) if length and length.isdecimal() else None
    block = record.reader.read(min(MAX_BLOCK_BYTES, expected or MAX_BLOCK_BYTES)) if expected != 0 else b""
    return Capture(
        offset=offset,
        kind=(headers.get("WARC-Type") or "unknown").lower(),
        url=_bare(headers.get("WARC-Target-URI")),
        date=headers.get("WARC-Date"),
        content_type=headers.get("Content-Type"),
        block_bytes=len(block) if expected is None else expected,
        block=block,
        cut=expected is None or len(block) < min(expected, MAX_BLOCK_BYTES),
        listed=headers.get(FIELD),
    )


def _bare(url: str | None) -> str | None:
    """Old writers put the address in angle brackets."""
    return url.strip().removeprefix("<").removesuffix(">") or None if url else None


def _end_of(stream: BinaryIO, offset: int, members: bool) -> int | None:
    """Where the record that starts at `offset` ends; None where the file ends first."""
    try:
        return _end_of_member(stream, offset) if members else _end_of_record(stream, offset)
    except (EOFError, zlib.error):
        return None


def _end_of_member(stream: BinaryIO, offset: int) -> int | None:
    stream.seek(offset)
    machine = zlib.decompressobj(31)
    while not machine.eof:
        data = machine.unconsumed_tail or stream.read(_STEP_BYTES)
        if not data:
            return None
        machine.decompress(data, _STEP_BYTES)
    return stream.tell() - len(machine.unused_data)


def _end_of_record(stream: BinaryIO, offset: int) -> int | None:
    stream.seek(offset)
    head = stream.read(_STEP_BYTES)
    end = head.find(b"\r\n\r\n")
    for line in head[: max(end, 0)].splitlines():
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            return offset + end + 4 + int(value)
    return None


def _next_start(handle: BinaryIO, after: int, members: bool) -> int | None:
    """Where the next record seems to start at or behind `after`, None to the end of the file."""
    mark = _GZIP if members else b"\r\n\r\nWARC/1."
    position = max(after - (0 if members else 4), 0)
    while True:
        handle.seek(position)
        window = handle.read(_STEP_BYTES)
        found = window.find(mark)
        while found >= 0:
            if not members:
                return position + found + 4
            if _is_record(handle, position + found):
                return position + found
            found = window.find(mark, found + 1)
        if len(window) < _STEP_BYTES:
            return None
        position += len(window) - len(mark) + 1


def _is_record(handle: BinaryIO, offset: int) -> bool:
    handle.seek(offset)
    try:
        return zlib.decompressobj(31).decompress(handle.read(1024), 16).startswith(b"WARC/")
    except zlib.error:
        return False


def _gzipped_as_a_whole(handle: BinaryIO) -> bool:
    """Whether gzip members and records do not coincide, as when a .warc was gzipped by hand."""
    if not _starts_with(handle, _GZIP):
        return False
    try:
        with gzip.GzipFile(fileobj=_rewound(handle)) as stream:
            record_end = _end_of_record(stream, 0)  # type: ignore[arg-type]  # reads alike
        return record_end is not None and _member_goes_on(handle, record_end)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        return False


def _member_goes_on(handle: BinaryIO, record_end: int) -> bool:
    """Whether the first gzip member holds more than its first record, or stops before the record does."""
    handle.seek(0)
    machine = zlib.decompressobj(31)
    size = 0
    while not machine.eof and size <= record_end + 8:
        data = machine.unconsumed_tail or handle.read(_STEP_BYTES)
        if not data:
            return False
        content = machine.decompress(data, _STEP_BYTES)
        size += len(content)
        if size > record_end and content[record_end - size :].strip(b"\r\n"):
            return True
    return machine.eof and size < record_end


def _starts_with(handle: BinaryIO, mark: bytes) -> bool:
    return _rewound(handle).read(len(mark)) == mark


def _rewound(handle: BinaryIO) -> BinaryIO:
    handle.seek(0)
    return handle


def _raise_outside(error: Exception) -> None:
    """FastWARC's complaints about content are bare OSErrors without a number; anything else is the storage."""
    if isinstance(error, OSError) and (error.errno is not None or type(error) not in (OSError, gzip.BadGzipFile)):
        raise error
