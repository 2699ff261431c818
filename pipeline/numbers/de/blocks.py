"""What looks like a number in German and is none, or is the name of something."""

from typing import Final

from pipeline.numbers.wordlists import word_set

IDIOMS: Final = """
24 / 7 | 50 - 50 | null toleranz | acht geben
"""
NUMBERED_NAMES: Final = word_set("""
    artikel paragraf paragraph absatz kapitel seite band nummer nr gleis linie autobahn bundesstraße zimmer halle formel
    iphone galaxy boeing airbus windows playstation apollo dax mdax stoxx typ klasse stufe gruppe g covid liga
""")
MOSTLY_NOUNS: Final[frozenset[str]] = frozenset()
STREETS: Final[frozenset[str]] = frozenset()
STREETS_BEFORE: Final[frozenset[str]] = frozenset()
EMERGENCY: Final = frozenset({"110", "112"})
CALL_WORDS: Final = word_set("notruf telefon nummer rufnummer")
SCORE_CUES: Final = word_set("""
    gewann gewinnt gewinnen verlor verliert unterlag besiegte schlug führte siegte sieg niederlage remis endstand
""")
OPEN_PREFIXES: Final = frozenset({"minus", "plus"})
RANKS: Final[frozenset[str]] = frozenset()
NOT_NAMED: Final[frozenset[str]] = frozenset()
NAMED_ORDINALS: Final[frozenset[str]] = frozenset()
YEAR_BEFORE: Final = word_set("seit jahr jahre jahres bis ab anfang ende mitte sommer winter herbst frühjahr")
CAPITAL_NAMES: Final = False  # a capital marks any noun
