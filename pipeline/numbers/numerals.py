"""Numerals: from "2.5 million" and "two and a half dozen" to a value."""

from decimal import Decimal

from pipeline.numbers.digits import EXACT, VULGAR, digits_value, exact, exponent, fraction, simple_fraction
from pipeline.numbers.grammar import Numerals
from pipeline.numbers.numeral import Numeral
from pipeline.numbers.tokens import HYPHENS, Shape, Tokens
from pipeline.numbers.wordforms import denominator_at, each_share, factor, half_behind, mixed_word

__all__ = ["Numeral", "exact", "fraction", "read_numeral"]

_SIGNS = frozenset("€$£¥")
_QUARTER = Decimal("0.25")
_TURNS = frozenset({"day", "night", "week", "month", "year", "decade", "season", "term"})
_TIMES = frozenset({"×", "x", "X", "·", "*"})


def read_numeral(tokens: Tokens, i: int, names: Numerals, *, decimal_comma: bool = False) -> Numeral | None:
    """The numeral that begins at token `i`, as long as it goes."""
    shape, low = tokens.shapes[i], tokens.lows[i]
    if shape is Shape.DIGITS:
        return _digits(tokens, i, names, decimal_comma)
    if shape is Shape.FRACTION:
        numerator, denominator = VULGAR[low]
        return _scaled(tokens, Numeral(i, i + 1, fraction(numerator, denominator), "fraction"), names)
    if shape is not Shape.WORD or (low not in names.starters and not names.compound):
        return None
    if low in names.decades:
        return Numeral(i, i + 1, Decimal(names.decades[low]), "decade")
    for read in (_vague, each_share, factor, _mixed, _article, _half, _words, _multiple):
        numeral = read(tokens, i, names)
        if numeral is not None:
            return numeral
    return None


def _digits(tokens: Tokens, i: int, names: Numerals, decimal_comma: bool) -> Numeral | None:
    value = digits_value(tokens.words[i], decimal_comma)
    if value is None:
        return None
    numeral = Numeral(i, i + 1, value, "digits")
    if _add_fraction(tokens, numeral, decimal_comma) or _add_power(tokens, numeral):
        return _scaled(tokens, numeral, names)
    j, word = i + 1, tokens.words[i + 1]
    if tokens.shapes[j] is Shape.WORD and tokens.glued(j) and word in names.letter_scales:
        if not (tokens.glued(j + 1) and tokens.shapes[j + 1] is not Shape.MARK):
            numeral.letter = word
        return numeral
    return _scaled(tokens, numeral, names)


def _add_fraction(tokens: Tokens, numeral: Numeral, decimal_comma: bool) -> bool:
    """Read "2½", "1/2" and "1 1/2" into `numeral`."""
    j = numeral.last
    value = numeral.value
    assert value is not None
    if tokens.shapes[j] is Shape.FRACTION and value == value.to_integral_value():
        numerator, denominator = VULGAR[tokens.lows[j]]
        numeral.value, numeral.last = EXACT.add(value, fraction(numerator, denominator)), j + 1
        return True
    simple = simple_fraction(tokens, numeral.first)
    if simple is not None:
        numeral.value, numeral.last, numeral.form = simple, numeral.first + 3, "fraction"
        return True
    k = j + 1 if tokens.lows[j] in HYPHENS and tokens.glued(j) and tokens.glued(j + 1) else j
    part = simple_fraction(tokens, k) if tokens.shapes[k] is Shape.DIGITS and not decimal_comma else None
    if part is None or tokens.starts[k] - tokens.ends[j - 1] > 1:
        return False
    numeral.value, numeral.last = EXACT.add(value, part), k + 3
    return True


def _add_power(tokens: Tokens, numeral: Numeral) -> bool:
    """Read "10^6", "1.99 × 10^30" and "3e8" into `numeral`."""
    assert numeral.value is not None
    j = numeral.last
    if tokens.lows[j] in _TIMES and tokens.lows[j + 1] == "10":
        power = exponent(tokens, j + 2)
        base = numeral.value
    else:
        power = exponent(tokens, j) if tokens.lows[j] == "^" and numeral.value == 10 else None
        base = Decimal(1)
    if power is None:
        return False
    places, last = power
    numeral.value, numeral.last = EXACT.scaleb(base, places), last
    return True


