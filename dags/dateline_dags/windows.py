"""Which days a run owns: a scheduled or backfilled run one day, a manual one what its form says."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

AUTOMATIC = ("scheduled", "backfill")


def window_of(dag_run: Any, params: dict[str, Any], zone: ZoneInfo, now: datetime) -> str:
    """The window of an Airflow run, as `Window.parse` reads it.

    A scheduled or backfilled run covers 02:00 to 02:00 and owns the calendar day on which that begins. A manual run
    owns the days of its form; without them the day of its interval, or, without a logical date, yesterday.
    """
    first, last = params.get("from"), params.get("to")
    if dag_run.run_type not in AUTOMATIC and (first or last):
        return f"{first or last}/{last or first}"
    return str(_day_of(dag_run.data_interval_start, zone) or now.astimezone(zone).date() - timedelta(days=1))


def _day_of(interval_start: datetime | None, zone: ZoneInfo) -> date | None:
    return interval_start.astimezone(zone).date() if interval_start else None
