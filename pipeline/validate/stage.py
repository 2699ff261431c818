"""The stage: every article of a run in, verdicts out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.articles import NormalizedArticle
from pipeline.errors import Terminal
from pipeline.sources import SourceConfig, Thresholds
from pipeline.validate import articles as article_rows
from pipeline.validate import bylines as byline_rows
from pipeline.validate import mentions as mention_rows
from pipeline.validate import shares
from pipeline.validate.engine import Judge, load_library
from pipeline.validate.quarantine import refused
from pipeline.validate.suites import Suite, SuiteName, load_suite
from pipeline.verdicts import BatchVerdict, Refused, RowKind, Verdicts

COLUMNS: dict[SuiteName, Mapping[str, Callable[..., object]]] = {
    "articles": article_rows.COLUMNS,
    "bylines": byline_rows.COLUMNS,
    "mentions": mention_rows.COLUMNS,
    "articles_batch": shares.COLUMNS,
}
_CHUNK_ARTICLES = 5_000
_CHUNK_MENTIONS = 50_000

Place = tuple[NormalizedArticle, int]  # an article, and the ordinal of a row among its children


@dataclass(slots=True)
class _Tally:
    """What was found so far."""

    counts: dict[str, shares.Counts] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)
    evaluated: Counter[tuple[SuiteName, str]] = field(default_factory=Counter)
    unexpected: Counter[tuple[SuiteName, str, str]] = field(default_factory=Counter)


def validate(articles: Iterable[NormalizedArticle], sources: Mapping[str, SourceConfig], suites: Path) -> Verdicts:
    """Judge every article of a run, of all its sources, and its bylines and mentions; then the sources as wholes.

    Rejected pages count in their source's shares and are not judged as articles. `articles` is read once and a chunk
    at a time. Raises `Terminal` for a suite that is missing or that Great Expectations does not understand.
    """
    loaded, judge = _suites_and_judge(suites, _contents(suites))
    tally = _Tally()
    for chunk in _chunks(_counted(articles, tally)):
        _judge_chunk(judge, loaded, chunk, tally)
    totals = [shares.Row(name, counts, _thresholds(sources, name)) for name, counts in tally.counts.items()]
    batch = loaded["articles_batch"]
    over = judge.refused_rows(batch, _columns(batch, totals))
    return Verdicts(
        refused=tuple(tally.refused),
        batches=(*_row_verdicts(loaded, tally), *shares.batch_verdicts(batch, totals, over)),
        stopped_sources=shares.stopped_sources(batch, totals, over),
    )


def check_suites(folder: Path) -> dict[str, int]:
    """Expectations by suite, all of them known to Great Expectations; raises `Terminal` naming file and expectation."""
    loaded = load_suites(folder)
    Judge(list(loaded.values()))
    return {name: len(suite.expectations) for name, suite in loaded.items()}


def warm() -> None:
    """Import Great Expectations now, if it is installed."""
    with suppress(Terminal):
        load_library()


def load_suites(folder: Path) -> dict[SuiteName, Suite]:
    """Every suite by name."""
    return {name: load_suite(folder, name, frozenset(columns)) for name, columns in COLUMNS.items()}


@lru_cache(maxsize=1)
def _suites_and_judge(folder: Path, _contents: tuple[bytes, ...]) -> tuple[dict[SuiteName, Suite], Judge]:
    """Made once for what the files hold: a process that runs many windows pays for it once."""
    loaded = load_suites(folder)
    return loaded, Judge(list(loaded.values()))


def _contents(folder: Path) -> tuple[bytes, ...]:
    paths = (folder / f"{name}.json" for name in COLUMNS)
    return tuple(path.read_bytes() for path in paths if path.exists())  # a missing one is named by who reads it


def _thresholds(sources: Mapping[str, SourceConfig], name: str) -> Thresholds:
    """What the source's file says; the defaults where it has none any more."""
    return sources[name].thresholds if name in sources else Thresholds()


def _counted(articles: Iterable[NormalizedArticle], tally: _Tally) -> Iterator[NormalizedArticle]:
    """The articles to judge; every page is counted for its source."""
    for article in articles:
        tally.counts.setdefault(article.page.source, shares.Counts()).add(article)
        if article.rejected is None:
            yield article


def _chunks(articles: Iterable[NormalizedArticle]) -> Iterator[list[NormalizedArticle]]:
    """Lists whose mentions fit a data frame; an expectation costs 15 ms however few rows it sees, so they are long."""
    chunk: list[NormalizedArticle] = []
    mentions = 0
    for article in articles:
        chunk.append(article)
        mentions += len(article.mentions)
        if len(chunk) >= _CHUNK_ARTICLES or mentions >= _CHUNK_MENTIONS:
            yield chunk
            chunk, mentions = [], 0
    if chunk:
        yield chunk


def _judge_chunk(
    judge: Judge, suites: Mapping[SuiteName, Suite], chunk: Sequence[NormalizedArticle], tally: _Tally
) -> None:
    """Articles first: a refused one takes its children along, so they need no verdict."""
    known = len(tally.refused)
    _judge_rows(judge, suites["articles"], "article", [(article, 0) for article in chunk], list(chunk), tally)
    gone = {(row.source, row.record_id) for row in tally.refused[known:]}
    kept = [article for article in chunk if (article.page.source, article.page.raw.record_id) not in gone]
    authors = [row for article in kept for row in byline_rows.rows_of(article)]
    _judge_rows(judge, suites["bylines"], "byline", [(row.article, row.ordinal) for row in authors], authors, tally)
    mentions = [row for article in kept for row in mention_rows.rows_of(article)]
    _judge_rows(judge, suites["mentions"], "mention", [(row.article, row.ordinal) for row in mentions], mentions, tally)


def _judge_rows(
    judge: Judge, suite: Suite, kind: RowKind, places: Sequence[Place], rows: Sequence[Any], tally: _Tally
) -> None:
    columns = _columns(suite, rows)
    for article, _ in places:
        tally.evaluated[suite.name, article.page.source] += 1
    for expectation, indexes in zip(suite.expectations, judge.refused_rows(suite, columns), strict=True):
        for index in indexes:
            article, ordinal = places[index]
            tally.unexpected[suite.name, expectation.label, article.page.source] += 1
            if expectation.severity == "critical":
                values = [columns[column][index] for column in expectation.columns]
                tally.refused.append(refused(article, kind, ordinal, expectation, values))


def _columns(suite: Suite, rows: Sequence[Any]) -> dict[str, list[object]]:
    """The columns that the suite looks at."""
    wanted = {column for expectation in suite.expectations for column in expectation.columns}
    return {name: [COLUMNS[suite.name][name](row) for row in rows] for name in sorted(wanted)}


def _row_verdicts(suites: Mapping[SuiteName, Suite], tally: _Tally) -> Iterator[BatchVerdict]:
    """How each source's rows did at each expectation."""
    for (name, source), evaluated in sorted(tally.evaluated.items()):
        for expectation in suites[name].expectations:
            unexpected = tally.unexpected[name, expectation.label, source]
            yield BatchVerdict(
                source=source,
                suite=name,
                expectation=expectation.type,
                column=expectation.column,
                severity=expectation.severity,
                evaluated=evaluated,
                unexpected=unexpected,
                observed=unexpected / evaluated,
                success=not unexpected,
            )
