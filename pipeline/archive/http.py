"""HTTP messages as WARC records hold them: status, headers and the body without its transfer and content encodings."""

import re
import zlib
from dataclasses import dataclass
from io import BytesIO

from fastwarc.stream_io import BrotliReader, ZstdReader

MAX_BODY_BYTES = 20 * 1024 * 1024

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})\b")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_CHUNK_SIZE = re.compile(rb"[0-9A-Fa-f]{1,8}(?=[ \t]*(?:;|$))")


class Undecodable(ValueError):
    """A body whose content encoding is damaged or unknown."""


class TooLarge(ValueError):
    """A body of more than `MAX_BODY_BYTES` once decoded."""


@dataclass(frozen=True, slots=True)
class Message:
    """A response: `headers` with names in lower case, the last one of a name wins; `payload` still encoded."""

    status: int | None
    headers: dict[str, str]
    payload: bytes


def parse_message(block: bytes) -> Message | None:
    """Split a record's block; None where it does not begin with a status line or its headers do not end."""
    status = _STATUS.match(block)
    end = re.search(rb"\r?\n\r?\n", block)
    if status is None or end is None:
        return None
    headers: dict[str, str] = {}
    for line in block[: end.start()].splitlines()[1:]:
        name, colon, value = line.partition(b":")
        if colon:
            headers[name.strip().decode("latin-1").lower()] = value.strip().decode("latin-1")
    return Message(int(status[1]), headers, block[end.end() :])


def media_type_of(content_type: str | None) -> str:
    """ "text/html" of "text/html; charset=utf-8"; "" where nothing was declared."""
    return (content_type or "").partition(";")[0].strip().lower()


def charset_of(content_type: str | None) -> str | None:
    """The charset that a Content-Type declares."""
    found = _CHARSET.search(content_type or "")
    return found[1] if found else None


def decode_body(message: Message) -> bytes:
    """The body as the page's author wrote it. Raises `Undecodable` and `TooLarge`.

    Archives often keep the headers of a transfer but store the body already decoded: where the body does not begin in a
    declared encoding, it is taken as it is.
    """
    body = message.payload
    if "chunked" in message.headers.get("transfer-encoding", "").lower():
        body = _dechunk(body)
    encodings = message.headers.get("content-encoding", "").lower().split(",")
    for encoding in reversed([item.strip() for item in encodings]):
        body = _decode(body, encoding)
    if len(body) > MAX_BODY_BYTES:
        raise TooLarge(f"more than {MAX_BODY_BYTES} bytes")
    return body


def decode_gzip(body: bytes) -> bytes:
    """The content of gzip members, one after the other. Raises `Undecodable` and `TooLarge`."""
    parts: list[bytes] = []
    room = MAX_BODY_BYTES + 1
    while body.startswith(b"\x1f\x8b"):
        part, body = _inflate(body, 31, room)
        parts.append(part)
        room -= len(part)
    return b"".join(parts)


def _decode(body: bytes, encoding: str) -> bytes:
    if encoding in ("gzip", "x-gzip"):
        return decode_gzip(body) if body.startswith(b"\x1f\x8b") else body
    if encoding == "deflate":
        return body if _looks_like_text(body) else _inflate_either(body)
    if encoding == "zstd":
        return _stream(ZstdReader, body, encoding) if body.startswith(b"\x28\xb5\x2f\xfd") else body
    if encoding == "br":
        return body if _looks_like_text(body) else _stream(BrotliReader, body, encoding)
    if encoding in ("", "identity", "none", "utf-8"):
        return body
    raise Undecodable(f"unknown content encoding {encoding!r}")


def _looks_like_text(body: bytes) -> bool:
    return body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<!", b"<html", b"<HTML", b"<head", b"<?xml"))


def _inflate_either(body: bytes) -> bytes:
    """ "deflate" should be zlib's format; many servers send it without zlib's header."""
    try:
        return _inflate(body, 15, MAX_BODY_BYTES + 1)[0]
    except Undecodable:
        return _inflate(body, -15, MAX_BODY_BYTES + 1)[0]


def _inflate(body: bytes, wbits: int, room: int) -> tuple[bytes, bytes]:
    """One deflated stream and the bytes behind it; memory stays within `room`."""
    machine = zlib.decompressobj(wbits)
    try:
        content = machine.decompress(body, room)
    except zlib.error as error:
        raise Undecodable(str(error)) from error
    if len(content) >= room:
        raise TooLarge(f"more than {MAX_BODY_BYTES} bytes")
    if not machine.eof:
        raise Undecodable("the compressed body ends early")
    return content, machine.unused_data


def _stream(reader: type[ZstdReader | BrotliReader], body: bytes, encoding: str) -> bytes:
    parts: list[bytes] = []
    room = MAX_BODY_BYTES + 1
    source = reader(BytesIO(body))
    try:
        while room > 0 and (part := source.read(min(room, 1 << 20))):
            parts.append(part)
            room -= len(part)
    except OSError as error:
        raise Undecodable(f"{encoding}: {error}") from error
    if room <= 0:
        raise TooLarge(f"more than {MAX_BODY_BYTES} bytes")
    return b"".join(parts)


def _dechunk(body: bytes) -> bytes:
    """Join the chunks; a body that is not in chunks, or stops within one, gives what it has."""
    parts: list[bytes] = []
    position = 0
    while (line_end := body.find(b"\n", position, position + 1024)) >= 0:
        size = _CHUNK_SIZE.match(body[position:line_end].strip())
        if size is None:
            break
        length = int(size[0], 16)
        if length == 0:
            return b"".join(parts)
        parts.append(body[line_end + 1 : line_end + 1 + length])
        position = line_end + 1 + length
        position += 2 if body[position : position + 2] == b"\r\n" else body[position : position + 1] == b"\n"
    return b"".join(parts) if parts else body
