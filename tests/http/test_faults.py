"""Whatever a site does wrong has its class, costs bounded time and memory, and delays nobody else."""

import asyncio
import gzip
import resource
import socket
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import brotli
import pytest

from pipeline.adapters.http import FetchError, FetchRejected, FetchTransient, Listings, Response, Validators
from pipeline.adapters.http.addresses import is_allowed
from pipeline.adapters.http.connecting import open_socket
from tests.http.town import QUICK, SOURCE, Answer, Town, a_fetcher, certificate, names_to

Writer = asyncio.StreamWriter
PACKED = {"gzip": gzip.compress, "br": brotli.compress}
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.fixture
def town() -> Iterator[Town]:
    with Town() as found:
        yield found


def get(url: str, **options: Any) -> Response:
    async def ask() -> Response:
        async with a_fetcher(**options) as fetcher:
            return await fetcher.get(url, source=SOURCE)

    return asyncio.run(ask())


def refused(url: str, **options: Any) -> FetchError:
    with pytest.raises(FetchError) as caught:
        get(url, **options)
    assert caught.value.attempts[-1].error_class == caught.value.error_class
    return caught.value


async def reset(_: Any, writer: Writer) -> None:
    writer.write(HEAD + b"Content-Length: 1000\r\n\r\nhalf")
    await writer.drain()
    await asyncio.sleep(0.05)
    raw = writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    writer.transport.abort()


async def hang_up(_: Any, writer: Writer) -> None:
    writer.close()


async def say_nothing(_: Any, writer: Writer) -> None:
    await asyncio.sleep(30)


async def stall_in_headers(_: Any, writer: Writer) -> None:
    writer.write(HEAD)
    await asyncio.sleep(30)


async def stall_in_body(_: Any, writer: Writer) -> None:
    writer.write(HEAD + b"Content-Length: 1000\r\n\r\nhalf")
    await asyncio.sleep(30)


async def trickle(_: Any, writer: Writer) -> None:
    writer.write(HEAD + b"\r\n")
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.1)


async def end_early(_: Any, writer: Writer) -> None:
    writer.write(HEAD + b"Content-Length: 1000\r\n\r\nhalf")
    await writer.drain()
    writer.close()


async def endless(_: Any, writer: Writer) -> None:
    writer.write(HEAD + b"\r\n")
    while True:
        writer.write(b"x" * 65536)
        await writer.drain()


async def endless_headers(_: Any, writer: Writer) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    number = 0
    while True:
        number += 1
        writer.write(b"X-%d: %s\r\n" % (number, b"y" * 1000))
        await writer.drain()


async def no_http(_: Any, writer: Writer) -> None:
    writer.write(b"220 mail.example ESMTP\r\n\r\n")
    await writer.drain()
    writer.close()


@pytest.mark.parametrize(
    ("fault", "error_class", "again"),
    [
        (reset, "reset", True),
        (hang_up, "reset", True),
        (say_nothing, "timeout", True),
        (stall_in_headers, "timeout", True),
        (stall_in_body, "timeout", True),
        (trickle, "timeout", True),
        (end_early, "incomplete", True),
        (endless, "too-large", False),
        (endless_headers, "protocol", False),
        (no_http, "protocol", False),
    ],
)
def test_a_fault_has_its_class_and_ends_in_time(town: Town, fault: Any, error_class: str, again: bool) -> None:
    town.pages["/page"] = fault
    started = time.monotonic()
    error = refused(town.url("/page"))
    assert error.error_class == error_class
    assert isinstance(error, FetchTransient if again else FetchRejected)
    assert time.monotonic() - started < 8


def says(answer: bytes) -> Callable[[Any, Writer], Awaitable[None]]:
    async def say(_: Any, writer: Writer) -> None:
        writer.write(answer)
        await writer.drain()
        writer.close()

    return say


def test_a_stall_before_the_request_is_bounded(town: Town) -> None:
    """At the look-up of the name, at the connection (a full queue takes no more), and at the TLS handshake."""

    async def nobody_answers(_host: str, _port: int) -> list[str]:
        await asyncio.sleep(30)
        return []

    started = time.monotonic()
    assert refused("http://slow.example/", lookup=nobody_answers).error_class == "timeout"
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full, socket.socket() as first, socket.socket() as more:
        for waiting in (first, more):
            waiting.setblocking(False)
            waiting.connect_ex(full.getsockname())
        assert refused(f"http://127.0.0.1:{full.getsockname()[1]}/").error_class == "timeout"
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert refused(f"https://127.0.0.1:{silent.getsockname()[1]}/").error_class == "timeout"
    assert time.monotonic() - started < 12


