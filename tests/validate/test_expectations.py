"""Every expectation of every suite refuses its own example and accepts a good row."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from pipeline.articles import NormalizedArticle
from pipeline.bylines import Dateline
from pipeline.settings import PROJECT
from pipeline.sources import Thresholds
from pipeline.validate import bylines, engine, mentions, shares
from pipeline.validate.engine import Judge
from pipeline.validate.stage import _columns, load_suites

SUITES = load_suites(PROJECT / "expectations")
Change = dict[str, Any] | Callable[[NormalizedArticle], dict[str, Any]]


def _published(**fields: object) -> Change:
    return lambda good: {"published": replace(good.published, **fields)}


def _modified(**fields: object) -> Change:
    return lambda good: {"modified": replace(good.modified, **fields)}


BACKWARDS = {"end": datetime(2016, 8, 2, tzinfo=UTC)}
LONG_AGO = {"start": datetime(2016, 7, 2, tzinfo=UTC), "end": datetime(2016, 7, 3, tzinfo=UTC)}

# What changes in the good row so that the expectation refuses it: "ge" stands for column pairs, a greater than b.
ARTICLES: Mapping[str, Change] = {
    "match_regex(page_hash)": lambda good: {"page": replace(good.page, page_hash="ABC")},
    "match_regex(canonical_url)": {"canonical_url": "javascript:void(0)"},
    "lengths(canonical_url)": {"canonical_url": "https://example.org/" + 2500 * "a"},
    "lengths(site)": {"site": 300 * "a" + ".org"},
    "lengths(publisher)": {"publisher": 201 * "a"},
    "not_be_null(title)": {"title": None},
    "lengths(title)": {"title": 1001 * "a"},
    "match_regex(title)": {"title": "*** --- ***"},
    "not_match_regex(title)": {"title": "Hundreds\nkilled"},
    "in_set(title_holds_markup)": {"title": "Hundreds <b>killed</b><br>"},
    "between(text_length)": {"text": "Read more. \n" + 500 * " "},
    "between(text_letter_share)": {"text": 100 * "1 - 2; "},
    "between(text_replacement_share)": {"text": "Zwei Männer wurden verletzt. " * 3 + 9 * "\ufffd"},
    "in_set(text_holds_markup)": lambda good: {"text": good.text + '<div class="ad">'},
    "match_regex(language)": {"language": "en-GB"},
    "lengths(section)": {"section": 201 * "a"},
    "lengths(byline)": {"byline": 501 * "a"},
    "between(author_count)": lambda good: {"authors": good.authors * 41},
    "in_set(dateline_is_in_text)": {"dateline": Dateline("ALEPPO -", "Aleppo", None, 5, 13)},
    "in_set(published_precision)": _published(precision="fortnight"),
    "between(published_year)": _published(
        start=datetime(1, 1, 1, tzinfo=UTC), end=datetime(1, 1, 2, tzinfo=UTC), day=date(1, 1, 1)
    ),
    "between(published_ahead_days)": _published(
        start=datetime(2099, 1, 1, tzinfo=UTC), end=datetime(2100, 1, 1, tzinfo=UTC), precision="year", day=None
    ),
    "between(published_offset_minutes)": _published(offset_minutes=6000),
    "in_set(published_is_ordered)": _published(**BACKWARDS),
    "in_set(modified_is_ordered)": _modified(**BACKWARDS),
    "between(modified_behind_days)": _modified(**LONG_AGO),
    "in_set(date_candidates_are_ordered)": lambda good: {
        "date_candidates": (replace(good.date_candidates[0], moment=replace(good.published, **BACKWARDS)),)
    },
    "in_set(is_storable)": {"section": "Wo\x00rld"},
}
BYLINES: Mapping[str, Change] = {
    "lengths(name)": {"name": "J"},
    "match_regex(name)": {"name": "2016-08-02"},
    "not_match_regex(name)": {"name": "@janedoe"},
    "between(name_word_count)": {"name": "Jane says that she wrote this on a day in August of the year"},
    "in_set(kind)": {"kind": "robot"},
    "lengths(role)": {"role": 201 * "a"},
    "lengths(organisation)": {"organisation": 201 * "a"},
    "match_regex(email)": {"email": "jane at example.org"},
    "match_regex(profile_url)": {"profile_url": "/authors/jane"},
    "lengths(profile_url)": {"profile_url": "https://example.org/" + 2000 * "a"},
    "lengths(raw)": {"raw": 2001 * "a"},
    "match_regex(rule)": {"rule": ""},
    "in_set(is_repeated)": {},
    "in_set(is_storable)": {"role": "Reporter\ud800"},
}
MENTIONS: Mapping[str, Change] = {
    "between(char_start)": {"char_start": -1},
    "ge(char_end, char_start)": {"char_start": 35, "char_end": 35},
    "between(phrase_start)": {"phrase_start": -1},
    "ge(char_start, phrase_start)": {"phrase_start": 40},
    "ge(phrase_end, char_end)": {"phrase_end": 33},
    "between(sentence_start)": {"sentence_start": -1},
    "ge(char_start, sentence_start)": {"sentence_start": 40},
    "ge(sentence_end, char_end)": {"sentence_end": 33},
    "ge(container_length, phrase_end)": {"phrase_end": 5000},
    "ge(container_length, sentence_end)": {"sentence_end": 5000},
    "in_set(surface_is_in_text)": {"surface": "900"},
    "lengths(surface)": {"surface": 201 * "8"},
    "in_set(is_repeated)": {},
    "in_set(part)": {"part": "footer"},
    "in_set(kind)": {"kind": "number"},
    "in_set(subkind)": {"subkind": "moment"},
    "in_set(comparator)": {"comparator": "~"},
    "in_set(side)": {"side": "left"},
    "in_set(modality)": {"modality": "certain"},
    "in_set(attribution)": {"attribution": "rumour"},
    "in_set(amounts_are_finite)": {"value": Decimal("NaN")},
    "in_set(bounds_are_ordered)": {"value_min": Decimal(800), "value_max": Decimal("799.99")},
    "in_set(range_has_a_value)": {"comparator": "range"},
    "in_set(bounds_fit_comparator)": {"value_min": None},
    "in_set(quantity_fits_kind)": {"kind": "identifier"},
    "match_regex(currency)": {"currency": "US$"},
    "in_set(money_has_a_currency)": {"kind": "money"},
    "between(percent_value)": {"kind": "percent", "value": Decimal(100001)},
    "in_set(part_of_is_there)": {"part_of": 99},
    "lengths(noun)": {"noun": 301 * "a"},
    "match_regex(event_trigger)": {"event_trigger": "were said to be killed"},
    "match_regex(event_type)": {"event_type": "killing"},
    "in_set(claimant_is_there)": {"attributed_to": None},
    "in_set(timex_type)": {"timex_type": "DAY"},
    "in_set(time_has_a_type)": {"kind": "time"},
    "match_regex(timex_value)": {"timex_value": "2 August"},
    "in_set(days_are_ordered)": {"date_start": date(2016, 8, 3), "date_end": date(2016, 8, 2)},
    "match_regex(rule)": {"rule": ""},
    "in_set(is_storable)": {"attribution_cue": "said\x00"},
}
SHARES: Mapping[str, shares.Counts] = {
    "ge(undated_warning, undated_share)": shares.Counts(pages=60, articles=50, undated=11),
    "ge(undated_critical, undated_share)": shares.Counts(pages=60, articles=50, undated=26),
    "ge(empty_warning, empty_share)": shares.Counts(pages=50, articles=44, empty=6, rejected=6),
    "ge(empty_critical, empty_share)": shares.Counts(pages=50, articles=24, empty=26, rejected=26),
    "ge(rejected_warning, rejected_share)": shares.Counts(pages=50, articles=39, rejected=11),
    "ge(rejected_critical, rejected_share)": shares.Counts(pages=50, articles=9, rejected=41),
}


def _changes(change: Change, good: NormalizedArticle) -> dict[str, Any]:
    return change(good) if callable(change) else change


def _row_with(kind: str, good: NormalizedArticle, change: Change | shares.Counts) -> Any:
    """The row that the change gives; for authors and mentions it comes last, after the good ones."""
    if isinstance(change, shares.Counts):
        return shares.Row("sample", change, Thresholds())
    changes = _changes(change, good)
    if kind == "articles":
        return replace(good, **changes)
    if kind == "bylines":
        return [*bylines.rows_of(replace(good, authors=(*good.authors, replace(good.authors[0], **changes))))][-1]
    return [*mentions.rows_of(replace(good, mentions=(*good.mentions, replace(good.mentions[0], **changes))))][-1]


def _good_rows(kind: str, good: NormalizedArticle) -> Sequence[Any]:
    if kind == "articles":
        undated = replace(good, published=None, modified=None, title="2016", authors=(), mentions=(), language=None)
        by_path = replace(good, canonical_url="urn:dateline:seed:a b/article.txt", site=None, publisher=None)
        unpacked = replace(good, page=replace(good.page, captured_at=datetime(1980, 1, 1, tzinfo=UTC)))
        tomorrow = _published(start=datetime(2016, 8, 3, 20, tzinfo=UTC), end=datetime(2016, 8, 4, tzinfo=UTC))
        ahead = replace(good, modified=None, **_changes(tomorrow, good))
        return [good, undated, by_path, unpacked, ahead, replace(good, text=9 * "日本で地震", dateline=None)]
    if kind == "bylines":
        photos = replace(good.authors[0], contribution="photos")
        other = replace(good.authors[0], name="习近平", kind="agency", profile_url="https://example.org/習")
        return [*bylines.rows_of(replace(good, authors=(*good.authors, photos, other)))]
    if kind == "mentions":
        return [*mentions.rows_of(good)]
    few = shares.Counts(pages=49, articles=9, undated=9, empty=40, rejected=40)
    fine = shares.Counts(pages=100, articles=85, undated=17, empty=10, rejected=15)
    return [shares.Row(name, counts, Thresholds()) for name, counts in (("few", few), ("fine", fine))]


EXAMPLES: Mapping[str, Mapping[str, Any]] = {
    "articles": ARTICLES,
    "bylines": BYLINES,
    "mentions": MENTIONS,
    "articles_batch": SHARES,
}
_SHORT = {
    "expect_column_pair_values_a_to_be_greater_than_b": "ge",
    "expect_column_value_lengths_to_be_between": "lengths",
    "expect_column_values_to_be_in_set": "in_set",
    "expect_column_values_to_be_": "",
    "expect_column_values_to_": "",
}


def _short(label: str) -> str:
    for name, short in _SHORT.items():
        if label.startswith(name):
            return short + label.removeprefix(name)
    return label


@pytest.fixture(scope="session")
def judge() -> Judge:
    return Judge(list(SUITES.values()))


@pytest.mark.parametrize("name", SUITES)
def test_each_expectation_refuses_its_example(name: Any, judge: Judge, good: NormalizedArticle) -> None:
    suite, examples = SUITES[name], EXAMPLES[name]
    labels = [_short(expectation.label) for expectation in suite.expectations]
    assert sorted(labels) == sorted(examples), "an expectation has no example that it refuses"
    rows = [_row_with(name, good, examples[label]) for label in labels]
    refused = judge.refused_rows(suite, _columns(suite, rows))
    silent = [label for place, label in enumerate(labels) if place not in refused[place]]
    assert silent == []


@pytest.mark.parametrize("name", SUITES)
def test_each_suite_accepts_good_rows(name: Any, judge: Judge, good: NormalizedArticle) -> None:
    suite = SUITES[name]
    refused = judge.refused_rows(suite, _columns(suite, _good_rows(name, good)))
    labels = {_short(item.label): rows for item, rows in zip(suite.expectations, refused, strict=True) if rows}
    assert labels == {}


@pytest.mark.parametrize("name", SUITES)
def test_what_is_remembered_of_one_frame_changes_no_verdict_on_the_next(
    name: Any, judge: Judge, good: NormalizedArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    suite, examples = SUITES[name], EXAMPLES[name]
    bad = [_row_with(name, good, change) for change in examples.values()]
    frames = [_columns(suite, rows) for rows in (_good_rows(name, good), bad, bad[::-1], _good_rows(name, good))]
    remembered = [judge.refused_rows(suite, frame) for frame in frames]
    monkeypatch.setattr(engine, "remembering", lambda _: nullcontext())
    assert remembered == [judge.refused_rows(suite, frame) for frame in frames]


@pytest.mark.parametrize("amount", ["NaN", "sNaN", "-Infinity", "1E+5000", "1E-20000"])
def test_amounts_that_no_table_holds_are_refused_one_by_one(judge: Judge, good: NormalizedArticle, amount: str) -> None:
    suite = SUITES["mentions"]
    odd = replace(good.mentions[2], value=Decimal(amount), value_min=Decimal(amount))
    rows = [*mentions.rows_of(replace(good, mentions=(*good.mentions[:2], odd)))]
    refused = judge.refused_rows(suite, _columns(suite, rows))
    place = next(n for n, item in enumerate(suite.expectations) if item.column == "amounts_are_finite")
    assert refused[place] == [2]


def test_a_cover_date_may_lie_two_months_ahead_and_no_more(judge: Judge, good: NormalizedArticle) -> None:
    suite = SUITES["articles"]
    assert good.published is not None
    starts = [good.page.captured_at + timedelta(days=days) for days in (61, 64)]
    moments = [
        replace(good.published, start=start, end=start + timedelta(days=31), precision="month") for start in starts
    ]
    rows = [replace(good, published=moment) for moment in moments]
    place = next(n for n, item in enumerate(suite.expectations) if item.column == "published_ahead_days")
    assert judge.refused_rows(suite, _columns(suite, rows))[place] == [1]


def test_no_refused_row_is_left_out_however_many_there_are(judge: Judge, good: NormalizedArticle) -> None:
    suite = SUITES["articles"]
    rows = [replace(good, title=None) if number % 3 else good for number in range(306)]
    place = next(n for n, item in enumerate(suite.expectations) if item.label.endswith("not_be_null(title)"))
    assert judge.refused_rows(suite, _columns(suite, rows))[place] == [number for number in range(306) if number % 3]
