"""One number with its sign, its money and its unit."""

from dataclasses import dataclass
from decimal import Decimal

from pipeline.numbers.bounds import bound_before
from pipeline.numbers.grammar import Grammar
from pipeline.numbers.money import Money, money_after, money_before
from pipeline.numbers.numerals import Numeral, exact, fraction, read_numeral
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens
from pipeline.numbers.units import Unit, read_unit
from pipeline.numbers.wordlists import word_set

__all__ = ["Amount", "add_local", "read_amount", "read_amount_from"]

_MINUS = frozenset("-−–")
_METRE_CUES = word_set("""
    long high deep tall wide away above below from off sprint race hurdles freestyle butterfly backstroke relay
    breaststroke x by run dash tower crane yacht vessel ship boat wall fence bridge pole mast statue trench cliff pool
    drop exclusion radius span waves wave cable tunnel
""")
_WHOLES = frozenset(
    {"the", "these", "those", "its", "their", "his", "her", "our", "them", "us", "whom", "which", "all"}
)
_SPANNED = frozenset({"depth", "height", "length", "width", "altitude", "elevation", "diameter"})
_SPAN_REACH = 6
_RACES = word_set("""
    race run runs races runner walk course tv tvs video screen display resolution monitor
""")
_METRES = frozenset(map(Decimal, (50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000)))
_COUNTED = frozenset({"people", "men", "women", "children"})
_PEOPLE = frozenset(["women", "men", "boys", "girls", "individual", "olympic"])
_SMALLER = {
    "foot": (12, frozenset({"in", "inch", "inches", "ins", "″", '"'})),
    "pound": (16, frozenset({"oz", "ounce", "ounces"})),
    "stone": (14, frozenset({"lb", "lbs", "pound", "pounds"})),
}
_PRIMES, _DOUBLE_PRIMES = frozenset("'’′"), frozenset('"”″')
_FOOT, _TALLEST = 12, 8  # inches of a foot; feet that a body can be tall
_POINTS = frozenset({"point", "points"})
_VOTE_REACH = 40
_AND, _PART_DIGITS = frozenset({"and", ","}), 4
_LARGE, _MILLION = 1000, 10**6


@dataclass(slots=True)
class Amount:
    """A number in its dress: tokens [first, last) are the surface, [first, end) reach over its unit."""

    first: int
    last: int
    end: int
    numeral: Numeral
    value: Decimal | None
    money: Money | None = None
    unit: Unit | None = None

    @property
    def plain(self) -> bool:
        """Whether nothing says what it measures."""
        return self.money is None and self.unit is None


def read_amount(tokens: Tokens, i: int, grammar: Grammar) -> Amount | None:
    """The amount whose numeral begins at token `i`; its sign and its "$" stand before."""
    numeral = read_numeral(tokens, i, grammar.numerals, decimal_comma=grammar.decimal_comma)
    if numeral is None:
        return None
    money = (
        money_before(tokens, i, grammar.money.paying)
        if numeral.form in ("digits", "vague", "words", "fraction")
        else None
    )
    if numeral.letter:
        _scale_by_letter(tokens, numeral, grammar, money)
    if money is None and numeral.form == "digits" and (height := _height(tokens, numeral)) is not None:
        return height
    first = money.first if money else i
    amount = Amount(first, numeral.last, numeral.last, numeral, numeral.value, money)
    _read_sign(tokens, amount, grammar)
    _read_suffix(tokens, amount, grammar)
    if grammar.words is None:
        add_local(tokens, amount, grammar)
    return amount


def read_amount_from(tokens: Tokens, j: int, grammar: Grammar) -> Amount | None:
    """The amount that begins at token `j`, be it with "$", a sign or a number."""
    for i in range(j, min(j + 4, tokens.count)):
        digits = tokens.shapes[i] in (Shape.DIGITS, Shape.FRACTION)
        if digits or (i == j and tokens.lows[i] in grammar.numerals.starters):
            amount = read_amount(tokens, i, grammar)
            return amount if amount is not None and amount.first == j else None
    return None


