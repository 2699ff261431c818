"""Word lists as patterns: quick, and yet what a plain list of alternatives would find."""

import re
from dataclasses import replace

import pytest

from pipeline.numbers import find_mentions
from pipeline.numbers.mention import changed
from pipeline.numbers.patterns import any_of, word_finder
from pipeline.numbers.times.firsts import openings

WORDS = ("say", "says", "said", "according to", "accord", "o'clock", "per", "is said to")


@pytest.mark.parametrize(
    "text",
    [
        "said",
        "He said so, according to the mayor; per head",
        "unsaid, saids, _said and said_ are other words, said- is not",
        "is said to be an accord (said Ann) at nine o'clock\nsaid\u00a0says",
        "according too far, is said toward",
        "",
    ],
)
def test_finds_whole_words_the_longest_first(text: str) -> None:
    longest_first = "|".join(re.escape(word) for word in sorted(WORDS, key=len, reverse=True))
    plain = re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)")
    finder = word_finder(WORDS)
    assert [m.span() for m in finder.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert finder.stands_in(text, 0, len(text)) == bool(plain.search(text))


def test_finds_words_of_a_stretch_only() -> None:
    text = "She said nothing. He says more."
    second = text.index("He")
    finder = word_finder(WORDS)
    assert [m.group() for m in finder.finditer(text, second)] == ["says"]
    assert not finder.stands_in(text, second, text.index("says"))


def test_no_words_are_found_nowhere() -> None:
    assert not word_finder(()).stands_in("any text", 0, 8)


def test_words_share_the_letters_with_which_they_begin() -> None:
    assert any_of(["said", "show", "shows"]) == "s(?:aid|how(?:s)?)"


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("(?P<month>May|June)", {"Ma", "Ju"}),
        ("(?<=the )[Aa]n? (?:day|week)", {"an", "a ", "An", "A "}),
        ("[Tt]he", {"Th", "th"}),
        (r"\bx?yz", {"xy", "yz"}),
        (r"(?:19|20)\d\d", {"1", "2"}),  # what stands behind a digit is not looked at
        (r"a\w+", {"a"}),  # anything may follow
        (r"a{1,2}b", {"aa", "ab"}),
        (r"\u00a0\.", {"\u00a0."}),
    ],
)
def test_openings_are_how_every_match_begins(pattern: str, expected: set[str]) -> None:
    assert openings(pattern, 2) == expected


def test_a_changed_mention_is_the_one_that_replace_makes() -> None:
    (mention,) = find_mentions("The storm felled 40 trees.", language="en")
    changes = {"attribution": "attributed", "attributed_to": "the council"}
    assert changed(mention, **changes) == replace(mention, **changes)
    assert mention.attributed_to is None
    with pytest.raises(AttributeError):
        changed(mention, no_field=1)
