"""The noun phrase right behind an amount: "a $5 million fine", "9% more risk", "tonnes of plastic"."""

from pipeline.numbers.drafts import Draft
from pipeline.numbers.noun_drafts import owner
from pipeline.numbers.noun_words import EVERY
from pipeline.numbers.nouns import NounPhrase, NounReader
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["noun_behind", "past_conversion"]

_HEADS = frozenset({"", ",", ";", ":", "and", "but", "while"})  # what a clause begins behind
_OWNERS = frozenset({"the", "its", "their", "his", "her", "our"})
_COURSES = word_set("run walk swim ride race hike climb drive shot hit return buy spend")
_OBJECTS = frozenset({"the", "a", "an", "its", "his", "their", "it", "them"})
_PRESENT = frozenset({"applies", "remains", "goes", "comes", "makes", "means", "helps", "allows", "gives", "leaves"})
_TRUTHS = frozenset({"true", "right", "wrong", "correct", "honest", "natural", "organic", "electric"})
_SINGLE = frozenset({"a", "an", "this", "that", "each", "every", "another"})
_MODIFYING = ("al", "ic", "ous", "ive", "ed", "ly")
_ADJECTIVES = word_set("""
    common intense severe dense toxic potent frequent prevalent recent important resistant lethal often valuable
    energy-dense crowded polluted complex accurate productive profitable costly deadly so rapid rapidly
""")
_QUALITY_ENDS = ("ive", "ful", "ous", "able", "ible", "cient", "ly", "lar", "ile", "ed", "ant", "less")
_AT_HAND = frozenset({"ready", "left", "spare", "free", "available", "clear", "adrift", "shy"})
_AGAIN = frozenset({"another", "further", "additional"})
_COMING = word_set("coming came comes going went goes will would has had is was went from for")
_LEADING = frozenset({"", "while", "and", "but", ",", "that"})
_BRACKET = 7  # words of a conversion in brackets


