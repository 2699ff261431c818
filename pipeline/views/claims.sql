-- One row a count with an event ("at least 12 people were killed") in the current revision of an article. Tolls
--   overlap and are said again: do not sum them; `where not is_copy` leaves every sentence that several outlets carry
--   once.
-- publisher: Name of the outlet
-- sentence: The sentence that it stands in
-- value: The number as said, never converted (800 in "more than 800"); null in ranges and vague scales. Do not sum:
--   tolls overlap
-- is_copy: The same sentence (40 characters or more, case and white space folded) stood in an earlier article, at
--   most 3 days before: a wire copy, or a repetition
-- copy_of: The earliest article of those 3 days that had the sentence; null where it is no copy
-- surface_before: The number as an earlier revision wrote it in the same sentence; null where it was not edited in
--   place
-- value_before: Value of surface_before
-- edited_at: Capture in which the edited figure was first seen
-- record_id: Where its page lies in the raw archive: file and, in a WARC, offset
with said as (
    select
        m.*,
        r.article_id,
        r.valid_from,
        r.valid_to,
        coalesce(r.published_start, r.valid_from) as said_at,
        substring(
            case m.part when 'headline' then r.headline else r.body end
            from m.sentence_start + 1 for m.sentence_end - m.sentence_start
        ) as sentence
    from core.number_mention m
    join core.article_revision r using (revision_id)
    where m.kind = 'count' and m.event_trigger is not null
),
folded as (
    select said.*, lower(translate(sentence, E' \t\n\r\u00a0\u202f', '')) as sentence_key from said
),
sentences as (
    select sentence_key, article_id, min(said_at) as said_at
    from folded
    where char_length(sentence) >= 40
    group by sentence_key, article_id
),
copies as (
    select distinct on (s.sentence_key, s.article_id) s.sentence_key, s.article_id, e.article_id as copy_of
    from sentences s
    join sentences e
        on e.sentence_key = s.sentence_key
        and (e.said_at, e.article_id) < (s.said_at, s.article_id)
        and e.said_at >= s.said_at - interval '3 days'
    order by s.sentence_key, s.article_id, e.said_at, e.article_id
),
-- The sentence around a figure, other figures blanked, finds the figure again after an edit.
around as (
    select said.*, regexp_replace(
        left(sentence, char_start - sentence_start) || '¤' || substring(sentence from char_end - sentence_start + 1),
        '[0-9][0-9.,]*', '#', 'g'
    ) as sentence_around
    from said
    where article_id in (select article_id from core.article_revision where valid_to is not null)
),
edits as (
    select distinct on (n.revision_id, n.ordinal)
        n.revision_id, n.ordinal, o.surface as surface_before, o.value as value_before, o.valid_to as edited_at
    from around n
    join around o
        on o.article_id = n.article_id
        and o.valid_to <= n.valid_from
        and o.sentence_around = n.sentence_around
        and (o.comparator, o.value, o.value_min, o.value_max)
            is distinct from (n.comparator, n.value, n.value_min, n.value_max)
    where n.valid_to is null
    order by n.revision_id, n.ordinal, o.valid_from desc, o.ordinal
)
select
    m.revision_id,
    m.ordinal,
    m.article_id,
    p.publisher_name as publisher,
    p.site,
    a.canonical_url,
    r.published_text,
    r.published_start,
    r.published_day,
    r.headline,
    m.sentence,
    m.surface,
    m.value,
    m.comparator,
    m.value_min,
    m.value_max,
    m.approximate,
    m.side,
    m.noun,
    m.noun_head,
    m.noun_elided,
    m.part_of,
    m.event_trigger,
    m.event_type,
    m.modality,
    m.attribution,
    m.attributed_to,
    m.attribution_cue,
    m.quoted,
    m.part,
    c.copy_of is not null as is_copy,
    c.copy_of,
    e.surface_before,
    e.value_before,
    e.edited_at,
    m.char_start,
    m.char_end,
    m.rule,
    f.source_name,
    concat_ws('#', f.raw_name, f.raw_offset) as record_id
from folded m
join core.article_revision r using (revision_id)
join core.article a on a.article_id = m.article_id
join core.publisher p using (publisher_id)
join core.page_fetch f using (page_fetch_id)
left join copies c on c.sentence_key = m.sentence_key and c.article_id = m.article_id
left join edits e on e.revision_id = m.revision_id and e.ordinal = m.ordinal
where m.valid_to is null
