"""Pieces into authors: each piece is read in the light of the author before it, by rules with names."""

from collections.abc import Sequence

from pipeline.bylines.attach import Outcome, attach
from pipeline.bylines.casing import case_name
from pipeline.bylines.drafts import Draft, Page
from pipeline.bylines.lexicon import lexicon
from pipeline.bylines.names import (
    has_given_name,
    is_small_name,
    is_user_name,
    joined,
    looks_like_name,
    without_degrees,
    written,
)
from pipeline.bylines.organisations import has_desk_word, is_agency, is_desk, is_organisation
from pipeline.bylines.pieces import Piece
from pipeline.bylines.places import is_location, is_place, place_name
from pipeline.bylines.tails import Tail, agency_head, is_person_first, split_tail
from pipeline.bylines.titles import is_role, is_role_part, role_end, title_end
from pipeline.bylines.tokens import Token
from pipeline.bylines.types import AuthorKind


class Reader:
    """Reads the pieces of one byline in order. `understood` counts the words that a rule has read."""

    def __init__(self, page: Page) -> None:
        self.understood = 0
        self._page = page
        self._authors: list[Draft] = []
        self._closed = False  # the rest of the line is sections, tags or somebody's life
        self._role: str | None = None  # said before the person it belongs to
        self._addresses: list[Token] = []  # not yet given to an author

    def read(self, pieces: Sequence[Piece]) -> list[Draft]:
        """The authors of the pieces, in order."""
        for piece in _merged(pieces):
            self._read_piece(piece)
            self._give_addresses(piece.addresses)
        return self._authors

    def _read_piece(self, piece: Piece) -> None:
        words = without_degrees(piece.words)
        if not words:
            return
        if self._closes(words, piece) or self._attach(words, piece) or self._whole(words, piece):
            self.understood += len(piece.words)
        else:
            self._person(words, piece)

    def _closes(self, words: list[Token], piece: Piece) -> bool:
        """Whether the rest of the line is sections and tags ("By TPN, in News, Business"), as after a date."""
        if piece.after_date and self._authors and not piece.cued and not is_agency(words):
            return True
        if piece.lead == "break" or piece.cued:
            self._closed = False
        if self._authors and words[0].key in lexicon().small["section"] and not piece.cued:
            self._closed = not self._is_place_of_author(words, piece)
        return self._closed

    def _is_place_of_author(self, words: list[Token], piece: Piece) -> bool:
        if len(words) < 2 or (piece.lead == "break" and not is_place(words[1:])):
            return False
        return is_location(words, self._page.language)

    def _attach(self, words: list[Token], piece: Piece) -> bool:
        """Give the words to the person before them, where they are said of that person."""
        person = self._authors[-1] if self._authors and self._authors[-1].kind == "person" else None
        if person is None or piece.cued or piece.lead in ("start", "and", "amp"):
            return False
        outcome = attach(person, words, piece, self._page)
        self._closed = outcome is Outcome.CUT_OFF
        return outcome in (Outcome.ATTACHED, Outcome.CUT_OFF)

    def _whole(self, words: list[Token], piece: Piece) -> bool:
        """A piece that is an agency, a desk, a role, a place or an organisation as a whole."""
        agency = agency_head(words, self._page)
        if agency:
            draft = self._add(written(words[:agency]), "agency", piece)
            if agency < len(words):
                draft.add_location(place_name(words[agency:]))
            return True
        if is_person_first(words, self._page):
            return False
        if is_desk(words) or (has_desk_word(words) and not has_given_name(words)):
            self._add(written(words), "desk", piece)
        elif is_role(words) and not has_given_name(words) and not _is_role_then_name(words):
            self._role = written(words)
        elif is_organisation(words, self._page.publisher):
            self._add(written(words), "organisation", piece)
        else:
            return is_place(words) and joined(words) not in lexicon().name_places
        return True

    def _person(self, words: list[Token], piece: Piece) -> None:
        if piece.lead == "and" and len(words) == 1 and not self._authors:
            return  # the rest of something that named nobody
        start = role_end(words) if _is_role_then_name(words) else 0
        name, tail, kind = split_tail(words[start:], self._page)
        name, tail, kind = (words, [], "none") if is_small_name(words) else (name, tail, kind)
        if not (looks_like_name(name) or is_small_name(words) or (piece.cued and is_user_name(words))):
            return
        draft = self._add(_cased(name), "person", piece)
        draft.role = written(words[:start]) if start else self._role
        self._role = None
        self.understood += start + len(name) + (len(tail) if kind != "dropped" else 0)
        self._give_tail(draft, tail, kind, piece)

    def _give_tail(self, draft: Draft, tail: list[Token], kind: Tail, piece: Piece) -> None:
        if kind == "place" and (not piece.posted or is_place(tail[1:])):
            draft.add_location(place_name(tail))
        elif kind == "works-for":
            draft.add_organisation(written(tail[1:]))
        elif kind == "outlet":
            draft.add_organisation(written(tail))
        elif kind == "role":
            end = title_end(tail)
            draft.add_role(written(tail[:end]))
            self._closed = end < len(tail)

    def _add(self, name: str, kind: AuthorKind, piece: Piece) -> Draft:
        rule = ("cued-" if piece.cued else "") + kind
        draft = Draft(name, kind, rule, piece.text, contribution=piece.contribution)
        self._authors.append(draft)
        return draft

    def _give_addresses(self, addresses: Sequence[Token]) -> None:
        """E-mail addresses and handles go to the author before them, else to the first after them."""
        self._addresses.extend(addresses)
        if not self._authors:
            return
        last = self._authors[-1]
        for address in self._addresses:
            if address.kind == "email":
                last.email = last.email or address.text
            else:
                last.handle = last.handle or address.text
        self._addresses.clear()


def _cased(name: list[Token]) -> str:
    """A name cased as one; a single word in small letters (a user name) or of a few capitals (initials) stays."""
    text = name[0].text
    if len(name) == 1 and (text.islower() or (text.isupper() and len(text) <= _MAX_INITIALS)):
        return text
    return case_name([word.text for word in name])


_MAX_INITIALS = 4


def _is_role_then_name(words: list[Token]) -> bool:
    """ "Political Editor Jane Doe"."""
    start = role_end(words)
    return 0 < start <= len(words) - 2 and looks_like_name(words[start:])


def _merged(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces of one job title that a join has cut ("health and science reporter") as one."""
    merged: list[Piece] = []
    for piece in pieces:
        before = merged[-1] if merged else None
        join = _TITLE_JOINS.get(piece.lead)
        if before and join and _is_half_role(before, piece):
            before.words += [Token("word", join, join), *piece.words]
        else:
            merged.append(piece)
    return merged


_TITLE_JOINS = {"and": "and", "amp": "&", "slash": "/"}


def _is_half_role(before: Piece, piece: Piece) -> bool:
    if not before.words or not piece.words or before.lead == "start":
        return False
    return is_role_part(before.words) and is_role(piece.words)
