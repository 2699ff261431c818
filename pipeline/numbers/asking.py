"""Whether a bare count asks for the noun of an earlier one: "killing two and injuring ten", "165 had registered"."""

from pipeline.numbers.drafts import Draft
from pipeline.numbers.nouns import NounReader
from pipeline.numbers.tokens import Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = [
    "HARMED",
    "HOW_HURT",
    "asks_for_noun",
    "asks_here",
    "continues",
    "is_about_people",
    "is_of_persons",
    "is_one_sum",
    "shares_verb",
]

_CONDITIONS = frozenset({"critical", "serious", "stable", "grave", "hospital", "custody", "intensive"})
# What people are said to do where only their number is said: "22 were hurt and two remain in hospital".
_FATES = word_set("remain remains died fled survived drowned left came went said stayed taken shot")
HOW_HURT = word_set("fatally critically seriously severely slightly badly")
_HARMING = word_set("injures injured injuring wounds wounded wounding hurts hurting hurt")
HARMED = word_set("hurt injured wounded arrested detained jailed hospitalised hospitalized homeless unemployed")
# What nothing but persons do.
_PERSONAL = word_set("""
    signed said told wrote replied answered asked voted enrolled registered applied volunteered complained testified
    pleaded resigned quit attended emailed phoned apologised apologized married retired graduated
""")
_LATER = frozenset({"today", "tomorrow", "yesterday", "next", "this", "last", "soon", "later", "if", "when", "by"})
_WHERE = frozenset({"in", "at", "from", "on", "across"})
_SINGULAR = frozenset({"is", "was", "has", "isn't", "wasn't"})
_PLACING = word_set("feed feeds fed feeding employ employs employed employing hire hires hired bury buries buried")
_WHO_NEAR = 4  # words to the "who" of "six more here who sing"
_STANDINGS = frozenset({"by", "behind", "ahead", "against", "adrift"})
_SPANS = frozenset({"day", "night", "week", "weekend", "month", "quarter", "season", "year"})
_HELPING = frozenset({"had", "have", "has", "also", "since", "already", "now", "later", "even", "then", "who", "never"})


def continues(tokens: Tokens, before: Draft, draft: Draft) -> bool:
    """ "Of 1,840 porters, around 300 sleep", "thousands of letters, sometimes hundreds of thousands," """
    link = tokens.lows[before.right : draft.left]
    if before.kind != "count" or before.noun_first < 0 or link[:1] != [","]:
        return False
    if link == [","] and tokens.low(before.left - 1) == "of":
        return True
    if {"or"} <= set(link) <= {",", "or", "even"}:
        return tokens.shapes[draft.right] is not Shape.WORD  # "two terms, or even three?"
    return len(link) == 2 and before.rule == draft.rule == "vague" and tokens.shapes[draft.right] is not Shape.WORD


def shares_verb(tokens: Tokens, before: Draft, draft: Draft) -> bool:
    """ "20 are civilian and 14 military": one word without a verb at the end of its clause."""
    link = tokens.lows[before.right : draft.left]
    be = next((k for k, low in enumerate(link[:3]) if low in ("are", "were")), -1)
    ends = tokens.shapes[draft.right] is Shape.WORD and tokens.shapes[draft.right + 1] is Shape.MARK
    listed = be >= 0 and len(link) <= be + 4 and link[-1] == "and"
    return before.kind == draft.kind == "count" and ends and listed and before.noun is not None


