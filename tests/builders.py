"""Small makers of the nouns that travel, for tests: say what matters, the rest is plain."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Any

from pipeline.articles import NormalizedArticle, PageInfo, RawRef, Refusal, Versions
from pipeline.bylines import Author, BylineCandidate, Dateline, RawByline
from pipeline.dates import DateCandidate, Moment, RawDate
from pipeline.numbers import Mention
from pipeline.sources import SourceConfig
from pipeline.verdicts import Refused

VERSIONS = Versions("1", "1", "1", "1")
NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
TEXT = "At least 12 people were killed on Monday, the ministry said.\nThe strike lasted five hours."


def at(hour: float) -> datetime:
    """A time of capture, hours after noon of 2026-03-10."""
    return NOON + timedelta(hours=hour)


def a_source(name: str = "test", **values: Any) -> SourceConfig:
    """A source of archives."""
    archives = ({"kind": "archive", "location": "archives"},)
    return SourceConfig.model_validate({"name": name, "title": name.title(), "discover": archives, **values})


def a_moment(day: date = date(2026, 3, 10)) -> Moment:
    """A day, as written."""
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    whole = (start - timedelta(hours=14), start + timedelta(hours=36))
    return Moment(day.isoformat(), *whole, "day", None, "unknown", day)


def an_instant(when: datetime = NOON) -> Moment:
    """A second with its offset."""
    return Moment(when.isoformat(), when, when + timedelta(seconds=1), "second", 0, "value", when.date())


def a_date_candidate(moment: Moment | None = None, **values: Any) -> DateCandidate:
    """A date of JSON-LD, chosen as the published one."""
    moment = moment or a_moment()
    raw = RawDate(moment.text, "published", "json-ld", "datePublished")
    return replace(DateCandidate(raw, moment, "iso", "published"), **values)


def an_author(name: str = "Jane Doe", **values: Any) -> Author:
    """A person."""
    return replace(Author(name=name, kind="person", raw=name, rule="name"), **values)


def a_byline_candidate(*authors: Author, raw: str = "By Jane Doe", **values: Any) -> BylineCandidate:
    """A line near the headline, chosen."""
    plain = BylineCandidate(RawByline((raw,), "visible", "line +1"), authors or (an_author(),), "56: visible 30", True)
    return replace(plain, **values)


def a_count(surface: str = "12", text: str = TEXT, **values: Any) -> Mention:
    """A count of people killed, where it first stands in the text."""
    start = text.index(surface)
    sentence = (text.rfind("\n", 0, start) + 1, (text + "\n").index("\n", start))
    plain = Mention(
        char_start=start,
        char_end=start + len(surface),
        surface=surface,
        phrase_start=start,
        phrase_end=start + len(surface),
        sentence_start=sentence[0],
        sentence_end=sentence[1],
        kind="count",
        is_quantity=True,
        value=Decimal(12),
        comparator=">=",
        value_min=Decimal(12),
        noun="people",
        noun_head="person",
        event_trigger="killed",
        event_type="KILL",
        attribution="attributed",
        attributed_to="the ministry",
        attribution_cue="said",
        rule="count",
    )
    return replace(plain, **values)


def a_time(surface: str = "Monday", text: str = TEXT, **values: Any) -> Mention:
    """A day in the text."""
    plain = a_count(surface, text, kind="time", is_quantity=False, value=None, comparator="=", value_min=None)
    plain = replace(plain, noun=None, noun_head=None, event_trigger=None, event_type=None, attribution="outlet")
    plain = replace(plain, attributed_to=None, attribution_cue=None, subkind="date", rule="weekday")
    day = date(2026, 3, 9)
    timex: dict[str, Any] = {"timex_type": "DATE", "timex_value": day.isoformat(), "date_start": day, "date_end": day}
    return replace(plain, **{**timex, **values})


def a_page(name: str = "a.html", offset: int | None = None, **values: Any) -> PageInfo:
    """A captured page; its hash follows from its name and offset unless given."""
    raw = RawRef(f"archives/{name}", name, offset)
    page_hash = sha256(raw.record_id.encode()).hexdigest()
    plain = PageInfo("test", raw, f"https://news.example/{name}", NOON, 200, "text/html", 5000, page_hash)
    return replace(plain, **values)


def an_article(name: str = "a.html", **values: Any) -> NormalizedArticle:
    """An article at https://news.example/<name> with an author, a day, a count and a time.

    Keywords are fields of the article or of its page (`captured_at`, `offset`, `source`, `url`).
    """
    of_page = {key: values.pop(key) for key in ("captured_at", "offset", "source", "url", "page_hash") if key in values}
    page = a_page(name, **of_page)
    plain = NormalizedArticle(
        page=page,
        canonical_url=page.url,
        aliases=(),
        site="news.example",
        publisher="The Example",
        title="Strike kills twelve",
        text=TEXT,
        language="en",
        section="World",
        genre=None,
        byline="By Jane Doe",
        authors=(an_author(),),
        byline_candidates=(a_byline_candidate(),),
        dateline=Dateline("ALEPPO (AFP) -", "Aleppo", "AFP", 0, 14),
        published=a_moment(),
        published_from="json-ld",
        modified=None,
        modified_from=None,
        date_candidates=(a_date_candidate(),),
        mentions=(a_count(), a_time()),
        versions=VERSIONS,
    )
    return replace(plain, **values)


def a_rejected_page(name: str = "consent.html", **values: Any) -> NormalizedArticle:
    """A page that is no article."""
    nothing: dict[str, Any] = {"title": None, "text": "", "byline": None, "authors": (), "published": None}
    nothing |= {
        "published_from": None,
        "date_candidates": (),
        "byline_candidates": (),
        "mentions": (),
        "dateline": None,
    }
    return an_article(name, rejected=Refusal("consent-page", "asks for consent to cookies"), **{**nothing, **values})


def a_refusal(article: NormalizedArticle, kind: str = "article", ordinal: int = 0, **values: Any) -> Refused:
    """A row of an article that validation refused."""
    plain = Refused(
        source=article.page.source,
        record_id=article.page.raw.record_id,
        page_hash=article.page.page_hash,
        row_kind=kind,  # type: ignore[arg-type]  # a word of its vocabulary
        ordinal=ordinal,
        expectation="expect_column_values_to_not_be_null",
        column="title",
        row={"title": None},
        detail="title is null",
    )
    return replace(plain, **values)


def under(articles: Sequence[NormalizedArticle], version: str) -> list[NormalizedArticle]:
    """The articles as another version of every core would give them."""
    return [replace(article, versions=Versions(*[version] * 4)) for article in articles]
