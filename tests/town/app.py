"""An ASGI application on uvicorn, for what static files cannot do: faults, answers that change, a web archive."""

import asyncio
import json
import socket
import threading
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs

import uvicorn

Send = Callable[[dict[str, Any]], Awaitable[None]]
Answer = tuple[int, dict[str, str], bytes]
Page = Callable[["App", dict[str, Any], Send], Awaitable[Answer | None]]
HTML = {"content-type": "text/html; charset=utf-8"}


class App:
    """Pages by the longest path that a request's begins with; `asked` counts requests by path."""

    def __init__(self, pages: dict[str, Page] | None = None) -> None:
        self.pages: dict[str, Page] = pages or {}
        self.asked: Counter[str] = Counter()
        self.port = 0

    async def __call__(self, scope: dict[str, Any], _receive: object, send: Send) -> None:
        assert scope["type"] == "http"
        self.asked[scope["path"]] += 1
        known = [path for path in self.pages if scope["path"].startswith(path)]
        if not known:
            return await reply(send, (404, HTML, b"nothing here"))
        answer = await self.pages[max(known, key=len)](self, scope, send)
        return None if answer is None else await reply(send, answer)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a page, without nginx in front."""
        return f"http://{host}:{self.port}{path}"


async def reply(send: Send, answer: Answer) -> None:
    """A plain answer."""
    status, headers, body = answer
    await start(send, status, {**headers, "content-length": str(len(body))})
    await send({"type": "http.response.body", "body": body})


async def start(send: Send, status: int, headers: dict[str, str]) -> None:
    """The head of an answer."""
    pairs = [(name.encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": pairs})


@contextmanager
def serving(app: App, addresses: Sequence[str] = ("127.0.0.1",)) -> Iterator[App]:
    """The application on uvicorn, at one port of these addresses, on a thread of its own."""
    config = uvicorn.Config(app, log_level="critical", lifespan="off", ws="none", timeout_graceful_shutdown=0)
    server = uvicorn.Server(config)
    sockets = []
    for address in addresses:
        sockets.append(socket.create_server((address, app.port)))
        app.port = sockets[0].getsockname()[1]
    thread = threading.Thread(target=server.run, kwargs={"sockets": sockets}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield app
    finally:
        server.should_exit = True
        thread.join(10)


def says(body: bytes, status: int = 200, **headers: str) -> Page:
    """Always the same answer; header names with _ for -."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    async def page(_app: App, _scope: dict[str, Any], _send: Send) -> Answer:
        return status, {**HTML, **named}, body

    return page


def first(answer: Callable[[], Answer], then: Page) -> Page:
    """Another answer to the first request for each path."""

    async def page(app: App, scope: dict[str, Any], send: Send) -> Answer | None:
        return answer() if app.asked[scope["path"]] == 1 else await then(app, scope, send)

    return page


def streams(pieces: Callable[[], Iterator[bytes]], pause_s: float = 0.0, **headers: str) -> Page:
    """An answer piece by piece."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    async def page(_app: App, _scope: dict[str, Any], send: Send) -> None:
        await start(send, 200, {**HTML, **named})
        for piece in pieces():
            await send({"type": "http.response.body", "body": piece, "more_body": True})
            await asyncio.sleep(pause_s)
        await send({"type": "http.response.body", "body": b""})

    return page


def sleeps(seconds: float) -> Page:
    """No answer for a while."""

    async def page(_app: App, _scope: dict[str, Any], _send: Send) -> Answer:
        await asyncio.sleep(seconds)
        return 200, HTML, b"<html>late"

    return page


def cdx_server(captures: Callable[[], list[tuple[str, str]]], page_rows: int = 25) -> Page:
    """A CDX server over (timestamp, address): from, to, limit, resumeKey, an address or all; the first of each."""

    async def page(_app: App, scope: dict[str, Any], _send: Send) -> Answer:
        asked = parse_qs(scope["query_string"].decode())
        first_day, last_day = asked.get("from", ["0"])[0], asked["to"][0]
        exact = None if asked["url"][0].endswith("*") else asked["url"][0]
        rows, seen = [], set()
        for stamp, url in sorted(captures(), key=lambda item: (item[1], item[0])):
            if first_day <= stamp[:8] <= last_day and url not in seen and exact in (None, url):
                seen.add(url)
                rows.append([stamp, url, "text/html", "200"])
        at = int(asked.get("resumeKey", ["0"])[0])
        size = min(page_rows, int(asked["limit"][0]))
        found: list[Any] = [["timestamp", "original", "mimetype", "statuscode"], *rows[at : at + size]]
        if at + size < len(rows):
            found += [[], [str(at + size)]]
        return 200, {"content-type": "application/json"}, json.dumps(found).encode()

    return page
