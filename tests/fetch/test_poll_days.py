"""Polls over several days: what they bring of older articles is read by the night of the day on which it came."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from pipeline.windows import Window
from tests.fetch.conftest import an_article, rows
from tests.fetch.test_poll import feed
from tests.http.town import Answer, Town

TODAY = datetime.now(UTC).date()


def days_pass(days: int) -> None:
    """As if all that was found and fetched had been so many days ago."""
    from pipeline.run.context import warehouse

    with warehouse().begin() as connection:
        connection.execute(
            text(
                "update core.page_fetch set captured_at = captured_at - :days * interval '1 day',"
                " candidate_day = candidate_day - cast(:days as int)"
            ),
            {"days": days},
        )


def night_of(day_from: int, day_to: int = 0) -> dict[str, int]:
    """The run over days counted from today; what became of its pages."""
    from pipeline.run.context import warehouse
    from pipeline.run.whole import run_window
    from pipeline.status import PAGES, run_status

    window = Window(TODAY + timedelta(days=day_from), TODAY + timedelta(days=day_to))
    status = run_status(warehouse(), run_window(window))
    return {name: status[name] for name in PAGES if status[name]}


def test_an_edit_of_an_older_article_is_read_in_the_night_of_the_day_that_saw_it(
    town: Town, live: Callable[..., None]
) -> None:
    from pipeline.run.poll import poll

    town.pages |= {"/feed": feed(town, "/a", "/b"), "/a": an_article("First news"), "/b": an_article("Other news")}
    assert poll() == {"town": 2}
    assert night_of(-1) == {"new": 2}
    days_pass(3)
    town.pages |= {"/feed": feed(town, "/c"), "/a": an_article("First news, edited"), "/c": an_article("Third news")}
    assert poll() == {"town": 2}, "a new one and an edited one"
    assert sorted(row.outcome for row in rows()) == ["article", "article", "fetched", "fetched", "unchanged"]
    assert night_of(0) == {"new": 1, "revised": 1}
    assert night_of(0) == {"unchanged": 1}, "the day owns the third article alone"
    assert [row.n for row in rows("select count(*) as n from core.article_revision")] == [4]


def test_a_page_that_moved_is_asked_for_once_and_stays_one_article(town: Town, live: Callable[..., None]) -> None:
    from pipeline.run.poll import poll

    town.pages |= {
        "/feed": feed(town, "/old"),
        "/old": Answer(status=301, headers={"Location": "/new"}),
        "/new": an_article("First news"),
    }
    assert poll() == {"town": 1}
    assert night_of(-1) == {"new": 1}
    town.pages["/feed"] = feed(town, "/new")
    assert poll() == {"town": 0}
    assert (len(town.asked("/old")), len(town.asked("/new"))) == (1, 1)
    days_pass(2)
    town.pages |= {"/old": Answer(b"", 404), "/new": an_article("First news, edited")}
    assert poll() == {"town": 0}, "the old address is gone, which this poll finds out"
    assert poll() == {"town": 1}, "so that the new one is asked for"
    assert night_of(-1) == {"revised": 1}
    assert [row.n for row in rows("select count(*) as n from core.article")] == [1]


def test_a_poll_leaves_out_a_source_that_another_one_is_still_at_work_on(town: Town, live: Callable[..., None]) -> None:
    from pipeline.fetch import polling
    from pipeline.run.context import warehouse
    from pipeline.run.poll import poll

    town.pages |= {"/feed": feed(town, "/a"), "/a": an_article("First news")}
    with polling(warehouse(), ["town", "other"]) as free:
        assert free == {"town", "other"}
        assert poll() == {}
        assert town.requests == []
    assert poll() == {"town": 1}
