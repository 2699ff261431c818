"""The name among the parts between commas before a verb: "Renner's solicitor, Alma Voigt, said"."""

import re

from pipeline.numbers.claims.names import PERSON_TAIL, Claimant, claimant_of
from pipeline.numbers.claims.phrases import MARKS, Token, head_of, trimmed
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.wordlists import word_set

__all__ = ["person_tail", "with_apposition"]

_OPEN_CLAUSE = word_set("where when while and but")
_TITLES_IN_ING = word_set("""
    managing acting outgoing incoming leading founding presiding sitting serving commanding visiting reigning retiring
""")
_QUOTE_MARKS = frozenset('"“”')


def with_apposition(text: str, tokens: list[Token], words: ReportingWords) -> Claimant | None:
    """ "Renner's solicitor, Alma Voigt, said": the name among the parts between commas, else the first part."""
    parts: list[list[Token]] = [[]]
    skipped = False
    for token in reversed(tokens):
        if token.word in _QUOTE_MARKS and (skipped or not any(_can_head(p[::-1], words) for p in parts if p)):
            skipped = not skipped  # 'Jane Roe, known as "Victim 1" in court, says'
        elif skipped:
            continue
        elif token.word == "." and not parts[-1]:
            continue  # "Roe, D-Calif., said"
        elif token.word in MARKS and token.word not in ",()%":
            break
        elif token.word == ",":
            parts.append([])
        elif token.word not in "()":
            parts[-1].append(token)
    segments = [_without_conjunction(part[::-1]) for part in reversed(parts) if part]
    segments = [part for part in segments if part]
    if not segments:
        return None
    candidates = [p for p in segments if _can_head(p, words)]
    if candidates and head_of(candidates[0], words).low in words.sets["sources"]:
        # "A paper in the journal, led by Jane Roe, found"
        return claimant_of(text, trimmed(candidates[0], words), words)
    named = [p for p in candidates if person_tail(text, p)]
    if not named and len(segments) > 2 and segments[-2][0].low in ("who", "whose") and person_tail(text, segments[-2]):
        return None  # "In a letter to Jane Roe, who is the chair, and John Doe, the clerk, said"
    if not named and len(candidates) > 1 and _is_one_of(candidates[0], words):
        named = [p for p in candidates[1:2] if len(p) == 1 and p[0].word.istitle()]  # "His wife, Anna, said"
    apart = [p for p in named if p[0].low not in words.sets["determiners"]]  # not "the mayor of Port Alma"
    fitting = apart or named or candidates
    return claimant_of(text, trimmed(fitting[0], words), words) if fitting else None


def _is_one_of(part: list[Token], words: ReportingWords) -> bool:
    """Whether a phrase describes a person who is named next: "His wife", "Roe's mother"; not "The city of Brenna"."""
    owned = part[0].word.endswith(("’s", "'s")) and part[-1].low in words.sets["persons"]
    return part[-1].word.islower() and (owned or part[0].low in words.sets["articles"])


def _without_conjunction(part: list[Token]) -> list[Token]:
    """ "where Dr Mina Pell, who heads the unit, said": what opens a clause is no part of a name."""
    return part[1:] if part[0].low in _OPEN_CLAUSE else part


def _can_head(part: list[Token], words: ReportingWords) -> bool:
    first = part[0].low
    if (
        first in words.sets["prepositions"]
        or first in ("who", "which", "where", "whose", "including")
        or (first.endswith("ing") and first not in _TITLES_IN_ING)
    ):
        return False
    if len(part) > 1 and (first == "led" or first.endswith("ed")) and part[1].low in words.sets["prepositions"]:
        return False  # "its analysts, led by Jane Roe, wrote"
    return not part[0].word[0].isdigit() and not any(
        t.low in words.sets["auxiliaries"] and t.word.islower() for t in part
    )


def person_tail(text: str, tokens: list[Token]) -> re.Match[str] | None:
    return PERSON_TAIL.search(text[tokens[0].start : tokens[-1].end])
