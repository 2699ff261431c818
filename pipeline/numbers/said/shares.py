"""Who a share is of where another number of the text has said it: "half were women, 20 percent were over 60"."""

from collections.abc import Sequence

from pipeline.numbers.mention import Mention
from pipeline.numbers.nouns import NounReader
from pipeline.numbers.persons import may_be_person
from pipeline.numbers.said.clauses import ClauseReader, Role
from pipeline.numbers.tokens import Shape, Tokens

__all__ = ["asks_for_persons", "behind_those", "heads_clause", "pronoun_behind", "whole_in_front", "whole_of"]

_OPENERS = frozenset(
    {"", ",", "and", "but", "while", "that", ";", ":", "—", "–", "said", "found", "whereas", "though", "yet"}
)
_HEDGES = frozenset({"only", "just", "about", "around", "nearly", "almost", "some", "roughly", "fully"})
_PRONOUNS = frozenset({"it", "them"})
_PEOPLE_ENDINGS = ("er", "or", "ist", "ent", "ant", "ian", "ee", "mate")
_WHOLE = 20  # words of "of the firms that say they have done so,"
_SURVEY = 24  # words from "a survey of" to what it found
_NEAR = 500  # code points back in which the whole is named
_SHARES = frozenset({"percent", "ratio"})
_ASKED = frozenset({"who", "asked", "polled", "surveyed", "questioned", "interviewed", "born"})
_COLLECTIVES = frozenset({"vote", "electorate", "population", "public", "sample", "workforce", "audience", "market"})


def pronoun_behind(clauses: ClauseReader, right: int) -> Role | None:
    """ "20% of it", "hundreds of them": the pronoun behind the number that ends at token `right`."""
    tokens = clauses.tokens
    first = right - (tokens.low(right - 1) == "of")
    if tokens.low(first) != "of" or tokens.low(first + 1) not in _PRONOUNS:
        return None
    return Role(pronoun=first + 1)


def behind_those(clauses: ClauseReader, right: int) -> bool:
    """ "5 percent of those on placebo": whether a share is of those who were named before."""
    return clauses.tokens.low(right) == "of" and clauses.tokens.low(right + 1) in ("those", "these")


def is_told(clauses: ClauseReader, right: int) -> bool:
    """ "55 percent of those who live there", "30% of those hospitalised": whether it is said who they are."""
    behind = clauses.tokens.low(right + 2)
    return behind in ("who", "that", "which", "aged", "in") or "part" in clauses.verbs.forms(right + 2)


def heads_clause(clauses: ClauseReader, left: int, right: int) -> bool:
    """Whether the share at tokens [left, right) is the subject of its clause."""
    verbs = clauses.verbs
    said = verbs.is_verb(right) or bool(verbs.forms(right) & {"base", "s"})
    answered = clauses.tokens.low(right) in clauses.nouns.words.ANSWERS
    return clauses.tokens.low(_before(clauses.tokens, left)) in _OPENERS and (said or answered)


def whole_in_front(clauses: ClauseReader, left: int) -> Role | None:
    """ "Of the patients in the trial, half were", "Among women, 40% say": the whole that opens the sentence."""
    tokens = clauses.tokens
    left = _before(tokens, left) + 1
    if (asked := _asked(clauses, left)) is not None:
        return asked
    if tokens.low(left - 1) != ",":
        return None
    first = next((k for k in range(left - 1, max(-1, left - _WHOLE), -1) if _opens(tokens, k)), -1)
    if first < 0:
        return None
    counted = first + 1 + (tokens.lows[first + 1] in clauses.nouns.words.DETERMINERS)
    if tokens.shapes[counted] is Shape.DIGITS:  # "Of the 1.9 million voters in the state, 54 per cent"
        counted += 1 + (tokens.lows[counted + 1] in clauses.nouns.words.NUMBERS)
        behind = clauses.nouns.ahead(tokens, counted)
        return Role(behind) if behind is not None and behind.last < left else None
    phrase = clauses.nouns.ahead(tokens, first if tokens.lows[first] == "of" else first + 1)
    return Role(phrase) if phrase is not None and phrase.last < left else None


def _asked(clauses: ClauseReader, left: int) -> Role | None:
    """ "A survey of manufacturers in Leeds found that 44 per cent had": who was asked."""
    tokens = clauses.tokens
    if tokens.low(left - 1) not in ("that", "found", ","):
        return None
    for k in range(left - 2, max(0, left - _SURVEY), -1):
        if tokens.lows[k] == "of" and tokens.low(k - 1) in ("survey", "poll"):
            phrase = clauses.nouns.ahead(tokens, k)
            plural = phrase is not None and clauses.nouns.is_plural(tokens.lows[phrase.head])
            return Role(phrase) if plural else None
    return None


def _before(tokens: Tokens, left: int) -> int:
    """The token in front of a share and its hedges: "in the state, only about 54 per cent"."""
    j = left - 1
    while j > 0 and tokens.lows[j] in _HEDGES:
        j -= 1
    return j


def _opens(tokens: Tokens, k: int) -> bool:
    """Whether a clause begins with "of" or "among" at token `k`: "found that of the firms that replied, 69%"."""
    return tokens.lows[k] in ("of", "among") and tokens.low(k - 1) in _OPENERS


def asks_for_persons(clauses: ClauseReader, right: int) -> bool:
    """ "61% of those asked", "a third of those who voted": whether only persons can be meant."""
    return clauses.tokens.low(right + 2) in _ASKED


def whole_of(
    mention: Mention, earlier: Sequence[Mention], nouns: NounReader, *, persons: bool = False
) -> Mention | None:
    """The share or group in front of whom a share is a part; none but one of `persons` where they are asked for."""
    for other in reversed(earlier):
        if mention.phrase_start - other.phrase_end > _NEAR:
            break
        if other.noun_head is not None and (_is_share(other, nouns) or _is_group(other, nouns)):
            return other if not persons or may_be_person(other.noun_head, nouns) else None
    return None


def _is_share(other: Mention, nouns: NounReader) -> bool:
    """Whether a share is one of many: "a third of voters", "81 percent of the vote", not "20% of the price"."""
    if other.kind not in _SHARES or other.noun is None:
        return False
    return other.noun_head in _COLLECTIVES or nouns.is_plural(other.noun.split()[-1].lower())


def _is_group(other: Mention, nouns: NounReader) -> bool:
    """Whether people were counted: "1,200 participants"."""
    head = other.noun_head or ""
    return other.kind == "count" and (head in nouns.words.PEOPLE or head.endswith(_PEOPLE_ENDINGS))
