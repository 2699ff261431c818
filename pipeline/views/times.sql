-- One row a date, time of day, duration or recurring time in a revision. `where is_current` leaves the articles as
--   they are now.
-- publisher: Name of the outlet
-- sentence: The sentence that it stands in
select
    m.revision_id,
    m.ordinal,
    r.article_id,
    r.is_current,
    p.publisher_name as publisher,
    p.site,
    a.canonical_url,
    r.published_start,
    r.published_day,
    r.headline,
    substring(
        case m.part when 'headline' then r.headline else r.body end
        from m.sentence_start + 1 for m.sentence_end - m.sentence_start
    ) as sentence,
    m.surface,
    m.subkind,
    m.is_quantity,
    m.timex_type,
    m.timex_value,
    m.timex_mod,
    m.date_start,
    m.date_end,
    m.value,
    m.comparator,
    m.value_min,
    m.value_max,
    m.approximate,
    m.unit,
    m.noun,
    m.event_trigger,
    m.event_type,
    m.modality,
    m.attribution,
    m.attributed_to,
    m.attribution_cue,
    m.quoted,
    m.part,
    m.char_start,
    m.char_end,
    m.phrase_start,
    m.phrase_end,
    m.rule
from core.time_mention m
join core.article_revision r using (revision_id)
join core.article a using (article_id)
join core.publisher p using (publisher_id)
