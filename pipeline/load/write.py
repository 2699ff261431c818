"""Writes a plan: rows that are new go straight to their tables, rows that may be there are staged and merged."""

from collections.abc import Iterable, Sequence
from itertools import chain
from uuid import UUID

from sqlalchemy import Table

from pipeline.load.plan import Plan
from pipeline.load.rows import ATTEMPT, CHILDREN, REVISION, ROWS_OF, Held, Page, fetch_row, revision_row
from pipeline.load.session import RowValues, Session, columns, key
from pipeline.load.stored import StoredCapture
from pipeline.models import ArticleRevision, PageFetch, table

HELD = {"revision_id", "valid_from", "valid_to", "page_fetch_id", "run_id"}
COPY_REVISION = """
insert into core.article_revision ({names}, revision_id, valid_from, valid_to, page_fetch_id, run_id)
select {names}, cast(:revision_id as uuid), cast(:valid_from as timestamptz), cast(:valid_to as timestamptz),
    cast(:page_fetch_id as uuid), cast(:run_id as uuid)
from core.article_revision where revision_id = :donor
"""
MOVE = """
update core.article_revision r
set valid_from = m.valid_from, valid_to = m.valid_to, page_fetch_id = m.page_fetch_id, run_id = :run_id
from unnest(cast(:ids as uuid[]), cast(:starts as timestamptz[]), cast(:ends as timestamptz[]),
    cast(:fetches as uuid[])) as m (revision_id, valid_from, valid_to, page_fetch_id)
where r.revision_id = m.revision_id
"""
CHANGED = """
with compared as (
    select revision_id, case
        when revision_id = any(:incomparable) then null
        when lag(revision_id) over story is null then '{}'
        else array_remove(array[
            case when headline is distinct from lag(headline) over story then 'headline' end,
            case when body is distinct from lag(body) over story then 'body' end,
            case when byline is distinct from lag(byline) over story then 'byline' end], null)
        end as changed_fields
    from core.article_revision where article_id = any(:articles)
    window story as (partition by article_id order by valid_from)
)
update core.article_revision r set changed_fields = c.changed_fields from compared c
where r.revision_id = c.revision_id and r.changed_fields is distinct from c.changed_fields
"""
RELINK = """
update core.page_fetch f
set outcome = l.outcome, reason = l.reason, detail = l.detail, content_hash = l.content_hash,
    article_id = l.article_id, revision_id = l.revision_id, extract_version = l.extract_version,
    bylines_version = l.bylines_version, dates_version = l.dates_version, numbers_version = l.numbers_version
from unnest(cast(:ids as uuid[]), cast(:outcomes as text[]), cast(:reasons as text[]), cast(:details as text[]),
    cast(:hashes as text[]), cast(:articles as uuid[]), cast(:revisions as uuid[]), cast(:extracts as text[]),
    cast(:bylines as text[]), cast(:dates as text[]), cast(:numbers as text[]))
    as l (page_fetch_id, outcome, reason, detail, content_hash, article_id, revision_id, extract_version,
        bylines_version, dates_version, numbers_version)
where f.page_fetch_id = l.page_fetch_id
"""
AUTHORS_OF = "select distinct author_id from core.byline where revision_id = any(:ids)"


def write_revisions(session: Session, plan: Plan, run_id: UUID) -> list[UUID]:
    """Makes, rewrites, splits and deletes revisions with their children; returns authors that may be unnamed now."""
    touched = sorted({held.revision_id for _, held in plan.rewritten} | plan.gone)
    unsure = [row.author_id for row in session.run(AUTHORS_OF, ids=touched)] if touched else []
    session.insert(table(ArticleRevision), [revision_row(page, held, run_id) for page, held in plan.fresh])
    for child in CHILDREN:
        session.insert(child, _child_rows(child, plan.fresh))
    _rewrite(session, plan.rewritten, run_id)
    _copy(session, plan, run_id)
    _move(session, plan, run_id)
    _delete(session, sorted(plan.gone))
    if plan.edited:
        session.run(CHANGED, articles=sorted(plan.edited), incomparable=sorted(plan.incomparable))
    return unsure


