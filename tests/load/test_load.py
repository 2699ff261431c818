"""One batch into real tables: what becomes of pages, what a second load changes, what stays out."""

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest
from sqlalchemy import Engine

from pipeline.errors import Terminal, Transient
from pipeline.load import Counts, load_batch
from pipeline.models import warehouse_engine
from tests.builders import (
    TEXT,
    a_byline_candidate,
    a_count,
    a_moment,
    a_page,
    a_refusal,
    a_rejected_page,
    a_source,
    a_time,
    an_article,
    an_author,
    at,
)
from tests.warehouse import written


def test_an_article_becomes_rows(load, rows) -> None:
    assert load(an_article()) == Counts(new=1)
    assert rows(
        "select canonical_url, site, publisher_name from core.article join core.publisher using (publisher_id)"
    ) == [("https://news.example/a.html", "news.example", "The Example")]
    assert rows(
        "select headline, body, byline, published_text, is_current, changed_fields from core.article_revision"
    ) == [("Strike kills twelve", TEXT, "By Jane Doe", "2026-03-10", True, [])]
    assert rows("select author_name, ordinal from core.byline join core.author using (author_id, author_name)") == [
        ("Jane Doe", 0)
    ]
    assert rows("select ordinal, surface, value, value_min, value_max, comparator, noun from core.number_mention") == [
        (0, "12", Decimal(12), Decimal(12), None, ">=", "people")
    ]
    assert rows("select ordinal, surface, timex_value, subkind from core.time_mention") == [
        (1, "Monday", "2026-03-09", "date")
    ]
    assert rows("select raw, date_role, chosen_as, moment_text from core.date_candidate") == [
        ("2026-03-10", "published", "published", "2026-03-10")
    ]
    assert rows("""
        select f.raw_name, f.outcome, f.revision_id = r.revision_id, r.page_fetch_id = f.page_fetch_id
        from core.page_fetch f join core.article_revision r using (article_id)""") == [
        ("a.html", "article", True, True)
    ]


def test_the_same_page_again_changes_nothing(load, warehouse: Engine) -> None:
    pages = [an_article(), a_rejected_page()]
    load(*pages)
    before = written(warehouse)
    assert load(*pages) == Counts(unchanged=1, rejected=1)
    assert written(warehouse) == before


def test_an_edit_makes_a_revision_and_names_what_changed(load, rows) -> None:
    load(an_article(captured_at=at(0)))
    edited = an_article(captured_at=at(5), page_hash="b", name="a.html", offset=5, url="https://news.example/a.html")
    edited = replace(edited, canonical_url="https://news.example/a.html", text=TEXT.replace("12", "14"), byline=None)
    edited = replace(edited, mentions=(a_count("14", edited.text),))
    assert load(edited) == Counts(revised=1)
    assert rows("select valid_from, valid_to, is_current, changed_fields from core.article_revision order by 1") == [
        (at(0), at(5), False, []),
        (at(5), None, True, ["body", "byline"]),
    ]


def test_another_capture_of_the_same_content_is_no_revision(load, rows) -> None:
    load(an_article(captured_at=at(0)))
    again = an_article(captured_at=at(5), offset=5, published=a_moment(at(48).date()))
    assert load(again) == Counts(unchanged=1)
    assert rows("select published_text, valid_from, valid_to from core.article_revision") == [
        ("2026-03-10", at(0), None)
    ]
    assert rows("select count(*), count(distinct revision_id) from core.page_fetch") == [(2, 1)]


def test_any_address_of_a_page_finds_its_article(load, rows) -> None:
    load(an_article("a.html", aliases=("https://news.example/amp/a",)))
    moved = an_article("b.html", captured_at=at(3), aliases=("https://news.example/amp/a",))
    assert load(moved) == Counts(unchanged=1)
    assert rows("select canonical_url from core.article") == [("https://news.example/a.html",)]
    assert rows("select address from core.article_alias order by 1") == [
        ("https://news.example/a.html",),
        ("https://news.example/amp/a",),
        ("https://news.example/b.html",),
    ]


