"""Words of Spanish that say how sure a number is."""

from typing import Final

from pipeline.numbers.wordlists import word_set

LEFT: Final = """
más de               | >  |   |
más del              | >  |   |
supera               | >  |   |
superan              | >  |   |
superó               | >  |   |
superaron            | >  |   |
superado             | >  |   |
rebasó               | >  |   |
por encima del       | >  |   |
superior al          | >  |   |
superior a           | >  |   |
por encima de        | >  |   |
mayor de             | >  |   |
mayores de           | >  |   |
algo más de          | >  | ~ | above
algo más del         | >  | ~ | above
poco más del         | >  | ~ | above
poco más de          | >  | ~ | above
un poco más de       | >  | ~ | above
al menos             | >= |   |
por lo menos         | >= |   |
como mínimo          | >= |   |
como poco            | >= |   |
cuando menos         | >= |   |
no menos de          | >= |   |
un mínimo de         | >= |   |
menos de             | <  |   |
menos del            | <  |   |
inferior al          | <  |   |
por debajo del       | <  |   |
inferior a           | <  |   |
por debajo de        | <  |   |
menores de           | <  |   |
algo menos de        | <  | ~ | below
poco menos de        | <  | ~ | below
hasta                | <= |   |       | ! | ,
hasta un             | <= |   |       | ! | ,
como máximo          | <= |   |
un máximo de         | <= |   |
máximo               | <= |   |
no más de            | <= |   |
como mucho           | <= |   |
a lo sumo            | <= |   |
unos                 | =  | ~ |
unas                 | =  | ~ |
alrededor de         | =  | ~ |
aproximadamente      | =  | ~ |
cerca de             | =  | ~ |
en torno a           | =  | ~ |
en torno al          | =  | ~ |
cerca del            | =  | ~ |
alrededor del        | =  | ~ |
más o menos          | =  | ~ |
cosa de              | =  | ~ |
se estima que        | =  | ~ |
casi                 | =  | ~ | below
prácticamente        | =  | ~ | below
apenas               | =  | ~ | below
~                    | =  | ~ |
≈                    | =  | ~ |
>                    | >  |   |
≥                    | >= |   |
<                    | <  |   |
≤                    | <= |   |
"""
RIGHT: Final = """
o más              | >= |   |
y más              | >= |   |
al menos           | >= |   |
como mínimo        | >= |   |
o menos            | <= |   |
como máximo        | <= |   |
aproximadamente    | =  | ~ |
+                  | >= |   |
"""
TRANSPARENT: Final = word_set("los las el la ya solo sólo otros otras unos un una")
TO: Final = frozenset({"a", "al"})
BETWEEN: Final = frozenset({"entre"})
FROM: Final = frozenset({"de", "del"})
CONJUNCTIONS: Final = frozenset({"y"})
ALTERNATIVES: Final = frozenset({"o"})
OUT_OF: Final = (("de", "cada"),)
CHANGES: Final = word_set("""
    pasará pasarán subirá subirán bajará bajarán crecerá crecerán caerá aumentará aumentarán
    pasó pasa pasar pasado pasando subió sube subir subido bajó baja bajar bajado cayó cae caer caído aumentó aumenta
    aumentar creció crece crecer redujo reduce reducir
""")
CHANGES_BY: Final = word_set(
    "subió subir subido bajó bajar bajado cayó caer caído aumentó aumentar creció crecer redujo reducir"
)
NAMED_SHARES: Final = True
LINKS: Final = frozenset({",", "y", "o", "a", "-", "–", "de", "&"})
