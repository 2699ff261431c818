"""Bad input through a whole run: every page is accounted for, the good ones load, and what is wrong is said."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PROJECT, forget_settings

SAMPLE = PROJECT / "sample" / "archive" / "2026-03-10.warc"
CAPTURED = 1_773_144_000  # 2026-03-10 12:00 UTC
EX_TEMPFAIL = 75
TEXT = "<p>Eleven people were killed when a ferry caught fire in the Sound of Brenna on Tuesday, police said.</p>"


def page(title: str, date: str = "2026-03-10T09:00:00Z", text: str = TEXT * 6) -> bytes:
    head = f"<title>{title}</title><meta property='article:published_time' content='{date}'>"
    whole = (
        f"<!doctype html><html lang=en><head>{head}</head><body><article><h1>{title}</h1>{text}</article></body></html>"
    )
    return whole.encode("utf-8", "surrogatepass")


# What the files of the archive hold, and what must become of each: a reason, or None for an article.
FILES: dict[str, tuple[bytes, str | None]] = {
    "good.html": (page("Ferry fire kills eleven"), None),
    "nothing.html": (b"", "empty"),
    "nothing.warc": (b"", "empty"),
    "nul.html": (b"\0" * 100_000, "undecodable"),
    "huge.html": (page("Ferry fire", text=TEXT * 500_000), "too-large"),
    "surrogates.html": (page("Ferry \ud800 fire", text=TEXT * 6 + "<p>\udfff and \ud83d</p>"), None),
    "nul-inside.html": (page("Ferry\0 fire", text=TEXT * 6 + "<p>a\0b</p>"), None),
    "year-1.html": (page("A ferry burns in the year one", "0001-01-01T00:00:00Z"), None),
    "year-2099.html": (page("A ferry burns in the future", "2099-01-01T00:00:00Z"), None),
}
NO_HEADLINE = b"<html><body><article>" + TEXT.encode() * 6 + b"</article></body></html>"
PAGES = len(FILES) + 1 + 7  # seven in the WARC that is cut


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder of bad pages and some good ones, all captured on one day."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for name, (content, _) in FILES.items():
        (folder / name).write_bytes(content)
    (folder / "no-headline.html").write_bytes(NO_HEADLINE)
    (folder / "cut.warc").write_bytes(SAMPLE.read_bytes()[:-1000])
    for path in folder.iterdir():
        os.utime(path, (CAPTURED, CAPTURED))
    return folder


@pytest.fixture
def sources(tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The source of these pages, which the settings name."""
    folder = tmp_path / "sources"
    folder.mkdir()
    write_source(folder / "bad.yml", location=archive)
    monkeypatch.setenv("DATELINE_SOURCES", str(folder))
    monkeypatch.setenv("DATELINE_WORKERS", "1")
    forget_settings()
    yield folder
    monkeypatch.undo()
    forget_settings()


def write_source(path: Path, *, name: str = "bad", location: object, more: str = "") -> None:
    path.write_text(
        f"name: {name}\ntitle: Bad input\ndiscover:\n"
        f"  - {{kind: archive, location: '{location}', window_by: captured}}\n{more}",
        encoding="utf-8",
    )


def run() -> dict[str, Any]:
    """Run the day, and say what the warehouse holds then."""
    from pipeline.run.context import warehouse
    from pipeline.run.whole import run_window
    from pipeline.status import warehouse_status
    from pipeline.windows import Window

    run_window(Window.parse("2026-03-10"))
    return warehouse_status(warehouse())


def outcomes() -> dict[str, tuple[str, str | None]]:
    """What became of each record."""
    from sqlalchemy import text

    from pipeline.run.context import warehouse

    with warehouse().connect() as connection:
        rows = connection.execute(text("select raw_name, raw_offset, outcome, reason from core.page_fetch"))
        return {f"{row.raw_name}#{row.raw_offset}": (row.outcome, row.reason) for row in rows}


