"""What became of the pages of a batch."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.load.plan import Plan
from pipeline.load.rows import Page


@dataclass(frozen=True, slots=True)
class Counts:
    """Pages by what became of them; `refused_rows` are rows, those of pages that loaded too."""

    new: int = 0
    revised: int = 0
    unchanged: int = 0
    rejected: int = 0
    quarantined: int = 0
    refused_rows: int = 0

    @property
    def pages(self) -> int:
        """All of them: every page is counted once."""
        return self.new + self.revised + self.unchanged + self.rejected + self.quarantined

    def refusing(self, rows: int) -> "Counts":
        """The same, with the number of refused rows."""
        return replace(self, refused_rows=rows)


def count(pages: Sequence[Page], plan: Plan) -> Counts:
    """Counts the pages of a batch."""
    found = Counter(_fate(page, plan) for page in pages)
    return Counts(**found)


def _fate(page: Page, plan: Plan) -> str:
    return plan.made.get(page.page_fetch_id, "unchanged") if page.outcome == "article" else page.outcome