def noun_behind(tokens: Tokens, draft: Draft, j: int, nouns: NounReader, *, hyphened: bool) -> NounPhrase | None:
    """The noun right behind an amount: "a $5 million fine", "9% more risk", "a $10 monthly fee", "a 12% rise"."""
    words = nouns.words
    j += tokens.lows[j] in ("dollar", "euro") and draft.unit_last < draft.last  # "a $5 million dollar hit"
    j += tokens.lows[j] == "pp" and tokens.glued(j)  # "£895pp": a person
    if tokens.lows[j] == "," and hyphened and tokens.words[j + 1].islower():
        j += 1  # "a $40-million, campus-wide renovation"
    if tokens.lows[j] in words.changes.MOVES and tokens.low(draft.left - 1) in words.DETERMINERS | _AGAIN:
        return NounPhrase(j, j + 1, j, j + 1)
    if tokens.lows[j] in _COURSES and (hyphened or tokens.low(draft.left - 1) in words.DETERMINERS):
        return NounPhrase(j, j + 1, j, j + 1)  # "the 10km run", "a $5 million hit", "a 20-yard shot"
    if tokens.lows[j] == "pay" and tokens.lows[j + 1] in words.changes.MOVES | {"cut", "cuts"}:
        return NounPhrase(j, j + 2, j + 1, j + 2)  # "a 5% pay rise"
    if tokens.lows[j] in words.COMPARATIVES and tokens.shapes[j + 1] is Shape.WORD:
        j += 1  # "a 43% higher risk"
        if tokens.lows[j + 1] == "than" and _is_quality(tokens.lows[j], words.changes.ADJECTIVES):
            return None  # "$2 million more expensive than", but not "20% more power than"
    elif tokens.lows[j].endswith("er") and tokens.lows[j + 1] == "than":
        return None  # "15% lighter than"
    if tokens.lows[j] in words.FREQUENCIES and tokens.shapes[j + 1] is Shape.WORD:
        j += 1
    answers = draft.kind == "percent" and tokens.lows[j] in words.ANSWERS and not hyphened
    told = draft.kind == "percent" and tokens.lows[j] in words.ANSWERED and tokens.low(draft.left - 1) in _LEADING
    if told and tokens.shapes[j + 1] is Shape.WORD and not hyphened:
        return None  # ", while 71% described morale as low"
    answers = answers and not _is_backing(tokens, j, words.BACKED_FROM)
    if answers and tokens.low(draft.left - 1) not in words.DETERMINERS:
        return None  # "41 percent report difficulties"
    late = tokens.lows[j] in ("late", "early")
    if (tokens.lows[j + late] in words.WHEN or tokens.lows[j] == "some") and not hyphened:
        return None  # "153.80 late Monday", "10km some 45km south of"
    if tokens.lows[j] in _AT_HAND and tokens.lows[j + 1] in ("to", "for", "in", "on", "of", ".", ","):
        return None  # "six acres ready to cut", "200 euros left in the account"
    if tokens.lows[j].endswith("ing") and tokens.lows[j + 1] in words.changes.PARTICLES and not hyphened:
        return None  # "waves of 15 feet bearing down on the town"
    if tokens.lows[j] in ("lying", "standing", "sitting") and not hyphened:
        return None  # "with 12.8 million sq ft lying empty"
    if tokens.lows[j : j + 2] == ["set", "aside"]:
        return None  # "the 2.1 crore set aside for roads"
    if tokens.lows[j : j + 2] == ["short", "of"]:
        return None  # "£7,300 short of its goal"
    if draft.kind == "percent" and tokens.lows[j] in _TRUTHS and tokens.shapes[j + 1] is Shape.MARK:
        return None  # "is 100 percent true."
    acts = tokens.lows[j].endswith("ing") and tokens.lows[j] not in words.ING_NOUNS
    if acts and draft.kind == "percent" and tokens.low(draft.left - 1) == "with" and tokens.shapes[j + 1] is Shape.MARK:
        return None  # "with 57% disapproving"
    if not hyphened and _is_of_subject(tokens, draft, j):
        return None
    if tokens.lows[j] in words.changes.WEIGHING and tokens.shapes[j + 1] is not Shape.WORD:
        return None  # "the model with 16 GB costs $100"
    if draft.kind == "percent" and tokens.lows[j].endswith("ly") and tokens.lows[j + 1].endswith("ed"):
        return None  # "35% rarely finished books"
    if tokens.lows[j] == "of" and (money := _past_money(tokens, j + 1, nouns)) > j + 1:
        j = money  # "60 percent of the $38 million grant"
    if (whatever := nouns.whatever(tokens, j)) is not None:
        return whatever
    if tokens.lows[j : j + 2] == ["of", "that"] and tokens.lows[j + 2] in _COMING:
        draft.noun_elided = True  # "with £30m of that coming from grants"
        return None
    if tokens.lows[j] == "of" and nouns.is_them(tokens, j + 1):
        told = tokens.lows[j + 2].endswith("ed") and not nouns.is_plural(tokens.lows[j + 3])  # "of those asked wanted"
        of_these = tokens.lows[j + 1] in ("those", "these") and not told
        of_these = of_these and nouns.ahead(tokens, j + 2, loose=True) is not None
        draft.noun_elided = not of_these
        if draft.noun_elided:
            return None
    phrase = nouns.ahead(tokens, j, loose=True)
    phrase = _without_day(tokens, phrase, nouns) if phrase is not None else None
    if phrase is None or _is_actor(tokens, draft, phrase, nouns):
        return None
    phrase = _one_thing(tokens, draft, phrase, nouns)
    if hyphened and phrase.end == phrase.last and nouns.ends_in_verb(tokens, phrase.last):
        phrase = NounPhrase(phrase.first, phrase.last + 1, phrase.last, phrase.last + 1)  # "a 10-mile fun run"
    if tokens.lows[j] == "of":
        return _without_verb(tokens, phrase, nouns)
    return owner(tokens, phrase) if draft.kind == "measure" else phrase


def _without_day(tokens: Tokens, phrase: NounPhrase, nouns: NounReader) -> NounPhrase:
    """The phrase without the day behind it: "a $19.8 billion budget late Thursday"."""
    late = phrase.head - (tokens.low(phrase.head - 1) in ("late", "early"))
    if tokens.lows[phrase.head] not in nouns.words.WEEKDAYS or late <= phrase.first:
        return phrase
    return NounPhrase(phrase.first, late, late - 1, late)


def _is_quality(low: str, adjectives: frozenset[str]) -> bool:
    return low in adjectives | _ADJECTIVES or low.endswith(_QUALITY_ENDS)


def _is_of_subject(tokens: Tokens, draft: Draft, j: int) -> bool:
    """ "waves of 3 metres flooded streets", "a fine of $4 million forced them out": a past form behind its subject."""
    verb = tokens.lows[j]
    is_past = verb.endswith("ed") and len(verb) > 4 and not verb.startswith("un")
    is_present = verb in _PRESENT and tokens.low(draft.left - 3) in ("a", "an", "the", "this")
    return (is_past or is_present) and tokens.low(draft.left - 1) == "of" and tokens.low(draft.left - 2) != "total"


