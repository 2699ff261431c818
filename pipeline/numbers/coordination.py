"""Numbers that share what only one of them says: a unit, a noun, or the thing that an earlier number counted."""

from collections.abc import Sequence
from decimal import Decimal

from pipeline.numbers.answers import answers, latest_asked
from pipeline.numbers.articles import add_articles
from pipeline.numbers.asking import (
    asks_for_noun,
    asks_here,
    continues,
    is_about_people,
    is_of_persons,
    is_one_sum,
    shares_verb,
)
from pipeline.numbers.drafts import Draft
from pipeline.numbers.measured import Measured
from pipeline.numbers.noun_drafts import set_noun
from pipeline.numbers.nouns import NounPhrase, NounReader
from pipeline.numbers.parts import wholes, without_parts
from pipeline.numbers.persons import may_be_hurt, may_be_person
from pipeline.numbers.sharing import share
from pipeline.numbers.them import is_of_them, is_told, them_here
from pipeline.numbers.tokens import Shape, Tokens

__all__ = ["coordinate"]

Sentence = tuple[Tokens, list[Draft]]
_NEAR = 12
_OPENED = 14  # words of "of the hikers on the ridge, he thinks,"
_DOING = frozenset({"did", "had", "have", "were", "are", "said", "do", "would", "could", "will", "was", "has"})
_BETWEEN = 4  # code points between two sentences: a space, a line break, quotation marks
_OPENING = 3  # words in front of the whole that opens a sentence: "of the 60 states"
_PLACED = frozenset({"in", "at", "across", "on", "from", "within", "over", "during"})
_LISTED = frozenset({",", "and"})
_SHIFTS = frozenset({"up", "down", "+", "-", "−", "rose", "fell", "gained", "lost"})


def coordinate(
    tokens: Tokens,
    drafts: list[Draft],
    earlier: Sequence[Sentence],
    nouns: NounReader | None,
    links: frozenset[str],
) -> list[Draft]:
    """The drafts of a sentence with what they take from each other, and from the sentences before."""
    share(tokens, drafts, links)
    if nouns is None:
        return drafts
    _name_parts(tokens, drafts)
    _inherit(tokens, drafts, earlier, nouns)
    return add_articles(tokens, drafts, nouns)


def _near(drafts: list[Draft], place: int) -> list[Draft]:
    """The drafts shortly before `place`: farther back nothing is inherited from, and time stays linear."""
    return drafts[max(0, place - _NEAR) : place]


def _inherit(tokens: Tokens, drafts: list[Draft], earlier: Sequence[Sentence], nouns: NounReader) -> None:
    """Give a count without a noun the noun of the count before it, where the words around it ask for one."""
    for place, draft in enumerate(drafts):
        if draft.noun is not None or not draft.quantity:
            continue
        if draft.kind == "percent" and place and drafts[place - 1].noun_head == "point":
            _name_points(tokens, drafts[place - 1], draft, nouns)
        alone = draft.kind == "percent" and tokens.lows[draft.right] == ")"
        bracket = draft.left - 1 - (tokens.low(draft.left - 1) in _SHIFTS)
        if (draft.kind == "money" or alone) and tokens.low(bracket) == "(":
            _name_price(tokens, drafts, place, bracket, nouns)
        shared = draft.noun_elided and draft.kind in ("percent", "ratio")  # "99% of those"
        answering = answers(tokens, draft, nouns)
        if answering and (asked := latest_asked(_near(drafts, place), earlier, _NEAR, nouns)) is not None:
            draft.noun, draft.noun_head, draft.noun_elided = asked.noun, asked.noun_head, True
            continue
        whole = _whole(tokens, _near(drafts, place), draft, nouns)
        if whole is None and draft.kind == "ratio" and tokens.lows[draft.right : draft.right + 2] == ["of", "it"]:
            whole = _sum(_near(drafts, place))  # "$8 million in taxes, three-quarters of it from 2019"
        if draft.kind not in ("count", "measure") and not shared and whole is None:
            continue
        if whole is not None:
            draft.part_of, draft.noun, draft.noun_head, draft.noun_elided = whole, whole.noun, whole.noun_head, True
            continue
        if draft.unit is not None and not shared:
            continue
        if (opening := _opening(tokens, draft, nouns)) is not None:
            set_noun(tokens, draft, opening, nouns)
            draft.noun_elided = True
            continue
        if (level := _put_at(tokens, draft, nouns)) is not None:
            set_noun(tokens, draft, level, nouns)
            continue
        if place and tokens.low(draft.left - 1) == "and" and tokens.low(drafts[place - 1].left - 1) == "at":
            put = _put_at(tokens, drafts[place - 1], nouns)
            if put is not None and tokens.lows[draft.right] in nouns.words.STATES:
                set_noun(tokens, draft, put, nouns)
                draft.noun_elided = True
                continue
        here = (
            asks_here(tokens, draft, nouns)
            or (place > 0 and shares_verb(tokens, drafts[place - 1], draft))
            or (place > 0 and continues(tokens, drafts[place - 1], draft))
        )
        if not here and not (draft.kind == "count" and asks_for_noun(tokens, draft, nouns)) and not shared:
            continue
        of_them = is_of_them(tokens, draft)
        if of_them and is_told(tokens, draft):
            continue  # "61 percent of those asked"
        if of_them and (them := them_here(tokens, draft, _floor(drafts, place), nouns)) is not None:
            set_noun(tokens, draft, them, nouns)
            draft.noun_elided = True
            continue
        people = is_about_people(tokens, draft, nouns)
        persons = is_of_persons(tokens, draft)
        vague = draft.rule == "vague" and not draft.noun_elided and not here  # "millions are turning to it": people
        vague = vague or (tokens.low(draft.left - 1) == "the" and tokens.lows[draft.right] in nouns.words.AUXILIARIES)
        among = tokens.lows[max(0, draft.left - 2) : draft.left] == ["among", "the"] and people
        counts = [] if among else wholes(tokens, _near(drafts, place), draft, nouns)  # "28 boys were among the 65 dead"
        source = _source(tokens, counts, people, nouns, vague)
        source = _enough(tokens, source, counts, draft.value) if source is not None else None
        for before_tokens, before in reversed(() if here or is_one_sum(tokens, draft) else earlier):
            if source is not None or (of_them and not _is_next(before_tokens, tokens)):
                break
            counts = without_parts(before_tokens, before[-_NEAR:])
            source = _source(before_tokens, counts, people, nouns, vague, apart=True)
            source = _enough(before_tokens, source, counts, draft.value) if source is not None else None
        # "19 bodies and 60 rescued"
        is_person = tokens.lows[draft.right] in nouns.words.STATES
        if source is not None and persons and not may_be_hurt(source.noun_head, nouns):
            continue  # "sold 90 hats. By noon 165 had registered"
        if source is not None and not (is_person and source.noun_head in nouns.words.NO_PERSONS):
            draft.noun, draft.noun_head, draft.noun_elided = source.noun, source.noun_head, True


