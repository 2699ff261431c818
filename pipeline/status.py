"""What the warehouse holds and how the last runs went, as `dateline status --json` says it."""

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
PAGES = ("new", "revised", "unchanged", "rejected", "quarantined")


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
    return _run(row)


def _last_runs(connection: Connection) -> list[dict[str, Any]]:
    rows = connection.execute(text(RUNS), {"last_runs": LAST_RUNS}).mappings()
    return [_run(row) for row in rows]


def _run(row: Any) -> dict[str, Any]:
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
    }


def _window(row: Any) -> str:
    """Days as `--window` takes them; "all" for a reprocess."""
    first, last = row["window_start"], row["window_end"]
    if first is None:
        return "all"
    return str(first) if first == last else f"{first}/{last}"
