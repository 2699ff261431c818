-- One row a date that contradicts the published one: it claims to be the published date of the current revision of an
--   article, and lies more than a day away from the one that was chosen.
-- publisher: Name of the outlet
-- chosen_raw: The chosen date as written
-- chosen_origin: Where the chosen one stood: json-ld, meta, time-element, url, text, ...
-- chosen_locator: Where exactly the chosen one stood
-- chosen_rule: Rule by which the chosen one was ranked
-- ordinal: Rank of the other one among the page's candidates, from 0
-- other_text: The other date, no more precise than the page
-- other_start: First instant that the other one can mean
-- other_raw: The other date as written
-- other_origin: Where the other one stood
-- other_locator: Where exactly the other one stood
-- other_rule: Rule by which the other one was ranked
-- difference_h: Hours between the two, at the least that they can mean; negative where the other one is earlier
-- record_id: Where its page lies in the raw archive: file and, in a WARC, offset
select
    r.article_id,
    r.revision_id,
    p.publisher_name as publisher,
    p.site,
    a.canonical_url,
    r.headline,
    r.published_text,
    r.published_start,
    c.raw as chosen_raw,
    c.origin as chosen_origin,
    c.locator as chosen_locator,
    c.rule as chosen_rule,
    o.ordinal,
    o.moment_text as other_text,
    o.moment_start as other_start,
    o.raw as other_raw,
    o.origin as other_origin,
    o.locator as other_locator,
    o.rule as other_rule,
    round(extract(epoch from case
        when o.moment_start >= c.moment_end then o.moment_start - c.moment_end
        else o.moment_end - c.moment_start
    end) / 3600, 1) as difference_h,
    f.source_name,
    concat_ws('#', f.raw_name, f.raw_offset) as record_id
from core.date_candidate o
join core.date_candidate c on c.revision_id = o.revision_id and c.chosen_as = 'published'
join core.article_revision r on r.revision_id = o.revision_id and r.is_current
join core.article a using (article_id)
join core.publisher p using (publisher_id)
join core.page_fetch f on f.page_fetch_id = r.page_fetch_id
where o.flag = 'conflict'
