"""A number while it is being read; it becomes a `Mention` when everything around it is known."""

from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.numbers.amounts import Amount
from pipeline.numbers.bounds import EXACT, Bound, Side
from pipeline.numbers.mention import Comparator, Kind

__all__ = ["Draft"]


@dataclass(slots=True)
class Draft:
    """Tokens [first, last) are the surface, [left, right) the phrase; `low` and `high` are those of a range."""

    first: int
    last: int
    left: int
    right: int
    kind: Kind
    rule: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    comparator: Comparator = "="
    approximate: bool = False
    side: Side | None = None
    quantity: bool = True
    unit_first: int = 0
    unit_last: int = 0
    unit: str | None = None
    currency: str | None = None
    currency_ambiguous: bool = False
    per: str | None = None
    noun: str | None = None
    noun_head: str | None = None
    noun_elided: bool = False
    noun_first: int = -1  # tokens of the noun phrase that follows, -1 where none does
    noun_last: int = -1
    part_of: "Draft | None" = None
    amount: Amount | None = None
    bound: Bound = EXACT
    char_start: int = 0
    char_end: int = 0
    phrase_start: int = 0
    phrase_end: int = 0
    unit_text: str | None = None
    spare: list[str] = field(default_factory=list)
