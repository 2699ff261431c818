"""Numbers that share what only one of them says: a unit, a noun, or the thing that an earlier number counted."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.numbers.articles import add_articles
from pipeline.numbers.drafts import Draft
from pipeline.numbers.nouns import NounReader
from pipeline.numbers.tokens import Shape, Tokens

__all__ = ["coordinate"]

Sentence = tuple[Tokens, list[Draft]]
_NEAR = 12
_OWNERS = frozenset({"the", "its", "their", "his", "her", "our", "my"})
_LINKS = frozenset({",", "and", "or", "to", "-", "–", "from", "&", "but", "by"})


def coordinate(
    tokens: Tokens, drafts: list[Draft], earlier: Sequence[Sentence], nouns: NounReader | None
) -> list[Draft]:
    """The drafts of a sentence with what they take from each other, and from the sentences before."""
    _share_backwards(tokens, drafts)
    _share_forwards(tokens, drafts)
    _bound_conversions(tokens, drafts)
    if nouns is None:
        return drafts
    _inherit(tokens, drafts, earlier, nouns)
    return add_articles(tokens, drafts, nouns)


def _near(drafts: list[Draft], place: int) -> list[Draft]:
    """The drafts shortly before `place`: farther back nothing is inherited from, and time stays linear."""
    return drafts[max(0, place - _NEAR) : place]


def _bare(draft: Draft) -> bool:
    """Whether a draft says a number and nothing else."""
    return (
        draft.quantity
        and draft.unit is None
        and draft.currency is None
        and draft.noun is None
        and draft.kind
        in (
            "count",
            "measure",
        )
    )


def _share_backwards(tokens: Tokens, drafts: list[Draft]) -> None:
    """ "14, 15 and 16 percent", "8 or $9", "a 7- or 8-inch screen": the last says what all are."""
    for draft, following in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        if draft.kind == "ratio" and draft.noun is None and tokens.lows[draft.right : following.left] == ["of", "the"]:
            draft.noun, draft.noun_head, draft.noun_elided = following.noun, following.noun_head, True
        same = draft.noun is None and draft.unit is not None and draft.unit == following.unit
        lent = draft.noun_elided and draft.kind == following.kind == "count" and following.noun_first >= 0
        lent = lent and tokens.lows[draft.right : following.left] == ["to"]  # "sales rose from 200 to 300 cars"
        if not (_bare(draft) or same or lent) or not following.quantity:
            continue
        links = tokens.lows[draft.right : following.left]
        if not links or len(links) > 5 or not ((set(links) <= _LINKS and len(links) <= 3) or _is_whole(links)):
            continue
        if (following.kind == "count" and following.noun is None) or (same and following.noun_first < 0):
            continue
        draft.kind, draft.unit, draft.rule = following.kind, following.unit, following.rule
        draft.currency, draft.currency_ambiguous = following.currency, following.currency_ambiguous
        draft.noun, draft.noun_head, draft.noun_elided = following.noun, following.noun_head, following.noun is not None


def _is_whole(links: list[str]) -> bool:
    """ "five of the borough's 13 libraries": the words between a part and its whole."""
    if links[0] == "of" and links[1:2] and links[1] in _OWNERS and len(links) <= 3:
        return True  # "five of their last six matches"
    return links[0] == "of" and (links[-1] in _OWNERS or links[-1].endswith(("'s", "’s")))


def _share_forwards(tokens: Tokens, drafts: list[Draft]) -> None:
    """ "from 14-18 mpg to 24", "rose 2 percent but the DAX fell by 1", "lost 162 points to 7,425.81"."""
    for place, draft in enumerate(drafts[1:], start=1):
        before = drafts[place - 1]
        link = tokens.lows[before.right : draft.left]
        moved = link in (["to"], ["from"]) or (len(link) == 2 and link[0] == "," and link[1] in ("up", "down"))
        alike = draft.unit is not None and draft.unit == before.unit and draft.noun is None and link == ["to"]
        level = (
            moved and draft.noun is None and draft.kind in ("money", "percent") and before.kind in ("money", "percent")
        )
        if alike or level:
            draft.noun, draft.noun_head, draft.noun_elided = before.noun, before.noun_head, before.noun is not None
        if not _bare(draft) or not before.quantity:
            continue
        if (
            before.rule == "age-aged"
            and link in (["and"], ["or"], [","])
            and tokens.shapes[draft.right] is not Shape.WORD
        ):
            draft.kind, draft.unit, draft.rule = "age", before.unit, before.rule  # "aged 4 and 6"
            continue
        from_to = link == ["to"] and tokens.low(before.left - 1) == "from"
        by_by = before.kind == "percent" and tokens.low(draft.left - 1) == "by" == tokens.low(before.left - 1)
        if from_to or by_by:
            draft.kind, draft.unit, draft.currency = before.kind, before.unit, before.currency
            draft.noun, draft.noun_head, draft.noun_elided = before.noun, before.noun_head, before.noun is not None
        elif tokens.low(draft.left - 1) in ("to", "at") and any(d.noun_head == "point" for d in _near(drafts, place)):
            draft.noun, draft.noun_head, draft.noun_elided = "points", "point", True


def _bound_conversions(tokens: Tokens, drafts: list[Draft]) -> None:
    """ "more than 100 kilometers (60 miles)": the bracket says the same in other words."""
    for draft, following in pairwise(drafts):
        converts = (
            following.left == draft.right + 1 and tokens.lows[draft.right] == "(" and draft.kind == following.kind
        )
        hedged = following.comparator != "=" or following.approximate or draft.comparator == "range"
        if converts and draft.kind in ("money", "measure") and not hedged:
            following.comparator, following.side = draft.comparator, draft.side
            following.approximate = draft.approximate


def _inherit(tokens: Tokens, drafts: list[Draft], earlier: Sequence[Sentence], nouns: NounReader) -> None:
    """Give a count without a noun the noun of the count before it, where the words around it ask for one."""
    for place, draft in enumerate(drafts):
        if draft.kind not in ("count", "measure") or draft.noun is not None or not draft.quantity:
            continue
        whole = _whole(tokens, _near(drafts, place), draft)
        if whole is not None:
            draft.part_of, draft.noun, draft.noun_head, draft.noun_elided = whole, whole.noun, whole.noun_head, True
            continue
        if draft.kind != "count":
            continue
        if not _asks_for_noun(tokens, draft, nouns):
            continue
        people = _is_about_people(tokens, draft, nouns)
        source = _source(tokens, _near(drafts, place), people, nouns)
        for before_tokens, before in reversed(earlier):
            if source is not None:
                break
            source = _source(before_tokens, before[-_NEAR:], people, nouns)
        if source is not None:
            draft.noun, draft.noun_head, draft.noun_elided = source.noun, source.noun_head, True


def _whole(tokens: Tokens, before: Sequence[Draft], draft: Draft) -> Draft | None:
    """What "of which 2.5 tons" is a part of: the quantity in front."""
    if tokens.low(draft.left - 1) not in ("which", "whom", "them") or tokens.low(draft.left - 2) not in (
        "of",
        "including",
    ):
        return None
    quantities = [d for d in before if d.quantity and d.noun is not None]
    return quantities[-1] if quantities else None


def _asks_for_noun(tokens: Tokens, draft: Draft, nouns: NounReader) -> bool:
    after = tokens.lows[draft.right]
    if (
        draft.noun_elided
        or after in nouns.words.STATES
        or after in nouns.words.AUXILIARIES
        or after in ("more", "others")
    ):
        return True
    if tokens.shapes[draft.right] is Shape.WORD and after.endswith("ed"):
        return True
    return tokens.low(draft.left - 1) in nouns.words.COMPARISONS and tokens.low(draft.left - 2) in (
        "compared", "up", "down", "against", "versus",
    )  # fmt: skip


def _is_about_people(tokens: Tokens, draft: Draft, nouns: NounReader) -> bool:
    return any(word in nouns.words.STATES for word in tokens.lows[draft.right : draft.right + 4])


def _source(tokens: Tokens, drafts: Sequence[Draft], people: bool, nouns: NounReader) -> Draft | None:
    """The count whose noun is meant: the latest, people before things, a subject before "in 21 cities"."""
    counts = [d for d in drafts if d.kind == "count" and d.noun_head is not None and d.quantity]
    if people:
        counts = [d for d in counts if d.noun_head in nouns.words.PEOPLE] or counts
    free = [d for d in counts if tokens.low(d.left - 1) not in ("in", "at", "across", "on", "from", "within")]
    pool = free or counts
    return pool[-1] if pool else None