def _floor(drafts: Sequence[Draft], place: int) -> int:
    """The first token behind the last amount with a noun in front of a draft; "paid £12 for their trouble" is none."""
    counted = (d for d in reversed(drafts[:place]) if d.quantity and d.noun is not None)
    last = next((d for d in counted if d.kind != "money" or (d.noun or "").endswith("s")), None)
    return max(last.right, last.noun_last) if last is not None else 0


def _is_next(before: Tokens, tokens: Tokens) -> bool:
    """Whether no sentence stands between two."""
    return tokens.starts[0] - before.ends[before.count - 1] <= _BETWEEN


def _opening(tokens: Tokens, draft: Draft, nouns: NounReader) -> NounPhrase | None:
    """ "Of the passengers, 12 were saved": what the sentence opens with."""
    comma = draft.left - 1
    opens = tokens.low(comma) == "," and tokens.low(0) == "of" and tokens.low(1) in nouns.words.DETERMINERS
    if draft.kind != "count" or not opens or comma > _OPENED:
        return None
    phrase = nouns.ahead(tokens, 0)
    return phrase if phrase is not None and phrase.first == 2 and phrase.last <= comma else None


def _put_at(tokens: Tokens, draft: Draft, nouns: NounReader) -> NounPhrase | None:
    """ "put its own losses at nine dead and 31 wounded": what is put at a level, where the fallen have no noun."""
    fallen = draft.kind == "count" and tokens.lows[draft.right] in nouns.words.STATES
    return Measured(nouns).of_level(tokens, draft.left) if fallen and tokens.low(draft.left - 1) == "at" else None


def _name_parts(tokens: Tokens, drafts: list[Draft]) -> None:
    """ "Of 60 states, 41 raised taxes and 12 cut them": the counts behind the whole are of it, not "raised taxes"."""
    counts = [draft for draft in drafts if draft.kind == "count" and draft.quantity]
    whole = counts[0] if counts else None
    led = whole is not None and "of" in (tokens.low(whole.left - 1), tokens.low(whole.left - 2))
    if whole is None or whole.noun_first < 0 or not led or whole.left > _OPENING:
        return
    for part in drafts[1:_NEAR]:
        bare = part.kind in ("percent", "ratio") and part.noun is None and tokens.lows[part.right] in _DOING
        if bare and tokens.low(part.left - 1) in (",", "and", "while", "but"):
            part.noun, part.noun_head, part.noun_elided = whole.noun, whole.noun_head, True
    for part in counts[1:_NEAR]:
        acts = part.noun_first >= 0 and tokens.lows[part.noun_first].endswith("ed")
        if acts and tokens.low(part.left - 1) in (",", "and", "while", "but"):
            part.noun_first = part.noun_last = -1
            part.noun, part.noun_head, part.noun_elided = whole.noun, whole.noun_head, True


