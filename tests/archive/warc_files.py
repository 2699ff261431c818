"""WARC files made for the tests, by another library than the one that reads them."""

from io import BytesIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

Record = tuple[str, bytes, dict[str, str]]  # address, body as sent, HTTP headers

HTML = {"Content-Type": "text/html; charset=utf-8"}


def page_body(number: int, size: int = 4000) -> bytes:
    """A page whose bytes hardly compress, so that cuts fall where the tests put them."""
    noise = "".join(f"{(number * 7919 + step * 104729) % 999983} " for step in range(size // 7))
    return f"<!doctype html><title>Page {number}</title><p>{noise}</p>".encode()


def warc_bytes(records: list[Record], *, compress: bool, kind: str = "response") -> tuple[bytes, list[int]]:
    """A WARC file and the offset of each of its records."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=compress)
    offsets = []
    for url, body, headers in records:
        offsets.append(out.tell())
        http = StatusAndHeaders("200 OK", list(headers.items()), protocol="HTTP/1.1") if kind == "response" else None
        record = writer.create_warc_record(
            url,
            kind,
            payload=BytesIO(body),
            length=len(body),
            http_headers=http,
            warc_content_type="" if http else headers.get("Content-Type", ""),
            warc_headers_dict={"WARC-Date": "2026-03-10T07:30:00Z"},
        )
        writer.write_record(record)
    return out.getvalue(), offsets
