"""Who we say we are: product, version, address and contact. Nobody is asked anything without the last two."""

import re
from importlib.metadata import version

from pipeline.errors import Terminal

PRODUCT = "Dateline"  # also the name that robots.txt rules for us bear

_MAIL = re.compile(r"[^\s,;()<>@]+@[^\s,;()<>@]+\.[^\s,;()<>@]+")
_PAGE = re.compile(r"https?://[^\s,;()<>]+")


def user_agent(contact: str | None) -> str:
    """ "Dateline/0.1.0 (+https://example.org/bot; jane@example.org)"; raises `Terminal` without both of them."""
    page, mail = _PAGE.search(contact or ""), _MAIL.search(contact or "")
    if page is None or mail is None:
        raise Terminal(
            f"DATELINE_CONTACT is {contact!r}: before live sites are fetched it must name a page about your use of "
            'Dateline and an e-mail address that is read, as in "https://example.org/bot jane@example.org"'
        )
    return f"{PRODUCT}/{version('dateline')} (+{page[0]}; {mail[0]})"
