"""A WARC record as a `FetchedPage`, or the reason why it is passed by."""

import hashlib
from datetime import UTC, datetime

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
    """The page that was captured, refused where it cannot be read whole; else what the record is, for counting."""
    if capture.kind not in ("response", "resource"):
        return capture.kind
    message = _message(capture)
    if message is None:
        if not capture.cut:
            return "response without HTTP headers"
        message = Message(None, {}, b"")
    declared = message.headers.get("content-type")
    media_type = _media_type(declared, message.payload)
    if media_type is None and not (capture.cut and declared is None):
        return media_type_of(declared) or "undeclared type"
    body, refusal = _body(capture, message, ref)
    return FetchedPage(
        source=source,
        raw=ref,
        url=capture.url,
        captured_at=_instant(capture.date) or file_modified,
        status=message.status,
        media_type=media_type or HTML,
        charset=charset_of(declared),
        body=body,
        page_hash=hashlib.sha256(body or message.payload).hexdigest(),
        refusal=refusal,
    )


def _message(capture: Capture) -> Message | None:
    http = capture.kind == "response" and (capture.url or "").lower().startswith(("http:", "https:"))
    if http or capture.block.startswith(b"HTTP/"):
        return parse_message(capture.block)
    headers = {"content-type": capture.content_type} if capture.content_type else {}
    return Message(None, headers, capture.block)


def _media_type(declared: str | None, payload: bytes) -> str | None:
    name = media_type_of(declared)
    if name in _UNDECLARED and payload[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        return HTML
    return _MEDIA_TYPES.get(name)


def _body(capture: Capture, message: Message, ref: RawRef) -> tuple[bytes, Refusal | None]:
    """The decoded body, or none of it and why."""
    if capture.cut:
        detail = (
            f"{ref.location} ends at {len(capture.block)} of {capture.block_bytes} bytes of the record at {ref.offset}"
        )
        return b"", Refusal("truncated", detail)
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
