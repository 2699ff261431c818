"""Bad input through the whole of reading: every page gives a row, with its reason where it is no article."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.archive import iter_pages
from pipeline.cli.output import article_json
from pipeline.run.pages import read_articles
from pipeline.sources import Archive, SourceConfig

SAMPLE = Path(__file__).resolve().parent.parent / "sample" / "archive"
SOURCE = SourceConfig(name="bad", title="bad input", discover=(Archive(kind="archive", location="."),))
PARAGRAPH = "<p>Eleven people were killed when a ferry caught fire in the Sound of Brenna on Tuesday, police said.</p>"


def html(date: str, words: str = "", encoding: str = "utf-8") -> bytes:
    head = f'<meta charset="{encoding}"><title>Ferry fire kills 11</title>'
    head += f'<meta property="article:published_time" content="{date}">'
    body = f"<article><h1>Ferry fire kills 11</h1>{PARAGRAPH * 6}<p>{words}</p></article>"
    return f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>".encode(
        "utf-8", "surrogatepass"
    )


def read(folder: Path) -> list[dict[str, Any]]:
    return [article_json(article) for article in read_articles(iter_pages(folder), SOURCE, workers=1)]


def reason(row: dict[str, Any]) -> str | None:
    return row["rejected"] and row["rejected"]["reason"]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("nothing.html", b"", "empty"),
        ("nothing.warc.gz", b"", "empty"),
        ("blank.html", b" \n\t\n", "empty"),
        ("nul.html", b"\0" * 100_000, None),
        ("noise.html", bytes(range(256)) * 400, None),
        ("huge.html", html("2026-03-10").replace(b"</article>", b"<p>word word word</p>" * 2_500_000), "too-large"),
        ("nul.txt", b"\0" * 100_000, None),
        ("nothing.txt", b"\n\n", "empty"),
    ],
)
def test_what_is_no_page_is_one_row_with_a_reason(
    tmp_path: Path, name: str, content: bytes, expected: str | None
) -> None:
    (tmp_path / name).write_bytes(content)
    (row,) = read(tmp_path)
    assert reason(row) is not None
    assert expected is None or reason(row) == expected
    assert row["rejected"]["detail"]


def test_a_truncated_warc_gives_what_could_be_read(tmp_path: Path) -> None:
    whole = (SAMPLE / "2026-03-10.warc").read_bytes()
    (tmp_path / "cut.warc").write_bytes(whole[: len(whole) - 1000])
    rows = read(tmp_path)
    assert [reason(row) for row in rows] == [None] * 6 + ["truncated"]
    assert "cut.warc ends at" in rows[-1]["rejected"]["detail"]


@pytest.mark.parametrize("words", ["\ud800 and \udfff", "a\x00b\x0bc", "\ufffe\uffff"])
def test_characters_that_are_none_do_not_reach_the_output(tmp_path: Path, words: str) -> None:
    (tmp_path / "odd.html").write_bytes(html("2026-03-10T09:00:00Z", words))
    (row,) = read(tmp_path)
    line = json.dumps(row, default=str, ensure_ascii=False)
    assert line.encode("utf-8")
    assert "\\u0000" not in line
    assert reason(row) is None


@pytest.mark.parametrize("date", ["0001-01-01T00:00:00Z", "2099-12-31T00:00:00Z", "9999-12-31T23:59:59-12:00", "0000"])
def test_dates_that_cannot_be_are_not_believed(tmp_path: Path, date: str) -> None:
    (tmp_path / "page.html").write_bytes(html(date))
    (row,) = read(tmp_path)
    assert reason(row) is None
    assert row["published"] is None


def test_markup_without_end(tmp_path: Path) -> None:
    (tmp_path / "deep.html").write_bytes(b"<html><body>" + b"<div><b><table>" * 20_000 + b"<p>Eleven were killed.")
    (tmp_path / "good.html").write_bytes(html("2026-03-10"))
    deep, good = read(tmp_path)
    assert deep["record_id"] == "deep.html"
    assert reason(good) is None


def test_the_command_says_what_it_could_not_read(tmp_path: Path) -> None:
    def dateline_read(path: Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from pipeline.cli import main; main()", "read", str(path), "--workers", "1"]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    (tmp_path / "nothing.html").write_bytes(b"")
    empty, missing = dateline_read(tmp_path), dateline_read(tmp_path / "no such folder")
    assert json.loads(empty.stdout)["rejected"]["reason"] == "empty"
    assert (empty.returncode, missing.returncode) == (1, 1)
    assert "no such folder" in missing.stderr
    assert "Traceback" not in missing.stderr
