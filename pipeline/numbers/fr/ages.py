"""What makes an age of years in French: pairs of what stands before and behind."""

from typing import Final

_HEDGE = r"(?:(?:plus|moins|près|environ|au moins|à peine)\s+(?:de\s+|d['’])?)?"
_FIRST = r"(?:\d+\s*(?:et|ou|à|-|–)\s*)?"  # "de 19 et 23 ans"
# What lasts: "une peine de trois ans" is no age.
_LASTING = (
    "peines?|durées?|périodes?|mandats?|contrats?|bail|baux|délais?|plans?|programmes?|expérience|absence|stages?|cycles?|retard|avance"
    "|suspension|interdiction|inéligibilité|emprisonnement|prison|réclusion|règne|guerres?|conflits?|carrière|vie|mariage"
    "|moyenne|prêts?|crédits?|sursis|sûreté|espace|horizon|garantie|terme|quinquennat|partenariat|accords?|engagement|bout"
    "|cours|total|plus|moins|près|lors|afin|recul|formation|études?|travaux|travail|attente|baisse|hausse|maximum|minimum"
    "|prolongation|extension|procédure|enquête|collaboration|concession|trêve|moratoire|validité|étalée?s?|échéance|écart|âgée?s?"
)
AGES: Final = (
    (rf"\b(?:âgée?s?|[Ââ]ges?|vieil(?:le|les)?|vieux)\s+(?:de\s+|d['’]){_HEDGE}{_FIRST}", r""),
    (r"\b(?:nourrisson|bébé|enfant|fillette|garçonnet|garçon|fils|fille|jumeaux|jumelles)s?\s+de\s+", r""),
)
AGES_OF_YEARS: Final = (
    (
        r"\b(?:a|ont|avait|avaient|aura|auront|ayant)\s+(?:déjà\s+|à peine\s+|(?:plus|moins)\s+de\s+|environ\s+)?",
        r"(?!\s+(?:de|d['’]|pour|après|plus))",
    ),
    (r"", r"\s+d['’]âge\b"),
    (
        rf"\b(?!(?:{_LASTING})\b)[^\W\d_]{{3,}}\s+de\s+{_HEDGE}{_FIRST}",
        r"(?!\s+(?:de|d['’])\s*(?:prison|réclusion|sursis|carrière))",
    ),
    (r"\b[Ll]es\s+\d{1,2}\s?[-–]\s?", r""),
    (r"\b(?:[Ll]es|[Dd]es|[Aa]ux)\s+(?:plus|moins)\s+de\s+", r"(?!\s+(?:de|d['’])\s*\w)"),
    (r"[^\W\d_]{2,},\s+", r"(?:\s*[,)]|\s+(?:et|dont)\b)"),
    (r"\(", r"\)"),
)
BEHIND: Final = r"(?!)"
WHOLE: Final = r"(?!)"
