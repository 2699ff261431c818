"""What analysts find in the views, from articles that were loaded."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Engine, text

from pipeline.articles import NormalizedArticle
from pipeline.publish import publish
from tests.builders import (
    NOON,
    TEXT,
    a_count,
    a_date_candidate,
    a_moment,
    a_time,
    an_article,
    an_author,
    an_instant,
    at,
)
from tests.warehouse import load_into

Rows = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture
def rows(warehouse: Engine) -> Rows:
    publish(warehouse)

    def run(sql: str) -> list[tuple[Any, ...]]:
        with warehouse.connect() as connection:
            return [tuple(row) for row in connection.execute(text(sql))]

    return run


def story(name: str, body: str, number: str, hours: float = 0, **values: Any) -> NormalizedArticle:
    """An article of another site that counts the dead in `body`, published and captured hours after noon."""
    values = {"published": an_instant(NOON + timedelta(hours=hours)), "captured_at": at(hours), **values}
    mention = a_count(number, body, value=Decimal(number), value_min=Decimal(number))
    return an_article(name, site=f"{name}.example", title=name, text=body, mentions=(mention,), **values)


def edited(article: NormalizedArticle, body: str, number: str, hours: float) -> NormalizedArticle:
    """A later capture of an article whose text was edited."""
    raw = replace(article.page.raw, offset=int(hours))
    page = replace(article.page, raw=raw, captured_at=at(hours))
    mention = a_count(number, body, value=Decimal(number), value_min=Decimal(number))
    return replace(article, page=page, text=body, mentions=(mention,))


def test_an_article_as_it_is_now(warehouse: Engine, rows: Rows) -> None:
    first = story("a", TEXT, "12", authors=(an_author("B"), an_author("A")))
    load_into(warehouse, [first, edited(first, TEXT.replace("12", "14"), "14", 5)])
    assert rows(
        "select canonical_url, publisher, author_names, left(body, 11), revision_count from marts.articles"
    ) == [("https://news.example/a", "The Example", ["B", "A"], "At least 14", 2)]
    assert rows("select first_captured_at, revised_at, record_id from marts.articles") == [(at(0), at(5), "a#5")]


def test_an_article_that_was_never_edited_says_so(warehouse: Engine, rows: Rows) -> None:
    load_into(warehouse, [an_article(authors=())])
    assert rows("select revision_count, revised_at, author_names, record_id from marts.articles") == [
        (1, None, [], "a.html")
    ]


def test_revisions_tell_what_was_there_before(warehouse: Engine, rows: Rows) -> None:
    first = story("a", TEXT, "12")
    later = replace(edited(first, TEXT, "12", 5), title="Strike kills fourteen")
    load_into(warehouse, [first, later])
    assert rows(
        "select revision_number, headline, headline_before, changed_fields from marts.revisions order by 1"
    ) == [
        (1, "a", None, []),
        (2, "Strike kills fourteen", "a", ["headline"]),
    ]


def test_one_person_at_two_publishers(warehouse: Engine, rows: Rows) -> None:
    jane = an_author(profile_url="https://x.example/jane")
    load_into(warehouse, [story("a", TEXT, "12", authors=(jane,)), story("b", f"{TEXT} More.", "12", authors=(jane,))])
    load_into(warehouse, [story("c", f"{TEXT} Else.", "12", authors=(an_author(),))])
    assert rows("select author_name, cardinality(publishers), article_count from marts.authors order by 3") == [
        ("Jane Doe", 1, 1),
        ("Jane Doe", 1, 2),
    ]
    assert rows("select count(*), count(distinct author_id), count(distinct person_id) from marts.bylines") == [
        (3, 3, 2)
    ]


def test_numbers_are_quantities_durations_among_them(warehouse: Engine, rows: Rows) -> None:
    duration = a_time("five hours", subkind="duration", is_quantity=True, value=Decimal(5), unit="hour")
    score = a_count("12", kind="score", is_quantity=False)
    load_into(warehouse, [an_article(mentions=(a_count(), score, a_time(), duration))])
    assert rows("select ordinal, kind, surface, unit, sentence from marts.numbers order by 1") == [
        (0, "count", "12", None, TEXT.split("\n")[0]),
        (3, "time", "five hours", "hour", TEXT.split("\n")[1]),
    ]
    assert rows("select ordinal, subkind, date_start from marts.times order by 1") == [
        (2, "date", date(2026, 3, 9)),
        (3, "duration", date(2026, 3, 9)),
    ]


def test_a_number_in_a_headline_has_the_headline_for_its_sentence(warehouse: Engine, rows: Rows) -> None:
    title = "12 killed"
    load_into(warehouse, [an_article(title=title, mentions=(a_count("12", title, part="headline"),))])
    assert rows("select sentence, part from marts.claims") == [("12 killed", "headline")]


def test_claims_are_counts_with_an_event_of_current_revisions(warehouse: Engine, rows: Rows) -> None:
    first = story("a", TEXT, "12")
    load_into(warehouse, [first, edited(first, TEXT.replace("12", "14"), "14", 5)])
    load_into(warehouse, [an_article("b", mentions=(a_count(event_trigger=None, event_type=None),))])
    assert rows("select value, noun, event_type, attributed_to, sentence from marts.claims") == [
        (14, "people", "KILL", "the ministry", TEXT.split("\n")[0].replace("12", "14"))
    ]


def test_a_figure_edited_in_place_is_told(warehouse: Engine, rows: Rows) -> None:
    first = story("a", TEXT, "12")
    second = edited(first, TEXT.replace("12", "14"), "14", 5)
    third = replace(edited(second, second.text, "14", 9), title="Another headline")
    load_into(warehouse, [first, second, third])
    load_into(warehouse, [story("b", TEXT.replace("Monday", "Sunday"), "12", 1)])
    assert rows("select site, value, surface_before, value_before, edited_at from marts.claims order by 1") == [
        ("a.example", 14, "12", 12, at(5)),
        ("b.example", 12, None, None, None),
    ]


def test_two_figures_of_one_sentence_are_not_taken_for_one_another(warehouse: Engine, rows: Rows) -> None:
    body = "At least 12 people were killed and 30 people were wounded on Monday."
    counts = (
        a_count("12", body),
        a_count("30", body, value=Decimal(30), value_min=Decimal(30), event_trigger="wounded"),
    )
    first = replace(story("a", body, "12"), mentions=counts)
    load_into(warehouse, [first, replace(edited(first, f"{body} More.", "12", 5), mentions=counts)])
    assert rows("select surface, surface_before from marts.claims order by 1") == [("12", None), ("30", None)]


def test_a_wire_copy_counts_once(warehouse: Engine, rows: Rows) -> None:
    copied = TEXT.upper().replace(" ", "  ")
    load_into(
        warehouse,
        [
            story("late", TEXT, "12", 24 * 3 + 1),  # more than three days after the first, less after the second
            story("wire", TEXT, "12", 0),
            story("copy", copied, "12", 5, published=an_instant(at(5))),
            story("month", TEXT, "12", 24 * 30),
        ],
    )
    load_into(warehouse, [story("short", "12 people were killed.", "12", 6)])
    load_into(warehouse, [story("short2", "12 people were killed.", "12", 7)])
    assert rows("""
        select c.site, c.is_copy, o.headline from marts.claims c
        left join marts.articles o on o.article_id = c.copy_of order by 1""") == [
        ("copy.example", True, "wire"),
        ("late.example", True, "copy"),
        ("month.example", False, None),
        ("short.example", False, None),
        ("short2.example", False, None),
        ("wire.example", False, None),
    ]


def test_a_copy_of_what_stood_there_before_an_edit_is_one(warehouse: Engine, rows: Rows) -> None:
    wire = story("wire", TEXT, "12")
    load_into(warehouse, [wire, edited(wire, TEXT.replace("12", "14"), "14", 5), story("copy", TEXT, "12", 8)])
    assert rows("select site, value, is_copy from marts.claims order by 1") == [
        ("copy.example", 12, True),
        ("wire.example", 14, False),
    ]


def test_dates_that_contradict_the_published_one(warehouse: Engine, rows: Rows) -> None:
    earlier, later = a_moment(date(2026, 3, 1)), an_instant(at(30))
    dates = (
        a_date_candidate(an_instant(), rule="article-published"),
        a_date_candidate(later, rule="meta-published", chosen_as=None, flag="conflict"),
        a_date_candidate(an_instant(at(1)), chosen_as="modified"),
        a_date_candidate(earlier, rule="address-day", chosen_as=None, flag="conflict"),
    )
    first = story("a", TEXT, "12", date_candidates=(dates[0], replace(dates[1], rule="before the edit")))
    load_into(warehouse, [first, replace(edited(first, f"{TEXT}!", "12", 5), date_candidates=dates)])
    load_into(warehouse, [story("b", f"{TEXT} More.", "12")])
    assert rows("""
        select site, published_start, chosen_rule, ordinal, other_rule, other_text, difference_h, record_id
        from marts.date_conflicts order by ordinal""") == [
        ("a.example", NOON, "article-published", 1, "meta-published", later.text, Decimal("30.0"), "a#5"),
        ("a.example", NOON, "article-published", 3, "address-day", "2026-03-01", Decimal("-192.0"), "a#5"),
    ]


def test_publishers_and_runs_are_counted(warehouse: Engine, rows: Rows) -> None:
    first = story("a", TEXT, "12")
    load_into(warehouse, [first, edited(first, f"{TEXT}!", "12", 5)])
    load_into(warehouse, [an_article("b", site="a.example", published=None, published_from=None)])
    assert rows("""
        select site, article_count, edited_count, undated_count, author_count, first_day from marts.publishers""") == [
        ("a.example", 2, 1, 1, 1, date(2026, 3, 10))
    ]
    assert rows("select pages, pages_new, pages_revised, run_state from marts.runs order by pages") == [
        (1, 1, 0, "running"),
        (2, 1, 1, "running"),
    ]
