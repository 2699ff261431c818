"""Content encodings, piece by piece and within a bound: what a body may unpack to is decided before it is unpacked."""

import zlib
from typing import Protocol

import brotli

ACCEPTED = "gzip, deflate, br"
_PIECE_BYTES = 1 << 18


class Overflow(ValueError):
    """More bytes than the bound."""


class Undecodable(ValueError):
    """An encoding that is unknown or damaged."""


class EndsEarly(ValueError):
    """An encoded body that is not whole."""


class Decoder(Protocol):
    """One content encoding being undone."""

    def feed(self, data: bytes, room: int) -> bytes:
        """The content of `data`; raises `Overflow` where it is more than `room` bytes."""

    def finish(self) -> None:
        """Raises `EndsEarly` where the encoded body is not whole."""


def decoder(encoding: str) -> Decoder:
    """The decoder of a Content-Encoding header; raises `Undecodable` for one that was not asked for."""
    name = encoding.strip().lower()
    if name in ("", "identity", "none", "utf-8"):
        return _Plain()
    if name in ("gzip", "x-gzip"):
        return _Inflate(31)
    if name == "deflate":
        return _Deflate()
    if name == "br":
        return _Brotli()
    raise Undecodable(f"unknown content encoding {encoding[:80]!r}")


class _Plain:
    def feed(self, data: bytes, room: int) -> bytes:
        if len(data) > room:
            raise Overflow
        return data

    def finish(self) -> None:
        return


class _Inflate:
    def __init__(self, wbits: int) -> None:
        self._wbits = wbits
        self._machine = zlib.decompressobj(wbits)
        self._fed = False

    def feed(self, data: bytes, room: int) -> bytes:
        parts: list[bytes] = []
        self._fed = self._fed or bool(data)
        while data:
            if self._machine.eof:
                if self._wbits != 31 or not data.startswith(b"\x1f"):
                    break  # bytes behind the end, which browsers pass by, too
                self._machine = zlib.decompressobj(self._wbits)
            try:
                part = self._machine.decompress(data, min(_PIECE_BYTES, room + 1))
            except zlib.error as error:
                raise Undecodable(str(error)) from error
            room -= len(part)
            if room < 0:
                raise Overflow
            parts.append(part)
            data = self._machine.unconsumed_tail or self._machine.unused_data
        return b"".join(parts)

    def finish(self) -> None:
        if self._fed and not self._machine.eof:
            raise EndsEarly("the compressed body ends early")


class _Deflate:
    """ "deflate" should be zlib's format; many servers send it without zlib's header."""

    def __init__(self) -> None:
        self._inner: _Inflate | None = None

    def feed(self, data: bytes, room: int) -> bytes:
        if not data:
            return b""
        if self._inner is None:
            zlib_header = data[0] & 0x0F == 8 and (len(data) < 2 or (data[0] * 256 + data[1]) % 31 == 0)
            self._inner = _Inflate(15 if zlib_header else -15)
        return self._inner.feed(data, room)

    def finish(self) -> None:
        if self._inner is not None:
            self._inner.finish()


class _Brotli:
    def __init__(self) -> None:
        self._machine = brotli.Decompressor()
        self._fed = False

    def feed(self, data: bytes, room: int) -> bytes:
        parts: list[bytes] = []
        self._fed = self._fed or bool(data)
        while True:
            try:
                part = self._machine.process(data, output_buffer_limit=min(_PIECE_BYTES, room + 1))
            except brotli.error as error:
                raise Undecodable(f"br: {error}") from error
            room -= len(part)
            if room < 0:
                raise Overflow
            parts.append(part)
            data = b""
            if self._machine.is_finished() or not part:
                return b"".join(parts)

    def finish(self) -> None:
        if self._fed and not self._machine.is_finished():
            raise EndsEarly("the compressed body ends early")
