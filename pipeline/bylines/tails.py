"""What stands behind a name without a mark: "in Kyiv", "for CNN", "Staff Writer", "Fox News"."""

from collections.abc import Sequence
from typing import Literal

from pipeline.bylines.drafts import Page
from pipeline.bylines.lexicon import lexicon
from pipeline.bylines.names import has_given_name, joined, looks_like_name, said_once
from pipeline.bylines.organisations import is_acronym, is_agency, is_domain, is_organisation, is_publisher
from pipeline.bylines.places import is_place, starts_place
from pipeline.bylines.titles import role_end
from pipeline.bylines.tokens import Token

Tail = Literal["none", "place", "works-for", "outlet", "role", "dropped"]


def split_tail(words: list[Token], page: Page) -> tuple[list[Token], list[Token], Tail]:
    """The name at the head of the words, what follows it, and what that is."""
    words = said_once(words)
    for index in range(1, len(words)):
        rest = words[index:]
        kind = _kind(rest, page, behind_full_name=index >= 2)
        if kind == "outlet" and _is_shouted(words[:index]) and _is_shouted(rest) and not is_agency(rest):
            kind = "none" if not is_publisher(rest, page.publisher) else kind
        if kind == "none" and index >= 2 and is_place(rest) and _is_shouted(words[:index]) and not _is_shouted(rest):
            return words[:index], rest, "place"  # "LUIS DONCEL Berlín"
        if kind != "none":
            return words[:index], rest, kind
    return words, [], "none"


def _is_shouted(words: Sequence[Token]) -> bool:
    return all(word.text.isupper() for word in words)


def _kind(rest: list[Token], page: Page, *, behind_full_name: bool) -> Tail:
    if starts_place(rest, page.language):
        return "place"
    if _starts_employer(rest, page):
        return "works-for"
    if not behind_full_name:
        return "none"
    if role_end(rest) or (is_place(rest[:1]) and role_end(rest[1:])):
        return "role"
    if _starts_outlet(rest, page):
        return "outlet"
    return "dropped" if rest[0].text.islower() and rest[0].key not in lexicon().particles else "none"


def _starts_employer(rest: list[Token], page: Page) -> bool:
    """ "for MailOnline", "of The Oregonian"."""
    if len(rest) < 2 or rest[0].key not in lexicon().small["affiliation"]:
        return False
    return rest[0].key == "for" or is_organisation(rest[1:], page.publisher)


def _starts_outlet(rest: list[Token], page: Page) -> bool:
    """An agency or the outlet, perhaps with a word more ("PhillyVoice Staff")."""
    if any(is_publisher(rest[:end], page.publisher) for end in (1, 2, len(rest))):
        return True
    if len(rest) > 1 and is_acronym(rest[0].text) and is_organisation(rest, None):
        return True  # "BBC News"
    return is_domain(rest) or (is_agency(rest) and (len(joined(rest)) > 3 or rest[0].text.islower()))


def is_person_first(words: list[Token], page: Page) -> bool:
    """Whether a phrase with words of organisations begins with a person ("Jane Doe for CNN", "Emily Post")."""
    if len(words) < 2 or is_publisher(words, page.publisher):
        return False
    name, tail, _ = split_tail(words, page)
    if tail and len(name) > 1 and looks_like_name(name):
        return has_given_name(name) or not is_organisation(name, page.publisher)
    return has_given_name(words) and looks_like_name(words) and len(words) < 4


def agency_head(words: Sequence[Token], page: Page) -> int:
    """How many of the words name an agency: all, or those before a place ("Associated Press in Valencia"); else 0."""
    for end in range(len(words), 0, -1):
        if is_agency(words[:end]) and (end == len(words) or starts_place(words[end:], page.language)):
            return end
    return 0
