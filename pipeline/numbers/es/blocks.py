"""What looks like a number in Spanish and is none, or is the name of something."""

from typing import Final

from pipeline.numbers.wordlists import word_set

IDIOMS: Final = """
por ciento
24 / 7 | 50 - 50 | tolerancia cero | mil gracias | cuartos de final | cuarto de final | octavos de final
bajo cero
"""
NUMBERED_NAMES: Final = word_set("""
    android calle avenida comuna ruta tramo nro min minuto instrucción juzgado resolución vuelo carretera kilómetro
    zona lote fase celda canal cadena radio planta anexo agenda expediente decreto artículo apartado capítulo página
    tomo número nº línea andén autopista autovía habitación sala fórmula iphone galaxy boeing airbus windows
    playstation apolo ibex stoxx tipo clase grupo covid liga
""")
MOSTLY_NOUNS: Final[frozenset[str]] = frozenset()
STREETS: Final[frozenset[str]] = frozenset()
STREETS_BEFORE: Final[frozenset[str]] = frozenset()
EMERGENCY: Final = frozenset({"112", "091", "911", "061"})
CALL_WORDS: Final = word_set("llame llamar llamó llama marque marcar teléfono")
SCORE_CUES: Final = word_set("ganó gana venció derrotó perdió empató empate victoria derrota marcador goleó")
OPEN_PREFIXES: Final = frozenset({"menos", "más"})
RANKS: Final = word_set("top puesto")
NOT_NAMED: Final = word_set("""
    el la los las un una unos unas de del en a al por para con sin entre y o que se su sus más menos casi cerca hasta
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles
    jueves viernes sábado domingo según sobre desde
""")
STOPS: Final = word_set("""
    y o u pero a al de del en con por para sin sobre es son fue ha han se que donde el la los las un una no su sus
    este esta
""")
NAMED_ORDINALS: Final[frozenset[str]] = frozenset()
PLACES: Final = word_set("""
    sala habitación planta calle avenida zona celda grupo clase liga andén línea tramo ruta canal cadena radio lote fase
    comuna carretera
""")
DOTTED_NAMES: Final = word_set("artículo apartado capítulo art núm nro pág min tel android")
ERAS: Final = (("a", "."), ("d", "."), ("antes", "de", "cristo"), ("después", "de", "cristo"))
ZERO_LED: Final = True
SCORE_WORDS: Final = frozenset({"a"})
YEAR_BEFORE: Final = word_set("en desde año hasta finales principios verano invierno mediados")
