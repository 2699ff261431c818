"""What the ways of finding articles said of a run's window."""

from collections.abc import Iterable
from uuid import UUID, uuid5

from sqlalchemy import Connection
from sqlalchemy.dialects.postgresql import insert

from pipeline.load.identity import BETWEEN
from pipeline.models import Discovery, table
from pipeline.reports import Report
from pipeline.windows import Window


def save_discoveries(
    connection: Connection, run_id: UUID, source: str, window: Window, reports: Iterable[Report]
) -> None:
    """Writes how the strategies of a source did; a run that is planned again replaces what it said before."""
    for report in reports:
        served = set(report.served)
        row = {
            "discovery_id": uuid5(run_id, BETWEEN.join((source, report.strategy))),
            "run_id": run_id,
            "source_name": source,
            "strategy": report.strategy,
            "discovery_state": report.state,
            "found": report.found,
            "left_out": report.left_out,
            "detail": report.detail,
            "unserved_days": [day for day in window.days() if day not in served],
        }
        statement = insert(table(Discovery)).values(row)
        told = {name: statement.excluded[name] for name in row if name != "discovery_id"}
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=["discovery_id"], set_={**told, "asked_at": statement.excluded.asked_at}
            )
        )