def asks_here(tokens: Tokens, draft: Draft, nouns: NounReader) -> bool:
    """Whether an earlier count of the same sentence is meant: "(2 for Smith)", "the latter averaged 462"."""
    before, after = tokens.low(draft.left - 1), tokens.lows[draft.right]
    if before in ("(", ",", "and") and after in ("for", "if"):
        return True
    if before == "," and after in _STANDINGS:
        return True  # "12 wins, three by knockout", "38 points, six behind the leaders"
    if after in ("available", "remaining", "possible") and before in ("last", "next", "final", "the"):
        return True  # "three seats of the last 30 available"
    ends_there = tokens.shapes[draft.right] is not Shape.WORD or after in _LATER | _WHERE
    if before in ("another", "further", "additional") and ends_there:
        return True  # "hired 300 cooks and plans to add another 150"
    if before == "," and after == "in" and tokens.lows[draft.right + 1] in _CONDITIONS:
        return True  # "40 people were taken to hospital, six in critical condition"
    if before == "including" or (before == "," and after in nouns.words.COMPARATIVES):
        return True  # "killed 70 people, including 12 in Norland", "74 million votes, 7 million fewer than"
    if before in ("and", ",") and after == "of" and tokens.lows[draft.right + 1] not in nouns.words.DETERMINERS:
        return not nouns.is_them(tokens, draft.right + 1)  # "six counts of fraud and five of theft"
    if before == "and" and _is_of_day(tokens, draft.right, nouns):
        return True  # "sold 300 tickets on Monday and 450 on Tuesday"
    if before in ("the", "its", "their") and after == "that":
        return True  # "delivered 466 cars, beating the 448 that were expected"
    if before in ("the", "its", "their") and tokens.low(draft.left - 2) == "than":
        return True  # "3.6 more goals than the 5.1 per match"
    if before == "of" and tokens.low(draft.left - 2) == "out":
        return True  # "fewer than two winters out of 30"
    ends = tokens.shapes[draft.right] is not Shape.WORD
    if ends and before in ("has", "have", "had"):
        return True  # "60 beds for the hospital, which has 340"
    if before in nouns.words.STATES and not (
        tokens.shapes[draft.right] is Shape.WORD and after not in nouns.words.WHEN
    ):
        return True  # "infected 2.3 million people and killed 70,000"
    return (
        ends and before in nouns.words.changes.CHANGES and tokens.low(draft.left - 2) in nouns.words.changes.STAND_INS
    )


def _is_of_day(tokens: Tokens, j: int, nouns: NounReader) -> bool:
    """Whether "on Tuesday", "yesterday", "the next day" or "last year" stands at `j`."""
    on_day = tokens.lows[j] == "on" and tokens.lows[j + 1] in nouns.words.WEEKDAYS
    if tokens.lows[j] in ("yesterday", "today") or on_day:
        return True
    j += tokens.lows[j] == "the"
    return tokens.lows[j] in ("last", "next", "following", "previous") and tokens.lows[j + 1] in _SPANS


def asks_for_noun(tokens: Tokens, draft: Draft, nouns: NounReader) -> bool:
    after = tokens.lows[draft.right]
    if (
        draft.noun_elided
        or after in nouns.words.STATES
        or after in nouns.words.AUXILIARIES
        or after in ("more", "others")
    ):
        return True
    if after == "for" and tokens.low(draft.left - 1) in ("treated", "treating", "treat"):
        return True  # "Paramedics treated seven for injuries"
    acts = after.endswith("ed") and not nouns.is_plural(tokens.lows[draft.right + 1])  # not "five added minutes"
    if tokens.shapes[draft.right] is Shape.WORD and (acts or after in _FATES):
        return True
    i = draft.left - (tokens.low(draft.left - 1) == "the")  # "down from the 130 first proposed"
    return tokens.low(i - 1) in nouns.words.COMPARISONS and tokens.low(i - 2) in (
        "compared", "up", "down", "against", "versus",
    )  # fmt: skip


def is_about_people(tokens: Tokens, draft: Draft, nouns: NounReader) -> bool:
    return any(word in nouns.words.STATES for word in tokens.lows[draft.right : draft.right + 4])


def is_one_sum(tokens: Tokens, draft: Draft) -> bool:
    """ "And 40 is enough": several with a verb for one thing."""
    return tokens.lows[draft.right] in _SINGULAR and draft.value is not None and draft.value > 1


def is_of_persons(tokens: Tokens, draft: Draft) -> bool:
    """Whether nothing but persons can be meant: "90 injured", "By noon 165 had registered"."""
    j = draft.right
    if tokens.lows[j] == "of" and tokens.lows[j + 1] in ("us", "you"):
        return True
    more = tokens.lows[j] == "more" and "who" in tokens.lows[j : j + _WHO_NEAR]
    if more or tokens.low(draft.left - 1) in _PLACING:
        return True
    if tokens.lows[j : j + 3] in (["to", "their", "graves"], ["to", "their", "deaths"]):
        return True
    if tokens.lows[j] in HARMED or tokens.low(draft.left - 1) in _HARMING:
        return True
    while tokens.lows[j] in _HELPING:
        j += 1
    return tokens.lows[j] in _PERSONAL and tokens.lows[j + 1] not in ("by", "for")
