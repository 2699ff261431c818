"""Which article a page shows: any of its addresses decides, and the first one that was ever seen names it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from pipeline.load.identity import address_id, addresses, publisher_id, site_of
from pipeline.load.rows import Page
from pipeline.load.session import RowValues, Session
from pipeline.load.stored import StoredCapture

ALIASES = "select alias_id, article_id from core.article_alias where alias_id = any(:ids)"


@dataclass(frozen=True, slots=True)
class Identified:
    """The article of every page, and the rows that its addresses need."""

    article_of: dict[UUID, UUID]  # by page_fetch_id
    new_articles: dict[UUID, RowValues]
    new_aliases: dict[UUID, RowValues]

    @property
    def existing(self) -> set[UUID]:
        """Articles that are in the warehouse."""
        return set(self.article_of.values()) - self.new_articles.keys()


def identify(session: Session, pages: Sequence[Page], stored: Mapping[UUID, StoredCapture]) -> Identified:
    """Looks every address up; `pages` in the order that all loads share. A capture stays with its article."""
    named = {page.page_fetch_id: _by_id(page) for page in pages}
    known = _known_addresses(session, {key for ids in named.values() for key in ids})
    found = Identified({}, {}, {})
    for page in pages:
        ids = named[page.page_fetch_id]
        before = stored.get(page.page_fetch_id)
        article = before.article_id if before else None
        article = article or next((known[key] for key in ids if key in known), None)
        if article is None:
            article, address = next(iter(ids.items()))
            found.new_articles[article] = (article, address, publisher_id(site_of(page.article)))
        found.article_of[page.page_fetch_id] = article
        for key, address in ids.items():
            if key not in known:
                known[key] = article
                found.new_aliases[key] = (key, address, article)
    return found


def _by_id(page: Page) -> dict[UUID, str]:
    return {address_id(address): address for address in addresses(page.article)}


def _known_addresses(session: Session, ids: set[UUID]) -> dict[UUID, UUID]:
    if not ids:
        return {}
    return {row.alias_id: row.article_id for row in session.run(ALIASES, ids=sorted(ids))}
