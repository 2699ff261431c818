"""Digits: separators, simple fractions, powers of ten, and arithmetic that rounds nothing that a text can hold."""

from decimal import Context, Decimal

from pipeline.numbers.tokens import Tokens

__all__ = ["EXACT", "SLASHES", "VULGAR", "digits_value", "exact", "exponent", "fraction", "simple_fraction"]

SLASHES = frozenset("/⁄")
VULGAR = dict(zip("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒", (
    (1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (4, 5), (1, 6), (5, 6),
    (1, 8), (3, 8), (5, 8), (7, 8), (1, 7), (1, 9), (1, 10),
), strict=True))  # fmt: skip
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100})
_MAX_DIGITS, _MAX_EXPONENT = 60, 6000
EXACT = Context(prec=160, Emax=999999, Emin=-999999, traps=[])
_SHORT = Context(prec=12, traps=[])


def exact(a: Decimal, b: int | Decimal) -> Decimal:
    """The product, without rounding anything that a text can hold."""
    return EXACT.multiply(a, Decimal(b))


def fraction(numerator: Decimal | int, denominator: Decimal | int) -> Decimal:
    """The quotient, to twelve digits."""
    return _SHORT.divide(Decimal(numerator), Decimal(denominator))


def digits_value(word: str, decimal_comma: bool) -> Decimal | None:
    """What digits with separators mean; None for a run too long to be an amount."""
    if len(word) > _MAX_DIGITS:
        return None
    if word.isdigit():
        return Decimal(word)
    comma, point = word.rfind(","), word.rfind(".")
    if comma >= 0 and point >= 0:
        decimal = "," if comma > point else "."
    elif comma >= 0:
        decimal = "," if decimal_comma or len(word) - comma != 4 else ""
    else:
        grouped = word.count(".") > 1 or (decimal_comma and len(word) - point == 4 and word[0] not in "0.")
        decimal = "" if grouped else "."
    kept = "".join(c if c.isdigit() else "." if c == decimal else "" for c in word)
    return Decimal(kept)


def simple_fraction(tokens: Tokens, i: int) -> Decimal | None:
    """ "1/2": a digit or two over a usual denominator."""
    if tokens.lows[i + 1] not in SLASHES or not (tokens.glued(i + 1) and tokens.glued(i + 2)):
        return None
    over, under = tokens.words[i], tokens.words[i + 2]
    if not (over.isdecimal() and under.isdecimal() and len(over) <= 2 and len(under) <= 3):
        return None
    if int(under) not in _DENOMINATORS or not 0 < int(over) < int(under) or tokens.lows[i + 3] in SLASHES:
        return None
    return fraction(int(over), int(under))


def exponent(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """The exponent at token `j` ("^6", "-30"), and the token behind it."""
    marked = tokens.lows[j] == "^"
    j += marked
    negative = tokens.lows[j] in ("-", "−", "–") and tokens.glued(j)
    j += negative
    word = tokens.words[j]
    if not (marked or negative) or not (word.isdecimal() and len(word) <= 4 and int(word) <= _MAX_EXPONENT):
        return None
    return (-int(word) if negative else int(word)), j + 1
