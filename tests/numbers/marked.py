"""Marked sentences ("[42 civilians] had been killed") into text and mentions, and what is read of sentences."""

import re
from decimal import Decimal

from pipeline.numbers import find_mentions
from pipeline.numbers.claims import attribute
from pipeline.numbers.mention import Kind, Mention
from pipeline.numbers.sentences import Sentence, sentence_at, split_sentences

_MARK = re.compile(r"\[([^\[\]]+)\]")
_NUMBER = re.compile(
    r"[$£€]?\d[\d,.]*(?: (?:million|billion))?%?|\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)


def read_marked(marked: str) -> tuple[str, list[Sentence], list[Mention]]:
    """The text without its brackets, its sentences, and one quantity for each pair of brackets."""
    text, spans, shift = _MARK.sub(r"\1", marked), [], 0
    for match in _MARK.finditer(marked):
        spans.append((match.start() - shift, match.end() - 2 - shift))
        shift += 2
    sentences = split_sentences(text)
    return text, sentences, [_mention(text, sentences, *span) for span in spans]


def claimants_of(marked: str) -> str:
    """Who claims each marked number, in order: "-" the outlet, "?" somebody who is not clear."""
    symbols = {"outlet": "-", "unresolved": "?"}
    return " ".join(m.attributed_to or symbols[m.attribution] for m in attribute(*read_marked(marked)))


def triggers_of(text: str) -> list[str]:
    """The trigger of each quantity of a text; "-" for none."""
    return [m.event_trigger or "-" for m in find_mentions(text, language="en") if m.is_quantity]


def _mention(text: str, sentences: list[Sentence], start: int, end: int) -> Mention:
    phrase = text[start:end]
    numbers = list(_NUMBER.finditer(phrase))
    number = next((n for n in numbers if n.group()[-1].isdigit() or n.group()[-1] == "%"), numbers[-1])
    sentence = sentence_at(sentences, start)
    assert sentence is not None
    return Mention(
        char_start=start + number.start(),
        char_end=start + number.end(),
        surface=number.group(),
        phrase_start=start,
        phrase_end=end,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        kind=_kind(phrase),
        subkind="duration" if _kind(phrase) == "time" else None,
        is_quantity=True,
        value=Decimal(1),
        rule="marked",
    )


def _kind(phrase: str) -> Kind:
    if re.search(r"[$£€]", phrase):
        return "money"
    if "%" in phrase:
        return "percent"
    if "-year-old" in phrase:
        return "age"
    if re.search(r"\b(?:years|weeks|minutes|decades)\b", phrase):
        return "time"
    return "measure" if re.search(r"\b(?:tons|kilometers|degrees)\b", phrase) else "count"
