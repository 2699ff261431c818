"""A run's articles in, verdicts out: who is refused, which source is stopped, and what a broken suite says."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pydantic import TypeAdapter

from pipeline.articles import NormalizedArticle, RawRef, Refusal
from pipeline.errors import Terminal
from pipeline.settings import PROJECT
from pipeline.sources import Archive, SourceConfig, Thresholds
from pipeline.validate import check_suites, stage, validate
from pipeline.validate.engine import _indexes, load_library
from pipeline.verdicts import Verdicts


def _copies(article: NormalizedArticle, count: int, source: str = "sample") -> Iterator[NormalizedArticle]:
    for number in range(count):
        page = replace(article.page, source=source, raw=RawRef("/a.warc", "a.warc", number))
        yield replace(article, page=page)


def _source(name: str, **thresholds: Any) -> SourceConfig:
    archive = Archive(kind="archive", location="x")
    return SourceConfig(name=name, title=name, discover=(archive,), thresholds=Thresholds(**thresholds))


def test_good_articles_pass_and_every_expectation_is_reported(good: NormalizedArticle, suites: Path) -> None:
    verdicts = validate(_copies(good, 3), {"sample": _source("sample")}, suites)
    assert verdicts.refused == ()
    assert verdicts.stopped_sources == {}
    assert verdicts.warnings == ()
    assert {(item.suite, item.evaluated) for item in verdicts.batches} == {
        ("articles", 3),
        ("bylines", 3),
        ("mentions", 9),
    }
    assert len(verdicts.batches) == sum(check_suites(suites).values()) - 6  # too few pages for the shares


def test_no_article_gives_no_verdict(suites: Path) -> None:
    assert validate([], {}, suites) == Verdicts()


def test_a_refused_article_takes_its_children_along(good: NormalizedArticle, suites: Path) -> None:
    bad = replace(good, title=None, text="", mentions=good.mentions * 2, dateline=None)
    verdicts = validate([*_copies(good, 1), *_copies(bad, 1, source="other")], {}, suites)
    assert {item.row_kind for item in verdicts.refused} == {"article"}
    assert verdicts.refused_rows("article") == {("other", "a.warc#0", 0)}
    assert {(item.expectation, item.column) for item in verdicts.refused} == {
        ("expect_column_values_to_not_be_null", "title"),
        ("expect_column_values_to_be_between", "text_length"),
        ("expect_column_values_to_be_between", "text_letter_share"),
    }


def test_a_refused_child_is_named_by_its_place_and_its_article_passes(good: NormalizedArticle, suites: Path) -> None:
    author = replace(good.authors[0], name="https://example.org")
    mention = replace(good.mentions[1], surface="Monday")
    bad = replace(good, authors=(*good.authors, author), mentions=(good.mentions[0], mention, good.mentions[2]))
    verdicts = validate([bad], {}, suites)
    assert verdicts.refused_rows("article") == frozenset()
    assert verdicts.refused_rows("byline") == {("sample", "a.warc.gz#100", 1)}
    assert verdicts.refused_rows("mention") == {("sample", "a.warc.gz#100", 1)}
    refused = verdicts.refused[-1]
    assert refused.page_hash == good.page.page_hash
    assert (refused.expectation, refused.column) == ("expect_column_values_to_be_in_set", "surface_is_in_text")
    assert refused.row["surface"] == "Monday"
    assert refused.detail == "The surface is the text between its offsets. Found: surface_is_in_text = False"


def test_a_warning_is_counted_for_its_source_and_refuses_nothing(good: NormalizedArticle, suites: Path) -> None:
    long = replace(good, section=300 * "a")
    verdicts = validate([*_copies(good, 2, "a"), *_copies(long, 1, "a"), *_copies(good, 2, "b")], {}, suites)
    assert verdicts.refused == ()
    (warning,) = verdicts.warnings
    assert (warning.source, warning.column, warning.evaluated, warning.unexpected) == ("a", "section", 3, 1)
    assert warning.observed == pytest.approx(1 / 3)


def test_a_source_over_a_critical_threshold_is_stopped_and_no_other(good: NormalizedArticle, suites: Path) -> None:
    undated = replace(good, published=None, published_from=None, modified=None, modified_from=None)
    pages = [*_copies(undated, 26, "bad"), *_copies(good, 25, "bad"), *_copies(good, 60, "fine")]
    verdicts = validate(pages, {name: _source(name) for name in ("bad", "fine")}, suites)
    assert list(verdicts.stopped_sources) == ["bad"]
    assert verdicts.stopped_sources["bad"].startswith("26 of 51 articles are undated (51%, more than 50%): see what")
    assert "thresholds.undated_critical" in verdicts.stopped_sources["bad"]
    assert verdicts.refused == ()
    shares = [item for item in verdicts.batches if item.suite == "articles_batch" and not item.success]
    assert {(item.source, item.severity, item.evaluated, item.unexpected) for item in shares} == {
        ("bad", "critical", 51, 26),
        ("bad", "warning", 51, 26),
    }


def test_thresholds_are_those_of_the_source_file(good: NormalizedArticle, suites: Path) -> None:
    rejected = replace(good, rejected=Refusal("empty", "no text"), text="")
    pages = [*_copies(rejected, 4, "strict"), *_copies(rejected, 4, "lax")]
    sources = {"strict": _source("strict", articles=4), "lax": _source("lax", articles=5)}
    verdicts = validate(pages, sources, suites)
    assert list(verdicts.stopped_sources) == ["strict"]
    assert "4 of 4 pages are empty" in verdicts.stopped_sources["strict"]
    assert "4 of 4 pages are rejected" in verdicts.stopped_sources["strict"]


def test_rejected_pages_are_not_judged_as_articles(good: NormalizedArticle, suites: Path) -> None:
    rejected = replace(good, rejected=Refusal("consent-page", "asks"), title=None, text="", authors=(), mentions=())
    verdicts = validate(_copies(rejected, 50), {}, suites)
    assert verdicts.refused == ()
    assert {item.suite for item in verdicts.batches} == {"articles_batch"}
    assert {item.column.split(", ")[1] for item in verdicts.batches} == {"empty_share", "rejected_share"}


def test_verdicts_survive_json_with_what_no_database_can_hold(good: NormalizedArticle, suites: Path) -> None:
    bad = replace(good, section="a\x00\ud800b", title="\ud801\x00")
    mention = replace(good.mentions[0], value=Decimal("-Infinity"))
    verdicts = validate([bad, *_copies(replace(good, mentions=(mention,)), 60)], {}, suites)
    adapter = TypeAdapter(Verdicts)
    text = adapter.dump_json(verdicts)
    assert adapter.validate_json(text) == verdicts
    assert b"\\u0000" not in text
    article = next(item for item in verdicts.refused if item.row_kind == "article")
    assert article.row["section"] == "a\ufffd\ufffdb"
    assert article.row["title"] == "\ufffd\ufffd"
    assert len([item for item in verdicts.refused if item.row_kind == "mention"]) == 60


def test_chunks_do_not_change_the_verdicts(
    good: NormalizedArticle, suites: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = replace(good, title=None)
    pages = [*_copies(good, 4, "a"), *_copies(bad, 3, "b"), *_copies(good, 2, "c")]
    whole = validate(pages, {}, suites)
    monkeypatch.setattr(stage, "_CHUNK_MENTIONS", 7)
    monkeypatch.setattr(stage, "_CHUNK_ARTICLES", 2)
    parts = validate(pages, {}, suites)
    assert parts.batches == whole.batches
    assert sorted(parts.refused, key=repr) == sorted(whole.refused, key=repr)


def _edit(suites: Path, folder: Path, change: dict[str, Any], name: str = "articles") -> Path:
    """A copy of the suites in which the first expectation of one is changed."""
    shutil.copytree(suites, folder, dirs_exist_ok=True)
    path = folder / f"{name}.json"
    suite = json.loads(path.read_text(encoding="utf-8"))
    suite["expectations"][0] |= change
    path.write_text(json.dumps(suite), encoding="utf-8")
    return folder


TITLE = {"column": "title"}
SECTION = {"column": "section"}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"type": "expect_column_values_to_match_rege"},
            r"articles\.json: .*knows no expect_column_values_to_match_rege; did you mean "
            "expect_column_values_to_match_regex",
        ),
        (
            {"type": "expect_column_values_to_be_in_set", "kwargs": SECTION},
            r"articles\.json: expect_column_values_to_be_in_set\(section\): .*value_set field required",
        ),
        ({"kwargs": SECTION | {"regex": "x", "min": 3}}, r"articles\.json: .*min extra fields not permitted"),
        (
            {"kwargs": {"column": "titel", "regex": "x"}},
            r"articles\.json: .*: no column 'titel'; articles have .*title",
        ),
        ({"type": "expect_table_row_count_to_equal", "kwargs": {"value": 1}}, r"articles\.json: .*names no column"),
        ({"type": "expect_column_max_to_be_between", "kwargs": TITLE | {"max_value": 1}}, "gives no verdict per row"),
        ({"kwargs": SECTION | {"regex": "x", "mostly": 0.9}}, "mostly would leave bad rows without a verdict"),
        ({"type": "expect_column_values_to_not_be_null", "kwargs": TITLE}, r"not_be_null\(title\) stands there twice"),
        ({"severity": "fatal"}, r"articles\.json: expectations\.0\.severity: Input should be"),
        ({"kwarg": {}}, r"articles\.json: expectations\.0\.kwarg: Extra inputs are not permitted"),
    ],
)
def test_a_suite_that_could_pass_in_silence_is_an_error(
    change: dict[str, Any], message: str, suites: Path, tmp_path: Path
) -> None:
    with pytest.raises(Terminal, match=message):
        check_suites(_edit(suites, tmp_path, change))


def test_an_expectation_that_cannot_be_evaluated_is_an_error(
    good: NormalizedArticle, suites: Path, tmp_path: Path
) -> None:
    folder = _edit(suites, tmp_path, {"kwargs": {"column": "page_hash", "regex": "("}})
    with pytest.raises(Terminal, match=r"articles\.json: .*\(page_hash\) could not be evaluated: .*missing \)"):
        validate([good], {}, folder)


def test_an_expectation_that_names_too_few_of_its_rows_is_an_error() -> None:
    """With SQL, Great Expectations once named 87 of 204 rows."""
    suite = stage.load_suites(PROJECT / "expectations")["articles"]
    result = SimpleNamespace(result={"unexpected_count": 204, "unexpected_index_list": list(range(87))})
    with pytest.raises(Terminal, match="names 87 of 204 refused rows"):
        _indexes(result, suite, suite.expectations[0])


def test_a_share_that_nobody_counts_is_an_error(good: NormalizedArticle, suites: Path, tmp_path: Path) -> None:
    kwargs = {"column_A": "undated_warning", "column_B": "undated_critical"}
    with pytest.raises(Terminal, match="looks at no share"):
        validate([good], {}, _edit(suites, tmp_path, {"kwargs": kwargs}, "articles_batch"))


def test_a_missing_suite_and_a_file_that_is_no_json_are_errors(tmp_path: Path) -> None:
    with pytest.raises(Terminal, match=r"no suite at .*articles\.json: restore it, or set DATELINE_EXPECTATIONS"):
        check_suites(tmp_path)
    (tmp_path / "articles.json").write_text("{", encoding="utf-8")
    with pytest.raises(Terminal, match=r"articles\.json: not a JSON file"):
        check_suites(tmp_path)


def test_without_great_expectations_the_extra_is_named(suites: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "great_expectations", None)
    with pytest.raises(Terminal, match=r"pip install 'dateline\[validate\]'"):
        check_suites(suites)


def test_great_expectations_reads_the_files_itself(suites: Path) -> None:
    gx = load_library()
    for path in sorted(suites.glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        assert len(gx.ExpectationSuite(**content).expectations) == len(content["expectations"]) > 0


SILENT = """
import os, socket, sys
from pathlib import Path
def refuse(*_):
    print("network", file=sys.stderr)
    os._exit(3)