@pytest.mark.parametrize(
    ("answer", "error_class"),
    [
        (HEAD + b"Content-Length: 3\r\n\r\nmore than three", "protocol"),
        (HEAD + b"Content-Length: -3\r\n\r\nmore", "protocol"),
        (HEAD + b"Content-Length: 4\r\nContent-Length: 5\r\n\r\nfive!", "protocol"),
        (HEAD + b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n4\r\nfour\r\n0\r\n\r\n", "protocol"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\nfour\r\n0\r\n\r\n", "protocol"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n", "incomplete"),
        (HEAD + b"X-Odd: a\x00b\r\nContent-Length: 0\r\n\r\n", "protocol"),
        (b"", "reset"),
    ],
)
def test_a_length_that_is_wrong_is_no_page(town: Town, answer: bytes, error_class: str) -> None:
    town.pages["/page"] = says(answer)
    error = refused(town.url("/page"))
    assert error.error_class == error_class
    assert "\x00" not in error.detail


def test_headers_that_are_no_text_do_no_harm(town: Town, tmp_path: Path) -> None:
    """Bytes that are not UTF-8, as old servers send them, cannot be written to a database or a file of JSON."""
    odd = b'ETag: "\xe9\xff"\r\nVia: caf\xe9\r\nContent-Length: 6\r\n\r\n<html>'
    town.pages |= {"/page": says(HEAD + odd), "/caf%E9": b"<html>here"}
    town.pages["/away"] = says(b"HTTP/1.1 302 Found\r\nLocation: /caf\xe9\r\nContent-Length: 0\r\n\r\n")
    found = get(town.url("/page"))
    assert found.validators == Validators()
    assert "".join(found.headers.values()).encode()
    assert get(town.url("/away")).final_url == town.url("/caf%E9")

    async def listing() -> Response:
        async with a_fetcher(listings=Listings(str(tmp_path))) as fetcher:
            return await fetcher.get(town.url("/page"), source=SOURCE, purpose="listing")

    assert asyncio.run(listing()).body == b"<html>"


@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_a_bomb_is_stopped_before_it_unfolds(town: Town, encoding: str) -> None:
    """10 GB of zeros in 10 MB of gzip, 200 MB in some bytes of brotli; the bound is 20 MiB decoded."""
    if encoding == "gzip":
        bomb = gzip.compress(bytes(10_000_000), 9) * 1000
    else:
        bomb = brotli.compress(bytes(200_000_000), quality=1)
    town.pages["/page"] = Answer(bomb, headers={"Content-Encoding": encoding})
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert refused(town.url("/page")).error_class == "too-large"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000, "KiB"


def test_encodings_are_undone(town: Town) -> None:
    text = "<html><body>Überschrift</body></html>".encode()
    town.pages |= {
        "/gzip": Answer(gzip.compress(text), headers={"Content-Encoding": "gzip"}),
        "/br": Answer(brotli.compress(text), headers={"Content-Encoding": "br"}),
        "/none": text,
    }
    for path in ("/gzip", "/br", "/none"):
        found = get(town.url(path))
        assert found.body == text
        assert found.charset == "utf-8"
    damaged = Answer(b"\x1f\x8b\x08\0\0\0\0\0\0\3no", headers={"Content-Encoding": "gzip"})
    cut = {name: Answer(pack(text)[:-9], headers={"Content-Encoding": name}) for name, pack in PACKED.items()}
    for name, answer in cut.items():
        town.pages["/cut"] = answer
        assert refused(town.url("/cut")).error_class == "incomplete", name
    town.pages |= {"/bad": damaged, "/odd": Answer(text, headers={"Content-Encoding": "rot13"})}
    assert refused(town.url("/bad")).error_class == "undecodable"
    assert refused(town.url("/odd")).error_class == "undecodable"


def test_a_host_that_takes_no_connection_and_a_name_without_address(town: Town) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    assert refused(f"http://127.0.0.1:{port}/").error_class == "refused"

    async def nobody(host: str, _port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, f"{host}: not known")

    assert refused("http://nowhere.example/", lookup=nobody).error_class == "dns"


def test_redirects_are_followed_bounded_and_never_in_circles(town: Town) -> None:
    def to(target: str) -> Answer:
        return Answer(status=302, headers={"Location": target})

    town.pages |= {f"/{number}": to(f"/{number + 1}") for number in range(50)}
    town.pages |= {"/loop": to("/pool"), "/pool": to("/loop"), "/old": to("new"), "/new": b"<html>here"}
    found = get(town.url("/old"))
    assert (found.final_url, found.redirects) == (town.url("/new"), (town.url("/old"),))
    assert found.attempt.redirects == 1
    assert refused(town.url("/loop")).error_class == "redirect-loop"
    assert refused(town.url("/0")).error_class == "too-many-redirects"


@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.2/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://10.0.0.1/",
     "http://metadata.example/", "http://2130706434/", "http://0x7f000002/"],
)  # fmt: skip
def test_no_redirect_leads_to_a_private_address(town: Town, target: str) -> None:
    """Names count by what they lead to; the recording sockets show that nothing was opened but to the town itself."""
    opened: list[str] = []

    def record(info: tuple[Any, ...]) -> socket.socket:
        opened.append(info[4][0])
        return open_socket(info)

    async def lookup(host: str, _port: int) -> list[str]:
        if host == "metadata.example":
            return ["169.254.169.254"]
        return list({str(item[4][0]) for item in socket.getaddrinfo(host, None)})

    town.pages["/away"] = Answer(status=302, headers={"Location": target})
    error = refused(town.url("/away"), lookup=lookup, opener=record, allowed=just("127.0.0.1/32"))
    assert error.error_class == ("bad-address" if target == "http://2130706434/" else "private-address")
    assert set(opened) == {"127.0.0.1"}