def write_captures(session: Session, pages: Iterable[Page], known: Iterable[UUID], plan: Plan, run_id: UUID) -> None:
    """A row a capture: new ones, and those that are read otherwise now."""
    seen = frozenset(known)
    new: list[RowValues] = []
    again: list[RowValues] = []
    for page in pages:
        article, revision, beside = plan.revision_of.get(page.page_fetch_id, (None, None, False))
        rows = again if page.page_fetch_id in seen else new
        rows.append(fetch_row(page, run_id, article, revision, beside))
    session.insert(table(PageFetch), new)
    session.merge(table(PageFetch), again, kept=("run_id", *ATTEMPT))
    _relink(session, plan.relinked)


def drop_emptied(session: Session, plan: Plan) -> None:
    """Deletes articles of which no revision is left: what was read as one is rejected now."""
    if plan.emptied:
        ids = sorted(plan.emptied)
        session.run("delete from core.article_alias where article_id = any(:ids)", ids=ids)
        session.run("delete from core.article where article_id = any(:ids)", ids=ids)


def _child_rows(child: Table, revisions: Iterable[tuple[Page, Held]]) -> list[Sequence[object]]:
    rows_of = ROWS_OF[child.name]
    return list(chain.from_iterable(rows_of(page, held.revision_id) for page, held in revisions))


def _rewrite(session: Session, revisions: Sequence[tuple[Page, Held]], run_id: UUID) -> None:
    """Rows that do not differ stay as they are; children that are there no longer go."""
    if not revisions:
        return
    rows = [revision_row(page, held, run_id) for page, held in revisions]
    session.merge(table(ArticleRevision), rows, kept=("changed_fields",), ignored=("run_id",))
    ids = sorted(held.revision_id for _, held in revisions)
    for child in CHILDREN:
        rows = _child_rows(child, revisions)
        session.merge(child, rows)
        gone = f"delete from {child.fullname} c where revision_id = any(:ids)"
        if rows:
            same = " and ".join(f"s.{name} = c.{name}" for name in key(child))
            gone += f" and not exists (select from staged_{child.name} s where {same})"
        session.run(gone, ids=ids)


def _copy(session: Session, plan: Plan, run_id: UUID) -> None:
    names = ", ".join(name for name in REVISION if name not in HELD)
    for copy in plan.copies:
        held = copy.held
        session.run(
            COPY_REVISION.format(names=names),
            donor=copy.donor,
            revision_id=held.revision_id,
            valid_from=held.valid_from,
            valid_to=held.valid_to,
            page_fetch_id=copy.page_fetch_id,
            run_id=run_id,
        )
        for child in CHILDREN:
            others = ", ".join(name for name in columns(child) if name != "revision_id")
            session.run(
                f"insert into {child.fullname} (revision_id, {others}) select cast(:revision_id as uuid), {others} "
                f"from {child.fullname} where revision_id = :donor",
                revision_id=held.revision_id,
                donor=copy.donor,
            )


def _move(session: Session, plan: Plan, run_id: UUID) -> None:
    if plan.moved:
        session.run(
            MOVE,
            ids=[revision.revision_id for revision in plan.moved],
            starts=[revision.valid_from for revision in plan.moved],
            ends=[revision.valid_to for revision in plan.moved],
            fetches=[revision.page_fetch_id for revision in plan.moved],
            run_id=run_id,
        )


def _delete(session: Session, revisions: Sequence[UUID]) -> None:
    if revisions:
        for found in (*CHILDREN, table(ArticleRevision)):
            session.run(f"delete from {found.fullname} where revision_id = any(:ids)", ids=revisions)


def _relink(session: Session, captures: Sequence[StoredCapture]) -> None:
    if captures:
        session.run(
            RELINK,
            ids=[capture.page_fetch_id for capture in captures],
            outcomes=[capture.outcome for capture in captures],
            reasons=[capture.reason for capture in captures],
            details=[capture.detail for capture in captures],
            hashes=[capture.content_hash for capture in captures],
            articles=[capture.article_id for capture in captures],
            revisions=[capture.revision_id for capture in captures],
            extracts=[capture.versions[0] for capture in captures],
            bylines=[capture.versions[1] for capture in captures],
            dates=[capture.versions[2] for capture in captures],
            numbers=[capture.versions[3] for capture in captures],
        )
