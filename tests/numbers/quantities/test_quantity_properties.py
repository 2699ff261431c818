"""What holds for every text: spans lie inside it and read as `surface`; a number in any spelling is read back."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.numbers import Mention, find_mentions

_PIECES = st.sampled_from(
    [
        "5", "1,234", "$", "€", "%", "two", "hundred", "million", "and", "a", "half", "of",
        "people", "to", "-", "–", "(",
        ")",
        '"', "“", "more than", "about", "between",
        "one", "in", "per", "km", "°C", "½",
        "٣", "１２", "²", "10^400",
        "0.000001", "killed", "Smith,", "42,", "-year-old", "😀", "שלום", "\n\n", ".", "Mi-8",
        "http://a.b/5", "1/2", "x", "3-1",
        "several", "dozens",
        "tens of", "US", "'s", "twice as", "5G", "first", "#", "\u0301", "\x00",
    ]
)  # fmt: skip
_TEXTS = st.one_of(
    st.text(max_size=200), st.lists(_PIECES, max_size=40).map(" ".join), st.lists(_PIECES, max_size=40).map("".join)
)


def check(text: str, mentions: tuple[Mention, ...]) -> None:
    """What every mention of a text must satisfy."""
    for place, mention in enumerate(mentions):
        assert 0 <= mention.char_start < mention.char_end <= len(text)
        assert text[mention.char_start : mention.char_end] == mention.surface
        assert mention.phrase_start <= mention.char_start
        assert mention.char_end <= mention.phrase_end <= len(text)
        assert mention.sentence_start <= mention.char_start
        assert mention.part_of is None or 0 <= mention.part_of < place
        assert mention.rule
        if mention.value is not None:
            assert mention.value.is_finite()
        if mention.comparator == "range":
            assert mention.value is None
            assert mention.value_min is None or mention.value_max is None or mention.value_min < mention.value_max
    starts = [mention.char_start for mention in mentions]
    assert starts == sorted(starts)
    assert len(set(starts)) == len(starts)


@settings(max_examples=150)
@given(_TEXTS, st.sampled_from(["en", "de", "fr", "es", "xx", None]))
@example("0,1000", "en")  # the last number of a clause stood behind its last word
def test_spans_lie_in_the_text_and_read_as_surface(text: str, language: str | None) -> None:
    check(text, find_mentions(text, language=language))


def _spellings(value: int) -> list[str]:
    """The ways to write a whole number in English digits."""
    spellings = [str(value), f"{value:,}", f"{value:,}".replace(",", "\u202f"), f"{value:,}".replace(",", "'")]
    for scale, names in ((10**9, ("billion", "bn")), (10**6, ("million", "m", "mln")), (10**3, ("thousand", "k"))):
        if value >= scale and value % (scale // 100) == 0:
            short = f"{Decimal(value) / scale:f}"
            spellings += [short + (" " if len(name) > 3 else "") + name for name in names]
    return spellings


@settings(max_examples=100)
@given(st.integers(2, 10**12), st.sampled_from([" workers struck.", " people came."]))
def test_a_number_is_read_back_in_every_spelling(value: int, rest: str) -> None:
    for spelling in _spellings(value):
        quantities = [m for m in find_mentions("Then " + spelling + rest, language="en") if m.is_quantity]
        assert [(m.value, m.comparator, m.surface) for m in quantities] == [(value, "=", spelling)], spelling


_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety"


def in_words(value: int, joiner: str) -> str:
    """English words of a number below a billion; `joiner` stands behind "hundred"."""
    if value < 20:
        return _ONES.split(" ")[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return _TENS.split(" ")[tens] + (f"-{in_words(ones, joiner)}" if ones else "")
    for scale, name in ((10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if value >= scale:
            head, rest = divmod(value, scale)
            between = joiner if scale == 100 else " "
            return f"{in_words(head, joiner)} {name}" + (between + in_words(rest, joiner) if rest else "")
    raise AssertionError(value)


@settings(max_examples=100)
@given(st.integers(2, 10**9 - 1), st.sampled_from([" ", " and "]))
def test_number_words_are_read_back(value: int, joiner: str) -> None:
    spelling = in_words(value, joiner)
    quantities = [m for m in find_mentions(f"Then {spelling} workers struck.", language="en") if m.is_quantity]
    assert [(m.value, m.surface) for m in quantities] == [(value, spelling)]


@pytest.mark.parametrize("money", ["${}", "US${}", "£{}", "€{}", "{} euros", "{} US dollars", "EUR {}"])
@pytest.mark.parametrize("amount", ["5", "1,250", "4.2 million", "3bn"])
def test_money_is_money_in_every_spelling(money: str, amount: str) -> None:
    (mention,) = [m for m in find_mentions(f"It cost {money.format(amount)} then.", language="en") if m.is_quantity]
    assert mention.kind == "money"
    assert mention.currency in ("USD", "GBP", "EUR")


_SENTENCES = st.one_of(
    st.lists(_PIECES, max_size=12).map(lambda pieces: f"Yes, {' '.join(pieces)} then.".replace("\n\n", " ")),
    st.sampled_from(
        [
            "There were 12 soldiers.", "Eight were killed.", "42 civilians died and 98 were wounded.",
            "It began on 5 June 2016.", "Two days later it was over.", "On May 3 they met.", "That was in May 2016.",
            "He left on Monday.", "It happened the same day.", "By July the price was up 3 percent from 2.",
            "Of them, 14 were women.", "It rose from 5 to 7 million euros.", "A third of the 30 houses burned.",
        ]
    ),
)  # fmt: skip
_PUBLISHED = date(2024, 2, 29)
_CLAIMS = ("attribution", "attributed_to", "attribution_cue", "quoted", "timex_mod")
_PLACES = ("char_start", "char_end", "phrase_start", "phrase_end", "sentence_start", "sentence_end", "part_of")


@settings(max_examples=150)
@given(_SENTENCES, _SENTENCES)
@example("They met Ada Okoro, a nurse.", "Okoro is 71 and sings.")
def test_two_texts_joined_by_a_blank_line_hold_the_numbers_and_times_of_each(first: str, second: str) -> None:
    def read(text: str) -> list[dict[str, object]]:
        mentions = find_mentions(text, language="en", published=_PUBLISHED)
        left_out = {*_CLAIMS, *_PLACES}
        return [{key: value for key, value in asdict(m).items() if key not in left_out} for m in mentions]

    assert read(f"{first}\n\n{second}") == [*read(first), *read(second)]


def test_a_paragraph_goes_on_from_the_one_before_it() -> None:
    told = find_mentions("It began on 5 June 2016 with 12 soldiers.\nTwo days later eight were killed.", language="en")
    assert [(m.timex_value, m.noun) for m in told if m.surface in ("Two days later", "eight")] == [
        ("2016-06-07", None),
        (None, "soldiers"),
    ]
