"""What a number is of: the noun behind it, in front of it, and the "per" behind that."""

from pipeline.numbers.ages import Age
from pipeline.numbers.drafts import Draft
from pipeline.numbers.grammar import Grammar
from pipeline.numbers.nouns import NounPhrase, NounReader
from pipeline.numbers.numerals import HYPHENS
from pipeline.numbers.tokens import Shape, Tokens
from pipeline.numbers.units import read_unit

_AFTER_LEVEL = frozenset({"to", "from", "in", "on", "by", "this", "last", "since", "as", "after", "with"})

_MOVES = frozenset({"rise", "fall", "drop", "gain", "jump", "cut", "surge", "hike", "slump", "dip", "climb", "raise"})
_SPANS = frozenset({"period", "quarter", "year", "month", "week", "day", "half", "time"})

__all__ = ["add_noun", "read_per", "set_noun"]


def set_noun(tokens: Tokens, draft: Draft, phrase: NounPhrase, nouns: NounReader) -> None:
    """Write a noun phrase into `draft`."""
    head = tokens.words[phrase.head]
    if head == "s":  # "Model 3s"
        head = tokens.slice(phrase.head - 1, phrase.head + 1)
    if phrase.head == 0 and nouns.is_plural(head.lower()):
        head = head.lower()  # a capital that only begins the sentence
    draft.noun, draft.noun_head = tokens.slice(phrase.first, phrase.end), nouns.lemma(head)


def add_noun(tokens: Tokens, draft: Draft, nouns: NounReader, age: Age | None) -> None:
    """Find what `draft` counts or measures."""
    if draft.kind == "age":
        _of_age(tokens, draft, nouns, age)
    elif draft.kind in ("count", "ratio"):
        _of_count(tokens, draft, nouns)
    else:
        _of_measure(tokens, draft, nouns)


def _take(tokens: Tokens, draft: Draft, phrase: NounPhrase | None, nouns: NounReader) -> bool:
    """Take the phrase behind the number, which lengthens the mention's phrase."""
    if phrase is None:
        return False
    set_noun(tokens, draft, phrase, nouns)
    draft.noun_first, draft.noun_last = phrase.first, phrase.last
    if draft.kind == "measure" and draft.unit is None:
        draft.kind = "count"  # "74.8 points"
    draft.right = max(draft.right, phrase.last)
    return True


def _of_age(tokens: Tokens, draft: Draft, nouns: NounReader, age: Age | None) -> None:
    if age is not None and age.name_end > 0:
        phrase = nouns.before(tokens, age.name_end)
        if phrase is not None:
            set_noun(tokens, draft, phrase, nouns)
            if tokens.is_name(phrase.head):
                suffix = tokens.lows[phrase.head] in ("jr", "sr") and phrase.head > phrase.first
                draft.noun_head = tokens.words[phrase.head - suffix]  # "Lucas" is no plural
        return
    if age is not None and age.rule == "age-old":
        _take(tokens, draft, nouns.ahead(tokens, draft.right, one=True), nouns)
    if draft.noun is None:
        phrase = nouns.subject(tokens, draft.left)
        if phrase is not None:
            set_noun(tokens, draft, phrase, nouns)


def _of_count(tokens: Tokens, draft: Draft, nouns: NounReader) -> None:
    j = draft.right
    amount = draft.amount
    if tokens.lows[j] in HYPHENS and tokens.glued(j) and tokens.glued(j + 1):
        strong = tokens.lows[j + 1] == "strong"  # "the 1,500-strong crowd"
        phrase = nouns.ahead(tokens, j + 2, loose=True) if strong else nouns.single(tokens, j + 1)
        _take(tokens, draft, phrase, nouns)
        return
    one = amount is not None and amount.value == 1
    share = draft.kind == "ratio" and draft.rule in ("fraction", "half", "share-in")
    of_them = tokens.lows[j] == "of" and tokens.lows[j + 1] in nouns.words.THEM
    if of_them and not nouns.is_plural(tokens.lows[j + 2]):
        draft.noun_elided = True
        return
    if of_them and tokens.lows[j + 1] == "them" and _take(tokens, draft, nouns.ahead(tokens, j + 2), nouns):
        return  # "31 bodies, 12 of them children"
    if share and tokens.lows[j] in nouns.words.DETERMINERS:
        j += 1
    if tokens.lows[j] in ("were", "are") and draft.kind == "count":  # "Of the dead, 11 were women"
        predicate = nouns.ahead(tokens, j + 1)
        if predicate is not None:
            set_noun(tokens, draft, predicate, nouns)
            return
    if _take(tokens, draft, nouns.ahead(tokens, j, one=one, loose=share), nouns):
        return
    if draft.kind == "count" and _group_before(tokens, draft, nouns):
        return
    if draft.kind == "count" and _take(tokens, draft, nouns.bare_pair(tokens, j), nouns):
        return
    if draft.kind == "count" and _of_subject(tokens, draft, nouns):
        return
    compared = tokens.lows[draft.right] in nouns.words.COMPARATIVES | {"as", "that"}
    if draft.kind == "ratio" and draft.rule in ("times", "multiple") and not compared:
        _take(
            tokens,
            draft,
            nouns.ahead(tokens, draft.right + (tokens.lows[j] in nouns.words.DETERMINERS), loose=True),
            nouns,
        )


