"""What a poll goes on to say: "A new poll shows support for the plan. Fifty-one percent say that ..." """

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.sentences import Sentence, are_apart

__all__ = ["answers_of_polls"]

_SENTENCES = 3  # behind the one that names the poll
_SKIPPED = 2  # that tell something else in between


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
        answer, left = (words.answer, _SKIPPED) if asked else (words.share, 0)
        for sentence in sentences[i : i + _SENTENCES + left]:
            if are_apart(text, claim.end, sentence.start):
                break
            if answer.match(text, sentence.start, sentence.end):
                span = (sentence.start, sentence.end)
                yield Claim((span,), who, None, claim.cue, sentence.start, sentence.start, rank=2)
            elif (
                left and not _claims_in(claims, sentence) and not words.poll.search(text, sentence.start, sentence.end)
            ):
                left -= 1
            else:
                break


def _claims_in(claims: Sequence[Claim], sentence: Sentence) -> bool:
    i = bisect_left(claims, sentence.start, key=lambda claim: claim.start)
    return i < len(claims) and claims[i].start < sentence.end
