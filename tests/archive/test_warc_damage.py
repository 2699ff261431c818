"""Damaged, truncated and odd WARC files: what could be read is given, and no loss is silent."""

import gzip
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random

import pytest

from pipeline.archive import iter_pages, read_page
from pipeline.archive.warc import Capture, iter_captures, read_capture
from pipeline.articles import FetchedPage
from tests.archive.warc_files import HTML, Record, page_body, warc_bytes

Store = Callable[[str, bytes], Path]


def reasons(pages: list[FetchedPage]) -> list[str]:
    return [page.refusal.reason for page in pages if page.refusal]


@pytest.mark.parametrize("compress", [True, False])
def test_every_record_is_found_again_at_its_offset(ten_pages: list[Record], compress: bool) -> None:
    content, offsets = warc_bytes(ten_pages, compress=compress)
    captures = list(iter_captures(BytesIO(content)))
    assert [capture.offset for capture in captures] == offsets
    assert [read_capture(BytesIO(content), offset) for offset in offsets] == captures


def test_a_warc_gzipped_by_hand_is_read_with_offsets_into_its_content(ten_pages: list[Record]) -> None:
    plain, offsets = warc_bytes(ten_pages, compress=False)
    content = gzip.compress(plain)
    captures = list(iter_captures(BytesIO(content)))
    assert [capture.offset for capture in captures] == offsets
    assert [read_capture(BytesIO(content), offset) for offset in offsets] == captures


def test_a_warc_in_many_small_gzip_members_is_read(ten_pages: list[Record]) -> None:
    plain, offsets = warc_bytes(ten_pages, compress=False)
    content = b"".join(gzip.compress(plain[start : start + 1000]) for start in range(0, len(plain), 1000))
    assert [item.offset for item in iter_captures(BytesIO(content))] == offsets


@pytest.mark.parametrize("compress", [True, False])
@pytest.mark.parametrize("into_record", [3, 20, 300, 900])
def test_truncated(ten_pages: list[Record], stored: Store, compress: bool, into_record: int) -> None:
    content, offsets = warc_bytes(ten_pages, compress=compress)
    path = stored("cut.warc.gz" if compress else "cut.warc", content[: offsets[6] + into_record])
    pages = list(iter_pages(path))
    assert [page.raw.offset for page in pages] == offsets[:7]
    assert reasons(pages) == ["truncated"]
    refusal = pages[-1].refusal
    assert refusal is not None
    assert str(path) in refusal.detail
    assert str(offsets[6]) in refusal.detail
    assert not pages[-1].body
    assert reasons([read_page(pages[-1].raw, "read")]) == ["truncated"]


def test_a_warc_that_ends_within_an_image_is_reported_too(ten_pages: list[Record], stored: Store) -> None:
    image: Record = ("https://a.example/1.png", page_body(1), {"Content-Type": "image/png"})
    content, offsets = warc_bytes([*ten_pages, image], compress=False)
    pages = list(iter_pages(stored("cut.warc", content[: offsets[10] + 1000])))
    assert (len(pages), reasons(pages)) == (11, ["truncated"])


