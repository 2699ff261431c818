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
    r" (?:(?:it|them|(?:the|its|their|his|her|a|an|that|this) [^,;.:]{2,90}?) (?:at|as (?:high|low) as|closer to) "
    r"|[^,;.:]{2,60}? on (?=\d[\d.]*(?:%| per ?cent)))"
)
_BARE_LEVEL = re.compile(r" (?P<what>[a-z]+(?: [\w’'-]+){0,5}) at ")
_LEAD = re.compile(
    r" [^,;.:]{2,50}? (?=(?:[\w-]+ ){1,2}(?:percentage )?points? (?:ahead|behind|clear|up|down)\b)"
)  # "put her six points ahead"
_GAPPED_LEVEL = re.compile(r", (?:the [\w-]+|[A-Z][\w-]+|others) at (?=[\d$£€a-z])")  # "the rebels at 60"
# "a toll the opposition puts at 60"
_BARE_AT = re.compile(
    r" at (?=(?:(?:about|around|nearly|almost|over|more than|less than|some|just|only) )?[$£€]?[A-Z]{0,3} ?\d"
    r"|[a-z]+(?:-[a-z]+)?[,.])"
)
_WHICH, _WHICH_REACH = re.compile(r"\b(?:which|that) "), 60
_COMMA = re.compile(r",(?!\d)")
PUT_IT = re.compile(r" it\b(?=[,:]| (?!at\b))")  # "As Jane Roe put it, ..."
_CLAUSE_JOINT = re.compile(r", (?:and|but|while)\b|;")


class LevelReader(QuotationReader):
    """Reads the levels of one text."""

    def _level(self, sentence: Sentence, cue: re.Match[str]) -> Claim | None:
        """ "The union put the number of strikers at 9,000" """
        level = _LEVEL.match(self.text, cue.end(), sentence.end) or self._bare_level(sentence, cue)
        level = level or _LEAD.match(self.text, cue.end(), sentence.end)
        level = level or _BARE_AT.match(self.text, cue.end(), sentence.end)
        named = subject_before(self.text, sentence.start, cue.start(), self.words) if level else None
        if level is None or named is None or not is_claimant_like(named, sentence.start, self.words):
            return None
        end = self._front_end(cue.end(), sentence)
        joint = _CLAUSE_JOINT.search(self.text, level.end(), end) or _GAPPED_LEVEL.search(self.text, level.end(), end)
        if joint is None and _WHICH.search(self.text, max(sentence.start, cue.start() - _WHICH_REACH), cue.start()):
            joint = _COMMA.search(self.text, level.end(), end)  # "a fee, which a broker put at $40, was paid"
        scope = (cue.end(), joint.start() if joint else end)
        return Claim((scope,), self._resolve(named), self._named(named), cue.group(), named.phrase_start, level.end())

    def _bare_level(self, sentence: Sentence, cue: re.Match[str]) -> re.Match[str] | None:
        """ "The agency put insured losses at $40 million", not "put guards at 40 gates"."""
        level = _BARE_LEVEL.match(self.text, cue.end(), sentence.end)
        known = self.words.sets["levels"] | self.words.sets["outlooks"]
        return level if level is not None and known & set(level["what"].split()) else None
