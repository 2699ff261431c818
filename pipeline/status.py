"""What the warehouse holds and how the last runs went, as `dateline status --json` says it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, text

from pipeline.errors import Terminal
from pipeline.models import reachable

LAST_RUNS = 30
HOLDS = {
    "articles": "core.article",
    "revisions": "core.article_revision",
    "authors": "core.author",
    "bylines": "core.byline",
    "numbers": "core.number_mention",
    "times": "core.time_mention",
    "pages": "core.page_fetch where outcome in ('article', 'rejected', 'quarantined')",
    "quarantined": "core.page_fetch where outcome = 'quarantined'",
    "rejected": "core.page_fetch where outcome = 'rejected'",
    "refused_rows": "ops.quarantine",
}
RUNS = "select * from ops.run order by started_at desc, run_id limit :last_runs"
RUN = "select * from ops.run where run_id = :run_id"
UNSERVED = """
select run_id, source_name, array_agg(day order by day) as days, max(why) as why, bool_or(has_failed) as has_failed
from (
    select d.run_id, d.source_name, day, bool_or(d.discovery_state = 'failed') as has_failed,
        string_agg(d.strategy || ': ' || coalesce(d.detail, d.discovery_state), '; ' order by d.strategy) as why
    from ops.discovery d cross join unnest(d.unserved_days) day
    where d.run_id = any(:runs)
    group by d.run_id, d.source_name, day
    having count(*) = (
        select count(*) from ops.discovery o where o.run_id = d.run_id and o.source_name = d.source_name)
) missing
group by run_id, source_name order by run_id, source_name
"""
PAGES = ("new", "revised", "unchanged", "rejected", "quarantined")


@dataclass(frozen=True, slots=True)
class Unserved:
    """Days of a run's window that a source could not tell of, in none of its ways, and why."""

    source: str
    days: tuple[date, ...]
    why: str
    has_failed: bool  # something could not be read; else the source does not reach these days


def warehouse_status(engine: Engine) -> dict[str, Any]:
    """Rows by kind, and the last runs, newest first; in each, pages is the sum of what became of them.

    `quarantined` and `rejected` count pages; `refused_rows` all rows in quarantine, those of pages that loaded too.
    """
    with reachable(engine), engine.connect() as connection:
        counted = ", ".join(f"(select count(*) from {rows}) as {name}" for name, rows in HOLDS.items())
        holds = connection.execute(text(f"select {counted}")).one()
        return {**holds._asdict(), "runs": _last_runs(connection)}


def run_status(engine: Engine, run_id: UUID | str) -> dict[str, Any]:
    """One run, as it stands among the runs; raises `Terminal` for one that there is not."""
    with reachable(engine), engine.connect() as connection:
        row = connection.execute(text(RUN), {"run_id": UUID(str(run_id))}).mappings().one_or_none()
        if row is None:
            raise Terminal(f"no run is called {run_id}; `dateline status` lists the last ones")
        return _run(row, _unserved(connection, [row["run_id"]]))


def unserved(engine: Engine, run_ids: Iterable[UUID]) -> dict[UUID, list[Unserved]]:
    """By run what its live sources could not tell of."""
    with reachable(engine), engine.connect() as connection:
        return _unserved(connection, run_ids)


def _unserved(connection: Connection, run_ids: Iterable[UUID]) -> dict[UUID, list[Unserved]]:
    found: dict[UUID, list[Unserved]] = {}
    for row in connection.execute(text(UNSERVED), {"runs": list(run_ids)}):
        item = Unserved(row.source_name, tuple(row.days), row.why, row.has_failed)
        found.setdefault(row.run_id, []).append(item)
    return found


def _last_runs(connection: Connection) -> list[dict[str, Any]]:
    rows = connection.execute(text(RUNS), {"last_runs": LAST_RUNS}).mappings().all()
    missing = _unserved(connection, [row["run_id"] for row in rows])
    return [_run(row, missing) for row in rows]


def _run(row: Any, missing: Mapping[UUID, Sequence[Unserved]]) -> dict[str, Any]:
    return {
        "run_id": str(row["run_id"]),
        "window": _window(row),
        "sources": row["source_names"],
        "trigger": row["triggered_by"],
        "state": row["run_state"],
        "started_at": row["started_at"].isoformat(),
        "finished_at": row["finished_at"] and row["finished_at"].isoformat(),
        "pages": row["pages"],
        **{name: row[f"pages_{name}"] for name in PAGES},
        "refused_rows": row["refused_rows"],
        "error": row["error_message"],
        "unserved": [
            {"source": item.source, "windows": _stretches(item.days), "why": item.why}
            for item in missing.get(row["run_id"], ())
        ],
    }


def _stretches(days: Sequence[date]) -> list[str]:
    """Days that follow one another as one window."""
    found: list[list[date]] = []
    for day in days:
        if found and day - found[-1][-1] == timedelta(days=1):
            found[-1][1:] = [day]
        else:
            found.append([day])
    return ["/".join(map(str, stretch)) for stretch in found]


def _window(row: Any) -> str:
    """Days as `--window` takes them; "all" for a reprocess."""
    first, last = row["window_start"], row["window_end"]
    if first is None:
        return "all"
    return str(first) if first == last else f"{first}/{last}"
