"""Ages in brackets: "Aoife Roe (36), a teacher", "said Jim Roe (52)." """

from pipeline.numbers.tokens import Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["is_bracketed_age"]

_SAYING = word_set("said says told tells recalls recalled adds added explains explained")
# "(52), who", "(19) of"
_BEHIND_NAME = word_set("who whose a an of from said says told tells was has had and died lives")
_OWN = frozenset({"her", "his"})
_AGES = range(10, 111)


def is_bracketed_age(tokens: Tokens, i: int) -> bool:
    """Whether the bracketed number at `i` stands behind somebody's full name, of whom something is said there."""
    word = tokens.words[i]
    if tokens.low(i - 1) != "(" or tokens.lows[i + 1] != ")" or not word.isdecimal() or int(word) not in _AGES:
        return False
    if not (tokens.is_name(i - 2) and tokens.is_name(i - 3)) or tokens.glued(i - 1):
        return False
    first = i - 3
    while first > 0 and tokens.is_name(first - 1):
        first -= 1
    if tokens.low(first - 1) in _SAYING:
        return True
    j = i + 2 + (tokens.lows[i + 2] == ",")
    if tokens.shapes[j] is not Shape.WORD or tokens.lows[j] not in _BEHIND_NAME:
        return False
    return tokens.lows[j] != "and" or tokens.lows[j + 1] in _OWN  # "Roe (36) and her husband"
