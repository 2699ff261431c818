"""Alembic's way to the warehouse: the connection that `pipeline.load.migrate` hands over, else the configured one."""

from alembic import context
from sqlalchemy import Connection, text

from pipeline.models import Base, warehouse_engine

SCHEMAS = frozenset({"core", "ops"})


def main() -> None:
    """Runs the migrations on the connection given, or on the warehouse that the settings name."""
    given = context.config.attributes.get("connection")
    if given is not None:
        run(given)
        return
    from pipeline.adapters.postgres import database_url

    with warehouse_engine(context.config.get_main_option("sqlalchemy.url") or database_url()).connect() as connection:
        run(connection)


def run(connection: Connection) -> None:
    """Alembic's own table stands in ops: an ordinary user may not create tables in public."""
    connection.execute(text("create schema if not exists ops"))
    connection.commit()
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        version_table_schema="ops",
        include_schemas=True,
        include_name=_ours,
        compare_type=True,
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def _ours(name: str | None, kind: str, _: object) -> bool:
    return kind != "schema" or name in SCHEMAS


main()
