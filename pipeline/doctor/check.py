"""What one check found."""

from dataclasses import dataclass

from pipeline.errors import DatelineError


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that Dateline stands on. `remedy` says how to mend it, and is None where nothing is wrong."""

    name: str
    ok: bool
    detail: str
    remedy: str | None = None


def fine(name: str, detail: str) -> Check:
    """Nothing is wrong."""
    return Check(name, True, detail)


def wrong(name: str, detail: str | DatelineError, remedy: str) -> Check:
    """Something is wrong, and `remedy` says how to mend it."""
    return Check(name, False, str(detail), remedy)
