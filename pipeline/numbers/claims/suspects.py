"""Who is named before a verb and says nothing: suspects, nobody, and who only does it."""

import re

from pipeline.numbers.claims.names import Claimant

__all__ = ["is_nobody", "is_said_of_it", "owns_up"]

# "A man accused of stealing", "the man alleged to have fired", "The pair, said to be worth"
_SAID_OF_IT = re.compile(
    r"accused of|(?:alleged|believed|thought|suspected|feared) to\b|(?:reported|estimated|said) to (?:be|have)\b"
)
_ADMITS = re.compile(r" (?:only|just|having|\w+ing) ")  # "admitted to two hospitals" says nothing
_NO = re.compile(r"\b[Nn]o $")
_NOBODY = re.compile(r"(?:no(?! ?\d|\. ?\d)|none|nobody|neither)\b", re.IGNORECASE)


def is_nobody(text: str, low: int, named: Claimant) -> bool:
    """Whether nobody says so: "No one has said", "None of the witnesses said"; not "No 10 said"."""
    negated = _NO.search(text, max(low, named.phrase_start - len("_no ")), named.phrase_start)
    return negated is not None or _NOBODY.match(text, named.phrase_start) is not None


def is_said_of_it(text: str, cue: re.Match[str]) -> bool:
    """Whether a form is a participle of what stands before it."""
    return _SAID_OF_IT.match(text, cue.start()) is not None


def owns_up(text: str, cue: re.Match[str], counted: bool) -> bool:
    """Whether somebody admits to a deed or a number: "admits to six dead", "admitted to only six"."""
    return (counted and not cue.group().startswith("admitted")) or _ADMITS.match(text, cue.end()) is not None
