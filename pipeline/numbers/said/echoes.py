"""Counts whose noun an earlier count of the text says: "We have three doctors. We need ten.", "the six are due"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.numbers.mention import Mention
from pipeline.numbers.parts import names_part
from pipeline.numbers.said.antecedents import Named, Subjects
from pipeline.numbers.said.clauses import ClauseReader
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["echoed", "is_held", "meant_by_figure", "of_those", "only_plural", "polled"]

_HELD = re.compile(r"\b(?:in|at|across|to|from|within|on|over|by|near|under) (?:the |its |their |his |her |our )?$")
_HOLD = 18  # code points of "across their "
_PAIR = 2
_NEAR = 300  # code points back to the count that is meant
_LEADS = frozenset({"only", "just", "another", "all"})
_OPENERS = frozenset({"", ",", ";", "and", "but", "—", "–", "“", '"', "only", "just", "while"})
_PARTICLES = frozenset({"away", "down", "off", "out", "back", "in"})
_BEHIND = frozenset({"last", "this", "today", "yesterday", "now", "so", "and", "but", "by", "on", "since"})
_MARKS = frozenset({"", ".", ",", ";", "!", "?", "—", "–", "”", '"', ")"})
_LYING = frozenset({"in", "at", "from", "for"})
_PLURAL_VERBS = frozenset({"were", "are", "have"})
_FIGURES = frozenset({"figure", "number", "count", "tally", "estimate"})
_FEW = 3  # mentions back to what a figure is of
_VOTES = frozenset({"vote", "votes", "ballot"})
_POLLING = word_set("with on had has have won took got received polled secured garnered drew to and at")
_SAID_OF = word_set("of in among more less higher lower chance confidence") | {"(", "-"}
_MOVING = frozenset({"be", "go", "move", "come", "rise", "fall", "drop", "add", "score", "finish", "end"})
# What comes behind these is a mark, a level or a name: "scored 14", "reached 40".
_NAMING = word_set("""
    be become score hit shoot average total number reach post finish turn make win lead trail rank draw rise fall climb
    drop grow jump slip stand remain add gain cost start open chapter call name face beat
    top exceed surpass near approach hit
