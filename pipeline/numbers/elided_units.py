"""Units that only an earlier number says: "takes three hours to prove and another two to bake", "a mile by boat"."""

import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline.numbers.mention import Mention, changed
from pipeline.numbers.mentions import duration_of
from pipeline.numbers.sentences import are_apart
from pipeline.numbers.si import to_si

__all__ = ["complete_units"]

_FROM = "from "
_NEAR = 160  # code points from the end of the one to the other
_GAP = 60
_TIMES = 12  # as long or as far
_LEAD = 32  # code points of "has now been waiting for another"
_LINK = re.compile(
    r"(?P<tail>[\w’'\s-]*?)[,;]?\s*(?P<link>\band\b|\bbut\b|,|;)\s*(?:another|a further|then|only|just)?\s*"
)
_JOINS = re.compile(r"^\s*(?:,|;|and\b|but\b)")
_WORD = re.compile(r"\s*(\w*)")
_ENDS = re.compile(
    r"\s*(?:$|[.,;:!?)”\"\n]|(?:on|in|to|at|for|by|and|but|before|after|from|when|while|if|or|last|this|now|each|per|a)\b)"
)
# What may stand behind both numbers: "30 miles on Monday and 25 on Tuesday", "25 metres long and 10 wide".
_TAILS = frozenset({"by", "on", "in", "at", "to", "for", "from", "with", "under", "during", "below", "above"})
_WAYS = frozenset({"long", "wide", "deep", "high", "tall", "thick", "over", "back", "out", "there", "up", "down"})
_HEDGES = r"(?: (?:now|just|only|another|for|a further|already|been))*\s*$"
_LASTING = re.compile(r"\b(?:lasted|lasts|waited|waits|waiting)" + _HEDGES)
_TAKING = re.compile(r"\b(?:take|takes|took|taking|last|lasted|lasts)" + _HEDGES)
_SELLING = re.compile(r"\b(?:fetched|fetches|cost|costs|(?:sells?|sold|went|goes) for|priced at)" + _HEDGES)
_ANYTHING = re.compile(r"\banything\s*$", re.IGNORECASE)


def complete_units(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, each bare number with the unit of the one before it, where it repeats its place in the clause."""
    completed: list[Mention] = []
    before: Mention | None = None
    for place, mention in enumerate(mentions):
        found = mention
        behind = mentions[place + 1] if place + 1 < len(mentions) else None
        if behind is not None and _is_bare(text, mention) and _ranges(text, mention, behind):
            found = _with_unit(mention, behind)
        elif (
            before is not None and _is_bare(text, mention) and _is_measured(before) and _repeats(text, before, mention)
        ):
            found = _with_unit(mention, before)
        completed.append(found)
        before = found if found.is_quantity else before
    return completed


def _is_bare(text: str, mention: Mention) -> bool:
    """Whether a number has neither unit nor a noun of its own behind it."""
    plain = mention.kind in ("count", "measure") and mention.unit is None and mention.currency is None
    named = mention.noun is not None and mention.noun in text[mention.char_end : mention.phrase_end]
    return plain and mention.is_quantity and (mention.noun_elided or not named)


def _ranges(text: str, mention: Mention, behind: Mention) -> bool:
    """ "cuts the wait from 90 to 60 days": a level whose unit the next one says."""
    lasts = behind.subkind == "duration" and behind.unit is not None
    led = text[max(0, mention.char_start - len(_FROM)) : mention.char_start].lower() == _FROM
    return lasts and led and text[mention.char_end : behind.phrase_start] == " to "


def _is_measured(mention: Mention) -> bool:
    return mention.unit is not None and mention.kind in ("time", "measure", "money", "percent")


def _repeats(text: str, before: Mention, mention: Mention) -> bool:
    gap = mention.phrase_start - before.phrase_end
    if not 0 < gap < _NEAR or (not _ENDS.match(text, mention.phrase_end) and gap > _GAP):
        return False
    lead = text[max(before.phrase_end, mention.phrase_start - _LEAD) : mention.phrase_start]
    ends = _ENDS.match(text, mention.phrase_end) is not None
    if before.kind == "time" and ends and _LASTING.search(lead):
        return not are_apart(text, before.phrase_end, mention.phrase_start)
    if mention.sentence_start != before.sentence_start:
        return False
    if _ANYTHING.search(lead):
        return True
    if before.kind == "money":
        return ends and _SELLING.search(lead) is not None
    taken = text[max(0, before.phrase_start - _LEAD) : before.phrase_start]
    if before.kind == "time" and ends and _TAKING.search(lead) and _TAKING.search(taken):
        return True
    between = text[before.phrase_end : mention.phrase_start]
    if before.kind == "time" and ends and lead.endswith(" for ") and taken.endswith("for ") and _JOINS.search(between):
        return True  # "is guaranteed for eight years, the rest of it for five"
    if before.kind == "time" and between.strip() == "to":
        return taken.endswith(("from ", "From "))
    alike = before.kind != "percent" and _is_alike(before.value, mention.value)
    return alike and _is_parallel(between, _WORD.match(text, mention.phrase_end))


def _is_alike(one: Decimal | None, other: Decimal | None) -> bool:
    """Whether two numbers may be of one unit: "two years in jail and 12 in hospital", but not "and 300 in the town"."""
    return one is not None and other is not None and one <= other * _TIMES and other <= one * _TIMES


def _is_parallel(between: str, behind: re.Match[str] | None) -> bool:
    """Whether both numbers go on alike: "seven miles off by boat and 20 by train", "six minutes out, five back"."""
    link = _LINK.fullmatch(between) if len(between) < _GAP else None
    if link is None or behind is None:
        return False
    tail, word = link["tail"].lower().split(), behind[1]
    if word in _WAYS:
        return bool(tail) and tail[-1] in _WAYS
    return link["link"] in ("and", "but") and word in _TAILS and word in tail


def _with_unit(mention: Mention, before: Mention) -> Mention:
    value_si, unit_si = to_si(mention.value, before.unit) if before.kind == "measure" else (None, None)
    noun = before.noun is not None  # what a bare number took from elsewhere goes
    lasts = before.kind == "time"
    return changed(
        mention,
        kind=before.kind,
        subkind=before.subkind,
        unit=before.unit,
        currency=before.currency,
        currency_ambiguous=before.currency_ambiguous,
        value_si=value_si,
        unit_si=unit_si,
        noun=before.noun if noun else None,
        noun_head=before.noun_head if noun else None,
        noun_elided=noun,
        timex_type="DURATION" if lasts else None,
        timex_value=duration_of(mention.value, before.unit) if lasts else None,
        rule="elided-unit",
    )
