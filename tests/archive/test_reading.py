"""Folders, loose files and records as pages."""

import gzip
import hashlib
import os
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import fsspec
import pytest

from pipeline.archive import holds_pages, iter_pages, read_page
from pipeline.errors import Terminal
from tests.archive.warc_files import HTML, Record, page_body, warc_bytes

Store = Callable[[str, bytes], Path]


def test_a_page_of_a_warc(stored: Store) -> None:
    records: list[Record] = [
        ("https://a.example/1", page_body(1), {"Content-Type": "text/html; charset=ISO-8859-1"}),
        (
            "https://a.example/2",
            gzip.compress(page_body(2)),
            {**HTML, "Content-Encoding": "gzip", "Last-Modified": "Mon, 09 Mar 2026 20:00:00 GMT"},
        ),
    ]
    content, offsets = warc_bytes(records, compress=True)
    path = stored("day 1/pages.warc.gz", content)
    first, second = iter_pages(path.parent.parent, source="harbour")
    assert (first.source, first.url, first.status) == ("harbour", "https://a.example/1", 200)
    assert (first.media_type, first.charset) == ("text/html", "ISO-8859-1")
    assert first.captured_at == datetime(2026, 3, 10, 7, 30, tzinfo=UTC)
    assert first.page_hash == hashlib.sha256(page_body(1)).hexdigest()
    assert second.body == page_body(2)
    assert (first.last_modified, second.last_modified) == (None, "Mon, 09 Mar 2026 20:00:00 GMT")
    assert second.raw.location == str(path)
    assert second.raw.record_id == f"day 1/pages.warc.gz#{offsets[1]}"


def test_loose_files_in_order_with_their_time(stored: Store) -> None:
    stored("b/page.html.gz", gzip.compress(b"<html>gz"))
    stored("b/note.txt", b"A headline\n")
    stored("a.md", b"# A headline\n")
    path = stored("z.HTM", b"<html>")
    os.utime(path, (1_772_000_000, 1_772_000_000))
    pages = list(iter_pages(path.parent))
    assert [(page.raw.record_id, page.media_type) for page in pages] == [
        ("a.md", "text/markdown"),
        ("b/note.txt", "text/plain"),
        ("b/page.html.gz", "text/html"),
        ("z.HTM", "text/html"),
    ]
    assert pages[2].body == b"<html>gz"
    assert pages[3].captured_at == datetime.fromtimestamp(1_772_000_000, UTC)
    assert {(page.url, page.status, page.charset) for page in pages} == {(None, None, None)}


def test_what_is_no_page_is_counted(stored: Store) -> None:
    records: list[Record] = [
        ("https://a.example/1", page_body(1), HTML),
        ("https://a.example/logo.png", b"\x89PNG", {"Content-Type": "image/png"}),
        ("https://a.example/api", b"{}", {"Content-Type": "application/json; charset=utf-8"}),
        ("https://a.example/what", b"\x00\x01", {}),
    ]
    responses, _ = warc_bytes(records, compress=True)
    requests, _ = warc_bytes([("https://a.example/1", b"GET / HTTP/1.1\r\n\r\n", HTML)], compress=True, kind="request")
    revisits, _ = warc_bytes([("https://a.example/1", b"", HTML)], compress=True, kind="revisit")
    path = stored("all.warc.gz", responses + requests + revisits)
    stored("style.css", b"p {}")
    stored("page.html", b"<html>")
    counted: Counter[str] = Counter()
    assert len(list(iter_pages(path.parent, passed_by=counted))) == 2
    assert counted == {
        "image/png": 1,
        "application/json": 1,
        "undeclared type": 1,
        "request": 1,
        "revisit": 1,
        "file .css": 1,
    }


def test_responses_of_other_statuses_and_undeclared_html_are_given(stored: Store) -> None:
    content, _ = warc_bytes([("https://a.example/1", b" <!DOCTYPE html><p>x", {})], compress=False)
    path = stored("some.warc", content.replace(b"200 OK", b"404 NO"))
    (page,) = iter_pages(path)
    assert (page.status, page.media_type, page.charset) == (404, "text/html", None)