def _name_points(tokens: Tokens, points: Draft, draft: Draft, nouns: NounReader) -> None:
    """ "The index shed 72 points, or 1.3%": the share is of what the points are of."""
    if tokens.lows[points.right : draft.left] not in ([",", "or"], ["or"], ["("]):
        return
    phrase = Measured(nouns).of_amount(tokens, points.left)
    if phrase is not None:
        set_noun(tokens, draft, phrase, nouns)


def _name_price(tokens: Tokens, drafts: list[Draft], place: int, bracket: int, nouns: NounReader) -> None:
    """ "their estimate ($6 million)", "Acme Bank (up 2%)": what is in front of the bracket, where that is no amount."""
    if place and drafts[place - 1].right == bracket and drafts[place - 1].quantity:
        return
    measured = Measured(nouns)
    model = tokens.shapes[bracket - 1] is Shape.DIGITS and tokens.is_name(bracket - 2)  # "the Zephyr 25 ($149)"
    phrase = measured.before(tokens, bracket - model)
    be = _predicate_verb(tokens, phrase.first) if phrase is not None else -1
    if phrase is not None and tokens.lows[phrase.head] in nouns.words.WHEN:
        return  # "is released on 9 March (£12)"
    if phrase is not None:
        beside = nouns.before(tokens, bracket - model)
        beside = None if beside is not None and tokens.low(beside.first - 1) == "of" else beside  # "Bank of Norland"
        phrase = (measured.subject(tokens, be) if be >= 0 else beside) or phrase
        set_noun(tokens, drafts[place], phrase, nouns)


def _predicate_verb(tokens: Tokens, first: int) -> int:
    """The "are" of "pumps are the most common kind (38%)", where the phrase begins at `first`; -1 where none stands."""
    j = first - (tokens.low(first - 1) == "most")
    superlative = tokens.lows[first] == "most" or j < first or tokens.lows[first].endswith("est")
    be = superlative and tokens.low(j - 1) == "the" and tokens.low(j - 2) in ("is", "are", "was", "were")
    return j - 2 if be else -1


def _whole(tokens: Tokens, before: Sequence[Draft], draft: Draft, nouns: NounReader) -> Draft | None:
    """What "of which 2.5 tons" or "£6bn of which" is a part of: the quantity in front."""
    behind = tokens.lows[draft.right : draft.right + 2] in (["of", "which"], ["of", "whom"])
    led = tokens.low(draft.left - 1) in ("which", "whom", "them") and tokens.low(draft.left - 2) in ("of", "including")
    if not led and not behind:
        return None
    quantities = [d for d in before if d.quantity and d.noun is not None]
    if "whom" in (tokens.low(draft.left - 1), tokens.lows[draft.right + 1]):  # "12 nurses at two sites, five of whom"
        quantities = [d for d in quantities if may_be_person(d.noun_head, nouns)] or quantities
    return quantities[-1] if quantities else None


def _sum(before: Sequence[Draft]) -> Draft | None:
    """The amount right in front, where it is said what it is of."""
    last = next((d for d in reversed(before) if d.quantity), None)
    return last if last is not None and last.kind in ("money", "measure") and last.noun is not None else None


def _is_placed(tokens: Tokens, draft: Draft, nouns: NounReader) -> bool:
    """Whether a count says only where or when: "in 21 cities", "to its 14 centres"."""
    j = draft.left - 1
    owned = tokens.low(j) in nouns.words.DETERMINERS
    return tokens.low(j - owned) in (_PLACED | {"to"} if owned else _PLACED)


def _source(
    tokens: Tokens,
    drafts: Sequence[Draft],
    people: bool,
    nouns: NounReader,
    vague: bool = False,
    *,
    apart: bool = False,
) -> Draft | None:
    """The count whose noun is meant: the latest, people before things, a subject before "in 21 cities"."""
    counts = [d for d in drafts if d.kind in ("count", "ratio") and d.noun_head is not None and d.quantity]
    counts = [d for d in counts if d.rule not in ("times", "multiple", "doubling") and d.noun_head != "time"]
    if vague:
        counts = [d for d in counts if d.noun_head in nouns.words.PEOPLE]
    if people:
        humans = [d for d in counts if d.noun_head in nouns.words.PEOPLE]
        ill = [d for d in counts if may_be_hurt(d.noun_head, nouns)] if apart else counts
        counts = humans or ill  # "a raid with two arrested" behind five surgeries
    free = [d for d in counts if not _is_placed(tokens, d, nouns)]
    pool = free or counts
    return pool[-1] if pool else None


def _enough(tokens: Tokens, source: Draft, before: Sequence[Draft], value: Decimal | None) -> Draft:
    """The first count of a list where the last has fewer than are told of: "38 boys and two men; 12 have escaped"."""
    for draft in reversed(before[: before.index(source)]):
        if source.value is None or value is None or source.value >= value or draft.noun_head is None:
            break
        if draft.kind != "count" or not _LISTED.issuperset(tokens.lows[draft.right : source.left]):
            break
        source = draft
    return source
