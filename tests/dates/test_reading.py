"""Written dates: the corpus of spellings, what is no date, and what an unknown zone leaves open."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dates import read_date, written_dates
from pipeline.dates.reading import read

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "spellings.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("meant", "language", "country", "written"), ROWS, ids=[row[3] for row in ROWS])
def test_spelling(meant: str, language: str, country: str, written: str) -> None:
    moment = read_date(
        written, language=None if language == "-" else language, country=None if country == "-" else country
    )
    assert moment is not None
    assert moment.text == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "2 hours ago",
        "31 February 2016",
        "2016-13-01",
        "99/99/2016",
        "Der Vogel des Jahres",
        "9999999999999999",
        "25:61",
        "Call 555-01-2345",
        "1/2",
        "version 3.4.5",
    ],
)
def test_no_date(written: str) -> None:
    assert read_date(written, language="en") is None


def test_short_foreign_months_do_not_count() -> None:
    assert read_date("Vogel des 2021", language="de") is None  # "des" is December in Malay


@pytest.mark.parametrize("written", ["0001-01-01T00:00:00", "1970-01-01T00:00:00Z", "0", "1900-01-01", "0000-00-00"])
def test_placeholders_are_no_plain_dates(written: str) -> None:
    reading = read(written, None, None, None)
    assert reading.moment is None or reading.flag == "placeholder"


def test_an_ambiguous_order_is_flagged_only_where_it_is_open() -> None:
    assert read("03/04/2026", "en", None, None).flag == "ambiguous-order"
    assert read("03/04/2026", "en", "GB", None).flag is None
    assert read("03/04/2026", "fr", None, None).flag is None
    assert read("13/04/2026", "en", None, None).flag is None


def test_an_unknown_zone_covers_every_zone_on_earth() -> None:
    moment = read_date("2016-08-02T14:30")
    assert moment is not None
    assert moment.zone_from == "unknown"
    assert moment.offset_minutes is None
    assert moment.start == datetime(2016, 8, 2, 0, 30, tzinfo=UTC)
    assert moment.end == datetime(2016, 8, 3, 2, 31, tzinfo=UTC)


def test_a_publishers_zone_makes_a_time_exact() -> None:
    moment = read_date("2. August 2016, 14:30 Uhr", language="de", zone=ZoneInfo("Europe/Berlin"))
    assert moment is not None
    assert moment.text == "2016-08-02T14:30+02:00"
    assert moment.zone_from == "publisher"
    assert moment.start == datetime(2016, 8, 2, 12, 30, tzinfo=UTC)
    assert moment.end - moment.start == timedelta(minutes=1)


def test_a_time_in_utc_lies_on_the_publishers_day() -> None:
    moment = read_date("2020-12-05T23:15:00Z", zone=ZoneInfo("Europe/Rome"))
    assert moment is not None
    assert moment.text == "2020-12-05T23:15:00+00:00"
    assert str(moment.day) == "2020-12-06"


def test_a_month_never_becomes_a_day() -> None:
    moment = read_date("March 2026", language="en")
    assert moment is not None
    assert (moment.precision, moment.day) == ("month", None)
    assert moment.end - moment.start > timedelta(days=31)


def test_a_line_with_two_dates_is_split() -> None:
    line = "Published 2 August 2016, 14:30 | Updated 3 August 2016 at 9am"
    assert written_dates(line, "en") == ("Published 2 August 2016, 14:30", "| Updated 3 August 2016 at 9am")


@given(st.text(max_size=400))
def test_any_text_is_read_or_not(text: str) -> None:
    moment = read_date(text)
    assert moment is None or moment.start < moment.end


@given(st.datetimes(min_value=datetime(1700, 1, 1), max_value=datetime(2200, 1, 1)), st.integers(-720, 840))
def test_iso_comes_back_as_it_was(moment: datetime, offset: int) -> None:
    sign = "-" if offset < 0 else "+"
    written = f"{moment.isoformat(timespec='seconds')}{sign}{abs(offset) // 60:02d}:{abs(offset) % 60:02d}"
    found = read_date(written)
    assert found is not None
    assert found.text == written
    assert found.start == datetime.fromisoformat(written)
