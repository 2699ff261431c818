"""What those who forecast for a living were expecting: "Analysts polled by Hartwell were looking for $2.52 a share"."""

import re
from collections.abc import Iterator, Sequence

from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.names import Claimant
from pipeline.numbers.sentences import Sentence

__all__ = ["expectations_of"]

_TRADE = re.compile(r"\b(?:[Aa]nalysts|[Ee]conomists|[Ff]orecasters|[Ss]trategists)\b")
_WHO = re.compile(
    r"(?P<who>(?:Wall Street |City |[Ss]ome |[Mm]ost )?(?:[Aa]nalysts|[Ee]conomists|[Ff]orecasters|[Ss]trategists))"
    r"(?: (?:surveyed|polled|tracked|questioned|compiled) by [A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,3})?"
    r"(?: on average)? (?P<cue>(?:were|are|had been|have been) (?:expecting|anticipating|forecasting|looking for))\b"
)
_BEFORE = 12  # code points that may stand in front of the trade: "Wall Street "
_CLAUSE_ENDS = re.compile(r"[;—]|, (?:but|while|whereas|and the)\b")


def expectations_of(text: str, sentences: Sequence[Sentence]) -> Iterator[Claim]:
    """Claims of analysts and their like, as far as their clause goes."""
    if _TRADE.search(text) is None:
        return
    for sentence in sentences:
        trade = _TRADE.search(text, sentence.start, sentence.end)
        low = max(sentence.start, trade.start() - _BEFORE) if trade else sentence.end
        found = _WHO.search(text, low, sentence.end)
        if found is None:
            continue
        stop = _CLAUSE_ENDS.search(text, found.end(), sentence.end)
        span = (found.end(), stop.start() if stop else sentence.end)
        who = Claimant(found["who"], found.start("who"), found.end("who"), found.start("who"))
        yield Claim((span,), who, found.span("who"), found["cue"], found.start(), found.end(), rank=1)
