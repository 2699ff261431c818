"""What is claimed: stretches of a text, who says so, and by which words."""

from dataclasses import dataclass

from pipeline.numbers.claims.names import Claimant
from pipeline.numbers.claims.scopes import Span

__all__ = ["Claim"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch that somebody claims. `claimant` None: a cue without anybody ("reportedly", an unclear "he said").

    `spoken_from` is where the name or the verb begins, for quotations that end just before; rank 0 outweighs 1.
    `is_doubtful`: a "he said" whose claimant is open because two people may be meant.
    """

    scopes: tuple[Span, ...]
    claimant: Claimant | None
    named: Span | None
    cue: str
    start: int
    end: int
    rank: int = 0
    is_doubtful: bool = False

    def covers(self, offset: int) -> bool:
        """Whether an offset lies in what is claimed."""
        return any(a <= offset < b for a, b in self.scopes)

    def length(self) -> int:
        """How much is claimed: the narrower claim about a place is the better one."""
        return sum(b - a for a, b in self.scopes)
