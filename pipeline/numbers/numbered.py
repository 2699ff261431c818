"""Numbers that number: "day two", "game 7", "articles 5 and 4", "level 3 out of 5", "070 Shake"."""

from pipeline.numbers.grammar import BlockTables
from pipeline.numbers.tokens import Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["counts_something", "is_numbered", "is_or_two", "rating_end"]

_CHAIN = 6
_DIGITS_OF_A_CLASS = 3
# "game four of the semifinals" counts no semifinals, "in season 3 he dies" nothing.
_LINKS = word_set("of in for at on to with from by and the i he she it they we you who which")
_FATES = frozenset({"dead", "wounded", "injured", "hurt", "missing", "killed", "arrested", "infected", "homeless"})
_ROADS = frozenset({"interstate", "highway", "route"})
_NO_PLURALS = word_set("""
    is was has diabetes les des ses mais dans sans plus las los sus dos tres más mas puis depuis desde as its this his
""")
_DETERMINERS = word_set("""
    last this next that each every one a an the per same previous first second final some any his her its their our
""")


def counts_something(tokens: Tokens, j: int) -> bool:
    """Whether a plural in lower case (or in capitals among capitals) stands at `j`."""
    word, low = tokens.words[j], tokens.lows[j]
    shouted = word.isupper() and len(word) > 3 and tokens.words[j - 2].isupper()
    return (
        tokens.shapes[j] is Shape.WORD
        and low.endswith("s")
        and low not in _NO_PLURALS
        and (word[0].islower() or shouted)
    )


def is_numbered(tokens: Tokens, i: int, tables: BlockTables) -> bool:
    """Whether the number at `i` completes a noun in lower case: "on day two", "in articles 5 and 4"."""
    before = tokens.low(i - 1)
    if tokens.lows[i] in tables.articles:
        return False  # "Group A"
    named = tokens.is_name(i - 1)
    bare = named and tokens.shapes[i] is Shape.DIGITS and before not in tables.numbered_names
    if before in tables.numbering and not tokens.glued(i) and not bare:
        if named and tokens.shapes[i] is Shape.WORD:
            return tokens.lows[i + 1] != "of"  # "Phase six includes"
        determined = tokens.low(i - 2) in _DETERMINERS and not _classes(tokens, i, tables)
        return not determined and not _is_counted(tokens, i)
    j = i
    while (
        j > i - _CHAIN
        and tokens.low(j - 1) in ("and", "or", ",", "to", "–", "-", "&")
        and tokens.shapes[j - 2] is Shape.DIGITS
    ):
        j -= 2
    plural = tokens.low(j - 1) in tables.numbering_plurals and tokens.words[j - 1].islower()
    continued = j < i and tokens.is_name(j - 1)  # "SDGs 7 and 11", "Interstate 95 and 495"
    plural = plural or (continued and (tokens.low(j - 1).endswith("s") or tokens.low(j - 1) in _ROADS))
    return plural and tokens.words[i].isdecimal() and not tokens.glued(j) and not _is_counted(tokens, i)


def _classes(tokens: Tokens, i: int, tables: BlockTables) -> bool:
    """Whether a noun and the number at `i` say of which class the thing behind is: "the stage 4 cancer"."""
    classed = tokens.shapes[i + 1] is Shape.WORD and tokens.lows[i + 1] not in tables.stops
    return classed and tokens.low(i - 1) in tables.classes and len(tokens.words[i]) < _DIGITS_OF_A_CLASS


def _is_counted(tokens: Tokens, i: int) -> bool:
    """Whether something is counted behind the number: "one day two men", "game 20 points"."""
    behind = tokens.lows[i + 1]
    if "," in tokens.words[i] or behind in _FATES:
        return True  # "on a usual match day 2,750 of them", "the province counts 812 dead"
    if tokens.shapes[i + 1] is not Shape.WORD:
        return behind in ("%", "-", "$", "‑") or tokens.shapes[i + 1] is Shape.DIGITS
    return any(
        counts_something(tokens, j) or tokens.lows[j] in ("people", "men", "women", "children", "percent", "million")
        for j in range(i + 1, i + 4)
        if not _LINKS.intersection(tokens.lows[i + 1 : j + 1])
        and all(tokens.shapes[k] is Shape.WORD for k in range(i + 1, j + 1))
    )


def rating_end(tokens: Tokens, last: int) -> int:
    """The end of "level 3 out of 5", whose "3" ends at `last`."""
    rated = tokens.lows[last] == "out" and tokens.lows[last + 1] == "of" and tokens.shapes[last + 2] is Shape.DIGITS
    return last + 3 if rated else last


def is_or_two(tokens: Tokens, i: int) -> bool:
    """ "a strong tornado or two" """
    if tokens.lows[i] != "two" or tokens.low(i - 1) != "or" or _is_counted(tokens, i):
        return False
    for k in range(i - 2, max(-1, i - 6), -1):
        if tokens.shapes[k] is not Shape.WORD:
            return False
        if tokens.lows[k] in ("a", "an"):
            return k < i - 2
    return False
