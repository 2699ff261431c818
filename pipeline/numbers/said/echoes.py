"""Counts whose noun an earlier count of the text says: "We have three doctors. We need ten.", "the six are due"."""

from collections.abc import Sequence

from pipeline.numbers.mention import Mention
from pipeline.numbers.said.clauses import ClauseReader
from pipeline.numbers.tokens import HYPHENS, Shape
from pipeline.numbers.wordlists import word_set

__all__ = ["echoed"]

_PAIR = 2
_NEAR = 300  # code points back to the count that is meant
_LEADS = frozenset({"only", "just", "another", "all"})
_OPENERS = frozenset({"", ",", ";", "and", "but", "—", "–", "“", '"', "only", "just", "while"})
_PARTICLES = frozenset({"away", "down", "off", "out", "back", "in"})
_BEHIND = frozenset({"last", "this", "today", "yesterday", "now", "so", "and", "but", "by", "on", "since"})
_MARKS = frozenset({"", ".", ",", ";", "!", "?", "—", "–", "”", '"', ")"})
_MOVING = frozenset({"be", "go", "move", "come", "rise", "fall", "drop", "add", "score", "finish", "end"})
# What comes behind these is a mark, a level or a name: "scored 14", "reached 40".
_NAMING = word_set("""
    be become score hit shoot average total number reach post finish turn make win lead trail rank draw rise fall climb
    drop grow jump slip stand remain add gain cost start open chapter call name face beat
""")


def echoed(clauses: ClauseReader, place: tuple[int, int], mention: Mention, near: Sequence[Mention]) -> Mention | None:
    """The count among `near` that says what the bare count at tokens `place` counts."""
    if mention.kind != "count" or mention.unit is not None or mention.part_of is not None:
        return None
    counts = [m for m in near if m.kind == "count" and m.noun_head is not None]
    if clauses.tokens.low(place[0] - 1) in ("the", "these", "those") and _is_group(clauses, place[1]):
        same = next((m for m in reversed(counts) if m.value == mention.value), None)
        far = same is not None and mention.value == _PAIR and mention.char_start - same.char_end > _NEAR // 2
        return None if far else same  # "the two" may be any pair
    if not counts or mention.char_start - counts[-1].char_end > _NEAR:
        return None
    return counts[-1] if _is_object(clauses, *place) or _is_subject(clauses, *place) else None


def _is_group(clauses: ClauseReader, right: int) -> bool:
    """Whether no noun of its own stands behind "the six"."""
    tokens = clauses.tokens
    if tokens.shapes[right] is not Shape.WORD:
        return tokens.lows[right] not in HYPHENS
    return clauses.nouns.stops(tokens, right, right) or clauses.verbs.is_verb(right)


def _is_object(clauses: ClauseReader, left: int, right: int) -> bool:
    """ "It wants to close four.", "On Tuesday, only 12." """
    tokens, verbs = clauses.tokens, clauses.verbs
    ends = tokens.lows[right] in _MARKS or tokens.lows[right] in _BEHIND
    if not ends:
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
