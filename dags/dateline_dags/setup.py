"""`python -m dags.dateline_dags.setup`: the database, tables and pools of an Airflow that the environment describes."""

import os

import psycopg
from psycopg import sql

from dags.dateline_dags.environment import make_ready
from pipeline.adapters.postgres import dsn


def make_database(url: str) -> None:
    """Creates the database that the address names, on a server whose database `dateline` is there."""
    server, _, name = dsn(url).rpartition("/")
    with psycopg.connect(f"{server}/dateline", autocommit=True) as connection:
        try:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        except psycopg.errors.DuplicateDatabase:
            print(f"database {name} is there")


if __name__ == "__main__":
    make_database(os.environ["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"])
    make_ready()
