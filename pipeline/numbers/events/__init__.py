"""What happened to what is counted: the word in the text, its class, and whether it is asserted."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from pipeline.numbers.events.attributes import is_how_long
from pipeline.numbers.events.clause import Clause
from pipeline.numbers.events.itemised import itemise
from pipeline.numbers.events.lexicon import event_words
from pipeline.numbers.events.lists import share_events
from pipeline.numbers.events.modality import modality_of
from pipeline.numbers.events.triggers import Trigger, TriggerFinder
from pipeline.numbers.mention import Mention, changed
from pipeline.numbers.sentences import Sentence, sentence_at

__all__ = ["attach_events", "event_types"]

_KINDS: Final = frozenset(("count", "measure", "money", "percent", "ratio", "age", "time"))
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
        lasts = mention.subkind != "period" or is_how_long(text, mention)
        can_have = mention.is_quantity and mention.kind in _KINDS and lasts
        if can_have and (sentence := sentence_at(sentences, mention.char_start)):
            groups.setdefault((sentence.start, sentence.end), []).append(i)
    for (start, end), grouped in groups.items():
        members = [
            i for n, i in enumerate(grouped[:_MOST]) if not _is_nested(mentions, i, grouped[max(0, n - 3) : n + 4])
        ]
        counted = frozenset(mentions[i].phrase_end for i in grouped if mentions[i].kind == "count")
        clause = Clause(text, start, min(end, start + 4000), words, counted)
        found = _triggers(clause, [mentions[i] for i in members])
        for i, trigger in zip(members, found, strict=True):
            if trigger is not None:
                done[i] = _with_event(done[i], clause, trigger)
    return itemise(text, sentences, done, words)


def _triggers(clause: Clause, mentions: list[Mention]) -> list[Trigger | None]:
    """The triggers of a sentence's mentions, shared along its lists."""
    finder = TriggerFinder(clause)
    own = [finder.find(mention) for mention in mentions]
    shared = share_events(finder, mentions, list(own))
    # what is shared was fitted to another mention: "the sentence was cut from 14 years to nine" dismisses nobody
    return [
        finder.classes.fit(found, mention, None) if found is not None and found is not before else found
        for mention, before, found in zip(mentions, own, shared, strict=True)
    ]


def _is_nested(mentions: Sequence[Mention], i: int, near: Sequence[int]) -> bool:
    """Whether a mention only describes what another one counts: "a .45-caliber handgun", "two batches of $1 bills"."""
    own = (mentions[i].phrase_start, mentions[i].phrase_end)
    others = ((mentions[j].phrase_start, mentions[j].phrase_end) for j in near)
    return any(o != own and o[0] <= own[0] and own[1] <= o[1] for o in others)


def _with_event(mention: Mention, clause: Clause, trigger: Trigger) -> Mention:
    first, last = clause.words[trigger.first], clause.words[trigger.last]
    modality, of = modality_of(clause, trigger), trigger.type
    if modality == "denied" and clause.low(trigger.first).startswith("surviv"):
        modality, of = modality_of(clause, trigger, denials=False), clause.lexicon.words["dead"]
    if _is_excepted(clause, mention):
        modality = "denied"
    elif modality == "asserted" and trigger.rule == "subject" and _is_whole_of_some(clause, mention):
        modality = "possible"
    return changed(mention, event_trigger=clause.text[first.start : last.end], event_type=of, modality=modality)


def _is_whole_of_some(clause: Clause, mention: Mention) -> bool:
    """ "some of the 200 on board drowned": who knows how many of them."""
    i = bisect_left(clause.starts, mention.phrase_start) - 1
    is_whole = clause.is_in(i, "determiners") and clause.is_text(i - 1, "of")
    is_none = clause.is_text(i - 3, "not", "no")  # "not one of the 44"
    return is_whole and not is_none and clause.is_text(i - 2, "some", "most", "many", "several", "few", "one")


def _is_excepted(clause: Clause, mention: Mention) -> bool:
    """ "all but three of the 40 were freed": what is said is not said of the three."""
    i = bisect_left(clause.starts, mention.phrase_start) - 1
    return clause.is_text(i, "but", "except", "bar") and clause.is_text(i - 1, "all", "everyone", "everybody")
