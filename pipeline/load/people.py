"""Publishers and authors: one row a name, told by its earliest capture, whatever the order of loading."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from pipeline.bylines import author_key
from pipeline.load.identity import author_id, publisher_id, site_of
from pipeline.load.rows import Page
from pipeline.load.session import RowValues, Session
from pipeline.models import Author, Publisher, table
from pipeline.models.vocabulary import NAME_ORIGINS
from pipeline.sources import SourceConfig

RANK = "array_position(array['" + "', '".join(NAME_ORIGINS) + "'], {}.name_from)"
PUBLISHER_SETS = """
publisher_name = excluded.publisher_name, name_from = excluded.name_from, named_at = excluded.named_at,
country = coalesce(excluded.country, core.publisher.country)
"""
PUBLISHER_WHEN = f"""
({RANK.format("excluded")}, excluded.named_at, excluded.publisher_name collate "C")
    < ({RANK.format("core.publisher")}, core.publisher.named_at, core.publisher.publisher_name collate "C")
or excluded.name_from = 'source' and excluded.publisher_name <> core.publisher.publisher_name
or excluded.country <> core.publisher.country
or excluded.country is not null and core.publisher.country is null
"""
EARLIER = """
(excluded.named_at, excluded.author_name collate "C", excluded.author_kind collate "C")
    < (core.author.named_at, core.author.author_name collate "C", core.author.author_kind collate "C")
"""
AUTHOR_SETS = (
    ", ".join(
        f"{name} = case when {EARLIER} then excluded.{name} else core.author.{name} end"
        for name in ("author_name", "author_kind", "named_at")
    )
    + ', profile_url = least(excluded.profile_url collate "C", core.author.profile_url collate "C")'
)
AUTHOR_WHEN = f"""
{EARLIER} or excluded.profile_url collate "C" < core.author.profile_url collate "C"
or excluded.profile_url is not null and core.author.profile_url is null
"""
ALONE = "select pg_advisory_xact_lock(hashtext('dateline authors'))"
# An address that several authors of one publisher share is the publisher's, not theirs.
MERGE = """
with shared as (
    select profile_url from core.author
    where profile_url = any(:urls) and author_kind = 'person'
    group by profile_url having count(*) = count(distinct publisher_id)
), found as (
    select a.author_id, nullif(first_value(a.author_id) over (partition by a.profile_url order by a.author_id),
        a.author_id) as merged_into
    from core.author a join shared using (profile_url) where a.author_kind = 'person'
), wanted as (
    select a.author_id, found.merged_into from core.author a left join found using (author_id)
    where a.profile_url = any(:urls)
)
update core.author a set merged_into = wanted.merged_into from wanted
where a.author_id = wanted.author_id and a.merged_into is distinct from wanted.merged_into
"""
DROP_UNNAMED = """
with unnamed as (
    select author_id from core.author a
    where author_id = any(:ids) and not exists (select from core.byline b where b.author_id = a.author_id)
), unmerged as (
    update core.author set merged_into = null
    where merged_into in (select author_id from unnamed) and author_id not in (select author_id from unnamed)
)
delete from core.author where author_id in (select author_id from unnamed)
"""


def write_publishers(session: Session, source: SourceConfig, pages: Iterable[Page]) -> None:
    """The publishers of pages; the source file's name for one counts most, then the earliest page's."""
    best: dict[UUID, tuple[tuple[int, datetime, str], RowValues]] = {}
    for page in pages:
        rank, row = _publisher(source, page)
        if row[0] not in best or rank < best[row[0]][0]:
            best[row[0]] = (rank, row)
    session.upsert(table(Publisher), [row for _, row in best.values()], PUBLISHER_SETS, PUBLISHER_WHEN)


def write_authors(session: Session, pages: Iterable[Page]) -> None:
    """The authors of pages, and who of them is known at another publisher by the same profile address."""
    rows = author_rows(pages)
    urls = sorted({row[5] for row in rows if row[5]})
    if urls:  # two loads that bring halves of one pair must not run at once: neither would see the other's
        session.run(ALONE)
    session.upsert(table(Author), rows, AUTHOR_SETS, AUTHOR_WHEN)
    if urls:
        session.run(MERGE, urls=urls)


def drop_unnamed(session: Session, authors: Sequence[UUID]) -> None:
    """Deletes those of the authors that no byline names any longer."""
    if authors:
        session.run(DROP_UNNAMED, ids=sorted(authors))


def author_rows(pages: Iterable[Page]) -> list[RowValues]:
    """One row an author of these pages."""
    named: dict[UUID, tuple[datetime, str, str]] = {}
    profiles: dict[UUID, set[str]] = {}
    keys: dict[UUID, tuple[UUID, str]] = {}
    for page in pages:
        publisher = publisher_id(site_of(page.article))
        for ordinal, author in enumerate(page.article.authors):
            if ordinal in page.refused_bylines:
                continue
            found = author_id(publisher, author.name)
            keys[found] = (publisher, author_key(author.name))
            said = (page.article.page.captured_at, author.name, author.kind)
            named[found] = min(said, named.get(found, said))
            if author.profile_url:
                profiles.setdefault(found, set()).add(author.profile_url)
    return [
        (found, *keys[found], name, kind, min(profiles.get(found, ()), default=None), at, None)
        for found, (at, name, kind) in named.items()
    ]


def _publisher(source: SourceConfig, page: Page) -> tuple[tuple[int, datetime, str], RowValues]:
    article, site = page.article, site_of(page.article)
    known = source.site(article.site)
    name, origin = site, "site"
    if known.name:
        name, origin = known.name, "source"
    elif article.publisher:
        name, origin = article.publisher, "page"
    elif article.site is None:
        name = source.title
    at = article.page.captured_at
    rank = (NAME_ORIGINS.index(origin), at, name)
    return rank, (publisher_id(site), site, name, origin, at, known.country)
