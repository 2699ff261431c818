"""What a number is of: the noun behind it, or in front of it."""

from dataclasses import replace

from pipeline.numbers.age_nouns import add_owner
from pipeline.numbers.ages import Age
from pipeline.numbers.counted import FROM_BEFORE, name_count
from pipeline.numbers.drafts import Draft
from pipeline.numbers.measured import Measured
from pipeline.numbers.noun_drafts import set_noun, take_noun
from pipeline.numbers.nouns import NounPhrase, NounReader
from pipeline.numbers.nouns_behind import noun_behind, past_conversion
from pipeline.numbers.purposes import asked_for, invested_in, purpose, source_of_cut
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens
from pipeline.numbers.wordlists import word_set

_LENGTHS = frozenset({"kilometre", "metre", "mile", "foot", "yard", "nautical mile"})
_APART = frozenset({"from", "away", "off", "apart", "outside", "along"})
_LOSING = frozenset({"lose", "loses", "lost", "losing"})
_TAKING = word_set(
    "wipe wiped wipes wiping knock knocked knocks knocking shave shaved shaves shaving took takes taking"
)
_RAISING = word_set("""
    raise raises raised raising collect collects collected collecting earn earns earned earning
""")
_TOOK_IN = word_set("take takes took taken taking bring brings brought bringing pull pulls pulled pulling")
_BE = frozenset({"was", "were", "is", "are", "been", "be", "being"})
_OPENERS = frozenset({"", ",", "and", "by", "with", "in", "under", "through", "of"})
_UPWARDS = word_set("larger bigger longer wider taller deeper thicker smaller shorter above over up under below")
_LABELS = frozenset({"pay", "wage", "salary", "total", "fine", "rent", "fee"})
_WIDE = frozenset({"region", "area", "district", "province", "county", "state"})
_FIELD = 4  # words of a label and its colon

__all__ = ["add_noun"]


def add_noun(tokens: Tokens, draft: Draft, nouns: NounReader, age: Age | None) -> None:
    """Find what `draft` counts or measures."""
    if draft.kind == "age":
        add_owner(tokens, draft, nouns, age)
    elif draft.rule == "doubling":
        _of_doubling(tokens, draft, nouns)
    elif draft.kind in ("count", "ratio"):
        name_count(tokens, draft, nouns)
    else:
        _of_measure(tokens, draft, nouns)


def _of_doubling(tokens: Tokens, draft: Draft, nouns: NounReader) -> None:
    """ "rents have nearly doubled", "to more than double its output": the object, or else the subject."""
    j = draft.right
    phrase = nouns.ahead(tokens, j + 1, loose=True) if tokens.lows[j] in nouns.words.DETERMINERS else None
    subject = Measured(nouns).subject(tokens, draft.left) if phrase is None else None
    if subject is not None:
        phrase = replace(subject, end=min(subject.end, draft.left))
    take_noun(tokens, draft, phrase, nouns)


