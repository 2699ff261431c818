"""The example queries of docs/queries.md, as an analyst would run them on the sample."""

import re
from decimal import Decimal

import pytest
from sqlalchemy import text

from tests.conftest import PROJECT, forget_settings
from tests.run.conftest import engine, run

QUERIES = re.findall(r"```sql\n(.*?)```", (PROJECT / "docs" / "queries.md").read_text(encoding="utf-8"), re.DOTALL)


def test_every_example_query_has_an_answer(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_SOURCES", str(PROJECT / "sources" / "sample"))
    forget_settings()
    run("2026-03-10/2026-03-14")
    assert len(QUERIES) == 5
    with engine().connect() as connection:
        answers = [connection.execute(text(query)).mappings().all() for query in QUERIES]
    assert all(answers)
    moved, edited, apart, money, wrote = answers
    assert ("Harbour Times", "police", Decimal(14)) in {
        (row["publisher"], row["attributed_to"], row["killed"]) for row in moved
    }
    assert (Decimal(11), Decimal(14)) in {(row["value_before"], row["value"]) for row in edited}
    assert any(row["event_type"] == "KILL" and row["least"] < row["most"] for row in apart)
    assert {"GBP", "EUR"} & {row["currency"] for row in money}
    assert any("police" in row["quoted"] for row in wrote)
