"""Fetched pages into the raw store: WARC files of bounded size, there whole or not at all."""

import hashlib
from base64 import b32encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import BinaryIO
from uuid import NAMESPACE_URL, uuid5

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.adapters.raw_store import join, write_whole
from pipeline.archive import listed
from pipeline.articles import FetchedPage, RawRef

MAX_WARC_BYTES = 64 << 20  # a file grows in memory until it is whole


_HTTP = "application/http; msgtype=response"
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_SAME_BYTES = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_OF_TRANSFER = ("content-length", "content-encoding", "transfer-encoding", "connection", "keep-alive", "set-cookie")


@dataclass(frozen=True, slots=True)
class WarcPart:
    """A WARC file in memory, and where each of its pages starts."""

    content: BytesIO
    offsets: tuple[int, ...]


def write_pages(
    pages: Iterable[FetchedPage],
    *,
    raw_store: str,
    source: str,
    day: date,
    batch: str,
    max_bytes: int = MAX_WARC_BYTES,
) -> Iterator[FetchedPage]:
    """Write `pages` below `raw_store` as `<source>/<day>/<batch>-00000.warc.gz` and so on, of about `max_bytes` each.

    Gives each page back with its `RawRef` once the file that holds it is there whole. A batch written again replaces
    its files. Raises `Transient` where the disk is full.
    """
    waiting: list[FetchedPage] = []
    part = _NewPart()
    number = 0
    for page in pages:
        part.add(page)
        waiting.append(page)
        if part.content.tell() >= max_bytes:
            yield from _store(part, waiting, raw_store, _name(source, day, batch, number))
            waiting, part, number = [], _NewPart(), number + 1
    if waiting:
        yield from _store(part, waiting, raw_store, _name(source, day, batch, number))


def write_warc(pages: Iterable[FetchedPage], *, compress: bool = True) -> WarcPart:
    """One WARC file of `pages`; the same pages give the same bytes."""
    part = _NewPart(compress=compress)
    for page in pages:
        part.add(page)
    return WarcPart(part.content, tuple(part.offsets))


class _NewPart:
    """A WARC file that grows in memory."""

    def __init__(self, *, compress: bool = True) -> None:
        self.content = BytesIO()
        self.offsets: list[int] = []
        self._writer = WARCWriter(self.content, gzip=compress, warc_version="1.1")

    def add(self, page: FetchedPage) -> None:
        """Append one record: a response, without HTTP a resource, of a page that had not changed a revisit."""
        self.offsets.append(self.content.tell())
        url = page.url or f"urn:dateline:{page.source}:{page.raw.name}"
        kind = _kind(page)
        payload = b"" if kind == "revisit" else page.body
        record = self._writer.create_warc_record(
            url,
            kind,
            payload=BytesIO(payload),
            length=len(payload),
            http_headers=None if kind == "resource" else _http_headers(page),
            warc_content_type=_content_type(page) if kind == "resource" else _HTTP,
            warc_headers_dict={
                "WARC-Date": _written(page.captured_at),
                "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, f'{url} {page.captured_at} {page.page_hash}')}>",
                **_revisited(page, url),
                **listed.written(page.listed),
            },
        )
        self._writer.write_record(record)


def _store(part: _NewPart, pages: list[FetchedPage], raw_store: str, name: str) -> Iterator[FetchedPage]:
    location = join(raw_store, name)

    def fill(handle: BinaryIO) -> None:
        handle.write(part.content.getbuffer())

    write_whole(location, fill)
    for page, offset in zip(pages, part.offsets, strict=True):
        yield replace(page, raw=RawRef(location, name, offset))


def _kind(page: FetchedPage) -> str:
    if page.unchanged_since is not None:
        return "revisit"
    return "resource" if page.status is None else "response"


def _revisited(page: FetchedPage, url: str) -> dict[str, str]:
    """What a revisit record says of the capture that has its bytes."""
    if page.unchanged_since is None:
        return {}
    digest = b32encode(hashlib.sha1(page.body, usedforsecurity=False).digest()).decode()
    profile = {"WARC-Profile": _SAME_BYTES, "WARC-Payload-Digest": f"sha1:{digest}"}
    return {
        **(profile if page.body else {"WARC-Profile": _NOT_MODIFIED}),
        "WARC-Refers-To-Target-URI": url,
        "WARC-Refers-To-Date": _written(page.unchanged_since),
    }


def _written(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _http_headers(page: FetchedPage) -> StatusAndHeaders:
    """The headers as they came, but for those of the transfer: bodies are stored decoded."""
    kept = [(name, value) for name, value in page.headers if name.lower() not in _OF_TRANSFER]
    headers = kept or [("Content-Type", _content_type(page))]
    if page.unchanged_since is None:
        headers.append(("Content-Length", str(len(page.body))))
    return StatusAndHeaders(f"{page.status} ", headers, protocol="HTTP/1.1")


def _content_type(page: FetchedPage) -> str:
    return f"{page.media_type}; charset={page.charset}" if page.charset else page.media_type


def _name(source: str, day: date, batch: str, number: int) -> str:
    return f"{source}/{day}/{batch}-{number:05}.warc.gz"
