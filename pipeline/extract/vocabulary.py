"""The words that the readers of this stage look for, kept as data beside it."""

import re
from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a file of `data/`, without comments."""
    content = files("pipeline.extract").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(line for line in content.splitlines() if line and not line.startswith("#"))


@cache
def pairs(name: str) -> tuple[tuple[str, str], ...]:
    """The rows of a two-column table of `data/`."""
    rows = (line.split("\t", 1) for line in lines(name))
    return tuple((first, second) for first, second in rows)


@cache
def phrases(name: str, kind: str) -> re.Pattern[str]:
    """One pattern for all phrases of a kind in a table of `data/`; each row is a regular expression."""
    return re.compile("|".join(phrase for key, phrase in pairs(name) if key == kind), re.IGNORECASE)