def test_two_articles_of_one_batch_that_share_an_address_are_one(load, rows) -> None:
    first = an_article("a.html", captured_at=at(1))
    second = an_article(
        "b.html", captured_at=at(2), aliases=(str(first.canonical_url),), text="Another text.", mentions=()
    )
    assert load(second, first) == Counts(new=1, revised=1)
    assert rows("select canonical_url from core.article") == [("https://news.example/a.html",)]


def test_a_page_without_an_address_is_addressed_by_its_record(load, rows) -> None:
    load(an_article("seed.txt", url=None, canonical_url=None, site=None, publisher=None))
    assert rows(
        "select canonical_url, site, publisher_name from core.article join core.publisher using (publisher_id)"
    ) == [("urn:dateline:test:seed.txt", "urn:dateline:test", "Test")]


def test_a_rejected_page_keeps_its_reason(load, rows) -> None:
    assert load(a_rejected_page()) == Counts(rejected=1)
    assert rows("select outcome, reason, detail, article_id from core.page_fetch") == [
        ("rejected", "consent-page", "asks for consent to cookies", None)
    ]
    assert rows("select count(*) from core.article") == [(0,)]


def test_a_refused_article_takes_its_children_along(load, rows) -> None:
    article = an_article()
    assert load(article, refused=[a_refusal(article)]) == Counts(quarantined=1, refused_rows=1)
    assert rows("select outcome, reason from core.page_fetch") == [
        ("quarantined", "expect_column_values_to_not_be_null(title)")
    ]
    assert rows("select row_kind, expectation, column_name, refused_row, stage from ops.quarantine") == [
        ("article", "expect_column_values_to_not_be_null", "title", {"title": None}, "validate")
    ]
    assert rows("select count(*) from core.article_revision") == [(0,)]
    assert rows("select count(*) from core.number_mention") == [(0,)]


def test_a_refused_child_stays_out_and_the_others_keep_their_places(load, rows) -> None:
    article = an_article(authors=(an_author("A B"), an_author("C D")))
    refused = [a_refusal(article, "byline", 0), a_refusal(article, "mention", 0)]
    assert load(article, refused=refused) == Counts(new=1, refused_rows=2)
    assert rows("select ordinal, author_name from core.byline") == [(1, "C D")]
    assert rows("select author_name from core.author") == [("C D",)]
    assert rows("select count(*) from core.number_mention") == [(0,)]
    assert rows("select ordinal from core.time_mention") == [(1,)]


def test_the_same_refusal_again_is_no_new_row(load, rows) -> None:
    article = an_article()
    load(article, refused=[a_refusal(article)])
    load(article, refused=[a_refusal(article)])
    assert rows("select count(*), count(*) filter (where first_run_id <> last_run_id) from ops.quarantine") == [(1, 1)]


def test_the_counts_of_a_batch_are_kept_once(load, warehouse: Engine, rows) -> None:
    load(an_article(), a_rejected_page())
    run_id = rows("select run_id from ops.run")[0][0]
    load_batch(warehouse, run_id, "test-1", a_source(), [an_article()])  # a task that is retried after it was done
    assert rows("select pages, pages_new, pages_unchanged, pages_rejected from ops.run") == [(2, 1, 0, 1)]


def test_what_postgres_cannot_store_is_replaced_and_offsets_stay(load, rows) -> None:
    text = "\x00\ud800 killed 12"
    article = an_article(title="a\x00b", text=text, mentions=(a_count("12", text),), authors=(an_author("\udfffJane"),))
    load(article)
    assert rows("select headline, body from core.article_revision") == [("a\ufffdb", "\ufffd\ufffd killed 12")]
    assert rows(
        "select substring(body from char_start + 1 for 2) from core.number_mention join core.article_revision"
        " using (revision_id)"
    ) == [("12",)]
    assert rows("select author_name from core.byline") == [("\ufffdJane",)]


