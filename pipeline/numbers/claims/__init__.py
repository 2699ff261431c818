"""Who says so: the claimant of every number, where the text names one. Better open than wrong."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from pipeline.numbers.claims.additions import is_told_age
from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.complements import is_past
from pipeline.numbers.claims.continued import continued
from pipeline.numbers.claims.cues import ClaimFinder
from pipeline.numbers.claims.names import Claimant
from pipeline.numbers.claims.passages import passages_of
from pipeline.numbers.claims.polls import answers_of_polls
from pipeline.numbers.claims.reporting import ReportingWords, reporting_words
from pipeline.numbers.claims.speakers import speakers_of
from pipeline.numbers.mention import Mention, changed
from pipeline.numbers.quotes import Quote, is_name, quote_at, quote_spans
from pipeline.numbers.sentences import Sentence

__all__ = ["attribute"]

# "The army says 40 died, while rebels speak of 60"
_ELSEWHERE = re.compile(r"; |, (?:while|whereas|with|but|though|although) ")
_STAMP = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?:? (?=[A-Z“\"])")
# "Roe said her brother told her that", "Roe said figures showed": in one breath
_TOLD_SOMEBODY, _NEAR = re.compile(r" (?:him|her|them|me|us)\b"), 60
_CLAUSE = re.compile(r"[,;:—–“\"]|\b(?:and|but|after|before|when|while|as|because|since|who|which|where)\b")
_SPEECH_WORDS = 5  # a shorter quotation without a speaker is a word in marks, not speech


def attribute(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], language: str = "en"
) -> list[Mention]:
    """The mentions with attribution, attributed_to, attribution_cue and quoted filled in; same order, same length.

    A mention is `attributed` where its claimant is named, `unresolved` where the text says that somebody claims it but
    not clearly who, and `outlet` otherwise. A language without a table only gets `quoted`.
    """
    quotes = quote_spans(text)
    words = reporting_words(language)
    if words is None:
        return [changed(m, quoted=True) if quote_at(quotes, m.char_start) else m for m in mentions]
    sentences = [_behind_stamp(text, sentence) for sentence in sentences]
    claims = find_claims(text, sentences, quotes, words)
    speakers = speakers_of(text, quotes, claims, sentences)
    starts = [s.start for s in sentences]
    passages = passages_of(text, claims, quotes, words)
    passages = sorted([*passages, *continued(text, sentences, claims, quotes, words)], key=lambda p: p.scopes[0][0])
    by_sentence: dict[int, list[Claim]] = {}
    for claim in [*claims, *answers_of_polls(text, sentences, claims, words)]:
        by_sentence.setdefault(bisect_right(starts, claim.start) - 1, []).append(claim)
    attributed = [
        _attributed(text, m, by_sentence.get(bisect_right(starts, m.char_start) - 1, []), quotes, speakers, words)
        for m in mentions
    ]
    return [_in_passage(mention, passages) for mention in attributed]


def _behind_stamp(text: str, sentence: Sentence) -> Sentence:
    """A sentence of a live report without the time that it begins with: "18:15 Police say"."""
    stamp = _STAMP.match(text, sentence.start, sentence.end) if text[sentence.start].isdecimal() else None
    return sentence._replace(start=stamp.end()) if stamp else sentence


def find_claims(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote], words: ReportingWords
) -> list[Claim]:
    """All claims of a text in order, whether a number stands in them or not."""
    cues: dict[int, list[re.Match[str]]] = {}
    with_nouns: set[int] = set()
    starts = [s.start for s in sentences]
    for sign in words.signs.finditer(text):
        i = bisect_right(starts, sign.start()) - 1
        if i >= 0 and sign.end() <= sentences[i].end:
            if sign.group() in words.cues:
                cues.setdefault(i, []).append(sign)
            if not words.claim_nouns.isdisjoint(sign.group().split()):
                with_nouns.add(i)
    finder = ClaimFinder(text, sentences, quotes, words)
    nominal = {i for i in with_nouns if words.may_claim(text, sentences[i])}
    nominal |= {bisect_right(starts, m.start()) - 1 for m in words.cited.finditer(text)}
    marked = {bisect_right(starts, quote.start) - 1 for quote in quotes}
    wanted = sorted(cues.keys() | ((nominal | marked) - {-1}))
    return [claim for i in wanted for claim in finder.claims(i, cues.get(i, ())[:40], has_nouns=i in nominal)]


def _attributed(
    text: str,
    mention: Mention,
    claims: Sequence[Claim],
    quotes: Sequence[Quote],
    speakers: dict[int, tuple[Claimant, str]],
    words: ReportingWords,
) -> Mention:
    at = mention.char_start
    quote = quote_at(quotes, at)
    if quote is not None:
        mention = changed(mention, quoted=not is_name(text, quote))
        if speaker := speakers.get(quote.start):
            return _said_by(mention, *speaker)
    sayers = [c for c in claims if c.named and c.scopes and c.named[0] <= at < c.named[1]]
    if sayers and not any(
        c.covers(at) and (c.end <= sayers[0].start or (c.start > sayers[0].end and not c.rank)) for c in claims
    ):
        return mention  # "40 survivors said", but not "According to X, 40 survivors said", "40 agreed to go, X said"
    covering = [c for c in claims if c.covers(at)]
    covering = [c for c in covering if not _is_within(c, covering, words) and not _is_told(text, c, covering, words)]
    claim = min(covering, key=lambda c: (c.rank, c.length(), -c.start), default=None)
    if claim is not None:
        if claim.claimant is not None:
            if claim.start < at and is_told_age(text, mention, claim.claimant, words):
                return mention
            return _said_by(mention, claim.claimant, claim.cue)
        return changed(mention, attribution="unresolved", attribution_cue=claim.cue)
    if (
        quote is not None
        and len(text[quote.start : quote.start + 200].split()) >= _SPEECH_WORDS
        and quote.end - quote.start > 24
    ):
        return changed(mention, attribution="unresolved")
    return mention


def _is_within(claim: Claim, others: Sequence[Claim], words: ReportingWords) -> bool:
    """Whether somebody says that another expects: "He said he had 40 guns, the police chief said"."""
    if words.verbs.get(claim.cue) not in ("report", "speech", "clause", "tell"):
        return False
    return any(c.start > claim.start and claim.covers(c.start) and c.covers(claim.start) and c.rank < 2 for c in others)


def _is_told(text: str, claim: Claim, others: Sequence[Claim], words: ReportingWords) -> bool:
    """Whether somebody tells what an unclear "it" says or another expects: "Roe said Acme expects 40 guests"."""
    if claim.named is None:
        return False
    kind = words.verbs.get(claim.cue)
    if claim.claimant is not None and kind != "report":
        told = kind == "tell" and _TOLD_SOMEBODY.match(text, claim.end)
        if not told and not (kind == "data" and is_past(claim.cue)):
            return False
        near = [c for c in others if c.claimant and 0 < claim.start - c.end < _NEAR and c.covers(claim.start)]
        return any(words.is_finite(c.cue) and not _CLAUSE.search(text, c.end, claim.start) for c in near)
    outer = (c for c in others if c.claimant and c.start < claim.start and c.covers(claim.start))
    return any(claim.claimant is None or not _ELSEWHERE.search(text, c.end, claim.start) for c in outer)


def _in_passage(mention: Mention, passages: Sequence[Claim]) -> Mention:
    """The mention as a claim of the one in whose passage it stands, where nobody else is named for it."""
    i = bisect_right(passages, mention.char_start, key=lambda passage: passage.scopes[0][0])
    passage = next((p for p in passages[max(0, i - 2) : i] if p.covers(mention.char_start)), None)
    if passage is None or passage.claimant is None or mention.attribution == "attributed":
        return mention
    return _said_by(mention, passage.claimant, passage.cue)


def _said_by(mention: Mention, claimant: Claimant, cue: str) -> Mention:
    return changed(mention, attribution="attributed", attributed_to=claimant.text, attribution_cue=cue)