def _one_thing(tokens: Tokens, draft: Draft, phrase: NounPhrase, nouns: NounReader) -> NounPhrase:
    """ "a 10% levy applies", "the 5-mile trail climbs": a verb in -s is no plural behind "a", or by its meaning."""
    head, words = phrase.head, nouns.words
    if head == phrase.first or phrase.first != draft.right + (tokens.lows[draft.right] in HYPHENS):
        return phrase
    low, before, led = tokens.lows[head], tokens.lows[head - 1], tokens.low(draft.left - 1)
    regular = low.endswith("s") and tokens.words[head].islower() and nouns.lemma(low) != low
    if not regular or low in words.ATTRIBUTIVE_PLURALS or low in words.PLURALS or tokens.shapes[head - 1] is Shape.MARK:
        return phrase
    acts = low in words.VERBS_IN_S and (led in words.DETERMINERS or led.endswith(("'s", "’s")))
    if not acts and led not in _SINGLE:
        return phrase
    return NounPhrase(phrase.first, head, head - 1, head) if not before.endswith(_MODIFYING) else phrase


def _without_verb(tokens: Tokens, phrase: NounPhrase, nouns: NounReader) -> NounPhrase:
    """ "(tonnes of) plastic enter the sea": a last word with an article behind is the verb, but in "red meat a day"."""
    low = tokens.lows[phrase.head]
    governs = phrase.first < phrase.head == phrase.last - 1 and tokens.lows[phrase.last] in ("the", "a", "an")
    governs = governs and tokens.lows[phrase.last + 1] not in EVERY
    if not governs or nouns.is_plural(low) or tokens.is_name(phrase.head):
        return phrase
    return NounPhrase(phrase.first, phrase.head, phrase.head - 1, phrase.head)


def _is_backing(tokens: Tokens, j: int, behind: frozenset[str]) -> bool:
    """Whether "support" is what somebody has: "on 40% support among", but not "40% support the bill"."""
    ends = tokens.shapes[j + 1] is not Shape.WORD or tokens.lows[j + 1] in behind
    return tokens.lows[j] in ("support", "trust") and ends


def _past_money(tokens: Tokens, j: int, nouns: NounReader) -> int:
    """Behind "the $95 billion", where that stands at `j` and a noun behind it."""
    k = j + (tokens.lows[j] in nouns.words.DETERMINERS)
    if tokens.lows[k] not in ("$", "£", "€") or tokens.shapes[k + 1] is not Shape.DIGITS:
        return j
    k += 2 + (tokens.lows[k + 2] in nouns.words.NUMBERS)
    return k if tokens.shapes[k] is Shape.WORD and not nouns.stops(tokens, k, k) else j


def _is_actor(tokens: Tokens, draft: Draft, phrase: NounPhrase, nouns: NounReader) -> bool:
    """Whether the phrase begins a clause of its own: "above the $2 million analysts had expected"."""
    before, after = tokens.low(draft.left - 1), tokens.lows[phrase.last]
    named = tokens.is_name(phrase.head) and not nouns.is_plural(tokens.lows[phrase.head])
    if draft.kind == "money" and named and phrase.first == draft.right and after.endswith("ed"):
        return True  # "the $886 billion Congress authorized"
    verb = after in nouns.words.AUXILIARIES - {"to", "not"}
    word = tokens.words[phrase.head]
    alone = phrase.first == draft.right == phrase.last - 1 and before not in nouns.words.DETERMINERS
    if alone and word.islower() and not nouns.is_plural(word) and after in _OBJECTS and before != "of":
        return True  # "300 metres separate the camps"
    if draft.kind == "percent" and before in _HEADS and phrase.first == draft.right == phrase.last - 1:
        return not verb and not nouns.is_plural(tokens.lows[phrase.head])  # "Of those, 69% fail at"
    return verb and nouns.is_plural(tokens.lows[phrase.head]) and before in _OWNERS


def past_conversion(tokens: Tokens, j: int) -> int:
    """Behind "(832 miles)", where that stands at `j`."""
    if tokens.lows[j] != "(":
        return j
    for k in range(j + 1, j + _BRACKET):
        if tokens.lows[k] == ")":
            return k + 1 if any(tokens.shapes[m] is Shape.DIGITS for m in range(j + 1, k)) else j
        if k >= tokens.count:
            break
    return j
