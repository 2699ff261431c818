"""What validation says of the rows and the sources of one run; it travels from `validate` to `load` as JSON."""

from dataclasses import dataclass, field
from typing import Literal

from pydantic import JsonValue

RowKind = Literal["article", "byline", "mention"]
Severity = Literal["critical", "warning"]


@dataclass(frozen=True, slots=True)
class Refused:
    """One row that one expectation refused: a row for the quarantine. A row can be refused by several.

    `expectation` (the name that Great Expectations gives it) and `column` together say which one of a suite it was,
    `ordinal` is the row's index among its article's authors or mentions (0 for the article itself), `row` what the row
    held, with `\\x00` and lone surrogates replaced so that any JSON column can keep it, and `detail` a sentence for a
    person.
    """

    source: str
    record_id: str
    page_hash: str
    row_kind: RowKind
    ordinal: int
    expectation: str
    column: str
    row: dict[str, JsonValue]
    detail: str


@dataclass(frozen=True, slots=True)
class BatchVerdict:
    """How one source's rows did at one expectation: `observed` is the share of `evaluated` rows that did not meet it,
    or the value that the expectation looked at."""

    source: str
    suite: str
    expectation: str
    column: str
    severity: Severity
    evaluated: int
    unexpected: int
    observed: float
    success: bool


@dataclass(frozen=True, slots=True)
class Verdicts:
    """All that validation found in a run; `stopped_sources` has the reason for each source that must not be loaded."""

    refused: tuple[Refused, ...] = ()
    batches: tuple[BatchVerdict, ...] = ()
    stopped_sources: dict[str, str] = field(default_factory=dict)

    def refused_rows(self, kind: RowKind) -> frozenset[tuple[str, str, int]]:
        """Source, record and ordinal of every row of the kind that must not be loaded.

        A refused article takes its children along; they are not judged and not listed.
        """
        return frozenset((item.source, item.record_id, item.ordinal) for item in self.refused if item.row_kind == kind)

    @property
    def warnings(self) -> tuple[BatchVerdict, ...]:
        """What is reported and stops nothing."""
        return tuple(verdict for verdict in self.batches if verdict.severity == "warning" and not verdict.success)