socket.socket.connect = socket.getaddrinfo = refuse
import logging
logging.basicConfig(level=logging.DEBUG)
import pipeline.validate
assert "great_expectations" not in sys.modules and "pandas" not in sys.modules, "imported too early"
pipeline.validate.check_suites(Path(sys.argv[1]))
from tests_good import ARTICLES
verdicts = pipeline.validate.validate(ARTICLES, {}, Path(sys.argv[1]))
assert len(verdicts.refused) == 1, verdicts
"""


def test_validation_is_silent_writes_no_file_and_asks_no_network(
    good: NormalizedArticle, suites: Path, tmp_path: Path
) -> None:
    modules, home = tmp_path / "modules", tmp_path / "home"
    modules.mkdir()
    home.mkdir()
    lines = TypeAdapter(list[NormalizedArticle]).dump_json([good, replace(good, title=None)])
    (modules / "tests_good.py").write_text(
        "from pydantic import TypeAdapter\nfrom pipeline.articles import NormalizedArticle\n"
        f"ARTICLES = TypeAdapter(list[NormalizedArticle]).validate_json({lines!r})\n",
        encoding="utf-8",
    )
    project = str(suites.parent)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SILENT, str(suites)],
        cwd=home,
        env={
            "HOME": str(home),
            "PYTHONPATH": f"{project}:{modules}",
            "PYTHONDONTWRITEBYTECODE": "1",
            "TMPDIR": str(home),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(home.iterdir()) == []
