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
select
    m.revision_id,
    m.ordinal,
    r.article_id,
    p.publisher_name as publisher,
    p.site,
    a.canonical_url,
    r.published_text,
    r.published_start,
    r.published_day,
    r.headline,
    s.sentence,
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
from core.number_mention m
join core.article_revision r using (revision_id)
join core.article a using (article_id)
join core.publisher p using (publisher_id)
join core.page_fetch f using (page_fetch_id)
cross join lateral (
    select substring(
        case m.part when 'headline' then r.headline else r.body end
        from m.sentence_start + 1 for m.sentence_end - m.sentence_start
    ) as sentence
) s
left join lateral (
    select earlier.article_id as copy_of
    from (
        select
            said.article_id,
            min(coalesce(said.published_start, said.valid_from)) as said_at,
            min(min(coalesce(said.published_start, said.valid_from)))
                filter (where said.article_id = r.article_id) over () as own_said_at
        from core.number_mention same
        join core.article_revision said using (revision_id)
        where same.sentence_key = m.sentence_key
        group by said.article_id
    ) earlier
    where (earlier.said_at, earlier.article_id) < (earlier.own_said_at, r.article_id)
        and earlier.said_at >= earlier.own_said_at - interval '3 days'
    order by earlier.said_at, earlier.article_id
    limit 1
) c on m.sentence_key is not null
-- The sentence around a figure, other figures blanked, finds the figure again after an edit.
left join lateral (
    select o.surface as surface_before, o.value as value_before, before.valid_to as edited_at
    from core.article_revision before
    join core.number_mention o on o.revision_id = before.revision_id
    cross join lateral (
        select substring(
            case o.part when 'headline' then before.headline else before.body end
            from o.sentence_start + 1 for o.sentence_end - o.sentence_start
        ) as sentence
    ) t
    where before.article_id = r.article_id
        and before.valid_to <= r.valid_from
        and o.kind = 'count'
        and o.event_trigger is not null
        and regexp_replace(
            overlay(t.sentence placing '¤' from o.char_start - o.sentence_start + 1 for o.char_end - o.char_start),
            '[0-9][0-9.,]*', '#', 'g'
        ) = regexp_replace(
            overlay(s.sentence placing '¤' from m.char_start - m.sentence_start + 1 for m.char_end - m.char_start),
            '[0-9][0-9.,]*', '#', 'g'
        )
        and (o.comparator, o.value, o.value_min, o.value_max)
            is distinct from (m.comparator, m.value, m.value_min, m.value_max)
    order by before.valid_from desc, o.ordinal
    limit 1
) e on true
where r.valid_to is null and m.kind = 'count' and m.event_trigger is not null
