"""When a page is asked for again."""

from datetime import UTC, date, datetime, timedelta

import pytest

from pipeline.fetch import History, is_due
from pipeline.sources import RECHECKS

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


def after(hours: float) -> datetime:
    return NOON + timedelta(hours=hours)


@pytest.mark.parametrize(
    ("last", "now", "due"),
    [(0, 0.2, False), (0, 0.3, True), (2.5, 2.7, False), (2.5, 2.8, True), (2.9, 3.2, False), (2.9, 6, True),
     (20, 22, False), (20, 23, True), (25, 40, False), (25, 50, True), (200, 300, False), (200, 370, True),
     (700, 900, False)],
)  # fmt: skip
def test_young_pages_are_asked_for_often_and_old_ones_never(last: float, now: float, due: bool) -> None:
    assert is_due(History(NOON, after(last), NOON.date()), RECHECKS, after(now)) is due


def test_what_was_never_asked_for_is_due_and_without_rules_nothing_else() -> None:
    assert is_due(None, (), NOON)
    assert not is_due(History(NOON, NOON), (), after(1000))


def test_a_page_of_an_old_day_is_old_when_it_is_first_fetched() -> None:
    assert not is_due(History(NOON, NOON, date(2019, 3, 12)), RECHECKS, after(1))


@pytest.mark.parametrize(
    ("failures", "now", "due"), [(1, 0.2, False), (1, 0.3, True), (2, 0.9, False), (2, 1.1, True), (9, 23, False)]
)
def test_failures_are_tried_again_with_growing_pauses(failures: int, now: float, due: bool) -> None:
    assert is_due(History(NOON, NOON, failures=failures), RECHECKS, after(now)) is due


def test_a_host_s_own_word_counts_and_trying_ends() -> None:
    assert not is_due(History(NOON, NOON, failures=1, retry_at=after(5)), RECHECKS, after(4))
    assert is_due(History(NOON, NOON, failures=1, retry_at=after(5)), RECHECKS, after(5))
    assert not is_due(History(NOON, NOON, failures=1, is_final=True), RECHECKS, after(500))
    assert not is_due(History(NOON, after(200), failures=9), RECHECKS, after(500))
