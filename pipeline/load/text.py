"""What Postgres cannot store as text: NUL and lone surrogates. One code point for another, so offsets stay right."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from pipeline.articles import NormalizedArticle

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

Thing = TypeVar("Thing")


def storable(article: NormalizedArticle) -> NormalizedArticle:
    """The article with every character that Postgres refuses replaced."""
    return _storable(article) if _is_dirty(article) else article


def storable_text(text: str) -> str:
    """The text with every character that Postgres refuses replaced, of the same length."""
    return UNSTORABLE.sub(REPLACEMENT, text) if UNSTORABLE.search(text) else text


def _is_dirty(article: NormalizedArticle) -> bool:
    """A mention's strings come from title and text; the few others are looked at one by one."""
    looked_at: list[str | None] = [
        *(article.title, article.text, article.byline, article.section, article.genre, article.language),
        *(article.publisher, article.site, article.canonical_url, article.page.url, article.page.media_type),
        *(article.page.raw.name, article.page.raw.location, *article.aliases),
    ]
    looked_at += [part for author in article.authors for part in (author.raw, author.name, author.profile_url)]
    looked_at += [part for found in article.date_candidates for part in (found.raw.raw, found.raw.locator)]
    looked_at += [part for found in article.byline_candidates for part in (*found.raw.names, found.raw.locator)]
    if article.rejected:
        looked_at += [article.rejected.reason, article.rejected.detail]
    return UNSTORABLE.search("".join(filter(None, looked_at))) is not None


def _storable(thing: Thing) -> Thing:
    cleaned: Any = thing
    if isinstance(thing, str):
        cleaned = storable_text(thing)
    elif isinstance(thing, tuple):
        cleaned = tuple(_storable(item) for item in thing)
    elif is_dataclass(thing) and not isinstance(thing, type):
        cleaned = replace(thing, **{field.name: _storable(getattr(thing, field.name)) for field in fields(thing)})
    result: Thing = cleaned
    return result
