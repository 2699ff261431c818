"""Bytes to text: byte order mark, UTF-8, the server's word, the page's word, and only then a guess."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes
from w3lib.encoding import html_body_declared_encoding, resolve_encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"RIFF", b"OggS", b"\x7fELF")
_ESCAPED_JAPANESE = re.compile(rb"\x1b\$[@B]")
_MAX_REPLACED_SHARE = 0.3  # of the characters beyond ASCII, for a page that is UTF-8 with a few broken places
_SAMPLE_BYTES = 20_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a page, the encoding it was read as, and how that was found."""

    text: str
    encoding: str
    found_by: str


def decode(body: bytes, declared: str | None = None) -> Decoded | None:
    """Read `body` as text; `declared` is the server's charset. None where it is not text at all."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return Decoded(body[len(mark) :].decode(encoding, "replace"), encoding, "byte order mark")
    if is_binary(body):
        return None
    if _ESCAPED_JAPANESE.search(body[:_SAMPLE_BYTES]):
        return Decoded(body.decode("iso2022_jp", "replace"), "iso2022_jp", "escape sequences")
    try:
        return Decoded(body.decode("utf-8"), "utf-8", "valid UTF-8")
    except UnicodeDecodeError:
        return _decode_legacy(body, declared)


def is_binary(body: bytes) -> bool:
    """A known binary format, or more NUL bytes than a text can have."""
    if body.startswith(_BINARY):
        return True
    sample = body[:_SAMPLE_BYTES]
    return sample.count(0) * 20 > len(sample)


def _decode_legacy(body: bytes, declared: str | None) -> Decoded:
    labels = ((declared, "server"), (html_body_declared_encoding(body[:8192]), "page"))
    for label, said_by in labels:
        encoding = resolve_encoding(label) if label else None
        if encoding and encoding != "utf-8":
            text = _strictly(body, encoding)
            if text is not None:
                return Decoded(text, encoding, f"declared by the {said_by}")
    if _nearly_utf8(body):
        return Decoded(body.decode("utf-8", "replace"), "utf-8", "UTF-8 with broken places")
    return _guess(body)


def _strictly(body: bytes, encoding: str) -> str | None:
    """Decoded with a handful of faults at most, else None."""
    try:
        text = body.decode(encoding, "replace")
    except LookupError:
        return None
    faults = text.count("\ufffd")
    return text if faults <= 5 or faults * 200 <= len(text) else None


def _nearly_utf8(body: bytes) -> bool:
    text = body.decode("utf-8", "replace")
    beyond_ascii = sum(1 for char in text if char > "\x7f")
    return text.count("\ufffd") <= _MAX_REPLACED_SHARE * beyond_ascii


def _guess(body: bytes) -> Decoded:
    telling = bytes(byte for byte in body if byte > 127)[:200]
    start = max(0, body.find(telling[:1]) - _SAMPLE_BYTES // 4) if telling else 0
    best = from_bytes(body[start : start + _SAMPLE_BYTES]).best()
    encoding = resolve_encoding(best.encoding) if best else None
    encoding = encoding or "cp1252"
    return Decoded(body.decode(encoding, "replace"), encoding, "detected")
