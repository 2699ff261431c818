"""Numbers side by side that share what only one of them says: a unit, a scale, a hedge, a noun."""

from collections.abc import Sequence
from itertools import pairwise, product

from pipeline.numbers.drafts import Draft
from pipeline.numbers.gapping import follows_subject
from pipeline.numbers.numerals import exact
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens

__all__ = ["lend_noun", "share"]

_NEAR = 12
_OWNERS = frozenset({"the", "its", "their", "his", "her", "our", "my"})
_LISTED = (["and"], ["or"], [","], [",", "or"], [",", "and"], ["or", "even"], [",", "or", "even"])
_LEVELS = frozenset({"is", "was", "at", "to", "reached", "stands", "stood", "of"})
_AT = frozenset({"at", "with", "for"})
_COMPARED = (["compared", "with"], ["compared", "to"], ["against"], ["versus"], ["vs"], ["as", "against"])
_SHIFTED = ([",", "up"], [",", "down"], [",", "a", "rise", "of"], [",", "an", "increase", "of"])
_WHERE = frozenset({"in", "last", "this", "during", "over", "on", "for", "across", "at", "from", "worldwide"})
_APPOSED = ([",", "or"], ["("], ["or"], ["(", "or"], ["/"])
_LYING = frozenset({"-", "wide", "long", "high", "tall", "deep", "thick", "across"})
_MEANT = frozenset(
    {"built", "meant", "designed", "intended", "made", "planned", "room", "space", "equipped", "licensed"}
)
_HOLDING = frozenset({"hold", "carry", "house", "seat", "accommodate", "take", "fit", "serve", "treat"})
_AGES_GO_ON = frozenset({"and", "or", "were", "was", "died", "when", "who", "at", "in"})  # "aged 4, 7 and 11 were"
_TO_PERSONS = frozenset(
    f"{verb}{ending}"
    for verb, ending in product(
        ("kill", "wound", "kidnap", "kidnapp", "abduct", "arrest", "detain", "jail"), ("ed", "ing")
    )
) | {"injured", "injuring", "rescued", "rescuing", "evacuated", "evacuating", "displaced", "displacing"}
_GAP = 8  # words between the two parts of "5% in the first year and 1% in the second"
_OWNER = 4  # words of "to Mr Roe's"
_COUNTED_SIDES = frozenset({"vote", "point", "goal", "seat", "game", "set", "delegate"})
_SCALE_SPAN = 20  # "from 24.2 to 33 billion" shares its scale, "from 900 to 1.2 million" does not


def share(tokens: Tokens, drafts: list[Draft], links: frozenset[str]) -> None:
    """Let the numbers of a sentence take from their neighbours what they leave out; `links` may stand between them."""
    _backwards(tokens, drafts, links)
    _forwards(tokens, drafts)
    _conversions(tokens, drafts)


def lend_noun(draft: Draft, other: Draft) -> None:
    """Give `draft` the noun of `other`, left out where it stands."""
    draft.noun, draft.noun_head, draft.noun_elided = other.noun, other.noun_head, other.noun is not None


def _bare(draft: Draft) -> bool:
    """Whether a draft says a number and nothing else, but for the subject that it may be of."""
    own = draft.noun is not None and (draft.noun_first >= 0 or draft.rule not in ("count", "measure"))
    plain = draft.unit is None and draft.currency is None and draft.kind in ("count", "measure")
    return draft.quantity and plain and not own


