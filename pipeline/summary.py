"""What became of a window's pages, and its main story as rows: what `make run` ends with."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, text

from pipeline.errors import Terminal
from pipeline.models import reachable
from pipeline.windows import Window

# The last run of each window of days that lies within the one asked for.
RUNS = """
select distinct on (window_start, window_end) * from ops.run
where window_start >= :first and window_end <= :last and run_state = 'success'
order by window_start, window_end, started_at desc
"""
EVENT = """
select event_type from marts.claims
where published_day between :first and :last and event_type is not null
group by event_type order by count(distinct publisher) desc, count(*) desc, event_type limit 1
"""
# Of each article the first claim of the event: the headline's is said again in the text.
STORY = """
select distinct on (coalesce(published_start, '-infinity'), article_id) *
from marts.claims
where published_day between :first and :last and event_type = :event and part = 'body'
order by coalesce(published_start, '-infinity'), article_id, ordinal
"""
COPIES = """
select count(*) filter (where is_copy) as copies, count(*) as claims from marts.claims
where published_day between :first and :last and event_type = :event
"""
REFUSED = """
select outcome, reason, detail, coalesce(url, raw_name) as page from core.page_fetch
where outcome in ('rejected', 'quarantined') and source_name = any(:sources) order by outcome, reason, page
"""
ROWS = """
select expectation, column_name, detail, record_id, row_kind from ops.quarantine
where row_kind <> 'article' and source_name = any(:sources) order by expectation, record_id, ordinal
"""
PAGES = ("new", "revised", "unchanged", "rejected", "quarantined")


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of a window's pages by what became of them, one event's claims in order of time, what was refused."""

    pages: dict[str, int]
    event_type: str | None
    claims: list[dict[str, Any]]
    copies: int
    refused_pages: list[dict[str, Any]]
    refused_rows: list[dict[str, Any]]


def summarise(engine: Engine, window: Window) -> Summary:
    """Summarise the last runs over the days of `window`; the event is the one that most outlets reported."""
    with reachable(engine), engine.connect() as connection:
        if connection.scalar(text("select to_regclass('marts.claims')")) is None:
            raise Terminal(
                "no run has been published in this warehouse yet: dateline run --window YYYY-MM-DD, or make run"
            )
        days = {"first": window.first, "last": window.last}
        runs = _rows(connection, RUNS, **days)
        sources = sorted({name for run in runs for name in run["source_names"]})
        event = connection.execute(text(EVENT), days).scalar()
        copies = connection.execute(text(COPIES), {**days, "event": event}).one()
        return Summary(
            pages={name: sum(run[f"pages_{name}"] for run in runs) for name in PAGES},
            event_type=event,
            claims=_rows(connection, STORY, event=event, **days),
            copies=copies.copies,
            refused_pages=_rows(connection, REFUSED, sources=sources),
            refused_rows=_rows(connection, ROWS, sources=sources),
        )


def _rows(connection: Connection, query: str, **values: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(text(query), values).mappings()]
