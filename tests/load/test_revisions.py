"""Revisions follow from the captures, not from the order in which they came."""

from datetime import datetime
from itertools import pairwise
from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from pipeline.load.identity import revision_id
from pipeline.load.revisions import Capture, PlannedRevision, plan_revisions
from tests.builders import at

ARTICLE = UUID(int=1)


def capture(hour: int, content: str, record: int = 0, reader: str = "1") -> Capture:
    key = uuid5(ARTICLE, f"{hour}-{record}")
    return Capture(key, ("a.warc", record), at(hour), content, (reader, reader))


@st.composite
def histories(draw: st.DrawFn) -> list[Capture]:
    """Captures of one article; now and then two of the same instant."""
    moments = draw(st.sets(st.tuples(st.integers(0, 8), st.integers(0, 1)), min_size=1, max_size=8))
    return [capture(hour, draw(st.sampled_from("abc")), record) for hour, record in sorted(moments)]


def told(revisions: tuple[PlannedRevision, ...]) -> list[tuple[datetime, datetime | None, str, tuple[UUID, ...]]]:
    """What must not depend on the order: everything but the ids."""
    return [
        (
            found.valid_from,
            found.valid_to,
            found.captures[0].content_hash,
            tuple(sorted(capture.page_fetch_id for capture in (*found.captures, *found.simultaneous))),
        )
        for found in revisions
    ]


@given(histories().flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))), st.integers(1, 4))
def test_any_order_of_loading_gives_the_same_revisions(
    histories: tuple[list[Capture], list[Capture]], batch: int
) -> None:
    found, shuffled = histories
    at_once = plan_revisions(ARTICLE, found)
    known: list[Capture] = []
    planned: tuple[PlannedRevision, ...] = ()
    for start in range(0, len(shuffled), batch):
        known += shuffled[start : start + batch]
        planned = plan_revisions(ARTICLE, known, {revision.revision_id for revision in planned})
    assert told(planned) == told(at_once)
    assert len({revision.revision_id for revision in planned}) == len(planned)


@given(histories())
def test_revisions_follow_each_other_without_gaps_and_differ(found: list[Capture]) -> None:
    planned = plan_revisions(ARTICLE, found)
    for before, after in pairwise(planned):
        assert before.valid_from < before.valid_to == after.valid_from
        assert before.captures[0].content_hash != after.captures[0].content_hash
    assert planned[-1].valid_to is None
    assert sum(len(revision.captures) + len(revision.simultaneous) for revision in planned) == len(found)


@given(histories())
def test_planning_again_keeps_every_id(found: list[Capture]) -> None:
    planned = plan_revisions(ARTICLE, found)
    assert plan_revisions(ARTICLE, found, {revision.revision_id for revision in planned}) == planned


def test_an_earlier_capture_of_the_same_content_moves_the_start_back() -> None:
    later = plan_revisions(ARTICLE, [capture(5, "a")])
    both = plan_revisions(ARTICLE, [capture(5, "a"), capture(2, "a")], {later[0].revision_id})
    assert [(found.revision_id, found.valid_from) for found in both] == [(later[0].revision_id, at(2))]


def test_an_edit_in_between_splits_a_revision() -> None:
    captures = [capture(1, "a"), capture(9, "a"), capture(5, "b")]
    before = plan_revisions(ARTICLE, captures[:2])
    after = plan_revisions(ARTICLE, captures, {found.revision_id for found in before})
    assert [(found.captures[0].content_hash, found.valid_from, found.valid_to) for found in after] == [
        ("a", at(1), at(5)),
        ("b", at(5), at(9)),
        ("a", at(9), None),
    ]
    assert after[0].revision_id == before[0].revision_id
    assert after[2].revision_id == revision_id(ARTICLE, captures[1].page_fetch_id)


def test_the_first_record_of_an_instant_holds() -> None:
    (found,) = plan_revisions(ARTICLE, [capture(1, "b", record=7), capture(1, "a", record=3)])
    assert [held.content_hash for held in found.captures] == ["a"]
    assert [other.content_hash for other in found.simultaneous] == ["b"]


def test_captures_read_under_other_versions_cannot_be_compared() -> None:
    before, after = plan_revisions(ARTICLE, [capture(1, "a", reader="1"), capture(2, "b", reader="2")])
    assert (before.comparable, after.comparable) == (True, False)
    before, after = plan_revisions(ARTICLE, [capture(1, "a"), capture(2, "b")])
    assert after.comparable
