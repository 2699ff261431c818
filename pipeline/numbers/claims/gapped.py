"""A second claimant whose verb is left out: "Police said 58 had died, and the governor 70"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.names import is_claimant_like
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.claims.subjects import name_after

__all__ = ["parted"]

_NUMBER = (
    r"(?:(?:only|just|about|some|nearly|more than|at least|as many as) )?"
    r"(?:[$£€]?\d[\d,.]*(?: (?:million|billion|percent|per cent))?%?"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands))"
)
_SECOND = re.compile(
    r"(?:[,;]|,? (?:and|but|while)) (?P<who>police|[a-z]+s"
    r"|(?:the|an?|its|his|her|their|another) [\w’'-]+(?: [\w’'-]+){0,2}?"
    r"|[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2}?)(?:, [^,;.“\"]{2,40},)? "
    rf"(?:(?:at|by) )?{_NUMBER}(?=[,.;](?!\d)|$)"
)


def parted(text: str, claim: Claim, words: ReportingWords) -> Iterator[Claim]:
    """The claim up to where somebody else gives a number, and that one's; the claim alone where nobody does."""
    end = claim.scopes[-1][1] if claim.scopes else 0
    second = _SECOND.search(text, claim.end, end) if claim.claimant and end > claim.end else None
    if second and second.group()[0] in ",;" and second["who"].split()[0] in ("a", "an"):
        second = None  # "the plane, an ATR 42, had passed"
    named = name_after(text, second.start("who"), second.end("who"), words) if second else None
    if second is None or named is None or not is_claimant_like(named, claim.start, words):
        yield claim
        return
    last = claim.scopes[-1]
    yield replace(claim, scopes=(*claim.scopes[:-1], (last[0], second.start())))
    yield replace(
        claim, scopes=((second.end("who"), end),), claimant=named, named=(named.start, named.end),
        start=second.start(), end=second.end("who"),
    )  # fmt: skip
