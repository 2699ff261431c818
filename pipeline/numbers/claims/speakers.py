"""Whose words a direct quotation is, also over sentences and paragraphs."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.discourse import TOLD_ONE
from pipeline.numbers.claims.names import Claimant
from pipeline.numbers.quotes import Quote
from pipeline.numbers.sentences import Sentence

Speaker = tuple[Claimant, str]
_GAP = 4
_SOLE_QUOTES = 2  # so many quotations of one person, and of nobody else, may make an interview
_LONGEST_QUESTION = 300
_ASKING = frozenset(("asked", "asks", "demanded", "wondered"))
_SIGNED = re.compile(
    r"\s{0,3}(?P<dash>—|–|--|-) ?(?P<name>[A-Z][\w’'.*-]+(?:(?: (?:[a-z]{2,3} )?[A-Z][\w’'.*-]+){1,3}(?=,|\s*(?:\n|$))"
    r"|(?=\s*(?:\n|$))))"
)
_FULL_NAME = re.compile(r"(?<![“\"‘.?!] )(?<!^)\b[A-Z][\w’-]+ [A-Z][\w’-]+")
_KIN = re.compile(
    r"\b(?:wife|husband|mother|father|brother|sister|son|daughter|partner|colleague|neighbou?r|friend|boss|lawyer"
    r"|spokes\w+|another|others?)\b"
)
_SENTENCE = 120
# "says Roe. His wife shakes her head. “...”"
_OF_KIN = re.compile(
    r"(?:[.!?”\"] |\n)(?:But |And )?(?:His|Her|Their) (?:[a-z-]+ )?(?:wife|husband|mother|father|brother|sister|son"
    r"|daughter|partner|colleague|neighbou?r|friend|boss|lawyer)(?:, [^.!?“\"]{2,40},)? [a-z]+[^.!?“\"]*[.!?:] $"
)
_PARAGRAPH = re.compile(r"\n(?=[^\n])")


def speakers_of(
    text: str, quotes: Sequence[Quote], claims: Sequence[Claim], sentences: Sequence[Sentence]
) -> dict[int, Speaker]:
    """Start of a quotation -> its speaker and the cue; quotations whose speaker is open are left out.

    A speaker is named beside the quotation; else it is who speaks the other paragraphs of the same turn; else, for a
    quotation that begins a sentence, who spoke last in the paragraph; else, for a paragraph that is nothing but a
    quotation, who spoke last in the paragraph before. What goes on behind "..., X said, ..." is of X.
    """
    beside = {q.start: s for q in quotes if (s := _named_beside(text, q, claims) or _signed(text, q)) is not None}
    _go_on(text, quotes, beside, sentences)
    turns = {q.turn: beside[q.start] for q in reversed(quotes) if q.start in beside}
    sentence_starts = [s.start for s in sentences]
    speakers: dict[int, Speaker] = {}
    last: tuple[int, Speaker] | None = None  # paragraph in which somebody spoke last
    heard: Counter[str] = Counter()
    asked_by = ""
    paragraphs = _paragraph_starts(text)
    pending = sorted((c for c in claims if c.claimant), key=lambda c: c.start)
    at_claim = 0
    for quote in quotes:
        paragraph = bisect_right(paragraphs, quote.start)
        while at_claim < len(pending) and pending[at_claim].start < quote.start:
            claim = pending[at_claim]
            inner = at_claim > 0 and pending[at_claim - 1].covers(claim.start)  # "Roe says that reports indicate"
            if claim.claimant is not None and not inner and not _is_aside(text, claim, claim.claimant):
                last = (bisect_right(paragraphs, claim.start), (claim.claimant, claim.cue))
            at_claim += 1
        speaker = beside.get(quote.start) or turns.get(quote.turn)
        is_open = speaker is None and _said_by_nobody(text, quote, claims)  # "..., he said", and it is not clear who
        is_open = is_open or (last is not None and last[0] < paragraph and asked_by == _surname(last[1]))
        is_open = is_open or _OF_KIN.search(text, max(0, quote.start - _SENTENCE), quote.start) is not None
        if speaker is None and last is not None and not is_open and _begins_sentence(sentence_starts, quote):
            is_all = quote.end - quote.start > 0.8 * _paragraph_length(text, paragraphs, paragraph)
            asked = last[0] == paragraph - 2 and _is_question(text, paragraphs, paragraph - 1)
            if last[0] == paragraph or (is_all and (asked or last[0] == paragraph - 1)):
                speaker = last[1]
            elif is_all and heard[_surname(last[1])] == len(speakers) >= _SOLE_QUOTES:
                before = text[paragraphs[max(0, paragraph - 2)] : quote.start]  # a question told, or what it is about
                speaker = None if _names_another(before, last[1]) else last[1]
        if speaker is not None:
            speakers[quote.start] = speaker
            others = last is not None and _surname(last[1]) != _surname(speaker)
            asks = speaker[1] in _ASKING and text.startswith("?", quote.end - 2) and not heard[_surname(speaker)]
            asked_by = _surname(speaker) if asks and others else ""  # the answer is somebody else's
            heard[_surname(speaker)] += 1
            last = (bisect_right(paragraphs, quote.end - 1), speaker)
    return speakers


def _surname(speaker: Speaker) -> str:
    return speaker[0].text.split()[-1]


def _names_another(stretch: str, speaker: Speaker) -> bool:
    """Whether somebody else is named in a stretch, or brought in as a wife, a neighbour."""
    named = any(_surname(speaker) not in name for name in _FULL_NAME.findall(stretch))
    return named or _KIN.search(stretch) is not None


def _signed(text: str, quote: Quote) -> Speaker | None:
    """Whose name stands below a quotation that is set apart: "...” — Jane Roe"."""
    match = _SIGNED.match(text, quote.end)
    if match is None:
        return None
    at = match.start("name")
    return Claimant(match["name"], at, match.end("name"), at), match["dash"]


def _go_on(text: str, quotes: Sequence[Quote], beside: dict[int, Speaker], sentences: Sequence[Sentence]) -> None:
    """ "When I came," says Beth, "I saw two": the second quotation of a sentence goes on with the first."""
    starts = [s.start for s in sentences]
    for first, second in pairwise(quotes):
        gap = text[first.end : second.start].rstrip()
        if second.start in beside or first.start not in beside or not gap.endswith((",", ";", "—", "–")):
            continue
        if bisect_right(starts, first.end - 1) == bisect_right(starts, second.start):
            beside[second.start] = beside[first.start]


def _named_beside(text: str, quote: Quote, claims: Sequence[Claim]) -> Speaker | None:
    """The claim that begins just after a quotation, or in whose reach the quotation begins."""
    for claim in _claims_behind(text, quote, claims):
        if claim.claimant:
            return claim.claimant, claim.cue
    near = claims[max(0, bisect_right(claims, quote.start, key=lambda c: c.start) - 6) :][:12]
    covering = [c for c in near if c.claimant and c.covers(quote.start) and c.rank <= 1]
    nearest = min(covering, key=lambda c: c.rank, default=None)  # "X said" outweighs "according to X"
    return (nearest.claimant, nearest.cue) if nearest is not None and nearest.claimant else None


def _claims_behind(text: str, quote: Quote, claims: Sequence[Claim]) -> list[Claim]:
    """The claims that begin just after a quotation."""
    i = bisect_right(claims, quote.end, key=lambda c: c.start)
    near = (c for c in claims[max(0, i - 1) : i + 2] if 0 <= c.start - quote.end <= _GAP)
    ended = text[quote.end - 2 : quote.end - 1] in (
        ".",
        "?",
        "!",
    )  # what follows is another sentence: "... a week.” Roe once said"
    return [
        c
        for c in near
        if not text[quote.end : c.start].strip(" ,\u00a0*_") and (not ended or not c.scopes or c.covers(quote.start))
    ]


def _said_by_nobody(text: str, quote: Quote, claims: Sequence[Claim]) -> bool:
    behind = _claims_behind(text, quote, claims)
    return bool(behind) and all(claim.is_doubtful for claim in behind)


def _is_aside(text: str, claim: Claim, claimant: Claimant) -> bool:
    """Whether one speaks in passing: "asked about critics who say it is unfair", "a doctor told her"."""
    lead = text[max(0, claim.end - len(claim.cue) - 5) : claim.end - len(claim.cue)]
    is_aside = lead.endswith(" who ") or TOLD_ONE.match(text, claim.end) is not None
    return is_aside and claimant.text.split()[-1].islower()


def _begins_sentence(starts: list[int], quote: Quote) -> bool:
    i = bisect_right(starts, quote.start) - 1
    return i >= 0 and quote.start - starts[i] <= 1


def _is_question(text: str, starts: list[int], paragraph: int) -> bool:
    """Whether a paragraph is a question of the interviewer's: it ends with its mark and quotes nobody."""
    start = starts[paragraph - 1] if paragraph else 0
    asked = text[start : starts[paragraph]].strip() if paragraph < len(starts) else ""
    return asked.endswith("?") and asked[:1] not in "\"“‘'" and len(asked) < _LONGEST_QUESTION


def _paragraph_starts(text: str) -> list[int]:
    return [match.end() for match in _PARAGRAPH.finditer(text)]


def _paragraph_length(text: str, starts: list[int], paragraph: int) -> int:
    start = starts[paragraph - 1] if paragraph else 0
    end = starts[paragraph] if paragraph < len(starts) else len(text)
    return len(text[start:end].strip())
