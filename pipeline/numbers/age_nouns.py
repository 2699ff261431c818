"""Who is as old as an age says: "a 43-year-old man", "pupils aged 12", "all the women were aged"."""

from pipeline.numbers.ages import DYING, Age, tells_a_death
from pipeline.numbers.drafts import Draft
from pipeline.numbers.measured import Measured
from pipeline.numbers.noun_drafts import owner, set_noun, take_noun
from pipeline.numbers.nouns import NounPhrase, NounReader
from pipeline.numbers.persons import may_be_hurt
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens

__all__ = ["add_owner"]

_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_HEDGES = frozenset({"between", "from", "about", "around", "over", "under", "above", "below"})
_CALLED = 6  # words of "from the town of Tarmo called"
_FIRSTS = frozenset({"first", "second", "last", "only", "own"})
_NEAR = 3  # words between "were" and the age
_ANYONE = frozenset({"those", "anyone", "everyone", "anybody", "everybody", "someone"})


def add_owner(tokens: Tokens, draft: Draft, nouns: NounReader, age: Age | None) -> None:
    """Write into `draft`, which is an age, whose age it is."""
    if age is not None and age.name_end > 0:
        _add_named(tokens, draft, nouns, age)
        return
    if age is not None and tokens.lows[age.end - 1].endswith("olds"):
        return  # "16-year-olds" are what they are
    if age is not None and age.rule == "age-old" and not tokens.lows[age.end - 1].endswith("'s"):
        first = draft.right + (tokens.lows[draft.right] in HYPHENS and tokens.glued(draft.right))  # "43-year-old-man"
        phrase = nouns.ahead(tokens, first, one=True)
        if phrase is not None and _acts(tokens, phrase, nouns):
            _add_apposed(tokens, draft, nouns)
            return
        take_noun(tokens, draft, phrase and owner(tokens, phrase), nouns)
        if phrase is not None and tokens.is_name(phrase.head) and tokens.is_name(phrase.head - 1):
            draft.noun_head = tokens.words[phrase.head]  # "Nils Banks" is no plural
        if draft.noun is None and (name := _called(tokens, draft.right)) is not None:
            set_noun(tokens, draft, name, nouns)
            draft.noun_head = tokens.words[name.head]
    if draft.noun is None and age is not None and age.rule == "age-old":
        _add_apposed(tokens, draft, nouns)  # "Vasquez, a 22-year-old from Laredo"
    if draft.noun is None and (before := _in_front(tokens, draft.left, nouns)) is not None:
        done = age is not None and (age.rule == "age-at" or _is_done(tokens, before, nouns))
        if done and not _may_live(tokens, before, nouns):
            return  # "left school at 17"
        set_noun(tokens, draft, before, nouns)


def _add_named(tokens: Tokens, draft: Draft, nouns: NounReader, age: Age) -> None:
    phrase = nouns.before(tokens, age.name_end)
    last = age.name_end - 1
    if age.rule == "age-apposed" and tokens.is_name(last) and tokens.is_name(last - 1) and tokens.words[last].istitle():
        phrase = NounPhrase(last - 1, last + 1, last, last + 1) if phrase is None or phrase.head < last else phrase
    phrase = phrase or _whoever(tokens, age.name_end + 1)
    if phrase is None or (age.rule == "age-aged" and _is_done(tokens, phrase, nouns)):
        return
    set_noun(tokens, draft, phrase, nouns)
    if age.rule == "age-apposed" and tokens.is_name(phrase.head):
        suffix = tokens.lows[phrase.head] in ("jr", "sr") and phrase.head > phrase.first
        draft.noun_head = tokens.words[phrase.head - suffix]  # "Lucas" is no plural
    if tokens.lows[last - 1] in HYPHENS and tokens.glued(last) and tokens.is_name(last - 2):
        draft.noun_head = tokens.slice(last - 2, last + 1)  # "Cheuk Pak-ho, 44"
    elif (tied := nouns.with_particle(tokens, last)) is not None:
        draft.noun_head = tied  # "Samer al-Khatib, 38"


def _called(tokens: Tokens, j: int) -> NounPhrase | None:
    """ "a 14-year-old from Tarmo named Piet": the name of one who is called by the age."""
    for k in range(j, j + _CALLED):
        if tokens.shapes[k] is not Shape.WORD:
            return None
        if tokens.lows[k] in ("called", "named") and tokens.is_name(k + 1):
            last = k + 2 + tokens.is_name(k + 2)
            return NounPhrase(k + 1, last, last - 1, last)
    return None


