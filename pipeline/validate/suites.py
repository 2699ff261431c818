"""Suites of expectations as JSON files, in the form that Great Expectations itself reads."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from pipeline.errors import Terminal
from pipeline.verdicts import Severity

SuiteName = Literal["articles", "bylines", "mentions", "articles_batch"]
_COLUMN_KEYS = ("column", "column_A", "column_B", "column_list")


class Expectation(BaseModel):
    """One expectation of a suite: critical refuses the row (or stops the source), warning is reported."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: str
    kwargs: dict[str, JsonValue]
    severity: Severity
    description: str = Field(description="What it asks of a row, as a sentence for the person who reads the quarantine")

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it looks at."""
        found: list[str] = []
        for key in _COLUMN_KEYS:
            value = self.kwargs.get(key, [])
            found += [str(item) for item in (value if isinstance(value, list) else [value])]
        return tuple(found)

    @property
    def column(self) -> str:
        """The columns in one string."""
        return ", ".join(self.columns)

    @property
    def label(self) -> str:
        """Its name with its columns, which together say which one of a suite it is."""
        return f"{self.type}({self.column})"


class SuiteFile(BaseModel):
    """What a suite's JSON file holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    notes: str
    expectations: tuple[Expectation, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Suite:
    """A suite and the file it came from."""

    name: SuiteName
    path: Path
    expectations: tuple[Expectation, ...]


def load_suite(folder: Path, name: SuiteName, columns: frozenset[str]) -> Suite:
    """The suite `name` for rows with `columns`; raises `Terminal` naming file, expectation and fault."""
    path = folder / f"{name}.json"
    suite = Suite(name, path, _read(path).expectations)
    _refuse_twins(suite)
    for expectation in suite.expectations:
        unknown = sorted(set(expectation.columns) - columns)
        if unknown or not expectation.columns:
            what = f"no column {unknown[0]!r}" if unknown else "names no column"
            raise Terminal(f"{path}: {expectation.label}: {what}; {name} have {', '.join(sorted(columns))}")
    return suite


def _read(path: Path) -> SuiteFile:
    try:
        return SuiteFile.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise Terminal(f"there is no suite at {path}: restore it, or set DATELINE_EXPECTATIONS") from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise Terminal(f"{path}: not a JSON file: {error}") from error
    except ValidationError as error:
        problems = (f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors())
        raise Terminal(f"{path}: {'; '.join(problems)}") from error


def _refuse_twins(suite: Suite) -> None:
    """Quarantine and statistics know an expectation by its name and columns."""
    seen: set[str] = set()
    for expectation in suite.expectations:
        if expectation.label in seen:
            raise Terminal(f"{suite.path}: {expectation.label} stands there twice; make one of the two")
        seen.add(expectation.label)
