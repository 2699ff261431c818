"""Which of a page's bylines a reader would see: every candidate is read, ranked by points with reasons, and kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.bylines.items import read_candidate
from pipeline.bylines.parse import Reading
from pipeline.bylines.ranking import points
from pipeline.bylines.types import Author, BylineCandidate, BylineChoice, RawByline

MIN_POINTS = 26
ASIDE = frozenset(("photos", "video", "illustration", "editing", "review", "translation"))


@dataclass(frozen=True, slots=True)
class Ranked:
    raw: RawByline
    reading: Reading
    points: int
    reasons: tuple[str, ...]


def choose(candidates: Sequence[RawByline], *, language: str | None, publisher: str | None) -> BylineChoice:
    """The byline that a reader would see, and every candidate in order of rank."""
    read = [(raw, read_candidate(raw, language, publisher)) for raw in candidates]
    ranked = []
    for index, (raw, reading) in enumerate(read):
        others = [(r, x) for i, (r, x) in enumerate(read) if i != index]
        score, reasons = points(raw, reading, others, publisher)
        ranked.append(Ranked(raw, reading, score, reasons))
    ranked.sort(key=lambda item: (-item.points, sum(map(len, item.raw.names))))
    best = ranked[0] if ranked and ranked[0].reading.authors and ranked[0].points >= MIN_POINTS else None
    kept = tuple(
        BylineCandidate(item.raw, item.reading.authors, f"{item.points}: " + ", ".join(item.reasons), item is best)
        for item in ranked
    )
    if best is None:
        return BylineChoice((), None, None, kept)
    return BylineChoice(_writers(best.reading.authors), "; ".join(best.raw.names), best.raw.origin, kept)


def _writers(authors: Sequence[Author]) -> tuple[Author, ...]:
    """Without those who took the pictures or edited, where somebody wrote."""
    return tuple(author for author in authors if author.contribution not in ASIDE) or tuple(authors)
