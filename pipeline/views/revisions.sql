-- One row a revision of an article: what it said from one time to another.
-- publisher: Name of the outlet
-- revision_number: 1 for the first one known
-- headline_before: Headline of the revision before; null for the first
-- byline_before: Byline of the revision before; null for the first
-- body_before: Text of the revision before; null for the first
-- record_id: Where its page lies in the raw archive: file and, in a WARC, offset
select
    r.revision_id,
    r.article_id,
    a.canonical_url,
    p.publisher_name as publisher,
    p.site,
    row_number() over story as revision_number,
    r.valid_from,
    r.valid_to,
    r.is_current,
    r.changed_fields,
    r.headline,
    lag(r.headline) over story as headline_before,
    r.byline,
    lag(r.byline) over story as byline_before,
    r.body,
    lag(r.body) over story as body_before,
    r.published_text,
    r.published_start,
    r.published_day,
    r.modified_text,
    r.modified_start,
    f.source_name,
    concat_ws('#', f.raw_name, f.raw_offset) as record_id
from core.article_revision r
join core.article a using (article_id)
join core.publisher p using (publisher_id)
join core.page_fetch f using (page_fetch_id)
window story as (partition by r.article_id order by r.valid_from)