def _scaled(tokens: Tokens, numeral: Numeral, names: Numerals) -> Numeral:
    """Take the scale words behind it ("2.5 million", "4 hundred million", "two and a half million")."""
    assert numeral.value is not None
    _add_half(tokens, numeral, names)
    scale = names.money_scales.get(tokens.words[numeral.last])
    if scale is not None and numeral.form == "digits" and tokens.lows[numeral.last + 1] in _SIGNS:
        numeral.value, numeral.scale, numeral.last = exact(numeral.value, scale), scale, numeral.last + 1
        return numeral  # "385 M€"
    while True:
        j = numeral.last
        k = j + 1 if tokens.lows[j] in HYPHENS and tokens.glued(j) and tokens.glued(j + 1) else j
        word = tokens.lows[k]
        digits = numeral.form == "digits"
        scale = names.scales.get(word) or names.hundreds.get(word)
        if scale is None and word in names.vague and word not in names.vague_only_with_of:
            scale = names.vague[word] // 2
        if (digits and word in names.spelled_only) or (word in names.about and tokens.lows[j - 1] in names.articles):
            scale = None  # "37 cents", "una travesía de 21 días"
        if scale is None or numeral.scale > 10**15 or (word in names.loose_scales and not digits):
            break
        dotted = (
            word in names.loose_scales and tokens.lows[k + 1] == "." and tokens.glued(k + 1) and k + 2 < tokens.count
        )
        numeral.value, numeral.scale, numeral.last = exact(numeral.value, scale), numeral.scale * scale, k + 1 + dotted
    _add_half(tokens, numeral, names)
    if numeral.form == "one" and numeral.last > numeral.first + 1:
        numeral.form = "words"
    return numeral


def _add_half(tokens: Tokens, numeral: Numeral, names: Numerals) -> None:
    """ "two and a half", "three and three quarters"; behind a scale, the part of it: "a million and a half"."""
    j = half_behind(tokens, numeral.last, names)
    if j > numeral.last and numeral.value is not None and numeral.form != "fraction":
        numeral.value, numeral.last = EXACT.add(numeral.value, exact(Decimal("0.5"), numeral.scale)), j
        return
    j = numeral.last
    hyphen = 1 if tokens.lows[j] in HYPHENS else 0
    if tokens.lows[j + hyphen] not in names.and_words or numeral.form == "fraction":
        return
    j += hyphen + 1
    j += tokens.lows[j] in HYPHENS
    count = 1 if tokens.lows[j] in names.articles else names.ones.get(tokens.lows[j])
    k = j + 1
    k += tokens.lows[k] in HYPHENS
    denominator = names.denominators.get(tokens.lows[k])
    if count is None or denominator is None or not count < denominator <= 10 or numeral.value is None:
        return
    numeral.value = EXACT.add(numeral.value, exact(fraction(count, denominator), numeral.scale))
    numeral.last = k + 1


def _words(tokens: Tokens, i: int, names: Numerals) -> Numeral | None:
    """ "two hundred and thirty-one thousand five hundred" """
    total, current, ceiling, kind, j = 0, 0, 0, "", i
    while True:
        k = j + 1 if j > i and tokens.lows[j] in HYPHENS and tokens.glued(j) and tokens.glued(j + 1) else j
        word = tokens.lows[k]
        small = _read_small(tokens, k, names) if kind in ("", "hundred", "scale") else None
        if small is not None:
            current, kind, j = current + small[0], "teen", small[1]
            continue
        if word in names.and_words and kind in ("hundred", "scale") and k == j:
            following = tokens.lows[k + 1]
            if following not in names.tens and not names.ones.get(following):
                break
            k, word = k + 1, following
        if word in names.about and kind == "one" and tokens.lows[k - 1] in names.articles:
            break  # "una travesía de 21 días"
        step = _step(word, kind, current, total, ceiling, names)
        if step is None:
            break
        total, current, ceiling, kind = step
        j = k + 1
    if j == i:
        return None
    numeral = Numeral(i, j, Decimal(total + current), "words", scale=ceiling or 1)
    if j == i + 1 and total + current == 1:
        numeral.form = "one"
    return _after_words(tokens, numeral, names)


def _read_small(tokens: Tokens, k: int, names: Numerals) -> tuple[int, int] | None:
    """A number of several words below a hundred ("quatre-vingt-dix"), or a compound, and the token behind it."""
    for words, value in names.small.get(tokens.lows[k], ()):
        if tuple(tokens.lows[k : k + len(words)]) == words:
            return value, k + len(words)
    value_of = names.compound(tokens.lows[k]) if names.compound is not None else None
    return None if value_of is None else (value_of, k + 1)


