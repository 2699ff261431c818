"""The singular of an English noun."""

from collections.abc import Mapping

__all__ = ["singular"]

_NO_MEN = frozenset(
    {"yemen", "specimen", "omen", "abdomen", "acumen", "stamen", "regimen", "bitumen", "lumen", "semen"}
)


def singular(word: str, plurals: Mapping[str, str], e_nouns: frozenset[str]) -> str:
    """The singular of an English noun: "buses" -> "bus", "companies" -> "company", "women" -> "woman"."""
    base = word[:-2] if word.endswith(("'s", "’s")) else word
    low = base.lower()
    if low in plurals or base in plurals:
        return plurals.get(base) or plurals[low]
    if low.endswith("men") and len(low) > 4 and low not in _NO_MEN:
        return base[:-2] + "an"
    if low.endswith("wives"):
        return base[:-3] + "fe"  # "midwives"
    if low.endswith("children"):
        return base[:-3]
    if base.endswith("s") and len(base) > 2 and base[:-1].isupper():
        return base[:-1]  # TVs
    if low.endswith(("people", "folk", "women")) or len(low) < 4:
        return base
    if not low.endswith("s") or low.endswith(("ss", "us", "is")) or low in ("news", "series", "species"):
        return base
    if low.endswith("ies") and len(low) > 4:
        return base[:-3] + (
            "ie" if low in ("movies", "cookies", "zombies", "selfies", "calories", "ties", "pies") else "y"
        )
    if low[:-1] in e_nouns:
        return base[:-1]
    if low.endswith(("ches", "shes", "sses", "xes", "zzes", "uses", "oes")):
        return base[:-2]
    return base[:-1]
