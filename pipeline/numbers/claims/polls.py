"""What a poll goes on to say: "A new poll shows support for the plan. Fifty-one percent say that ..." """

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.sentences import Sentence, are_apart

__all__ = ["answers_of_polls"]

_SENTENCES = 3  # behind the one that names the poll


def answers_of_polls(
    text: str, sentences: Sequence[Sentence], claims: Sequence[Claim], words: ReportingWords
) -> Iterator[Claim]:
    """Claims of the polls that `claims` name, about the sentences right behind that tell more answers."""
    starts = [sentence.start for sentence in sentences]
    for claim in claims:
        who = claim.claimant
        asked = who is not None and words.poll.search(text, who.phrase_start, who.end) is not None
        if who is None or not (asked or words.study.search(text, who.phrase_start, who.end)):
            continue
        i = bisect_right(starts, claim.start)
        for sentence in sentences[i : i + _SENTENCES]:
            answer = words.answer if asked else words.share
            if are_apart(text, claim.end, sentence.start) or not answer.match(text, sentence.start, sentence.end):
                break
            span = (sentence.start, sentence.end)
            yield Claim((span,), who, None, claim.cue, sentence.start, sentence.start, rank=2)
