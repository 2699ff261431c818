"""A live source of one town on loopback, and a fresh warehouse that its pages are fetched into."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from pipeline.articles import Candidate
from pipeline.settings import settings
from tests.conftest import forget_settings
from tests.http.town import CONTACT, Town

DAY = date(2026, 3, 10)


@pytest.fixture
def town() -> Iterator[Town]:
    with Town() as found:
        yield found


@pytest.fixture
def live(town: Town, tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Writes the source `town`, with what its `fetch` says; the settings let it be fetched without delays."""
    folder = tmp_path / "sources"
    folder.mkdir()
    values = {"SOURCES": str(folder), "WORKERS": "1", "CONTACT": CONTACT, "ALLOW_PRIVATE": "127.0.0.0/8"}
    for name, value in {**values, "FETCH_DELAY_S": "0", "FETCH_FLUSH_S": "0.2"}.items():
        monkeypatch.setenv(f"DATELINE_{name}", value)

    def write(**fetch: Any) -> None:
        source = {"name": "town", "title": "Town", "discover": [{"kind": "feed", "url": town.url("/feed")}]}
        path = folder / "town.yml"
        path.write_text(json.dumps({**source, "fetch": fetch}), encoding="utf-8")
        forget_settings()

    write()
    yield write
    monkeypatch.undo()
    forget_settings()


META = (
    '<meta property="article:published_time" content="2026-03-10T08:00:00+00:00"><meta name="author" content="Jo Doe">'
)


def an_article(title: str = "Ferry burns", words: str = "eleven", head: str = "") -> bytes:
    """A page that is an article."""
    first = f"<p>At least {words} people were killed, police said. "
    text = f"<h1>{title}</h1>{first}{'The harbour master said the search went on. ' * 20}</p>"
    page = f"<head><title>{title}</title>{META}{head}</head><body><article>{text}</article></body>"
    return f"<!doctype html><html lang=en>{page}</html>".encode()


def candidates(town: Town, *paths: str) -> list[Candidate]:
    """Addresses that a listing offers for a day."""
    return [Candidate("town", town.url(path), None, None, DAY) for path in paths]


def fetch(found: Sequence[Candidate], run_id: UUID | None = None) -> tuple[UUID, list[Candidate]]:
    """One batch through the fetch step; gives the run and what then is in the batch."""
    from pipeline.adapters import work
    from pipeline.run import steps
    from pipeline.run.context import work_folder

    run_id = run_id or uuid4()
    (batch,) = steps.write_candidates(run_id, "town", found)
    steps.fetch(run_id, batch)
    return run_id, list(work.read_batch(work_folder(run_id, "candidates"), batch, Candidate))


def run(found: Sequence[Candidate]) -> dict[str, Any]:
    """One batch through all steps; gives the run as `dateline status` shows it."""
    from pipeline import load
    from pipeline.run import steps
    from pipeline.run.context import warehouse
    from pipeline.run.versions import current_versions
    from pipeline.status import run_status
    from pipeline.windows import Window

    run_id = uuid4()
    with warehouse().begin() as connection:
        load.start_run(connection, run_id, Window(DAY, DAY), ["town"], "test", current_versions())
    batches = list(steps.write_candidates(run_id, "town", found))
    for batch in batches:
        steps.fetch(run_id, batch)
        steps.extract_batch(run_id, batch)
    steps.validate_run(run_id, batches)
    steps.load_run(run_id, batches)
    steps.publish(run_id)
    return run_status(warehouse(), run_id)


PAGES = "select * from core.page_fetch where purpose = 'page' order by captured_at"


def rows(query: str = PAGES) -> list[Any]:
    """What the warehouse holds; unless told, of attempts on pages."""
    from pipeline.run.context import warehouse

    with warehouse().connect() as connection:
        return list(connection.execute(text(query)))


def later(hours: float) -> None:
    """As if all that was fetched had been fetched so much earlier."""
    from pipeline.run.context import warehouse

    with warehouse().begin() as connection:
        shift = text("update core.page_fetch set captured_at = captured_at - :hours * interval '1 hour'")
        connection.execute(shift, {"hours": hours})


def archives() -> list[Path]:
    """The archive files of the raw store, those of the work folder apart."""
    raw = Path(settings().raw_store)
    return sorted(path for path in raw.rglob("*.warc.gz") if raw / "work" not in path.parents)
