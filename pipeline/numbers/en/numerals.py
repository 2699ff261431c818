"""Number words of English."""

from typing import Final

from pipeline.numbers.wordlists import word_list, word_set

DECIMAL_COMMA: Final = False

ONES: Final = {
    word: value
    for value, word in enumerate(
        word_list("""
            zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
            fifteen sixteen seventeen eighteen nineteen
        """)
    )
}
TENS: Final = {
    word: value * 10
    for value, word in enumerate(
        word_list("""
            twenty thirty forty fifty sixty seventy eighty ninety
        """),
        start=2,
    )
}
DECADES: Final = {f"{word.removesuffix('y')}ies": value for word, value in TENS.items()}  # of somebody's life
HUNDREDS: Final = {"hundred": 100}
SCALES: Final = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "lakh": 10**5,
    "crore": 10**7,
    "mil": 10**6,
    "mln": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "bil": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "dozen": 12,
}
# Letters that scale a number that they touch ("5k"), and whether they do so where no money stands ("35m devices").
LETTER_SCALES: Final = {"k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "b": 10**9, "B": 10**9, "T": 10**12}
LOOSE_SCALES: Final = frozenset({"mil", "mln", "mn", "bil", "bn", "bln", "tn", "trn"})  # only after digits
AND: Final = frozenset({"and"})
POINT: Final = frozenset({"point"})
ARTICLES: Final = frozenset({"a", "an"})
ARTICLE_UNITS: Final = word_set("""
    foot mile inch metre meter kilometre kilometer centimetre centimeter yard ton tonne ounce gallon litre liter acre
    pound kilo kilogram pint
    hectare teaspoon tablespoon
""")
HALVED_UNITS: Final = ARTICLE_UNITS | word_set("cup pint pound stone")  # "a cup and a half"
HALVES: Final = frozenset({"half"})
DOUBLERS: Final = frozenset({"upon", "and"})  # "thousands upon thousands"

# A vague number's lowest reading: two of the scale.
VAGUE: Final = {
    "tens": 20,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2 * 10**3,
    "millions": 2 * 10**6,
    "billions": 2 * 10**9,
    "trillions": 2 * 10**12,
    "lakhs": 2 * 10**5,
    "crores": 2 * 10**7,
}
VAGUE_ONLY_WITH_OF: Final = frozenset({"tens", "scores"})
FATES: Final = frozenset({"wounded", "injured", "killed", "dead", "hurt", "missing", "arrested", "displaced", "more"})
VAGUE_FACTORS: Final = frozenset({"several", "few", "couple", "many", "some"})  # "a few thousand"
COUPLE: Final = frozenset({"couple"})
OF: Final = frozenset({"of"})

DENOMINATORS: Final = {
    **dict.fromkeys(("half", "halves"), 2),
    **dict.fromkeys(("third", "thirds"), 3),
    **dict.fromkeys(("quarter", "quarters", "fourth", "fourths"), 4),
    **{
        form: value
        for value, word in enumerate(["fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], start=5)
        for form in (word, word + "s")
    },
    **dict.fromkeys(("hundredth", "hundredths"), 100),
    **dict.fromkeys(("thousandth", "thousandths"), 1000),
    **dict.fromkeys(("twelfth", "twelfths"), 12),
    **dict.fromkeys(("twentieth", "twentieths"), 20),
}
ORDINALS: Final = (
    {
        word: value
        for value, word in enumerate(
            word_list("""
                first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
                thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
                twentieth
            """),
            start=1,
        )
    }
    | {
        word: value * 10
        for value, word in enumerate(
            ["thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"], 3
        )
    }
    | {"hundredth": 100, "thousandth": 1000, "millionth": 10**6}
)
ORDINAL_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th"})
FOLDS: Final = {
    f"{word}fold": value for word, value in {**ONES, **TENS, "hundred": 100, "thousand": 1000}.items() if value > 1
}
MULTIPLES: Final = {
    "twice": 2,
    "thrice": 3,
    **dict.fromkeys(("double", "doubled", "doubling"), 2),
    **dict.fromkeys(("triple", "tripled", "tripling", "treble", "trebled", "trebling"), 3),
    **dict.fromkeys(("quadruple", "quadrupled", "quadrupling"), 4),
    **FOLDS,
}
MINUS: Final = frozenset({"minus", "negative"})
