"""What a count or a share is of: the noun behind it, in front of it, or that of the level it stands at."""

from pipeline.numbers.drafts import Draft
from pipeline.numbers.group_nouns import group_before, headed, or_two
from pipeline.numbers.measured import Measured
from pipeline.numbers.noun_drafts import set_noun, take_noun
from pipeline.numbers.nouns import NounPhrase, NounReader
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["FROM_BEFORE", "name_count"]

_AFTER_LEVEL = frozenset(
    {"to", "from", "in", "on", "by", "this", "last", "since", "as", "after", "with", "up", "down", "per"}
)
_AFTER_REACHED = _AFTER_LEVEL | {"for", "during", "when", "while", "and", "but", "before", "within"}
_BRINGING = frozenset({"bringing", "taking", "pushing", "raising", "lifting", "driving"})
_REACHING = frozenset({"to", "from", "at", "reached", "totaled", "totalled", "numbered", "averaged"})
FROM_BEFORE = ([",", "up", "from"], [",", "down", "from"], [",", "increasing", "from"], [",", "rising", "from"])
_OBJECTS = frozenset({"the", "a", "an", "its", "his", "their", "it", "them"})
_QUALITIES = word_set("severe serious minor major fatal critical moderate mild partial")
_PAIR = 2
_SHARED_OUT = frozenset({"in", "out", "of"}) | HYPHENS
_SPANS = frozenset({"year", "month", "quarter", "week", "day"})
_EXPECTED = frozenset({"expected", "forecast", "predicted", "projected", "anticipated", "hoped"})
_BEATING = word_set(
    "beating beat topping topped exceeding exceeded missing above below than under over of against versus"
)
_OPENING = frozenset({"", ",", ";", ":", "and", "but", "while", "nearly", "almost", "that"})
_SHORTEST_PAST = 5
_CLAUSE = 14  # words of a clause behind its subject


