"""Bodies whose business is to count: "Police recorded 40 burglaries", "the ministry has logged 12 deaths"."""

import re

from pipeline.numbers.claims.complements import COUNTED
from pipeline.numbers.claims.names import Claimant
from pipeline.numbers.claims.reporting import ReportingWords

__all__ = ["puts_on_record"]

# "recorded a total of 40", "recorded gusts of 90 mph"
_LEVEL = re.compile(
    r" (?:an? (?:[a-z]+ ){0,2}|(?:wind )?)(?:total|average|high|low|record|rise|increase|drop|fall|decline|gusts?|winds"
    r"|speeds|temperatures?|rainfall) of (?=[\w-]*\d|more|over|about|nearly|at least)"
)
_APPOSED = re.compile(
    r", (?:an?|the) (?P<what>[\w-]+(?: [\w-]+){0,3}?)(?: (?:in|of|for|from|based|run|owned)\b[^,]{0,40})?,"
)
_COUNTING = frozenset(("counted", "tallied", "documented"))
_REPORTERS = frozenset(
    ("reporter", "reporters", "journalist", "journalists", "correspondent", "photographer", "witness")
)
_BEHIND = re.compile(r"[a-z]+")
_REACH = 60


def puts_on_record(text: str, named: Claimant, start: int, form: str, words: ReportingWords) -> bool:
    """Whether a body that keeps records counts what stands behind its verb, which ends at `start`.

    A club that recorded nine wins had them, and an agency that registered 40 voters served them.
    """
    named_counts = form in _COUNTING and named.text[-1:] != "." and _is_name(named)
    reporter = form in _COUNTING and named.head.lower() in _REPORTERS  # "A Herald reporter counted 90 people"
    if not (named_counts or reporter or _keeps_records(text, named, words)):
        return False
    counted = COUNTED.match(text, start) or _LEVEL.match(text, start)
    if counted is None:
        return False
    things = {*_BEHIND.findall(text, counted.end(), counted.end() + _REACH)[:4]}
    own = words.sets["outlooks"] | words.sets["own_records"]
    return not things & (own | words.sets["enrolled"] if form == "registered" else own)


def _is_name(named: Claimant) -> bool:
    """Whether a name may be a paper's or a site's that counts for once: "The Herald counted 40 holes"."""
    return named.text.split()[-1][0].isupper() and named.gender is None and not named.is_pronoun


def _keeps_records(text: str, named: Claimant, words: ReportingWords) -> bool:
    cited = named.text.removeprefix("the ").removeprefix("The ")
    if cited in words.sets["label_bodies"]:
        return True
    apposed = _APPOSED.match(text, named.end)
    if apposed and apposed["what"].split()[-1] in words.sets["recorders"]:
        return True  # "Acme Risk, a consultancy, recorded 18 incidents"
    parts = cited.lower().split()
    return bool({named.head.lower(), parts[-1], " ".join(parts[-2:])} & words.sets["recorders"]) and "box" not in parts
