"""Connections: names are resolved once a connection, what they lead to is checked, and exactly that is connected to.

The check stands where sockets are made, behind every way to get there: a name, a literal address, a redirect, a name
that changes its answer between two look-ups.
"""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from aiohttp import TCPConnector
from aiohttp.abc import AbstractResolver, ResolveResult

from pipeline.adapters.http.addresses import Network, PrivateAddress, is_allowed
from pipeline.errors import Terminal

Lookup = Callable[[str, int], Awaitable[Sequence[str]]]
OpenSocket = Callable[[tuple[Any, ...]], socket.socket]

_KEEP_IDLE_S = 30


def open_socket(info: tuple[Any, ...]) -> socket.socket:
    """A socket for an entry of getaddrinfo."""
    family, kind, protocol, *_ = info
    return socket.socket(family, kind, protocol)


class SystemLookup:
    """The system's resolver on threads of its own: names that do not answer delay no others."""

    def __init__(self, threads: int) -> None:
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="dateline-dns")

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        """The IP addresses of a name; raises OSError where there are none."""
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._threads, _addresses, host, port)
        return list(dict.fromkeys(found))

    def close(self) -> None:
        """Lets the threads end."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def connector(
    allowed: Sequence[Network], *, lookup: Lookup, hosts: int, ca_file: Path | None, opener: OpenSocket = open_socket
) -> TCPConnector:
    """Connections to public addresses and those in `allowed`, at most `hosts` in use at once, reused while idle."""

    def guarded(info: tuple[Any, ...]) -> socket.socket:
        address = str(info[4][0])
        if not is_allowed(address, allowed):
            raise PrivateAddress(f"{address} is not public")
        return opener(info)

    return TCPConnector(
        resolver=_Resolver(lookup, allowed),
        ttl_dns_cache=60,
        limit=hosts,
        keepalive_timeout=_KEEP_IDLE_S,
        ssl=_trust(ca_file),
        socket_factory=guarded,
    )


class _Resolver(AbstractResolver):
    """Names to addresses; fails at once where none of them may be connected to."""

    def __init__(self, lookup: Lookup, allowed: Sequence[Network]) -> None:
        self._lookup = lookup
        self._allowed = allowed

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of `host` that may be connected to."""
        found = await self._lookup(host, port)
        public = [address for address in found if is_allowed(address, self._allowed)]
        if found and not public:
            raise PrivateAddress(f"{host} leads to {', '.join(found)}, which is not public")
        results = [_result(host, address, port) for address in public]
        return [item for item in results if family in (socket.AF_UNSPEC, item["family"])]

    async def close(self) -> None:
        """Nothing is held."""


def _result(host: str, address: str, port: int) -> ResolveResult:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=socket.AI_NUMERICHOST)


def _addresses(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
    return [str(item[4][0]) for item in found]


def _trust(ca_file: Path | None) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if ca_file is not None:
        try:
            context.load_verify_locations(ca_file)
        except OSError as error:
            raise Terminal(f"DATELINE_CA_FILE={ca_file}: {error}; name a file of PEM certificates") from error
    return context
