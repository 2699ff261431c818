"""SIGKILL at random moments: each article is there once, no archive is damaged, nothing written is asked for again."""

import os
import random
import select
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from warcio.archiveiterator import ArchiveIterator

from tests.conftest import PROJECT
from tests.fetch.conftest import an_article, archives, candidates, rows
from tests.http.town import Answer, Request, Town

PAGES = 400
KILLS = 20

Forks = subprocess.Popen[str]


def test_a_fetch_that_is_killed_again_and_again_loses_and_repeats_nothing(town: Town, forks: Forks) -> None:
    from pipeline.adapters import work
    from pipeline.articles import Candidate
    from pipeline.run import steps
    from pipeline.run.context import work_folder

    for number in range(PAGES):
        town.pages[f"/{number}"] = slow(an_article(f"Ferry {number} burns"))
    run_id, found = uuid4(), candidates(town, *(f"/{number}" for number in range(PAGES)))
    (batch,) = steps.write_candidates(run_id, "town", found)
    moments = random.Random(7)
    kills, written = 0, 0
    while True:
        before = {row.requested_url for row in rows() if row.outcome == "fetched"}
        assert len(before) >= written, "what was written is lost"
        written = len(before)
        asked = len(town.requests)
        done = fetch_and_kill(forks, str(run_id), batch, town, moments.uniform(0.02, 0.2) if kills < KILLS else None)
        again = {town.url(item.path) for item in town.requests[asked:]} & before
        assert again == set(), "asked again for what had been written"
        kills += 1
        if done:
            break
    assert kills == KILLS + 1, "it ended before it was killed so often: it needs more pages"
    fetched = list(work.read_batch(work_folder(run_id, "candidates"), batch, Candidate))
    assert [item.url for item in fetched] == [item.url for item in found]
    assert Counter(row.outcome for row in rows()) == {"fetched": PAGES}
    archived = Counter(url for path in archives() for url in addresses(path))
    assert archived == Counter(item.url for item in found)
    assert len(list(steps.pages_of(fetched))) == PAGES


def slow(body: bytes) -> Callable[[Request], Answer]:
    def answer(_: Request) -> Answer:
        time.sleep(0.01)
        return Answer(body)

    return answer


@pytest.fixture
def forks(live: Callable[..., None]) -> Iterator[Forks]:
    """A process that forks one for each fetch."""
    command = [sys.executable, "-m", "tests.fetch.fetch_batch"]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "bufsize": 1}
    environment = {**os.environ, "DATELINE_FETCH_FLUSH_S": "0.05"}
    with subprocess.Popen(command, cwd=PROJECT, env=environment, **pipes) as process:
        yield process
        process.terminate()


def fetch_and_kill(forks: Forks, run_id: str, batch: str, town: Town, after_s: float | None) -> bool:
    """Starts the fetch, kills it some time after its first request; whether it ended by itself before."""
    assert forks.stdin is not None
    assert forks.stdout is not None
    asked = len(town.requests)
    forks.stdin.write(f"{run_id} {batch}\n")
    pid = int(forks.stdout.readline())
    ended = partial(select.select, [forks.stdout], [], [])
    if after_s is not None:
        while len(town.requests) == asked and not ended(0.005)[0]:
            pass
        if not ended(after_s)[0]:
            os.kill(pid, signal.SIGKILL)
    code = int(forks.stdout.readline())
    assert code in (0, -signal.SIGKILL)
    return code == 0


def addresses(path: Path) -> list[str]:
    """The addresses in an archive file, which must be whole."""
    with path.open("rb") as handle:
        records = ArchiveIterator(handle, check_digests="raise")
        return [item.rec_headers.get_header("WARC-Target-URI") for item in records]
