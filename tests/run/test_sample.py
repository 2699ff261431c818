"""The sample archive through whole runs: everything counted, nothing twice, windows that own their days."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from pipeline.models import Base
from tests.conftest import PROJECT
from tests.run.conftest import Source, engine, run
from tests.warehouse import dump, written

SAMPLE = PROJECT / "sample" / "archive"
DAYS = "2026-03-10/2026-03-14"
SHOWN = ("pages", "new", "revised", "unchanged", "rejected", "quarantined")


def counts(status: dict[str, object]) -> tuple[object, ...]:
    return tuple(status[name] for name in SHOWN)


def empty() -> None:
    """Take every row out of core."""
    tables = ", ".join(table.fullname for table in Base.metadata.sorted_tables if table.schema == "core")
    with engine().begin() as connection:
        connection.execute(text(f"truncate {tables}"))


def scalar(query: str) -> object:
    with engine().connect() as connection:
        return connection.scalar(text(query))


def test_a_window_that_runs_twice_changes_nothing(sources: Source) -> None:
    sources("sample", SAMPLE)
    first = run(DAYS)
    assert first["state"] == "success"
    pages, new, revised, unchanged, rejected, quarantined = (int(str(item)) for item in counts(first))
    assert pages == new + revised + unchanged + rejected + quarantined
    assert (revised, unchanged, rejected, quarantined) == (1, 0, 4, 1)
    assert new == scalar("select count(*) from core.article")
    rows, places = dump(engine(), "core"), written(engine())
    refused = dump(engine(), "ops")["ops.quarantine"]
    again = run(DAYS)
    assert counts(again) == (pages, 0, 0, new + revised, rejected, quarantined)
    assert dump(engine(), "core") == rows
    assert written(engine()) == places, "rows were written again that had not changed"
    assert dump(engine(), "ops")["ops.quarantine"] == refused
    assert scalar("select count(*) from ops.run") == 2


def test_each_day_owns_its_articles(sources: Source) -> None:
    """Days run backwards, one by one, end where all of them at once end."""
    sources("sample", SAMPLE)
    run(DAYS)
    whole = dump(engine(), "core")
    empty()
    for day in ("2026-03-14", "2026-03-12", "2026-03-13", "2026-03-11", "2026-03-10"):
        assert run(day)["state"] == "success"
    assert dump(engine(), "core") == whole


def test_two_processes_at_once_leave_one_load(sources: Source) -> None:
    sources("sample", SAMPLE)
    run(DAYS)
    alone = dump(engine(), "core")
    empty()
    command = [sys.executable, "-m", "pipeline.cli", "run", "--window", DAYS]
    both = [subprocess.Popen(command, env=os.environ.copy(), stdout=subprocess.PIPE) for _ in range(2)]
    results = [json.loads(process.communicate(timeout=300)[0]) for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert {result["pages"] for result in results} == {27}
    assert sum(result["new"] for result in results) == scalar("select count(*) from core.article")
    assert dump(engine(), "core") == alone


def test_an_edited_file_becomes_a_revision(sources: Source, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    page = folder / "toll.txt"
    head = "Ferry toll\n\nBy Jane Doe\n\n10 March 2026\n\nAt least {} people were killed, police said on Tuesday. "
    body = " ".join(["The harbour master said the search would go on until dark."] * 12)
    page.write_text(head.format(11) + body, encoding="utf-8")
    os.utime(page, (1_773_144_000, 1_773_144_000))
    sources("folder", folder)
    assert counts(run("2026-03-10")) == (1, 1, 0, 0, 0, 0)
    page.write_text(head.format(14) + body, encoding="utf-8")
    os.utime(page, (1_773_151_200, 1_773_151_200))
    assert counts(run("2026-03-10")) == (1, 0, 1, 0, 0, 0)
    assert scalar("select string_agg(value::text, ' ' order by valid_from) from core.number_mention "
                  "join core.article_revision using (revision_id) where kind = 'count'") == "11 14"  # fmt: skip


def test_a_raised_version_rebuilds_what_is_out_of_date(sources: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline import numbers
    from pipeline.run.whole import run_reprocess
    from pipeline.status import run_status

    sources("sample", SAMPLE)
    first = run(DAYS)
    revisions = scalar("select count(*) from core.article_revision")
    monkeypatch.setattr(numbers, "VERSION", "test")
    again = run_status(engine(), run_reprocess())
    assert again["state"] == "success"
    assert (again["new"], again["revised"]) == (0, 0)
    assert again["pages"] == first["pages"]
    assert scalar("select count(*) from core.article_revision") == revisions
    assert scalar("select array_agg(distinct numbers_version) from core.number_mention") == ["test"]
    assert run_status(engine(), run_reprocess())["pages"] == 0


def test_a_source_that_validation_stops_does_not_load(sources: Source, tmp_path: Path) -> None:
    """Sixty pages without a date stop their source, and no other."""
    from pipeline.errors import Terminal

    folder = tmp_path / "undated"
    folder.mkdir()
    for number in range(60):
        words = " ".join([f"The council met for the {number}th time and nothing was decided at all."] * 12)
        (folder / f"{number}.txt").write_text(f"Council meeting {number}\n\n{words}", encoding="utf-8")
        os.utime(folder / f"{number}.txt", (1_773_144_000, 1_773_144_000))
    sources("undated", folder)
    sources("sample", SAMPLE)
    with pytest.raises(Terminal, match="undated"):
        run("2026-03-10")
    assert scalar("select count(*) from core.article_alias where address like 'urn:dateline:undated%'") == 0
    assert int(str(scalar("select count(*) from core.article"))) > 3
    assert "undated" in str(scalar("select error_message from ops.run"))
