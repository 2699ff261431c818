"""Whether what stands behind a verb of saying is a statement: a subject with a finite verb of its own."""

import re
from itertools import pairwise

from pipeline.numbers.events.lexicon import event_words
from pipeline.numbers.wordlists import word_set

__all__ = [
    "COUNTED",
    "PRESENT_AGAIN",
    "is_in_present",
    "is_past",
    "is_present",
    "is_told",
    "keeps_tense",
    "leaves_out_subject",
    "opens_clause",
]

_NUMBER = (
    r"(?:(?:at least|more than|fewer than|less than|as many as|up to|nearly|almost|about|around|over|under|some|another"
    r"|a further|all|only|just) )?"
    r"(?:[$£€]?\d[\d,.]*%?(?: (?:million|billion|per ?cent))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|(?:dozens|hundreds|thousands|tens of thousands|half|most) of|a dozen|a couple)"
)
COUNTED = re.compile(rf" {_NUMBER} ", re.IGNORECASE)
_LINKS = (
    r"(?:who|which|that|where|when|while|after|before|since|until|although|though|as|because|if|and|but|or|than|to)"
)
# "noted 40 schools had closed", "heard the accused man was"
_HAS = re.compile(
    rf"(?: (?!{_LINKS}\b)[^\s,;:.]+(?:[.,]\d+)*){{1,8}}?"
    r" (?:had|has|have|is|are|was|were|will|would|could|can|may|might|did|does)\b"
)
# "heard Hale took", "confirmed nine people died": only a past that is no participle of what goes before
_DID = re.compile(
    rf" (?:(?:[A-Z][\w’'-]+\.?(?: [A-Z][\w’'-]+){{0,3}})|{_NUMBER}(?: [a-z][\w-]+){{1,3}}?) (?P<verb>[a-z]{{3,}})\b"
    r"(?! (?:by|from)\b)"
)
# ", and sells 40", ", but spared the mill", ", and only one ladder"
_JOINED = re.compile(
    r", (?:and|but) (?:\w+ly )?(?:(?P<verb>(?!only |just |not )[a-z]+) (?=[$£€\d]"
    r"|(?:the|an?|its|his|her|their|it|him|them|about|around|nearly|almost|some|more|at|up|over|for|to|in|from|another"
    r"|two|three|four|five|six|seven|eight|nine|ten|half)\b)"
    r"|(?:only|just|not) (?:[\d$£€]|\w+ [a-z]+\b))"
)

PRESENT_AGAIN = re.compile(r",? and (?:have|has) (?!been\b|had\b)\w+")
_LOW_WORD = re.compile(r"\b[a-z]+\b")
_AUXILIARIES = word_set("is are was were has have had will would could can may might")
_FELL = word_set("fell found saw felt")  # bases of other verbs, too
_SHIFTED, _NOW, _PASTS = word_set("had would"), word_set("is are has have will"), word_set("was were did said")
_PRESENT = re.compile(r" (?:have|has|is|are|will|’ve|'ve) ")


def is_in_present(text: str, start: int, end: int) -> bool:
    """Whether what is said up to a joint does not shift its tenses: "said 19 have died | and have ..."."""
    return _PRESENT.search(text, start, end + 1) is not None


def leaves_out_subject(text: str, at: int) -> bool:
    """Whether what is joined behind ", X said" goes on with the subject before it: "..., X said, and sells 40"."""
    joined = _JOINED.match(text, at)
    verb = joined["verb"] if joined else None
    return joined is not None and (verb is None or is_past(verb) or is_present(verb))


def opens_clause(text: str, at: int, end: int) -> bool:
    """Whether a subject and its finite verb begin at `at`: "40 schools had closed", "Hale took the money"."""
    if _HAS.match(text, at, end):
        return True
    did = _DID.match(text, at, end)
    return did is not None and is_past(did["verb"])


def keeps_tense(text: str, start: int, end: int, *, is_now: bool) -> bool:
    """Whether a clause goes on as what somebody says does: "has grown" behind "says", "had grown" behind "said"."""
    words = set(_LOW_WORD.findall(text, start, end))
    if not is_now:
        return not _SHIFTED.isdisjoint(words) and _NOW.isdisjoint(words)
    did = _NOW.isdisjoint(words) and any(is_past(word) and (word in _FELL or not _is_base(word)) for word in words)
    return not did and words.isdisjoint(_PASTS | _SHIFTED)


def is_told(text: str, start: int, end: int) -> bool:
    """Whether a stretch may be a statement: an auxiliary or a past stands in it, or a plural does something."""
    words = _LOW_WORD.findall(text, start, end)
    if not _AUXILIARIES.isdisjoint(words) or any(map(is_past, words)):
        return True
    return any(before.endswith("s") and _is_base(word) for before, word in pairwise(words))


def _is_base(word: str) -> bool:
    """Whether a form may be "go", "cost"."""
    lexicon = event_words("en")
    known = lexicon.verbs.get(word) if lexicon else None
    return known is not None and "base" in known[1]


def is_present(word: str) -> bool:
    """Whether a form may be "goes", "costs"."""
    lexicon = event_words("en")
    known = lexicon.verbs.get(word) if lexicon else None
    return known is not None and "s" in known[1]


def is_past(word: str) -> bool:
    """Whether a form may be "went", "cost"."""
    lexicon = event_words("en")
    known = lexicon.verbs.get(word) if lexicon else None
    return "past" in known[1] if known else word.endswith("ed") and len(word) > 4
