"""Articles of a usual size, made up: 5 KB of text, one or two authors, twenty mentions, three dates."""

import hashlib
import random
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from pipeline.articles import NormalizedArticle, PageInfo, RawRef, Versions
from pipeline.bylines import Author, Dateline
from pipeline.dates import DateCandidate, Moment, RawDate
from pipeline.numbers import Mention

STARTED = datetime(2026, 1, 1, tzinfo=UTC)
WORDS = (
    "officials",
    "said",
    "on",
    "the",
    "that",
    "people",
    "were",
    "after",
    "report",
    "city",
    "government",
    "region",
    "which",
    "over",
    "than",
    "their",
    "would",
)
PEOPLE = [f"{first} {last}" for first in ("Ana", "Ben", "Cleo", "Dan", "Eva") for last in ("Abt", "Bode", "Czerny")]
SENTENCES, TIMES = 16, 4  # each with a count; the last ones with a time instead
VERSIONS = Versions("1", "1", "1", "1")


def made_articles(count: int, seed: int = 0) -> list[NormalizedArticle]:
    """So many articles of fifty sites; the same ones for the same seed."""
    rng = random.Random(seed)
    return [_article(number, seed, rng) for number in range(count)]


def _article(number: int, seed: int, rng: random.Random) -> NormalizedArticle:
    site, published = f"site{number % 50}.example", STARTED + timedelta(minutes=number)
    name = f"{seed}-{number}.html"
    url = f"https://{site}/news/{name}"
    text, mentions = _text(rng)
    moment = Moment(
        published.isoformat(), published, published + timedelta(seconds=1), "second", 0, "value", published.date()
    )
    authors = tuple(_author(person) for person in rng.sample(PEOPLE, 1 + number % 2))
    return NormalizedArticle(
        page=PageInfo(
            *("bench", RawRef(f"bench/{name}", name), url, published, 200, "text/html", 60_000),
            hashlib.sha256(name.encode()).hexdigest(),
        ),
        canonical_url=url,
        aliases=(f"https://{site}/amp/{name}",),
        site=site,
        publisher=site.title(),
        title=text[:60],
        text=text,
        language="en",
        section="World",
        genre=None,
        byline="By " + " and ".join(author.name for author in authors),
        authors=authors,
        byline_candidates=(),
        dateline=Dateline("PARIS (AFP) -", "Paris", "AFP", 0, 13),
        published=moment,
        published_from="json-ld",
        modified=moment,
        modified_from="meta",
        date_candidates=tuple(
            DateCandidate(RawDate(moment.text, "published", origin, "published"), moment, "iso")
            for origin in ("json-ld", "meta", "time-element")
        ),
        mentions=mentions,
        versions=VERSIONS,
    )


def _text(rng: random.Random) -> tuple[str, tuple[Mention, ...]]:
    sentences: list[str] = []
    mentions: list[Mention] = []
    start = 0
    for place in range(SENTENCES + TIMES):
        amount = str(rng.randint(2, 9999))
        sentence = f"At least {amount} people were killed when " + " ".join(rng.choices(WORDS, k=38)) + ". "
        mentions.append(_mention(amount, start, len(sentence), is_time=place >= SENTENCES))
        sentences.append(sentence)
        start += len(sentence)
    return "".join(sentences), tuple(mentions)


def _mention(amount: str, start: int, length: int, *, is_time: bool) -> Mention:
    value, day = Decimal(amount), date(2026, 3, 9)
    return Mention(
        char_start=start + 9,
        char_end=start + 9 + len(amount),
        surface=amount,
        phrase_start=start,
        phrase_end=start + 16 + len(amount),
        sentence_start=start,
        sentence_end=start + length - 1,
        kind="time" if is_time else "count",
        is_quantity=not is_time,
        value=None if is_time else value,
        comparator=">=",
        value_min=None if is_time else value,
        noun="people",
        noun_head="person",
        event_trigger="killed",
        event_type="KILL",
        attribution="attributed",
        attributed_to="officials",
        attribution_cue="said",
        timex_type="DATE" if is_time else None,
        timex_value=day.isoformat() if is_time else None,
        date_start=day if is_time else None,
        date_end=day if is_time else None,
        rule="count",
    )


def _author(name: str) -> Author:
    return Author(name=name, kind="person", role="Reporter", raw=f"By {name}", rule="name")
