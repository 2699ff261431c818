"""A warehouse in tests: one call to load into it, and whole tables to compare."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from sqlalchemy import Engine, text

from pipeline.articles import NormalizedArticle
from pipeline.load import Counts, load_batch, start_run
from pipeline.models import Base
from pipeline.sources import SourceConfig
from pipeline.verdicts import Refused
from tests.builders import VERSIONS, a_source

NOT_COMPARED = {"run_id", "first_run_id", "last_run_id", "loaded_at"}
Dump = dict[str, list[tuple[Any, ...]]]


def load_into(
    engine: Engine,
    articles: Sequence[NormalizedArticle],
    refused: Sequence[Refused] = (),
    source: SourceConfig | None = None,
    **options: Any,
) -> Counts:
    """Loads articles as one batch of a run of their own."""
    source = source or a_source()
    run_id = uuid4()
    with engine.begin() as connection:
        start_run(connection, run_id, None, [source.name], "test", VERSIONS)
    return load_batch(engine, run_id, f"{source.name}-1", source, articles, refused, **options)


def dump(engine: Engine, schema: str = "core") -> Dump:
    """Every row of a schema, without what must differ from run to run."""
    found: Dump = {}
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            if table.schema != schema:
                continue
            names = ", ".join(column.name for column in table.columns if column.name not in NOT_COMPARED)
            query = text(f"select {names} from {table.fullname} t order by t::text")
            found[table.fullname] = sorted((tuple(row) for row in connection.execute(query)), key=repr)
    return found


def written(engine: Engine) -> dict[str, list[str]]:
    """Where every row of core lies and which transaction wrote it: another one after any insert or update."""
    with engine.connect() as connection:
        return {
            table.fullname: list(
                connection.scalars(text(f"select ctid || ' ' || xmin from {table.fullname} order by 1"))
            )
            for table in Base.metadata.sorted_tables
            if table.schema == "core"
        }