def _backwards(tokens: Tokens, drafts: list[Draft], known: frozenset[str]) -> None:
    """ "14, 15 and 16 percent", "8 or $9", "a 7- or 8-inch screen": the last says what all are."""
    drafts = [draft for draft in drafts if draft.kind != "ordinal"]  # "three of his first four shots"
    for draft, following in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        links = tokens.lows[draft.right : following.left]
        links = ["by"] if links == ["-", "by", "-"] else links  # "a 14-by-9-inch print"
        if draft.kind in ("ratio", "percent") and draft.noun is None and links and _is_whole(links):
            lend_noun(draft, following)
        if draft.noun is None and draft.kind == following.kind == "count" and links[:2] == ["out", "of"]:
            lend_noun(draft, following)  # "12 out of 16 delegates"
        if draft.noun is None and draft.kind == following.kind == "measure" and links == [",", "or"]:
            lend_noun(draft, following)  # "1,100 tons, or 1,000 metric tons, of grain"
        both = draft.kind == following.kind == "measure" and links in ([], [","])
        attribute = draft.amount is not None and draft.amount.unit is not None and draft.amount.unit.hyphened
        if both and (draft.noun is None or (attribute and draft.noun_first < 0)):
            hyphened = tokens.lows[following.last] in HYPHENS or (attribute and tokens.glued(following.last))
            if hyphened and following.noun_first >= 0:
                lend_noun(draft, following)  # "an 88 horsepower, 3-litre motor", "a 176 hp 2.5-litre engine"
        of_both = draft.kind == following.kind == "percent" and links in _LISTED
        of_both = of_both and (following.noun_first >= 0 or following.noun_elided)
        if of_both and (draft.noun is None or (draft.noun_first < 0 and tokens.low(draft.left - 1) in _AT)):
            lend_noun(draft, following)  # "at 5% and 3% of exports"
        scaled = draft.rule == following.rule == "vague" and draft.noun is None and len(links) < 4
        if scaled and links and links[0] in (",", "or", "if"):
            lend_noun(draft, following)  # "thousands, probably tens of thousands of children"
        if draft.noun is None and _acts_on_both(tokens, draft, following, links):
            lend_noun(draft, following)
        if draft.noun is None and following.noun_first >= 0 and _has_room(tokens, draft, following, links):
            lend_noun(draft, following)
        same = draft.noun is None and draft.unit is not None and draft.unit == following.unit
        lent = draft.noun_elided and draft.kind == following.kind == "count" and following.noun_first >= 0
        lent = lent and links == ["to"]  # "sales rose from 200 to 300 cars"
        if not (_bare(draft) or same or lent) or not following.quantity:
            continue
        if not links or len(links) > 5 or not ((set(links) <= known and len(links) <= 3) or _is_whole(links)):
            continue
        if (following.kind == "count" and following.noun is None) or (same and following.noun_first < 0):
            continue
        if following.kind == "ratio" and draft.kind != "ratio":
            continue  # "200 came, and half left"
        if links[-1] == "but" and tokens.low(draft.left - 1) in _LEVELS:
            continue  # "the toll is 19, but 30 people are missing"
        if links == ["to"]:
            _share_scale(tokens, draft, following)
        draft.kind, draft.unit, draft.rule = following.kind, following.unit, following.rule
        draft.currency, draft.currency_ambiguous = following.currency, following.currency_ambiguous
        if draft.noun is None or draft.noun_elided:
            lend_noun(draft, following)


def _has_room(tokens: Tokens, draft: Draft, following: Draft, links: list[str]) -> bool:
    """ "a ward built for 20 now holds 61 patients": what has room for one count and holds another."""
    if draft.kind != "count" or following.kind != "count" or not 0 < len(links) <= _GAP:
        return False
    for_many = tokens.low(draft.left - 1) == "for" and tokens.low(draft.left - 2) in _MEANT
    return for_many or (tokens.low(draft.left - 2) == "to" and tokens.low(draft.left - 1) in _HOLDING)


def _acts_on_both(tokens: Tokens, draft: Draft, following: Draft, links: list[str]) -> bool:
    """ "wounded 98 and killed 42 civilians": nothing but "and" and a second verb between two counts."""
    if draft.kind != "count" or following.kind != "count" or len(links) != 2 or links[0] not in ("and", "or"):
        return False
    first, second = tokens.low(draft.left - 1), links[1]
    are_alike = (first in _TO_PERSONS) == (second in _TO_PERSONS)  # not "kidnapped 40 and rustled 300 cattle"
    return are_alike and all(verb.endswith(("ed", "ing")) for verb in (first, second))


