"""A year of one source, a run a day through `dateline run`: no gap, no double, and what was edited is seen."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.conftest import PROJECT
from tests.fetch.conftest import later, live
from tests.http.town import Town
from tests.publisher import BROKEN, FIRST, LAST, LOST, Publisher, loaded
from tests.run.conftest import engine
from tests.warehouse import written

__all__ = ["live"]
ARTICLES = ("/news/", "/old/")
pytestmark = pytest.mark.timeout(1500)


@pytest.fixture
def town() -> Iterator[Town]:
    with Town() as found:
        yield found


@pytest.fixture
def publisher(town: Town, live: Callable[..., None], tmp_path: Path) -> Publisher:
    found = Publisher(town)
    (tmp_path / "sources" / "town.yml").write_text(json.dumps(found.source()), encoding="utf-8")
    return found


def dateline_run(*words: str) -> tuple[list[dict[str, Any]], str, int]:
    """The command; gives the runs that it tells of, what it complains about, and its exit status."""
    command = [sys.executable, "-m", "pipeline.cli", "run", *words]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    complaints = [line for line in done.stderr.splitlines() if line.startswith("dateline: ")]
    return [json.loads(line) for line in done.stdout.splitlines()], "\n".join(complaints), done.returncode


def count(query: str) -> int:
    with engine().connect() as connection:
        return int(connection.scalar(text(query)) or 0)


def test_a_year_day_by_day_then_as_a_whole(publisher: Publisher) -> None:
    """Each day is a run of its own; what fails is named and made good; once more, and once more after edits."""
    year = f"{FIRST}/{LAST}"
    runs, complaints, status = dateline_run("--window", year, "--by-day")
    owned = Counter(story.day for story in publisher.published())

    # One day could not be read: it is named, and no other day suffers.
    assert (status, complaints.count(str(BROKEN))) == (1, 2), complaints
    assert [run["window"] for run in runs] == [str(day) for day in publisher.days if day != BROKEN]
    assert {run["state"] for run in runs} == {"success"}
    assert {run["window"]: run["new"] for run in runs} == {
        str(day): owned[day] for day in publisher.days if day != BROKEN
    }
    assert all(run["pages"] == run["new"] for run in runs), "a page was read twice"
    # The day of which the publisher's archive knows nothing is told of, and only that one.
    assert [item["windows"] for run in runs for item in run["unserved"]] == [[str(LOST)]]

    publisher.is_mended = True
    (mended,), complaints, status = dateline_run("--window", str(BROKEN))
    assert (status, complaints, mended["new"], mended["unserved"]) == (0, "", owned[BROKEN], [])

    assert loaded(engine()) == publisher.truth()
    assert asked_twice(publisher) == {}, "fetched more than once"
    assert count("select count(*) from core.page_fetch where error_class = 'not-found' and purpose = 'page'") == len(
        publisher.gone()
    )

    # The same year as one window: what the days made is what it finds.
    before, asked = written(engine()), len(publisher.town.requests)
    (whole,), complaints, status = dateline_run("--window", year)
    assert (status, complaints) == (0, "")
    assert (whole["pages"], whole["unchanged"]) == (len(publisher.published()), len(publisher.published()))
    assert [item["windows"] for item in whole["unserved"]] == [[str(LOST)]]
    after = written(engine())
    assert {name for name in before if name != "core.page_fetch" and before[name] != after[name]} == set()
    assert [seen.path for seen in publisher.town.requests[asked:] if seen.path.startswith(ARTICLES)] == []

    # A day later some are edited: exactly those become revisions.
    edited = sorted(story.path for story in publisher.published())[::60]
    publisher.edit(*edited)
    later(hours=25)
    (again,), _, status = dateline_run("--window", year)
    assert (status, again["new"], again["revised"]) == (0, 0, len(edited))
    assert loaded(engine()) == publisher.truth()


def asked_twice(publisher: Publisher) -> dict[str, int]:
    asked = Counter(seen.path for seen in publisher.town.requests if seen.path.startswith(ARTICLES))
    return {path: times for path, times in asked.items() if times > 1}
