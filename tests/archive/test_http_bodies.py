"""Bodies as servers send them: chunked, compressed, declared wrongly, or made to fill the memory."""

import gzip
import resource
import zlib

import brotli
import pytest
import zstandard

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

PAGE = b"<!doctype html><html><body>" + b"<p>Eleven people were killed, police said.</p>" * 200


def raw_deflate(body: bytes) -> bytes:
    machine = zlib.compressobj(wbits=-15)
    return machine.compress(body) + machine.flush()


def chunked(body: bytes, extension: bytes = b"") -> bytes:
    parts = [body[start : start + 1000] for start in range(0, len(body), 1000)]
    return b"".join(b"%x%s\r\n%s\r\n" % (len(part), extension, part) for part in parts) + b"0\r\nX-Trailer: 1\r\n\r\n"


def quick_brotli(body: bytes) -> bytes:
    return brotli.compress(body, quality=1)


@pytest.mark.parametrize(
    ("headers", "payload"),
    [
        ({}, PAGE),
        ({"content-encoding": "identity"}, PAGE),
        ({"content-encoding": "gzip"}, gzip.compress(PAGE)),
        ({"content-encoding": "x-gzip"}, gzip.compress(PAGE[:500]) + gzip.compress(PAGE[500:])),
        ({"content-encoding": "deflate"}, zlib.compress(PAGE)),
        ({"content-encoding": "deflate"}, raw_deflate(PAGE)),
        ({"content-encoding": "br"}, brotli.compress(PAGE)),
        ({"content-encoding": "zstd"}, zstandard.compress(PAGE)),
        ({"content-encoding": "gzip, br"}, brotli.compress(gzip.compress(PAGE))),
        ({"transfer-encoding": "chunked"}, chunked(PAGE)),
        ({"transfer-encoding": "Chunked"}, chunked(PAGE, b"; name=value")),
        ({"transfer-encoding": "chunked", "content-encoding": "GZIP"}, chunked(gzip.compress(PAGE))),
    ],
)
def test_bodies_are_decoded(headers: dict[str, str], payload: bytes) -> None:
    assert decode_body(Message(200, headers, payload)) == PAGE


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_a_body_stored_decoded_is_taken_as_it_is(encoding: str) -> None:
    headers = {"content-encoding": encoding, "transfer-encoding": "chunked"}
    assert decode_body(Message(200, headers, PAGE)) == PAGE


def test_a_chunked_body_that_stops_gives_what_it_has() -> None:
    body = decode_body(Message(200, {"transfer-encoding": "chunked"}, chunked(PAGE)[:5300]))
    assert PAGE.startswith(body)
    assert len(body) > 5000


@pytest.mark.parametrize(
    ("encoding", "payload"),
    [
        ("gzip", gzip.compress(PAGE)[:-40]),
        ("deflate", b"\x78\x9cthis is not deflated"),
        ("br", b"\x9bthis is not brotli"),
        ("br", brotli.compress(PAGE)[:-4]),
        ("zstd", zstandard.compress(PAGE)[:-4]),
        ("snappy", PAGE),
    ],
    ids=["gzip", "deflate", "no brotli", "brotli", "zstd", "snappy"],
)
def test_damaged_encodings_are_refused(encoding: str, payload: bytes) -> None:
    with pytest.raises(Undecodable):
        decode_body(Message(200, {"content-encoding": encoding}, payload))


@pytest.mark.parametrize(
    ("encoding", "compress"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", quick_brotli), ("zstd", zstandard.compress)],
)
def test_a_bomb_is_refused_within_bounded_memory(encoding: str, compress: object) -> None:
    assert callable(compress)
    bomb = compress(bytes(10 * MAX_BODY_BYTES))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(TooLarge):
        decode_body(Message(200, {"content-encoding": encoding}, bomb))
    grown_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown_kib < 4 * MAX_BODY_BYTES // 1024


def test_a_bomb_in_a_bomb_is_refused() -> None:
    bomb = gzip.compress(gzip.compress(bytes(10 * MAX_BODY_BYTES)))
    with pytest.raises(TooLarge):
        decode_body(Message(200, {"content-encoding": "gzip, gzip"}, bomb))


def test_messages() -> None:
    message = parse_message(b"HTTP/1.1 404 Not Found\r\nContent-Type:  text/html \r\nX: 1\r\n\r\nbody\r\n\r\nmore")
    assert message == Message(404, {"content-type": "text/html", "x": "1"}, b"body\r\n\r\nmore")
    assert parse_message(b"HTTP/2 200\ncontent-type: text/html\n\nbody") == Message(
        200, {"content-type": "text/html"}, b"body"
    )
    assert parse_message(b"<html>") is None
    assert parse_message(b"HTTP/1.1 200 OK\r\nContent-Ty") is None


def test_content_types() -> None:
    assert media_type_of("Text/HTML; charset=utf-8") == "text/html"
    assert media_type_of(None) == ""
    assert charset_of('text/html; Charset="windows-1252"') == "windows-1252"
    assert charset_of("text/html") is None
