-- One row an article, as its current revision has it.
-- publisher: Name of the outlet
-- author_names: Its authors, in the order of the byline
-- revision_count: Revisions known; more than one means that headline, body or byline was edited
-- first_captured_at: Earliest capture of the article
-- revised_at: Capture in which the latest edit was first seen; null where none was
-- record_id: Where its page lies in the raw archive: file and, in a WARC, offset
select
    a.article_id,
    r.revision_id,
    a.canonical_url,
    p.publisher_name as publisher,
    p.site,
    p.country,
    r.headline,
    r.byline,
    (
        select coalesce(array_agg(b.author_name order by b.ordinal), '{}')
        from core.byline b
        where b.revision_id = r.revision_id
    ) as author_names,
    r.published_text,
    r.published_start,
    r.published_end,
    r.published_precision,
    r.published_day,
    r.published_from,
    r.modified_text,
    r.modified_start,
    r.modified_end,
    r.dateline_place,
    r.dateline_agency,
    r.section,
    r.genre,
    r.language_code,
    r.body,
    (select count(*) from core.article_revision o where o.article_id = a.article_id) as revision_count,
    (select min(o.valid_from) from core.article_revision o where o.article_id = a.article_id) as first_captured_at,
    case
        when exists (select from core.article_revision o where o.article_id = a.article_id and o.valid_to is not null)
        then r.valid_from
    end as revised_at,
    f.source_name,
    concat_ws('#', f.raw_name, f.raw_offset) as record_id
from core.article a
join core.publisher p using (publisher_id)
join core.article_revision r on r.article_id = a.article_id and r.valid_to is null
join core.page_fetch f using (page_fetch_id)
