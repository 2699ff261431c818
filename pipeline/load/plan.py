"""What has to be written so that the warehouse holds what the captures of a batch and the known ones say. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from pipeline.load.revisions import Capture, PlannedRevision, plan_revisions
from pipeline.load.rows import BESIDE, Held, Page
from pipeline.load.stored import StoredCapture, StoredRevision


@dataclass(frozen=True, slots=True)
class State:
    """What the warehouse holds of the articles that a batch touches."""

    captures: Mapping[UUID, StoredCapture]
    revisions: Mapping[UUID, StoredRevision]


@dataclass(frozen=True, slots=True)
class Copy:
    """A revision whose content only another one holds: a run of captures that an edit in between has split."""

    donor: UUID
    held: Held
    page_fetch_id: UUID


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that a batch changes about articles that are known or new."""

    fresh: list[tuple[Page, Held]] = field(default_factory=list)  # revisions to be made
    rewritten: list[tuple[Page, Held]] = field(default_factory=list)  # revisions whose page was read again
    copies: list[Copy] = field(default_factory=list)
    moved: list[StoredRevision] = field(default_factory=list)  # revisions that now hold from or to another time
    gone: set[UUID] = field(default_factory=set)
    relinked: list[StoredCapture] = field(default_factory=list)  # captures, not of the batch, that changed with it
    revision_of: dict[UUID, tuple[UUID, UUID, bool]] = field(default_factory=dict)  # article, revision, beside another
    edited: set[UUID] = field(default_factory=set)  # articles of which there are several revisions
    incomparable: set[UUID] = field(default_factory=set)  # revisions read under other versions than the one before
    emptied: set[UUID] = field(default_factory=set)  # articles of which no revision is left
    unread: list[StoredCapture] = field(default_factory=list)  # captures that should be read again with this batch
    made: dict[UUID, str] = field(default_factory=dict)  # by capture: "new" or "revised" where it made a revision


def plan(pages: Sequence[Page], article_of: Mapping[UUID, UUID], state: State) -> Plan:
    """The changes that `pages` bring; `state` has every capture and revision of the articles that they touch."""
    result = Plan()
    by_id = {page.page_fetch_id: page for page in pages}
    stored = _following(by_id, state)
    captures: dict[UUID, list[Capture]] = defaultdict(list)
    for page in pages:
        if page.outcome == "article":
            captures[article_of[page.page_fetch_id]].append(_as_capture(page))
    for kept in stored.values():
        if kept.outcome == "article" and kept.article_id and kept.page_fetch_id not in by_id:
            captures[kept.article_id].append(kept.as_capture())
    revisions: dict[UUID, list[StoredRevision]] = defaultdict(list)
    for revision in state.revisions.values():
        revisions[revision.article_id].append(revision)
    known = _Known(by_id, stored)
    for article in sorted(captures.keys() | revisions.keys()):
        _plan_article(article, captures[article], revisions[article], known, result)
    _relink(result, stored, state, by_id)
    return result


@dataclass(frozen=True, slots=True)
class _Known:
    pages: Mapping[UUID, Page]
    captures: Mapping[UUID, StoredCapture]


def _plan_article(
    article: UUID, captures: Iterable[Capture], existing: Sequence[StoredRevision], known: _Known, result: Plan
) -> None:
    before = {revision.revision_id: revision for revision in existing}
    planned = plan_revisions(article, captures, before)
    result.gone.update(before.keys() - {revision.revision_id for revision in planned})
    if not planned:
        result.emptied.add(article)
    elif len(planned) > 1 or len(before) > 1:
        result.edited.add(article)
    for place, revision in enumerate(planned):
        _plan_rows(article, revision, before.get(revision.revision_id), known, result)
        if revision.revision_id not in before:
            result.made[revision.captures[0].page_fetch_id] = "revised" if before or place else "new"
        if not revision.comparable:
            result.incomparable.add(revision.revision_id)
        for beside, group in ((False, revision.captures), (True, revision.simultaneous)):
            for capture in group:
                result.revision_of[capture.page_fetch_id] = (article, revision.revision_id, beside)
    _ask_for_stale(planned, existing, known, result)


def _plan_rows(
    article: UUID, revision: PlannedRevision, before: StoredRevision | None, known: _Known, result: Plan
) -> None:
    first = revision.captures[0].page_fetch_id
    held = Held(revision.revision_id, article, revision.valid_from, revision.valid_to)
    page = known.pages.get(first)
    if page is not None:
        (result.rewritten if before else result.fresh).append((page, held))
        return
    source = known.captures[first]
    if before is None:
        result.copies.append(Copy(source.revision_id or revision.revision_id, held, first))
    if before is None or before.page_fetch_id != first:
        result.unread.append(source)
    now = StoredRevision(revision.revision_id, article, first, revision.valid_from, revision.valid_to)
    if before is not None and now != before:
        result.moved.append(now)


def _ask_for_stale(
    planned: Sequence[PlannedRevision], existing: Sequence[StoredRevision], known: _Known, result: Plan
) -> None:
    """Captures that stand for a revision and were read under other versions than the pages beside them."""
    current = {
        capture.readers for revision in planned for capture in revision.captures if capture.page_fetch_id in known.pages
    }
    for revision in existing:
        stored = known.captures.get(revision.page_fetch_id)
        if stored and stored.page_fetch_id not in known.pages and current and stored.readers not in current:
            result.unread.append(stored)


def _following(pages: Mapping[UUID, Page], state: State) -> dict[UUID, StoredCapture]:
    """Captures with the content of one that was read again: they are what it is now, unread."""
    following = dict(state.captures)
    for capture in state.captures.values():
        revision = state.revisions.get(capture.revision_id) if capture.revision_id else None
        page = pages.get(revision.page_fetch_id) if revision else None
        before = state.captures.get(revision.page_fetch_id) if revision else None
        if page and before and (capture.content_hash, capture.readers) == (before.content_hash, before.readers):
            following[capture.page_fetch_id] = _as_read(capture, page)
    return following


def _as_read(capture: StoredCapture, page: Page) -> StoredCapture:
    is_article = page.outcome == "article"
    return replace(
        capture,
        outcome=page.outcome,
        reason=page.reason if not is_article else capture.reason,
        detail=page.detail if not is_article else capture.detail,
        content_hash=page.content_hash if is_article else None,
        versions=page.versions,
    )


def _relink(result: Plan, captures: Mapping[UUID, StoredCapture], state: State, pages: Mapping[UUID, Page]) -> None:
    for capture in captures.values():
        if capture.page_fetch_id in pages:
            continue
        now = _linked(capture, result.revision_of.get(capture.page_fetch_id))
        if now != state.captures[capture.page_fetch_id]:
            result.relinked.append(now)


def _linked(capture: StoredCapture, link: tuple[UUID, UUID, bool] | None) -> StoredCapture:
    if link is None or capture.outcome != "article":
        return replace(capture, article_id=None, revision_id=None)
    article, revision, beside = link
    reason, detail = BESIDE if beside else (None, None)
    return replace(capture, article_id=article, revision_id=revision, reason=reason, detail=detail)


def _as_capture(page: Page) -> Capture:
    info = page.article.page
    record = (info.raw.name, -1 if info.raw.offset is None else info.raw.offset)
    return Capture(page.page_fetch_id, record, info.captured_at, page.content_hash, page.versions[:2])
