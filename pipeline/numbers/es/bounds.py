"""Words of Spanish that say how sure a number is."""

from typing import Final

from pipeline.numbers.wordlists import word_set

LEFT: Final = """
más de               | >  |   |
superior a           | >  |   |
por encima de        | >  |   |
mayor de             | >  |   |
mayores de           | >  |   |
algo más de          | >  | ~ | above
poco más de          | >  | ~ | above
un poco más de       | >  | ~ | above
al menos             | >= |   |
por lo menos         | >= |   |
como mínimo          | >= |   |
no menos de          | >= |   |
un mínimo de         | >= |   |
menos de             | <  |   |
inferior a           | <  |   |
por debajo de        | <  |   |
menores de           | <  |   |
algo menos de        | <  | ~ | below
poco menos de        | <  | ~ | below
hasta                | <= |   |
como máximo          | <= |   |
un máximo de         | <= |   |
máximo               | <= |   |
no más de            | <= |   |
a lo sumo            | <= |   |
unos                 | =  | ~ |
unas                 | =  | ~ |
alrededor de         | =  | ~ |
aproximadamente      | =  | ~ |
cerca de             | =  | ~ |
en torno a           | =  | ~ |
cosa de              | =  | ~ |
se estima que        | =  | ~ |
casi                 | =  | ~ | below
prácticamente        | =  | ~ | below
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
TRANSPARENT: Final = word_set("los las el la ya solo sólo otros otras unos")
TO: Final = frozenset({"a"})
BETWEEN: Final = frozenset({"entre"})
FROM: Final = frozenset({"de"})
CONJUNCTIONS: Final = frozenset({"y"})
ALTERNATIVES: Final = frozenset({"o"})
OUT_OF: Final = (("de", "cada"),)
CHANGES: Final = word_set("""
    pasó pasa pasar pasado pasando subió sube subir subido bajó baja bajar bajado cayó cae caer caído aumentó aumenta
    aumentar creció crece crecer redujo reduce reducir
""")
