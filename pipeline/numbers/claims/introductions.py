"""Whom a sentence brings in without being about him or her: "Among them was Ana Roe", "Officers spoke to Ana Roe"."""

import re
from collections.abc import Sequence
from typing import Literal

from pipeline.numbers.claims.names import Claimant
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.quotes import Quote, quote_at
from pipeline.numbers.sentences import Sentence

__all__ = ["introduced"]

_FULL_NAME = re.compile(
    r"(?<!\w)(?P<first>[A-Z][\w-]+)(?: [A-Z]\.)? (?P<last>[A-Z][\w-]+(?: [A-Z][\w-]+)?)(?!\w)(?![’'][a-rt-z])(?! [A-Z])"
)
_TRADE = re.compile(r"\b([a-z][\w-]+) $")
_APPOSED = re.compile(r", (?:\d\d(?=[,.])|an? (?P<trade>(?:[\w’'-]+ ?){1,5}))")
# "Mr. Pineda’s older sister, Reyna, stood": no full name
_KIN_NAMED = re.compile(
    r"(?:[’']s|\b[Hh]is|\b[Hh]er|\b[Tt]heir) (?:[a-z]+ )?(?P<kin>(?:grand)?(?:mother|father)|sister|brother|wife"
    r"|husband|widow|widower|daughter|son|aunt|uncle|niece|nephew), (?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?),"
)
_OWNED = re.compile(r"[’']s ")


def introduced(
    text: str, sentence: Sentence, subject: Claimant | None, quotes: Sequence[Quote], words: ReportingWords
) -> Claimant | None:
    """The only person, by full name or as kin, whom a sentence about nobody else names; None if there are more."""
    kin = _KIN_NAMED.search(text, sentence.start, sentence.end)
    if kin and not quote_at(quotes, kin.start()):
        at, end = kin.span("name")
        of: Literal["m", "f"] = "m" if kin["kin"] in words.sets["male"] else "f"
        return Claimant(kin["name"], at, end, at, of, is_person=True, head=kin["name"].split()[-1])
    if subject is not None and _is_somebody_else(subject, words):
        return None
    lead = text[sentence.start : sentence.end].split(" ", 1)[0]
    leads_in = words.sets["prepositions"] | words.sets["openers"] | words.sets["clause_words"]
    skipped = len(lead) if lead.lower() in leads_in else 0
    men, women = (words.sets[kind] | words.sets[f"{kind}_first"] for kind in ("male", "female"))
    no_surnames = words.sets["no_surnames"] | words.sets["organisations"]
    found = list(_FULL_NAME.finditer(text, sentence.start + skipped, sentence.end))
    names = [match for match in found if match["first"] in men | women and match["last"] not in no_surnames]
    names = names or [match for match in found if _has_trade(text, match.start(), words)]
    names = names or [match for match in found if _is_told_apart(text, match.end(), words)]
    if len({match.group() for match in names}) != 1 or quote_at(quotes, names[0].start()):
        return None
    name = names[0]
    start, end = name.span()
    gender: Literal["m", "f"] | None = "m" if name["first"] in men else "f" if name["first"] in women else None
    if (
        subject is not None
        and subject.is_pronoun
        and subject.start < end
        and words.pronouns[subject.text] in ("m", "f")
    ):
        return None  # "He met Omar Roe"; but "When I met Omar Roe, he was mending nets"
    return Claimant(name.group(), start, end, start, gender, is_person=True, head=name["last"])


def _has_trade(text: str, at: int, words: ReportingWords) -> bool:
    """Whether a trade stands right before a name: "the fisherman Pat Moore"."""
    lead = _TRADE.search(text, max(0, at - 30), at)
    return lead is not None and (lead[1] in words.sets["persons"] or words.is_agent(lead[1]))


def _is_told_apart(text: str, at: int, words: ReportingWords) -> bool:
    """Whether an age or a trade stands behind a name: "Selim Kaya, a retired porter of 71, has"."""
    apposed = _APPOSED.match(text, at)
    trades = apposed["trade"].split() if apposed and apposed["trade"] else []
    return apposed is not None and (not trades or any(w in words.sets["persons"] or words.is_agent(w) for w in trades))


def _is_somebody_else(subject: Claimant, words: ReportingWords) -> bool:
    """Whether a sentence is about a person of its own: "Ann met Ana Roe", "Ana Roe's father"; not "Roe's account"."""
    if _OWNED.search(subject.text):
        head = subject.head
        return head in words.sets["claimants"] or words.is_agent(head)
    return not subject.is_pronoun and subject.is_person and not subject.is_plural and subject.text[0].isupper()
