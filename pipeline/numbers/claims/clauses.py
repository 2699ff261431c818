"""The subject of a clause that stands farther off than right before the verb that reports."""

import re

from pipeline.numbers.claims.complements import is_past
from pipeline.numbers.claims.names import Claimant, is_claimant_like
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.claims.subjects import subject_before
from pipeline.numbers.events.lexicon import event_words
from pipeline.numbers.wordlists import word_set

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|[,;:—]")
_JOINTS = frozenset(
    ("after", "because", "while", "when", "where", "as", "before", "but", "although", "though", "since")
)
_LOW = re.compile(r"\b[a-z]+\b")
_LEAD_WORDS = 16
# "Fourteen targets were hit": behind a number a plural is no verb
_COUNTS = word_set("""
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundreds thousands dozens several many most some few
    all both these those such other more
""")
_OBJECT = re.compile(r" (?:the|an?|his|her|its|their|this|these|it|them|him|us|no|to)\b")
_NAME_BEFORE = re.compile(r"\b[A-Z][\w-]+ [A-Z][\w-]+ $")
_OPENING = re.compile(
    r"(?:[A-Z][\w.’'-]+ |[a-z]+ ){0,4}?(?P<name>[A-Z][\w’'.-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+)){0,3})"
    r"(?: \([^)]{1,20}\))?(?:,| –| —)? (?=whos?e?\b|\d\d, |(?:an?|the|his|her) [^,.;]{3,140},)"
)


def main_subject(text: str, start: int, end: int, words: ReportingWords) -> Claimant | None:
    """What stands before the first finite verb of a sentence: "Survivors" of "Survivors gave a figure, saying"."""
    verb = _first_verb(text, start, end, words)
    return subject_before(text, start, verb, words) if verb is not None else None


def opening_subject(text: str, start: int, end: int, words: ReportingWords) -> Claimant | None:
    """The name at the head of a sentence that is told apart at once: "Mayor Jane Roe, who ...", "Roe (D), 45, ..."."""
    opening = _OPENING.match(text, start, end)
    return subject_before(text, start, opening.end("name"), words) if opening else None


def joined_subject(text: str, start: int, end: int, words: ReportingWords, *, is_now: bool) -> Claimant | None:
    """Whose second verb stands at `end`: "the company" of "fell after the company cut its forecast and said".

    A verb that `is_now` in the present goes on with no clause in the past: "Roe left after it was sold and says".
    """
    own = start
    for match in _WORD.finditer(text, start, end):
        if match.group().lower() in _JOINTS or match.group() in ";:—":
            own = match.end()
    named = main_subject(text, own, end, words) if own > start else None
    past = is_now and any(map(is_past, _LOW.findall(text, own, end)))
    named = (
        named if named is not None and not past and is_claimant_like(named, own, words) else None
    )  # not "since the duty was set"
    return named or opening_subject(text, start, end, words) or main_subject(text, start, end, words)


def _first_verb(text: str, start: int, end: int, words: ReportingWords) -> int | None:
    """Where the first word stands that can be nothing but a finite verb."""
    lexicon = event_words("en")
    forms = lexicon.verbs if lexicon else {}
    for i, match in enumerate(_WORD.finditer(text, start, end)):
        word = match.group()
        if i > _LEAD_WORDS:
            return None
        if i == 0 or not word.islower():
            continue
        known = forms.get(word)
        past = "past" in known[1] if known else word.endswith("ed") and len(word) > 4
        past = past and not _after_article(text, start, match.start(), words)
        present = (known is not None and "s" in known[1]) or (word in words.verbs and word.endswith("s"))
        present = present and word not in words.sets["claimants"]  # "Israeli forces confirmed"
        if word.endswith("s") and _is_done_by_name(text, start, match.start(), match.end()):
            return match.start()
        if past or (present and _after_name(text, start, match.start())) or words.is_finite(word):
            return match.start()
        if word in words.sets["auxiliaries"] or word.endswith(("n’t", "n't")):
            return match.start()
    return None


def _is_done_by_name(text: str, start: int, at: int, end: int) -> bool:
    """Whether a form in -s stands between a full name and an object: "Minister Jane Roe corrects the agency"."""
    return _OBJECT.match(text, end) is not None and _NAME_BEFORE.search(text, max(start, at - 40), at) is not None


def _after_article(text: str, start: int, at: int, words: ReportingWords) -> bool:
    """Whether a participle belongs to a noun: "a retired worker"."""
    before = text[max(start, at - 12) : at].split()
    return bool(before) and (before[-1].lower() in words.sets["determiners"] or before[-1].endswith(("’s", "'s")))


def _after_name(text: str, start: int, at: int) -> bool:
    """Whether a name, a pronoun or a comma stands right before: "Roe lacks", not "the lacks"."""
    before = text[max(start, at - 40) : at].split()
    if before and before[-1].split("-")[-1].lower() in _COUNTS:
        return False
    return bool(before) and (before[-1][0].isupper() or before[-1][-1] == "," or before[-1] in ("he", "she", "it"))
