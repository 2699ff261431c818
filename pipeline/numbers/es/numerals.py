"""Number words of Spanish."""

from typing import Final

from pipeline.numbers.wordlists import word_list, word_set

DECIMAL_COMMA: Final = True
_ONES: Final = dict(
    zip(
        word_list("""
            cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis
            diecisiete dieciocho diecinueve veinte veintiún veintidós veintitrés veinticuatro veinticinco veintiséis
            veintisiete veintiocho veintinueve
        """),
        range(30),
        strict=True,
    )
)
_TENS: Final = {
    "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90,
}  # fmt: skip
_HUNDREDS: Final = {
    "doscient": 200, "trescient": 300, "cuatrocient": 400, "quinient": 500, "seiscient": 600, "setecient": 700,
    "ochocient": 800, "novecient": 900,
}  # fmt: skip


def _below_hundred() -> dict[str, int]:
    """All numbers from 0 to 99 in their forms."""
    names = {word: value for word, value in _ONES.items() if value != 1}
    names |= {"veintiuno": 21, "veintiuna": 21, "veintiun": 21, **_TENS}
    for word, tens in _TENS.items():
        for one, value in {**_ONES, "uno": 1, "una": 1}.items():
            if 0 < value < 10:
                names[f"{word} y {one}"] = tens + value
    return names


SMALL: Final = _below_hundred()
HUNDREDS: Final = {"cien": 100, "ciento": 100} | {
    stem + end: value for stem, value in _HUNDREDS.items() for end in ("os", "as")
}
SCALES: Final = {
    "mil": 10**3,
    "millón": 10**6,
    "millones": 10**6,
    "billón": 10**12,
    "billones": 10**12,
    "mdd": 10**6,
}
LOOSE_SCALES: Final[frozenset[str]] = frozenset()
BARE_SCALES: Final = frozenset({*HUNDREDS, "mil"})
ARTICLES: Final = frozenset({"un", "una"})
AND: Final[frozenset[str]] = frozenset()
OF: Final = frozenset({"de", "del"})
VAGUE: Final = {"decenas": 20, "docenas": 24, "centenares": 200, "cientos": 200, "miles": 2000, "millones": 2 * 10**6}
COLLECTIVES: Final = {
    "docena": 12, "decena": 10, "quincena": 15, "veintena": 20, "treintena": 30, "cuarentena": 40, "cincuentena": 50,
    "centenar": 100, "millar": 1000,
}  # fmt: skip
ABOUT: Final = frozenset(COLLECTIVES) - {"docena"}
ONES: Final = {"uno": 1, "un": 1, "una": 1}
HALVES: Final = frozenset({"medio", "media", "mitad"})
HALF_NOUNS: Final = frozenset({"mitad"})
HALF_NOT_AFTER: Final = frozenset({"primera", "segunda", "otra", "a", "en", "de"})
HALF_TAILS: Final = (("y", "medio"), ("y", "media"))
_THE: Final = frozenset({"el", "del", "al"})
FACTORS: Final = {
    word: (value, _THE, frozenset({"de", "del", "que", "para", "en", "por", ",", ".", ";", ")"}))
    for word, value in {"doble": 2, "triple": 3, "cuádruple": 4, "quíntuple": 5}.items()
}
TIMES: Final = frozenset({"veces"})
TIMES_AS: Final = word_set("más menos el la superior superiores inferior mayor menor mejor")
COUPLE: Final = frozenset({"par"})
VAGUE_FACTORS: Final = frozenset({"varios", "varias"})
DENOMINATORS: Final = {"tercio": 3, "tercios": 3, "cuarto": 4, "cuartos": 4, "quinto": 5, "quintos": 5}
OF_DENOMINATORS: Final = frozenset({"cuarto", "quinto"})
PARTS: Final = frozenset({"parte", "partes"})
PART_DENOMINATORS: Final = {
    stem + end: value
    for stem, value in {
        "tercera": 3, "cuarta": 4, "quinta": 5, "sexta": 6, "séptima": 7, "octava": 8, "décima": 10, "centésima": 100,
    }.items()
    for end in ("", "s")
}  # fmt: skip
ANY_SHARE: Final = True
POINT_COUNTRIES: Final = frozenset({"MX", "US", "PR", "PE", "GT", "HN", "SV", "NI", "DO", "PA"})
MONEY_SCALES: Final = {"M": 10**6, "Md": 10**9, "Mds": 10**9, "k": 10**3, "K": 10**3}
MINUS: Final = frozenset({"menos"})
LETTER_SCALES: Final[dict[str, int]] = {}
