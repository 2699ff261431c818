"""What the outlet adds inside what somebody says: relative clauses, ages, the subject parted from its copula."""

import re

from pipeline.numbers.claims.names import Claimant
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.mention import Mention

__all__ = ["CLOSED_RELATIVE", "MAIN_VERB", "NON_RESTRICTIVE", "is_in_relative", "is_told_age", "parts_predicate"]

# "of which" and "of whom" stay: they count what is claimed further.
_OTHERS = r"who|where|whose|(?:in|during|after|at|for|on|under|from|by|through|with|since) (?:which|whom)"
_WHICH = rf"(?:which|{_OTHERS})"
_MARKET = r"(?:send|push|driv|lift|drag|knock)ing (?:[\w’']+ ){0,2}?(?:shares?|stocks?|prices?)"  # the reporter's own
# "which is 5% of output", "which would create 40 jobs": what it amounts or leads to is claimed with it
_AMOUNTS = r"would|will|could|may|might|(?:is|are|was|were) (?:(?:about|nearly|almost|roughly|around|over) )?[$£€]?\d"
NON_RESTRICTIVE = re.compile(
    rf", (?:which\b(?! (?:{_AMOUNTS}))|{_OTHERS}|although|though|even (?:though|as|while|when)|home to|{_MARKET})\b|\. "
)
CLOSED_RELATIVE = re.compile(
    rf", {_WHICH}\b[^,;:]{{2,140}},"
    r"(?= (?:and that|has|have|had|is|are|was|were|will|would|could|can|may|might|did|does|\w+ed)\b)"
)
# "The attack, in which the UN says 40 died | , lasted six hours"
_IN_RELATIVE = re.compile(r", (?:[a-z]+ ){0,2}(?:which|whom|who|where) $")
MAIN_VERB = re.compile(
    r",(?!\d)(?= (?:is|are|was|were|has|have|had|will|would|can|could|may|might|\w+ed|came|went|took|cost|left|began"
    r"|lost|won|ran|fell|rose|hit|sank|broke|struck|grew|stood|held|met|set)\b)"
)
_LONGEST_RELATIVE = 24
_COPULA = re.compile(
    r"\b(?:is|are|was|were|be|been|remains?|remained|becomes?|became)(?: (?:now|still|also|already|today))?, ?$"
)
_LONGEST_COPULA = 24
_AGED = re.compile(r"(?:\b(?P<title>[A-Z][\w-]*)\.? (?:[A-Z][\w’'.-]* )?[A-Z][\w’'-]+|\b(?:his|her|their) [a-z]+), $")
_LONGEST_NAME = 60


def parts_predicate(text: str, at: int) -> bool:
    """Whether what ends at `at` is a subject and its copula: "The pact is, according to X, the biggest"."""
    return _COPULA.search(text, max(0, at - _LONGEST_COPULA), at) is not None


def is_in_relative(text: str, low: int, at: int) -> bool:
    """Whether who speaks does so in a clause that only describes: ", in which | the UN says"."""
    return _IN_RELATIVE.search(text, max(low, at - _LONGEST_RELATIVE), at) is not None


def is_told_age(text: str, mention: Mention, claimant: Claimant, words: ReportingWords) -> bool:
    """Whether a person's claim names another whom the reporter gives an age: "said Mr Roe, 81, was too old"."""
    is_person = claimant.is_person or claimant.head.lower() in words.sets["persons"]
    if mention.kind != "age" or not is_person or not text.startswith((",", "."), mention.char_end):
        return False
    aged = _AGED.search(text, max(0, mention.char_start - _LONGEST_NAME), mention.char_start)
    return aged is not None and (aged["title"] is None or aged["title"] in words.sets["titles"])
