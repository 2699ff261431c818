"""What looks like a number in German and is none, or is the name of something."""

from typing import Final

from pipeline.numbers.wordlists import word_set

IDIOMS: Final = """
24 / 7 | 50 - 50 | 50 / 50 | fifty fifty | 180 - grad | null toleranz | acht geben | 1 . fc | 1 . fsv
schalke 04 | mainz 05 | darmstadt 98 | hannover 96 | tsv 1860 | 1860 münchen | rund um die uhr | hartz 4
außer acht | in acht | unter vier augen | auf allen vieren
"""
NUMBERED_NAMES: Final = word_set("""
    kilometer artikel paragraf paragraph absatz kapitel seite band nummer nr gleis linie autobahn bundesstraße
    zimmer halle formel resolution § ice ic ec re rb s-bahn u-bahn flug tempo-30-zone raum saal block zelle studio
    kanal sender gate zelt anhang ziffer satz agenda pflegegrad steuerklasse bauabschnitt iphone galaxy boeing
    airbus windows playstation apollo dax mdax stoxx typ klasse stufe gruppe g covid liga
""")
MOSTLY_NOUNS: Final[frozenset[str]] = frozenset()
STREETS: Final[frozenset[str]] = frozenset()
STREETS_BEFORE: Final[frozenset[str]] = frozenset()
EMERGENCY: Final = frozenset({"110", "112"})
CALL_WORDS: Final = word_set("notruf notrufnummer notrufnummern telefon telefonnummer nummer rufnummer hotline tel")
SCORE_CUES: Final = word_set("""
    gewann gewinnt gewinnen verlor verliert unterlag besiegte schlug führte siegte sieg niederlage remis endstand
""")
OPEN_PREFIXES: Final = frozenset({"minus", "plus"})
RANKS: Final = word_set("platz rang liga top position startplatz")
NOT_NAMED: Final[frozenset[str]] = frozenset()
NAMED_ORDINALS: Final[frozenset[str]] = frozenset()
YEAR_BEFORE: Final = word_set("seit jahr jahre jahres bis ab anfang ende mitte sommer winter herbst frühjahr")
PLACES: Final = word_set("""
    saal halle zelt studio zelle tor raum block zimmer gate linie band gruppe klasse stufe liga kanal sender
""")
DOTTED_NAMES: Final = word_set("artikel ziffer absatz kapitel nr art abs kap bd hausnr min")
ERAS: Final = (("v", "."), ("n", "."), ("vor", "christus"), ("nach", "christus"))
STREET_ENDINGS: Final = (
    "straße",
    "strasse",
    "weg",
    "platz",
    "allee",
    "gasse",
    "ring",
    "damm",
    "ufer",
    "chaussee",
    "markt",
)
ORDINAL_LEADS: Final = word_set("""
    am im zum zur der die das dem den des vom beim ab bis seit ein einen einem einer ihr ihre ihren ihrem sein seine
    seinen seinem unserem jeder jede jedes jeden unser
""")
ZERO_LED: Final = True
SCORE_WORDS: Final = frozenset({"zu"})
CAPITAL_NAMES: Final = False  # a capital marks any noun
