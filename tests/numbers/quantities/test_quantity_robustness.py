"""No text is too strange or too long: never an exception, and time grows with the length and no faster."""

import re
from pathlib import Path

import pytest

from pipeline.numbers import find_mentions
from pipeline.numbers.composition import find_quantities
from pipeline.numbers.mention import Mention
from pipeline.numbers.sentences import split_sentences
from tests.cpu import cpu_seconds, is_done_within
from tests.numbers.quantities.test_quantity_properties import check

_PATTERNS = [
    "1", "1 ", "1,", ",111", "and ", "one and ", "hundred ",
    "twenty-one ", "5 million ", " million", "(", '"', "$", "$1",
    "٣", "１２ ", "x²", "½",
    "10^400 ", "1.1.", "1-", "1/2/", "1:1", "1 to ", "2 of ", "half a ", "one point ", "one and a half ",
    "more than ", "a-b-", "5m", "http://",
    "a@", ", 34, ", "Abc Def 5 ", "😀5 ", "\x005 ", "\ud8005 ", "5\u0301 ", "שלום 5 ",
    "1×10", "of which 5 ", "a man and two ", "020 ", "it's ", "five-", "0",
    ", down 5%", "raise it by $5 to ", "the rate of 5% of ", "fee, which rose to $5, ", "(6-5, 3-4), ", "5 members' ",
    "5 a, b, c and ", "articles 5 and 5, ", "sold it for $5 ",
]  # fmt: skip

_ODD = ["36.0", "1,0", "½", "٣٦", "１２", "1 000", "00", "1.1.1", "-0", "1e5", "10^400", "9" * 40]
_SENTENCES = sorted(Path(__file__).parents[1].glob("*/news.txt")) + sorted(
    Path(__file__).parent.glob("corpus/en/*.txt")
)


def _read(text: str) -> list[Mention]:
    return list(find_quantities(text, split_sentences(text), [], "en", None))


@pytest.mark.parametrize("pattern", _PATTERNS)
def test_time_is_linear_in_whatever_is_repeated(pattern: str) -> None:
    short, long = pattern * (2_000 // len(pattern)), pattern * (16_000 // len(pattern))
    _read(short)
    usual = max(cpu_seconds(lambda: _read(short)), 0.003)
    assert is_done_within(8 * 4 * usual, lambda: _read(long))


@pytest.mark.parametrize("text", ["1" * 1_000_000, "(" * 1_000_000, "and " * 250_000, "0." + "0" * 1_000_000 + "1"])
def test_a_megabyte_of_one_thing_is_quick(text: str) -> None:
    assert is_done_within(20, lambda: _read(text))


def test_numbers_beyond_all_measure_are_read_or_left() -> None:
    text = "About 10^400 stars, 1.5e5, 10^99999999, " + "9" * 500 + " people and 0." + "0" * 300 + "1 percent."
    mentions = _read(text)
    check(text, tuple(mentions))
    assert mentions[0].value is not None
    assert mentions[0].value.adjusted() == 400


@pytest.mark.parametrize("end", ["killed 5 men", "a 5-year term", ", down 5%" * 3, "of 2 microns", "34, said"])
def test_a_sentence_without_end_is_read_to_its_end(end: str) -> None:
    text = "word " * 3_000 + end
    assert any(mention.char_start > 14_000 for mention in find_mentions(text, language="en"))


def test_a_long_word_behind_a_speaker_is_read_once() -> None:
    text = "The toll has risen to 11, the mayor said in " + "x" * 40 + " was 5."
    assert is_done_within(2, lambda: find_mentions(text, language="en"))


@pytest.mark.parametrize("text", ["", " ", "\n", ".", "-", "$", "%", "a", "\ufeff", "\u202e5 people\u202c"])
def test_next_to_nothing_is_no_trouble(text: str) -> None:
    check(text, tuple(_read(text)))


@pytest.mark.parametrize("file", _SENTENCES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_odd_numbers_in_sentences_that_are_read_are_no_trouble(file: Path) -> None:
    for place, line in enumerate(file.read_text("utf-8").splitlines()):
        for shift in (0, 5):
            text = re.sub(r"\d[\d,.]*", _ODD[(place + shift) % len(_ODD)], line)
            check(text, tuple(find_mentions(text, language="en")))


@pytest.mark.parametrize("odd", _ODD)
def test_a_bracket_behind_a_name_holds_whatever_it_likes(odd: str) -> None:
    text = f"Ann Roe ({odd}), who spoke first, said so. “No,” said Jim Roe ({odd}). Ann Roe ({odd}) and her son left."
    check(text, tuple(find_mentions(text, language="en")))
