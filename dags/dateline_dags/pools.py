"""How many batches may be in one task at once."""

import os

POOLS = {
    "dateline_fetch": (4, "Batches fetched at once; politeness towards a site is kept whatever this is"),
    "dateline_extract": (1, "Batches extracted at once; one uses every core of its machine"),
    "dateline_load": (2, "Runs loaded at once; a source is loaded by one at a time whatever this is"),
}


def pool(name: str) -> str:
    """The pool of this name where DATELINE_AIRFLOW_POOLS says that setup made the pools, else Airflow's own.

    A task in a pool that does not exist would wait for ever without a word.
    """
    return name if os.environ.get("DATELINE_AIRFLOW_POOLS") else "default_pool"
