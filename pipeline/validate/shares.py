"""Shares of a source's pages in one run: how many are undated, empty or rejected, against the source's thresholds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.articles import NormalizedArticle
from pipeline.errors import Terminal
from pipeline.sources import Thresholds
from pipeline.validate.suites import Expectation, Suite
from pipeline.verdicts import BatchVerdict

MEASURES = ("undated", "empty", "rejected")
_WHAT = {"undated": "articles are undated", "empty": "pages are empty", "rejected": "pages are rejected"}


@dataclass(slots=True)
class Counts:
    """What a source's pages of the run were, counted as they pass."""

    pages: int = 0
    articles: int = 0
    undated: int = 0
    empty: int = 0
    rejected: int = 0

    def add(self, article: NormalizedArticle) -> None:
        """Count one page; a rejected one is no article, and "empty" is one of the reasons for that."""
        is_rejected = article.rejected is not None
        self.pages += 1
        self.rejected += is_rejected
        self.articles += not is_rejected
        self.undated += not is_rejected and article.published is None
        self.empty += article.rejected.reason == "empty" if article.rejected else not article.text.strip()

    def of(self, measure: str) -> tuple[int, int]:
        """How many of how many: a date can be missing from articles only, the other two from any page."""
        return int(getattr(self, measure)), self.articles if measure == "undated" else self.pages


class Row(NamedTuple):
    """A source with what its pages were and what it allows."""

    source: str
    counts: Counts
    thresholds: Thresholds

    def share(self, measure: str) -> float | None:
        """The share, 0 to 1; None where the source has too few pages to be judged."""
        part, whole = self.counts.of(measure)
        return part / whole if whole >= self.thresholds.articles else None


def _share(measure: str) -> Callable[[Row], object]:
    return lambda row: row.share(measure)


def _threshold(key: str) -> Callable[[Row], object]:
    return lambda row: getattr(row.thresholds, key)


COLUMNS: dict[str, Callable[[Row], object]] = {
    **{f"{measure}_share": _share(measure) for measure in MEASURES},
    **{key: _threshold(key) for measure in MEASURES for key in (f"{measure}_warning", f"{measure}_critical")},
}


def batch_verdicts(suite: Suite, rows: Sequence[Row], refused: Sequence[Sequence[int]]) -> list[BatchVerdict]:
    """A verdict for each source and expectation that had enough pages to be judged."""
    verdicts = []
    for expectation, indexes in zip(suite.expectations, refused, strict=True):
        measure = _measure(suite, expectation)
        for index, row in enumerate(rows):
            share = row.share(measure)
            if share is not None:
                verdicts.append(_verdict(suite, expectation, row, share, success=index not in indexes))
    return verdicts


def stopped_sources(suite: Suite, rows: Sequence[Row], refused: Sequence[Sequence[int]]) -> dict[str, str]:
    """The sources that must not be loaded, each with the reasons and what to do."""
    reasons: dict[str, list[str]] = {}
    for expectation, indexes in zip(suite.expectations, refused, strict=True):
        if expectation.severity == "critical":
            for index in indexes:
                reasons.setdefault(rows[index].source, []).append(_reason(rows[index], _measure(suite, expectation)))
    return {source: "; ".join(found) for source, found in reasons.items()}


def _reason(row: Row, measure: str) -> str:
    part, whole = row.counts.of(measure)
    limit = getattr(row.thresholds, f"{measure}_critical")
    return (
        f"{part} of {whole} {_WHAT[measure]} ({part / whole:.0%}, more than {limit:.0%}): see what `dateline read` "
        f"makes of them, or raise thresholds.{measure}_critical in the source's file"
    )


def _verdict(suite: Suite, expectation: Expectation, row: Row, share: float, *, success: bool) -> BatchVerdict:
    part, whole = row.counts.of(_measure(suite, expectation))
    return BatchVerdict(
        source=row.source,
        suite=suite.name,
        expectation=expectation.type,
        column=expectation.column,
        severity=expectation.severity,
        evaluated=whole,
        unexpected=part,
        observed=share,
        success=success,
    )


def _measure(suite: Suite, expectation: Expectation) -> str:
    for column in expectation.columns:
        if column.endswith("_share"):
            return column.removesuffix("_share")
    raise Terminal(f"{suite.path}: {expectation.label} looks at no share; name one of {', '.join(MEASURES)}")
