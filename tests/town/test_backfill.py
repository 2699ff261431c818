"""Thirty past days on nginx, day by day and backwards: by sitemap, archive pages, CDX and WARC, exactly theirs."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from fsspec.implementations.memory import MemoryFileSystem
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.windows import Window
from tests.fetch.conftest import rows
from tests.town.app import HTML, Answer, App, Send, cdx_server, serving
from tests.town.conftest import WriteSource
from tests.town.nginx import Nginx, Site, free_ports, nginx
from tests.town.publisher import Publisher, article_of, articles_of, captures, three_years, write_three_years

ADDRESS = "127.0.3.1"
MONTH = [
    date(2024, 2, 15) + timedelta(days=number) for number in range(30)
]  # over a leap day, early in the three years
EXPECTED = {day: articles_of(day) for day in MONTH}
COUNT = sum(map(len, EXPECTED.values()))


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Nginx, App]]:
    folder, port = tmp_path_factory.mktemp("past"), free_ports()
    publisher = Publisher(folder / "past", lambda path: f"http://{ADDRESS}:{port}{path}")
    write_three_years(publisher)
    every = list(captures(publisher))
    app = App({"/cdx": cdx_server(lambda: every), "/web/": replay})
    with serving(app), nginx(folder, [Site(ADDRESS, "past", app.port)], port) as server:
        yield server, app


async def replay(_app: App, scope: dict[str, Any], _send: Send) -> Answer:
    """A capture as it was; without `id_` it would come with the archive's toolbar."""
    stamp, _, address = scope["path"].removeprefix("/web/").partition("/")
    body = article_of(f"Story {address}", date.fromisoformat(f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}"))
    return 200, HTML, body if stamp.endswith("id_") else body.replace(b"<h1>", b"<h1>Archived: ")


def ways(server: Nginx) -> dict[str, dict[str, Any]]:
    return {
        "sitemap": {"kind": "sitemap"},
        "pages": {"kind": "pages", "url": server.url(ADDRESS, "/archive/{year}/{month:02}/{day:02}/{page}/")},
        "cdx": {
            "kind": "cdx", "url": f"{ADDRESS}/*", "endpoint": server.url(ADDRESS, "/cdx/search"),
            "replay": server.url(ADDRESS, "/web/{timestamp}id_/{url}"),
        },
    }  # fmt: skip


def fetch_day(day: date, source: str) -> tuple[Any, list[str]]:
    """The first half of a run; gives the run and what was left to read."""
    from pipeline.adapters import work
    from pipeline.articles import Candidate
    from pipeline.run import steps
    from pipeline.run.context import work_folder

    plan = steps.plan(Window(day, day), sources=[source])
    steps.fetch_all(plan.run_id, plan.batches)
    folder = work_folder(plan.run_id, "candidates")
    left = [item.url or "" for batch in plan.batches for item in work.read_batch(folder, batch, Candidate)]
    steps.finish(plan.run_id)
    return plan.run_id, left


def pages_of(server: Nginx, since: int) -> Counter[str]:
    """Requests for articles, live or replayed."""
    paths = (item.path for item in server.log(since) if not item.path.startswith("/cdx/"))
    return Counter(path for path in paths if "story-" in path)


@pytest.mark.parametrize("way", ["sitemap", "pages", "cdx"])
def test_thirty_past_days(
    town: tuple[Nginx, App], write_source: WriteSource, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.run.context import warehouse
    from pipeline.run.whole import run_window
    from pipeline.status import run_status, unserved

    monkeypatch.setenv("DATELINE_FETCH_DELAY_S", "0")
    server, app = town
    home = {"homepage": server.url(ADDRESS), "articles": ["/story-"]}
    write_source(way, ways(server)[way], **home)
    since, replayed = len(server.log()), app.asked.copy()
    for day in MONTH[::-1]:
        run_id, left = fetch_day(day, way)
        assert sorted(left) == sorted(server.url(ADDRESS, path) for path in EXPECTED[day]), day
        assert unserved(warehouse(), [run_id]) == {}
    asked = pages_of(server, since)
    assert set(asked.values()) == {1}
    if way == "cdx":  # today's page is asked what holds for the replay, whose bytes then come from the archive
        taken = [path for path in app.asked - replayed if "story" in path]
        assert len(taken) == COUNT
        assert all(path.startswith("/web/") and "id_/" in path for path in taken)
        assert asked.keys() - set(taken) == {path for paths in EXPECTED.values() for path in paths}
    else:
        assert len(asked) == COUNT
    done = run_status(warehouse(), run_window(Window(MONTH[0], MONTH[-1]), sources=[way]))
    assert (done["state"], done["pages"], done["new"], done["unserved"]) == ("success", COUNT, COUNT, [])
    assert pages_of(server, since) == asked, "fetched already"
    days = Counter(row.published_day for row in rows("select published_day from marts.articles"))
    assert days == {day: len(paths) for day, paths in EXPECTED.items() if paths}


def test_thirty_past_days_of_an_object_store_of_warc_files(write_source: WriteSource) -> None:
    """Files as Common Crawl names them, by another writer; only those of the days about a window are opened."""
    from pipeline.run.context import warehouse
    from pipeline.run.whole import run_window
    from pipeline.status import run_status, unserved

    store = MemoryFileSystem()
    for day in three_years()[300:450]:
        write_warc(store, day)
    write_source("warc", {"kind": "archive", "location": "memory://news/{year}/{month:02}", "days": 1})
    try:
        for day in MONTH[::-1]:
            _, left = fetch_day(day, "warc")
            assert sorted(left) == sorted(f"https://past.example{path}" for path in EXPECTED[day]), day
        done = run_status(warehouse(), run_window(Window(MONTH[0], MONTH[-1]), sources=["warc"]))
        assert (done["state"], done["pages"], done["new"]) == ("success", COUNT, COUNT)
        run_id, left = fetch_day(date(2019, 3, 12), "warc")
        (missing,) = unserved(warehouse(), [run_id])[run_id]
        assert (left, missing.has_failed) == ([], False)
        assert missing.why.endswith("no file is about 1 of 1 days")
        indexed = {row.raw_name.partition("CC-NEWS-")[2][:8] for row in rows("select raw_name from core.archive_file")}
        assert indexed == {f"{day + timedelta(days=more):%Y%m%d}" for day in MONTH for more in (-1, 0, 1)}
    finally:
        store.rm("/news", recursive=True)


def write_warc(store: MemoryFileSystem, day: date) -> None:
    """A crawl of one day: its articles, and of every fifth day one that had come out the day before."""
    before = day - timedelta(days=1)
    found = [(path, day) for path in articles_of(day)[: None if day.day % 5 else -1]]
    found += [(path, before) for path in articles_of(before)[-1:] if before.day % 5 == 0]
    with store.open(f"/news/{day:%Y/%m}/CC-NEWS-{day:%Y%m%d}040000-00001.warc.gz", "wb") as file:
        writer = WARCWriter(file, gzip=True, warc_version="1.1")
        for path, out in found:
            body = article_of(f"Story {path}", out)
            writer.write_record(
                writer.create_warc_record(
                    f"https://past.example{path}",
                    "response",
                    payload=BytesIO(body),
                    length=len(body),
                    http_headers=StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1"),
                    warc_headers_dict={"WARC-Date": f"{day}T04:00:00Z"},
                )
            )
