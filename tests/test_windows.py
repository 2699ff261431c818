"""Windows are calendar days, and every page falls into exactly one of them."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from pipeline.dates import Moment
from pipeline.errors import Terminal
from pipeline.windows import Window, published_day, window_day

CAPTURED = datetime(2026, 11, 1, 23, 30, tzinfo=UTC)
BERLIN, TOKYO = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo")


def moment(text: str, precision: str, day: date | None, start: datetime, offset: int | None = None) -> Moment:
    return Moment(
        text=text,
        start=start,
        end=start + timedelta(seconds=1),
        precision=precision,  # type: ignore[arg-type]  # one of the literals in every test
        offset_minutes=offset,
        zone_from="value" if offset is not None else "unknown",
        day=day,
    )


LATE = moment(
    "2016-08-02T23:30:00-05:00",
    "second",
    date(2016, 8, 2),
    datetime(2016, 8, 2, 23, 30, tzinfo=timezone(timedelta(hours=-5))),
    -300,
)
NAIVE = moment("2016-08-02T23:30", "minute", date(2016, 8, 2), datetime(2016, 8, 2, 9, 30, tzinfo=UTC))
DAY = moment("2016-08-02", "day", date(2016, 8, 2), datetime(2016, 8, 1, 10, tzinfo=UTC))
DAY_WITH_ZONE = moment("2016-08-02", "day", date(2016, 8, 2), datetime(2016, 8, 1, 22, tzinfo=UTC), 120)
MONTH = moment("2016-08", "month", None, datetime(2016, 8, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("published", "zone", "day"),
    [
        (LATE, UTC, date(2016, 8, 3)),
        (LATE, TOKYO, date(2016, 8, 3)),
        (LATE, ZoneInfo("America/Chicago"), date(2016, 8, 2)),
        (NAIVE, UTC, date(2016, 8, 2)),
        (NAIVE, TOKYO, date(2016, 8, 2)),
        (DAY, TOKYO, date(2016, 8, 2)),
        (DAY_WITH_ZONE, ZoneInfo("America/Chicago"), date(2016, 8, 2)),
        (MONTH, UTC, date(2026, 11, 1)),
        (MONTH, BERLIN, date(2026, 11, 2)),
        (None, UTC, date(2026, 11, 1)),
        (None, TOKYO, date(2026, 11, 2)),
    ],
)
def test_the_day_of_publication_decides_where_it_is_known(published: Moment | None, zone: ZoneInfo, day: date) -> None:
    assert window_day(published, CAPTURED, zone) == day


def test_a_source_can_be_windowed_by_its_captures() -> None:
    assert window_day(LATE, CAPTURED, UTC, "captured") == date(2026, 11, 1)
    assert window_day(None, CAPTURED, BERLIN, "captured") == date(2026, 11, 2)


def test_the_last_day_of_the_calendar_does_not_overflow() -> None:
    last = moment("9999-12-31T23:30:00Z", "second", date(9999, 12, 31), datetime(9999, 12, 31, 23, 30, tzinfo=UTC), 0)
    first = moment("0001-01-01T00:00:00Z", "second", date(1, 1, 1), datetime(1, 1, 1, tzinfo=UTC), 0)
    assert published_day(last, TOKYO) == date(9999, 12, 31)
    assert published_day(first, ZoneInfo("America/Chicago")) == date(1, 1, 1)


def test_windows_are_read_and_written_alike() -> None:
    day, days = Window.parse("2016-08-02"), Window.parse(" 2016-08-02/2016-08-05 ")
    assert (day.first, day.last, str(day)) == (date(2016, 8, 2), date(2016, 8, 2), "2016-08-02")
    assert str(days) == "2016-08-02/2016-08-05"
    assert [str(one) for one in days.days()] == ["2016-08-02", "2016-08-03", "2016-08-04", "2016-08-05"]
    assert date(2016, 8, 5) in days
    assert not days.contains(date(2016, 8, 6))
    assert str(Window.parse("2016-08-02/2016-08-02")) == "2016-08-02"


def test_a_window_at_the_end_of_the_calendar() -> None:
    assert [str(day) for day in Window.parse("9999-12-30/9999-12-31").days()] == ["9999-12-30", "9999-12-31"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2016-8-32",
        "2016-02-30",
        "20160802",
        "2016-W31-2",
        "2016-08-02/",
        "2016-08-02/3",
        "a/b/c",
        "2016",
    ],
)
def test_what_is_no_window_says_what_to_write(text: str) -> None:
    with pytest.raises(Terminal, match=r"is no window: .*write a day such as 2016-08-02"):
        Window.parse(text)


def test_a_window_that_runs_backwards() -> None:
    with pytest.raises(Terminal, match="2016-08-05/2016-08-02 ends before it begins: swap its days"):
        Window.parse("2016-08-05/2016-08-02")
