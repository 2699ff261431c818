"""Durations that leave out their unit: "14 and 11 years", "12 years with a non-parole period of eight"."""

import re
from collections.abc import Sequence

from pipeline.numbers.mention import Mention, changed
from pipeline.numbers.times import timex

__all__ = ["complete_durations"]

_LISTED = re.compile(r"\s(?:and|or)\s")
_HEDGE = r"(?:at least |about |just |only |up to |more than |less than )?"
_TERM = r"(?:(?:non|no)-parole period|minimum(?: term| sentence| period)?|tariff|maximum(?: term| sentence)?)"
_BEHIND = re.compile(  # "12 years, with a minimum of six", "42 minutes, against a target of 18"
    rf"(?: in (?:jail|prison|custody))?,? (?:with|and|including) an? {_TERM} of {_HEDGE}$"
    rf"|,? (?:against|compared with|compared to) an? (?:\w+ )?(?:target|average|limit|maximum) of {_HEDGE}$"
    rf"| for [\w ]{{2,20}} and {_HEDGE}$"  # "79 years for men and 83 for women"
)
_MOVED = re.compile(rf" to {_HEDGE}$")
_OF_WHOLE = re.compile(r" (?:out )?of (?:the|his|her|their|its|that) $")
_ENDS = re.compile(r"$|[.,;:)]| (?:to be|on|for|in|at|after|before|and|when|by|if|because|following|since)\b")
_REACH = 60  # code points between a duration and the number that goes on with it


def complete_durations(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, each bare count beside a duration that it goes on with, or leads to, in the unit of that."""
    done = list(mentions)
    for i, mention in enumerate(mentions):
        if mention.kind not in ("count", "measure") or mention.unit or mention.comparator == "range":
            continue
        before = _near(done[i - 1] if i else None, mention)
        behind = _near(mentions[i + 1] if i + 1 < len(mentions) else None, mention)
        if behind is not None and _leads_to(text, mention, behind):
            done[i] = _in_unit(mention, behind)
        elif before is not None and _goes_on(text, before, mention):
            done[i] = _in_unit(mention, before)
    return done


def _near(other: Mention | None, mention: Mention) -> Mention | None:
    """The other mention, where it is a duration of the same sentence and not far."""
    if other is None or other.subkind != "duration" or other.sentence_start != mention.sentence_start:
        return None
    apart = max(mention.char_start - other.phrase_end, other.char_start - mention.char_end)
    return other if other.unit and other.value is not None and apart <= _REACH else None


def _leads_to(text: str, mention: Mention, behind: Mention) -> bool:
    """ "14 and 11 years", "at least 14 of the 20 years", "cut from 38 to 35 hours" """
    link = text[mention.char_end : behind.phrase_start]
    if _MOVED.fullmatch(link) and text.endswith("from ", 0, mention.phrase_start):
        return True
    same = mention.noun is None and _LISTED.fullmatch(link) is not None
    return same or (mention.noun is None and _OF_WHOLE.fullmatch(link) is not None)


def _goes_on(text: str, before: Mention, mention: Mention) -> bool:
    link = text[before.phrase_end : mention.char_start]
    if not _ENDS.match(text, mention.char_end):
        return False
    moved = _MOVED.fullmatch(link) and text.endswith("from ", 0, before.phrase_start)
    return bool(moved or _BEHIND.fullmatch(link))


def _in_unit(mention: Mention, of: Mention) -> Mention:
    """The mention as a duration in the unit of another."""
    written = timex.duration(mention.value, of.unit) if mention.value is not None and of.unit else None
    return changed(
        mention,
        kind="time",
        subkind="duration",
        unit=of.unit,
        timex_type="DURATION",
        timex_value=written,
        rule="time-duration-elided",
    )
