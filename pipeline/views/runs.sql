-- One row a run.
-- duration_s: Seconds that it took; null while it runs
select
    r.run_id,
    r.window_start,
    r.window_end,
    r.source_names,
    r.triggered_by,
    r.run_state,
    r.started_at,
    r.finished_at,
    round(extract(epoch from r.finished_at - r.started_at), 1) as duration_s,
    r.pages,
    r.pages_new,
    r.pages_revised,
    r.pages_unchanged,
    r.pages_rejected,
    r.pages_quarantined,
    r.refused_rows,
    r.error_message,
    r.extract_version,
    r.bylines_version,
    r.dates_version,
    r.numbers_version
from ops.run r
