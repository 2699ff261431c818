"""What goes on without a cue behind a claim: "A further 30 were hurt.", the next finding of a report."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.numbers.claims.backshift import goes_on_shifted, is_testimony, shifted_tenses
from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.complements import is_past, is_present
from pipeline.numbers.claims.names import Claimant
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.quotes import Quote, holds_quote, quote_at
from pipeline.numbers.sentences import Sentence
from pipeline.numbers.wordlists import word_set

__all__ = ["continued"]

# "Police said two men died. Another four are missing. That brings the toll to nine."
_ADDS = re.compile(
    r"(?:A further|Another|An additional|The (?:other|remaining)|A total of) [\w,.]+ "
    r"|(?:Additionally|In addition|Furthermore|Moreover|Overall|Altogether|In (?:total|all)), "
    r"|(?:Of|Among) (?:those|these|them|the (?:\d|two|three|four|five|six|seven|eight|nine|ten|dozen))\b"
    r"|\w+ of (?:them|those|these)\b"
    r"|(?:That|This|It) (?:also )?(?:brings|brought|takes|took|raises|raised|pushes|pushed|lifts|lifted) "
    r"(?:the|its|their|his|her|this|to)\b"
)
_TURNS = re.compile(
    r"(?:But|However|Despite|Meanwhile|Still|Yet|Now|Last|Earlier|Later|Although|Though|While|So|In response|Critics"
    r"|Supporters|Results|Authors?|I|We|You|If|And yet)\b"
)
_AHEAD = re.compile(r"\b(?:will|is expected to|are expected to|is due|are due|could not be reached|declined to)\b")
_DOES = re.compile(r"(?:He|She|It|[A-Z][a-z]+) (?P<verb>[a-z]+s)\b")
_WORD = re.compile(r"[a-z’'-]+|;")
_PRESENT = word_set("is are has have does do will would can could may might should must")
_PAST = word_set("was were had did")
_TAIL = 40  # what may stand behind "police said" at the end of a sentence: "on Monday in a statement"
_LEAD = 60
_WORDS_IN_MARKS = 30


def continued(
    text: str,
    sentences: Sequence[Sentence],
    claims: Sequence[Claim],
    quotes: Sequence[Quote],
    words: ReportingWords,
) -> Iterator[Claim]:
    """The sentences without a claim or a quotation that go on with the claim of the one before, in its paragraph."""
    yield from _between(text, sentences, claims, quotes, words)
    said: Claim | None = None
    tenses: frozenset[str] = frozenset()  # those of reported speech, in which it goes on
    for before, sentence in pairwise(sentences):
        own = _last_claim(claims, before)
        said = own if own is not None and _reaches_end(own, before) else said if own is None else None
        spoken = _holds_speech(text, quotes, before.start, before.end)
        if said is None or "\n" in text[before.end : sentence.start] or spoken:
            said = None
            continue
        if _last_claim(claims, sentence) or holds_quote(quotes, sentence.start, sentence.end):
            continue
        tenses = shifted_tenses(text, own, before, words) if own else tenses
        shifts = goes_on_shifted(text, sentence, tenses)
        tenses = tenses if shifts else frozenset()
        adds = shifts or _ADDS.match(text, sentence.start, sentence.end)
        if not adds and not (own and _tells_more(text, own, before, sentence, words)):
            said = None
            continue
        yield Claim(
            ((sentence.start, sentence.end),), said.claimant, None, said.cue, sentence.start, sentence.start, rank=3
        )


def _between(
    text: str,
    sentences: Sequence[Sentence],
    claims: Sequence[Claim],
    quotes: Sequence[Quote],
    words: ReportingWords,
) -> Iterator[Claim]:
    """A sentence without a claim between two of the same claimant, whose second goes on: "..., he added" """
    for before, sentence, behind in zip(sentences, sentences[1:], sentences[2:], strict=False):
        if "\n" in text[before.end : behind.start] or _holds_speech(text, quotes, before.start, before.end):
            continue
        if holds_quote(quotes, sentence.start, sentence.end):
            continue
        first, second = _last_claim(claims, before), _last_claim(claims, behind)
        if _last_claim(claims, sentence) or not (first and first.claimant and second and second.claimant):
            continue
        adds = words.bases.get(second.cue) in ("add", "continue") or quote_at(quotes, behind.start) is None
        same = first.claimant.text.split()[-1] == second.claimant.text.split()[-1]
        goes_on = adds and same and second.covers(behind.start) and _reaches_end(first, before)
        if goes_on and not _TURNS.match(text, sentence.start, sentence.end):
            span = (sentence.start, sentence.end)
            yield Claim((span,), first.claimant, None, first.cue, *span, rank=3)


def _holds_speech(text: str, quotes: Sequence[Quote], start: int, end: int) -> bool:
    """Whether somebody is quoted in a stretch with more than a few words: not 'was "a stunt"'."""
    i = bisect_left(quotes, start, key=lambda quote: quote.start)
    while i < len(quotes) and quotes[i].start < end:
        quote = quotes[i]
        if quote.start == start or quote.end - quote.start > _WORDS_IN_MARKS or not text[quote.start + 1].islower():
            return True
        i += 1
    return quote_at(quotes, start) is not None


def _is_in_past(text: str, sentence: Sentence) -> bool:
    """Whether the first verb of a sentence is in the past: what is found out, not how things are."""
    does = _DOES.match(text, sentence.start, sentence.end)
    if does is not None and is_present(does["verb"]):
        return False  # "He faces 20 years in jail if convicted"
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        word = match.group()
        if word in _PRESENT or word == ";":
            return False
        if word in _PAST or is_past(word):
            return True
    return False


def _tells_more(text: str, claim: Claim, before: Sentence, sentence: Sentence, words: ReportingWords) -> bool:
    """Whether a report or charge that a sentence began with goes on in the next."""
    who = claim.claimant
    if who is None or claim.named is None or claim.named[0] - before.start > _LEAD or claim.end > before.end:
        return False
    if is_testimony(text, claim, before, sentence, words):
        return _is_in_past(text, sentence)
    if not (_is_told_at_length(who, words) or words.bases.get(claim.cue) == "allege"):
        return False
    turns = _TURNS.match(text, sentence.start, sentence.end) or _AHEAD.search(text, sentence.start, sentence.end)
    return not turns and _is_in_past(text, sentence) and claim.covers(before.end - 2)


def _is_told_at_length(who: Claimant, words: ReportingWords) -> bool:
    return (who.head or who.text.split()[-1]).lower() in words.sets["told_at_length"]


def _reaches_end(claim: Claim, sentence: Sentence) -> bool:
    """Whether a claim holds at the end of its sentence, in front or behind."""
    return claim.covers(sentence.end - 2) or (bool(claim.scopes) and sentence.end - claim.end < _TAIL)


def _last_claim(claims: Sequence[Claim], sentence: Sentence) -> Claim | None:
    i = bisect_left(claims, sentence.end, key=lambda claim: claim.start) - 1
    return claims[i] if i >= 0 and claims[i].start >= sentence.start else None
