"""What happened to what is counted: the word in the text, its class, and whether it is asserted."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pipeline.numbers.events.clause import Clause
from pipeline.numbers.events.lexicon import EventWords, event_words
from pipeline.numbers.events.triggers import Trigger, TriggerFinder
from pipeline.numbers.mention import Mention, Modality
from pipeline.numbers.sentences import Sentence, sentence_at

__all__ = ["attach_events", "event_types"]

_KINDS: Final = frozenset(("count", "measure", "money", "percent", "ratio", "age", "time"))
_LIST_GAP = re.compile(
    r"[\s,]*(?:(?:and|or|as well as|plus|including)\b)?[\s,]*"
    r"(?:an?|the|another|about|some|more than|at least|up to)?\s*$"
)
_WHOLE: Final = re.compile(r"of (?:the|its|their|his|her)(?: [\w-]+(?:['’]s|s['’]))?(?: [a-z]+)?")
_SUBJECT_RULES: Final = ("subject", "state-after")
_LONG_GAP = 90
_MODAL_REACH = 5
_MOST = 120  # mentions of one sentence that are looked at


def event_types(language: str = "en") -> tuple[str, ...]:
    """The documented vocabulary of `event_type`, in alphabetical order."""
    words = event_words(language)
    return tuple(sorted({*words.types.values(), *words.nouns.values(), *words.words.values()})) if words else ()


def attach_events(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], language: str = "en"
) -> list[Mention]:
    """The mentions with event_trigger, event_type and modality filled in; same order, same length.

    Only quantities have events. Members of one list share the event that is said of them together.
    """
    words = event_words(language)
    if words is None:
        return list(mentions)
    done = list(mentions)
    groups: dict[tuple[int, int], list[int]] = {}
    for i, mention in enumerate(mentions):
        can_have = mention.is_quantity and mention.kind in _KINDS and mention.subkind != "period"
        if can_have and (sentence := sentence_at(sentences, mention.char_start)):
            groups.setdefault((sentence.start, sentence.end), []).append(i)
    for (start, end), grouped in groups.items():
        members = [
            i for n, i in enumerate(grouped[:_MOST]) if not _is_nested(mentions, i, grouped[max(0, n - 3) : n + 4])
        ]
        clause = Clause(text, start, min(end, start + 4000), words)
        found = _triggers(clause, [mentions[i] for i in members])
        for i, trigger in zip(members, found, strict=True):
            if trigger is not None:
                done[i] = _with_event(done[i], clause, trigger, words)
    return done


def _triggers(clause: Clause, mentions: list[Mention]) -> list[Trigger | None]:
    """The triggers of a sentence's mentions, shared along its lists."""
    finder = TriggerFinder(clause)
    found = [finder.find(m) for m in mentions]
    for i in range(len(mentions) - 1, 0, -1):  # "14 tanks, 10 guns and 60 trucks were destroyed"
        shared = _rule(found[i]) in _SUBJECT_RULES and found[i - 1] is None
        if shared and _is_list(clause, mentions[i - 1], mentions[i]):
            found[i - 1] = found[i]
    for i in range(1, len(mentions)):  # "climbed from 1,297 to 1,419"
        gap = clause.text[mentions[i - 1].phrase_end : mentions[i].phrase_start].strip()
        if gap == "to" and found[i] is None and mentions[i].kind == mentions[i - 1].kind:
            found[i] = found[i - 1]
        if _WHOLE.fullmatch(gap) and _rule(found[i]) in _SUBJECT_RULES:
            found[i] = None  # "five of the borough's 13 libraries will close"
    for i in range(1, len(mentions)):  # "killing three soldiers and two guards"
        shared = found[i] is None and _rule(found[i - 1]) not in ("", "own-noun", *_SUBJECT_RULES)
        first, second = mentions[i - 1], mentions[i]
        if shared and (_is_list(clause, first, second) or _continues(clause, first, second)):
            found[i] = found[i - 1]
    return found


def _is_nested(mentions: Sequence[Mention], i: int, near: Sequence[int]) -> bool:
    """Whether a mention only describes what another one counts: "a .45-caliber handgun", "two batches of $1 bills"."""
    own = (mentions[i].phrase_start, mentions[i].phrase_end)
    others = ((mentions[j].phrase_start, mentions[j].phrase_end) for j in near)
    return any(o != own and o[0] <= own[0] and own[1] <= o[1] for o in others)


def _rule(trigger: Trigger | None) -> str:
    return trigger.rule if trigger else ""


def _is_list(clause: Clause, first: Mention, second: Mention) -> bool:
    """Whether two mentions stand side by side: nothing but a comma or "and" between their phrases."""
    if first.kind == "time" or second.kind == "time":
        return False
    return (
        bool(_LIST_GAP.match(clause.text[first.phrase_end : second.phrase_start]))
        and first.phrase_end <= second.phrase_start
    )


def _continues(clause: Clause, first: Mention, second: Mention) -> bool:
    """Whether the second mention goes on the list of the first one past words that belong to the first."""
    if first.kind == "time" and second.kind == "count":
        return False
    gap = re.sub(r"\([^()]*\)", "", clause.text[first.phrase_end : second.phrase_start])
    if len(gap) > (_LONG_GAP if first.kind == second.kind else _LONG_GAP // 2) or not re.search(
        r"(?:,|\band)\s+(?:including\s)?(?:an?\s|the\s)?$", gap
    ):
        return False
    between = range(bisect_left(clause.starts, first.phrase_end), bisect_left(clause.starts, second.phrase_start))
    return not any(
        clause.base(i)
        and not clause.is_in(i, "prepositions")
        and not clause.is_in(i - 1, "prepositions")
        and clause.text[clause.starts[i] - 1] != "("
        for i in between
    )


def _with_event(mention: Mention, clause: Clause, trigger: Trigger, words: EventWords) -> Mention:
    first, last = clause.words[trigger.first], clause.words[trigger.last]
    return replace(
        mention,
        event_trigger=clause.text[first.start : last.end],
        event_type=trigger.type,
        modality=_modality(clause, trigger, words),
    )


def _modality(clause: Clause, trigger: Trigger, words: EventWords) -> Modality:
    """Denied or only possible by the words just before the trigger."""
    for i in range(trigger.first - 1, max(-1, trigger.first - 1 - _MODAL_REACH), -1):
        if clause.is_stop(i) or clause.is_text(i, ",", "and", "but"):
            break
        low = clause.words[i].low
        if low == "may" and clause.words[i].text != low:
            continue  # the month
        if low in words.sets["denying"] or low.endswith(("n't", "n’t")):
            return "denied"
        if low in words.sets["supposing"]:
            return "possible"
    return "asserted"
