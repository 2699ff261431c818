"""Words of French that say how sure a number is."""

from typing import Final

from pipeline.numbers.wordlists import word_set

LEFT: Final = """
plus de              | >  |   |
plus d'              | >  |   |
plus du              | >  |   |
plus des             | >  |   |
supérieur à          | >  |   |
supérieure à         | >  |   |
au-dessus de         | >  |   |
au - dessus de       | >  |   |
bien plus de         | >  |   |
dépasse              | >  |   |
dépassent            | >  |   |
dépassait            | >  |   |
dépassé              | >  |   |
un peu plus d'       | >  | ~ | above
un peu plus du       | >  | ~ | above
un peu plus de       | >  | ~ | above
au moins             | >= |   |
pas moins de         | >= |   |
pas moins d'         | >= |   |
au minimum           | >= |   |
un minimum de        | >= |   |
moins de             | <  |   |
moins d'             | <  |   |
moins du             | <  |   |
moins des            | <  |   |
inférieur à          | <  |   |
inférieure à         | <  |   |
au - dessous de      | <  |   |
un peu moins de      | <  | ~ | below
un peu moins d'      | <  | ~ | below
au plus              | <= |   |
au maximum           | <= |   |
un maximum de        | <= |   |
maximum              | <= |   |
jusqu' à             | <= |   |
tout au plus         | <= |   |
pas plus de          | <= |   |
pas plus d'          | <= |   |
environ              | =  | ~ |
autour de            | =  | ~ |
quelque              | =  | ~ |
quelques             | =  | ~ |
approximativement    | =  | ~ |
à peu près           | =  | ~ |
aux alentours de     | =  | ~ |
aux environs de      | =  | ~ |
autour d'            | =  | ~ |
quasiment            | =  | ~ | below
près de              | =  | ~ | below
près d'              | =  | ~ | below
près du              | =  | ~ | below
près des             | =  | ~ | below
à peine              | =  | ~ | below
pas loin de          | =  | ~ | below
pas loin d'          | =  | ~ | below
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
TRANSPARENT: Final = word_set("les la le l' des ces déjà encore seulement maintenant désormais")
TO: Final = frozenset({"à"})
BETWEEN: Final = frozenset({"entre"})
FROM: Final = frozenset({"de"})
CONJUNCTIONS: Final = frozenset({"et"})
ALTERNATIVES: Final = frozenset({"ou"})
OUT_OF: Final = (("sur",),)
CHANGES: Final = word_set("""
    passera passeront passerait augmentera augmenteront baissera baisseront grimpera montera tombera
    passé passée passés passe passer passent passant augmenté augmente augmenter baissé baisse baisser chuté chute
    progressé progresse grimpé grimpe reculé recule tombé tombe monté monte
""")
CHANGES_BY: Final = word_set(
    "augmenté augmente augmenter baissé baisse baisser chuté progressé progresse reculé recule"
)
NAMED_SHARES: Final = True
LINKS: Final = frozenset({",", "et", "ou", "à", "-", "–", "de", "&"})
