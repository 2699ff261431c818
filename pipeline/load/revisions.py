"""From captures to revisions: the same ones in whatever order the captures were loaded. Pure."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, pairwise
from uuid import UUID

from pipeline.load.identity import revision_id


@dataclass(frozen=True, slots=True)
class Capture:
    """A capture of an article. `readers` are the versions that its content was read under: extractor, bylines."""

    page_fetch_id: UUID
    record: tuple[str, int]  # file name and offset, which orders captures of the same instant
    captured_at: datetime
    content_hash: str
    readers: tuple[str, str]


@dataclass(frozen=True, slots=True)
class PlannedRevision:
    """A revision as its captures make it; `captures` in order, the first one is the one its rows are read from.

    `simultaneous` are captures of an instant at which another one is taken to hold. `comparable` is False where the
    revision before was read under other versions, so that nobody can say what the publisher changed.
    """

    revision_id: UUID
    captures: tuple[Capture, ...]
    simultaneous: tuple[Capture, ...]
    valid_from: datetime
    valid_to: datetime | None
    comparable: bool


def plan_revisions(
    article_id: UUID, captures: Iterable[Capture], existing: Collection[UUID] = ()
) -> tuple[PlannedRevision, ...]:
    """The revisions of an article, in order of time: maximal runs of captures with the same content.

    Of several captures of one instant the first record holds. A revision keeps its id as long as the capture that it
    was first made from is one of its own; `existing` are the ids in use.
    """
    holding, beside = _one_an_instant(captures)
    runs = [tuple(run) for _, run in groupby(holding, key=lambda capture: capture.content_hash)]
    starts = [run[0].captured_at for run in runs]
    ends = [*starts, None][1:]
    comparable = [True, *(_comparable(before, run) for before, run in pairwise(runs))][: len(runs)]
    return tuple(
        PlannedRevision(
            revision_id=_kept_id(article_id, run, existing),
            captures=run,
            simultaneous=tuple(other for capture in run for other in beside.get(capture.captured_at, ())),
            valid_from=start,
            valid_to=end,
            comparable=can_compare,
        )
        for run, start, end, can_compare in zip(runs, starts, ends, comparable, strict=True)
    )


def _one_an_instant(captures: Iterable[Capture]) -> tuple[list[Capture], dict[datetime, list[Capture]]]:
    holding: list[Capture] = []
    beside: dict[datetime, list[Capture]] = {}
    for capture in sorted(captures, key=lambda capture: (capture.captured_at, capture.record, capture.page_fetch_id)):
        if holding and holding[-1].captured_at == capture.captured_at:
            beside.setdefault(capture.captured_at, []).append(capture)
        else:
            holding.append(capture)
    return holding, beside


def _kept_id(article_id: UUID, run: Sequence[Capture], existing: Collection[UUID]) -> UUID:
    own = [revision_id(article_id, capture.page_fetch_id) for capture in run]
    return next((found for found in own if found in existing), own[0])


def _comparable(before: Sequence[Capture], run: Sequence[Capture]) -> bool:
    return not {capture.readers for capture in before}.isdisjoint(capture.readers for capture in run)
