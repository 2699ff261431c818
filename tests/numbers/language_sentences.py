"""The sentences of other languages than English, with what must be read; `sentences/README.md` has the format.

`python -m tests.numbers.language_sentences` prints how many there are and how many are read rightly, and what is wrong.
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pipeline.numbers import Mention, find_mentions
from tests.numbers.quantities.quantity_reading import reading

FOLDER = Path(__file__).parent / "sentences"
LANGUAGES = ("de", "fr", "es")
PUBLISHED = date(2024, 5, 16)


class Expected(NamedTuple):
    """A sentence, its quantities and its times, each in the order of the text."""

    text: str
    numbers: tuple[str, ...]
    times: tuple[str, ...]


def expected_of(language: str) -> Iterator[Expected]:
    """The sentences of a language."""
    text, lines = "", {"=": (), "@": ()}
    for line in [*(FOLDER / f"{language}.txt").read_text("utf-8").splitlines(), ""]:
        if line[:2] in ("= ", "@ "):
            lines[line[0]] = tuple(part.strip() for part in line[2:].split(";"))
            continue
        if text:
            yield Expected(text, lines["="], lines["@"])
        text, lines = "" if line.startswith("#") else line, {"=": (), "@": ()}


def time_reading(mention: Mention) -> str:
    """A time as the files write it: "2024-06 START", "P2Y MORE_THAN", "?" where it stays open."""
    return " ".join(filter(None, [mention.timex_value or "?", mention.timex_mod]))


def found_in(text: str, language: str) -> Expected:
    """What is read in a sentence: quantities that are no times, and times."""
    mentions = find_mentions(text, language=language, published=PUBLISHED)
    numbers = tuple(reading(m) for m in mentions if m.is_quantity and m.timex_type is None)
    return Expected(text, numbers, tuple(time_reading(m) for m in mentions if m.timex_type is not None))


def differences(language: str) -> list[str]:
    """The sentences that are read wrongly, with what was expected and what was read."""
    wrong = []
    for expected in expected_of(language):
        found = found_in(expected.text, language)
        lines = [
            f"    {mark} expected {'; '.join(right) or '-'}\n    {mark} read     {'; '.join(read) or '-'}"
            for mark, right, read in (("=", expected.numbers, found.numbers), ("@", expected.times, found.times))
            if right != read
        ]
        if lines:
            wrong.append("\n".join([expected.text, *lines]))
    return wrong


def counts(language: str) -> str:
    """How many sentences a language has, how many of them carry numbers and times, and how many of those there are."""
    sentences = list(expected_of(language))
    numbers = [len(s.numbers) for s in sentences if s.numbers]
    times = [len(s.times) for s in sentences if s.times]
    return (
        f"{language}: {len(sentences)} sentences; {len(numbers)} carry {sum(numbers)} numbers,"
        f" {len(times)} carry {sum(times)} times"
    )


def main() -> None:
    """Print a line a language, and its differences."""
    for language in sys.argv[1:] or LANGUAGES:
        wrong = differences(language)
        print(f"{counts(language)}; {len(wrong)} are read wrongly")
        print("\n".join(wrong), end="\n" if wrong else "")


if __name__ == "__main__":
    main()