""")


def echoed(clauses: ClauseReader, place: tuple[int, int], mention: Mention, near: Sequence[Mention]) -> Mention | None:
    """The count among `near` that says what the bare count at tokens `place` counts."""
    if mention.kind != "count" or mention.unit is not None or mention.part_of is not None:
        return None
    counts = [m for m in near if m.kind == "count" and m.noun_head is not None]
    counts = [m for m in counts if not _is_part(clauses.tokens.text, m)] or counts
    if clauses.tokens.low(place[0] - 1) in ("the", "these", "those") and _is_group(clauses, place[1]):
        same = next((m for m in reversed(counts) if m.value == mention.value), None)
        far = same is not None and mention.value == _PAIR and mention.char_start - same.char_end > _NEAR // 2
        return None if far else same  # "the two" may be any pair
    if not counts or mention.char_start - counts[-1].char_end > _NEAR:
        return None
    return counts[-1] if _is_object(clauses, *place) or _is_subject(clauses, *place) else None


def of_those(tokens: Tokens, left: int, mention: Mention, near: Sequence[Mention]) -> Mention | None:
    """ "Of those, 2,104 had waited longer", "Of those admitted, 163 died": the main count of the sentence before."""
    if mention.kind != "count" or tokens.low(0) != "of" or tokens.low(1) not in ("those", "these", "them"):
        return None
    comma = 2 + (tokens.low(2).endswith("ed") and tokens.low(3) == ",")
    counts = [m for m in near if m.kind == "count" and m.noun_head is not None and m.char_end < tokens.starts[0]]
    counts = [m for m in counts if not _is_part(tokens.text, m)] or counts
    if tokens.low(comma) != "," or left <= comma or not counts:
        return None
    return next(m for m in counts if m.sentence_start == counts[-1].sentence_start)


def is_held(text: str, mention: Mention) -> bool:
    """Whether a count only says where, or names a part: "admitted 6,120 children to its 14 centres"."""
    held = _HELD.search(text, max(0, mention.phrase_start - _HOLD), mention.phrase_start)
    return held is not None or _is_part(text, mention)


def _is_part(text: str, mention: Mention) -> bool:
    return names_part(text, mention.phrase_start, mention.char_end)


def meant_by_figure(text: str, mention: Mention, earlier: Sequence[Mention]) -> Mention:
    """ "killed 40 militants, a figure that residents put at nine": of what the figure is, by the count before it."""
    noun = mention.noun or ""
    if mention.noun_head not in _FIGURES or text.startswith(noun, mention.char_end + 1):
        return mention  # "six counts of theft"
    counts = (m for m in reversed(earlier[-_FEW:]) if m.kind == "count" and m.noun is not None)
    meant = next((m for m in counts if not _is_part(text, m)), None)
    if meant is None or mention.char_start - meant.char_end > _NEAR or meant.noun_head in _FIGURES:
        return mention
    return replace(mention, noun=meant.noun, noun_head=meant.noun_head, noun_elided=True)


def polled(tokens: Tokens, left: int, right: int, mention: Mention, near: Sequence[Mention]) -> Mention | None:
    """The share of a vote beside which another stands: "had 38% of the vote. The Union trailed with 29%"."""
    if mention.kind != "percent" or tokens.low(left - 1) not in _POLLING or tokens.lows[right] in _SAID_OF:
        return None
    votes = [m for m in near if m.kind == "percent" and m.noun_head in _VOTES]
    return votes[-1] if votes and mention.char_start - votes[-1].char_end < _NEAR else None


def only_plural(subjects: Subjects, index: int, place: tuple[int, int]) -> Named | None:
    """The one plural of the sentence before: "It was driven by flats. Just 40 were built", "I counted 23 of them"."""
    clauses = subjects.reader(index).clauses
    left, right = place
    of_them = clauses.tokens.lows[right : right + 2] in (["of", "them"], ["of", "these"], ["of", "those"])
    if clauses.tokens.lows[right] in subjects.nouns.words.STATES | HYPHENS:
        return None  # "600 injured"
    lows = clauses.tokens.lows
    begins = clauses.tokens.low(left - 1) in _OPENERS and lows[right] in _PLURAL_VERBS  # "Just 40 were built"
    begins = begins or (clauses.tokens.low(left - 1) == "the" and lows[right] == "who")  # "The 12 who remain"
    if not (of_them or begins or _is_object(clauses, left, right, ends=_LYING) or _is_subject(clauses, left, right)):
        return None
    if index == 0 or subjects.are_apart(subjects.reader(index - 1).tokens.starts[0], clauses.tokens.starts[0]):
        return None
    tokens, before = subjects.reader(index - 1)
    heads = [
        k for k in range(tokens.count) if (k == 0 or tokens.words[k].islower()) and _is_plural(subjects, tokens, k)
    ]
    if len({tokens.lows[k] for k in heads}) != 1 or before.verbs.is_verb(heads[-1]):
        return None
    speaks = heads[-1] + 1 + (tokens.lows[heads[-1] + 1] in ("had", "have"))
    if before.verbs.base(speaks) in before.verbs.lexicon.sets["clause_verbs"]:
        return None  # "Union leaders had claimed 5,000 marched. Police counted 1,200"
    phrase = subjects.nouns.before(tokens, heads[-1] + 1)
    return Named(tokens, phrase) if phrase is not None and phrase.head == heads[-1] else None


def _is_plural(subjects: Subjects, tokens: Tokens, k: int) -> bool:
    words, low = subjects.nouns.words, tokens.lows[k]
    if low in ("times", "terms") and tokens.low(k - 1) in ("at", "in"):
        return False
    if low in words.WHEN | words.changes.SUMS | words.ADVERBS or not subjects.nouns.is_plural(low):
        return False
    return tokens.shapes[max(0, k - 1)] is not Shape.DIGITS and tokens.low(k - 1) not in words.NUMBERS


def _is_group(clauses: ClauseReader, right: int) -> bool:
    """Whether no noun of its own stands behind "the six"."""
    tokens = clauses.tokens
    if tokens.shapes[right] is not Shape.WORD:
        return tokens.lows[right] not in HYPHENS
    return clauses.nouns.stops(tokens, right, right) or clauses.verbs.is_verb(right)


def _is_object(clauses: ClauseReader, left: int, right: int, *, ends: frozenset[str] = frozenset()) -> bool:
    """ "It wants to close four.", "On Tuesday, only 12."; also where one of `ends` follows."""
    tokens, verbs = clauses.tokens, clauses.verbs
    if tokens.lows[right] not in _MARKS | _BEHIND | ends:
        return False
    if tokens.low(left - 1) in _LEADS and tokens.low(left - 2) in _OPENERS:
        return True
    if tokens.low(left - 2) in ("now", "currently") and tokens.low(left - 1).endswith("s"):
        return True  # "the camp now shelters 21,000"
    if tokens.low(left - 1) in _PARTICLES and verbs.is_verb(left - 2):
        return verbs.base(left - 2) not in _MOVING  # "turns away 20"
    left = verbs.past_adverbs(left)
    governs = left > 0 and tokens.shapes[left - 1] is Shape.WORD and verbs.is_verb(left - 1)
    return governs and verbs.base(left - 1) not in _NAMING and verbs.forms(left - 1) != {"ing"}


def _is_subject(clauses: ClauseReader, left: int, right: int) -> bool:
    """ "but just 12 got in" """
    tokens, verbs = clauses.tokens, clauses.verbs
    if tokens.low(left - 1) not in _OPENERS or tokens.shapes[right] is not Shape.WORD:
        return False
    return verbs.is_verb(right) and bool(verbs.forms(right) & {"past"}) and tokens.lows[right] not in ("to", "of")