def _height(tokens: Tokens, numeral: Numeral) -> Amount | None:
    """ "5'9\"", "6’2": feet and inches."""
    j = numeral.last
    marked = tokens.lows[j] in _PRIMES and tokens.glued(j) and tokens.shapes[j + 1] is Shape.DIGITS
    if not marked or not tokens.glued(j + 1) or numeral.value is None or not numeral.value < _TALLEST:
        return None
    inches = Decimal(tokens.words[j + 1]) if tokens.words[j + 1].replace(".", "", 1).isdecimal() else _FOOT
    if inches >= _FOOT:
        return None
    last = j + 2 + (tokens.lows[j + 2] in _DOUBLE_PRIMES and tokens.glued(j + 2))
    value = numeral.value + fraction(inches, _FOOT)
    return Amount(numeral.first, last, last, numeral, value, unit=Unit("foot", j, j + 1))


def _read_sign(tokens: Tokens, amount: Amount, grammar: Grammar) -> None:
    """ "-1.3%", "minus 5", "minus-5", "-$10" """
    j = amount.first - 1
    if j < 0 or amount.value is None:
        return
    hedged = tokens.lows[j] in grammar.numerals.minus and bound_before(tokens, j + 1, grammar.left, frozenset())
    if hedged or (tokens.low(j - 1) in ("or", "/") and tokens.low(j - 2) == "plus"):
        return  # "au moins 20", "plus or minus 3"
    hyphen = tokens.lows[j] in HYPHENS and tokens.glued(j + 1)
    if tokens.low(j) in grammar.numerals.minus or (hyphen and tokens.low(j - 1) in grammar.numerals.minus):
        amount.first = j - 1 if hyphen and tokens.low(j - 1) in grammar.numerals.minus else j
    elif _is_minus(tokens, j):
        amount.first = j
    else:
        return
    amount.value = -amount.value


def _is_minus(tokens: Tokens, j: int) -> bool:
    """Whether the mark at `j` is a sign: it touches its number and no word ("FTSE -0.6%", "(-7°C)")."""
    if tokens.lows[j] not in _MINUS or not tokens.glued(j + 1) or j == 0:
        return False
    opened = tokens.lows[j - 1] in ("(", "[", "/") or (tokens.lows[j] == "−" and tokens.shapes[j - 1] is Shape.MARK)
    return not tokens.glued(j) or opened


def _scale_by_letter(tokens: Tokens, numeral: Numeral, grammar: Grammar, money: Money | None) -> None:
    """Decide what "5k", "35m" and "4K" are: a scale, a unit (then nothing happens here), a name."""
    letter, after = numeral.letter, tokens.lows[numeral.last + 1]
    numeral.letter = ""
    if money is None:
        if letter in "kK" and (after in _RACES or (letter == "K" and not after)):
            return
        if letter == "T" or (letter == "m" and _is_metre(tokens, numeral, after)):
            return
    assert numeral.value is not None
    scale = grammar.numerals.letter_scales[letter]
    numeral.value, numeral.scale, numeral.last = exact(numeral.value, scale), scale, numeral.last + 1


def _is_metre(tokens: Tokens, numeral: Numeral, after: str) -> bool:
    before = tokens.low(numeral.first - 1)
    after = after.removesuffix("'s")
    stretch = after == "of" and tokens.lows[numeral.last + 2] not in _WHOLES  # "21m of rope"
    if (
        stretch
        or after in _METRE_CUES
        or before in _PEOPLE
        or before.endswith(("men's", "men’s"))
        or before in ("within", "x", "×", "cleared", "vaulted", "clearing")
    ):
        return True
    if before == "at" and tokens.low(numeral.first - 2) in ("peaked", "peaking", "crested", "cresting"):
        return True  # "The river peaked at 4.1m"
    if before in ("of", "was", "is", "to", "at", ":") and not _SPANNED.isdisjoint(
        tokens.lows[max(0, numeral.first - _SPAN_REACH) : numeral.first]
    ):
        return not after.endswith("s")  # "snow depth at the summit was 1.4m"
    counted = after.isalpha() and (after.endswith("s") or after in _COUNTED)
    return numeral.value in _METRES and not counted


