"""Which address is the article's, and which others lead to it."""

from pipeline.addresses import clean, is_front, site_of, unarchived
from pipeline.extract.document import Document
from pipeline.extract.jsonld import text_of

__all__ = ["canonical", "clean", "is_front", "site_of", "unarchived"]


def canonical(document: Document, address: str | None) -> tuple[str | None, tuple[str, ...]]:
    """The article's own address and its other ones.

    rel=canonical, then og:url, count only within the same site and never when they are the front page.
    """
    own = clean(address)
    site = site_of(own)
    offered = [*document.links.get("canonical", ()), *document.meta.get("og:url", ())]
    if own is None:
        offered += [value for node in document.linked.articles()[:1] if (value := text_of(node.get("url")))]
    cleaned = [value for value in (clean(item, own) for item in offered[:6]) if value]
    fitting = [value for value in cleaned if not is_front(value) and (site is None or site_of(value) == site)]
    chosen = fitting[0] if fitting else own
    others = dict.fromkeys(value for value in [own, *fitting] if value and value != chosen)
    return chosen, tuple(others)
