"""Pieces into authors: each piece is read in the light of the author before it, by rules with names."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.bylines import words as say
from pipeline.bylines.casing import case_name
from pipeline.bylines.lexicon import lexicon
from pipeline.bylines.pieces import Piece
from pipeline.bylines.text import is_cased
from pipeline.bylines.tokens import Token
from pipeline.bylines.types import Author, AuthorKind

_ORGANISATION_LEADS = frozenset(
    ("for", "für", "pour", "para", "per", "of", "at", "from", "von", "de", "voor", "dla", "with")
)
_AGENCY_BESIDE = frozenset(("de", "nl", "da", "no", "sv", "fr", "es", "pt", "it", "pl"))
_GENITIVES = frozenset(("de", "da", "do", "di", "del"))
_NAME_ARTICLES = frozenset(("the", "el", "la", "le", "les", "los", "las", "il", "die", "der", "das"))
_SECTION_LEADS = frozenset(("in", "under", "unter", "dans", "en", "em"))
_TITLE_LINKS = frozenset(
    ("of", "for", "at", "in", "on", "für", "im", "bei", "der", "des", "de", "du", "à", "au", "en", "em", "da", "do", "del",
     "da", "di", "dal", "della", "voor", "bij", "na", "w", "ds.", "i", "på", "and", "und", "&")
)  # fmt: skip
_MAX_TITLE_TAIL = 6
_WRITTEN = frozenset(("text", "texto", "texte", "testo", "tekst", "words", "story"))


@dataclass(slots=True)
class Draft:
    """An author in the making."""

    name: str
    kind: AuthorKind
    rule: str
    raw: str
    role: str | None = None
    organisation: str | None = None
    location: str | None = None
    contribution: str | None = None
    email: str | None = None
    handle: str | None = None

    def finish(self) -> Author:
        """The author as the core gives it."""
        return Author(
            name=self.name,
            kind=self.kind,
            role=self.role,
            organisation=self.organisation,
            location=self.location,
            contribution=self.contribution,
            email=self.email,
            handle=self.handle,
            raw=self.raw,
            rule=self.rule,
        )


@dataclass(slots=True)
class Reader:
    """Reads the pieces of one byline in order. `publisher` is the outlet's name, `language` the page's."""

    language: str | None
    publisher: str | None
    authors: list[Draft] = field(default_factory=list)
    understood: int = 0  # words that a rule has read
    closed: bool = False
    pending_role: str | None = None
    pending_addresses: list[Token] = field(default_factory=list)

    def read(self, pieces: Sequence[Piece]) -> list[Draft]:
        """The authors of the pieces, in order."""
        for piece in _merged(pieces):
            self._read_piece(piece)
            self._take_addresses(piece.addresses)
        return self.authors

    @property
    def _last(self) -> Draft | None:
        """The person that a role, a place or an organisation after a mark belongs to."""
        return self.authors[-1] if self.authors and self.authors[-1].kind == "person" else None

    def _read_piece(self, piece: Piece) -> None:
        words = _without_degrees(piece.words)
        if not words:
            return
        if self._closes(words, piece):
            self.understood += len(piece.words)
            return
        attaches = self._last is not None and piece.lead not in ("start", "and", "amp") and not piece.cued
        if (attaches and self._attach(words, piece)) or self._whole(words, piece):
            self.understood += len(piece.words)
        else:
            self._person(words, piece)

    def _closes(self, words: list[Token], piece: Piece) -> bool:
        """Whether the rest of the line is sections and tags ("By TPN, in News, Business")."""
        if piece.after_date and self.authors and not piece.cued and not say.is_agency(words):
            return True
        if piece.lead == "break" or piece.cued:
            self.closed = False
        if self.authors and words[0].key in _SECTION_LEADS and not self._is_section_free(words, piece):
            self.closed = True
        return self.closed

    def _is_section_free(self, words: list[Token], piece: Piece) -> bool:
        """Whether "in ..." is the place of an author and not the section of the article."""
        if piece.cued or len(words) < 2 or (piece.lead == "break" and not say.is_place(words[1:])):
            return piece.cued
        return self._is_location(words)

    def _attach(self, words: list[Token], piece: Piece) -> bool:
        """Words after a comma or in brackets that say something of the person before them."""
        last = self._last
        if last is None:
            return False
        if len(words) == 1 and say.is_suffix(words[0]) == "name":
            last.name = f"{last.name} {case_name(['x', words[0].text]).partition(' ')[2]}"
        elif say.is_agency(words):
            last.organisation = last.organisation or _text(words)
            return not self._is_named_beside(words, piece)
        elif piece.lead == "slash" and not self._is_outlet(words):
            return False
        elif piece.lead == "open" and self._in_brackets(last, words):
            pass
        elif say.is_role(words) or (say.is_role_part(words) and not say.has_given_name(words)):
            self._give_role(last, words)
        elif self._is_location(words) and (piece.lead != "break" or say.is_place(_after_preposition(words))):
            self._locate(last, words)
        elif piece.lead == "break" and self._is_lone_word(words):
            return True  # a section or a tag
        elif self._is_affiliation(words, piece):
            last.organisation = last.organisation or _text(words)
            return not (piece.lead == "comma" and self._is_other_house(words))
        else:
            return False
        return True

    def _give_role(self, author: Draft, words: list[Token]) -> None:
        """The job title at the head of the words; what runs on behind it is no part of the byline."""
        end = _title_end(words)
        author.role = f"{author.role}, {_text(words[:end])}" if author.role else _text(words[:end])
        self.closed = end < len(words)

    def _is_named_beside(self, words: list[Token], piece: Piece) -> bool:
        """Whether an agency after a person is an author of its own: in brackets, or as German and Dutch papers write
        it ("Felix Maier, dpa"); in English it is where the person works ("Jane Doe, Associated Press")."""
        return piece.lead in ("open", "slash") or words[0].text.islower() or self.language in _AGENCY_BESIDE

    def _is_other_house(self, words: list[Token]) -> bool:
        """Another broadcaster that reports with this outlet ("Benedikt Strunz, NDR" at tagesschau.de): named beside its
        people as an agency is; the outlet's own house is not."""
        own = say.shares_word(say.joined(words), self.publisher or "")
        return words[0].text.isupper() and self.language in _AGENCY_BESIDE and not own

    def _is_outlet(self, words: list[Token]) -> bool:
        outlet = self.publisher is not None and say.is_publisher(say.joined(words), self.publisher)
        return outlet or say.is_domain(words)

    def _in_brackets(self, last: Draft, words: list[Token]) -> bool:
        key = say.joined(words)
        if key in _WRITTEN:
            return True
        if key in _CONTRIBUTIONS:
            last.contribution = _CONTRIBUTIONS[key]
            return True
        return len(words) == 1 and words[0].text.islower() and not say.is_agency(words) and len(key) > 4

    def _is_location(self, words: list[Token]) -> bool:
        if words[0].key in lexicon().place_prepositions and len(words) > 1 and self._leads_to_place(words):
            return True
        return say.is_place(words) and say.joined(words) not in lexicon().given_names

    def _leads_to_place(self, words: list[Token]) -> bool:
        """Whether "in Kyiv" is meant: the preposition is one of the page's language, or the place is known."""
        languages = lexicon().place_prepositions.get(words[0].key)
        if not languages or not words[1].text[:1].isupper():
            return False
        known = say.is_place(words[1:]) or say.is_place(words[1:2]) or say.is_place(words[1:3])
        if say.is_organisation(words[1:], self.publisher):
            return known
        return (
            known
            or (words[0].key in ("in", "aus", "à", "w") and not words[0].text[0].isupper())
            or (self.language in languages and len(words[0].key) > 1 and words[0].key not in ("de", "at", "from"))
        )

    def _locate(self, last: Draft, words: list[Token]) -> None:
        place = _after_preposition(words)
        last.location = f"{last.location}, {_place(place)}" if last.location else _place(place)

    def _is_affiliation(self, words: list[Token], piece: Piece) -> bool:
        if say.has_desk_word(words) or say.is_desk(words):
            return False
        if not say.is_organisation(words, self.publisher):
            return (piece.lead == "comma" and self._is_lone_word(words)) or self._is_titled(words, piece)
        return not (say.has_given_name(words) and say.looks_like_name(words) and piece.lead == "comma")

    def _is_lone_word(self, words: list[Token]) -> bool:
        """One word after a full name that is no given name: where the person works ("Jane Doe, Futurism")."""
        last = self.authors[-1]
        return (
            len(words) == 1
            and (" " in last.name)
            and is_cased(words[0].text)
            and not say.has_given_name(words)
            and words[0].text[:1].isupper()
        )

    def _is_titled(self, words: list[Token], piece: Piece) -> bool:
        """A phrase with an article before it: the outlet ("Adolfo López | El Sol de México")."""
        article = words[0].key in _NAME_ARTICLES and words[0].text[:1].isupper()
        return article and len(words) > 1 and piece.lead in ("comma", "break")

    def _whole(self, words: list[Token], piece: Piece) -> bool:
        """A piece that is an agency, a desk, a role or an organisation as a whole."""
        agency = self._agency(words)
        if agency:
            draft = self._add(_text(agency), "agency", "agency", piece)
            if len(words) > len(agency):
                self._locate(draft, words[len(agency) :])
        elif self._is_person_first(words):
            return False
        elif say.is_desk(words) or (say.has_desk_word(words) and not say.has_given_name(words)):
            self._add(_text(words), "desk", "desk", piece)
        elif say.is_role(words) and not say.has_given_name(words) and not self._role_then_name(words):
            self.pending_role = _text(words)
        elif say.is_place(words) and say.joined(words) not in lexicon().name_places:
            return True
        elif say.is_organisation(words, self.publisher):
            self._add(_text(words), "organisation", "organisation", piece)
        else:
            return False
        return True

    def _agency(self, words: list[Token]) -> list[Token]:
        """The words that name an agency: all, or those before a place ("Associated Press in Valencia")."""
        for end in range(len(words), 0, -1):
            rest = words[end:]
            if (not rest or self._starts_place(rest, end)) and say.is_agency(words[:end]):
                return words[:end]
        return []

    def _role_then_name(self, words: list[Token]) -> bool:
        start = _role_end(words)
        return 0 < start <= len(words) - 2 and say.looks_like_name(words[start:])

    def _is_person_first(self, words: list[Token]) -> bool:
        """Whether a phrase with words of organisations begins with a person ("Jane Doe for CNN", "Emily Post")."""
        if len(words) < 2 or (self.publisher and say.is_publisher(say.joined(words), self.publisher)):
            return False
        name, tail = self._split_tail(words)
        if tail and len(name) > 1 and say.looks_like_name(name):
            return say.has_given_name(name) or not say.is_organisation(name, self.publisher)
        return say.has_given_name(words) and say.looks_like_name(words) and len(words) < 4

    def _person(self, words: list[Token], piece: Piece) -> None:
        start = _role_end(words) if self._role_then_name(words) else 0
        role = _text(words[:start]) if start else self.pending_role
        name, tail = self._split_tail(words[start:])
        if not name or not (say.looks_like_name(name) or (piece.cued and say.is_user_name(words))):
            return
        self.understood += start + len(name) + len(tail)
        self.pending_role = None
        draft = self._add(case_name([word.text for word in name]), "person", "name", piece)
        draft.role = role
        if tail:
            self._read_tail(draft, tail, piece)

    def _split_tail(self, words: list[Token]) -> tuple[list[Token], list[Token]]:
        """The name, and what follows it without a mark: "in Kyiv", "for CNN", "Staff Writer"."""
        words = _said_once(words)
        for index in range(1, len(words)):
            rest = words[index:]
            if self._starts_place(rest, index) or self._starts_organisation(rest):
                return words[:index], rest
            if index >= 2 and self._is_glued(rest):
                return words[:index], rest
            if index >= 2 and rest[0].text.islower() and rest[0].key not in lexicon().particles:
                return words[:index], []
        return words, []

    def _is_glued(self, rest: list[Token]) -> bool:
        """A job, an agency or the outlet written behind a name without a mark."""
        if _role_end(rest):
            return True
        outlet = self.publisher is not None and any(
            say.is_publisher(say.joined(rest[:end]), self.publisher) for end in (1, 2, len(rest))
        )
        return outlet or (say.is_agency(rest) is not None and len(say.joined(rest)) > 3) or say.is_domain(rest)

    def _starts_place(self, rest: list[Token], index: int) -> bool:
        known = len(rest) > 1 and say.is_place(rest[1:])
        if len(rest) < 2 or not (rest[0].text.islower() or known) or rest[0].key in _GENITIVES:
            return False
        if rest[0].key in lexicon().particles and not known and rest[0].key != "in":
            return False
        return rest[0].key in lexicon().place_prepositions and self._leads_to_place(rest) and index >= 1

    def _starts_organisation(self, rest: list[Token]) -> bool:
        if len(rest) < 2 or rest[0].key not in _ORGANISATION_LEADS:
            return False
        return rest[0].key == "for" or say.is_organisation(rest[1:], self.publisher)

    def _read_tail(self, draft: Draft, tail: list[Token], piece: Piece) -> None:
        if self._starts_place(tail, 1):
            if not piece.posted or say.is_place(tail[1:]):
                self._locate(draft, tail)
        elif self._starts_organisation(tail):
            draft.organisation = _text(tail[1:])
        elif not _role_end(tail):
            draft.organisation = _text(tail)
        else:
            self._give_role(draft, tail)

    def _add(self, name: str, kind: AuthorKind, rule: str, piece: Piece) -> Draft:
        draft = Draft(name, kind, rule, piece.text, contribution=piece.contribution)
        self.authors.append(draft)
        return draft

    def _take_addresses(self, addresses: Sequence[Token]) -> None:
        """E-mail addresses and handles go to the author before them, else to the first after them."""
        self.pending_addresses.extend(addresses)
        if not self.authors:
            return
        for address in self.pending_addresses:
            last = self.authors[-1]
            if address.kind == "email":
                last.email = last.email or address.text
            else:
                last.handle = last.handle or address.text
        self.pending_addresses.clear()


