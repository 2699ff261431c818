"""Loads one batch of one source in one transaction; safe to run twice, and twice at once."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

import psycopg
import structlog
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from pipeline.articles import NormalizedArticle
from pipeline.errors import Terminal, Transient
from pipeline.load.articles import Identified, identify
from pipeline.load.counts import Counts, count
from pipeline.load.pages import prepare
from pipeline.load.people import drop_unnamed, write_authors, write_publishers
from pipeline.load.plan import Plan, State, plan
from pipeline.load.quarantine import write_refused
from pipeline.load.rows import Page
from pipeline.load.runs import save_batch, save_source
from pipeline.load.session import Session, Watch
from pipeline.load.stored import StoredCapture, captures_by_id, captures_of, revisions_of
from pipeline.load.write import drop_emptied, write_captures, write_revisions
from pipeline.models import Article, ArticleAlias, reachable, table
from pipeline.sources import SourceConfig
from pipeline.verdicts import Refused

log = structlog.get_logger(__name__)

ATTEMPTS = 5
MET_ANOTHER = {"23503", "23505", "40001", "40P01"}  # foreign key, unique, serialization, deadlock: another load won
LOCK = "select pg_advisory_xact_lock(hashtext('dateline load'), hashtext(:source))"
LOCK_ARTICLES = "select from core.article where article_id = any(:ids) order by article_id for no key update"


class Collision(Exception):
    """Another load wrote the same articles between a look and a write; to be tried again."""


def load_batch(
    engine: Engine,
    run_id: UUID,
    batch: str,
    source: SourceConfig,
    articles: Iterable[NormalizedArticle],
    refused: Sequence[Refused] = (),
    *,
    neighbours: Iterable[NormalizedArticle] = (),
    watch: Watch | None = None,
) -> Counts:
    """Loads the pages of a batch; returns what became of them, as it also stands in ops.batch.

    `articles` are all pages, rejected ones too; `refused` what validation refused of them: refused articles and
    children stay out. `neighbours` are pages that `load.neighbours` asked for: they are loaded and not counted.
    Raises `Transient` where the warehouse does not answer, `Terminal` where it refuses a row.
    """
    pages = prepare(articles, refused)
    beside = prepare(neighbours, refused)
    for attempt in range(ATTEMPTS):
        try:
            with reachable(engine), engine.begin() as connection:
                session = Session(connection, watch)
                counts = _load(session, source, pages, beside, run_id)
                counts = counts.refusing(write_refused(session, run_id, pages, refused))
                save_batch(session, run_id, batch, source.name, counts)
                session.announce("commit")
            return counts
        except Collision as error:
            log.info("load met another", batch=batch, attempt=attempt, why=str(error))
        except (DBAPIError, psycopg.Error) as error:
            _explain(error, batch)
    raise Transient(f"batch {batch} met other loads of the same articles {ATTEMPTS} times: try again")


def unread_neighbours(
    connection: Connection, pages: Sequence[Page]
) -> tuple[list[StoredCapture], Mapping[UUID, StoredCapture]]:
    """Captures that should be read again beside these pages, and the captures known of the pages themselves."""
    session = Session(connection)
    known = captures_by_id(session, (page.page_fetch_id for page in pages))
    todo = _to_do(pages, known)
    identified, state = _look(session, todo, known)
    return plan(todo, identified.article_of, state).unread, known


def _load(
    session: Session, source: SourceConfig, pages: Sequence[Page], beside: Sequence[Page], run_id: UUID
) -> Counts:
    session.run(LOCK, source=source.name)
    save_source(session, source)
    own = frozenset(page.page_fetch_id for page in pages)
    beside = [page for page in beside if page.page_fetch_id not in own]
    known = captures_by_id(session, (page.page_fetch_id for page in (*pages, *beside)))
    todo = [*_to_do(pages, known), *beside]
    if not todo:
        return count(pages, Plan())
    identified, state = _look(session, todo, known)
    _check_unchanged(captures_by_id(session, known), known)
    planned = plan(todo, identified.article_of, state)
    _write(session, source, todo, identified, planned, known, run_id)
    return count(pages, planned)


def _to_do(pages: Sequence[Page], known: Mapping[UUID, StoredCapture]) -> list[Page]:
    return [
        page for page in pages if page.page_fetch_id not in known or not known[page.page_fetch_id].says_the_same(page)
    ]


def _look(session: Session, todo: Sequence[Page], known: Mapping[UUID, StoredCapture]) -> tuple[Identified, State]:
    """Whose articles the pages show, and all that is known of those, which nobody else may change from here on."""
    identified = identify(session, [page for page in todo if page.outcome == "article"], known)
    shown = (known[page.page_fetch_id].article_id for page in todo if page.page_fetch_id in known)
    touched = identified.existing | {article for article in shown if article}
    if touched:
        session.run(LOCK_ARTICLES, ids=sorted(touched))
    captures = {**captures_of(session, touched)}
    return identified, State(captures, revisions_of(session, touched))


def _check_unchanged(now: Mapping[UUID, StoredCapture], before: Mapping[UUID, StoredCapture]) -> None:
    if now != before:
        raise Collision("its captures changed")


def _write(
    session: Session,
    source: SourceConfig,
    todo: Sequence[Page],
    identified: Identified,
    planned: Plan,
    known: Mapping[UUID, StoredCapture],
    run_id: UUID,
) -> None:
    shown = [page for page in todo if page.outcome == "article"]
    write_publishers(session, source, shown)
    for model, rows in ((Article, identified.new_articles), (ArticleAlias, identified.new_aliases)):
        if session.add(table(model), list(rows.values())) < len(rows):
            raise Collision(f"another load brought one of its rows of {model.__tablename__}")
    standing = [page for page, _ in (*planned.fresh, *planned.rewritten)]
    write_authors(session, standing)
    unsure = write_revisions(session, planned, run_id)
    write_captures(session, todo, known, planned, run_id)
    drop_emptied(session, planned)
    drop_unnamed(session, unsure)


def _explain(error: DBAPIError | psycopg.Error, batch: str) -> None:
    """Raises what an error of the database means; returns where it means to try again."""
    origin = error.orig if isinstance(error, DBAPIError) else error
    state = getattr(origin, "sqlstate", None)
    if state in MET_ANOTHER:
        log.info("load met another", batch=batch, why=str(origin))
        return
    raise Terminal(f"batch {batch} cannot be loaded: the warehouse refused it: {str(origin).strip()}") from error