def name_count(tokens: Tokens, draft: Draft, nouns: NounReader) -> None:
    """Find what a count or a share is of."""
    j = draft.right
    amount = draft.amount
    if tokens.lows[j] in HYPHENS and tokens.glued(j) and tokens.glued(j + 1):
        strong = tokens.lows[j + 1] in ("strong", "point")  # "the 1,500-strong crowd", "a 50-point lead"
        phrase = nouns.ahead(tokens, j + 2, loose=True) if strong else None
        take_noun(tokens, draft, phrase or nouns.single(tokens, j + 1), nouns)
        return
    if tokens.lows[j] == "head" and (tokens.shapes[j + 1] is Shape.MARK or nouns.stops(tokens, j + 1, j)):
        set_noun(tokens, draft, NounPhrase(j, j + 1, j, j + 1), nouns)  # "1,850 head were sold"
        draft.noun_first, draft.noun_last, draft.right = j, j + 1, max(draft.right, j + 1)
        return
    if tokens.lows[j : j + 3] == ["in", "a", "row"]:
        return  # "have lost five in a row"
    one = amount is not None and amount.value == 1
    nil = amount is not None and amount.value == 0
    share = draft.kind == "ratio" and draft.rule in ("fraction", "half", "share-in")
    if share and tokens.low(draft.left - 1) == "of" and tokens.low(draft.left - 2) in nouns.words.changes.MOVES:
        moved = draft.left - 2  # "a fall of nearly a quarter"
        if tokens.lows[j] != "of" and tokens.low(moved - 1) in nouns.words.DETERMINERS:
            set_noun(tokens, draft, NounPhrase(moved, moved + 1, moved, moved + 1), nouns)
            return
    if draft.rule == "share-in" and tokens.lows[draft.first + 1] not in _SHARED_OUT:
        take_noun(tokens, draft, nouns.ahead(tokens, draft.first + 1, one=True), nouns)  # "one home in five"
        return
    j -= tokens.low(j - 1) == "of"  # "hundreds of"
    of_them = tokens.lows[j] == "of" and nouns.is_them(tokens, j + 1)
    these = of_them and tokens.lows[j + 1] in ("those", "these") and nouns.ahead(tokens, j) is not None
    if of_them and not these and not nouns.is_plural(tokens.lows[j + 2]):
        draft.noun_elided = True
        return
    if of_them and tokens.lows[j + 1] == "them" and take_noun(tokens, draft, nouns.ahead(tokens, j + 2), nouns):
        return  # "31 bodies, 12 of them children"
    if share and take_noun(tokens, draft, nouns.whatever(tokens, j), nouns):
        return
    if share and tokens.lows[j] in nouns.words.DETERMINERS:
        j += 1
    if tokens.lows[j] in ("were", "are") and draft.kind == "count":  # "Of the dead, 11 were women"
        predicate = nouns.ahead(tokens, j + 1)
        if predicate is not None:
            set_noun(tokens, draft, predicate, nouns)
            return
    if tokens.lows[j : j + 3] == ["the", "number", "of"] and draft.kind == "count":
        numbered = nouns.ahead(tokens, j + 3)  # "bringing to 80 the number of bakeries"
        if numbered is not None:
            set_noun(tokens, draft, numbered, nouns)
            return
    if tokens.lows[j] == "time" and tokens.shapes[j + 1] is Shape.WORD and not one:
        take_noun(tokens, draft, nouns.single(tokens, j), nouns)  # "five time champion"
        return
    if (
        draft.kind == "count"
        and _PAIR in (draft.value, draft.high)
        and (pair := or_two(tokens, draft, nouns)) is not None
    ):
        set_noun(tokens, draft, pair, nouns)
        draft.noun_elided = True
        return
    counted = amount is not None and amount.numeral.form in ("digits", "words") and draft.kind == "count"
    parted = counted and tokens.lows[j] == "of" and tokens.low(draft.left - 1) in (",", "and")
    if parted and not of_them and tokens.lows[j + 1] not in nouns.words.DETERMINERS and tokens.words[j + 1].islower():
        return  # "400 species of coral, 1,500 of fish"
    phrase = nouns.ahead(tokens, j, one=one, loose=share or nil)
    if phrase is not None and _is_expected(tokens, draft, phrase.last):
        return  # "beating the 420,000 analysts had expected"
    if one and phrase is not None and phrase.first == phrase.head and _is_quality(tokens, phrase.head, nouns):
        draft.noun_elided = True  # "four reactions plus one fatal"
        return
    of_total = tokens.lows[j] == "of" and phrase is not None and tokens.lows[phrase.head] == "total"
    answers = share and tokens.lows[j].removesuffix("s") in nouns.words.ANSWERS
    if answers and (tokens.lows[j + 1] in nouns.words.DETERMINERS or tokens.lows[j + 1] in _OBJECTS):
        phrase = None  # "one in ten opposes it"
    if share and phrase is not None and phrase.first == j and _is_told(tokens, draft, phrase, nouns):
        phrase = None  # "one in eight skipped hot meals"
    if share and phrase is not None and tokens.lows[phrase.head] in nouns.words.WHEN and not of_total:
        phrase = None  # "nine in ten a decade ago"
    if take_noun(tokens, draft, phrase, nouns):
        return
    if draft.kind == "count" and (group_before(tokens, draft, nouns) or headed(tokens, draft, nouns)):
        return
    if draft.kind == "count" and take_noun(tokens, draft, nouns.bare_pair(tokens, j), nouns):
        return
    if draft.kind == "count" and _of_subject(tokens, draft, nouns):
        return
    if draft.kind == "ratio" and tokens.lows[draft.right] == "as" and tokens.lows[draft.right + 1] in ("many", "much"):
        take_noun(tokens, draft, nouns.ahead(tokens, draft.right + 2, loose=True), nouns)  # "ten times as many cases"
        return
    behind = tokens.lows[draft.right]
    compared = behind in nouns.words.COMPARATIVES | {"as", "that"} or (
        behind.endswith("er") and tokens.lows[draft.right + 1] == "than"
    )
    if draft.kind == "ratio" and draft.rule in ("times", "multiple") and not compared:
        times = nouns.ahead(tokens, draft.right + (tokens.lows[j] in nouns.words.DETERMINERS), loose=True)
        if times is not None and tokens.lows[times.head] not in _SPANS:  # not "have grown 6x month over month"
            take_noun(tokens, draft, times, nouns)


