"""Who has spoken so far: what "he", "they" and "the ministry" refer to. Unsure means None."""

import re
from dataclasses import replace

from pipeline.numbers.claims.names import Claimant
from pipeline.numbers.claims.reporting import ReportingWords
from pipeline.numbers.wordlists import word_set

__all__ = ["TOLD_ONE", "Discourse"]

TOLD_ONE = re.compile(r" (?:him|her)\b(?! [a-z]+s\b)")  # "a doctor told her": she is the one whom it is about
_REMEMBERED = 10
_REACH = 2500  # characters: a pronoun further away than this from its name is left open
_AFTER_LAST = 600  # and this far where nobody has spoken since
# What ends as a trade does and is rather a firm or a body
_BODIES = word_set("""
    retailer insurer lender carrier operator developer publisher manufacturer maker carmaker automaker regulator
    broadcaster supplier provider contractor employer newspaper producer distributor brewer miner processor shipper
""")
_NEAR = 200  # an unnamed "doctor" is who "he" is only this far


def _is_named(claimant: Claimant) -> bool:
    return any(word[:1].isupper() for word in claimant.text.split()[-1:])


class Discourse:
    """The claimants of a text in the order in which they spoke."""

    def __init__(self, words: ReportingWords) -> None:
        self.words = words
        self.spoken: list[Claimant] = []

    def resolve(self, claimant: Claimant) -> Claimant | None:
        """The claimant itself, or whom its pronoun or short form refers to; None where that is open."""
        if claimant.is_pronoun:
            found = self._of_pronoun(claimant)
            resolved = self._at(found, claimant) if found else None
        else:
            resolved = self._like_before(self._of_short_form(claimant))
        if resolved is not None:
            self._remember(resolved)
        return resolved

    def _like_before(self, claimant: Claimant) -> Claimant:
        """A surname alone is of the gender of the full name before: "Warren" behind "Elizabeth Warren"."""
        named = (c for c in reversed(self.spoken) if f" {c.text}".endswith(" " + claimant.text))
        full = next((c for c in named if c.gender or c.text != claimant.text), None)
        if full is None or " " in claimant.text or not claimant.text[0].isupper():
            return claimant
        return replace(claimant, gender=full.gender, is_person=full.is_person)

    def can_mean(self, pronoun: Claimant, subject: Claimant) -> bool:
        """Whether a pronoun agrees with a subject in number, gender and kind."""
        kind = self.words.pronouns.get(pronoun.text, "any")
        if subject.is_pronoun:
            return False
        if kind == "any":  # "the 36-year-old"
            return subject.is_person and not subject.is_plural
        if kind in ("m", "f"):
            return subject.is_person and not subject.is_plural and subject.gender in (None, kind)
        if kind == "p":
            return subject.is_plural or not subject.is_person  # "the team ... They"
        return kind == "n" and not subject.is_person and not subject.is_plural

    def speaker_within(self, start: int, end: int, pronoun: Claimant) -> Claimant | None:
        """Who spoke last in a stretch and can be meant by a pronoun."""
        return next((c for c in reversed(self.spoken) if start <= c.start < end and self.can_mean(pronoun, c)), None)

    def follow(self, pronoun: Claimant, person: Claimant) -> Claimant:
        """The person at the place of the pronoun, who is now the last to have spoken."""
        resolved = self._at(person, pronoun)
        self._remember(resolved)
        return resolved

    def _at(self, person: Claimant, pronoun: Claimant) -> Claimant:
        """The claimant at the place of a pronoun, which tells the gender of a person."""
        kind, gender = self.words.pronouns.get(pronoun.text), person.gender
        if person.is_person and gender is None:
            gender = "m" if kind == "m" else "f" if kind == "f" else None
        return replace(person, start=pronoun.start, end=pronoun.end, gender=gender)

    def last(self) -> Claimant | None:
        """Who spoke last."""
        return self.spoken[-1] if self.spoken else None

    def forget(self, claimant: Claimant) -> None:
        """Nothing further is meant of one without a name who spoke in passing: "a doctor told her"."""
        if not _is_named(claimant):
            self.spoken = [c for c in self.spoken if c.text != claimant.text]

    def _remember(self, claimant: Claimant) -> None:
        self.spoken = [c for c in self.spoken if c.text != claimant.text][-_REMEMBERED:]
        self.spoken.append(claimant)

    def _of_pronoun(self, pronoun: Claimant) -> Claimant | None:
        kind = self.words.pronouns[pronoun.text]
        near = [c for c in reversed(self.spoken) if pronoun.start - c.end < _REACH]
        if kind in ("m", "f"):
            other = "f" if kind == "m" else "m"
            persons = (c for c in near if c.is_person or self._is_worker(c, pronoun))
            fitting = [c for c in persons if not c.is_plural and c.gender != other]
            last = fitting[0] if fitting and fitting[0] is near[0] else None
            reach = _AFTER_LAST if last is not None else _NEAR
            return next((c for c in fitting if c.gender or _is_named(c) or pronoun.start - c.end < reach), None)
        if kind == "p":
            people = (c for c in near if c.head not in self.words.sets["sources"])  # "figures" say nothing further
            return next((c for c in people if c.is_plural or not c.is_person), None)
        if kind == "n":
            return next((c for c in near if not c.is_person and not c.is_plural), None)
        return None

    def _is_worker(self, claimant: Claimant, pronoun: Claimant) -> bool:
        """Whether one known by a trade alone spoke close before: "The Gambian welder said so. He said"."""
        near = 0 < pronoun.start - claimant.end < _NEAR and claimant.text.lower().startswith("the ")
        return near and self.words.is_agent(claimant.head) and claimant.head not in _BODIES

    def _of_short_form(self, claimant: Claimant) -> Claimant:
        """ "the ministry" is the Defence Ministry that spoke last; otherwise the phrase stays what it is."""
        parts = claimant.text.split()
        if len(parts) != 2 or parts[0].lower() != "the" or not parts[1].islower():
            return claimant
        if parts[1] in self.words.sets["persons"]:
            return claimant  # "the teacher" is not "Teacher at Brenna school"
        for earlier in reversed(self.spoken):
            if claimant.start - earlier.end < _REACH and parts[1].capitalize() in earlier.text.split():
                return replace(earlier, start=claimant.start, end=claimant.end)
        return claimant
