"""Interviews printed as turns: "Q:" and "A:", or names before a colon. Answers are claims, questions are not."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.numbers.claims.claim import Claim
from pipeline.numbers.claims.names import Claimant
from pipeline.numbers.claims.phrases import FIRST_PERSON
from pipeline.numbers.claims.reporting import ReportingWords

__all__ = ["answers_of"]

_NAME = r"[A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+){1,2}"
_LABEL = re.compile(
    r"(?m)^(?P<label>(?:Q|A|Question|Answer)(?=[:.])"
    r"|(?:[A-Z][a-z]{1,3}\. )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}(?=:))[:.] *(?=\S)"
)
# A line that asks somebody something: "How did you start?", "What does it cost?", "You have had critics."
_QUESTION = re.compile(r"(?m)^(?:(?=[^\n\"“‘:]{8,250}\?[ ]*$)[^\n]*|You(?:[’'](?:re|ve|d|ll))? [^\n\"“‘:]{8,250})$")
_YOU = re.compile(r"\b[Yy]ou(?:r|rs|rself|[’'](?:re|ve|d|ll))?\b")
_REACHED = re.compile(
    r"\b(?:We|I)(?: \w+ly)? (?:reached|spoke|talked|met|asked|caught up|sat down|called|rang|interviewed)\b"
)
_FULL_NAME = re.compile(rf"(?<![.!?] )\b{_NAME}")
_INTRODUCED = re.compile(
    rf"\b(?:with|to|have|has|asked|interviewed|[Mm]eet|[Mm]et|welcome[ds]?|joined by|questions for)"
    rf" (?:[a-z]+ ){{0,4}}?(?P<name>{_NAME})"
)
_TITLES = frozenset(
    ("Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Professor", "Sir", "Dame", "Lord", "Lady", "Sen", "Rep", "Gov")
)
_ANSWERS, _QUESTIONS = frozenset(("A", "Answer")), frozenset(("Q", "Question"))
_HEAD_CHARS, _FEWEST = 4000, 2
_FEWEST_QUESTIONS = 3


class _Turn(NamedTuple):
    """A stretch of an interview; `label` is what stands before its colon."""

    label: str
    start: int
    end: int


def answers_of(text: str, words: ReportingWords) -> Iterator[Claim]:
    """The answers of an interview, each a claim of the one who answers; none where it is not clear who does."""
    turns = _turns(text)
    counts = Counter(turn.label for turn in turns)
    head = text[: min(turns[0].start, _HEAD_CHARS)] if turns else ""
    answers = min(sum(counts[label] for label in kind) for kind in (_ANSWERS, _QUESTIONS)) >= _FEWEST
    answerer = _answerer(head, words) if answers else None
    names = list(_names(head, words)) if max(counts.values(), default=0) >= _FEWEST else []
    speakers = {label: _called(label, names) for label, count in counts.items() if count >= _FEWEST}
    speakers |= {label: speakers[label] or _named_by(label, words) for label in speakers}
    speakers |= dict.fromkeys(_ANSWERS, answerer) | dict.fromkeys(_QUESTIONS)
    for turn in turns:
        speaker = speakers.get(turn.label)
        if speaker is not None:
            yield Claim(((turn.start, turn.end),), speaker, None, f"{turn.label}:", turn.start, turn.end, rank=3)
    if not answers:
        yield from _unlabelled(text, words)


def _unlabelled(text: str, words: ReportingWords) -> Iterator[Claim]:
    """What stands between lines that ask "you", in the first person, of the one whom the head introduces."""
    asked = list(_QUESTION.finditer(text)) if text.count("?\n") >= _FEWEST_QUESTIONS else []
    if len(asked) < _FEWEST_QUESTIONS or not any(_YOU.search(question.group()) for question in asked):
        return
    ends = [match.start() for match in asked[1:]]
    stop = re.compile(r"\S[^\n]*").search(text, asked[-1].end())
    spans = [(q.end(), end) for q, end in zip(asked, [*ends, stop.end() if stop else len(text)], strict=True)]
    own = sum(FIRST_PERSON.search(text, *span) is not None for span in spans)
    speaker = _answerer(text[: min(asked[0].start(), _HEAD_CHARS)], words, is_introduced=True)
    if speaker is None or 3 * own < 2 * len(spans):
        return
    for start, end in spans:
        yield Claim(((start, end),), speaker, None, "?", start, end, rank=3)


def _named_by(label: str, words: ReportingWords) -> Claimant | None:
    """The person whom a label alone names: "Mr Roe:", "Jane Roe:"."""
    first, _, rest = label.partition(" ")
    if not rest or not _may_be_person(label, words) or label.isupper():
        return None
    if first.rstrip(".") in _TITLES:
        return Claimant(rest, 0, 0, 0, is_person=True)
    return Claimant(label, 0, 0, 0, is_person=True) if words.is_first_name(first) else None


def _turns(text: str) -> list[_Turn]:
    """The turns in order; one reaches to the next, the last to the end of its paragraph."""
    labels = list(_LABEL.finditer(text)) if ":" in text or "\nQ." in text else []
    ends = [match.start() for match in labels[1:]]
    if labels:
        stop = text.find("\n", labels[-1].end())
        ends.append(stop if stop >= 0 else len(text))
    return [_Turn(match["label"], match.end(), end) for match, end in zip(labels, ends, strict=True)]


def _answerer(head: str, words: ReportingWords, *, is_introduced: bool = False) -> Claimant | None:
    """The one person whom the head of an interview introduces or, unless that must be, names."""
    introduced = {m["name"]: m.start("name") for m in _INTRODUCED.finditer(head) if _may_be_person(m["name"], words)}
    known = {m.group(): m.start() for m in _FULL_NAME.finditer(head) if words.is_first_name(m.group().split()[0])}
    is_known = not is_introduced or _REACHED.search(head)
    for found in (introduced, known) if is_known else (introduced,):
        if len(found) == 1:
            ((name, at),) = found.items()
            return Claimant(name, at, at + len(name), at)
    return None


def _names(head: str, words: ReportingWords) -> Iterator[Claimant]:
    """The full names of people in the head of an interview."""
    for match in _FULL_NAME.finditer(head):
        if words.is_first_name(match.group().split()[0]):
            yield Claimant(match.group(), match.start(), match.end(), match.start())


def _called(label: str, names: Sequence[Claimant]) -> Claimant | None:
    """The person whom a label names by the whole name, the first or the last: "ROE:" behind "Jane Roe"."""
    low = label.lower()
    for name in names:
        whole = name.text.lower()
        if low == whole or low in (whole.split()[0], whole.split()[-1]):
            return name
    return None


def _may_be_person(name: str, words: ReportingWords) -> bool:
    return not any(part in words.sets["organisations"] or part == "The" for part in name.split())
