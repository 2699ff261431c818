"""The tables of words, read from YAML by the parser in C where PyYAML has it, which is much quicker."""

from pathlib import Path
from typing import Any

import yaml

__all__ = ["read_strings", "read_table"]

_SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BASE = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_table(path: Path) -> dict[str, Any]:
    """A table with the types that YAML knows."""
    table: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=_SAFE)
    return table


def read_strings(path: Path) -> dict[str, Any]:
    """A table with nothing but strings in it: "no" and "on" are words here."""
    table: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=_BASE)
    return table
