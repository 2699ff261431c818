"""The ranking: which of a page's dates is chosen, what is flagged, and that times in UTC come home."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from pipeline.dates import DateChoice, Origin, RawDate, Role, choose_dates

CAPTURED = datetime(2026, 11, 1, tzinfo=UTC)
ORIGINS: tuple[Origin, ...] = ("json-ld", "meta", "time-element", "text", "url", "listing", "http")


def choose(*candidates: RawDate, country: str | None = None, language: str | None = None, **prefer) -> DateChoice:
    return choose_dates(candidates, captured_at=CAPTURED, country=country, language=language, **prefer)


def article(raw: str, key: str = "datePublished") -> RawDate:
    return RawDate(raw, "modified" if key == "dateModified" else "published", "json-ld", f"NewsArticle.{key}")


def meta(raw: str, role: Role = "published", name: str = "article:published_time") -> RawDate:
    return RawDate(raw, role, "meta", name)


def line(raw: str, place: int = 2, role: Role = "unspecified") -> RawDate:
    return RawDate(raw, role, "text", f"line {place:+d}")


def text(choice: DateChoice) -> str | None:
    return choice.published.text if choice.published else None


def test_the_modified_date_is_not_the_published_one() -> None:
    choice = choose(article("2020-02-20T00:43:46Z", "dateModified"), article("2018-02-20T09:00:00+01:00"))
    assert text(choice) == "2018-02-20T09:00:00+01:00"
    assert choice.modified is not None
    assert choice.modified.text.startswith("2020-02-20")
    assert text(choose(article("2020-02-20T00:43:46Z", "dateModified"))) is None


def test_the_most_precise_of_those_that_agree() -> None:
    choice = choose(article("2016-08-02"), meta("2016-08-02T14:30:00+02:00"))
    assert text(choice) == "2016-08-02T14:30:00+02:00"
    assert choice.published_from == "meta"
    assert text(choose(article("2016-08-02T00:00:00Z"), line("2 August 2016, 14:30"))) == "2016-08-02T14:30"


def test_placeholders_and_the_future_stay_candidates() -> None:
    choice = choose(article("0001-01-01T00:00:00"), meta("2099-01-01"), line("2 August 2016"), language="en")
    assert text(choice) == "2016-08-02"
    assert {item.flag for item in choice.candidates} == {"placeholder", "future", None}
    assert text(choose(article("1970-01-01T00:00:00Z"))) is None


def test_a_day_after_the_capture_is_still_possible() -> None:
    assert text(choose(article("2026-11-01T12:00:00Z"))) is not None
    assert text(choose(article("2026-11-02T00:00:01Z"))) is None


def test_an_ambiguous_order_is_settled_by_another_date() -> None:
    choice = choose(line("03/04/2020"), RawDate("2020/04/03", "published", "url", "address"), language="en")
    assert text(choice) == "2020-04-03"
    assert text(choose(line("09/12/2026"), language="en")) == "2026-09-12"
    assert text(choose(line("11/09/2026"), language="en")) == "2026-09-11"  # the other order lies in the future


def test_a_contradiction_is_flagged() -> None:
    choice = choose(article("2016-08-02T10:00:00Z"), meta("2014-01-01"))
    assert [item.flag for item in choice.candidates] == [None, "conflict"]


def test_utc_comes_home_by_a_local_clock() -> None:
    choice = choose(article("2023-11-09T01:09:55Z"), line("November 8, 2023 at 6:09 p.m."), language="en")
    assert text(choice) == "2023-11-08T18:09:55-07:00"
    assert choice.candidates[0].flag == "local-time"


def test_utc_comes_home_by_the_same_instant_elsewhere() -> None:
    choice = choose(article("2023-11-09T01:09:55Z"), meta("2023-11-08T18:09:55-07:00"))
    assert text(choice) == "2023-11-08T18:09:55-07:00"


def test_utc_comes_home_by_the_day_and_the_countrys_clock() -> None:
    dates = (article("2020-12-05T23:15:00Z"), line("06 Dicembre 2020"))
    assert text(choose(*dates, country="IT", language="it")) == "2020-12-06T00:15:00+01:00"
    choice = choose(*dates, language="it")
    assert choice.published is not None
    assert (choice.published.text, str(choice.published.day)) == ("2020-12-05T23:15:00+00:00", "2020-12-06")


def test_midnight_of_the_shown_day_is_that_day() -> None:
    choice = choose(meta("2021-11-04T23:00Z"), line("5. November 2021"), language="de")
    assert text(choice) == "2021-11-05"


def test_another_story_in_the_head_does_not_date_this_one() -> None:
    choice = choose(
        line("By Ann Lee on Monday, November 18th, 2019", 1),
        line("Jo Ray on Sunday, October 13th, 2019", -1),
        language="en",
    )
    assert text(choice) == "2019-11-18"


def http(raw: str) -> RawDate:
    return RawDate(raw, "modified", "http", "Last-Modified")


def listing(raw: str, role: Role = "unspecified") -> RawDate:
    return RawDate(raw, role, "listing", "news sitemap")


def test_the_server_is_asked_last_when_a_page_was_modified() -> None:
    header, published = http("Tue, 02 Aug 2016 14:30:00 GMT"), article("2016-08-01T10:00:00Z")
    choice = choose(header, published)
    assert (choice.modified and choice.modified.text, choice.modified_from) == ("2016-08-02T14:30:00+00:00", "http")
    assert choose(header).published is None
    for better in (article("2016-08-03", "dateModified"), listing("2016-08-04", "modified")):
        assert choose(header, better, published).modified_from == better.origin


def test_a_page_that_was_made_for_the_capture_was_not_modified_then() -> None:
    choice = choose(http("Sat, 31 Oct 2026 23:40:00 GMT"), article("2026-10-30"))
    assert choice.modified is None
    assert [item.flag for item in choice.candidates] == [None, "now"]
    assert choose(http("Sat, 31 Oct 2026 22:40:00 GMT"), article("2026-10-30")).modified_from == "http"


def test_a_listing_ranks_below_what_the_article_says_and_above_what_the_page_shows() -> None:
    said, shown = RawDate("2016-08-01", "published", "time-element", "time near the headline"), line("3 August 2016")
    assert choose(listing("2016-08-02"), said).published_from == "time-element"
    assert choose(shown, listing("2016-08-02"), language="en").published_from == "listing"
    assert choose(article("2016-08-04", "dateCreated"), listing("2016-08-02")).published_from == "listing"
    assert choose(listing("2016-08-02", "modified")).published is None


def test_a_source_may_prefer_a_place() -> None:
    dates = (
        article("2016-08-09T10:00:00Z"),
        article("2016-08-09T10:00:00Z", "dateModified"),
        meta("2016-08-02T08:00+02:00", name="first_online"),
        meta("2016-08-03", "modified", "last_edit"),
    )
    choice = choose(*dates, prefer_published=["meta: nowhere", "first_online", "json-ld"], prefer_modified=["meta"])
    assert (text(choice), choice.published_from) == ("2016-08-02T08:00+02:00", "meta")
    assert choice.modified is not None
    assert choice.modified.text == "2016-08-03"
    assert [(item.chosen_as, item.rule) for item in choice.candidates if item.chosen_as] == [
        ("published", "source prefers first_online"),
        ("modified", "source prefers meta"),
    ]
    assert len(choice.candidates) == len(dates)
    assert [item.flag for item in choice.candidates if item.rule == "article-published"] == ["conflict"]


def test_a_preferred_locator_is_taken_at_its_word_an_origin_by_the_role() -> None:
    dates = (article("2016-08-02T10:00:00Z", "dateModified"), line("9 August 2016"))
    assert text(choose(*dates, language="en", prefer_published=["json-ld"])) == "2016-08-09"
    choice = choose(*dates, language="en", prefer_published=["json-ld: NewsArticle.dateModified"])
    assert text(choice) == "2016-08-02T10:00:00+00:00"
    assert choice.modified is None


def test_what_a_source_prefers_must_still_be_a_date() -> None:
    dates = (meta("0001-01-01"), article("2016-08-02"))
    assert text(choose(*dates, prefer_published=["meta"])) == "2016-08-02"
    assert choose(*dates, article("2016-07-20", "dateModified"), prefer_modified=["json-ld"]).modified is None


def test_nothing_is_chosen_from_nothing() -> None:
    assert choose() == DateChoice(None, None, None, None, ())
    assert text(choose(line("Lesezeit 5 Min."))) is None


@given(
    st.lists(
        st.builds(
            RawDate,
            st.one_of(st.text(max_size=40), st.dates().map(str), st.datetimes().map(str)),
            st.sampled_from(["published", "modified", "unspecified"]),
            st.sampled_from(ORIGINS),
            st.text(max_size=20),
        ),
        max_size=12,
    )
)
def test_every_candidate_is_kept_and_at_most_one_chosen(candidates: list[RawDate]) -> None:
    choice = choose(*candidates)
    assert sorted(map(repr, candidates)) == sorted(repr(item.raw) for item in choice.candidates)
    for role in ("published", "modified"):
        assert sum(item.chosen_as == role for item in choice.candidates) <= 1
    if choice.published:
        assert choice.published.start <= datetime(2026, 11, 2, tzinfo=UTC)