def test_every_byline_that_the_page_offers_is_kept_with_the_choice(load, rows) -> None:
    furniture = a_byline_candidate(raw=f"\x00Email {'x' * 1000}", authors=(), rule="names nobody", chosen=False)
    load(an_article(byline_candidates=(a_byline_candidate(), furniture)))
    [(first, second)] = rows("select byline_candidates -> 0, byline_candidates -> 1 from core.article_revision")
    assert first == {
        "origin": "visible",
        "locator": "line +1",
        "names": ["By Jane Doe"],
        "authors": ["Jane Doe"],
        "rule": "56: visible 30",
        "chosen": True,
    }
    assert second["names"] == ["\ufffdEmail " + "x" * 293]
    assert (second["authors"], second["rule"], second["chosen"]) == ([], "names nobody", False)


def test_a_row_that_can_never_be_is_named(load) -> None:
    wrong = a_count(value_min=Decimal(5), value_max=Decimal(4))
    with pytest.raises(Terminal, match="ck_number_mention_bounds"):
        load(an_article(mentions=(wrong,)))


def test_a_warehouse_that_is_down_is_transient() -> None:
    engine = warehouse_engine("postgresql://nobody@127.0.0.1:1/nothing")
    with pytest.raises(Transient, match="does not answer"):
        load_batch(engine, uuid4(), "test-1", a_source(), [an_article()])


def test_authors_are_names_at_one_publisher(load, rows) -> None:
    load(
        an_article("a.html", authors=(an_author("José Díaz"),)),
        an_article("b.html", captured_at=at(1), authors=(an_author("JOSÉ DIAZ"),)),
        an_article("c.html", site="other.example", authors=(an_author("José Díaz"),)),
    )
    assert rows("select author_name from core.author") == [("José Díaz",), ("José Díaz",)]


def test_authors_are_merged_by_their_profile_address_only(load, rows) -> None:
    load(
        an_article("a.html", authors=(an_author("A", profile_url="https://x.example/a"), an_author("B"))),
        an_article(
            "b.html", site="b.example", authors=(an_author("A", profile_url="https://x.example/a"), an_author("B"))
        ),
    )
    assert rows("select author_name, count(*), count(merged_into) from core.author group by 1 order by 1") == [
        ("A", 2, 1),
        ("B", 2, 0),
    ]


def test_a_profile_address_that_a_whole_staff_shares_merges_nobody(load, rows) -> None:
    staff = "https://x.example/staff"
    load(
        an_article("a.html", authors=(an_author("A", profile_url=staff), an_author("B", profile_url=staff))),
        an_article("b.html", site="b.example", authors=(an_author("A", profile_url=staff),)),
    )
    assert rows("select count(merged_into) from core.author") == [(0,)]


def test_the_source_file_names_a_publisher_before_its_pages_do(load, rows) -> None:
    load(an_article("a.html", publisher="Page's name", captured_at=at(2)))
    load(an_article("b.html", publisher="Earlier name", captured_at=at(1)))
    load(an_article("c.html", publisher="Later name", captured_at=at(3)))
    assert rows("select publisher_name, name_from from core.publisher") == [("Earlier name", "page")]
    source = a_source(sites={"news.example": {"name": "The Example Times", "country": "GB"}})
    load(an_article("d.html", captured_at=at(4)), source=source)
    assert rows("select publisher_name, name_from, country from core.publisher") == [
        ("The Example Times", "source", "GB")
    ]


def test_times_and_numbers_share_one_order(load, rows) -> None:
    load(an_article(mentions=(a_time(), a_count(part_of=2), a_count("five", value=Decimal(5), part="body"))))
    assert rows("select ordinal, part_of from core.number_mention order by 1") == [(1, 2), (2, None)]
    assert rows("select ordinal from core.time_mention") == [(0,)]


def test_captures_of_one_instant_are_one_revision(load, rows) -> None:
    first = an_article("a.html", offset=10)
    other = replace(first, page=a_page("a.html", 20), text="Another text.", mentions=())
    assert load(other, first) == Counts(new=1, unchanged=1)
    assert rows("select body from core.article_revision") == [(TEXT,)]
    assert rows("select raw_offset, reason from core.page_fetch order by 1") == [(10, None), (20, "simultaneous")]
