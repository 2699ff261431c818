"""The index of an archive: every record once, with the day whose window owns it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pipeline.adapters.processes import available_cores
from pipeline.articles import FetchedPage, RawRef, Refusal
from pipeline.dates import Moment
from pipeline.discover import IndexRecord, archive_location, index_pages, list_archive, list_source, records_in
from pipeline.errors import Terminal
from pipeline.sources import Archive, SourceConfig
from pipeline.windows import Window

CAPTURED = datetime(2026, 11, 1, 23, 30, tzinfo=UTC)


def page(number: int, body: bytes, refusal: Refusal | None = None) -> FetchedPage:
    return FetchedPage(
        source="test",
        raw=RawRef("/archive/a.warc", "a.warc", number * 1000),
        url=f"https://a.example/{number}",
        captured_at=CAPTURED,
        status=200,
        media_type="text/html",
        charset=None,
        body=body,
        page_hash="",
        refusal=refusal,
    )


def read_published(fetched: FetchedPage) -> Moment | None:
    """The body is the instant at which the page was published, or empty."""
    if not fetched.body:
        return None
    start = datetime.fromisoformat(fetched.body.decode())
    offset = start.utcoffset() or timedelta()
    return Moment(
        fetched.body.decode(), start, start, "second", int(offset.total_seconds() // 60), "value", start.date()
    )


def test_records_have_the_day_that_windows_them() -> None:
    pages = [
        page(1, b"2026-03-10T22:30:00-05:00"),
        page(2, b"2026-03-10T09:00:00+00:00"),
        page(3, b""),
        page(4, b"2026-03-10T09:00:00+00:00", Refusal("truncated", "the file ends")),
    ]
    records = list(index_pages(pages, read_published, zone=UTC))
    assert records[0] == IndexRecord(
        "a.warc", 1000, "https://a.example/1", CAPTURED, date(2026, 3, 11), date(2026, 3, 11)
    )
    assert [record.published_day for record in records] == [date(2026, 3, 11), date(2026, 3, 10), None, None]
    assert [record.window_day for record in records][2:] == [date(2026, 11, 1)] * 2
    assert [record.offset for record in records_in(Window.parse("2026-03-10"), records)] == [2000]
    assert [record.offset for record in records_in(Window.parse("2026-03-11/2026-11-01"), records)] == [
        1000,
        3000,
        4000,
    ]


def test_a_source_windowed_by_capture_asks_no_page() -> None:
    def unasked(_page: FetchedPage) -> Moment | None:
        raise AssertionError("the date of a page was read although only its capture counts")

    zone = ZoneInfo("Europe/Berlin")
    records = list(index_pages([page(1, b"x")], unasked, zone=zone, window_by="captured", workers=2))
    assert [(record.published_day, record.window_day) for record in records] == [(None, date(2026, 11, 2))]


def test_the_number_of_processes_changes_nothing() -> None:
    pages = [page(number, b"2026-03-%02dT12:00:00+00:00" % (number % 28 + 1)) for number in range(450)]
    alone = list(index_pages(pages, read_published, zone=UTC))
    assert list(index_pages(pages, read_published, zone=UTC, workers=max(2, available_cores()))) == alone
    assert [record.offset for record in alone] == [number * 1000 for number in range(450)]


def test_a_record_becomes_a_candidate() -> None:
    (record,) = index_pages([page(7, b"")], read_published, zone=UTC)
    candidate = record.candidate("test", "s3://bucket/a.warc")
    assert candidate.raw == RawRef("s3://bucket/a.warc", "a.warc", 7000)
    assert (candidate.source, candidate.url, candidate.day) == ("test", "https://a.example/7", date(2026, 11, 1))


def test_the_files_of_an_archive(tmp_path: Path) -> None:
    (tmp_path / "my archive").mkdir()
    (tmp_path / "my archive" / "b.warc").write_bytes(b"b")
    (tmp_path / "my archive" / "a.html").write_bytes(b"a")
    config = Archive(kind="archive", location="my archive")
    assert [file.name for file in list_archive(config, tmp_path)] == ["a.html", "b.warc"]
    before = list_archive(config, tmp_path)[1].fingerprint
    (tmp_path / "my archive" / "b.warc").touch()
    assert list_archive(config, tmp_path)[1].fingerprint != before


def test_a_file_name_is_unique_in_its_source(tmp_path: Path) -> None:
    for name in ("one/a.warc", "two/a.warc", "two/b.warc"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"a")
    one, two = (Archive(kind="archive", location=name) for name in ("one", "two"))
    source = SourceConfig(name="twice", title="Twice", discover=(one, two))
    with pytest.raises(Terminal, match=r"two files of source 'twice' are called .a\.warc.: .*one.* and .*two"):
        list_source(source, tmp_path)
    (tmp_path / "one" / "a.warc").rename(tmp_path / "one" / "c.warc")
    listed = list_source(source, tmp_path)
    assert [(config.location, file.name) for config, file in listed] == [
        ("one", "c.warc"),
        ("two", "a.warc"),
        ("two", "b.warc"),
    ]


def test_where_an_archive_lies(tmp_path: Path) -> None:
    def located(location: str) -> str:
        return archive_location(Archive(kind="archive", location=location), tmp_path)

    assert located("s3://bucket/news") == "s3://bucket/news"
    assert located("/data/news") == "/data/news"
    assert located("sample") == str(tmp_path / "sample")
    assert located("~/news") == str(Path.home() / "news")


def test_a_missing_archive(tmp_path: Path) -> None:
    with pytest.raises(
        Terminal, match=r"no file or folder at .*nowhere: correct the path \(or the source's `location`\)"
    ):
        list_archive(Archive(kind="archive", location="nowhere"), tmp_path)


def test_an_archive_that_grows_by_the_day_is_read_by_the_window(tmp_path: Path) -> None:
    names = [
        "2019/02/CC-NEWS-20190228230000-00009.warc.gz",
        *(f"2019/03/CC-NEWS-201903{day:02}010203-0000{day % 10}.warc.gz" for day in range(1, 31)),
        "2019/03/all.warc.gz",
        "2019/04/CC-NEWS-20190401000000-00001.warc.gz",
    ]
    for name in names:
        (tmp_path / "news" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "news" / name).write_bytes(b"a")
    config = Archive(kind="archive", location="news/{year}/{month:02}", days=1)

    def listed(window: str) -> list[str]:
        return [file.name for file in list_archive(config, tmp_path, Window.parse(window))]

    assert listed("2019-03-12") == [*names[11:14], "2019/03/all.warc.gz"]
    assert listed("2019-03-01") == [*names[:3], "2019/03/all.warc.gz"]
    assert listed("2018-01-01") == []
    assert len(list_archive(config, tmp_path)) == len(names)
    daily = Archive(
        kind="archive", location="news/{year}/{month:02}/CC-NEWS-{year}{month:02}{day:02}010203-00002.warc.gz"
    )
    assert [file.name for file in list_archive(daily, tmp_path, Window.parse("2019-03-12"))] == [names[12]]
    with pytest.raises(Terminal, match=r"no folder at .*nowhere: correct the path"):
        list_archive(Archive(kind="archive", location="nowhere/{year}"), tmp_path, Window.parse("2019-03-12"))
