"""Fetched pages into the raw store: WARC files of bounded size, there whole or not at all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date
from io import BytesIO
from typing import BinaryIO
from uuid import NAMESPACE_URL, uuid5

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.adapters.raw_store import join, write_whole
from pipeline.articles import FetchedPage, RawRef

MAX_WARC_BYTES = 64 << 20  # a file grows in memory until it is whole


_HTTP = "application/http; msgtype=response"


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
        """Append one record: a response, or where there was no HTTP a resource."""
        self.offsets.append(self.content.tell())
        url = page.url or f"urn:dateline:{page.source}:{page.raw.name}"
        response = page.status is not None
        record = self._writer.create_warc_record(
            url,
            "response" if response else "resource",
            payload=BytesIO(page.body),
            length=len(page.body),
            http_headers=_http_headers(page) if response else None,
            warc_content_type=_HTTP if response else _content_type(page),
            warc_headers_dict={
                "WARC-Date": page.captured_at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
                "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, f'{url} {page.captured_at} {page.page_hash}')}>",
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


def _http_headers(page: FetchedPage) -> StatusAndHeaders:
    headers = [("Content-Type", _content_type(page)), ("Content-Length", str(len(page.body)))]
    return StatusAndHeaders(f"{page.status} ", headers, protocol="HTTP/1.1")


def _content_type(page: FetchedPage) -> str:
    return f"{page.media_type}; charset={page.charset}" if page.charset else page.media_type


def _name(source: str, day: date, batch: str, number: int) -> str:
    return f"{source}/{day}/{batch}-{number:05}.warc.gz"
