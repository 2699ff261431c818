"""Who claims what in passages of our own, as newspapers write them: from police and courts to shares and studies."""

import re
from pathlib import Path

import pytest

from pipeline.numbers import find_mentions

# a passage with marked numbers ("¶" a new paragraph), a tab, and for each number who may be named: "Jane Roe|Roe";
# "-" is the outlet, "?" somebody who is not clear
CLAIMANTS = Path(__file__).parent / "claimants" / "news.txt"
CASES = [line.split("\t") for line in CLAIMANTS.read_text("utf-8").splitlines()]
_MARK = re.compile(r"\[([^\[\]]+)\]")


def _claimants(marked: str) -> list[str]:
    """Who claims the first number in each pair of brackets."""
    text = _MARK.sub(r"\1", marked)
    spans = [(m.start() - 2 * i, m.end() - 2 * i - 2) for i, m in enumerate(_MARK.finditer(marked))]
    mentions = find_mentions(text, language="en")
    inside = [[m for m in mentions if m.char_start < end and m.char_end > start] for start, end in spans]
    symbols = {"outlet": "-", "unresolved": "?"}
    read = [next((m for m in found if m.is_quantity), found[0]) for found in inside]
    return [m.attributed_to or symbols[m.attribution] for m in read]


def test_there_are_many_of_many_claimants() -> None:
    assert len(CASES) >= 1200
    assert len({claimants for _, claimants in CASES}) >= 350


@pytest.mark.parametrize(("marked", "claimants"), CASES)
def test_claimants_of_news_passages(marked: str, claimants: str) -> None:
    allowed = [each.lower().split("|") for each in claimants.split(";")]
    found = _claimants(marked.replace("¶", "\n"))
    assert len(found) == len(allowed)
    assert all(who.lower() in either for who, either in zip(found, allowed, strict=True)), found
