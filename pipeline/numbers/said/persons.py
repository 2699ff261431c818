"""Whose age is told where no name stands beside it: "At 16, he left school", "she was 27", "I am 74"."""

from pipeline.numbers.said.clauses import ClauseReader, Role
from pipeline.numbers.wordlists import word_set

__all__ = ["person_of"]

_AT = frozenset({"at", "from", "by", "since", "to", "until", "till", "before"})
_OPENERS = frozenset({"", ",", ";", "and", "but", "that", "“", '"'})
_BEING = word_set("be turn become")
_OWN = frozenset({"his", "her", "their", "my"})
_PARTS = frozenset({"early", "mid", "late", "-"})


def person_of(clauses: ClauseReader, left: int, right: int) -> Role | None:
    """Who is as old as the age at tokens [left, right) tells: the subject of its clause."""
    tokens, verbs = clauses.tokens, clauses.verbs
    j = left
    while tokens.low(j - 1) in _PARTS:
        j -= 1
    if tokens.low(j - 1) in _OWN and tokens.low(j - 2) == "in" and verbs.is_be(verbs.past_adverbs(j - 2) - 1):
        return clauses.subject(verbs.past_adverbs(j - 2) - 1)  # "was in her early twenties"
    j = verbs.past_adverbs(left)
    if verbs.is_verb(j - 1):
        return clauses.subject(j - 1) if verbs.base(j - 1) in _BEING else None
    if tokens.low(j - 1) in ("a", "an") and tokens.low(j - 2) == "as":
        return _as_one(clauses, j - 2, right)
    if tokens.low(j - 1) == "aged":
        verb = clauses.verb_before(j - 1)  # "her nephew won his first title aged 11"
        return clauses.subject(verb) if verb >= 0 and not clauses.verbs.is_be(verb) else None
    at_age = tokens.lows[max(0, j - 3) : j] == ["the", "age", "of"]
    opens = j - 3 * at_age - (tokens.low(j - 1) == "age")
    at_age = opens < j
    comma = tokens.low(right) == ","
    if tokens.low(opens - 1) == "at" and not at_age and not comma:
        verb = clauses.verb_before(opens - 1)  # "was first elected at 36"
        return clauses.subject(verb) if verb >= 0 else None
    if tokens.low(opens - 1) not in _AT or not (at_age or comma):
        return None
    role = clauses.behind(right + comma) if comma or tokens.low(opens - 2) in _OPENERS else None
    if role is not None and (comma or role.pronoun >= 0 or tokens.is_name(right)):
        return role
    verb = clauses.verb_before(opens - 1)
    return clauses.subject(verb) if verb >= 0 else None


def _as_one(clauses: ClauseReader, as_: int, right: int) -> Role | None:
    """ "As a 12-year-old, he sold", "Roe, who as a 9-year-old sang": the subject beside it."""
    tokens = clauses.tokens
    if tokens.low(as_ - 1) == "who":
        phrase = clauses.measured.before(tokens, as_ - 1 - (tokens.low(as_ - 2) == ","))
        return Role(phrase) if phrase is not None else None
    if tokens.low(as_ - 1) in _OPENERS and tokens.low(right) == ",":
        return clauses.behind(right + 1)
    verb = clauses.verb_before(as_)
    return clauses.subject(verb) if verb >= 0 else None
