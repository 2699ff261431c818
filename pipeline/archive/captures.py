"""A WARC record as a `FetchedPage`, or the reason why it is passed by."""

import hashlib
from datetime import UTC, datetime

from pipeline.archive import listed
from pipeline.archive.http import (
    MAX_BODY_BYTES,
    Message,
    TooLarge,
    Undecodable,
    charset_of,
    decode_body,
    media_type_of,
    parse_message,
)
from pipeline.archive.warc import MAX_BLOCK_BYTES, Capture
from pipeline.articles import FetchedPage, RawRef, Refusal

HTML = "text/html"
_MEDIA_TYPES = {
    HTML: HTML,
    "application/xhtml+xml": HTML,
    "text/plain": "text/plain",
    "text/markdown": "text/markdown",
    "text/x-markdown": "text/markdown",
}
_UNDECLARED = ("", "unk", "unknown", "application/octet-stream", "application/unknown")
_MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body")


def page_of(capture: Capture, ref: RawRef, source: str, file_modified: datetime) -> FetchedPage | str:
    """The page that was captured, refused where it cannot be read whole; else what the record is, for counting.

    A record within which the file ends is given whatever it was to be: what came behind it is lost, too.
    """
    message = _message(capture)
    kind = HTML if capture.cut else _page_type(capture, message)
    if kind not in _MEDIA_TYPES.values():
        return kind
    body, refusal = _body(capture, message, ref)
    message = message or Message(None, {}, b"")
    return FetchedPage(
        source=source,
        raw=ref,
        url=capture.url,
        captured_at=_instant(capture.date) or file_modified,
        status=message.status,
        media_type=kind,
        charset=charset_of(message.headers.get("content-type")),
        body=body,
        page_hash=hashlib.sha256(body or message.payload).hexdigest(),
        refusal=refusal,
        listed=listed.read(capture.listed),
        last_modified=message.headers.get("last-modified"),
    )


def _message(capture: Capture) -> Message | None:
    """The HTTP message of a response, None where it has no headers; the content of other records as one."""
    if capture.block.startswith(b"HTTP/"):
        return parse_message(capture.block)
    if capture.kind == "response" and (capture.url or "").lower().startswith(("http:", "https:")):
        return None
    headers = {"content-type": capture.content_type} if capture.content_type else {}
    return Message(None, headers, capture.block)


def _page_type(capture: Capture, message: Message | None) -> str:
    """One of our media types for a page; else what the record is."""
    if capture.kind not in ("response", "resource"):
        return capture.kind
    if message is None:
        return HTML
    name = media_type_of(message.headers.get("content-type"))
    if name in _UNDECLARED and _is_markup(message.payload):
        return HTML
    return _MEDIA_TYPES.get(name) or name or "undeclared type"


def _is_markup(payload: bytes) -> bool:
    return payload[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP)


def _body(capture: Capture, message: Message | None, ref: RawRef) -> tuple[bytes, Refusal | None]:
    """The decoded body, or none of it and why."""
    if capture.cut:
        detail = (
            f"{ref.location} ends at {len(capture.block)} of {capture.block_bytes} bytes of the record at {ref.offset}"
        )
        return b"", Refusal("truncated", detail)
    if message is None:
        return b"", Refusal("undecodable", f"{ref.record_id}: the response has no HTTP headers")
    if capture.block_bytes > MAX_BLOCK_BYTES:
        return b"", too_large(f"{capture.block_bytes} bytes")
    try:
        return decode_body(message), None
    except TooLarge as error:
        return b"", too_large(str(error))
    except Undecodable as error:
        return b"", Refusal("undecodable", f"{ref.record_id}: {error}")


def too_large(size: str) -> Refusal:
    """The refusal of a page whose body is not kept."""
    return Refusal("too-large", f"{size}; the limit is {MAX_BODY_BYTES} bytes")


def _instant(written: str | None) -> datetime | None:
    """WARC-Date as an aware instant; None where there is none or it is no date."""
    try:
        value = datetime.fromisoformat((written or "").strip())
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
