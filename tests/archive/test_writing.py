"""Fetched pages into WARC files: whole or absent, and read back by two libraries."""

import errno
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from pipeline.adapters import raw_store
from pipeline.archive import iter_pages, listed, read_page, write_pages, write_warc
from pipeline.articles import FetchedPage, Listed, RawRef
from pipeline.bylines import RawByline
from pipeline.dates import RawDate
from pipeline.errors import Transient
from tests.archive.warc_files import page_body


def fetched(number: int, **changes: object) -> FetchedPage:
    body = page_body(number)
    page = FetchedPage(
        source="harbour",
        raw=RawRef("", f"{number}", None),
        url=f"https://harbour-times.example/{number}?q=café",
        captured_at=datetime(2026, 3, 10, 7, 30, number, 125_000, tzinfo=UTC),
        status=200,
        media_type="text/html",
        charset="utf-8",
        body=body,
        page_hash=sha256(body).hexdigest(),
    )
    return replace(page, **changes)  # type: ignore[arg-type]  # whatever a test wants to change


def write(store: Path, pages: list[FetchedPage], **options: int) -> list[FetchedPage]:
    return list(
        write_pages(pages, raw_store=str(store), source="harbour", day=date(2026, 3, 10), batch="b1", **options)
    )


def test_pages_come_back_as_they_were_written(tmp_path: Path) -> None:
    store = tmp_path / "raw store"
    pages = [fetched(1), fetched(2, status=404, charset=None), fetched(3, status=None, media_type="text/plain")]
    written = write(store, pages)
    assert [replace(page, raw=page.raw) for page in iter_pages(store, source="harbour")] == written
    assert [read_page(page.raw, "harbour") for page in written] == written
    assert [replace(page, raw=pages[0].raw) for page in written] == [replace(page, raw=pages[0].raw) for page in pages]
    assert {page.raw.name for page in written} == {"harbour/2026-03-10/b1-00000.warc.gz"}


def test_another_library_reads_them_with_valid_digests(tmp_path: Path) -> None:
    written = write(tmp_path, [fetched(number) for number in range(5)])
    with Path(written[0].raw.location).open("rb") as handle:
        records = []
        for record in ArchiveIterator(handle, check_digests="raise"):
            records.append((record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read()))
    assert [body for _, body in records] == [page.body for page in written]
    assert len({url for url, _ in records}) == 5


def test_files_are_bounded(tmp_path: Path) -> None:
    written = write(tmp_path, [fetched(number) for number in range(9)], max_bytes=4000)
    names = sorted({page.raw.name for page in written})
    assert len(names) > 2
    assert names[1] == "harbour/2026-03-10/b1-00001.warc.gz"
    assert all(path.stat().st_size < 8000 for path in tmp_path.rglob("*.gz"))
    assert len(list(iter_pages(tmp_path))) == 9


def test_writing_again_replaces(tmp_path: Path) -> None:
    assert write(tmp_path, [fetched(1)]) == write(tmp_path, [fetched(1)])
    assert len(list(iter_pages(tmp_path))) == 1


def test_the_same_pages_give_the_same_bytes() -> None:
    pages = [fetched(1), fetched(2)]
    first, second = (write_warc(pages, compress=False) for _ in range(2))
    assert first.content.getvalue() == second.content.getvalue()
    assert first.offsets == second.offsets


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_number: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(raw_store.os, "fsync", full)
    with pytest.raises(Transient, match="the disk is full; free some space"):
        write(tmp_path, [fetched(1)])
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_what_a_listing_said_stays_with_the_record(tmp_path: Path) -> None:
    said = Listed(
        "Fähre & Feuer\r\nInjected: header",
        (RawDate("2026-03-10T22:30:00-05:00", "published", "listing", "rss20 published"),),
        (RawByline(("Jane Doe", "Ali Bey"), "listing", "rss20 author"),),
    )
    endless = Listed(
        "t" * 500, said.dates, (RawByline(tuple(f"{number} {'n' * 480}" for number in range(20)), "listing", "x"),)
    )
    written = write(tmp_path, [fetched(1, listed=said), fetched(2), fetched(3, listed=endless)])
    first, second, third = (page.listed for page in iter_pages(tmp_path, source="harbour"))
    assert (first, second) == (said, None)
    assert third == replace(endless, bylines=())
    assert read_page(written[0].raw, "harbour").listed == said


@pytest.mark.parametrize("value", [None, "", "nonsense", "{", '{"title": 7}', '{"dates": [{}]}', "[" * 5000])
def test_a_field_that_is_not_ours_says_nothing(value: str | None) -> None:
    assert listed.read(value) is None
