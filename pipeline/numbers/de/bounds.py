"""Words of German that say how sure a number is."""

from typing import Final

from pipeline.numbers.wordlists import word_set

LEFT: Final = """
mehr als            | >  |   |
über                | >  |   |       | ! | führt führte geht ging läuft lief erstreckt verteilt berät
weit über           | >  |   |       | !
deutlich über       | >  |   |       | !
weit mehr als       | >  |   |
deutlich mehr als   | >  |   |
länger als          | >  |   |
älter als           | >  |   |
mehr als rund       | >  | ~ |
oberhalb von        | >  |   |
etwas mehr als      | >  | ~ | above
gut                 | >  | ~ | above
mindestens          | >= |   |
wenigstens          | >= |   |
zumindest           | >= |   |
nicht weniger als   | >= |   |
weniger als         | <  |   |
unter               | <  |   |       | ! | telefonnummer nummer
deutlich unter      | <  |   |       | !
jünger als          | <  |   |
keine               | <  |   |       | !
nicht einmal        | <  |   |
nicht mal           | <  |   |
knapp unter         | <  | ~ | below
etwas weniger als   | <  | ~ | below
unterhalb von       | <  |   |
höchstens           | <= |   |
maximal             | <= |   |
bis zu              | <= |   |
nicht mehr als      | <= |   |
etwa                | =  | ~ |
rund                | =  | ~ |
circa               | =  | ~ |
ca .                | =  | ~ |
zirka               | =  | ~ |
ungefähr            | =  | ~ |
schätzungsweise     | =  | ~ |
geschätzt           | =  | ~ |
geschätzte          | =  | ~ |
um die              | =  | ~ |
an die              | =  | ~ |
knapp               | =  | ~ | below
fast                | =  | ~ | below
beinahe             | =  | ~ | below
nahezu              | =  | ~ | below
annähernd           | =  | ~ | below
kaum                | =  | ~ | below | !
~                   | =  | ~ |
≈                   | =  | ~ |
>                   | >  |   |
≥                   | >= |   |
<                   | <  |   |
≤                   | <= |   |
"""
RIGHT: Final = """
oder mehr      | >= |   |
und mehr       | >= |   |
oder weniger   | <= |   |
plus           | >= |   |
+              | >= |   |
"""
TRANSPARENT: Final = word_set(
    "nur noch bereits schon jetzt inzwischen mittlerweile weitere insgesamt die den der das dem aber jedoch"
)
TO: Final = frozenset({"bis"})
BETWEEN: Final = frozenset({"zwischen"})
FROM: Final = frozenset({"von"})
CONJUNCTIONS: Final = frozenset({"und"})
ALTERNATIVES: Final = frozenset({"oder"})
OUT_OF: Final = (("von",),)
CHANGES: Final[frozenset[str]] = frozenset()
LINKS: Final = frozenset({",", "und", "oder", "bis", "-", "–", "von", "auf", "&"})