def _step(
    word: str, kind: str, current: int, total: int, ceiling: int, names: Numerals
) -> tuple[int, int, int, str] | None:
    one, ten = names.ones.get(word), names.tens.get(word)
    if one is not None:
        fits = kind in ("", "hundred", "scale") or (kind == "ten" and 0 < one < 10)
        return (total, current + one, ceiling, "one" if one < 10 else "teen") if fits else None
    if ten is not None:
        return (total, current + ten, ceiling, "ten") if kind in ("", "hundred", "scale") else None
    if word in names.hundreds:
        if word in names.bare_scales and kind in ("", "scale"):
            return total, current + names.hundreds[word], ceiling, "hundred"
        return (total, current * 100, ceiling, "hundred") if 0 < current < 100 and kind != "hundred" else None
    scale = names.scales.get(word)
    if scale is None or word in names.loose_scales:
        return None
    if ceiling and scale > ceiling and kind == "scale":
        return total * scale, 0, scale, "scale"  # "dos mil millones"
    if word in names.bare_scales and kind == "":
        return scale, 0, scale, "scale"
    if current == 0 or (ceiling and scale >= ceiling):
        return None
    return total + current * scale, 0, scale, "scale"


def _after_words(tokens: Tokens, numeral: Numeral, names: Numerals) -> Numeral:
    """The fraction or the decimals behind number words: "two-thirds", "two point five", "two and a half"."""
    j = numeral.last
    assert numeral.value is not None
    dashed = tokens.lows[j] in HYPHENS and tokens.lows[j + 1] in names.point and tokens.lows[j + 2] in HYPHENS
    if dashed or (tokens.lows[j] in names.point and tokens.lows[j + 1] in names.ones and numeral.scale == 1):
        decimals = ""
        j += 3 if dashed else 1  # "six-point-five"
        while names.ones.get(tokens.lows[j], 10) < 10:
            decimals, j = decimals + str(names.ones[tokens.lows[j]]), j + 1
        if decimals:
            numeral.value, numeral.last, numeral.form = Decimal(f"{numeral.value}.{decimals}"), j, "words"
            return _scaled(tokens, numeral, names)
    hyphen = tokens.lows[j] in HYPHENS and tokens.glued(j) and tokens.glued(j + 1)
    word = tokens.lows[j + hyphen]
    denominator, last = denominator_at(tokens, j + hyphen, names)
    if (
        denominator
        and numeral.value < denominator
        and numeral.value < 20
        and _is_share(tokens, numeral, word, hyphen, names)
    ):
        numeral.value, numeral.last = fraction(numeral.value, denominator), last
        numeral.form = "fraction"
        return _of_scale(tokens, numeral, names)
    return _scaled(tokens, numeral, names)


def _is_share(tokens: Tokens, numeral: Numeral, word: str, hyphen: bool, names: Numerals) -> bool:
    """Whether a denominator's word makes a fraction: "one fourth", but not "two quarters" of a year."""
    if names.any_share:
        return True
    of = tokens.lows[numeral.last + hyphen + 1] in names.of_words
    if word in ("quarter", "quarters"):
        return of or hyphen
    return hyphen or of or (numeral.value != 1) == word.endswith("s")


def _of_scale(tokens: Tokens, numeral: Numeral, names: Numerals) -> Numeral:
    """ "a quarter of a million", "two thirds of a million", "a quarter million" """
    j = numeral.last
    if tokens.lows[j] in names.of_words and tokens.lows[j + 1] in names.articles:
        j += 2
    elif numeral.value != _QUARTER:
        return numeral
    scale = names.scales.get(tokens.lows[j])
    if scale is not None and numeral.value is not None:
        numeral.value, numeral.last, numeral.form = exact(numeral.value, scale), j + 1, "words"
        numeral.scale = scale
    return numeral


