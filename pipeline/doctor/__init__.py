"""What Dateline stands on, looked at piece by piece: each check says what it found and how to mend what is wrong."""

from collections.abc import Iterator

from pipeline.doctor import configuration, environment, storage
from pipeline.doctor.check import Check

__all__ = ["Check", "checks"]


def checks() -> Iterator[Check]:
    """Every check, as soon as it is made; those that need valid settings are left out where there are none."""
    yield environment.python_version()
    yield environment.time_zones()
    yield environment.extraction()
    yield from environment.extras()
    yield from configuration.variables()
    settings_check = configuration.valid_settings()
    yield settings_check
    if settings_check.ok:
        yield from configuration.source_files()
        yield configuration.expectations()
        yield storage.raw_store_check()
        yield from storage.warehouse()