def _of_subject(tokens: Tokens, draft: Draft, nouns: NounReader) -> bool:
    """ "The number of cases has risen to 127", "Arrests rose from 18 to 19": what a level is of."""
    behind, sized = (
        tokens.lows[draft.right],
        tokens.low(draft.left - 1) in ("of", "numbering"),
    )  # "a city of 110,000 that is"
    levels = _AFTER_REACHED if _is_reached(tokens, draft, nouns) else _AFTER_LEVEL
    goes_on = tokens.shapes[draft.right] is Shape.WORD and behind not in levels
    if goes_on and not (sized and behind in nouns.words.STOPS):
        return False
    if tokens.lows[max(0, draft.left - 3) : draft.left] in FROM_BEFORE:
        return False  # the number in front says what
    level = Measured(nouns).of_level(tokens, draft.left if draft.comparator != "range" else draft.first)
    plans = level is not None and level.first == level.head and tokens.low(level.first - 1) in ("and", "but")
    if level is None or (plans and tokens.lows[level.last] == "to"):
        return False  # "and plan to reach 200"
    if tokens.low(level.head) in _BRINGING:  # "bringing totals to 45,000"
        level = nouns.single(tokens, level.head + 1) or level
    set_noun(tokens, draft, level, nouns)
    draft.noun_elided = tokens.low(draft.left - 1) != "of"
    return True


def _is_quality(tokens: Tokens, j: int, nouns: NounReader) -> bool:
    """Whether an adjective stands alone: "one fatal," but not "one original"."""
    ends = tokens.shapes[j + 1] is Shape.MARK and tokens.lows[j + 1] not in HYPHENS
    return ends and tokens.lows[j] in nouns.words.ATTRIBUTES | _QUALITIES


def _is_expected(tokens: Tokens, draft: Draft, verb: int) -> bool:
    """Whether what stands behind a number at `verb` says who had expected so many."""
    had = tokens.lows[verb] in ("had", "have") and tokens.lows[verb + 1] in _EXPECTED
    ends = tokens.shapes[verb + 2] is not Shape.WORD
    return had and ends and tokens.low(draft.left - 1) == "the" and tokens.low(draft.left - 2) in _BEATING


def _is_told(tokens: Tokens, draft: Draft, phrase: NounPhrase, nouns: NounReader) -> bool:
    """Whether the past form behind a share that opens a clause is its verb: the clause has no other."""
    j = draft.right
    verb = tokens.lows[j]
    opens = phrase.head > j and tokens.low(draft.left - 1) in _OPENING
    if not opens or not verb.endswith("ed") or len(verb) < _SHORTEST_PAST or not tokens.words[j].islower():
        return False
    for k in range(phrase.last, min(phrase.last + _CLAUSE, tokens.count)):
        low = tokens.lows[k]
        if tokens.shapes[k] is Shape.MARK and low not in HYPHENS:
            return True
        if (
            low.endswith("ed")
            or low in nouns.words.AUXILIARIES | nouns.words.AFTER_SHARES | nouns.words.VERBS_IN_S | nouns.words.PASTS
        ):
            return False
    return True


def _is_reached(tokens: Tokens, draft: Draft, nouns: NounReader) -> bool:
    """Whether a verb that can only lead to a level stands in front: "reached 60", "surpassed 60", "rose to 60"."""
    before = tokens.low(draft.left - 1)
    return before in _REACHING or tokens.lows[draft.left] in nouns.words.changes.EXCEEDING
