"""A news town on loopback: one server on a thread of its own, many hosts by name or address, and a log of who asked."""

import asyncio
import ssl
import threading
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import TypeVar

from pipeline.adapters.http import Fetcher, Limits, robots, tdmrep
from pipeline.adapters.http.addresses import networks
from pipeline.sources import SourceConfig

T = TypeVar("T")
CONTACT = "https://example.org/bot jane@example.org"
RULES = (robots.PATH, tdmrep.PATH)
LOOPBACK = networks(["127.0.0.0/8"])
SOURCE = SourceConfig.model_validate(
    {"name": "town", "title": "Town", "discover": [{"kind": "archive", "location": "town"}]}
)


@dataclass(frozen=True)
class Request:
    """One request as the server saw it; `at` from time.monotonic()."""

    at: float
    host: str
    path: str
    headers: dict[str, str]


@dataclass
class Answer:
    """A plain answer."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


Raw = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
Page = Answer | bytes | Raw | Callable[[Request], Answer | bytes]


class Town:
    """Pages by path, or by host and path ("a.example/robots.txt"); a page that is not there is a 404."""

    def __init__(self, pages: dict[str, Page] | None = None, *, addresses: Sequence[str] = ("127.0.0.1",)) -> None:
        self.pages: dict[str, Page] = pages or {}
        self.requests: list[Request] = []
        self.connections = 0
        self.port = 0
        self._addresses = addresses
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._servers: list[asyncio.Server] = []

    def __enter__(self) -> "Town":
        self._thread.start()
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._call(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def start(self, tls: ssl.SSLContext | None = None) -> int:
        """Opens another port; returns it. Without `tls` it is `port`."""
        port = self._call(self._listen(tls))
        if tls is None:
            self.port = port
        return port

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """The address of a page."""
        return f"http://{host}:{self.port}{path}"

    def asked(self, path: str | None = None) -> list[Request]:
        """The requests for a path, or all but those for the rules of the site."""
        return [item for item in self.requests if (item.path == path if path else item.path not in RULES)]

    def _call(self, work: Coroutine[object, object, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _listen(self, tls: ssl.SSLContext | None) -> int:
        port = 0
        for address in self._addresses:
            server = await asyncio.start_server(self._serve, address, port, ssl=tls)
            port = server.sockets[0].getsockname()[1]
            self._servers.append(server)
        return port

    async def _stop(self) -> None:
        for server in self._servers:
            server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                if not await self._answer(head, reader, writer):
                    break
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError, ssl.SSLError):
            pass
        finally:
            writer.transport.abort() if writer.transport.is_closing() else writer.close()

    async def _answer(self, head: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
        host = headers.get("host", "").partition(":")[0]
        request = Request(time.monotonic(), host, first.split()[1], headers)
        self.requests.append(request)
        page = self.pages.get(host + request.path, self.pages.get(request.path, Answer(b"nothing here", 404)))
        if asyncio.iscoroutinefunction(page):
            await page(reader, writer)
            return False
        found = page(request) if callable(page) else page
        answer = Answer(found) if isinstance(found, bytes) else found
        assert isinstance(answer, Answer)
        writer.write(_message(answer))
        await writer.drain()
        return True


def _message(answer: Answer) -> bytes:
    headers = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(answer.body)), **answer.headers}
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    body = b"" if answer.status == 304 else answer.body
    return f"HTTP/1.1 {answer.status} Whatever\r\n{head}\r\n".encode("latin-1") + body


def names_to(*addresses: str) -> Callable[[str, int], Awaitable[Sequence[str]]]:
    """A resolver for which every name leads to these addresses."""

    async def lookup(_host: str, _port: int) -> Sequence[str]:
        return list(addresses)

    return lookup


QUICK = Limits(connect_s=1, stall_s=0.5, total_s=1.5, tries=1, backoff_s=0.01, patience_s=3)


def a_fetcher(**options: object) -> Fetcher:
    """A fetcher that may reach loopback, without delays and with short patience."""
    plain: dict[str, object] = {"allowed": LOOPBACK, "delay_s": 0, "limits": QUICK, "lookup": names_to("127.0.0.1")}
    return Fetcher(CONTACT, **{**plain, **options})  # type: ignore[arg-type]


def certificate(folder: Path, names: Sequence[str]) -> tuple[Path, ssl.SSLContext]:
    """A certificate authority of our own (its PEM file), and a server context with a certificate by it."""
    from datetime import UTC, datetime, timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    now = datetime.now(UTC)

    def general_name(name: str) -> x509.GeneralName:
        return x509.IPAddress(ip_address(name)) if name[:1].isdigit() else x509.DNSName(name)

    def sign(subject: str, key: ec.EllipticCurvePrivateKey, issuer: str, by: ec.EllipticCurvePrivateKey, ca: bool):
        def called(text: str) -> x509.Name:
            return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, text)])

        builder = x509.CertificateBuilder(
            called(issuer), called(subject), key.public_key(), x509.random_serial_number()
        )
        builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        builder = builder.add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        builder = builder.add_extension(x509.SubjectAlternativeName([general_name(name) for name in names]), False)
        usage = x509.KeyUsage(not ca, False, False, False, False, ca, ca, False, False)
        authority = x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key())
        own = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
        builder = builder.add_extension(usage, critical=True).add_extension(authority, False).add_extension(own, False)
        return builder.sign(by, hashes.SHA256())

    root, leaf = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    pem = serialization.Encoding.PEM
    ca_file, chain = folder / "ca.pem", folder / "server.pem"
    ca_file.write_bytes(sign("Town CA", root, "Town CA", root, True).public_bytes(pem))
    private = leaf.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    chain.write_bytes(private + sign(names[0], leaf, "Town CA", root, False).public_bytes(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain)
    return ca_file, context