def just(network: str) -> Any:
    from pipeline.adapters.http.addresses import networks

    return networks([network])


def test_without_the_setting_loopback_itself_is_refused(town: Town) -> None:
    assert refused(town.url("/"), allowed=()).error_class == "private-address"
    assert refused(f"http://town.example:{town.port}/", allowed=()).error_class == "private-address"
    assert town.connections == 0


def test_a_name_that_changes_its_answer_is_checked_when_the_connection_is_made(town: Town) -> None:
    answers = iter([["127.0.0.1"], ["169.254.169.254"], ["169.254.169.254"]])
    town.pages["/page"] = b"<html>"

    async def lookup(_host: str, _port: int) -> list[str]:
        return next(answers)

    async def ask() -> None:
        async with a_fetcher(lookup=lookup, allowed=just("127.0.0.1/32")) as fetcher:
            assert (await fetcher.get(f"http://a.example:{town.port}/page", source=SOURCE)).ok
            with pytest.raises(FetchError) as caught:
                await fetcher.get(f"http://b.example:{town.port}/page", source=SOURCE)
            assert caught.value.error_class == "private-address"

    asyncio.run(ask())


@pytest.mark.parametrize(
    ("address", "public"),
    [("8.8.8.8", True), ("2001:4860:4860::8888", True), ("64:ff9b::808:808", True), ("127.0.0.1", False),
     ("10.1.2.3", False), ("172.16.0.1", False), ("192.168.1.1", False), ("100.64.0.1", False), ("0.0.0.0", False),
     ("169.254.169.254", False), ("224.0.0.1", False), ("240.0.0.1", False), ("255.255.255.255", False),
     ("::1", False), ("::", False), ("fe80::1%eth0", False), ("fd00:ec2::254", False), ("ff02::1", False),
     ("::ffff:127.0.0.1", False), ("::ffff:8.8.8.8", False), ("64:ff9b::7f00:1", False), ("2002:7f00:1::", False),
     ("not an address", False)],
)  # fmt: skip
def test_only_public_addresses_are_connected_to(address: str, public: bool) -> None:
    assert is_allowed(address) is public


@pytest.mark.parametrize(
    "url",
    ["ftp://a.example/", "file:///etc/passwd", "http://", "//a.example/", "http://user:pw@a.example/", "javascript:x",
     "http://a.example:99999/", "http://" + "a" * 5000, "gopher://a.example/"],
)  # fmt: skip
def test_only_plain_web_addresses_are_fetched(url: str) -> None:
    error = refused(url)
    assert error.error_class == "bad-address"
    assert "pw" not in str(error)


def test_tls_is_trusted_by_its_authority_only(town: Town, tmp_path: Path) -> None:
    ca_file, context = certificate(tmp_path, ["town.example"])
    port = town.start(context)
    town.pages["/page"] = b"<html>safe"
    assert get(f"https://town.example:{port}/page", ca_file=ca_file).body == b"<html>safe"
    assert refused(f"https://town.example:{port}/page").error_class == "tls"
    assert refused(f"https://other.example:{port}/page", ca_file=ca_file).error_class == "tls"


def test_one_slow_host_delays_no_other(town: Town) -> None:
    town.pages |= {"slow.example/page": stall_in_body, "/page": b"<html>"}

    async def ask() -> tuple[float, float]:
        async with a_fetcher(lookup=names_to("127.0.0.1"), limits=QUICK) as fetcher:
            slow = [
                asyncio.create_task(fetcher.get(f"http://slow.example:{town.port}/page", source=SOURCE))
                for _ in range(3)
            ]
            started = time.monotonic()
            for number in range(20):
                await fetcher.get(f"http://quick{number}.example:{town.port}/page", source=SOURCE)
            quick = time.monotonic() - started
            results = await asyncio.gather(*slow, return_exceptions=True)
            assert all(isinstance(item, FetchTransient) for item in results)
            return quick, time.monotonic() - started

    quick, slow = asyncio.run(ask())
    assert slow > 3 * 0.5
    assert quick < slow / 2
