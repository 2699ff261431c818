"""Words of French that say how sure a number is."""

from typing import Final

from pipeline.numbers.wordlists import word_set

LEFT: Final = """
plus de              | >  |   |
plus d'              | >  |   |
supérieur à          | >  |   |
supérieure à         | >  |   |
au-dessus de         | >  |   |
au - dessus de       | >  |   |
bien plus de         | >  |   |
un peu plus de       | >  | ~ | above
au moins             | >= |   |
pas moins de         | >= |   |
au minimum           | >= |   |
un minimum de        | >= |   |
moins de             | <  |   |
moins d'             | <  |   |
inférieur à          | <  |   |
inférieure à         | <  |   |
au - dessous de      | <  |   |
un peu moins de      | <  | ~ | below
au plus              | <= |   |
au maximum           | <= |   |
un maximum de        | <= |   |
maximum              | <= |   |
jusqu'à              | <= |   |
pas plus de          | <= |   |
environ              | =  | ~ |
autour de            | =  | ~ |
quelque              | =  | ~ |
quelques             | =  | ~ |
approximativement    | =  | ~ |
à peu près           | =  | ~ |
aux alentours de     | =  | ~ |
quasiment            | =  | ~ | below
près de              | =  | ~ | below
près d'              | =  | ~ | below
presque              | =  | ~ | below
~                    | =  | ~ |
≈                    | =  | ~ |
>                    | >  |   |
≥                    | >= |   |
<                    | <  |   |
≤                    | <= |   |
"""
RIGHT: Final = """
ou plus        | >= |   |
et plus        | >= |   |
au moins       | >= |   |
ou moins       | <= |   |
au plus        | <= |   |
au maximum     | <= |   |
environ        | =  | ~ |
+              | >= |   |
"""
TRANSPARENT: Final = word_set("les la le des ces déjà encore seulement maintenant")
TO: Final = frozenset({"à"})
BETWEEN: Final = frozenset({"entre"})
FROM: Final = frozenset({"de"})
CONJUNCTIONS: Final = frozenset({"et"})
ALTERNATIVES: Final = frozenset({"ou"})
OUT_OF: Final = (("sur",),)
CHANGES: Final = word_set("""
    passé passée passés passe passer passent passant augmenté augmente augmenter baissé baisse baisser chuté chute
    progressé progresse grimpé grimpe reculé recule tombé tombe monté monte
""")