def _share_scale(tokens: Tokens, draft: Draft, following: Draft) -> None:
    """ "from 24.2 to 33 billion euros": the first is in billions, too."""
    scale = following.amount.numeral.scale if following.amount is not None else 1
    other = following.value if following.value is not None else following.low
    own = draft.amount.numeral if draft.amount is not None else None
    if own is None or own.scale > 1 or scale == 1 or not draft.value or other is None:
        return
    scaled = exact(draft.value, scale)
    if tokens.low(draft.left - 1) == "from" and other / _SCALE_SPAN < scaled < other * _SCALE_SPAN:
        draft.value, own.scale = scaled, scale


def _is_whole(links: list[str]) -> bool:
    """ "five of the borough's 13 libraries", "two of three men": the words between a part and its whole."""
    if links == ["of"] or (links[0] == "of" and links[1:2] and links[1] in _OWNERS and len(links) <= 3):
        return True  # "five of their last six matches"
    return links[0] == "of" and (links[-1] in _OWNERS or links[-1].endswith(("'s", "’s")))


def _forwards(tokens: Tokens, drafts: list[Draft]) -> None:
    """ "from 14-18 mpg to 24", "rose 2 percent but the DAX fell by 1", "lost 162 points to 7,425.81"."""
    quantities = [draft for draft in drafts if draft.quantity]
    for place, (before, draft) in enumerate(pairwise(quantities), start=1):
        link = tokens.lows[before.right : draft.left]
        if link == ["("] and before.kind == draft.kind == "money" and tokens.lows[draft.right] == "for" and before.noun:
            lend_noun(draft, before)  # "Entry costs €9 (€5 for students)"
        if draft.noun_first >= 0:
            continue
        if _is_other_side(tokens, link, before, draft):
            lend_noun(draft, before)  # "passed by 52 votes to 48"
        if before.kind == "count" and draft.kind == "percent" and before.noun and _is_shifted(link):
            lend_noun(draft, before)  # "put births at 1,460, down 6 per cent"
        if link == [",", "now"] and before.kind == draft.kind == "money" and before.noun:
            lend_noun(draft, before)  # "haircuts were £12, now £17 in the same street"
        if _restates(link, before, draft) and draft.noun in (None, before.noun):
            lend_noun(draft, before)
        if not _bare(draft):
            continue
        if (
            (
                before.rule in ("age-aged", "age-of")
                or (before.rule == "age-apposed" and tokens.lows[draft.right] == ",")
            )
            and link in (["and"], ["or"], [","], [",", "and"])
            and (tokens.shapes[draft.right] is not Shape.WORD or tokens.lows[draft.right] in _AGES_GO_ON)
        ):
            draft.kind, draft.unit, draft.rule = "age", before.unit, before.rule  # "aged 4 and 6"
            lend_noun(draft, before)
            continue
        _complete(tokens, quantities, place, link)


def _is_shifted(link: list[str]) -> bool:
    """ "births, down 6 per cent", "sold 9 million phones in India last year, up 35 per cent" """
    placed = 2 < len(link) <= _GAP and link[0] in _WHERE and "," not in link[:-2]
    return link in _SHIFTED or (placed and link[-2:] in ([",", "up"], [",", "down"]))


