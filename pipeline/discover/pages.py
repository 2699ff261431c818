"""Archive pages: the links of a page that lists what was published."""

import re
from urllib.parse import urldefrag, urljoin

from lxml import etree
from lxml import html as lxml_html

from pipeline.discover.entries import Entry, NotAListing, entry, line

_MAX_LINKS = 20_000
_AROUND = ("nav", "header", "footer", "aside")


def read_page(body: bytes, base: str, links: str | None = None, charset: str | None = None) -> list[Entry]:
    """The links of a page, each address once, in their order; with `links` those that it is found in.

    The title is the longest text that links there. Without `links`, navigation, header, footer and asides are left out.
    Raises `NotAListing` for what is no HTML.
    """
    tree = _tree(body, base, charset)
    root = urljoin(base, next(iter(tree.xpath("//base/@href")), ""))
    wanted = re.compile(links) if links else None
    titles: dict[str, str] = {}
    for link in tree.xpath("//a[@href]")[:_MAX_LINKS]:
        address = _absolute(root, link.get("href"))
        if address is None or (wanted and not wanted.search(address)):
            continue
        if wanted is None and any(parent.tag in _AROUND for parent in link.iterancestors()):
            continue
        title = line(link.text_content()) or ""
        if len(title) >= len(titles.get(address, "")):
            titles[address] = title
    return [entry(address, title=title, locator="archive page") for address, title in titles.items()]


def _tree(body: bytes, base: str, charset: str | None) -> lxml_html.HtmlElement:
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        return lxml_html.document_fromstring(_utf8(body, charset), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise NotAListing("not-a-page", f"{base} gives no HTML: {error}") from error


def _utf8(body: bytes, charset: str | None) -> bytes:
    """The page in UTF-8, which it is where it can be, whatever was declared: a wrong charset must lose no link."""
    try:
        body.decode("utf-8")
        if b"\x00" not in body[:100]:
            return body
    except UnicodeDecodeError:
        pass
    try:
        return body.decode(charset or "windows-1252", "replace").encode()
    except LookupError:  # a charset that does not exist
        return body.decode("windows-1252", "replace").encode()


def _absolute(base: str, href: str) -> str | None:
    try:
        address = urldefrag(urljoin(base, href.strip())).url
    except ValueError:
        return None
    return address if address.startswith(("http://", "https://")) else None
