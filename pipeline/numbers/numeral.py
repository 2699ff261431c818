"""A numeral while it is being read."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

__all__ = ["Form", "Numeral"]

Form = Literal["digits", "words", "vague", "fraction", "half", "multiple", "one", "couple", "article", "decade"]


@dataclass(slots=True)
class Numeral:
    """A number as tokens [first, last): its value, or (vague) the lowest that it can mean."""

    first: int
    last: int
    value: Decimal | None
    form: Form
    low: Decimal | None = None
    scale: int = 1
    letter: str = ""  # a glued letter that may scale it ("35m"): the reader of units decides
    about: bool = False  # "une trentaine" is about thirty