def dateline(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=PROJECT)


@pytest.mark.usefixtures("database", "sources")
def test_every_page_is_accounted_for_and_again_changes_nothing() -> None:
    first = run()
    found = outcomes()
    for name, (_, reason) in FILES.items():
        assert found.pop(f"{name}#None") == (("article", None) if reason is None else ("rejected", reason)), name
    assert found.pop("no-headline.html#None") == ("quarantined", "expect_column_values_to_not_be_null(title)")
    assert sorted(outcome for outcome, _ in found.values()) == ["article"] * 6 + ["rejected"]
    assert ("rejected", "truncated") in found.values()

    (ran,) = first["runs"]
    assert ran["state"] == "success"
    assert ran["pages"] == first["pages"] == PAGES
    assert ran["pages"] == sum(ran[key] for key in ("new", "revised", "unchanged", "rejected", "quarantined"))

    second = run()
    assert len(second.pop("runs")) == 2
    assert first.pop("runs")
    assert second == first


@pytest.mark.usefixtures("database", "sources")
def test_dates_that_cannot_be_leave_an_article_undated() -> None:
    from sqlalchemy import text

    from pipeline.run.context import warehouse

    run()
    with warehouse().connect() as connection:
        query = text(
            "select headline, published_text from core.article_revision where headline like 'A ferry burns%' order by 1"
        )
        rows = connection.execute(query).all()
    assert [tuple(row) for row in rows] == [
        ("A ferry burns in the future", None),
        ("A ferry burns in the year one", None),
    ]


@pytest.mark.usefixtures("database")
def test_a_missing_folder_is_named(sources: Path, tmp_path: Path) -> None:
    write_source(sources / "bad.yml", location=tmp_path / "nowhere")
    done = dateline("run", "--window", "2026-03-10")
    assert done.returncode == 1
    assert f"there is no file or folder at {tmp_path}/nowhere" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_misspelt_key_is_named_with_file_and_near_miss(sources: Path, archive: Path) -> None:
    write_source(sources / "bad.yml", location=archive, more="timezon: Europe/London\n")
    done = dateline("run", "--window", "2026-03-10")
    assert done.returncode == 1
    assert f"{sources / 'bad.yml'}: timezon: unknown key; did you mean 'timezone'?" in done.stderr
    assert "Traceback" not in done.stderr


def test_two_sources_with_one_name_are_both_named(sources: Path, archive: Path) -> None:
    write_source(sources / "worse.yml", location=archive)
    done = dateline("run", "--window", "2026-03-10")
    assert done.returncode == 1
    assert "two sources are called 'bad'" in done.stderr
    assert str(sources / "bad.yml") in done.stderr
    assert str(sources / "worse.yml") in done.stderr


@pytest.mark.usefixtures("sources")
def test_a_database_that_is_down_is_named_and_may_be_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DATABASE_URL", "postgresql://me:secret@127.0.0.1:1/news")
    done = dateline("run", "--window", "2026-03-10")
    assert done.returncode == EX_TEMPFAIL
    assert "127.0.0.1:1/news does not answer" in done.stderr
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 8 KB, which is too small for the batches of a run."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a file system can be mounted as root only")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.usefixtures("database", "sources")
def test_a_raw_store_that_is_full_fails_the_run_and_with_room_it_succeeds(
    tiny_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_RAW_URL", str(tiny_disk))
    forget_settings()
    done = dateline("run", "--window", "2026-03-10")
    assert done.returncode == EX_TEMPFAIL
    assert f"cannot write {tiny_disk / 'work'}/" in done.stderr
    assert "the disk is full; free some space" in done.stderr
    assert "Traceback" not in done.stderr

    subprocess.run(["mount", "-o", "remount,size=20m", str(tiny_disk)], check=True)
    held = run()
    assert [ran["state"] for ran in held["runs"]] == ["success", "failed"]
    assert held["pages"] == PAGES
