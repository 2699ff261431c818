"""Who puts something at which level: "The union put the number of strikers at 9,000"."""

import re

from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.names import is_claimant_like
from pipeline.numbers.claims.quotations import QuotationReader
from pipeline.numbers.claims.subjects import subject_before
from pipeline.numbers.sentences import Sentence

__all__ = ["LEVEL_VERBS", "PUT_IT", "LevelReader"]

LEVEL_VERBS = frozenset(("put", "peg"))
_LEVEL = re.compile(
    r" (?:(?:the|its|their|his|her|a|an|that|this) [^,;.:]{2,90}? (?:at|as (?:high|low) as|closer to) "
    r"|[^,;.:]{2,60}? on (?=\d[\d.]*(?:%| per ?cent)))"
)
_BARE_LEVEL = re.compile(r" (?P<what>[a-z]+(?: [\w’'-]+){0,5}) at ")
_LEAD = re.compile(
    r" [^,;.:]{2,50}? (?=(?:[\w-]+ ){1,2}(?:percentage )?points? (?:ahead|behind|clear|up|down)\b)"
)  # "put her six points ahead"
_GAPPED_LEVEL = re.compile(r", (?:the [\w-]+|[A-Z][\w-]+|others) at (?=[\d$£€a-z])")  # "the rebels at 60"
_AT_LEVEL = re.compile(r" at (?=[\w$£€])")
_WHICH, _WHICH_REACH = re.compile(r"\b(?:which|that) "), 60
_COMMA = re.compile(r",(?!\d)")
PUT_IT = re.compile(r" it\b(?=[,: ])")  # "As Jane Roe put it, ..."
_CLAUSE_JOINT = re.compile(r", (?:and|but|while)\b|;")


class LevelReader(QuotationReader):
    """Reads the levels of one text."""

    def _level(self, sentence: Sentence, cue: re.Match[str]) -> Claim | None:
        """ "The union put the number of strikers at 9,000" """
        if _WHICH.search(self.text, max(sentence.start, cue.start() - _WHICH_REACH), cue.start()) and (
            direct := _AT_LEVEL.match(self.text, cue.end(), sentence.end)
        ):
            return self._level_of_antecedent(sentence, cue, direct)
        level = _LEVEL.match(self.text, cue.end(), sentence.end) or self._bare_level(sentence, cue)
        level = level or _LEAD.match(self.text, cue.end(), sentence.end)
        named = subject_before(self.text, sentence.start, cue.start(), self.words) if level else None
        if level is None or named is None or not is_claimant_like(named, sentence.start, self.words):
            return None
        end = self._front_end(cue.end(), sentence)
        joint = _CLAUSE_JOINT.search(self.text, level.end(), end) or _GAPPED_LEVEL.search(self.text, level.end(), end)
        scope = (cue.end(), joint.start() if joint else end)
        return Claim((scope,), self._resolve(named), self._named(named), cue.group(), named.phrase_start, level.end())

    def _level_of_antecedent(self, sentence: Sentence, cue: re.Match[str], level: re.Match[str]) -> Claim | None:
        """ "a ransom, which a negotiator put at $40 million, was paid" """
        named = subject_before(self.text, sentence.start, cue.start(), self.words)
        if named is None or not is_claimant_like(named, sentence.start, self.words):
            return None
        comma = _COMMA.search(self.text, level.end(), sentence.end)
        scope = (cue.end(), comma.start() if comma else sentence.end)
        return Claim((scope,), self._resolve(named), self._named(named), cue.group(), named.phrase_start, level.end())

    def _bare_level(self, sentence: Sentence, cue: re.Match[str]) -> re.Match[str] | None:
        """ "The agency put insured losses at $40 million", not "put guards at 40 gates"."""
        level = _BARE_LEVEL.match(self.text, cue.end(), sentence.end)
        known = self.words.sets["levels"] | self.words.sets["outlooks"]
        return level if level is not None and known & set(level["what"].split()) else None