def _of_measure(tokens: Tokens, draft: Draft, nouns: NounReader) -> None:
    j = draft.right
    short = draft.unit_last == j and tokens.lows[j] == "." and tokens.glued(j) and tokens.words[j + 1].islower()
    j += short  # "1 tsp. olive oil"
    j += (
        tokens.lows[j] == "," and tokens.lows[j + 1] == "of" and tokens.low(draft.left - 1) == "or"
    )  # "2,500 tons, of water"
    hyphened = draft.amount is not None and draft.amount.unit is not None and draft.amount.unit.hyphened
    hyphened = hyphened or any(low in HYPHENS for low in tokens.lows[draft.first + 1 : draft.last])
    if tokens.lows[j] in HYPHENS and tokens.glued(j) and tokens.glued(j + 1):
        hyphened, j = True, j + 1
    behind = past_conversion(tokens, j)
    lies = tokens.lows[behind]
    if lies == "across" and tokens.shapes[behind + 1] is not Shape.WORD:
        _of_dimension(tokens, draft, nouns)  # "a pond 100 feet across"
        return
    if not hyphened and (place := _of_site(tokens, draft, behind, nouns)) is not None:
        set_noun(tokens, draft, place, nouns)
        return
    if lies in nouns.words.DIRECTIONS and not hyphened:
        if lies in nouns.words.DIMENSIONS:
            _of_dimension(tokens, draft, nouns)
        return
    j += tokens.lows[j] in nouns.words.DIRECTIONS
    if draft.kind == "money" and (label := _label(tokens, draft, nouns)) is not None:
        set_noun(tokens, draft, label, nouns)
        return
    behind = past_conversion(tokens, j)
    if behind > j and (phrase := noun_behind(tokens, draft, behind, nouns, hyphened=hyphened)) is not None:
        set_noun(tokens, draft, phrase, nouns)  # the conversion in between is read, too
        return
    if draft.kind == "measure" and (sized := _and_larger(tokens, draft, j, nouns)) is not None:
        set_noun(tokens, draft, sized, nouns)
        return
    if draft.unit in _LENGTHS and tokens.lows[j] in _APART:  # "sank four miles from shore"
        placed = _of_place(tokens, draft, nouns) if tokens.lows[j] in ("away", "off", "from") else None
        beside = nouns.before(tokens, draft.left) if placed is None else None
        if beside is not None and tokens.low(beside.first - 1) in ("a", "an") and tokens.lows[j] != "along":
            placed = beside  # "has a base about 4 km from the town"
        if placed is not None:
            set_noun(tokens, draft, placed, nouns)
        return
    if tokens.lows[j] == "of" and "within" in (tokens.low(draft.left - 1), tokens.lows[draft.left]):
        return  # "within 40,000 km of the planet"
    if (sized := _sized(tokens, draft, nouns)) is not None:
        set_noun(tokens, draft, sized, nouns)
        return
    if take_noun(tokens, draft, noun_behind(tokens, draft, j, nouns, hyphened=hyphened), nouns):
        return
    if (lost := _lost(tokens, draft, nouns)) is not None:
        set_noun(tokens, draft, lost, nouns)
        return
    named = tokens.is_name(draft.right + 1) and tokens.shapes[draft.right + 2] is not Shape.DIGITS  # not "for FY20"
    named = named and not nouns.is_plural(tokens.lows[draft.right + 1])  # "99% for locals and 96% for Italians"
    of_votes = tokens.low(draft.left - 1) == "to" and tokens.low(draft.left - 2) in ("vote", "votes", "ballot")
    if draft.kind == "percent" and tokens.lows[draft.right] == "for" and named and not of_votes:
        name = nouns.ahead(tokens, draft.right + 1, loose=True)  # "32 percent for Haley"
        if take_noun(tokens, draft, name, nouns) and name is not None:
            draft.noun_head = tokens.words[name.head]
        return
    from_before = tokens.lows[max(0, draft.left - 3) : draft.left] in FROM_BEFORE
    gathers = tokens.low(draft.left - 1) in _RAISING and tokens.low(draft.left - 2) not in _BE
    gathers = gathers or (tokens.low(draft.left - 1) == "in" and tokens.low(draft.left - 2) in _TOOK_IN)
    gathers = gathers and draft.kind == "money"
    asked = not draft.noun_elided and not from_before and not gathers  # who raised $5 million is not what it is of
    paid = (tokens, draft.right, draft.left, nouns)
    phrase = source_of_cut(*paid) or invested_in(*paid) if draft.kind == "money" else None
    if phrase is None and draft.kind == "money":
        phrase = asked_for(tokens, draft.left, nouns)
    if phrase is None and asked:
        phrase = Measured(nouns).of_amount(tokens, draft.left)
    if phrase is None and draft.kind == "money" and tokens.low(draft.left - 1) in ("—", "–"):
        phrase = Measured(nouns).before(tokens, draft.left - 1)  # "payment for the work - at least $500,000 -"
    if phrase is None and draft.kind == "money" and not draft.noun_elided:
        phrase = purpose(tokens, past_conversion(tokens, draft.right), draft.left, nouns)
    low = tokens.lows[phrase.head] if phrase is not None else ""
    changing = low.endswith("ing") and low in nouns.words.changes.CHANGES  # "increasing from 4% to 6%"
    changing = changing or (
        draft.unit in _LENGTHS | {"inch", "centimetre"} and low in nouns.words.governing.WEATHER
    )  # "the storm dropped 3"
    if phrase is not None and low not in nouns.words.WHEN and not changing:
        set_noun(tokens, draft, phrase, nouns)


def _and_larger(tokens: Tokens, draft: Draft, j: int, nouns: NounReader) -> NounPhrase | None:
    """ "boats 9 metres and longer", "trees 40 feet or taller": a plural right in front."""
    j -= 2 * (tokens.low(j - 1) in _UPWARDS)
    if tokens.lows[j] not in ("and", "or") or tokens.lows[j + 1] not in _UPWARDS:
        return None
    phrase = nouns.before(tokens, draft.left)
    if phrase is None or not nouns.is_plural(tokens.lows[phrase.head]):
        return None
    acts = (k + 1 for k in range(phrase.first, phrase.head) if tokens.lows[k] in nouns.words.VERBS_IN_S)
    return replace(phrase, first=max(acts, default=phrase.first))  # "the rule covers boats"


def _sized(tokens: Tokens, draft: Draft, nouns: NounReader) -> NounPhrase | None:
    """ "rates above 7 percent hurt buyers": what stands in front of the hedge, where it has a size."""
    changes = nouns.words.changes
    if tokens.lows[draft.left] in changes.COMPARED and tokens.low(draft.left - 1) in changes.SIZED:
        return Measured(nouns).of_amount(tokens, draft.left)
    apposed = tokens.low(draft.left - 1) == "," == tokens.lows[draft.right]  # "the rate, 71 per cent, was"
    return nouns.before(tokens, draft.left - 1) if apposed and tokens.low(draft.left - 2) in changes.SIZED else None


