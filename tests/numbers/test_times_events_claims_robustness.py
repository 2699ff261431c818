"""Any text is read without an error, with spans that lie inside it, and in linear time."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.numbers.claims import attribute
from pipeline.numbers.events import attach_events
from pipeline.numbers.mention import Mention
from pipeline.numbers.quotes import quote_spans
from pipeline.numbers.sentences import split_sentences
from pipeline.numbers.times import find_times
from pipeline.numbers.wordlists import word_list
from tests.cpu import cpu_seconds, is_done_within

PUBLISHED = date(2024, 2, 29)
WORDS = st.sampled_from(
    [
        *word_list("""
        said according to the police “ ” " ' ‘ ’ , . : ; ( ) — – - two three 42 1990s 2016 31 February 30 Monday last
        next this past week weekends years ago earlier later killed were wounded of by that which and He they it May
        march Q3 FY19 '90s 12:61 25:00 9 a.m. 31/12/99 99.99.2016 0 00 century 40th hundreds of half an hour ٣ ５ ² 😀
        é Mr. U.S. $5 10% [ ] vor Jahren il y a hace
    """),
        "\n",
        "\n\n",
        "\u202e",
        "\u200b",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join))


def read(text: str, published: date | None, language: str = "en") -> list[Mention]:
    sentences = split_sentences(text)
    mentions = find_times(text, sentences, language=language, published=published)
    return attribute(text, sentences, attach_events(text, sentences, mentions, language), language)


@settings(max_examples=300)
@example("0 Week Earlier May", PUBLISHED, "en")  # two times that wanted one word
@given(TEXTS, st.sampled_from([None, PUBLISHED, date.min, date.max]), st.sampled_from(["en", "de", "fr", "es", "xx"]))
def test_any_text(text: str, published: date | None, language: str) -> None:
    end = 0
    for mention in read(text, published, language):
        assert 0 <= mention.phrase_start <= mention.char_start < mention.char_end <= mention.phrase_end <= len(text)
        assert text[mention.char_start : mention.char_end] == mention.surface
        assert mention.char_start >= end
        end = mention.char_end
        if mention.date_start and mention.date_end:
            assert mention.date_start <= mention.date_end
    spans = [(q.start, q.end) for q in quote_spans(text)]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


PARTS = st.lists(WORDS.filter(lambda w: w.strip() not in "\"'“”‘’"), max_size=25).map(" ".join)


@settings(max_examples=100)
@given(PARTS)
def test_absolute_times_of_joined_texts_are_those_of_each(text: str) -> None:
    second = "It began on 3 May 2016."
    values = [m.timex_value for m in read(text, PUBLISHED)]
    joined = [m.timex_value for m in read(f"{text}\n\n{second}", PUBLISHED)]
    assert joined == [*values, "2016-05-03"]


CLAIMS = ["Jane Roe, the mayor, said he said 3. ", "— A (@b) ", "Roe said: ", "When Roe came, she said 3. "]


@pytest.mark.parametrize(
    "unit", ["1", "and ", "(", '"', "said ", "two years ", "Monday ", "2016 ", "he said “", "of ", "the ", *CLAIMS]
)
def test_time_is_linear(unit: str) -> None:
    short, long = (unit * (size // len(unit)) for size in (20_000, 80_000))
    usual = max(cpu_seconds(lambda: read(short, PUBLISHED)), 0.05)
    assert is_done_within(12 * usual, lambda: read(long, PUBLISHED))