def _may_live(tokens: Tokens, phrase: NounPhrase, nouns: NounReader) -> bool:
    return (
        tokens.is_name(phrase.head)
        or tokens.lows[phrase.head] in ("age", "ages")
        or may_be_hurt(nouns.lemma(tokens.lows[phrase.head]), nouns)
    )


def _is_done(tokens: Tokens, phrase: NounPhrase, nouns: NounReader) -> bool:
    """Whether the noun in front of "aged" is what somebody did: "her nephew won his first title aged 11"."""
    first = phrase.first
    while first > 0 and tokens.lows[first - 1] in nouns.words.DETERMINERS | _FIRSTS:
        first -= 1
    one = tokens.low(phrase.first - 1) in ("a", "an")  # "want a vandal aged 29"
    acts = tokens.shapes[first - 1] is Shape.WORD and first > 0 and not one
    acts = acts and tokens.lows[first - 1] not in nouns.words.changes.PREPOSITIONS | nouns.words.changes.CLAUSE_STARTS
    return acts and first < phrase.first and not _may_live(tokens, phrase, nouns)


def _add_apposed(tokens: Tokens, draft: Draft, nouns: NounReader) -> None:
    """ "Weir, a 51-year-old coaching the juniors" """
    apart = tokens.low(draft.left - 1) in ("a", "an") and tokens.low(draft.left - 2) == ","
    phrase = nouns.before(tokens, draft.left - 2) if apart else None
    if phrase is not None:
        set_noun(tokens, draft, phrase, nouns)


def _whoever(tokens: Tokens, left: int) -> NounPhrase | None:
    """ "anyone aged 55 or over", "those between 18 and 24 years of age": the pronoun in front."""
    j = left
    while tokens.low(j - 1) in _HEDGES | {"aged"}:
        j -= 1
    return NounPhrase(j - 1, j, j - 1, j) if tokens.low(j - 1) in _ANYONE else None


def _in_front(tokens: Tokens, left: int, nouns: NounReader) -> NounPhrase | None:
    """Who stands in front of "aged", or of the verb in front of it."""
    if (whoever := _whoever(tokens, left)) is not None:
        return whoever
    if (aged := _aged(tokens, left, nouns)) is not None:
        return aged
    if tells_a_death(tokens, left) and (tokens.low(left) == "aged" or tokens.low(left - 1) == "aged"):
        died = next(k for k in range(left, -1, -1) if tokens.lows[k] in DYING)
        return Measured(nouns).subject(tokens, died)  # "Her uncle died of cancer aged 52"
    comma = left - 1 - (tokens.low(left - 1) in ("just", "only"))
    if tokens.low(comma) == "," and (apposed := nouns.before(tokens, comma)) is not None:
        is_person = nouns.lemma(tokens.lows[apposed.head]) in nouns.words.PEOPLE
        return apposed if is_person else None  # "a victim, 4 years old"
    verb = left
    while verb > 0 and tokens.low(verb) not in _BE and left - verb < _NEAR:
        verb -= 1  # "all the drivers were aged between 30 and 46"
    be = tokens.lows[verb + 1] == "aged" and tokens.lows[verb] in _BE
    return Measured(nouns).subject(tokens, verb) if be else Measured(nouns).of_amount(tokens, left)


def _aged(tokens: Tokens, left: int, nouns: NounReader) -> NounPhrase | None:
    """ "swimmers aged between 9 to 14 years old": who stands in front of "aged"."""
    j = left
    while tokens.low(j - 1) in _HEDGES:
        j -= 1
    spanned = nouns.before(tokens, left) if tokens.lows[left] == "between" else None
    if spanned is not None and nouns.is_plural(tokens.lows[spanned.head]):
        return spanned  # "candidates between 18 and 33 years of age"
    j += tokens.low(j) == "aged"
    aged = tokens.low(j - 1) == "aged" and tokens.low(j - 2) not in _BE and not tells_a_death(tokens, j - 1)
    return nouns.before(tokens, j - 1) if aged else None


def _acts(tokens: Tokens, phrase: NounPhrase, nouns: NounReader) -> bool:
    """Whether a phrase is a participle with its object: "a 51-year-old coaching the juniors"."""
    low = tokens.lows[phrase.head]
    alone = phrase.last - phrase.first == 1 and low.endswith("ing") and low not in nouns.words.ING_NOUNS
    return alone and (
        tokens.lows[phrase.last] in nouns.words.DETERMINERS or tokens.low(phrase.last) in ("in", "for", "at")
    )
