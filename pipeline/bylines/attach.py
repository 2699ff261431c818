"""Words behind a mark that say something of the person before it: a suffix, a role, a place, where the person works."""

from enum import Enum

from pipeline.bylines.casing import case_name
from pipeline.bylines.cues import contribution_of
from pipeline.bylines.drafts import Draft, Page
from pipeline.bylines.lexicon import lexicon
from pipeline.bylines.names import has_given_name, joined, looks_like_name, suffix_use, written
from pipeline.bylines.organisations import (
    has_desk_word,
    is_agency,
    is_desk,
    is_domain,
    is_organisation,
    is_publisher,
    shares_word,
)
from pipeline.bylines.pieces import Piece
from pipeline.bylines.places import is_location, is_place, place_name, place_words
from pipeline.bylines.text import is_cased
from pipeline.bylines.titles import is_role, is_role_part, title_end
from pipeline.bylines.tokens import Token


class Outcome(Enum):
    """What became of the words."""

    ATTACHED = "attached"
    CUT_OFF = "attached; what runs on behind it is no part of the byline"
    BESIDE = "attached, and an author of its own"
    OTHER = "not said of the person"


def attach(person: Draft, words: list[Token], piece: Piece, page: Page) -> Outcome:
    """Test suffix, agency, role, place and organisation, in this order, before anybody else is seen in the words."""
    if len(words) == 1 and suffix_use(words[0]) == "name":
        person.name = " ".join((person.name, case_name(["", words[0].text]).strip()))
        return Outcome.ATTACHED
    if is_agency(words):
        person.add_organisation(written(words))
        return Outcome.BESIDE if _is_agency_beside(words, piece, page) else Outcome.ATTACHED
    if piece.lead == "slash" and not (is_publisher(words, page.publisher) or is_domain(words) or _is_titled(words)):
        return Outcome.OTHER
    if piece.lead == "open" and _says_contribution(person, words):
        return Outcome.ATTACHED
    if is_role(words) or (is_role_part(words) and not has_given_name(words) and not is_place(words)):
        end = title_end(words)
        person.add_role(written(words[:end]))
        return Outcome.ATTACHED if end == len(words) else Outcome.CUT_OFF
    return _attach_place_or_employer(person, words, piece, page)


def _attach_place_or_employer(person: Draft, words: list[Token], piece: Piece, page: Page) -> Outcome:
    if is_location(words, page.language) and (piece.lead != "break" or is_place(place_words(words))):
        person.add_location(place_name(words))
        return Outcome.ATTACHED
    lone = _is_lone_word(person, words)
    if piece.lead == "break" and lone:
        return Outcome.ATTACHED  # a section or a tag
    if not _is_employer(words, piece, page, lone=lone):
        return Outcome.OTHER
    person.add_organisation(written(words))
    return Outcome.BESIDE if piece.lead == "comma" and _is_other_house(words, page) else Outcome.ATTACHED


def _is_agency_beside(words: list[Token], piece: Piece, page: Page) -> bool:
    """Whether an agency after a person is an author of its own: in brackets, or as German and other papers write it
    ("Felix Maier, dpa"); in English it is where the person works ("Jane Doe, Associated Press")."""
    return piece.lead in ("open", "slash") or words[0].text.islower() or page.names_agencies_beside


def _is_other_house(words: list[Token], page: Page) -> bool:
    """Another broadcaster that reports with this outlet ("Benedikt Strunz, NDR" at tagesschau.de) is named beside
    its people as an agency is; the outlet's own house is not."""
    return words[0].text.isupper() and page.names_agencies_beside and not shares_word(words, page.publisher)


def _says_contribution(person: Draft, words: list[Token]) -> bool:
    """ "(Text)", "(Fotos)", "(pictured)": what the person did, or nothing that is kept."""
    key = joined(words)
    contribution = contribution_of(key)
    if contribution:
        person.contribution = contribution
        return True
    said_of_picture = len(words) == 1 and words[0].text.islower() and len(key) > 4
    return key in lexicon().small["text"] or said_of_picture


def _is_employer(words: list[Token], piece: Piece, page: Page, *, lone: bool) -> bool:
    if has_desk_word(words) or is_desk(words):
        return False
    if is_organisation(words, page.publisher):
        return not (has_given_name(words) and looks_like_name(words) and piece.lead == "comma")
    return (piece.lead == "comma" and lone) or (piece.lead in ("comma", "break", "slash") and _is_titled(words))


def _is_lone_word(person: Draft, words: list[Token]) -> bool:
    """One capitalised word after a full name that is no given name: where the person works ("Jane Doe, Futurism")."""
    if len(words) != 1 or " " not in person.name or has_given_name(words):
        return False
    return is_cased(words[0].text) and words[0].text[:1].isupper()


def _is_titled(words: list[Token]) -> bool:
    """A phrase with an article before it: an outlet ("Adolfo López | El Sol de México")."""
    article = words[0].key in lexicon().small["article"] and words[0].text[:1].isupper() and len(words[0].text) > 1
    return article and len(words) > 1
