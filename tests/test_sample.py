"""The sample archive: it is what its pages make, and the program reads it as a careful reader would."""

import gzip
import sys
from collections import defaultdict
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from pipeline.archive import iter_pages
from pipeline.articles import NormalizedArticle
from pipeline.numbers import Mention
from pipeline.run.pages import read_articles
from pipeline.sources import load_source
from pipeline.windows import window_day

PROJECT = Path(__file__).resolve().parent.parent
SAMPLE = PROJECT / "sample"

# The least share of right answers. Raise a floor when the program has become better; never lower one.
FLOORS = {
    "rejected": 1.0,
    "window": 1.0,
    "title": 1.0,
    "language": 1.0,
    "site": 0.45,
    "authors": 0.78,
    "kinds": 0.73,
    "published": 1.0,
    "modified": 1.0,
    "dateline": 0.0,
    "absent": 0.88,
    "found": 0.96,
    "value": 0.93,
    "comparator": 0.79,
    "bounds": 1.0,
    "unit": 0.86,
    "currency": 0.71,
    "noun": 0.73,
    "event": 0.0,
    "by": 0.04,
}

Answers = dict[str, list[tuple[bool, str]]]


@pytest.fixture(scope="module")
def expected() -> dict[str, dict[str, Any]]:
    """The truth, by the name of the page's file."""
    rows: dict[str, dict[str, Any]] = yaml.safe_load((SAMPLE / "expected.yml").read_text(encoding="utf-8"))
    return rows


@pytest.fixture(scope="module")
def captures() -> list[dict[str, Any]]:
    """The captures in the order in which the archive gives them."""
    rows: list[dict[str, Any]] = yaml.safe_load((SAMPLE / "pages.yml").read_text(encoding="utf-8"))
    return sorted(rows, key=lambda row: row["archive"])


@pytest.fixture(scope="module")
def articles(captures: list[dict[str, Any]]) -> dict[str, NormalizedArticle]:
    """What the program reads, by the name of the page's file."""
    source = load_source(PROJECT / "sources" / "sample" / "sample.yml")
    pages = iter_pages(SAMPLE / "archive", source=source.name)
    read = list(read_articles(pages, source, workers=1))
    assert len(read) == len(captures)
    return {capture["file"]: article for capture, article in zip(captures, read, strict=True)}


@pytest.fixture(scope="module")
def answers(expected: dict[str, dict[str, Any]], articles: dict[str, NormalizedArticle]) -> Answers:
    """For each field, every answer: whether it is right, and what was read for what."""
    found: Answers = defaultdict(list)
    for file, truth in expected.items():
        _judge_page(found, file, truth, articles[file])
        for number in truth.get("numbers", ()):
            _judge_number(found, file, number, articles[file])
    return found


def test_the_archive_is_what_its_pages_make(tmp_path: Path) -> None:
    sys.path.insert(0, str(SAMPLE))
    try:
        from build import build
    finally:
        sys.path.remove(str(SAMPLE))
    made = {path.relative_to(tmp_path): path for path in build(tmp_path)}
    committed = {path.relative_to(SAMPLE / "archive") for path in (SAMPLE / "archive").rglob("*") if path.is_file()}
    assert set(made) == committed
    for name, path in made.items():
        assert _content(path) == _content(SAMPLE / "archive" / name), f"run `python sample/build.py`: {name}"


def test_every_page_has_its_truth(expected: dict[str, dict[str, Any]], captures: list[dict[str, Any]]) -> None:
    files = {path.name for path in (SAMPLE / "pages").iterdir()}
    assert files == set(expected) == {capture["file"] for capture in captures}


def test_the_sample_has_what_it_is_for(expected: dict[str, dict[str, Any]], captures: list[dict[str, Any]]) -> None:
    kept = [truth for truth in expected.values() if "rejected" not in truth]
    assert {truth["language"] for truth in kept} == {"en", "de", "fr", "es"}
    assert {truth["rejected"] for truth in expected.values() if "rejected" in truth} >= {"consent-page", "bot-wall"}
    assert [truth for truth in kept if truth["published"] is None]
    assert [truth for truth in kept if "quarantined" in truth]
    assert {truth["window"] for truth in expected.values()} == {date(2026, 3, day) for day in range(10, 15)}
    with pytest.raises(UnicodeDecodeError):
        (SAMPLE / "pages" / "depeche-du-port-incendie.html").read_text(encoding="utf-8")
    urls = [capture["url"] for capture in captures if "url" in capture]
    assert len(urls) == len(set(urls)) + 1, "one address is captured twice"


