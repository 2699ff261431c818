"""What people write: environment variables, source files, suites of expectations."""

import os
from collections.abc import Iterator
from difflib import get_close_matches
from importlib.util import find_spec

from pydantic import ValidationError
from pydantic_settings import DotEnvSettingsSource

from pipeline.adapters import raw_store
from pipeline.doctor.check import Check, fine, wrong
from pipeline.doctor.environment import not_installed, version_of
from pipeline.errors import DatelineError, Terminal
from pipeline.settings import PROJECT, Settings, settings
from pipeline.sources import Archive, SourceConfig, load_sources

_PREFIX = "DATELINE_"
_KNOWN = frozenset(_PREFIX + name.upper() for name in Settings.model_fields)
_BETWEEN_OURSELVES = frozenset({"DATELINE_AIRFLOW_POOLS"})  # what starts Airflow tells the DAGs so


def variables() -> Iterator[Check]:
    """No variable or line of `.env` looks like a setting and is none: it would have no effect, in silence."""
    file = PROJECT / ".env"
    written = DotEnvSettingsSource(Settings, env_file=file, case_sensitive=True).env_vars
    places = {"the environment": set(os.environ), str(file): set(written)}
    unknown = [(key, where) for where, names in places.items() for key in sorted(names) if _is_unknown(key)]
    for key, where in unknown:
        near = get_close_matches(key.upper(), _KNOWN, n=1)
        hint = f"rename it to {near[0]}" if near else "remove it; .env.example names every setting"
        yield wrong("variables", f"{key} in {where} is no setting", hint)
    if not unknown:
        names = sorted(key for key in _KNOWN if os.environ.get(key))
        yield fine("variables", f"set: {', '.join(names)}" if names else "none set, defaults hold")


def _is_unknown(key: str) -> bool:
    return key.upper().startswith(_PREFIX) and key.upper() not in _KNOWN | _BETWEEN_OURSELVES


def valid_settings() -> Check:
    """The settings can be read."""
    try:
        current = settings()
    except ValidationError as error:
        problems = [f"{_PREFIX}{str(item['loc'][0]).upper()}: {item['msg']}" for item in error.errors()]
        return wrong("settings", "; ".join(problems), "correct the variable or the line of .env, or unset it")
    return fine("settings", f"home {current.home}, windows in {current.timezone}")


def source_files() -> Iterator[Check]:
    """Every source file can be read, and what it points to is there."""
    folder = settings().sources
    try:
        found = load_sources(folder)
    except DatelineError as error:
        yield wrong("sources", error, "docs/sources.md explains every key")
        return
    if not found:
        yield wrong("sources", f"{folder} holds no source", "write one, or set DATELINE_SOURCES to another folder")
        return
    enabled = [source for source in found.values() if source.enabled]
    yield fine("sources", f"{len(found)} in {folder}, {len(enabled)} of them on")
    yield from (check for source in enabled for check in _locations(source))


def _locations(source: SourceConfig) -> Iterator[Check]:
    for config in source.discover:
        if not isinstance(config, Archive) or config.is_dated:
            continue
        address = config.location if "://" in config.location else str(PROJECT / config.location)
        remedy = "put the pages there, correct `location` in the source's file, or set `enabled: false`"
        try:
            if not raw_store.exists(address):
                yield wrong(f"source {source.name}", f"there is nothing at {address}", remedy)
        except DatelineError as error:
            yield wrong(f"source {source.name}", error, remedy)


def expectations() -> Check:
    """Every suite can be read and Great Expectations knows what is in it."""
    if find_spec("great_expectations") is None:
        return not_installed("validate")
    from pipeline.validate import check_suites

    try:
        suites = check_suites(settings().expectations)
    except Terminal as error:
        return wrong("expectations", error, "correct the file; docs/expectations.md explains it")
    counts = ", ".join(f"{count} of {name}" for name, count in suites.items())
    return fine("expectations", f"{version_of('great-expectations')} knows all: {counts}")
