-- One row a quantity in a revision: counts, measures, money, percentages, ratios, ages, durations and periods. `where
--   is_current` leaves the articles as they are now. Quantities are mentions, not facts: do not sum them, tolls and
--   totals overlap.
-- publisher: Name of the outlet
-- sentence: The sentence that it stands in
-- value: The number as said, never converted (800 in "more than 800"); null in ranges and vague scales. Do not sum:
--   the same amount is mentioned again and again
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
    m.kind,
    m.value,
    m.comparator,
    m.value_min,
    m.value_max,
    m.approximate,
    m.side,
    m.unit_text,
    m.unit,
    m.value_si,
    m.unit_si,
    m.currency,
    m.currency_ambiguous,
    m.per,
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
    m.char_start,
    m.char_end,
    m.phrase_start,
    m.phrase_end,
    m.rule
from (
    select
        revision_id, ordinal, char_start, char_end, surface, phrase_start, phrase_end, sentence_start,
        sentence_end, part, kind, value, comparator, value_min, value_max, approximate, side,
        unit_text, unit, value_si, unit_si, currency, currency_ambiguous, per, noun, noun_head,
        noun_elided, part_of, event_trigger, event_type, modality, attribution, attributed_to,
        attribution_cue, quoted, rule
    from core.number_mention where is_quantity
    union all
    select
        revision_id, ordinal, char_start, char_end, surface, phrase_start, phrase_end, sentence_start,
        sentence_end, part, kind, value, comparator, value_min, value_max, approximate, side,
        unit_text, unit, value_si, unit_si, currency, currency_ambiguous, per, noun, noun_head,
        noun_elided, part_of, event_trigger, event_type, modality, attribution, attributed_to,
        attribution_cue, quoted, rule
    from core.time_mention where is_quantity
) m
join core.article_revision r using (revision_id)
join core.article a using (article_id)
join core.publisher p using (publisher_id)