def _read_suffix(tokens: Tokens, amount: Amount, grammar: Grammar) -> None:
    """The unit or the money behind the number."""
    numeral, j = amount.numeral, amount.numeral.last
    loose = numeral.form in ("vague", "couple", "fraction", "half") or numeral.scale > 1  # "5 millones de euros"
    of = tokens.lows[j] in grammar.numerals.of_words and loose
    if numeral.form == "vague" and of:
        amount.last = amount.end = j + 1
    k = j + 1 if of else j
    if numeral.form in ("half", "fraction"):
        part_of = grammar.words is not None and tokens.lows[j] == "of"
        if tokens.lows[j + part_of] in grammar.numerals.articles:
            k = j + 1 + part_of  # "half a mile", "a quarter of an acre"
    if grammar.words is not None and _is_grand(tokens, k, grammar.words.STOPS) and amount.value is not None:
        _add_grand(amount, k)
        return
    digits = numeral.form == "digits" or (numeral.form == "fraction" and tokens.shapes[j - 1] is not Shape.WORD)
    if amount.money is None:
        large = numeral.scale >= _LARGE or (numeral.value or numeral.low or 0) >= _LARGE
        vague = int(numeral.low or 0)  # "thousands of pounds of fish" weigh, "thousands of pounds" pay
        pays = numeral.scale >= _MILLION or vague >= _MILLION or (vague >= _LARGE and tokens.lows[k + 1] != "of")
        amount.money = money_after(tokens, k, grammar.money, large=large, sterling=pays)
    else:
        _read_nationality(tokens, amount)
        return
    if amount.money is not None:
        amount.end = amount.money.last
        if tokens.shapes[amount.money.first] is Shape.MARK and not amount.money.hyphened:
            amount.last = amount.end
        return
    unit = read_unit(tokens, k, grammar.units, digits=digits) or _part_of_a_point(tokens, k, amount, grammar)
    if unit is not None:
        amount.unit, amount.end = unit, unit.last
        _add_smaller(tokens, amount, grammar)
        _add_half_behind(tokens, amount, grammar)
        if unit.name == "percent" and tokens.shapes[unit.first] is Shape.MARK:
            amount.last = unit.last


def _is_grand(tokens: Tokens, k: int, stops: frozenset[str]) -> bool:
    """Whether "grand" at `k` is a thousand of the money of the place: "seven grand", but not "three grand pianos"."""
    ends = tokens.shapes[k + 1] is not Shape.WORD or tokens.lows[k + 1] in stops
    hyphened = tokens.lows[k + 1] in HYPHENS and tokens.glued(k + 1)
    return tokens.words[k] == "grand" and ends and not hyphened


def _add_grand(amount: Amount, k: int) -> None:
    assert amount.value is not None
    numeral = amount.numeral
    amount.value, numeral.scale, numeral.last = exact(amount.value, _LARGE), numeral.scale * _LARGE, k + 1
    numeral.value = amount.value
    amount.last = amount.end = k + 1
    amount.money = amount.money or Money("grand", k, k + 1)


