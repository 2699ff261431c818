"""Names of months and weekdays by language, for the cores that read dates."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml


def months(language: str) -> Mapping[str, int]:
    """Month names and abbreviations (the latter with a full stop) -> 1 to 12; empty for an unknown language."""
    return _names(language, "months")


def weekdays(language: str) -> Mapping[str, int]:
    """Weekday names and abbreviations (the latter with a full stop) -> 1 (Monday) to 7; empty when unknown."""
    return _names(language, "weekdays")


def languages() -> tuple[str, ...]:
    """The languages the tables know, as ISO 639-1 codes."""
    return tuple(_table())


@cache
def _names(language: str, which: str) -> Mapping[str, int]:
    table: dict[int, list[str]] = _table().get(language, {}).get(which, {})
    return MappingProxyType({name: number for number, names in table.items() for name in names})


@cache
def _table() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("months.yml").read_text("utf-8"))
    return loaded
