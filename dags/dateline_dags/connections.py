"""Airflow connections that may stand in for the environment.

`dateline_warehouse` (type Postgres) for DATELINE_DATABASE_URL, `dateline_raw` (any type, with the extra
`{"url": "s3://..."}`) for DATELINE_RAW_URL.
"""

import os
from collections.abc import Callable
from typing import Any

CONNECTIONS: dict[str, tuple[str, Callable[[Any], str]]] = {
    "DATELINE_DATABASE_URL": ("dateline_warehouse", lambda connection: connection.get_uri()),
    "DATELINE_RAW_URL": ("dateline_raw", lambda connection: connection.extra_dejson.get("url", "")),
}


def use_connections() -> None:
    """Sets what the environment leaves open from the connections that exist; the environment comes first."""
    from airflow.sdk import Connection
    from airflow.sdk.exceptions import AirflowNotFoundException

    from pipeline.settings import settings

    for variable, (name, address) in CONNECTIONS.items():
        if os.environ.get(variable):
            continue
        try:
            os.environ[variable] = address(Connection.get(name))
        except AirflowNotFoundException:
            continue
        settings.cache_clear()
