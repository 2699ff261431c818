-- One row an author; names at several publishers are one row where profile addresses say that they are one person.
-- person_id: The author
-- author_name: The name, as the publisher seen first has it
-- author_kind: person, agency, organisation or desk
-- publishers: Outlets that the author wrote for
-- article_count: Articles whose current byline names the author
-- first_day: Local calendar day of the earliest of them
-- last_day: Local calendar day of the latest of them
select
    coalesce(w.merged_into, w.author_id) as person_id,
    (array_agg(w.author_name order by w.merged_into nulls first, w.author_id))[1] as author_name,
    (array_agg(w.author_kind order by w.merged_into nulls first, w.author_id))[1] as author_kind,
    min(w.profile_url) as profile_url,
    array_agg(distinct p.publisher_name) as publishers,
    count(distinct r.article_id) as article_count,
    min(r.published_day) as first_day,
    max(r.published_day) as last_day
from core.author w
join core.publisher p using (publisher_id)
left join core.byline b using (author_id)
left join core.article_revision r on r.revision_id = b.revision_id and r.valid_to is null
group by 1
