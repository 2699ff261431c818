"""Prices and sizes of what is on offer: lines without a verb, "Handheld vacuum (12V, 64GB)" above "$89.99"."""

from pipeline.numbers.nouns import NounPhrase
from pipeline.numbers.said.clauses import ClauseReader, Role
from pipeline.numbers.tokens import Shape, Tokens

__all__ = ["is_alone", "is_offered", "item_of", "title_of"]

_SHOP = 3  # words of its name
_LONGEST = 26  # tokens of a line that names something
_MARKS = frozenset({",", "(", "–", "—", "-", ":", "|"})
_ENDS = frozenset({"with", "for", "in", "by", "and", "from", "of"})
_DASHES = frozenset({"-", "–", "—", ":"})


def is_alone(clauses: ClauseReader, left: int, right: int) -> bool:
    """Whether nothing else stands in the sentence of the amount at tokens [left, right)."""
    return left == 0 and right == clauses.tokens.count


def is_offered(clauses: ClauseReader, left: int, right: int) -> bool:
    """Whether a price opens its line and only who asks it stands behind: "£79.99, Harrow Store"."""
    tokens = clauses.tokens
    shop = tokens.lows[right] == "," and 0 < tokens.count - right - 1 <= _SHOP and _is_line(clauses)
    return left == 0 and shop and all(tokens.is_name(k) for k in range(right + 1, tokens.count))


def title_of(clauses: ClauseReader) -> Role | None:
    """What a line without a verb names: "Garden hose, 20 m (green)"; None for any other sentence."""
    tokens = clauses.tokens
    first = 2 * (tokens.shapes[0] is Shape.DIGITS and tokens.lows[1] == ".")  # "6. Steel kettle"
    if not _is_line(clauses) or not tokens.is_name(first):
        return None
    end = first + 1
    while end < tokens.count and not _ends(tokens, end):
        end += 1
    head = end - 1
    while head > first and (tokens.shapes[head] is not Shape.WORD or tokens.lows[head] in clauses.nouns.words.WHEN):
        head -= 1
    return Role(NounPhrase(first, end, head, end))


def item_of(clauses: ClauseReader, left: int) -> Role | None:
    """What stands in front of a price or in front of the bracket or comma of a size, in a line without a verb."""
    tokens = clauses.tokens
    if not _is_line(clauses) or left < 1:
        return None
    if tokens.lows[left - 1] in (",", "("):
        return title_of(clauses)
    phrase = clauses.measured.before(tokens, left - (tokens.lows[left - 1] in _DASHES))
    acts = phrase is not None and phrase.head > phrase.first and clauses.verbs.forms(phrase.head) == {"s"}
    return Role(phrase) if phrase is not None and not acts else None  # not "Acme Raises"


def _is_line(clauses: ClauseReader) -> bool:
    tokens = clauses.tokens
    return 0 < tokens.count <= _LONGEST and clauses.first_verb() < 0 and tokens.lows[tokens.count - 1] not in ".?!"


def _ends(tokens: Tokens, j: int) -> bool:
    """Whether the name of a title ends in front of token `j`."""
    low = tokens.lows[j]
    return low in _ENDS or (low in _MARKS and not (low == "-" and tokens.glued(j)))