def _group_before(tokens: Tokens, draft: Draft, nouns: NounReader) -> bool:
    """ "a crew of three", "a mother of two" """
    j = draft.left
    if tokens.low(j - 1) != "of" or tokens.low(j - 2) not in nouns.words.GROUPS:
        return False
    if tokens.low(j - 2) in nouns.words.PARENTS:
        draft.noun, draft.noun_head, draft.noun_elided = "children", "child", True
        return True
    phrase = nouns.before(tokens, j - 1)
    if phrase is None:
        return False
    set_noun(tokens, draft, phrase, nouns)
    draft.rule = "group-of"
    return True


def _of_subject(tokens: Tokens, draft: Draft, nouns: NounReader) -> bool:
    """ "The number of cases has risen to 127", "Arrests rose from 18 to 19": what a level is of."""
    if tokens.shapes[draft.right] is Shape.WORD and tokens.lows[draft.right] not in _AFTER_LEVEL:
        return False
    level = nouns.level(tokens, draft.left if draft.comparator != "range" else draft.first)
    if level is None:
        return False
    set_noun(tokens, draft, level, nouns)
    draft.noun_elided = True
    return True


def _of_measure(tokens: Tokens, draft: Draft, nouns: NounReader) -> None:
    j = draft.right
    hyphened = draft.amount is not None and draft.amount.unit is not None and draft.amount.unit.hyphened
    if tokens.lows[j] in HYPHENS and tokens.glued(j) and tokens.glued(j + 1):
        hyphened, j = True, j + 1
    of_them = tokens.lows[j] == "of" and tokens.lows[j + 1] in nouns.words.THEM - {"those", "these"}
    if tokens.lows[j] in nouns.words.DIRECTIONS:
        if not hyphened:
            return
        j += 1
    if tokens.lows[j] in _MOVES and tokens.low(draft.left - 1) in nouns.words.DETERMINERS:
        _take(tokens, draft, NounPhrase(j, j + 1, j, j + 1), nouns)  # "a 12% rise"
        return
    if tokens.lows[j] in nouns.words.COMPARATIVES and tokens.shapes[j + 1] is Shape.WORD:
        j += 1  # "a 43% higher risk"
    follows = hyphened or tokens.lows[j] not in nouns.words.WHEN
    if follows and not of_them and _take(tokens, draft, nouns.ahead(tokens, j, loose=True), nouns):
        return
    phrase = nouns.subject(tokens, draft.left)
    if phrase is not None and tokens.lows[phrase.head] not in nouns.words.WHEN:
        set_noun(tokens, draft, phrase, nouns)
    elif draft.kind == "money":
        _purpose(tokens, draft, nouns)


def _purpose(tokens: Tokens, draft: Draft, nouns: NounReader) -> None:
    """ "$2.53 in per-share earnings", "$20,000 for a pair" """
    j = draft.right
    if tokens.lows[j] == "worth":
        j += 1
    if tokens.lows[j] not in nouns.words.MONEY_PURPOSES or tokens.shapes[j + 1] is Shape.DIGITS:
        return
    if tokens.lows[j] in ("in", "on") and tokens.is_name(j + 1):
        return
    j += 1
    if tokens.lows[j] in ("some", "all", "each", "any") and tokens.lows[j + 1] == "of":
        j += 2
    if tokens.lows[j] in nouns.words.DETERMINERS:
        j += 1
    phrase = nouns.ahead(tokens, j, loose=True)
    if phrase is not None and tokens.lows[j - 1] == "to" and tokens.lows[phrase.last] in nouns.words.DETERMINERS:
        phrase = nouns.ahead(tokens, phrase.last + 1, loose=True) or phrase  # "$6 million to build a stadium"
    if phrase is not None and not {tokens.lows[phrase.first], tokens.lows[phrase.head]} & (nouns.words.WHEN | _SPANS):
        set_noun(tokens, draft, phrase, nouns)


def read_per(tokens: Tokens, draft: Draft, grammar: Grammar) -> None:
    """ "$2.52 a share", "20 per week", "5 per 100,000 people", "$80/sq m" """
    if grammar.words is None:
        return
    units = grammar.tables_units
    j = draft.right
    j += tokens.lows[j] in HYPHENS and tokens.lows[j + 1] in ("a", "per")
    mark = tokens.lows[j]
    if mark not in units.PER_MARKS:
        return
    thing = tokens.lows[j + 1]
    if mark in ("a", "an") and tokens.lows[j + 2] in grammar.words.SHIFTS:
        return  # "from 3.9% a month earlier"
    unit = read_unit(tokens, j + 1, grammar.units, digits=False)
    if unit is not None and not unit.hyphened:
        draft.per, draft.right = unit.name, unit.last
        return
    if mark == "per" and tokens.shapes[j + 1] is Shape.DIGITS:
        last = j + 2 + (tokens.shapes[j + 2] is Shape.WORD and tokens.lows[j + 2] not in grammar.words.STOPS)
        draft.per, draft.right = tokens.slice(j + 1, last), last
    elif (
        (mark == "per" and tokens.shapes[j + 1] is Shape.WORD and thing not in ("cent", "se"))
        or thing in units.PER_THINGS
        or thing.lstrip("-") in units.PER_THINGS
    ):
        draft.per, draft.right = thing, j + 2
    elif tokens.lows[j + 1] in HYPHENS and tokens.lows[j + 2] in units.PER_THINGS:
        draft.per, draft.right = tokens.lows[j + 2], j + 3