@pytest.mark.parametrize("field", FLOORS)
def test_pages_are_read_as_a_reader_would(answers: Answers, field: str) -> None:
    judged = answers[field]
    wrong = [miss for right, miss in judged if not right]
    share = (len(judged) - len(wrong)) / len(judged)
    assert share >= FLOORS[field], f"{field}: {share:.3f} right; wrong:\n" + "\n".join(wrong)


def test_a_wire_copy_has_the_text_of_the_other(articles: dict[str, NormalizedArticle]) -> None:
    first, second = (articles[name].text for name in ("northern-post-wire.html", "harbour-times-wire.html"))
    assert first.splitlines()[-5:] == second.splitlines()[-5:]


def test_the_edited_article_differs_in_its_figures_only(articles: dict[str, NormalizedArticle]) -> None:
    morning, evening = (articles[f"harbour-times-ferry-fire-{time}.html"] for time in ("morning", "evening"))
    assert morning.canonical_url == evening.canonical_url
    assert morning.published == evening.published
    assert (
        morning.text.replace("At least 11", "At least 14")
        .replace("five fishing", "eight fishing")
        .replace("at least 11", "at least 14")
        == evening.text
    )


def _judge_page(found: Answers, file: str, truth: dict[str, Any], article: NormalizedArticle) -> None:
    reason = article.rejected.reason if article.rejected else None
    _judge(found, "rejected", file, truth.get("rejected"), reason)
    if not _is_loose(article) or article.published:
        day = window_day(article.published, article.page.captured_at, UTC)
        _judge(found, "window", file, truth["window"], day)
    if "rejected" in truth:
        return
    _judge(found, "title", file, truth["title"], article.title)
    _judge(found, "language", file, truth["language"], article.language)
    if article.page.url:
        host = urlsplit(article.page.url).hostname or ""
        _judge(found, "site", file, host.removeprefix("www."), article.site)
    _judge(found, "authors", file, truth["authors"], [author.name for author in article.authors])
    kinds = truth.get("kinds", ["person"] * len(truth["authors"]))
    _judge(found, "kinds", file, kinds, [author.kind for author in article.authors])
    published = article.published.text if article.published else None
    _judge(found, "published", file, _instant(truth["published"]), _instant(published))
    if "modified" in truth:
        _judge(
            found, "modified", file, _instant(truth["modified"]), article.modified and _instant(article.modified.text)
        )
    if "dateline" in truth:
        _judge(found, "dateline", file, truth["dateline"], article.dateline and article.dateline.place)
    for words in truth.get("absent", ()):
        _judge(found, "absent", file, None, words if words in article.text else None)


def _judge_number(found: Answers, file: str, truth: dict[str, Any], article: NormalizedArticle) -> None:
    where = f"{file}: {truth['at']}"
    mention = _mention(truth["at"], article)
    _judge(found, "found", where, True, mention is not None)
    if mention is None:
        return
    if "value" in truth:
        _judge(found, "value", where, Decimal(str(truth["value"])), mention.value)
    if "comparator" in truth:
        _judge(found, "comparator", where, truth["comparator"], mention.comparator)
    if truth.get("approximate"):
        _judge(found, "comparator", where, True, mention.approximate)
    if "min" in truth:
        bounds = (Decimal(truth["min"]), Decimal(truth["max"]))
        _judge(found, "bounds", where, bounds, (mention.value_min, mention.value_max))
    for field, value in (
        ("unit", mention.unit),
        ("currency", mention.currency),
        ("noun", mention.noun),
        ("event", mention.event_type),
        ("by", mention.attributed_to or ""),
    ):
        if field in truth:
            _judge(found, field, where, truth[field], value)


def _mention(marked: str, article: NormalizedArticle) -> Mention | None:
    """The mention in the body whose number tokens are those in brackets."""
    before, rest = marked.split("[")
    number, after = rest.split("]")
    at = article.text.find(before + number + after)
    if at < 0:
        return None
    span = (at + len(before), at + len(before) + len(number))
    inside = [
        mention
        for mention in article.mentions
        if mention.part != "headline" and mention.char_start < span[1] and mention.char_end > span[0]
    ]
    return inside[0] if len(inside) == 1 else None


def _judge(found: Answers, field: str, where: str, truth: object, value: object) -> None:
    found[field].append((truth == value, f"  {where}: {value!r} for {truth!r}"))


def _instant(text: str | None) -> datetime | str | None:
    """A full timestamp as an instant, so that its spelling does not matter; coarser dates as they are."""
    return datetime.fromisoformat(text) if text and "T" in text else text


def _is_loose(article: NormalizedArticle) -> bool:
    return article.page.raw.offset is None


def _content(path: Path) -> bytes:
    """The bytes, of compressed files what was compressed: compressors differ between versions."""
    content = path.read_bytes()
    return gzip.decompress(content) if path.suffix == ".gz" else content
