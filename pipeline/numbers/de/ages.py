"""What makes an age of years in German: pairs of what stands before and behind; and words that are ages."""

from typing import Final

AGES: Final = (
    (r"", r"\s+(?:alt|alte[nrsm]?)\b"),
    (r"\b[Aa]lter\s+(?:von|ab|zwischen)\s+(?:\w+\s+){0,2}?(?:\d+\s+(?:bis|und)\s+)?", r""),
    (r"\b(?:jünger|älter)\s+als\s+", r""),
    (r"\b[Mm]it\s+(?:nur\s+|gerade\s+)?", r"(?=\s+(?:ist|war|starb|wurde|hat|kam|begann|zog|ging)\b|\s*,)"),
)
AGES_OF_YEARS: Final = ((r"\b(?:Menschen|Personen|Kinder|Frauen|Männer|alle)\s+(?:über|unter|ab)\s+", r"(?!\s+[A-Z])"),)
# "dreijährige Haftstrafe" lasts; "dreijährige Tochter" is three years old.
_LASTING = r"""
    \s+(?:\w+\s+)?\w*(?i:haft|strafe|sperre|vertrag|vertrags|laufzeit|krieg|amtszeit|ausbildung|frist|pause|bauzeit|bestehen
    |bestehens|jubiläum|programm|projekt|projekts|studie|verhandlung|verhandlungen|arbeit|zeit|dauer|regierung|herrschaft|ehe
    |karriere|erfahrung|förderung|garantie|phase|plan|abwesenheit|partnerschaft|suche|streit|prozess|lehre|verbot|kampagne
    |engagement|papiere|papier|anleihen?|treasuries|darlehen|kredite?|bonds|hypothek|hypotheken|zinsbindung|jubiläums|mandat|dienst
    |dienstzeit|freundschaft|geschichte|besetzung|belagerung|tätigkeit|bilanz)(?:s|es)?\b
""".replace("\n", "").replace(" ", "")
_WORD: Final = rf"(?:Jährige[nrsm]?\b|jährige?[nrsm]?\b(?!{_LASTING}))"
BEHIND: Final = rf"[-‐‑]{_WORD}"
WHOLE: Final = rf"\w+(?:jährige?[nrsm]?\b(?!{_LASTING}))"
