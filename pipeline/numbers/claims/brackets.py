"""Claims in brackets, which reach no further than these."""

import re
from dataclasses import replace

from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.sentences import Sentence

__all__ = ["within_brackets"]

_SAYS = re.compile(r"\d|\w{2,} \w+")


def within_brackets(text: str, claim: Claim, sentence: Sentence, cue: re.Match[str]) -> Claim:
    """A claim in brackets says what stands there: "40 died (60, according to the UN)"; not "(the UN says)"."""
    begin = text.rfind("(", sentence.start, cue.start()) + 1
    end = text.find(")", cue.end(), sentence.end)
    if begin == 0 or end < 0 or text.find(")", begin, cue.start()) >= 0:
        return claim
    scopes = tuple((max(a, begin), min(b, end)) for a, b in claim.scopes if a < end and b > begin)
    return replace(claim, scopes=scopes) if any(_SAYS.search(text, a, b) for a, b in scopes) else claim
