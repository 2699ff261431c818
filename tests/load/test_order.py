"""The same rows whatever the order of loading: backfills run backwards, too."""

from dataclasses import replace
from itertools import permutations

import pytest
from sqlalchemy import Engine, text

from pipeline.articles import NormalizedArticle
from pipeline.load import neighbours
from pipeline.models import Base
from tests.builders import TEXT, a_count, a_moment, an_article, an_author, at
from tests.warehouse import Dump, dump, load_into

EDITED = TEXT.replace("12", "14")


def captures() -> list[NormalizedArticle]:
    """One article, captured four times: as it was, edited, as it was again, and once more."""
    url = "https://news.example/a.html"
    contents = [(0, TEXT), (3, EDITED), (6, TEXT), (9, TEXT)]
    return [
        an_article(
            "a.warc",
            offset=hour,
            url=f"{url}?utm={hour}",
            canonical_url=url,
            captured_at=at(hour),
            text=body,
            mentions=(a_count(body[9:11], body),),
            modified=a_moment(at(hour * 24).date()),
            modified_from="meta",
            authors=(an_author("Jane Doe" if hour else "JANE DOE"),),
            publisher=f"The Example {hour}",
        )
        for hour, body in contents
    ]


def without_ids(found: Dump) -> dict[str, list[dict[str, object]]]:
    """Rows by name of column, without the ids of revisions, which may differ with the order."""
    tables = {table.fullname: table for table in Base.metadata.sorted_tables}
    plain: dict[str, list[dict[str, object]]] = {}
    for name, rows in found.items():
        names = [column.name for column in tables[name].columns if column.name != "run_id"]
        plain[name] = [
            {key: value for key, value in zip(names, row, strict=True) if key != "revision_id"} for row in rows
        ]
        plain[name].sort(key=repr)
    return plain


@pytest.fixture(scope="module")
def in_order() -> dict[str, Dump]:
    return {}


@pytest.mark.parametrize("order", list(permutations(range(4)))[::3], ids=str)
def test_one_by_one_in_any_order(order: tuple[int, ...], warehouse: Engine, in_order: dict[str, Dump]) -> None:
    pages = captures()
    for number in order:
        load_with_neighbours(warehouse, [pages[number]], pages)
    found = without_ids(dump(warehouse))
    assert found == in_order.setdefault("found", found)
    with warehouse.connect() as connection:
        told = connection.execute(
            text("""
            select valid_from, valid_to, changed_fields, modified_text, body = :body
            from core.article_revision order by valid_from"""),
            {"body": TEXT},
        ).all()
    assert [tuple(row) for row in told] == [
        (at(0), at(3), [], "2026-03-10", True),
        (at(3), at(6), ["body"], "2026-03-13", False),
        (at(6), None, ["body"], "2026-03-16", True),
    ]


def test_all_at_once_is_the_same(warehouse: Engine, in_order: dict[str, Dump]) -> None:
    load_into(warehouse, captures()[::-1])
    assert without_ids(dump(warehouse)) == in_order["found"]


def test_a_split_without_its_page_copies_what_stood_there(warehouse: Engine) -> None:
    first, edit, again, _ = captures()
    for page in (first, again, edit):
        load_into(warehouse, [page])
    with warehouse.connect() as connection:
        told = connection.execute(
            text("""
            select valid_from, body = :body, n.surface, b.author_name from core.article_revision r
            join core.number_mention n using (revision_id) join core.byline b using (revision_id) order by 1"""),
            {"body": TEXT},
        ).all()
    assert [tuple(row) for row in told] == [
        (at(0), True, "12", "JANE DOE"),
        (at(3), False, "14", "Jane Doe"),
        (at(6), True, "12", "JANE DOE"),
    ]


def test_neighbours_are_asked_for_only_where_a_page_is_missing(warehouse: Engine) -> None:
    first, edit, again, last = captures()
    load_into(warehouse, [first, again])
    with warehouse.connect() as connection:
        assert neighbours(connection, [last]) == []
        assert [found.raw for found in neighbours(connection, [edit])] == [again.page.raw]
        assert neighbours(connection, [replace(edit, canonical_url="https://news.example/other", aliases=())]) == []


def load_with_neighbours(
    engine: Engine, pages: list[NormalizedArticle], archive: list[NormalizedArticle], **options: object
) -> None:
    """What a run does: it reads the captures again that the load asks for."""
    with engine.connect() as connection:
        asked = {found.raw for found in neighbours(connection, pages)}
    load_into(engine, pages, neighbours=[page for page in archive if page.page.raw in asked], **options)
