"""Whose age is told where no name stands beside it: "At 16, he left school", "she was 27", "I am 74"."""

from pipeline.numbers.said.clauses import ClauseReader, Role
from pipeline.numbers.wordlists import word_set

__all__ = ["person_of"]

_PRONOUNS = {
    "he": "he", "she": "she", "i": "i", "he's": "he", "she's": "she", "i'm": "i", "he'd": "he", "she'd": "she",
    "i'd": "i", "they": "they", "i've": "i",
}  # fmt: skip
_BEING = word_set("be turn become")
_REACH = 6  # words behind "At 16," in which its subject stands


def person_of(clauses: ClauseReader, left: int, right: int) -> Role | None:
    """Who is as old as the age at tokens [left, right) tells: the subject of its clause."""
    tokens, verbs = clauses.tokens, clauses.verbs
    j = verbs.past_adverbs(left)
    if verbs.is_verb(j - 1):
        return clauses.subject(j - 1) if verbs.base(j - 1) in _BEING else None
    at_age = tokens.lows[max(0, j - 3) : j] == ["the", "age", "of"]
    opens = j - 3 * at_age
    if tokens.low(opens - 1) not in ("at", "from", "by", "since") or not (at_age or tokens.low(right) == ","):
        return None
    if tokens.low(right) == "," and (role := _behind(clauses, right + 1)) is not None:
        return role
    verb = clauses.verb_before(opens - 1)
    return clauses.subject(verb) if verb >= 0 else None


def _behind(clauses: ClauseReader, first: int) -> Role | None:
    """The subject that a comma behind the age leads to: ", he went"."""
    tokens = clauses.tokens
    if tokens.low(first) in _PRONOUNS:
        return Role(pronoun=first)
    phrase = clauses.nouns.ahead(tokens, first, one=True) if tokens.is_name(first) else None
    return Role(phrase) if phrase is not None and phrase.last - first < _REACH else None