def _restates(link: list[str], before: Draft, draft: Draft) -> bool:
    """Whether two amounts are of one thing: "from $5 to $6", "3%, up from 2%", "27%, or $4 million", "£3 ($4)"."""
    if len(link) == 3 and link[0] == "(" and link[2] == ":" and draft.kind == before.kind != "count":
        return True  # "turnover was £12m (2022: £9m)"
    if before.kind == "count" and draft.kind == "measure" and link == [",", "each"]:
        return True  # "40 rafts, each 3 metres long"
    alike = draft.unit is not None and draft.unit == before.unit and link == ["to"]
    shifted = link[:1] == [","] and link[1:2] in (["up"], ["down"]) and len(link) < 5
    moved = link in (["to"], ["from"], [",", "from"]) or (shifted and set(link[2:]) <= {"from", "the"})
    amounts = {draft.kind, before.kind} <= {"money", "percent", "measure"}
    link = link[link[:1] == [","] and link[1:2] not in (["or"], ["up"], ["down"]) :]
    converted = link[-1:] == ["("] and len(link) < 4 and set(link[:-1]) <= _LYING
    lying = draft.kind == before.kind == "measure" and 0 < len(link) < 5 and link[0] in _LYING
    if lying and link[-1] in ("and", "but", ","):
        return True  # "16 feet long and 6 feet wide"
    if draft.kind == before.kind == "measure":
        if draft.unit is None and before.unit is None and link == ["and"]:
            return True  # "had marks of 61.7 and 58.2"
        return alike or link in _APPOSED or converted
    return alike or (amounts and (moved or link in _COMPARED or link in _APPOSED or _gaps(link)))


def _is_other_side(tokens: Tokens, link: list[str], before: Draft, draft: Draft) -> bool:
    """ "by 52 votes to 48", "from 12 pupils to eight", "got 214 votes to Mr Roe's 198": what both sides have."""
    if before.kind != draft.kind or before.noun_first < 0 or link[:1] != ["to"]:
        return False
    owned = len(link) <= _OWNER and link[-1].endswith(("'s", "’s"))
    if before.kind != "count":
        return owned and before.kind == "percent"  # "has 38% of members to Mr Lind's 29%"
    led = tokens.low(before.left - 1) in ("by", "from") or before.noun_head in _COUNTED_SIDES
    return owned or (link == ["to"] and led)


def _gaps(link: list[str]) -> bool:
    """Whether a second part leaves out what the first says: "5% in May and 1% in", "liked by 36% and hated by"."""
    if len(link) == 3 and link[0] in ("and", "but") and link[-1] == "by" and link[1].endswith("ed"):
        return True
    return 2 < len(link) <= _GAP and link[-1] in ("and", "but") and link[0] in ("in", "on", "for", "by", "from", "at")


def _complete(tokens: Tokens, drafts: list[Draft], place: int, link: list[str]) -> None:
    """Give a bare number the unit of the one before it: "from 5 percent to 4", "to 2 tons in May from 3"."""
    draft, before = drafts[place], drafts[place - 1]
    from_to = link == ["to"] and tokens.low(before.left - 1) == "from"
    from_to = from_to or (link[-1:] == ["from"] and tokens.low(before.left - 1) == "to" and len(link) <= _GAP)
    by_by = before.kind == "percent" and tokens.low(draft.left - 1) == "by" == tokens.low(before.left - 1)
    gapped = before.kind in ("measure", "percent") and before.unit is not None
    gapped = (
        gapped and tokens.shapes[draft.right] is not Shape.WORD and follows_subject(tokens, before.right, draft.left)
    )
    compared = before.kind == "percent" and link[link[:1] == [","] :] in _COMPARED  # "at 84.9%, against 77.8 for boys"
    if from_to or by_by or gapped or compared:
        draft.kind, draft.unit, draft.currency = before.kind, before.unit, before.currency
        if draft.noun is None:
            lend_noun(draft, before)
    elif tokens.low(draft.left - 1) in ("to", "at") and any(d.noun_head == "point" for d in _near(drafts, place)):
        draft.noun, draft.noun_head, draft.noun_elided = "points", "point", True


def _near(drafts: Sequence[Draft], place: int) -> Sequence[Draft]:
    return drafts[max(0, place - _NEAR) : place]


def _conversions(tokens: Tokens, drafts: list[Draft]) -> None:
    """ "more than 240 kilometers (150 miles)": the bracket says the same in other words."""
    for draft, following in pairwise(drafts):
        converts = (
            following.left == draft.right + 1 and tokens.lows[draft.right] == "(" and draft.kind == following.kind
        )
        hedged = following.comparator != "=" or following.approximate or draft.comparator == "range"
        if converts and draft.kind in ("money", "measure") and not hedged:
            following.comparator, following.side = draft.comparator, draft.side
            following.approximate = draft.approximate
