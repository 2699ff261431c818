"""The interpreter and the libraries: tried in processes of their own, so that a broken one breaks nothing here."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from zoneinfo import ZoneInfo, available_timezones

from pipeline.doctor.check import Check, fine, wrong

OLDEST_PYTHON = (3, 11)
_TIMEOUT_S = 120
_REINSTALL = "install the project again as it is locked: make clean && make setup"

_EXTRACTION = """
import trafilatura
text = "The ferry Aurelia burned for six hours before tugs brought her in, the harbour master said on Tuesday. "
found = trafilatura.extract(f"<html><body><article><h1>Fire</h1><p>{text * 5}</p></article></body></html>")
assert found and "harbour master" in found, f"trafilatura gave {found!r}"
"""

# The modules that stand for each extra, with what a person knows them by. Great Expectations is tried with its suites.
_EXTRAS = {
    "warehouse": {"sqlalchemy": "SQLAlchemy", "psycopg": "psycopg", "alembic": "alembic"},
    "airflow": {"airflow.sdk": "apache-airflow"},
    "fetch": {"aiohttp": "aiohttp", "brotli": "brotli", "protego": "protego"},
    "s3": {"s3fs": "s3fs"},
}


def python_version(running: tuple[int, ...] = sys.version_info[:3]) -> Check:
    """Python is new enough."""
    name, found = "python", ".".join(map(str, running))
    if running >= OLDEST_PYTHON:
        return fine(name, f"{found} at {sys.executable}")
    return wrong(name, f"this is {found}", "use Python 3.11 or newer: make clean && make setup PYTHON=python3.11")


def time_zones() -> Check:
    """There is time zone data."""
    try:
        ZoneInfo("Europe/Berlin")
    except (KeyError, OSError) as error:
        return wrong("time zones", f"there is no time zone data: {error}", "pip install tzdata")
    return fine("time zones", f"{len(available_timezones())} zones")


def extraction() -> Check:
    """One extraction with trafilatura works; it installs without lxml_html_clean where pip is old, and then fails."""
    problem = _try(_EXTRACTION)
    if problem:
        return wrong("extraction", problem, f"pip install lxml_html_clean trafilatura; or {_REINSTALL}")
    return fine("extraction", f"trafilatura {version('trafilatura')} reads a page")


def extras() -> Iterator[Check]:
    """Each extra can be imported, or is not installed, which is no fault."""
    for extra, modules in _EXTRAS.items():
        missing = [package for module, package in modules.items() if find_spec(module.partition(".")[0]) is None]
        if len(missing) == len(modules):
            yield not_installed(extra)
        elif missing:
            yield wrong(f"extra {extra}", f"{', '.join(missing)} is missing", f"pip install 'dateline[{extra}]'")
        else:
            yield _importable(extra, modules)


def not_installed(extra: str) -> Check:
    """An extra that nobody asked for."""
    return fine(f"extra {extra}", f"not installed (pip install 'dateline[{extra}]')")


def version_of(package: str) -> str:
    """A package with its version, for a person."""
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return package


def _importable(extra: str, modules: dict[str, str]) -> Check:
    problem = _try("; ".join(f"import {module}" for module in modules))
    if problem:
        return wrong(f"extra {extra}", problem, f"pip install --force-reinstall 'dateline[{extra}]'; or {_REINSTALL}")
    return fine(f"extra {extra}", ", ".join(map(version_of, modules.values())))


def _try(code: str) -> str | None:
    """None where the code runs, else the last line of what it complained."""
    with tempfile.TemporaryDirectory() as folder:
        # Airflow writes its configuration where it is imported first.
        environment = os.environ | {"AIRFLOW_HOME": folder}
        try:
            done = subprocess.run(
                [sys.executable, "-c", code],
                capture_output=True,
                text=True,
                errors="replace",
                env=environment,
                timeout=_TIMEOUT_S,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return f"did not end within {_TIMEOUT_S} s"
    if done.returncode == 0:
        return None
    return (done.stderr.strip().splitlines() or [f"ended with exit status {done.returncode}"])[-1]
