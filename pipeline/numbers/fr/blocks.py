"""What looks like a number in French and is none, or is the name of something."""

from typing import Final

from pipeline.numbers.wordlists import word_set

IDIOMS: Final = """
24 / 7 | 50 - 50 | tolérance zéro | en deux temps | mille mercis | mai 68 | quarts de finale | quart de finale
huitième de finale | huitièmes de finale | deux en un | 49 . 3 | 49.3
"""
NUMBERED_NAMES: Final = word_set("""
    acte lbd android résolution vol tgv intercités route nationale départementale code secteur zone lot phase
    stade tribune niveau porte terminal hall cellule poste canal chaîne radio étage annexe article alinéa chapitre
    page tome numéro n° ligne quai autoroute chambre salle formule iphone galaxy boeing airbus windows playstation
    apollo cac sbf stoxx type classe groupe covid ligue
""")
MOSTLY_NOUNS: Final[frozenset[str]] = frozenset()
STREETS: Final[frozenset[str]] = frozenset()
STREETS_BEFORE: Final = frozenset(
    {"rue", "avenue", "boulevard", "place", "quai", "Rue", "Avenue", "Boulevard", "Place"}
)
EMERGENCY: Final = frozenset({"15", "17", "18", "112", "114", "115", "119", "3919"})
CALL_WORDS: Final = word_set("appelez appeler composez composer téléphone tél numéro")
SCORE_CUES: Final = word_set("""
    battu bat battre gagné gagne perdu perd victoire défaite score nul imposé imposée imposés battue battus
    incliné inclinée mené mènent menée menés menées remporté
""")
OPEN_PREFIXES: Final = frozenset({"moins", "plus"})
RANKS: Final = word_set("top rang")
NOT_NAMED: Final = word_set("""
    le la les l' un une
    des de d' du en à au aux sur sous par pour avec sans dans et ou mais que qui il elle ils elles on
    ce cette ces plus moins près environ quelque au-delà janvier février mars avril mai juin juillet août septembre
    octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche selon entre jusqu'à presque
""")
STOPS: Final = word_set("""
    et ou mais donc car à au aux de du des en dans sur sous par pour avec sans est sont a ont était se s' qui que où
    le la les un une ne n' il elle ils elles ce cette ces son sa ses leur leurs
""")
NAMED_ORDINALS: Final[frozenset[str]] = frozenset()
PLACES: Final = word_set("""
    salle chambre tribune terminal hall zone secteur stade phase étage cellule poste porte niveau quai groupe classe
    ligue lot canal radio annexe ligne type
""")
DOTTED_NAMES: Final = word_set("article alinéa chapitre art chap n tél min")
ERAS: Final = (("av", "."), ("avant", "j"), ("avant", "jésus"), ("apr", "."), ("après", "j"))
ZERO_LED: Final = True
SCORE_WORDS: Final = frozenset({"à"})
YEAR_BEFORE: Final = word_set("en depuis année l'année d'ici dès fin début été hiver courant")