def _lost(tokens: Tokens, draft: Draft, nouns: NounReader) -> NounPhrase | None:
    """ "lose nearly $7 million in subsidies", "wiped $2m off its value": what it is part of, not the subject."""
    verb = tokens.low(draft.left - 1)
    if verb in _TAKING and tokens.lows[draft.right] == "off":
        return nouns.ahead(
            tokens, draft.right + 1 + (tokens.lows[draft.right + 1] in nouns.words.DETERMINERS), loose=True
        )
    told = verb in _LOSING or (verb in _RAISING and tokens.lows[draft.right] == "for")
    return purpose(tokens, draft.right, draft.left, nouns) if told and draft.kind == "money" else None


def _label(tokens: Tokens, draft: Draft, nouns: NounReader) -> NounPhrase | None:
    """ "Price: $40 More info: ...": the label in front of a price that ends its field."""
    behind, labels = tokens.low(draft.right), range(draft.right + 1, min(draft.right + _FIELD, tokens.count))
    field = not behind or behind == "(" or (tokens.is_name(draft.right) and any(tokens.lows[k] == ":" for k in labels))
    if tokens.low(draft.left - 1) != ":":
        return None
    if tokens.low(draft.left - 2) in _LABELS:  # "higher pay: $18.75 an hour"
        return NounPhrase(draft.left - 2, draft.left - 1, draft.left - 2, draft.left - 1)
    return nouns.before(tokens, draft.left - 1) if field else None


def _of_site(tokens: Tokens, draft: Draft, j: int, nouns: NounReader) -> NounPhrase | None:
    """ "the village of Alm, 4 km from the river", "a town 25 miles west of Oslo": what lies there, right in front."""
    compass = nouns.words.DIRECTIONS - nouns.words.DIMENSIONS
    lies = tokens.lows[j] in _APART - {"along", "apart"} | compass or tokens.lows[j : j + 3 : 2] == ["above", "level"]
    if draft.unit not in _LENGTHS or not lies:
        return None
    end = draft.left - (tokens.low(draft.left - 1) == ",")
    site = nouns.before(tokens, end)
    if site is not None and tokens.is_name(site.head) and tokens.low(site.first - 1) in ("of", "at"):
        site = nouns.before(tokens, site.first - 1)  # "the base at Tingarou, some 40 km south"
    if (
        site is None
        or site.head != site.last - 1
        or tokens.is_name(site.head)
        or nouns.is_plural(tokens.lows[site.head])
    ):
        return None
    if tokens.lows[site.head] in _WIDE:
        return None  # "a base in the Lviv region, about 60 km from"
    led = tokens.low(site.first - 1) in nouns.words.DETERMINERS | {"next", "other", "nearest"}
    return site if led or tokens.lows[site.first].endswith(("'s", "’s")) else None


def _of_place(tokens: Tokens, draft: Draft, nouns: NounReader) -> NounPhrase | None:
    """ "The nearest clinic is 12 miles away": the subject, where nothing but "be" stands before the number."""
    be = draft.left - 1
    while tokens.low(be) in nouns.words.ADVERBS | {"now", "a", "good", "just", "only", "about"}:
        be -= 1
    if tokens.low(be) not in ("is", "was", "are", "were"):
        return None
    return Measured(nouns).subject(tokens, be)


def _of_dimension(tokens: Tokens, draft: Draft, nouns: NounReader) -> None:
    """ "The tower is 828 metres high", "their universe, 230 million light-years wide", "a wall 9 metres high" """
    measured = Measured(nouns)
    apposed = tokens.low(draft.left - 1) == ","
    phrase = measured.before(tokens, draft.left - 1) if apposed else measured.of_amount(tokens, draft.left)
    if phrase is not None and tokens.lows[phrase.head] in nouns.words.DIMENSIONS:
        return  # "3 miles long, 40 feet wide"
    beside = nouns.before(tokens, draft.left) if phrase is None else None
    if beside is not None and tokens.low(beside.first - 1) == "of":
        beside = nouns.before(tokens, beside.first - 1) or beside  # "a bowl of jade 9 inches across"
    led = beside is not None and tokens.low(beside.first - 1) in nouns.words.DETERMINERS
    opens = beside is not None and nouns.is_plural(tokens.lows[beside.head])  # "flood waters two metres deep"
    if beside is not None and (led or (opens and tokens.low(beside.first - 1) in _OPENERS)):
        phrase = beside
    if phrase is not None:
        set_noun(tokens, draft, phrase, nouns)
