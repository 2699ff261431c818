"""A byline cut into pieces: runs of words between marks, joins and cues, each with what led to it."""

from dataclasses import dataclass, field
from typing import Literal

from pipeline.bylines.cues import Cue, Place, find_cue
from pipeline.bylines.lexicon import lexicon
from pipeline.bylines.names import has_given_name, unglued
from pipeline.bylines.tokens import Token, tokenise

Lead = Literal["start", "comma", "and", "amp", "slash", "break", "open", "close"]


@dataclass(slots=True)
class Piece:
    """Words that belong together. `lead` is the mark or join before them, `cued` whether a prefix led to them."""

    lead: Lead
    words: list[Token] = field(default_factory=list)
    cued: bool = False
    posted: bool = False  # the cue was "posted by" or the like: "in" then leads to a section, not to a place
    contribution: str | None = None
    after_date: bool = False  # what follows a date in a byline is sections and counts, unless a cue says otherwise
    addresses: list[Token] = field(default_factory=list)  # e-mail addresses and handles

    @property
    def text(self) -> str:
        """The words as written."""
        return " ".join(word.text for word in self.words)


_LEADS: dict[str, Lead] = {"comma": "comma", "break": "break", "slash": "slash", "open": "open", "amp": "amp"}
_ADDRESSES = ("email", "handle")


def cut(text: str, language: str | None) -> list[Piece]:
    """The pieces of a cleaned byline, in order; page furniture, dates and addresses of pages are left out."""
    return _Cutter(unglued(tokenise(text)), language).cut()


