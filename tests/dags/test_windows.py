"""Which days a run owns: every day once, whatever the clocks do."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from dags.dateline_dags.windows import window_of

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 0, 30, tzinfo=UTC)


def a_run(kind: str = "scheduled", start: datetime | None = None) -> SimpleNamespace:
    return SimpleNamespace(run_type=kind, data_interval_start=start)


def at_two(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, 2, tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize("kind", ["scheduled", "backfill", "manual"])
def test_an_interval_owns_the_day_on_which_it_begins(kind: str) -> None:
    run = a_run(kind, at_two(date(2026, 3, 10), BERLIN))
    assert window_of(run, {}, BERLIN, NOW) == "2026-03-10"


@pytest.mark.parametrize(
    ("params", "window"),
    [
        ({"from": "2026-03-10", "to": "2026-03-14"}, "2026-03-10/2026-03-14"),
        ({"from": "2026-03-10", "to": None}, "2026-03-10/2026-03-10"),
        ({"from": None, "to": "2026-03-14"}, "2026-03-14/2026-03-14"),
    ],
)
def test_a_manual_run_owns_the_days_of_its_form(params: dict[str, str | None], window: str) -> None:
    for start in (None, at_two(date(2020, 1, 1), BERLIN)):
        assert window_of(a_run("manual", start), params, BERLIN, NOW) == window


def test_without_interval_and_days_it_is_yesterday_in_the_zone() -> None:
    assert window_of(a_run("manual"), {"from": None, "to": None}, ZoneInfo("UTC"), NOW) == "2026-11-21"
    assert window_of(a_run("manual"), {}, ZoneInfo("America/New_York"), NOW) == "2026-11-20"


def test_a_backfill_does_not_load_the_form_s_days_again_and_again() -> None:
    run = a_run("backfill", at_two(date(2026, 3, 10), BERLIN))
    assert window_of(run, {"from": "2026-01-01", "to": "2026-12-31"}, BERLIN, NOW) == "2026-03-10"


@pytest.mark.usefixtures("airflow_home")
@pytest.mark.parametrize("zone", ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia"])
@pytest.mark.parametrize("around", [date(2026, 3, 8), date(2026, 3, 29), date(2026, 10, 25), date(2026, 11, 1)])
def test_every_day_has_one_run_also_when_the_clocks_change(zone: str, around: date) -> None:
    """Clocks change at 02:00 in Berlin (29 March, 25 October 2026) and New York (8 March, 1 November)."""
    from airflow.timetables.base import TimeRestriction
    from airflow.timetables.interval import CronDataIntervalTimetable
    from pendulum import instance

    timetable = CronDataIntervalTimetable("0 2 * * *", timezone=zone)
    first = instance(at_two(around - timedelta(days=4), ZoneInfo(zone)))
    restriction = TimeRestriction(earliest=first, latest=None, catchup=True)
    windows, last = [], None
    for _ in range(9):
        info = timetable.next_dagrun_info(last_automated_data_interval=last, restriction=restriction)
        assert info is not None
        last = info.data_interval
        run = a_run("backfill", last.start)
        windows.append(date.fromisoformat(window_of(run, {}, ZoneInfo(zone), NOW)))
    assert windows == [around + timedelta(days=offset) for offset in range(-4, 5)]
