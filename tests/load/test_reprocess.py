"""A capture that is read again under newer versions changes its rows in place, and makes no revision."""

from dataclasses import replace

from sqlalchemy import Engine

from pipeline.articles import RawRef, Refusal, Versions
from pipeline.load import Counts, KnownRecord, known_records, neighbours, stale_records
from tests.builders import (
    TEXT,
    VERSIONS,
    a_byline_candidate,
    a_count,
    a_refusal,
    a_rejected_page,
    an_article,
    an_author,
    at,
    under,
)
from tests.warehouse import dump, load_into, written

NEW = Versions("2", "2", "2", "2")
NUMBERS = Versions("1", "1", "1", "2")


def captures():
    """Two captures of a first text and one of its edit."""
    edited = TEXT.replace("12", "14")
    return [
        an_article("a.warc", offset=1, url="https://news.example/a", captured_at=at(1)),
        an_article("a.warc", offset=2, url="https://news.example/a", captured_at=at(2)),
        an_article("a.warc", offset=3, url="https://news.example/a", captured_at=at(3), text=edited),
    ]


def test_rows_are_rewritten_and_no_revision_is_made(load, rows, warehouse: Engine) -> None:
    load(*captures())
    before = rows("select revision_id, valid_from, valid_to, changed_fields from core.article_revision order by 2")
    with warehouse.connect() as connection:
        stale = stale_records(connection, NEW)
    assert [found.raw for found in stale] == [RawRef("archives/a.warc", "a.warc", offset) for offset in (1, 3)]
    again = [
        replace(page, text=f"{page.text}!", authors=(an_author("J. Doe"),), mentions=())
        for page in under([captures()[0], captures()[2]], "2")
    ]
    assert load(*again) == Counts(unchanged=2)
    after = rows("select revision_id, valid_from, valid_to, changed_fields from core.article_revision order by 2")
    assert after == before
    assert rows("select right(body, 1), extract_version from core.article_revision") == [("!", "2")] * 2
    assert rows("select count(*) from core.number_mention") == [(0,)]
    assert rows("select author_name, bylines_version from core.byline") == [("J. Doe", "2")] * 2
    assert rows("select author_name from core.author") == [("J. Doe",)]
    with warehouse.connect() as connection:
        assert stale_records(connection, NEW) == []
        known = known_records(connection, "test", ["a.warc"], NEW)
    assert {key[:2]: record for key, record in known.items()} == {
        ("a.warc", offset): KnownRecord("article", True) for offset in (1, 2, 3)
    }


def test_byline_candidates_are_those_of_the_last_reading(load, rows) -> None:
    load(an_article())
    [again] = under([an_article(byline_candidates=(a_byline_candidate(rule="75: json-ld 50"),))], "2")
    assert load(again) == Counts(unchanged=1)
    assert rows("select byline_candidates -> 0 ->> 'rule' from core.article_revision") == [("75: json-ld 50",)]


def test_only_what_differs_is_written(load, rows, warehouse: Engine) -> None:
    load(an_article("a.html"), an_article("b.html", url="https://news.example/b"))
    before = written(warehouse)
    page = replace(an_article("a.html"), versions=NUMBERS, mentions=(a_count(noun="persons"),))
    assert load(page) == Counts(unchanged=1)
    after = written(warehouse)
    same = {name for name in before if before[name] == after[name]}
    assert {"core.byline", "core.date_candidate", "core.author", "core.article", "core.article_alias"} <= same
    assert rows("select noun, numbers_version from core.number_mention order by 2") == [
        ("people", "1"),
        ("persons", "2"),
    ]
    assert rows("select numbers_version, dates_version from core.article_revision order by 1") == [
        ("1", "1"),
        ("2", "1"),
    ]


def test_what_the_extractor_no_longer_takes_for_two_texts_becomes_one_revision(load, rows) -> None:
    load(*captures())
    first, _, edit = under(captures(), "2")
    same = [replace(page, text="One text.", mentions=()) for page in (first, edit)]
    assert load(*same) == Counts(unchanged=2)
    assert rows("select body, valid_from, valid_to, changed_fields from core.article_revision") == [
        ("One text.", at(1), None, [])
    ]
    assert rows("select count(distinct revision_id), count(*) from core.page_fetch") == [(1, 3)]
    assert rows("select count(*) from core.number_mention") == [(0,)]


def test_a_new_capture_is_not_compared_with_what_older_versions_read(load, rows, warehouse: Engine) -> None:
    first, _, edit = captures()
    load(first)
    (later,) = under([replace(edit, text=f"{TEXT} And more.")], "2")
    with warehouse.connect() as connection:
        assert [found.raw for found in neighbours(connection, [later])] == [first.page.raw]
    (again,) = under([replace(first, text=f"{TEXT} And more.")], "2")  # the same page, which the newer version reads so
    assert load(later, neighbours=[again]) == Counts(unchanged=1)
    assert rows("select valid_from, valid_to, extract_version from core.article_revision") == [(at(1), None, "2")]


def test_where_the_older_page_is_lost_the_change_is_unknown(load, rows) -> None:
    first, _, edit = captures()
    load(first)
    assert load(*under([edit], "2")) == Counts(revised=1)
    assert rows("select valid_from, changed_fields from core.article_revision order by 1") == [
        (at(1), []),
        (at(3), None),
    ]


def test_an_article_that_is_none_any_longer_goes_with_all_its_rows(load, rows) -> None:
    load(*captures()[:2], an_article("b.html"))
    rejected = replace(a_rejected_page(), page=captures()[0].page, rejected=Refusal("bot-wall", "asks for a captcha"))
    assert load(*under([rejected], "2")) == Counts(rejected=1)
    assert rows("select canonical_url from core.article") == [("https://news.example/b.html",)]
    assert rows("select count(*) from core.article_revision") == [(1,)]
    assert (
        rows("select outcome, reason, revision_id, extract_version from core.page_fetch where raw_name = 'a.warc'")
        == [("rejected", "bot-wall", None, "2")] * 2
    )
    assert rows("select count(*) from core.number_mention") == [(1,)]
    assert rows("select count(*) from core.author") == [(1,)]


def test_a_page_that_becomes_an_article_is_new(load, rows, warehouse: Engine) -> None:
    load(a_rejected_page("a.html"))
    with warehouse.connect() as connection:
        assert [found.raw for found in stale_records(connection, NEW, "test")] == [RawRef("archives/a.html", "a.html")]
        assert stale_records(connection, NEW, "another") == []
        assert stale_records(connection, VERSIONS) == []
    assert load(*under([an_article("a.html")], "2")) == Counts(new=1)
    assert rows("select outcome, reason from core.page_fetch") == [("article", None)]


def test_a_page_refused_under_older_versions_is_read_again(load, warehouse: Engine) -> None:
    article = an_article()
    load(article, refused=[a_refusal(article)])
    with warehouse.connect() as connection:
        assert len(stale_records(connection, NEW)) == 1
    assert load(*under([article], "2")) == Counts(new=1)


def test_a_reprocess_of_everything_is_what_a_clean_load_gives(load, warehouse: Engine, clean: Engine) -> None:
    pages = [*captures(), an_article("b.html"), a_rejected_page()]
    new = under([replace(page, section="Europe") for page in pages], "2")
    load(*pages)
    load(*(page for page in new if page.page.raw.offset != 2))
    load_into(clean, new)
    assert dump(warehouse) == dump(clean)
