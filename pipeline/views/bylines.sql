-- One row an author of a revision, in the order of the byline; `where is_current` leaves one an author of an article.
-- person_id: The author, the same at every publisher where profile addresses say so; key of marts.authors
-- publisher: Name of the outlet
select
    b.revision_id,
    b.ordinal,
    r.article_id,
    r.is_current,
    b.author_id,
    coalesce(w.merged_into, w.author_id) as person_id,
    b.author_name,
    b.author_kind,
    b.author_role,
    b.organisation,
    b.author_location,
    b.contribution,
    b.raw,
    b.rule,
    p.publisher_name as publisher,
    p.site,
    a.canonical_url,
    r.headline,
    r.published_start,
    r.published_day
from core.byline b
join core.author w using (author_id)
join core.article_revision r using (revision_id)
join core.article a using (article_id)
join core.publisher p on p.publisher_id = a.publisher_id