def _add_smaller(tokens: Tokens, amount: Amount, grammar: Grammar) -> None:
    """The inches behind feet and the ounces behind pounds: "5ft 6in", "6-foot-4", "six-foot-seven", "7lb 6oz"."""
    if amount.unit is None or amount.unit.name not in _SMALLER or amount.value is None:
        return
    parts, names = _SMALLER[amount.unit.name]
    j = amount.end
    hyphened = tokens.lows[j] in HYPHENS and tokens.glued(j) and tokens.glued(j + 1)
    j += hyphened or (tokens.lows[j] in _AND and tokens.lows[j + 2] in names)
    word = tokens.words[j]
    digits = tokens.shapes[j] is Shape.DIGITS and word.replace(".", "", 1).isdecimal() and len(word) <= _PART_DIGITS
    smaller = Decimal(word) if digits else Decimal(grammar.numerals.ones.get(tokens.lows[j], parts))
    if smaller >= parts:
        return
    named = tokens.lows[j + 1] in names
    if named or (hyphened and amount.unit.hyphened):
        amount.value += fraction(smaller, parts)
        amount.end = amount.last = j + 1 + named
        amount.unit = Unit(amount.unit.name, amount.unit.first, amount.unit.last)


def _add_half_behind(tokens: Tokens, amount: Amount, grammar: Grammar) -> None:
    """ "a mile and a half", "two cups and a half" """
    whole = amount.value is not None and amount.numeral.form in ("words", "one") and amount.numeral.scale == 1
    if grammar.words is None or not whole or tokens.lows[amount.end : amount.end + 3] != ["and", "a", "half"]:
        return
    assert amount.value is not None
    amount.value, amount.last, amount.end = amount.value + Decimal("0.5"), amount.end + 3, amount.end + 3


def _part_of_a_point(tokens: Tokens, k: int, amount: Amount, grammar: Grammar) -> Unit | None:
    """ "a quarter point", "by half a point", "won the district by 10 points": percentage points."""
    hyphened = tokens.lows[k] in HYPHENS and tokens.glued(k) and tokens.glued(k + 1)
    if grammar.words is None or tokens.lows[k + hyphened] not in _POINTS:
        return None
    parted = amount.numeral.form in ("half", "fraction") and tokens.shapes[amount.numeral.first] is Shape.WORD
    if not parted:
        near = tokens.lows[max(0, k - _VOTE_REACH) : k + _VOTE_REACH]
        if grammar.words.OF_VOTES.isdisjoint(near) or not grammar.words.OF_GAMES.isdisjoint(near):
            return None
    return Unit("percentage point", k + hyphened, k + hyphened + 1, hyphened)


def add_local(tokens: Tokens, amount: Amount, grammar: Grammar) -> None:
    """ "zwölf Grad unter null", "vier Euro fünfzig": what other languages than English say behind the unit."""
    if amount.value is None:
        return
    j = amount.end
    if amount.unit is not None and amount.unit.name.startswith("degree") and amount.value > 0:
        for words in grammar.below_zero:
            if tuple(tokens.lows[j : j + len(words)]) == words:
                amount.value, amount.end = -amount.value, j + len(words)
                return
    spelled = amount.money is not None and amount.money.coin is None and amount.money.first >= amount.numeral.last
    if not spelled or amount.numeral.scale > 1 or amount.value != int(amount.value):
        return
    cents = read_numeral(tokens, j, grammar.numerals, decimal_comma=grammar.decimal_comma)
    alone = cents is not None and (cents.last >= tokens.count or tokens.shapes[cents.last] is Shape.MARK)
    if cents is not None and alone and cents.value is not None and 10 <= cents.value < 100 and cents.value % 1 == 0:
        amount.value, amount.end = amount.value + fraction(cents.value, 100), cents.last


def _read_nationality(tokens: Tokens, amount: Amount) -> None:
    """ "$500 US", "$4 billion Canadian" """
    codes = {"us": "USD", "canadian": "CAD", "cdn": "CAD", "australian": "AUD"}
    word = tokens.words[amount.end]
    if amount.money is not None and amount.money.family == "dollar" and word in ("dollars", "dollar"):
        amount.end += 1  # "$7.9 million dollars"
    elif (
        amount.money is not None and amount.money.family == "dollar" and word in ("US", "Canadian", "Cdn", "Australian")
    ):
        amount.money = Money(codes[word.lower()], amount.money.first, amount.money.last)
        amount.end += 1