class _Cutter:
    """One pass over the tokens: `_skipping` while in furniture or a date, until the next mark."""

    def __init__(self, tokens: list[Token], language: str | None) -> None:
        self._tokens = tokens
        self._language = language
        self._pieces = [Piece("start")]
        self._skipping: Literal["", "date", "line"] = ""
        self._index = 0
        self._dated = False
        self._addressed = False  # an address ends the name before it

    def cut(self) -> list[Piece]:
        while self._index < len(self._tokens):
            self._step(self._tokens[self._index])
        return [piece for piece in self._pieces if piece.words or piece.addresses]

    def _step(self, token: Token) -> None:
        if not self._take_cue() and not self._take_join(token):
            self._take_token(token)
            self._index += 1

    def _take_cue(self) -> bool:
        capital = self._tokens[self._index].text[:1].isupper()
        start = self._is_start()
        line_start = start and self._piece.lead in ("start", "break")
        found = find_cue(self._tokens, self._index, Place(start, line_start, capital, self._language))
        if found is None:
            return False
        cue, after = found
        if self._skipping == "line" and not (cue.ends_in_by or (cue.action == "prefix" and self._ends_furniture())):
            return False
        self._begin(cue)
        self._index = after
        return True

    def _is_start(self) -> bool:
        """Whether nothing stands before the next word in its piece, not even a word that was skipped."""
        if self._piece.words:
            return False
        before = self._tokens[self._index - 1] if self._index else None
        skipped = self._skipping and before is not None and before.kind == "word"
        return not (skipped and before is not None and before.key not in lexicon().date_words)

    def _ends_furniture(self) -> bool:
        """Whether "von" after furniture leads to a name: with a capital, or behind a date ("aktualisiert 3.5. von")."""
        before = self._tokens[self._index - 1] if self._index else None
        return self._tokens[self._index].text[:1].isupper() or (before is not None and before.kind == "number")

    def _begin(self, cue: Cue) -> None:
        """Open the piece that a cue announces, or skip the line that furniture begins. Words before a prefix that no
        mark separates from it are a label ("Essay by", "Disko Von")."""
        if cue.action == "noise" or cue.value == "publishing":
            self._skipping = "line"
            return
        self._skipping = ""
        if cue.action == "prefix" and self._piece.words and not has_given_name(self._piece.words):
            self._piece.words.clear()
        lead = self._piece.lead if not self._piece.words else "break"
        self._open(lead)
        self._piece.cued = True
        self._piece.contribution = cue.value
        self._piece.posted = cue.keys[0] in lexicon().small["posted"]

    def _take_join(self, token: Token) -> bool:
        if token.kind != "word" or self._skipping or not self._joins(token):
            return False
        self._open("and")
        self._index += 1
        return True

    def _joins(self, token: Token) -> bool:
        """Whether a word stands between two authors rather than inside one name (Ortega y Gasset)."""
        languages = lexicon().joins.get(token.key)
        after = self._tokens[self._index + 1 :][:3]
        if languages is None or not after or after[0].kind != "word":
            return False
        if not self._piece.words and len(self._pieces) == 1:
            return False
        if "*" not in languages and self._language is not None and self._language not in languages:
            return False
        if len(token.key) > 1:
            return "*" in languages or self._language in languages
        if token.text != token.key or not self._piece.words:
            return False
        one_word_follows = len(after) < 2 or after[1].kind != "word"
        known = after[0].key in lexicon().desks or after[0].key in lexicon().agencies
        return known or not one_word_follows or len(self._piece.words) == 1

    def _take_token(self, token: Token) -> None:
        if token.kind in _LEADS:
            self._take_mark(token)
        elif token.kind in _ADDRESSES:
            self._piece.addresses.append(token)
            self._addressed = bool(self._piece.words)
        elif token.kind == "close":
            self._open("close")
        elif token.kind == "colon":
            self._take_label()
        elif token.kind in ("word", "number") and not self._skipping:
            self._take_word(token)

    def _take_label(self) -> None:
        """What stands before a colon and no lexicon knows is a label, unless it is somebody's name."""
        if self._skipping:
            return
        if has_given_name(self._piece.words) or (self._piece.cued and len(self._piece.words) > 1):
            self._open("break")
        else:
            self._piece.words.clear()

    def _take_mark(self, token: Token) -> None:
        if token.kind == "break" or self._skipping != "line":
            self._open(_LEADS[token.kind])
            self._skipping = ""

    def _take_word(self, token: Token) -> None:
        if self._is_date(token):
            self._drop_clock_words()
            self._skipping = "date"
            self._dated = self._dated or any(piece.words for piece in self._pieces)
        else:
            if self._addressed:
                self._open("comma")
            self._piece.words.append(token)

    def _is_date(self, token: Token) -> bool:
        following = self._tokens[self._index + 1] if self._index + 1 < len(self._tokens) else None
        if token.kind == "number":
            return not self._is_channel(following)
        key, words = token.key.rstrip("."), self._piece.words
        if key in lexicon().calendar or token.key in lexicon().calendar:
            return True
        if key not in lexicon().name_calendar and token.key not in lexicon().name_calendar:
            return False
        beside = following is not None and following.kind == "number"
        if key in lexicon().given_names and not beside:
            return False
        return (
            beside
            or bool(words and words[-1].key in lexicon().small["clock"])
            or (not words and self._is_alone(following))
        )

    def _is_alone(self, following: Token | None) -> bool:
        return (following is None or following.kind != "word") and len(self._pieces) > 1

    def _is_channel(self, following: Token | None) -> bool:
        """A number that belongs to a name: "7 News", "20 Minuten"."""
        return following is not None and following.key in lexicon().organisation_words

    def _drop_clock_words(self) -> None:
        while self._piece.words and self._piece.words[-1].key in lexicon().small["clock"]:
            self._piece.words.pop()

    @property
    def _piece(self) -> Piece:
        return self._pieces[-1]

    def _open(self, lead: Lead) -> None:
        self._addressed = False
        contribution = self._piece.contribution if lead != "break" else None
        if not self._piece.words and not self._piece.addresses and len(self._pieces) > 1:
            self._pieces.pop()
        self._pieces.append(Piece(lead, contribution=contribution, after_date=self._dated))
