"""Claims of counts and polls: "by the agency's count", "analysts' estimates of", "in a Post poll, 51% said"."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from pipeline.numbers.claims.additions import parts_predicate
from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.clauses import main_subject
from pipeline.numbers.claims.discourse import Discourse
from pipeline.numbers.claims.names import Claimant, is_claimant_like
from pipeline.numbers.claims.passives import PassiveReader
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.claims.scopes import Span
from pipeline.numbers.claims.subjects import name_after, subject_before
from pipeline.numbers.quotes import Quote, quote_at
from pipeline.numbers.sentences import Sentence

__all__ = ["EstimateReader"]

_SHARE = re.compile(
    r"(?:[\w’'-]+ ){0,4}?(?:\d[\d.]*(?:%| per ?cent)|(?:half|thirds?|quarters?|fifth)\b"
    r"|\S+ (?:in|out of|of) (?:\d|\w+ [a-z]+s\b))",
    re.IGNORECASE,
)
_DONE_BY = re.compile(r"\b(?:was|were|been|is|are|being) [a-z]+(?: (?:down|out|up|off|in|on|back))? by ")
_PERCENT = re.compile(r"%|\bper ?cent\b|\bpoints?\b")
_VOTING = re.compile(r"\b(?:votes?|won|wins|win|turnout|elected|ballots?|seats?)\b")  # where the poll is an election
_CLAUSE_OPENS = re.compile(r"[:;] | (?:that|which|who|where|because|while|and|but) ")
_NEAR_POLL, _POLLS = 200, 8  # characters before one; in one sentence
_OF_OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}


class EstimateReader(PassiveReader):
    """Reads whose counts, estimates and polls stand in one text; remembers who has spoken."""

    def __init__(self, text: str, quotes: Sequence[Quote], words: ReportingWords) -> None:
        super().__init__(text, quotes, words)
        self.discourse = Discourse(words)

    def _resolve(self, named: Claimant) -> Claimant | None:
        """Whom a pronoun or a short form means."""
        return self.discourse.resolve(named)

    def _named(self, named: Claimant | None) -> Span | None:
        return (named.start, named.end) if named else None

    def _estimates(self, sentence: Sentence) -> Iterator[Claim]:
        yield from self._by_count(sentence)
        yield from self._by_own_count(sentence)
        yield from self._by_the_count(sentence)
        yield from self._expected(sentence)
        yield from self._revised(sentence)
        yield from self._poll_levels(sentence)
        yield from self._in_poll(sentence)
        yield from self._at_end_of_poll(sentence)
        yield from self._cited(sentence)

    def _by_count(self, sentence: Sentence) -> Iterator[Claim]:
        """ "By the agency's count, 40 people died" """
        for match in self.words.by_count.finditer(self.text, sentence.start, sentence.end):
            named = name_after(self.text, match.start("name"), match.end("name"), self.words)
            likely = named is not None and is_claimant_like(named, sentence.start, self.words)
            if named is None or not likely or quote_at(self.quotes, match.start()):
                continue
            scopes = self._around(match.start(), match.end(), sentence)
            yield Claim(scopes, self.discourse.resolve(named), None, match["noun"], match.start(), match.end())

    def _by_own_count(self, sentence: Sentence) -> Iterator[Claim]:
        """ "By its own count, the union has 9,000 members", "A third had stayed, by his estimate" """
        for match in self.words.by_own_count.finditer(self.text, sentence.start, sentence.end):
            if quote_at(self.quotes, match.start()):
                continue
            ahead = self.text.startswith(", ", match.end()) and not self.text.endswith(", ", 0, match.start())
            start, end = (match.end() + 2, sentence.end) if ahead else (sentence.start, match.start())
            named = main_subject(self.text, start, end, self.words) if match["own"] else None
            if match["own"] and (named is None or named.is_pronoun):
                named = self._doer(start, match.start()) or named
            likely = named is not None and is_claimant_like(named, sentence.start, self.words)
            if (
                named is None
                or not likely
                or not (named.phrase_start == start or self.text.endswith(" by ", 0, named.phrase_start))
            ):
                pronoun, at, to = _OF_OWNERS[match["whose"]], match.start("whose"), match.end("whose")
                named = Claimant(pronoun, at, to, at, is_pronoun=True)
            claimant = self._resolve(named)
            if claimant is not None:
                scopes = self._around(match.start(), match.end(), sentence)
                yield Claim(scopes, claimant, self._named(named), match["noun"], match.start(), match.end(), rank=1)

    def _doer(self, start: int, end: int) -> Claimant | None:
        """By whom something is done in a stretch: "It was turned down by the union, by its own account"."""
        done = _DONE_BY.search(self.text, start, end)
        named = name_after(self.text, done.end(), end, self.words) if done else None
        return named if named is not None and not named.is_person else None

    def _by_the_count(self, sentence: Sentence) -> Iterator[Claim]:
        """ "It sank 40 boats, by the count of the guild", "by the latest official count" """
        for match in self.words.by_the_count.finditer(self.text, sentence.start, sentence.end):
            if quote_at(self.quotes, match.start()):
                continue
            start, end = match.span("count")
            count = Claimant(match["count"], start, end, start, head=match["noun"])
            named = name_after(self.text, *match.span("name"), self.words) if match["name"] else count
            if named is not None and (named is count or is_claimant_like(named, sentence.start, self.words)):
                scopes = self._around(match.start(), max(match.end("count"), named.end), sentence)
                claimant = self.discourse.resolve(named)
                yield Claim(scopes, claimant, self._named(named), match["noun"], match.start(), named.end, rank=1)

    def _expected(self, sentence: Sentence) -> Iterator[Claim]:
        """ "That beat Wall Street estimates of $1.20": up to the end of the clause."""
        for match in self.words.expected.finditer(self.text, sentence.start, sentence.end):
            if quote_at(self.quotes, match.start()):
                continue
            stop = self.words.expected_end.search(self.text, match.end(), sentence.end)
            scope = (match.end(), stop.start() if stop else sentence.end)
            start, end = match.span("who")
            claimant = Claimant(match["who"], start, end, start, is_plural=True)
            yield Claim((scope,), claimant, (start, end), match["noun"], start, match.end())

    def _revised(self, sentence: Sentence) -> Iterator[Claim]:
        """ "Acme raised its forecast for sales to $4 billion": up to the end of the clause."""
        for match in self.words.revises.finditer(self.text, sentence.start, sentence.end):
            named = subject_before(self.text, sentence.start, match.start(), self.words)
            likely = named is not None and is_claimant_like(named, sentence.start, self.words)
            if named is None or not likely or quote_at(self.quotes, match.start()):
                continue
            stop = self.words.expected_end.search(self.text, match.end(), sentence.end)
            scope = (match.end(), stop.start() if stop else sentence.end)
            claimant = self.discourse.resolve(named)
            yield Claim((scope,), claimant, self._named(named), match["verb"], match.start(), match.end())

    def _poll_levels(self, sentence: Sentence) -> Iterator[Claim]:
        """ "A Post poll this week has Roe at 39 percent" """
        for match in self.words.poll_has.finditer(self.text, sentence.start, sentence.end):
            named = subject_before(self.text, sentence.start, match.end("poll"), self.words)
            if named and quote_at(self.quotes, match.start()) is None:
                scope = (match.end(), sentence.end)
                yield Claim((scope,), named, self._named(named), match["verb"], named.start, match.end())

    def _in_poll(self, sentence: Sentence) -> Iterator[Claim]:
        """ "In a Post poll last month, 51% of voters said": the poll says what they said."""
        match = self.words.in_poll.match(self.text, sentence.start, sentence.end)
        if match is not None and quote_at(self.quotes, match.start()) is None:
            claimant, (start, end) = self._author_of(match, sentence)
            told = start > match.start("paper") or _SHARE.match(self.text, match.end())
            if not (asked := self.words.poll.search(match["poll"])) and not told:
                return  # "In the study, researchers followed 900 patients"
            rank = 0 if asked else 2  # whoever speaks in a study outweighs it
            yield Claim(((match.end(), sentence.end),), claimant, (start, end), match["poll"], start, match.end(), rank)

    def _at_end_of_poll(self, sentence: Sentence) -> Iterator[Claim]:
        """ "Roe has the backing of 46% in the latest Harwell poll": what stands before it."""
        for match in islice(self.words.ends_in_poll.finditer(self.text, sentence.start, sentence.end), _POLLS):
            low = max(sentence.start, match.start() - _NEAR_POLL)
            answers = _PERCENT.search(self.text, low, match.start()) and not _VOTING.search(
                self.text, low, match.start()
            )
            if answers and quote_at(self.quotes, match.start()) is None:
                start, end = match.span("paper")
                named = Claimant(match["paper"], start, end, start, head=match["poll"])
                scope = (sentence.start, match.start())
                yield Claim((scope,), named, (start, end), match["poll"], start, match.end(), rank=2)

    def _author_of(self, match: re.Match[str], sentence: Sentence) -> tuple[Claimant, Span]:
        """The paper, or whose it is: "In its annual report, Acme lists 40 shops"."""
        start, end = match.span("paper")
        paper = Claimant(match["paper"], start, end, start)
        if match["paper"].split()[0].lower() not in ("its", "their"):
            return paper, (start, end)
        named = main_subject(self.text, match.end(), sentence.end, self.words)
        sure = named is not None and named.phrase_start == match.end() and not named.is_pronoun
        if named is None or not sure or not is_claimant_like(named, sentence.start, self.words):
            return paper, (start, end)
        return named, (named.start, named.end)

    def _cited(self, sentence: Sentence) -> Iterator[Claim]:
        """ "It has warmed by 1.2 degrees (Harwell Climate Institute, 2023)": what goes before, back to the last one."""
        start = sentence.start
        for match in self.words.cited.finditer(self.text, sentence.start, sentence.end):
            dated = match["year"] and (match["al"] or self._is_body_name(match["name"]))
            known = match["source"] or dated  # not "the Harwell Climate Institute (HCI)"
            if known and quote_at(self.quotes, match.start()) is None:
                at, end = match.span("name")
                claimant = Claimant(match["name"], at, end, at)
                yield Claim(((start, match.start()),), claimant, (at, end), match["name"], at, match.end(), rank=2)
            start = match.end()

    def _is_body_name(self, name: str) -> bool:
        """Whether a name is an institute's: "Harwell Bank", "NASA"; not "Sea Song", which is a film's."""
        parts = name.split()
        bodies = any(part in self.words.sets["organisations"] or self.words.is_speaker(part.lower()) for part in parts)
        return bodies or (len(parts) == 1 and name.isupper() and len(name) > 1)

    def _around(self, start: int, end: int, sentence: Sentence) -> tuple[Span, ...]:
        """What stands before and behind a source: only what is behind where a copula goes before."""
        begin = sentence.start
        if self.text.endswith(", ", 0, start) and self.text.startswith(", ", end):  # put into a clause
            begin = max((m.end() for m in _CLAUSE_OPENS.finditer(self.text, begin, start)), default=begin)
        left: tuple[Span, ...] = () if parts_predicate(self.text, start) else ((begin, start),)
        return (*left, (end, sentence.end))
