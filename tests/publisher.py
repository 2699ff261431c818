"""A publisher on loopback with a year behind it: what it published is known, and what it was asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import format_datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Engine, text

from tests.http.town import Answer, Page, Request, Town

FIRST, DAYS = date(2024, 2, 1), 366  # over a leap day and a new year
LAST = FIRST + timedelta(days=DAYS - 1)
A_DAY = timedelta(days=1)
PER_PAGE = 3
A_DAY_S_STORIES = (0, 3, 1, 4, 2, 2)
LOST = date(2024, 5, 6)  # the archive has no page for this day
BROKEN = date(2024, 7, 9)  # its page fails until it is mended
SITEMAP_SINCE = date(2024, 9, 1)  # another way to find them, from the day on which a new system came
EAST = timezone(timedelta(hours=2))
PLACES = ("Aldermoor", "Brackwater", "Calder Bay", "Dunmere", "Eastholm", "Farrowick", "Greyhaven")
WRITERS = ("Ada Quill", "Bram Osei", "Clara Nyberg", "Dev Anand", "Elif Kaya")
NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
XML = {"Content-Type": "application/xml"}


@dataclass(frozen=True)
class Story:
    """An article: `day` is the one that owns it; `moved_from` an address that now redirects to it."""

    path: str
    title: str
    writer: str
    published: datetime
    hurt: int
    listed_on: date
    moved_from: str | None = None
    again_on: date | None = None
    is_gone: bool = False
    edition: int = 1

    @property
    def day(self) -> date:
        """The calendar day in UTC; the publisher lists it under its own."""
        return self.published.astimezone(UTC).date() if self.listed_on >= SITEMAP_SINCE else self.listed_on

    def page(self) -> bytes:
        """The page as it is now."""
        place = self.title.split()[-1]
        meta = (
            f'<meta property="article:published_time" content="{self.published.isoformat()}">'
            f'<meta name="author" content="{self.writer}"><link rel="canonical" href="{self.path}">'
        )
        text = (
            f"<p>At least {self.hurt} people were injured in {place} on the day before, the harbour office said. "
            f"This is report {self.edition} of {self.path}.</p>"
            f"<p>{f'The council of {place} met twice and asked for calm while the repairs went on. ' * 6}</p>"
        )
        head = f"<head><title>{self.title}</title>{meta}</head>"
        body = f'<article><h1>{self.title}</h1><p class="byline">By {self.writer}</p>{text}</article>'
        return f"<!doctype html><html lang=en>{head}<body>{body}</body></html>".encode()


def stories_of(day: date) -> Iterator[Story]:
    """What the publisher lists under its day, in the order of its page."""
    number = day.toordinal()
    for place in range(A_DAY_S_STORIES[number % len(A_DAY_S_STORIES)]):
        serial = number * 5 + place
        # Half an hour after midnight in the publisher's zone is still the day before in UTC.
        hour = 0 if serial % 13 == 0 else 6 + place * 5
        is_gone = serial % 101 == 0
        yield Story(
            path=f"/news/{serial}-{'harbour' if place % 2 else 'council'}-report",
            title=f"Report {serial} from {PLACES[serial % len(PLACES)]}",
            writer=WRITERS[serial % len(WRITERS)],
            published=datetime(day.year, day.month, day.day, hour, 30, tzinfo=EAST),
            hurt=11 + serial % 80,
            listed_on=day,
            moved_from=f"/old/{serial}" if serial % 11 == 0 and not is_gone else None,
            again_on=day + 3 * A_DAY if serial % 9 == 0 else None,
            is_gone=is_gone,
        )


def loaded(engine: Engine) -> list[tuple[Any, ...]]:
    """Of each article address, headline, authors, instant, number of revisions, and the first amount it tells of."""
    query = """
        select a.canonical_url, a.headline, a.author_names, a.published_start, a.revision_count, (
            select n.value from marts.numbers n
            where n.article_id = a.article_id and n.is_current and n.event_type = 'WOUND'
            order by n.char_start limit 1)::int
        from marts.articles a order by 1
    """
    with engine.connect() as connection:
        return sorted(tuple(row) for row in connection.execute(text(query)))


class Publisher(dict[str, Page]):
    """The town's pages: an archive page a day (several where there is much), a late sitemap, and the stories."""

    def __init__(
        self, town: Town, first: date = FIRST, days: int = DAYS, stories: Sequence[Story] | None = None
    ) -> None:
        self.town = town
        self.days = [first + number * A_DAY for number in range(days)]
        made = (story for day in self.days for story in stories_of(day)) if stories is None else stories
        self.stories = {story.path: story for story in made}
        self.in_feed: list[str] = []
        self.moved = {story.moved_from: story.path for story in self.stories.values() if story.moved_from}
        self.is_mended = False
        town.pages = self

    def published(self) -> list[Story]:
        """The articles that can be had, each once."""
        return [story for story in self.stories.values() if not story.is_gone and story.listed_on != LOST]

    def gone(self) -> list[Story]:
        """Those that are listed and not there."""
        return [story for story in self.stories.values() if story.is_gone and story.listed_on != LOST]

    def truth(self) -> list[tuple[Any, ...]]:
        """What a warehouse must hold of it: see `loaded`."""
        return sorted(
            (
                self.town.url(story.path),
                story.title,
                [story.writer],
                story.published.astimezone(UTC),
                story.edition,
                story.hurt,
            )
            for story in self.published()
        )

    def source(self) -> dict[str, Any]:
        """Its source file."""
        ways = [
            {"kind": "feed", "url": self.town.url("/feed")},
            {"kind": "pages", "url": self.town.url("/archive/{year}/{month:02}/{day:02}/{page}")},
            {"kind": "sitemap", "url": self.town.url("/sitemap.xml")},
        ]
        fetch = {"recheck": [{"until_h": 1e6, "every_h": 24}]}
        return {
            "name": "town",
            "title": "The Town Crier",
            "homepage": self.town.url(),
            "discover": ways,
            "fetch": fetch,
        }

    def edit(self, *paths: str) -> None:
        """The publisher changes stories."""
        for path in paths:
            story = self.stories[path]
            self.stories[path] = replace(story, edition=story.edition + 1, hurt=story.hurt + 100)

    def get(self, key: str, default: Any = None) -> Any:
        """The page of an address, made when it is asked for."""
        path = key[key.index("/") :]
        if path == "/feed":
            return Answer(self._feed().encode(), headers=XML)
        if path.startswith("/archive/"):
            return self._archive(path)
        if path == "/sitemap.xml":
            return Answer(self._index().encode(), headers=XML)
        if path.startswith("/map-"):
            return Answer(self._sitemap(path[5:12]).encode(), headers=XML)
        if path in self.moved:
            return Answer(status=301, headers={"Location": self.moved[path]})
        story = self.stories.get(path.partition("?")[0])
        return self._story(story) if story and not story.is_gone else default

    def _story(self, story: Story) -> Page:
        body = story.page()
        tag = f'"{sha256(body).hexdigest()[:16]}"'

        def answer(request: Request) -> Answer:
            same = request.headers.get("if-none-match") == tag
            return Answer(b"" if same else body, 304 if same else 200, {"ETag": tag})

        return answer

    def _feed(self) -> str:
        items = "".join(
            f"<item><title>{story.title}</title><link>{self.town.url(story.path)}</link>"
            f"<pubDate>{format_datetime(story.published)}</pubDate></item>"
            for story in map(self.stories.__getitem__, self.in_feed)
        )
        return f'<rss version="2.0"><channel><title>The Town Crier</title>{items}</channel></rss>'

    def _archive(self, path: str) -> Page:
        *_, year, month, of_month, page = path.split("/")
        day = date(int(year), int(month), int(of_month))
        if day == LOST:
            return Answer(b"no such day", 404)
        if day == BROKEN and not self.is_mended:
            return Answer(b"out of order", 500)
        links = [story.moved_from or story.path for story in stories_of(day)]
        earlier = (story for back in range(1, 4) for story in stories_of(day - back * A_DAY))
        before = [story for story in earlier if story.path in self.stories]
        links += [f"{story.path}?utm_source=again#top" for story in before if story.again_on == day]
        # What moved yesterday stands there once more, under its new address.
        links += [story.path for story in before if story.moved_from and story.listed_on == day - A_DAY]
        shown = links[(int(page) - 1) * PER_PAGE : int(page) * PER_PAGE]
        anchors = "".join(f'<li><a href="{link}">A report of that day</a></li>' for link in shown)
        nav = "<nav><a href=/>Front</a><a href=/tag/harbour>Harbour</a><a href=/about>About</a></nav>"
        return f"<html><body>{nav}<ul>{anchors}</ul></body></html>".encode()

    def _months(self) -> list[str]:
        return sorted({f"{day:%Y-%m}" for day in self.days if day >= SITEMAP_SINCE})

    def _index(self) -> str:
        entries = "".join(
            f"<sitemap><loc>{self.town.url(f'/map-{month}.xml')}</loc></sitemap>" for month in self._months()
        )
        return f"<sitemapindex {NS}>{entries}</sitemapindex>"

    def _sitemap(self, month: str) -> str:
        listed = [story for story in self.stories.values() if f"{story.listed_on:%Y-%m}" == month]
        entries = "".join(
            f"<url><loc>{self.town.url(story.moved_from or story.path)}</loc><news:news>"
            f"<news:title>{story.title}</news:title><news:publication_date>{story.published.isoformat()}</news:publication_date>"
            "</news:news></url>"
            for story in listed
        )
        return f"<urlset {NS}>{entries}</urlset>"
