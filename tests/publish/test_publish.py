"""The views: made, explained, granted, and made again only when they change."""

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import ProgrammingError

from pipeline import publish as publishing
from pipeline.errors import Terminal
from pipeline.publish import View, parse_view, publish, views

BY_CONTRACT = {
    "articles", "revisions", "bylines", "authors", "numbers", "claims", "times", "publishers", "runs"
}  # fmt: skip
BY_NAME = {"value", "rule"}  # fields of a mention, whose names are given; not reserved
COMMENTS = """
select c.relname, a.attname, obj_description(c.oid), col_description(c.oid, a.attnum)
from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
where c.relnamespace = 'marts'::regnamespace
"""


@pytest.fixture
def published(warehouse: Engine) -> Engine:
    publish(warehouse)
    return warehouse


def test_the_views_are_those_of_the_contract() -> None:
    assert {view.name for view in views()} >= BY_CONTRACT


def test_every_view_and_column_is_explained(published: Engine) -> None:
    with published.connect() as connection:
        rows = connection.execute(text(COMMENTS)).all()
    assert {row[0] for row in rows} == {view.name for view in views()}
    assert [row for row in rows if not row[2] or not row[3]] == []
    assert all(row[2].startswith("One row a") for row in rows)


def test_no_column_is_called_by_a_keyword(published: Engine) -> None:
    with published.connect() as connection:
        names = {row[1] for row in connection.execute(text(COMMENTS))}
        assert names & set(connection.scalars(text("select word from pg_get_keywords()"))) <= BY_NAME


def test_tolls_come_with_a_warning(published: Engine) -> None:
    with published.connect() as connection:
        said = {(row[0], row[1]): row[3] for row in connection.execute(text(COMMENTS))}
    assert "Do not sum" in said["claims", "value"]
    assert "Do not sum" in said["numbers", "value"]


def test_the_reader_reads_views_and_core(published: Engine) -> None:
    with published.begin() as connection:
        connection.execute(text("set local role dateline_reader"))
        for view in views():
            connection.execute(text(f"select * from marts.{view.name}"))
        connection.execute(text("select * from core.article"))


@pytest.mark.parametrize(
    "statement", ["delete from core.article", "create table marts.mine (n int)", "select * from ops.quarantine"]
)
def test_the_reader_may_do_nothing_else(published: Engine, statement: str) -> None:
    with published.connect() as connection:
        connection.execute(text("set role dateline_reader"))
        with pytest.raises(ProgrammingError, match="permission denied"):
            connection.execute(text(statement))
        connection.rollback()
        connection.execute(text("reset role"))


def test_publishing_again_does_nothing(published: Engine) -> None:
    assert publish(published) is False


def test_a_view_that_was_dropped_comes_back(published: Engine) -> None:
    with published.begin() as connection:
        connection.execute(text("drop view marts.runs"))
    assert publish(published) is True
    with published.connect() as connection:
        connection.execute(text("select * from marts.runs"))


def test_a_view_that_changes_its_columns_is_made_anew(published: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = parse_view("runs", "-- One row a run.\n-- answer: The answer\nselect 42 as answer")
    monkeypatch.setattr(publishing, "views", lambda: (changed,))
    assert publish(published) is True
    with published.connect() as connection:
        assert connection.scalar(text("select answer from marts.runs")) == 42


def test_what_depends_on_a_view_is_not_dropped(published: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    with published.begin() as connection:
        connection.execute(text("create view public.mine as select run_id from marts.runs"))
    changed = parse_view("runs", "-- One row a run.\n-- answer: The answer\nselect 42 as answer")
    monkeypatch.setattr(publishing, "views", lambda: (changed,))
    with pytest.raises(Terminal, match="mine"):
        publish(published)
    with published.connect() as connection:
        connection.execute(text("select * from public.mine"))


def test_a_column_that_nobody_explains_is_named(warehouse: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "views", lambda: (parse_view("odd", "-- One row a thing.\nselect 1 as oddity"),))
    with pytest.raises(Terminal, match=r"views/odd.sql.*oddity"):
        publish(warehouse)


def test_a_file_says_its_grain_and_its_columns() -> None:
    content = (
        "-- One row a thing,\n--   as it is.\n-- answer: The answer,\n--   at last\nselect\n-- why\n42 as answer\n"
    )
    assert parse_view("things", content) == View(
        "things", "One row a thing, as it is.", {"answer": "The answer, at last"}, "select\n-- why\n42 as answer"
    )
    with pytest.raises(Terminal, match="what a row is"):
        parse_view("things", "select 1")


def test_without_the_reader_the_views_are_there(warehouse: Engine, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setattr(publishing, "HAS_READER", "select false")
    assert publish(warehouse) is True
    assert "create role dateline_reader nologin" in capsys.readouterr().out
    monkeypatch.undo()
    assert publish(warehouse) is True  # the role has come: the grants follow
