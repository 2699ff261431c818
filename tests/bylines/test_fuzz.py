"""Whatever stands where a byline belongs: nothing raises, nothing takes long, nothing is made up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.bylines import RawByline, author_key, choose_authors, parse_byline, read_dateline
from tests.bylines.cases import byline_cases
from tests.cpu import is_done_within

PARTS = (
    ("By", "by", "von", "Par", "y", "e", "und", "and", "&", "/", "|", ";", ",", ":", "(", ")", "-", "—", "@jane"),
    ("jane@x.example", "Jane", "DOE", "O'Neill", "Jr.", "PhD", "AFP", "dpa", "Editor", "in", "Kyiv", "Monday", "3"),
    ("May", "2024", "Share", "Redaktion", "The", "Guardian", "for", "牛镛", "Иван", "علي", "\n", "'s", ".", '"'),
    ("<b>", "&amp;", "\x00", "\u200b", "12:30"),
)
WORDS = st.one_of(*map(st.sampled_from, PARTS))
LANGUAGES = st.sampled_from([None, "en", "de", "fr", "es", "pt", "it", "nl", "pl", "no", "xx"])
LIMIT_S = 5.0  # quadratic work over 100 KB takes minutes; coverage and a busy machine take their share
BYLINES = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join))


@settings(max_examples=400)
@given(BYLINES, LANGUAGES, st.sampled_from([None, "The Guardian", "", "7 News"]))
def test_no_byline_raises_and_every_name_stands_in_it(raw: str, language: str | None, publisher: str | None) -> None:
    for author in parse_byline(raw, language=language, publisher=publisher):
        assert author.name.strip() == author.name != ""
        assert author.rule
        seen = author_key(raw).replace(" ", "")
        assert all(word in seen for word in author_key(author.name).split())


@settings(max_examples=200)
@given(st.text(max_size=300))
def test_no_text_raises_and_offsets_fit(text: str) -> None:
    found = read_dateline(text)
    if found is not None:
        assert text[found.char_start : found.char_end] == found.text


@settings(max_examples=150)
@given(
    st.lists(
        st.builds(
            RawByline,
            st.lists(BYLINES, max_size=4).map(tuple),
            st.sampled_from(["json-ld", "meta", "rel-author", "itemprop", "visible", "text"]),
            st.sampled_from(["NewsArticle.author", "line +3", "class author, in the page", ""]),
            st.lists(st.sampled_from(["Person", "Organization", ""]), max_size=4).map(tuple),
            st.lists(st.text(max_size=9), max_size=4).map(tuple),
            st.sampled_from([None, True, False]),
        ),
        max_size=8,
    ),
    LANGUAGES,
)
def test_no_candidates_raise_and_all_are_kept(candidates: list[RawByline], language: str | None) -> None:
    choice = choose_authors(candidates, language=language, publisher="The Guardian")
    assert len(choice.candidates) == len(candidates)
    assert sum(kept.chosen for kept in choice.candidates) == bool(choice.authors)


@pytest.mark.parametrize("unit", ["By Jane Doe, ", "(", "<", "and ", "Jane ", "1 ", "a@", "'", "\n", "&", "By ", "Aa"])
def test_a_byline_of_100_kilobytes_is_over_at_once(unit: str) -> None:
    raw = unit * (100_000 // len(unit))

    def read() -> None:
        parse_byline(raw)
        read_dateline(raw)
        choose_authors([RawByline((raw,), "visible", "line +1")])

    assert is_done_within(LIMIT_S, read)


@pytest.mark.parametrize("unit", ["By Jane Doe, ", "(", "<", "and ", "Jane ", "1 ", "a@", "'", "\n", "&", "By ", "Aa"])
def test_the_longest_byline_that_is_read_costs_little(unit: str) -> None:
    raw = (unit * 4_000)[:4_000]
    assert is_done_within(LIMIT_S, lambda: parse_byline(raw, language="de", publisher="The Guardian"))


def test_sixty_candidates_cost_little() -> None:
    candidates = [
        RawByline((byline,), "visible", f"line +{index}") for index, (_, _, byline, _) in enumerate(byline_cases()[:60])
    ]
    assert is_done_within(LIMIT_S, lambda: choose_authors(candidates, language="en", publisher="The Guardian"))
