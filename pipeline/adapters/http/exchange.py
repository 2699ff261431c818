"""One request and its answer, without politeness and without redirects: bounded in time and bytes, errors by class."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

import aiohttp
from yarl import URL

from pipeline.adapters.http.addresses import PrivateAddress
from pipeline.adapters.http.decoding import EndsEarly, Overflow, Undecodable, decoder
from pipeline.adapters.http.errors import FetchError, FetchRejected, FetchTransient
from pipeline.adapters.http.headers import header_text
from pipeline.adapters.http.limits import Limits

_CHUNK_BYTES = 1 << 16
BETWEEN = {"x-robots-tag": "\n"}  # each says for itself whom it is for


@dataclass(slots=True)
class Meter:
    """What an exchange has cost so far, also where it fails; times from time.monotonic()."""

    started: float = field(default_factory=time.monotonic)
    first_byte: float | None = None
    received_bytes: int = 0
    status: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it came, with its body decoded."""

    status: int
    headers: Mapping[str, str]
    body: bytes


async def exchange(
    session: aiohttp.ClientSession, url: URL, headers: Mapping[str, str], limits: Limits, meter: Meter
) -> Answer:
    """Ask once; raises `FetchError` of the class that says what went wrong."""
    timeout = aiohttp.ClientTimeout(total=None, connect=None, sock_connect=limits.connect_s, sock_read=limits.stall_s)
    try:
        async with (
            asyncio.timeout(limits.total_s),
            session.get(url, headers=headers, allow_redirects=False, timeout=timeout) as response,
        ):
            meter.first_byte, meter.status = time.monotonic(), response.status
            found = _joined(response)
            return Answer(response.status, found, await _body(response, found, limits, meter))
    except (aiohttp.ClientError, OSError, ValueError) as error:
        raise _explained(error, str(url), limits) from error


async def _body(response: aiohttp.ClientResponse, headers: Mapping[str, str], limits: Limits, meter: Meter) -> bytes:
    parts: list[bytes] = []
    room = limits.decoded_bytes
    encodings = [item for item in headers.get("content-encoding", "").split(",") if item.strip()]
    if len(encodings) > 1:
        raise Undecodable(f"encoded {len(encodings)} times")
    machine = decoder(encodings[0] if encodings else "")
    try:
        async for chunk in response.content.iter_chunked(_CHUNK_BYTES):
            meter.received_bytes += len(chunk)
            if meter.received_bytes > limits.received_bytes:
                raise Overflow
            part = machine.feed(chunk, room)
            room -= len(part)
            parts.append(part)
        machine.finish()
    except Overflow:
        if not limits.cut:
            raise
        response.close()
    return b"".join(parts)


def _joined(response: aiohttp.ClientResponse) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, written in response.headers.items():
        key = name.lower()
        value = header_text(key, written)
        found[key] = f"{found[key]}{BETWEEN.get(key, ', ')}{value}" if key in found else value
    return found


def _explained(error: BaseException, url: str, limits: Limits) -> FetchError:
    """The error of ours for what asyncio, aiohttp, a decoder or the system raised; the causes count, too."""
    causes = list(_causes(error))
    for kind, name in _REJECTED:
        if found := next((item for item in causes if isinstance(item, kind)), None):
            return FetchRejected(name, url, _detail(found, name, limits))
    for kind, name in _TRANSIENT:
        if found := next((item for item in causes if isinstance(item, kind)), None):
            name = "reset" if _was_reset(found) else name
            return FetchTransient(name, url, _detail(found, name, limits))
    return FetchTransient("reset", url, _detail(error, "reset", limits))


_REJECTED: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], str], ...] = (
    (PrivateAddress, "private-address"),
    (Overflow, "too-large"),
    (Undecodable, "undecodable"),
    (aiohttp.InvalidURL, "bad-address"),
    ((aiohttp.ClientSSLError, aiohttp.ServerFingerprintMismatch), "tls"),
    (aiohttp.ClientResponseError, "protocol"),
)
_TRANSIENT: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], str], ...] = (
    (TimeoutError, "timeout"),
    (aiohttp.ClientConnectorDNSError, "dns"),
    (ConnectionRefusedError, "refused"),
    ((ConnectionResetError, BrokenPipeError, aiohttp.ServerDisconnectedError), "reset"),
    (aiohttp.ClientPayloadError, "incomplete"),
    (EndsEarly, "incomplete"),
    (aiohttp.ClientConnectorError, "refused"),
)


def _causes(error: BaseException | None) -> list[BaseException]:
    """The error with what caused it, outermost first."""
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        inner = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else None
        error = inner or error.__cause__
    return found


def _was_reset(error: BaseException) -> bool:
    """A connection that is reset within a body comes as a payload error that only tells of it in words."""
    return isinstance(error, aiohttp.ClientPayloadError) and ConnectionResetError.__name__ in str(error)


def _detail(error: BaseException, name: str, limits: Limits) -> str:
    if name == "too-large":
        return f"more than {limits.received_bytes} bytes received or {limits.decoded_bytes} decoded"
    if name == "timeout":
        return str(error) or f"not whole after {limits.total_s:g} s"
    return (str(error) or type(error).__name__)[:500]
