-- One row a publisher: a site.
-- publisher: Name of the outlet; its domain where neither source file nor page names it
-- article_count: Articles known
-- edited_count: Articles of which more than one revision is known
-- undated_count: Articles whose page does not say when they were published
-- author_count: Authors named in its bylines
-- first_day: Local calendar day of its earliest article
-- last_day: Local calendar day of its latest article
select
    p.publisher_id,
    p.site,
    p.publisher_name as publisher,
    p.country,
    count(r.revision_id) as article_count,
    count(*) filter (
        where exists (select from core.article_revision o where o.article_id = r.article_id and o.valid_to is not null)
    ) as edited_count,
    count(*) filter (where r.revision_id is not null and r.published_text is null) as undated_count,
    (select count(*) from core.author w where w.publisher_id = p.publisher_id) as author_count,
    min(r.published_day) as first_day,
    max(r.published_day) as last_day
from core.publisher p
left join core.article a using (publisher_id)
left join core.article_revision r on r.article_id = a.article_id and r.valid_to is null
group by p.publisher_id
