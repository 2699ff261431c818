"""When a page is asked for again: by its age while it is young, with growing pauses while it fails. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from pipeline.sources import Recheck

_FRESH = timedelta(days=2)  # fetched within that time of its day, a page is as old as our first fetch of it
_RETRY_FIRST = timedelta(minutes=15)
_RETRY_CAP = timedelta(days=1)
_RETRY_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class History:
    """The attempts on one address so far. `failures` in a row up to the last one; `is_final` where trying is no use."""

    first_at: datetime
    last_at: datetime
    day: date | None = None
    failures: int = 0
    is_final: bool = False
    retry_at: datetime | None = None


def is_due(history: History | None, rules: Sequence[Recheck], now: datetime) -> bool:
    """Whether the address is to be asked for now; one that never was is."""
    if history is None:
        return True
    when = next_due(history, rules, now)
    return when is not None and when <= now


def next_due(history: History, rules: Sequence[Recheck], now: datetime) -> datetime | None:
    """When the address is to be asked for again, as things stand now; None = never."""
    if history.failures:
        return _next_try(history)
    age_h = (now - _born(history)).total_seconds() / 3600
    for rule in sorted(rules, key=lambda item: item.until_h):
        if age_h < rule.until_h:
            return history.last_at + timedelta(hours=rule.every_h)
    return None


def _next_try(history: History) -> datetime | None:
    if history.is_final or history.last_at - history.first_at > _RETRY_FOR:
        return None
    pause = min(_RETRY_FIRST * float(4 ** min(history.failures - 1, 8)), _RETRY_CAP)
    return max(history.retry_at or history.last_at, history.last_at + pause)


def _born(history: History) -> datetime:
    """When the page came out, as far as we know: a page of an old day is old when it is first fetched."""
    if history.day is None:
        return history.first_at
    midnight = datetime.combine(history.day, time(), UTC)
    return history.first_at if history.first_at - midnight < _FRESH else midnight
