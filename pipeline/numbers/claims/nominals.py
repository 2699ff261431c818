"""Claims that a noun makes: "the ministry's estimate of", "reports that", "a poll has Roe at 39 percent"."""

import re
from collections.abc import Iterator

from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.estimates import EstimateReader
from pipeline.numbers.claims.names import Claimant, is_claimant_like
from pipeline.numbers.claims.subjects import name_after, subject_before
from pipeline.numbers.quotes import quote_at
from pipeline.numbers.sentences import Sentence
from pipeline.numbers.wordlists import word_set

__all__ = ["NominalReader"]

_NOUN_LEAD = re.compile(
    r"\b(?:(?P<phrase>(?:[Tt]he|[Aa]n?|multiple|several|some|many|recent|their|his|her|its) (?:[a-z-]+ )?)"
    r"|(?:are|were|of|amid|despite|with|by|after|from|on|to) (?P<bare>))$"
)
_UTTERS = re.compile(
    r"\b(?:issue[sd]?|make[s]?|made|give[s]?|gave|publish(?:es|ed)|release[sd]?|repeat(?:s|ed)|reiterate[sd]?|defend(?:s|ed)"
    r"|went public with|came out with|put out|sent out|renewed|walked back|withdrew|retracted) $"
)
_OPEN_NOUNS = word_set("claim claims allegation allegations accusation accusations assertion")


def _is_open_noun(noun: str, lead: re.Match[str]) -> bool:
    """Whether somebody unnamed is behind "the claim that", "his estimate that"."""
    return noun in _OPEN_NOUNS or (lead["phrase"] or "").lower().startswith(("his ", "her ", "its ", "their "))


class NominalReader(EstimateReader):
    """Reads the claims of nouns in one text."""

    def _nominal(self, sentence: Sentence, found: list[Claim]) -> Iterator[Claim]:
        """ "the ministry's estimate of ..." and "the announcement that ..." """
        for match in self.words.possessed.finditer(self.text, sentence.start, sentence.end):
            if self.words.expected.search(self.text, max(sentence.start, match.start() - 16), match.end()):
                continue  # "analysts' estimates of"
            if any(match.start() < claim.end < match.end() for claim in found):
                continue  # "Roe's team estimates that": the verb
            named = subject_before(self.text, sentence.start, match.start(), self.words)
            if (
                named
                and not quote_at(self.quotes, match.start())
                and is_claimant_like(named, sentence.start, self.words)
            ):
                stop = re.compile(r"[,;]|$").search(self.text, match.end(), sentence.end)
                scope = (match.end(), stop.start() if stop else sentence.end)
                claimant = self.discourse.resolve(named)
                yield Claim(
                    (scope,), claimant, self._named(named), match.group().strip("’' s"), named.start, match.end()
                )
        yield from self._estimates(sentence)
        yield from self._that_by(sentence)
        yield from self._released(sentence)
        yield from self._surfaced(sentence)
        for match in self.words.that_noun.finditer(self.text, sentence.start, sentence.end):
            if quote_at(self.quotes, match.start()) is None and not any(
                c.rank < 2 and c.covers(match.end() - 1) for c in found
            ):
                yield from self._that_claim(sentence, match)

    def _released(self, sentence: Sentence) -> Iterator[Claim]:
        """ "The agency published its figures for May: 40 people drowned": whose data they are."""
        for match in self.words.released.finditer(self.text, sentence.start, sentence.end):
            named = subject_before(self.text, sentence.start, match.start(), self.words)
            if named and is_claimant_like(named, sentence.start, self.words):
                scope = (match.end(), sentence.end)
                claimant = self.discourse.resolve(named)
                yield Claim((scope,), claimant, self._named(named), match["verb"], match.start(), match.end())

    def _surfaced(self, sentence: Sentence) -> Iterator[Claim]:
        """ "Reports emerged in May that 40 boats had sunk": the reports; claims that surface are nobody's."""
        for match in self.words.surfaced.finditer(self.text, sentence.start, sentence.end):
            if quote_at(self.quotes, match.start()):
                continue
            start, end = match.span("noun")
            open_noun = match["noun"].split()[-1].lower() in _OPEN_NOUNS
            claimant = None if open_noun else Claimant(match["noun"], start, end, start, is_plural=True)
            scope = (match.end(), self._front_end(match.end(), sentence))
            yield Claim((scope,), claimant, (start, end), match["noun"], start, match.end())

    def _that_by(self, sentence: Sentence) -> Iterator[Claim]:
        """ "A ruling by the court that": by whom it is."""
        for match in self.words.that_noun_by.finditer(self.text, sentence.start, sentence.end):
            named = name_after(self.text, match.start("name"), match.end("name"), self.words)
            if (
                named
                and not quote_at(self.quotes, match.start())
                and is_claimant_like(named, sentence.start, self.words)
            ):
                scope = (match.end(), self._front_end(match.end(), sentence))
                noun = match["noun"]
                yield Claim(
                    (scope,), self.discourse.resolve(named), self._named(named), noun, match.start(), match.end()
                )

    def _utterer(self, sentence: Sentence, start: int) -> Claimant | None:
        """Who makes a claim: "Acme issued a warning that", "Roe repeated his claim that"."""
        verb = _UTTERS.search(self.text, max(sentence.start, start - 30), start)
        if verb is None:
            return None
        named = subject_before(self.text, sentence.start, verb.start(), self.words)
        likely = named is not None and is_claimant_like(named, sentence.start, self.words)
        return self.discourse.resolve(named) if likely and named is not None else None

    def _that_claim(self, sentence: Sentence, match: re.Match[str]) -> Iterator[Claim]:
        lead = _NOUN_LEAD.search(self.text, max(sentence.start, match.start() - 40), match.start())
        if lead is None:
            return  # "and estimates that": the verb
        start = lead.start("phrase") if lead["phrase"] else lead.start("bare")
        noun = match.group().split()[0]
        end = match.start() + len(noun)
        claimant = None if _is_open_noun(noun, lead) else Claimant(self.text[start:end], start, end, start)
        claimant = self._utterer(sentence, start) or claimant
        scope = (match.end(), self._front_end(match.end(), sentence))
        yield Claim((scope,), claimant, (start, end), noun, start, match.end())
