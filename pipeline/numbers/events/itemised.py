"""Events of lists that a colon opens, an item a line: "Officers seized:", then "Seven guns", "3 kg of cocaine"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.numbers.events.classes import ClassRules
from pipeline.numbers.events.clause import Clause
from pipeline.numbers.events.lexicon import EventWords
from pipeline.numbers.events.verbs import VerbReader
from pipeline.numbers.mention import Mention, changed
from pipeline.numbers.sentences import Sentence

__all__ = ["itemise"]

_KINDS = ("count", "measure", "money")
_LONGEST = 160  # code points of an item
_INDENT = 40  # code points of blanks in front of an item
_OPENED = 400  # code points of the line that opens a list
_ITEM = re.compile(
    r"(?:[-–—•*·▪]\s*)?(?:(?:and|about|around|some|more than|over|at least|nearly|an?)\s+)*$", re.IGNORECASE
)
_FOLLOWING = ("the", "following", "these", "items", "as", "follows")


def itemise(text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], words: EventWords) -> list[Mention]:
    """The mentions; each that opens an item of a list, and has no event, with that of the line that opens the list."""
    done, starts = list(mentions), [sentence.start for sentence in sentences]
    clause: Clause | None = None  # the line that opened the list
    last = -1  # the sentence that was its last item
    for i, mention in enumerate(mentions):
        index = bisect_left(starts, mention.sentence_start)
        if index == 0 or not mention.is_quantity or not _is_item(text, mention):
            continue
        if last not in (index - 1, index):
            line = sentences[index - 1]
            opens = line.end - line.start <= _OPENED and text[line.start : line.end].endswith(":")
            clause = Clause(text, line.start, line.end, words, frozenset()) if opens else None
        last = index
        if clause is not None and mention.event_trigger is None and mention.kind in _KINDS:
            done[i] = _told(mention, clause)
    return done


def _is_item(text: str, mention: Mention) -> bool:
    """Whether the mention is the first thing in a line of its own."""
    if mention.sentence_end - mention.sentence_start > _LONGEST:
        return False
    before = text[max(0, mention.sentence_start - _INDENT) : mention.sentence_start]
    lead = text[mention.sentence_start : mention.phrase_start]
    return before.rstrip(" \t").endswith("\n") and _ITEM.match(lead) is not None


def _told(mention: Mention, clause: Clause) -> Mention:
    """The mention with the verb right before the colon that ends the clause."""
    verbs = VerbReader(clause)
    i = len(clause.words) - 1
    while clause.is_stop(i) or clause.is_text(i, ":", *_FOLLOWING):
        i -= 1
    if i < 1 or not verbs.takes_object(i) or not clause.forms(i) & {"past", "part"}:
        return mention
    found = ClassRules(clause).fit(verbs.verb(i, "object"), mention, None)
    trigger = clause.text[clause.words[found.first].start : clause.words[found.last].end]
    return changed(mention, event_trigger=trigger, event_type=found.type)
