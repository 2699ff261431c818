"""The DAGs under a real scheduler, started once: backfills by Airflow itself, and polls with the night after them."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import Engine, text

from tests.conftest import PROJECT
from tests.dags.airflow_api import NIGHTLY, POLL, Api, running, wait_for
from tests.dags.test_runs import DAYS, addresses_of, loaded_addresses, run_without_airflow, runs
from tests.http.town import CONTACT, Town
from tests.publisher import Publisher, Story, loaded
from tests.warehouse import dump, written

pytestmark = pytest.mark.timeout(1500)
WITHIN_S = 900
MONTH = [date(2024, 8, 20) + timedelta(days=number) for number in range(30)]


@pytest.fixture(scope="module")
def airflow(airflow_home: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    """Airflow with no sources and no warehouse of its own; live sources may be on loopback."""
    sources = tmp_path_factory.mktemp("sources")
    own = {"SOURCES": str(sources), "CONTACT": CONTACT, "ALLOW_PRIVATE": "127.0.0.0/8", "FETCH_DELAY_S": "0"}
    environment = {**airflow_home, **{f"DATELINE_{name}": value for name, value in own.items()}}
    with running(environment, sources) as api:
        yield api


@pytest.fixture
def town() -> Iterator[Town]:
    with Town() as found:
        yield found


def sample() -> dict[str, Any]:
    """The source of the sample archive."""
    path = next((PROJECT / "sources" / "sample").glob("*.yml"))
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def test_a_backfill_loads_exactly_its_days_and_again_changes_nothing(
    airflow: Api, fresh_warehouse: Callable[[], Engine], tmp_path: Path
) -> None:
    warehouse, expected = fresh_warehouse(), fresh_warehouse()
    run_without_airflow(expected, tmp_path / "b", f"{DAYS[0]}/{DAYS[-1]}")
    airflow.use(warehouse, tmp_path / "a", sample())
    airflow.switch(NIGHTLY, on=True)
    airflow.backfill(DAYS, "none", WITHIN_S)
    first, quarantined = dump(warehouse), dump(warehouse, "ops")["ops.quarantine"]
    assert first == dump(expected)
    assert loaded_addresses(warehouse) == addresses_of(DAYS)
    airflow.backfill(DAYS, "completed", WITHIN_S)
    assert dump(warehouse) == first
    assert dump(warehouse, "ops")["ops.quarantine"] == quarantined
    assert [run for run in runs(warehouse) if run[0] == "backfill"] == [("backfill", "success")] * 6
    airflow.rest()


def test_thirty_days_of_a_live_source_have_no_gap_and_no_double(
    airflow: Api, town: Town, warehouse: Engine, tmp_path: Path
) -> None:
    publisher = Publisher(town, MONTH[0], len(MONTH))
    airflow.use(warehouse, tmp_path, publisher.source())
    airflow.switch(NIGHTLY, on=True)
    airflow.rest()
    airflow.backfill([str(day) for day in MONTH], "none", WITHIN_S, at_once=4)
    assert loaded(warehouse) == publisher.truth()
    # What moved from one day's list to the next is one article, though two runs at once may both have asked for it.
    owned = Counter(story.day for story in publisher.published())
    moved = {story.path for story in publisher.published() if story.moved_from}
    ended = by_day(warehouse)
    assert {day: run.run_state for day, run in ended.items()} == dict.fromkeys(MONTH, "success")
    assert sum(run.pages_new for run in ended.values()) == owned.total()
    assert [day for day in MONTH if not owned[day] <= ended[day].pages <= owned[day] + len(moved)] == []
    asked = Counter(seen.path for seen in town.requests if seen.path in publisher.stories)
    assert {path for path, times in asked.items() if times > 1} <= moved
    assert asked.keys() == publisher.stories.keys()
    assert of_rows(warehouse, UNSERVED) == []
    before = written(warehouse)
    airflow.backfill([str(MONTH[6]), str(MONTH[7])], "completed", WITHIN_S)
    after = written(warehouse)
    assert {name for name in before if name != "core.page_fetch" and before[name] != after[name]} == set()
    assert pages(warehouse)["article"] == sum(run.pages for run in ended.values())


BY_DAY = "select window_start, pages, pages_new, run_state from ops.run where triggered_by = 'backfill'"
UNSERVED = """
select distinct unnest(unserved_days) from ops.discovery d
where not exists (select from ops.discovery o where o.run_id = d.run_id and o.unserved_days = '{}')
"""


def by_day(warehouse: Engine) -> dict[date, Any]:
    """The backfill's runs by their window."""
    with warehouse.connect() as connection:
        return {row.window_start: row for row in connection.execute(text(BY_DAY))}


