"""Number words of French."""

from typing import Final

from pipeline.numbers.wordlists import word_list, word_set

DECIMAL_COMMA: Final = True
_ONES: Final = dict(
    zip(
        word_list("""
            zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept
            dix-huit dix-neuf
        """),
        range(20),
        strict=True,
    )
)
_TENS: Final = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_REGIONAL: Final = {"septante": 70, "huitante": 80, "octante": 80, "nonante": 90}


def _below_hundred() -> dict[str, int]:
    """All numbers from 0 to 99, with hyphens and without."""
    names = {word: value for word, value in _ONES.items() if value != 1}
    for word, tens in {**_TENS, **_REGIONAL, "quatre-vingts": 80, "quatre-vingt": 80}.items():
        names[word] = tens
        for one, value in {**_ONES, "une": 1}.items():
            if 0 < value < (20 if tens in (60, 80) and word not in _REGIONAL else 10) and word != "quatre-vingts":
                names[f"{word}-{one}"] = tens + value
                names[f"{word} et {one}"] = tens + value
                names[f"{word}-et-{one}"] = tens + value
    return names | {name.replace("-", " "): value for name, value in names.items()}


SMALL: Final = _below_hundred()
HUNDREDS: Final = {"cent": 100, "cents": 100}
SCALES: Final = {
    "mille": 10**3,
    "million": 10**6,
    "millions": 10**6,
    "milliard": 10**9,
    "milliards": 10**9,
    "billion": 10**12,
    "billions": 10**12,
    "mds": 10**9,
    "md": 10**9,
    "mrd": 10**9,
    "mio": 10**6,
}
LOOSE_SCALES: Final = frozenset({"mds", "md", "mrd", "mio"})
BARE_SCALES: Final = frozenset({"cent", "mille"})
ARTICLES: Final = frozenset({"un", "une"})
AND: Final = frozenset({"et"})
OF: Final = frozenset({"de", "d'", "des", "du"})
VAGUE: Final = {
    "dizaines": 20,
    "centaines": 200,
    "milliers": 2000,
    "millions": 2 * 10**6,
    "milliards": 2 * 10**9,
}
COLLECTIVES: Final = {
    "douzaine": 12, "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
}  # fmt: skip
ABOUT: Final = frozenset(COLLECTIVES) - {"douzaine"}
SPELLED_ONLY: Final = frozenset({"cents"})  # "37 cents" is money
ONES: Final = {"un": 1, "une": 1}
ELIDED: Final = True
HALVES: Final = frozenset({"moitié", "demi", "demie"})
HALF_NOUNS: Final = frozenset({"moitié"})
HALF_NOT_AFTER: Final = frozenset({"première", "seconde", "deuxième", "à", "de", "d'", "autre"})
HALF_TAILS: Final = (("et", "demi"), ("et", "demie"))
_THE: Final = frozenset({"le", "du", "au"})
FACTORS: Final = {
    word: (value, _THE, frozenset({"de", "d'", "du", "des", ",", ".", ";", ")", "en", "qu'", "que"}))
    for word, value in {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}.items()
}
TIMES: Final = frozenset({"fois"})
TIMES_AS: Final = word_set("plus moins supérieur supérieure supérieurs inférieur inférieure le la les son sa")
VAGUE_FACTORS: Final = frozenset({"plusieurs", "quelques"})
DENOMINATORS: Final = {
    "tiers": 3,
    "quart": 4,
    "quarts": 4,
    "cinquième": 5,
    "cinquièmes": 5,
    "sixième": 6,
    "huitième": 8,
    "dixième": 10,
    "dixièmes": 10,
    "centième": 100,
}
OF_DENOMINATORS: Final = frozenset(word for word in DENOMINATORS if "ième" in word)
ANY_SHARE: Final = True
MONEY_SCALES: Final = {"M": 10**6, "Md": 10**9, "Mds": 10**9, "k": 10**3, "K": 10**3}
MINUS: Final = frozenset({"moins"})
LETTER_SCALES: Final[dict[str, int]] = {}