def test_resource_records(stored: Store) -> None:
    content, _ = warc_bytes(
        [("file:///notes.txt", b"A headline", {"Content-Type": "text/plain"})], compress=True, kind="resource"
    )
    (page,) = iter_pages(stored("resources.warc.gz", content))
    assert (page.url, page.status, page.media_type, page.body) == (
        "file:///notes.txt",
        None,
        "text/plain",
        b"A headline",
    )


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.warc.gz", b"", "empty"),
        ("empty.html", b"", "empty"),
        ("damaged.html.gz", gzip.compress(page_body(1))[:-500], "undecodable"),
        ("huge.html", b"x" * 50_000_000, "too-large"),
        ("bomb.html.gz", gzip.compress(bytes(100_000_000)), "too-large"),
    ],
)
def test_files_that_cannot_be_read_are_refused(stored: Store, name: str, content: bytes, reason: str) -> None:
    (page,) = iter_pages(stored(name, content))
    assert page.refusal is not None
    assert page.refusal.reason == reason
    assert page.body == b""
    assert read_page(page.raw, page.source) == page


def test_a_gz_file_that_is_not_compressed_is_read(stored: Store) -> None:
    (page,) = iter_pages(stored("plain.html.gz", b"<html>"))
    assert page.body == b"<html>"


def test_names_are_relative_to_the_root(stored: Store) -> None:
    path = stored("2026/03/page.html", b"<html>")
    root = path.parent.parent.parent
    assert [page.raw.name for page in iter_pages(path)] == ["page.html"]
    assert [page.raw.name for page in iter_pages(path.parent, root=root)] == ["2026/03/page.html"]


def test_read_page_gives_what_iter_pages_gave(stored: Store, ten_pages: list[Record]) -> None:
    path = stored("pages.warc.gz", warc_bytes(ten_pages, compress=True)[0])
    stored("loose.html", page_body(3))
    pages = list(iter_pages(path.parent, source="s"))
    assert len(pages) == 11
    assert [read_page(page.raw, "s") for page in pages] == pages


def test_archives_under_an_fsspec_url(ten_pages: list[Record]) -> None:
    system = fsspec.filesystem("memory")
    try:
        system.pipe("/bucket/day/pages.warc.gz", warc_bytes(ten_pages, compress=True)[0])
        system.pipe("/bucket/page.html", page_body(3))
        pages = list(iter_pages("memory://bucket"))
        assert len(pages) == 11
        assert pages[0].raw.location == "memory:///bucket/day/pages.warc.gz"
        assert pages[0].raw.name == "day/pages.warc.gz"
        assert [read_page(page.raw, "read").body for page in pages] == [page.body for page in pages]
    finally:
        system.rm("/bucket", recursive=True)


def test_a_missing_folder_says_where_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Terminal, match=r"no file or folder at .*nowhere: correct the path"):
        list(iter_pages(tmp_path / "nowhere"))


def test_a_reference_to_what_is_no_page(stored: Store) -> None:
    records: list[Record] = [("https://a.example/1.png", b"\x89PNG", {"Content-Type": "image/png"})]
    path = stored(
        "pages.warc",
        warc_bytes(records, compress=False)[0]
        + warc_bytes([("https://a.example/", page_body(1), HTML)], compress=False)[0],
    )
    (page,) = iter_pages(path)
    image = type(page.raw)(page.raw.location, page.raw.name, 0)
    with pytest.raises(Terminal, match="is no page but image/png: index the file again"):
        read_page(image, "read")


def test_which_files_hold_pages() -> None:
    names = ["a.warc", "a.WARC.GZ", "b/a.html", "a.htm", "a.txt", "a.txt.gz", "a.md"]
    assert all(holds_pages(name) for name in names)
    assert not any(holds_pages(name) for name in ["a.pdf", "html", "a.warc.cdx", "README", "a.warc.open"])