_CONTRIBUTIONS = {
    "photo": "photos", "photos": "photos", "foto": "photos", "fotos": "photos", "bild": "photos", "bilder": "photos",
    "video": "video", "kamera": "video",
    "grafik": "illustration", "graphics": "illustration", "illustration": "illustration",
    "editing": "editing", "übersetzung": "translation", "translation": "translation",
}  # fmt: skip


def _said_once(words: list[Token]) -> list[Token]:
    """A name that a page shows twice in a row ("Jane Doe Jane Doe Reporter"), once."""
    for size in (2, 3):
        if [word.key for word in words[:size]] == [word.key for word in words[size : 2 * size]]:
            return words[size:]
    return words


def _merged(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces of one job title that a join has cut ("health and science reporter") as one."""
    merged: list[Piece] = []
    for piece in pieces:
        before = merged[-1] if merged else None
        if before and piece.lead in ("and", "amp", "slash") and _is_half_role(before, piece):
            join = "&" if piece.lead == "amp" else "/" if piece.lead == "slash" else "and"
            before.words += [Token("word", join, join), *piece.words]
        else:
            merged.append(piece)
    return merged


def _is_half_role(before: Piece, piece: Piece) -> bool:
    halves = before.words and piece.words and before.lead != "start"
    return bool(halves) and say.is_role_part(before.words) and say.is_role(piece.words)


def _role_end(words: Sequence[Token]) -> int:
    """Where the job title at the head of the words ends; 0 where there is none."""
    end = last_head = 0
    while end < len(words) and say.is_role_part(words[end : end + 1]):
        end += 1
        if say.is_role(words[end - 1 : end]) or (last_head and words[end - 1].key not in lexicon().particles):
            last_head = end
    return last_head


def _title_end(words: Sequence[Token]) -> int:
    """Where a job title ends: behind its words, or behind what a preposition adds ("Redakteurin für Finanzen")."""
    end = _role_end(words)
    if not end or end == len(words):
        return len(words)
    if words[end - 1].key in _TITLE_LINKS or words[end].key in _TITLE_LINKS:
        return min(len(words), end + _MAX_TITLE_TAIL)
    return end if say.is_role_part(words[:1]) else len(words)


def _without_degrees(words: Sequence[Token]) -> list[Token]:
    kept = list(words)
    while kept and say.is_suffix(kept[-1]) == "degree" and (len(kept) > 2 or len(kept) == 1):
        kept.pop()
    return kept


def _after_preposition(words: Sequence[Token]) -> Sequence[Token]:
    return words[1:] if words[0].key in lexicon().place_prepositions else words


def _place(words: Sequence[Token]) -> str:
    """A place cased as one; what follows it in small letters is left out."""
    kept = []
    for word in words:
        if word.text.islower() and word.key not in lexicon().particles:
            break
        kept.append(word.text)
    return case_name(kept) if len("".join(kept)) > 3 else " ".join(kept)


def _text(words: Sequence[Token]) -> str:
    return " ".join(word.text for word in words)
