"""What every table keeps: comments, names that are no keywords, the columns that the contract names."""

from dataclasses import fields

import pytest
from sqlalchemy import Engine, Numeric, text

from pipeline.models import Base, NumberMention, TimeMention, table
from pipeline.numbers import Mention

TIME_FIELDS = {"subkind", "timex_type", "timex_value", "timex_mod", "date_start", "date_end"}
BY_CONTRACT = {"value", "rule"}  # Postgres lists them as keywords that are not reserved; a mention's fields are given
TABLES = Base.metadata.sorted_tables


def test_the_tables_are_those_of_the_contract() -> None:
    names = {found.fullname for found in TABLES}
    core = "source publisher article article_alias article_revision author byline number_mention time_mention"
    assert {f"core.{name}" for name in f"{core} date_candidate page_fetch".split()} <= names
    assert {f"ops.{name}" for name in ("run", "quarantine", "validation")} <= names


@pytest.mark.parametrize("found", TABLES, ids=lambda found: found.fullname)
def test_every_table_and_column_is_explained(found) -> None:
    assert found.comment
    assert [column.name for column in found.columns if not column.comment] == []


def test_mentions_have_the_fields_of_the_contract_by_the_same_names() -> None:
    names = [field.name for field in fields(Mention)]
    numbers = [name for name in names if name not in TIME_FIELDS]
    own = {"revision_id", "ordinal", "numbers_version"}
    assert {column.name for column in table(NumberMention).columns} == {*numbers, *own, "sentence_key"}
    assert {column.name for column in table(TimeMention).columns} == {*names, *own}


@pytest.mark.parametrize("name", ["value", "value_min", "value_max", "value_si"])
def test_amounts_are_exact(name: str) -> None:
    assert type(table(NumberMention).columns[name].type) is Numeric


def test_no_column_is_called_by_a_keyword(warehouse: Engine) -> None:
    with warehouse.connect() as connection:
        keywords = set(connection.scalars(text("select word from pg_get_keywords()")))
    names = {column.name for found in TABLES for column in found.columns}
    assert names & keywords == BY_CONTRACT


def test_keys_cannot_run_out(warehouse: Engine) -> None:
    with warehouse.connect() as connection:
        types = set(
            connection.scalars(
                text("""
                select format_type(a.atttypid, a.atttypmod) from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
                where c.contype = 'p' and c.connamespace in ('core'::regnamespace, 'ops'::regnamespace)
                    and c.conname not like 'alembic%'""")
            )
        )
    assert types == {"uuid", "bigint", "text"}