def _vague(tokens: Tokens, i: int, names: Numerals) -> Numeral | None:
    """ "dozens", "tens of thousands", "several thousand", "a few hundred" """
    word, j = tokens.lows[i], i + 1
    low: int | None = names.vague.get(word)
    of = tokens.lows[j] in names.of_words
    if low is not None:
        if of and (more := names.vague.get(tokens.lows[j + 1])) and tokens.lows[j + 1] not in names.vague_only_with_of:
            low, j = low * (more // 2), j + 2
        elif tokens.lows[j] in names.doublers and tokens.lows[j + 1] == word:
            j += 2  # "thousands upon thousands"
        elif word in names.vague_only_with_of and not of and tokens.lows[j] not in names.fates:
            return None
    else:
        k = i + 1 if word in names.articles else i
        if tokens.lows[k] not in names.vague_factors or (k > i and tokens.lows[k] not in ("few", "couple")):
            return None
        k += 2 if tokens.lows[k + 1] in names.of_words and tokens.lows[k] in names.couple else 1
        scale = names.hundreds.get(tokens.lows[k]) or names.scales.get(tokens.lows[k])
        if scale is None or tokens.lows[k] in names.loose_scales:
            return None
        low, j = 2 * scale, k + 1
        if tokens.lows[j] in names.scales and tokens.lows[j] not in names.loose_scales:
            low, j = low * names.scales[tokens.lows[j]], j + 1
    return Numeral(i, j, None, "vague", low=Decimal(low))


def _article(tokens: Tokens, i: int, names: Numerals) -> Numeral | None:
    """ "a dozen", "a million and a half", "a couple", "a third of", "a foot" """
    if tokens.lows[i] not in names.articles:
        return None
    j = i + 1
    word = tokens.lows[j]
    scale = names.hundreds.get(word) or names.scales.get(word)
    if scale is not None and word not in names.loose_scales:
        return _words_from_scale(tokens, i, j, scale, names)
    if word in names.couple:
        return Numeral(i, j + 1, Decimal(2), "couple")
    if word in names.halves and tokens.lows[j + 1] not in names.of_words:
        inner = _half(tokens, j, names)
        if inner is not None and inner.form == "words":
            inner.first = i
            return inner
        return None
    if word in names.halved_units and tokens.lows[j + 1 : j + 4] == ["and", "a", "half"]:
        return Numeral(i, j, Decimal(1), "words")
    if word in names.article_units:
        return Numeral(i, j, Decimal(1), "article")
    denominator, last = denominator_at(tokens, j, names)
    if not denominator or (word.endswith("s") and not names.any_share):
        return None
    if tokens.lows[last] in _TURNS and word != "quarter":
        return None  # "for a third day" is an ordinal
    numeral = Numeral(i, last, fraction(1, denominator), "fraction")
    return _of_scale(tokens, numeral, names)


def _words_from_scale(tokens: Tokens, i: int, j: int, scale: int, names: Numerals) -> Numeral | None:
    """ "a hundred and twenty", "a hundred thousand", "a dozen" """
    numeral = Numeral(i, j + 1, Decimal(scale), "words", scale=scale, about=tokens.lows[j] in names.about)
    k = j + 1
    if numeral.about and tokens.lows[k] in names.of_words and tokens.shapes[k + 1] is Shape.DIGITS:
        return None  # "une quarantaine de 14 jours"
    larger = names.scales.get(tokens.lows[k + 1], 0) if numeral.about and tokens.lows[k] in names.of_words else 0
    if larger >= 1000 and tokens.lows[k + 1] not in names.about:  # "une centaine de millions"
        numeral.value, numeral.scale, numeral.last = exact(Decimal(scale), larger), larger, k + 2
        return numeral
    if tokens.lows[k] in names.and_words and scale >= 100:
        rest = _words(tokens, k + 1, names) if tokens.lows[k + 1] not in names.articles else None
        small = rest is not None and rest.value is not None and rest.form in ("words", "one") and rest.scale == 1
        if rest is not None and small and rest.value is not None and rest.value < scale:
            numeral.value, numeral.last = EXACT.add(Decimal(scale), rest.value), rest.last
            return numeral
    return _scaled(tokens, numeral, names)


def _half(tokens: Tokens, i: int, names: Numerals) -> Numeral | None:
    """ "half a million", "half-million", "half of the members" """
    if tokens.lows[i] not in names.halves:
        return None
    j = i + 1
    j += tokens.lows[j] in HYPHENS
    j += tokens.lows[j] in names.articles
    j += tokens.lows[j] in HYPHENS  # "half-a-million-dollar"
    scale = names.scales.get(tokens.lows[j]) or names.hundreds.get(tokens.lows[j])
    if scale is not None and tokens.lows[j] not in names.loose_scales:
        return _scaled(tokens, Numeral(i, j + 1, exact(Decimal("0.5"), scale), "words", scale=scale), names)
    return Numeral(i, i + 1, Decimal("0.5"), "half")


def _mixed(tokens: Tokens, i: int, names: Numerals) -> Numeral | None:
    """ "anderthalb Millionen" """
    numeral = mixed_word(tokens, i, names)
    return None if numeral is None else _scaled(tokens, numeral, names)


def _multiple(tokens: Tokens, i: int, names: Numerals) -> Numeral | None:
    value = names.multiples.get(tokens.lows[i])
    return None if value is None else Numeral(i, i + 1, Decimal(value), "multiple")
