"""What the warehouse holds and how the last runs went, as `dateline status --json` says it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
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
HEALTH = """
select source_name, max(captured_at) filter (where is_page and outcome <> 'failed') as last_page_at,
    count(*) filter (where is_page and outcome <> 'failed' and captured_at > now() - interval '7 days') as pages,
    count(*) filter (where is_page and outcome = 'failed' and captured_at > now() - interval '7 days') as failures,
    (array_agg(error_class order by captured_at desc) filter (where is_page and outcome = 'failed'))[1] as last_error,
    max(captured_at) as asked_at
from core.page_fetch cross join lateral (select purpose = 'page') as what (is_page) group by source_name
"""
ASKED = """
select distinct on (source_name, strategy) source_name, strategy, discovery_state, detail
from ops.discovery order by source_name, strategy, asked_at desc
"""
PAGES = ("new", "revised", "unchanged", "rejected", "quarantined")


@dataclass(frozen=True, slots=True)
class Unserved:
    """Days of a run's window that a source could not tell of, in none of its ways, and why."""

    source: str
    days: tuple[date, ...]
    why: str
    has_failed: bool  # something could not be read; else the source does not reach these days


@dataclass(frozen=True, slots=True)
class Health:
    """How a source did: its last page, pages and failed attempts within seven days, and what its listings said last.

    `asked_at` is the last attempt on anything of it, listings and robots.txt too; of an archive its last record.
    """

    last_page_at: datetime | None = None
    pages: int = 0
    failures: int = 0
    last_error: str | None = None
    asked_at: datetime | None = None
    complaints: tuple[str, ...] = ()  # of its ways of finding articles, where the last one failed

    @property
    def word(self) -> str | None:
        """ "fine", or "failing": more failed than came, or a listing did; None where nobody has asked for anything."""
        if self.asked_at is None and not self.complaints:
            return None
        return "failing" if self.complaints or self.failures > self.pages else "fine"


def source_health(engine: Engine) -> dict[str, Health]:
    """How each source that was ever read did, by name."""
    with reachable(engine), engine.connect() as connection:
        found = {row.source_name: Health(*row[1:]) for row in connection.execute(text(HEALTH))}
        for row in connection.execute(text(ASKED)):
            known = found.get(row.source_name, Health())
            has_failed = row.discovery_state == "failed"
            complaints = (*known.complaints, f"{row.strategy}: {row.detail}") if has_failed else known.complaints
            found[row.source_name] = replace(known, complaints=complaints)
        return found


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
