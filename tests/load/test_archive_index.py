"""The index of archives: made once a file, again when the file or the reading changes, asked for windows."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine

from pipeline.adapters.raw_store import StoredFile
from pipeline.articles import Candidate, RawRef, Versions
from pipeline.load import is_indexed, records_in_window, save_index
from pipeline.windows import Window
from tests.builders import VERSIONS, at

FILE = StoredFile("/archives/a.warc", "a.warc", 1000, datetime(2026, 3, 1, tzinfo=UTC))
MADE = {"window_by": "published", "zone": "UTC", "versions": VERSIONS}


@dataclass(frozen=True)
class Record:
    offset: int | None
    url: str | None
    captured_at: datetime
    published_day: date | None
    window_day: date


def record(day: int, offset: int | None = 0) -> Record:
    return Record(offset, f"https://news.example/{day}", at(0), date(2026, 3, day), date(2026, 3, day))


def save(engine: Engine, file: StoredFile, *records: Record, **made: object) -> None:
    with engine.begin() as connection:
        save_index(connection, "test", file, records, **{**MADE, **made})


def days(engine: Engine, window: str, names: list[str] | None = None) -> list[tuple[str, int | None]]:
    with engine.connect() as connection:
        found = records_in_window(connection, "test", Window.parse(window), names)
    return [(item.raw.name, item.raw.offset) for item in found if item.raw]


def test_a_window_gets_its_records_in_the_order_of_the_archive(warehouse: Engine) -> None:
    save(warehouse, FILE, record(11, 500), record(10, 700), record(12, 900))
    save(warehouse, replace(FILE, name="b.html", location="/archives/b.html"), record(10, None))
    assert days(warehouse, "2026-03-10") == [("a.warc", 700), ("b.html", None)]
    assert days(warehouse, "2026-03-10/2026-03-11") == [("a.warc", 500), ("a.warc", 700), ("b.html", None)]
    assert days(warehouse, "2026-03-13") == []
    assert days(warehouse, "2026-03-10", ["b.html"]) == [("b.html", None)]


def test_a_record_leads_to_its_bytes(warehouse: Engine) -> None:
    save(warehouse, FILE, record(10, 700))
    with warehouse.connect() as connection:
        found = records_in_window(connection, "test", Window.parse("2026-03-10"))
        assert records_in_window(connection, "another", Window.parse("2026-03-10")) == []
    raw = RawRef("/archives/a.warc", "a.warc", 700)
    assert found == [Candidate("test", "https://news.example/10", raw, at(0), date(2026, 3, 10))]


def test_an_index_made_again_replaces_the_old_one(warehouse: Engine) -> None:
    save(warehouse, FILE, record(10, 500), record(10, 700))
    save(warehouse, FILE, record(11, 500))
    assert days(warehouse, "2026-03-10/2026-03-11") == [("a.warc", 500)]


@pytest.mark.parametrize(
    ("file", "made", "current"),
    [
        (FILE, {}, True),
        (replace(FILE, file_bytes=1001), {}, False),
        (replace(FILE, modified=at(0)), {}, False),
        (replace(FILE, etag="abc"), {}, False),
        (replace(FILE, location="/elsewhere/a.warc"), {}, False),
        (replace(FILE, name="b.warc"), {}, False),
        (FILE, {"zone": "Europe/Berlin"}, False),
        (FILE, {"window_by": "captured"}, False),
        (FILE, {"versions": Versions("1", "1", "2", "1")}, False),
        (FILE, {"versions": Versions("2", "1", "1", "1")}, False),
        (FILE, {"versions": Versions("1", "2", "1", "2")}, True),  # bylines and numbers date nothing
    ],
)
def test_an_index_is_current_for_the_same_file_read_the_same_way(
    warehouse: Engine, file: StoredFile, made: dict[str, object], current: bool
) -> None:
    save(warehouse, FILE, record(10))
    with warehouse.connect() as connection:
        assert is_indexed(connection, "test", file, **{**MADE, **made}) is current


def test_an_index_by_capture_does_not_age_with_versions(warehouse: Engine) -> None:
    save(warehouse, FILE, record(10), window_by="captured")
    newer = {**MADE, "window_by": "captured", "versions": Versions("2", "2", "2", "2")}
    with warehouse.connect() as connection:
        assert is_indexed(connection, "test", FILE, **newer)