def test_a_truncated_warc_gzipped_by_hand(ten_pages: list[Record], stored: Store) -> None:
    content = gzip.compress(warc_bytes(ten_pages, compress=False)[0])
    pages = list(iter_pages(stored("whole.warc.gz", content[: len(content) // 2])))
    assert 3 <= len(pages) <= 7
    assert reasons(pages) == ["truncated"]
    assert pages[-1].refusal


def test_a_warc_that_ends_within_a_checksum_has_its_last_page_and_is_reported(
    ten_pages: list[Record], stored: Store
) -> None:
    content, _ = warc_bytes(ten_pages, compress=True)
    pages = list(iter_pages(stored("tail.warc.gz", content[:-3])))
    assert [page.url for page in pages[:10]] == [url for url, _, _ in ten_pages]
    assert (len(pages), reasons(pages)) == (11, ["truncated"])
    assert pages[10].raw.offset == len(content) - 3
    assert reasons([read_page(pages[10].raw, "read")]) == ["truncated"]


@pytest.mark.parametrize("compress", [True, False])
@pytest.mark.parametrize("into_record", [0, 1500])
def test_reading_goes_on_behind_damage(
    ten_pages: list[Record], stored: Store, compress: bool, into_record: int
) -> None:
    content, offsets = warc_bytes(ten_pages, compress=compress)
    damaged = bytearray(content)
    damaged[offsets[4] + into_record : offsets[4] + into_record + 40] = b"\0" * 40
    pages = list(iter_pages(stored("damaged.warc.gz" if compress else "damaged.warc", bytes(damaged))))
    if compress or into_record == 0:
        assert reasons(pages) == ["undecodable"]
        assert {page.url for page in pages} >= {url for url, _, _ in ten_pages[:4] + ten_pages[5:]}
    else:  # NULs within a stored page do not harm its record
        assert (len(pages), reasons(pages)) == (10, [])


def test_a_response_without_http_headers_is_refused(ten_pages: list[Record], stored: Store) -> None:
    content, _ = warc_bytes(ten_pages, compress=False)
    pages = list(iter_pages(stored("bare.warc", content.replace(b"HTTP/1.1 200 OK", b"HTML/1.1 200 OK", 1))))
    assert (len(pages), reasons(pages)) == (10, ["undecodable"])
    assert pages[0].refusal
    assert "no HTTP headers" in pages[0].refusal.detail


def test_a_member_that_was_cut_and_written_again(ten_pages: list[Record], stored: Store) -> None:
    """A crawler that crashed while it wrote and then appended."""
    content, offsets = warc_bytes(ten_pages, compress=True)
    pages = list(iter_pages(stored("crashed.warc.gz", content[: offsets[4] + 700] + content[offsets[4] :])))
    assert [page.url for page in pages if not page.refusal] == [url for url, _, _ in ten_pages]
    assert reasons(pages) == ["undecodable"]


@pytest.mark.parametrize(
    "content",
    [b"this is no WARC file\n" * 50, b"\0" * 5000, gzip.compress(b"nor this" * 99)],
    ids=["words", "zeros", "gzip"],
)
def test_what_is_no_warc_is_one_refusal(content: bytes, stored: Store) -> None:
    (page,) = iter_pages(stored("other.warc", content))
    assert page.refusal is not None
    assert page.refusal.reason in ("undecodable", "truncated")


def test_padding_at_the_end_is_no_damage(ten_pages: list[Record]) -> None:
    content, _ = warc_bytes(ten_pages, compress=True)
    assert len(list(iter_captures(BytesIO(content + b"\0" * 512)))) == 10


def test_a_record_larger_than_the_limit_is_refused_and_the_next_is_read(stored: Store) -> None:
    huge = b"<html>" + page_body(0, 1000) * 50_000
    assert len(huge) > 50_000_000
    records: list[Record] = [("https://a.example/1", huge, HTML), ("https://a.example/2", page_body(2), HTML)]
    for compress, name in ((True, "huge.warc.gz"), (False, "huge.warc")):
        pages = list(iter_pages(stored(name, warc_bytes(records, compress=compress)[0])))
        assert reasons(pages) == ["too-large"]
        assert pages[0].body == b""
        assert pages[1].body == page_body(2)


def test_a_warc_date_that_is_none_gives_way_to_the_time_of_the_file(stored: Store) -> None:
    content, _ = warc_bytes([("https://a.example/1", page_body(1), HTML)], compress=False)
    path = stored("odd.warc", content.replace(b"2026-03-10T07:30:00Z", b"sometime in March!!!"))
    (page,) = iter_pages(path)
    assert page.captured_at.timestamp() == pytest.approx(path.stat().st_mtime)


def test_captures_are_bounded(ten_pages: list[Record]) -> None:
    content, _ = warc_bytes(ten_pages, compress=True)
    first = next(iter_captures(BytesIO(content)))
    assert isinstance(first, Capture)
    assert not first.cut
    assert first.block_bytes == len(first.block)


@pytest.mark.parametrize("seed", range(40))
def test_no_damage_raises_or_goes_unsaid(seed: int, stored: Store) -> None:
    """Bytes changed, cut out, put in or cut off: what lies before is there, and what is missing is reported."""
    random = Random(seed)
    records: list[Record] = [(f"https://a.example/{number}", page_body(number, 1500), HTML) for number in range(8)]
    content, offsets = warc_bytes(records, compress=True)
    at = random.randrange(len(content))
    damaged = {
        "changed": content[:at] + bytes([content[at] ^ random.randrange(1, 256)]) + content[at + 1 :],
        "cut out": content[:at] + content[at + random.randrange(1, 400) :],
        "put in": content[:at] + random.randbytes(random.randrange(1, 300)) + content[at:],
        "cut off": content[: at + 1],
    }
    for what, bytes_left in damaged.items():
        pages = list(iter_pages(stored(f"{what}.warc.gz", bytes_left)))
        whole = [page.url for page in pages if not page.refusal]
        before = [url for (url, _, _), end in zip(records, [*offsets[1:], len(content)], strict=True) if end <= at]
        assert whole[: len(before)] == before, what
        if what != "cut off":  # a file that ends between two records is a whole one
            assert len(whole) == len(records) or reasons(pages), what
