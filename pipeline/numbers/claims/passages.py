"""Whole passages that are somebody's words without quotation marks: posts, interviews, and the block behind "said:"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.interviews import answers_of
from pipeline.numbers.claims.labels import labelled_lines, sourced_lists
from pipeline.numbers.claims.nameplates import statements_of
from pipeline.numbers.claims.names import Claimant
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.quotes import Quote

__all__ = ["passages_of"]

# "— Harbour Police (@harbourpolice) March 3, 2021"
_SIGNATURE = re.compile(r"[—–-]{1,2} ?(?P<name>[^\n()@]{2,60}?) ?\((?P<handle>@\w{1,20})\)")
_POST_CHARS = 330  # with its links, a post is no longer
_OPENS_QUOTE = frozenset("\"“„«‘'")
_LONGEST_BLOCK, _CUE_TO_COLON = 1500, 80


def passages_of(text: str, claims: Sequence[Claim], quotes: Sequence[Quote], words: ReportingWords) -> list[Claim]:
    """The passages in order, each a claim of the one whose words it holds; linear in the length of the text."""
    passages = [*_posts(text), *_blocks(text, claims, quotes), *answers_of(text, words), *labelled_lines(text, words)]
    passages += [*sourced_lists(text, words), *statements_of(text, words)]
    return sorted(passages, key=lambda claim: claim.scopes[0][0])


def _posts(text: str) -> Iterator[Claim]:
    for match in _SIGNATURE.finditer(text) if "(@" in text else ():
        low = max(0, match.start() - 2 * _POST_CHARS)
        line = text.rfind("\n", low, match.start()) + 1
        if line == 0 and low > 0:
            continue  # the end of a long paragraph
        start = line if text[line : match.start()].strip() else _post_start(text, line)
        name = match["name"].strip()
        if 0 < match.start() - start <= _POST_CHARS and name[0].isalnum():
            at = match.start("name")
            claimant = Claimant(name, at, at + len(name), at)
            yield Claim(((start, match.start()),), claimant, None, match["handle"], start, match.end(), rank=3)


def _post_start(text: str, line: int) -> int:
    """Where the post above a signature begins: its lines up to an empty one, as far as a post can reach."""
    end = line
    while end > 0 and text[end - 1].isspace():
        end -= 1
    apart = text.count("\n", end, line) > 1  # paragraphs stand apart, so that single breaks are the post's own
    start = text.rfind("\n", 0, end) + 1
    while apart and start > 1 and text[start - 2] != "\n" and end - text.rfind("\n", 0, start - 1) < _POST_CHARS:
        start = text.rfind("\n", 0, start - 1) + 1
    return start if end - start <= _POST_CHARS else line


def _blocks(text: str, claims: Sequence[Claim], quotes: Sequence[Quote]) -> Iterator[Claim]:
    """ "The ministry said in a statement:" and a paragraph without marks."""
    for claim in claims:
        stop = text.find("\n", claim.end, claim.end + _CUE_TO_COLON)
        colon = text[claim.end : stop].rstrip() if stop >= 0 else ""
        if claim.claimant is None or not colon.endswith(":") or re.search(r"[.!?;] ", colon):
            continue
        start = stop
        while start < len(text) and text[start].isspace():
            start += 1
        end = text.find("\n", start, start + _LONGEST_BLOCK)
        end = end if end >= 0 else len(text)
        if start == len(text) or text[start] in _OPENS_QUOTE or _holds_quote(quotes, start, end):
            continue
        if end - start <= _LONGEST_BLOCK:
            yield Claim(((start, end),), claim.claimant, None, claim.cue, start, end, rank=3)


def _holds_quote(quotes: Sequence[Quote], start: int, end: int) -> bool:
    i = bisect_right(quotes, start, key=lambda quote: quote.start)
    return i < len(quotes) and quotes[i].start < end
