"""Airflow on a home and a server of its own; set before anything imports it, because it reads its environment then."""

import os
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.settings import settings
from tests.conftest import PROJECT, forget_settings

if TYPE_CHECKING:
    from airflow.sdk import DAG


@pytest.fixture(scope="session")
def airflow_home(postgres_home: Path) -> Iterator[dict[str, str]]:
    """The environment of an Airflow whose metadata lie on the tests' server; this process has it, too."""
    if "airflow" in sys.modules:
        pytest.fail("airflow was imported before its environment was set")
    before = dict(os.environ)
    os.environ.pop("DATELINE_DATABASE_URL", None)
    os.environ["DATELINE_HOME"] = str(postgres_home)
    forget_settings()
    from dags.dateline_dags.environment import airflow_environment

    environment = airflow_environment(log_level="ERROR")
    os.environ.update(environment)
    yield environment
    os.environ.clear()
    os.environ.update(before)
    forget_settings()


@pytest.fixture(scope="session")
def dags(airflow_home: dict[str, str]) -> dict[str, "DAG"]:
    """The DAGs as Airflow reads them from the folder; fails with the traceback of a file that cannot be read."""
    from airflow.dag_processing.dagbag import BundleDagBag

    folder = PROJECT / "dags"
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "GitWildMatchPattern", DeprecationWarning)  # Airflow's own
        bag = BundleDagBag(folder, bundle_path=folder, bundle_name="dags-folder")
    assert bag.import_errors == {}
    assert settings().timezone == "UTC"
    return dict(bag.dags)
