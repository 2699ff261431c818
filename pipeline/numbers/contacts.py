"""How to reach somebody: telephone numbers and short codes, streets and postcodes."""

from pipeline.numbers.block import Block, digit_groups
from pipeline.numbers.grammar import BlockTables
from pipeline.numbers.numbered import counts_something
from pipeline.numbers.tokens import Shape, Tokens

__all__ = ["emergency", "free_number", "international", "postcode", "street"]

_CALLED = 7  # words of "call the emergency hotline on"
_ROUTES = frozenset({"route", "rte", "highway", "hwy", "interstate"})
_FREE = frozenset({"800", "888", "877", "866", "855", "844", "833", "900"})
_SHORT_CODE, _LOCAL = 5, (3, 4)
_DIALLING = frozenset({"dial", "dialed", "dialled", "dialing", "dialling", "ring", "phone"})
_PHONE_TOKENS, _PHONE_DIGITS, _PHONE_MARKS = 14, 7, frozenset("()-–/.")


def international(tokens: Tokens, i: int, _: BlockTables) -> Block | None:
    """ "+49 (0)30 231 25-017": digits behind a plus, in groups, brackets and hyphens."""
    if tokens.low(i - 1) != "+" or not tokens.glued(i) or not tokens.words[i].isdecimal():
        return None
    last = j = i
    digits = 0
    while j < i + _PHONE_TOKENS and (tokens.words[j].isdecimal() or tokens.lows[j] in _PHONE_MARKS):
        if tokens.words[j].isdecimal():
            digits, last = digits + len(tokens.words[j]), j + 1
        j += 1
    return Block("telephone", i - 1, last) if digits >= _PHONE_DIGITS and last > i + 1 else None


def free_number(tokens: Tokens, i: int, _: BlockTables) -> Block | None:
    """ "1-800-SPEAK-UP": a number that is spelled."""
    if tokens.lows[i + 1] not in ("-", "‑") or tokens.words[i + 2] not in _FREE or tokens.lows[i + 3] not in ("-", "‑"):
        return None
    last = i + 4
    while tokens.glued(last) and last < min(tokens.count, i + _PHONE_TOKENS):
        if tokens.shapes[last] is Shape.MARK and tokens.lows[last] not in ("-", "‑"):
            break
        last += 1
    return Block("telephone", i, last)


def _is_hotline(tokens: Tokens, i: int, tables: BlockTables) -> bool:
    """ "call the force on 101", "phone the emergency hotline on 996": three digits that one dials."""
    word = tokens.words[i]
    dialled = word.isdecimal() and len(word) == len("911") and tokens.low(i - 1) in ("on", "at")
    ends = tokens.shapes[i + 1] is not Shape.WORD or tokens.lows[i + 1] in ("or", "and", "if")
    return dialled and ends and any(tokens.low(i - k) in tables.call_words for k in range(2, _CALLED))


def emergency(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    """ "called 911", "text HOME to 741741" """
    word = tokens.words[i]
    last = digit_groups(tokens, i)
    reached = tokens.low(i - 1) in ("on", "at") and tokens.low(i - 2) in ("contacted", "reached", "contact")
    if (
        last > i + 2
        or (last == i + 2 and reached)
        or (last == i + 2 and any(tokens.low(i - k) in tables.call_words for k in (1, 2, 3)))
    ):
        return Block("telephone", i, last)
    called = any(tokens.low(i - k) in tables.call_words for k in (1, 2, 3))
    if _is_local(tokens, i, called=called) and not counts_something(tokens, i + 3):
        return Block("telephone", i, i + 3)
    dialled = tokens.low(i - 1) in _DIALLING and word.isdecimal() and tokens.shapes[i + 1] is not Shape.WORD
    if dialled and len(word) == len("911"):
        return Block("emergency-number", i, i + 1)
    if _is_hotline(tokens, i, tables):
        return Block("emergency-number", i, i + 1)
    called = any(tokens.low(i - k) in tables.call_words for k in range(1, 4 if tables.score_words else 3))
    came = tokens.low(i - 1) == "to" and not {"call", "calls"}.isdisjoint(tokens.lows[max(0, i - _CALLED) : i])
    after = tokens.lows[i + 1] in ("call", "calls", "caller", "dispatcher", "operator")
    if word in tables.emergency and (called or after or came):
        return Block("emergency-number", i, i + 1)
    texted = len(word) >= _SHORT_CODE and any(tokens.low(i - k) in tables.call_words for k in (1, 2, 3, 4))
    return Block("short-code", i, i + 1) if word.isdecimal() and texted else None


def _is_local(tokens: Tokens, i: int, *, called: bool) -> bool:
    """ "555-0123": three digits and four, with nothing measured behind."""
    dashed = tokens.lows[i + 1] in ("-", "‑") and tokens.glued(i + 1) and tokens.glued(i + 2)
    digits = (tokens.words[i], tokens.words[i + 2])
    ends = called or tokens.shapes[i + 3] is not Shape.WORD
    ends = ends and tokens.lows[i + 3] not in ("-", "‑", "%", "°", "$", "/")
    return dashed and ends and all(map(str.isdecimal, digits)) and tuple(map(len, digits)) == _LOCAL


def street(tokens: Tokens, i: int, tables: BlockTables) -> Block | None:
    """ "410 M Street", "575 Wilbraham Road", "16-18 Industrial Avenue", "the 400 block of" """
    if not tokens.words[i].isdecimal():
        return None
    if tokens.lows[i + 1] in ("-", "–") and tokens.glued(i + 1) and tokens.words[i + 2].isdecimal():
        last = i + 2
    elif tokens.glued(i + 1):
        return None
    else:
        last = i
    if tokens.lows[last + 1] == "block" and len(tokens.words[last]) > 2:
        return Block("address-block", i, last + 1)
    street = last + 1 + (tokens.lows[last + 1] == ",")
    at = tokens.low(i - 1) in ("au", "du", "(")
    named = at or any(tokens.is_name(street + k) for k in (1, 2, 3))
    french = tokens.words[street] in tables.streets_before and named
    return Block("street-address", i, last + 1) if french or _names_street(tokens, last + 1, tables) else None


def _names_street(tokens: Tokens, first: int, tables: BlockTables) -> bool:
    """Whether a street's name stands at `first`: "M Street", "E 71st St", "Wilbraham Road"."""
    if tokens.is_name(first) and tokens.lows[first] in _ROUTES and tokens.shapes[first + 1] is Shape.DIGITS:
        return True  # "421 Route 59"
    j = first
    while j < min(tokens.count, first + 5):
        numbered = tokens.shapes[j] is Shape.DIGITS
        if not (tokens.is_name(j) or tokens.lows[j] == "." or numbered):
            return False
        if tokens.lows[j] in tables.streets and j > first and tokens.is_name(j):
            return True
        j += 1 + (numbered and tokens.shapes[j + 1] is Shape.WORD and tokens.glued(j + 1))
    return False


def postcode(tokens: Tokens, i: int, _: BlockTables) -> Block | None:
    word = tokens.words[i]
    if len(word) != 5 or not word.isdecimal():
        return None
    zip_code = tokens.lows[i + 1] == "zip" or tokens.low(i - 1) in ("zip", "zipcode")
    state = len(tokens.low(i - 1)) == 2 and tokens.words[i - 1].isupper() and tokens.low(i - 2) == ","
    return Block("postcode", i, i + 1) if zip_code or state else None
