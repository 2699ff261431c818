"""What makes an age of years in Spanish: pairs of what stands before and behind."""

from typing import Final

_HEDGE = r"(?:(?:más|menos|cerca|casi|unos|alrededor|entre)\s+(?:de\s+)?)?"
_FIRST = r"(?:\d+\s*(?:y|o|a|-|–)\s*)?"  # "de 19 y 23 años"
# What lasts: "una pena de tres años" is no age.
_LASTING = (
    "penas?|condenas?|duración|períodos?|periodos?|mandatos?|contratos?|plazos?|planes|plan|programas?|experiencia|ausencia|cursos?|ciclos?"
    "|retraso|suspensión|inhabilitación|cárcel|prisión|reclusión|reinado|guerras?|conflictos?|carrera|vida|matrimonio|media"
    "|préstamos?|crédito|garantía|alianza|acuerdos?|cabo|total|más|menos|cerca|antes|después|tras|además|dentro|desde|bloqueo|formación"
    "|estudios?|obras|trabajo|espera|máximo|mínimo|prórroga|proceso|investigación|concesión|tregua|moratoria|bono|bonos"
    "|sanción|alejamiento|alrededor|promedio|inversión|proyectos?|historia|lucha|sequía|crisis|temporadas?|récord"
)
AGES: Final = (
    (rf"\b(?:[Ee]dad(?:es)?|[Mm]ayor(?:es)?|[Mm]enor(?:es)?)\s+(?:de|entre|a)\s+(?:los\s+)?{_HEDGE}{_FIRST}", r""),
    (r"\b(?:bebé|niñ[oa]|hij[oa]|menor|gemel[oa]|recién nacid[oa])s?,?\s+de\s+", r""),
)
AGES_OF_YEARS: Final = (
    (r"", r"\s+de\s+edad\b"),
    (
        rf"\b(?!(?:{_LASTING})\b)[^\W\d_]{{3,}},?\s+de\s+{_HEDGE}{_FIRST}",
        r"(?!\s+de\s+(?:prisión|cárcel|condena|carrera))",
    ),
    (r"\b(?:[Cc]umplió|[Cc]umple|[Cc]umplirá|[Tt]iene|[Tt]enía|[Tt]ienen)\s+", r"(?!\s+(?:de|para|y\s+medio)\b)"),
    (r"[^\W\d_]{2,},\s+", r"(?:\s*[,)]|\s+y\b)"),
    (r"\(", r"\)"),
)
BEHIND: Final = r"(?!)"
WHOLE: Final = r"(?!)"