def of_rows(warehouse: Engine, query: str) -> list[Any]:
    with warehouse.connect() as connection:
        return list(connection.scalars(text(query)))


def a_story(number: int) -> Story:
    """One that came out just now."""
    now = datetime.now(UTC).replace(microsecond=0)
    return Story(f"/news/{number}", f"Report {number} from Dunmere", "Ada Quill", now, 10 + number, now.date())


def test_polls_bring_the_day_in_and_the_night_reads_it_and_finds_what_was_missed(
    airflow: Api, town: Town, warehouse: Engine, tmp_path: Path
) -> None:
    publisher = Publisher(town, datetime.now(UTC).date(), 1, [a_story(number) for number in range(4)])
    late = publisher.stories.pop("/news/3")
    source = publisher.source()
    source["discover"] = [way for way in source["discover"] if way["kind"] != "pages"]
    source["fetch"] = {"poll_min": 15, "recheck": [{"until_h": 24, "every_h": 0.25}]}
    airflow.use(warehouse, tmp_path, source)
    airflow.switch(NIGHTLY, on=True)
    airflow.rest()

    # Switched on, it polls at once: what the feed tells of is archived, and not read.
    publisher.in_feed = ["/news/0", "/news/1"]
    hidden = publisher.stories.pop("/news/2")
    airflow.switch(POLL, on=True)
    wait_for_poll(airflow)
    airflow.switch(POLL, on=False)
    airflow.rest()
    assert pages(warehouse) == {"fetched": 2}
    assert of_rows(warehouse, "select count(*) from core.article") == [0]

    # Half an hour later: one is edited, one is as it was, one is new, and the feed has forgotten the first.
    publisher.stories["/news/2"] = hidden
    publisher.edit("/news/0")
    publisher.in_feed = ["/news/1", "/news/2"]
    half_an_hour_passes(warehouse)
    airflow.switch(POLL, on=True)
    airflow.trigger(POLL, WITHIN_S, sources=["town"])
    airflow.switch(POLL, on=False)
    airflow.rest()
    assert pages(warehouse) == {"fetched": 4, "unchanged": 1}

    # The night: what was archived is read, what no poll saw is fetched.
    publisher.stories[late.path] = late
    asked = len(town.requests)
    days = of_rows(warehouse, "select distinct candidate_day from core.page_fetch where purpose = 'page' order by 1")
    airflow.trigger(NIGHTLY, WITHIN_S, **{"from": str(days[0]), "to": str(days[-1]), "sources": ["town"]})
    assert loaded(warehouse) == publisher.truth()
    assert pages(warehouse) == {"article": 5, "unchanged": 1}
    assert [seen.path for seen in town.requests[asked:] if seen.path.startswith("/news/")] == [late.path]


def wait_for_poll(airflow: Api) -> None:
    wait_for(lambda: any(run["state"] == "success" for run in airflow.runs(POLL, "scheduled")), WITHIN_S)


def pages(warehouse: Engine) -> dict[str, int]:
    query = "select outcome, count(*) from core.page_fetch where purpose = 'page' group by 1"
    with warehouse.connect() as connection:
        return {row[0]: row[1] for row in connection.execute(text(query))}


def half_an_hour_passes(warehouse: Engine) -> None:
    with warehouse.begin() as connection:
        connection.execute(text("update core.page_fetch set captured_at = captured_at - interval '30 minutes'"))
