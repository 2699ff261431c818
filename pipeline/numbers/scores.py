"""Results of games and votes: "2-1", "won 6-4, 6-7 (4), 6-3", "(6-5, 3-4)", "a 51-49 vote", "20-of-24"."""

from pipeline.numbers.grammar import BlockTables
from pipeline.numbers.tokens import Shape, Tokens
from pipeline.numbers.wordlists import word_set

__all__ = ["is_small", "score_end"]

_DASHES = frozenset("-‐‑–—:")
_HYPHENS = frozenset("-‐‑–")
_PAR = frozenset({"under", "over"})
_INNINGS = word_set("declared at in from off when after and as to on but by before")
_BATTED = word_set(
    "with were was at on to made reached took with for slumped collapsed declared posted totalled reduced is are"
)
_WICKETS = 10
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_CHAIN = 6  # scores of a match that are looked back at
_NO_TEAM = word_set(
    "ages age aged hours open size sizes grades grade serves players years pages page days weeks level levels"
)


def is_small(tokens: Tokens, i: int) -> bool:
    """Whether token `i` is a whole number of at most three digits."""
    return tokens.shapes[i] is Shape.DIGITS and tokens.words[i].isdecimal() and len(tokens.words[i]) <= 3


def score_end(tokens: Tokens, i: int, tables: BlockTables) -> int | None:
    """The token behind the score that begins at the small number at `i`; two small numbers that no unit follows."""
    if (played := _at_sport(tokens, i)) is not None or not is_small(tokens, i):
        return played
    if tokens.lows[i + 1] in _HYPHENS and tokens.lows[i + 2] in ("of", "for") and is_small(tokens, i + 4):
        return i + 5 if tokens.lows[i + 3] in _HYPHENS else None
    if not is_small(tokens, i + 2):
        return None
    if tokens.lows[i + 1] == "to" and int(tokens.words[i]) > int(tokens.words[i + 2]):
        voted = any(tokens.low(i - k) in ("vote", "voted", "votes", "ruled", "ruling") for k in (1, 2, 3, 4))
        return i + 3 if voted else None
    if not _is_pair(tokens, i):
        return None
    last = i + 3
    while tokens.lows[last] in ("-", "–") and tokens.glued(last) and is_small(tokens, last + 1):
        last += 2
    low, high = int(tokens.words[i]), int(tokens.words[i + 2])
    sure = last > i + 3 or low > high or (low == high and low < 20)
    return last if sure or _is_cued(tokens, i, last, tables) or _is_chained(tokens, i, last) else None


def _at_sport(tokens: Tokens, i: int) -> int | None:
    """ "were 210 for 6", "took 5 for 34", "a 4-under 68": an innings, a bowler, a round of golf."""
    j = i + 1
    if tokens.lows[j] in _HYPHENS and tokens.lows[j + 1] in _PAR and tokens.glued(j) and tokens.glued(j + 1):
        j += 2 + 2 * (tokens.lows[j + 2] in _HYPHENS and tokens.lows[j + 3] == "par")
        return j + is_small(tokens, j)
    one, other = _whole(tokens, i), _whole(tokens, j + 1)
    if tokens.lows[j] != "for" or one is None or other is None or tokens.low(i - 1) in ("$", "£", "€"):
        return None
    ends = tokens.shapes[j + 2] is not Shape.WORD or tokens.lows[j + 2] in _INNINGS
    wickets = min(one, other) <= _WICKETS < one + other
    led = tokens.low(i - 1) in _BATTED
    return j + 2 if ends and wickets and led and tokens.lows[j + 2] not in _HYPHENS | {"%", "$"} else None


def _whole(tokens: Tokens, i: int) -> int | None:
    """The whole number of at most three digits, or up to ten in words, at token `i`."""
    if is_small(tokens, i):
        return int(tokens.words[i])
    return _WORDS.get(tokens.lows[i])


def _is_pair(tokens: Tokens, i: int) -> bool:
    """Two small numbers with a dash that touches both, and no letters behind."""
    if tokens.lows[i + 1] not in _DASHES or not (is_small(tokens, i) and is_small(tokens, i + 2)):
        return False
    lettered = tokens.glued(i + 3) and tokens.shapes[i + 3] is Shape.WORD
    return tokens.glued(i + 1) and tokens.glued(i + 2) and not lettered


def _is_cued(tokens: Tokens, i: int, last: int, tables: BlockTables) -> bool:
    """Whether the words around speak of a result, or brackets hold a team's record: "Space Coast (0-1)"."""
    if tokens.low(i - 1) == "(" and tokens.glued(i) and tokens.lows[last] in (")", ",", ";"):
        return True
    if tokens.low(i - 1) == ":" and tokens.is_name(i - 2) and tokens.low(i - 2) not in _NO_TEAM:
        return tokens.lows[last] in (",", "")  # "Rebels: 4-6, averaging"
    cue = any(tokens.low(i - k) in tables.score_cues for k in range(1, 7))
    return (cue or tokens.lows[last] in tables.score_cues) and not _unit_like(tokens, last, tables)


def _is_chained(tokens: Tokens, i: int, last: int) -> bool:
    """Whether a score stands beside it ("3-6, 6-3", "(6-5, 3-4)"), or the points of a tie-break: "6-7 (4)"."""
    if tokens.lows[last] == "(" and is_small(tokens, last + 1) and tokens.lows[last + 2] == ")":
        return len(tokens.words[i]) == len(tokens.words[i + 2]) == 1
    if tokens.lows[last] == "to" and _is_pair(tokens, last + 1):
        return True  # "won by 0-18 to 1-12", goals and points
    if _is_pair(tokens, last) and int(tokens.words[last]) > int(tokens.words[last + 2]):
        return True  # "4-6 7-6 6-3"
    if _is_pair(tokens, i - 4) and tokens.low(i - 1) == "to":
        return True
    after = last + 1
    if tokens.lows[last] == "," and _is_pair(tokens, after) and int(tokens.words[after]) > int(tokens.words[after + 2]):
        return True
    for k in range(i - 4, max(-1, i - 4 * _CHAIN), -4):
        if not (tokens.lows[k + 3] in (",", ";") and _is_pair(tokens, k)):
            return False
        if int(tokens.words[k]) > int(tokens.words[k + 2]) or (tokens.low(k - 1) == "(" and tokens.glued(k)):
            return True
    return False


def _unit_like(tokens: Tokens, i: int, tables: BlockTables) -> bool:
    low = tokens.lows[i]
    return low in ("%", "percent", "per", "million", "billion") or (
        low.endswith("s") and low not in tables.score_cues and tokens.shapes[i] is Shape.WORD and low != "s"
    )
