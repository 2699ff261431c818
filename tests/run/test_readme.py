"""What the README shows is what comes out."""

import re
from datetime import date

import pytest
from sqlalchemy import text

from pipeline.numbers import Mention, find_mentions
from tests.conftest import PROJECT, forget_settings
from tests.run.conftest import engine, run

README = (PROJECT / "README.md").read_text(encoding="utf-8")


def table(header: str) -> list[list[str]]:
    """The rows of the table that begins with this header cell."""
    lines = README[README.index(f"| {header} |") :].split("\n\n")[0].splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def shown(mention: Mention) -> list[str]:
    amount = mention.timex_value or f"{mention.comparator} {mention.value:f} {mention.currency or ''}".strip()
    if mention.approximate:
        amount = f"about {mention.value:.3f}" + (", at most" if mention.side == "below" else "")
    event = f"{mention.event_trigger} ({mention.event_type})" if mention.event_type in ("KILL", "WOUND") else ""
    return [mention.surface, amount, mention.noun or "", event, mention.attributed_to or ""]


def test_the_paragraph_gives_these_rows() -> None:
    quoted = re.findall(r"^> (.*)$", README, re.MULTILINE)
    paragraph = " ".join(quoted).replace("**", "")
    mentions = find_mentions(paragraph, language="en", published=date(2026, 3, 11))
    assert [shown(mention) for mention in mentions] == table("as written")


def test_the_query_gives_this_answer(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_SOURCES", str(PROJECT / "sources" / "sample"))
    forget_settings()
    run("2026-03-10/2026-03-14")
    query = re.search(r'dateline sql "\n(.*?)"\n', README, re.DOTALL)
    assert query is not None
    with engine().connect() as connection:
        rows = [[str(cell) for cell in row] for row in connection.execute(text(query[1].replace(":MI", r"\:MI")))]
    assert rows == table("utc")
