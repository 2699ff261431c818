"""What a poll goes on to say: "A new poll shows support for the plan. Fifty-one percent say that ..." """

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.sentences import Sentence, are_apart

__all__ = ["answers_of_polls"]

_POLL = re.compile(r"\b(?:polls?|surveys?)\b", re.IGNORECASE)
# A sentence whose subject is a share of those who were asked.
_ANSWER = re.compile(
    r"(?i:(?:and |but |only |just |some |another |about |nearly |almost |roughly |around |over |more than |fewer than "
    r"|at least |the same |a further |an overwhelming ){0,4})"
    r"(?:\d[\d.]{0,5}|[A-Za-z]{3,12}(?:-[a-z]{3,12})?) ?(?:%|percent|per cent|in [a-z]{3,8})"
    r"(?: of [\w’'-]+(?: [\w’'-]+){0,6}?)?(?: also)? "
    r"(?:say|said|think|thought|believe|believed|support|supported|oppose|opposed|favou?r|favou?red|approve|approved"
    r"|disapprove|disapproved|want|wanted|back|backed|agree|agreed|disagree|disagreed|trust|feel|felt|report|reported)\b"
)
_SENTENCES = 3  # behind the one that names the poll


def answers_of_polls(text: str, sentences: Sequence[Sentence], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Claims of the polls that `claims` name, about the sentences right behind that tell more answers."""
    starts = [sentence.start for sentence in sentences]
    for claim in claims:
        who = claim.claimant
        if who is None or _POLL.search(text, who.phrase_start, who.end) is None:
            continue
        i = bisect_right(starts, claim.start)
        for sentence in sentences[i : i + _SENTENCES]:
            if are_apart(text, claim.end, sentence.start) or not _ANSWER.match(text, sentence.start, sentence.end):
                break
            span = (sentence.start, sentence.end)
            yield Claim((span,), who, None, claim.cue, sentence.start, sentence.start, rank=2)
