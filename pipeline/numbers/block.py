"""What a block is: tokens that look like a number and are none."""

from dataclasses import dataclass

from pipeline.numbers.mention import Kind
from pipeline.numbers.tokens import Shape, Tokens

__all__ = ["Block", "digit_groups"]

_MOST_GROUPS = 6


@dataclass(frozen=True, slots=True)
class Block:
    """Tokens [first, last) that are no quantity; a kind of None makes no row at all."""

    name: str
    first: int
    last: int
    kind: Kind | None = "identifier"


def digit_groups(tokens: Tokens, i: int) -> int:
    """The end of groups of digits with blanks between: "116 123", "13 11 14"."""
    j = i
    while j - i < _MOST_GROUPS and tokens.shapes[j] is Shape.DIGITS and tokens.words[j].isdecimal():
        j += 1
    return j
