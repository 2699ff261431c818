"""A candidate as a witness of who wrote the page: what it names, where it stands, what the others say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.bylines.keys import author_key
from pipeline.bylines.parse import Reading
from pipeline.bylines.types import Author, RawByline

NOWHERE = 99  # the distance of what does not stand among the lines around the headline
NEAR_LINES = 10
ASIDE = frozenset(("photos", "video", "illustration", "editing", "review", "translation"))  # did not write it
LONG_LIST = 2  # authors: more than these, that nothing confirms, are a list of other stories
_LINE = re.compile(r"line ([+-]\d+)")
_FAMILIES = {"itemprop": "marks", "rel-author": "marks", "text": "visible"}
_MIN_RUN_ON_CHARS = 5


@dataclass(frozen=True)
class Witness:
    """A candidate and its reading. `family`: marks on the same elements are one witness, not two."""

    raw: RawByline
    reading: Reading

    @property
    def family(self) -> str:
        return _FAMILIES.get(self.raw.origin, self.raw.origin)

    @property
    def is_seen(self) -> bool:
        """Whether it is text that a reader sees rather than a tag."""
        return self.family == "visible"

    @cached_property
    def distance(self) -> int:
        """How many lines it stands from the headline."""
        match = _LINE.search(self.raw.locator) if self.raw.origin == "visible" else None
        return abs(int(match.group(1))) if match else NOWHERE

    @cached_property
    def names(self) -> frozenset[str]:
        """The keys of all its authors."""
        return frozenset(author_key(author.name) for author in self.reading.authors)

    @cached_property
    def people(self) -> frozenset[str]:
        """First and last words of its people (a middle initial makes nobody else), or of all where it names none."""
        persons = [author for author in self.reading.authors if author.kind == "person"]
        return frozenset(_ends(author) for author in persons or self.reading.authors)

    @cached_property
    def did_not_write(self) -> bool:
        """Whether it says of all whom it names that they took pictures, edited or the like."""
        authors = self.reading.authors
        return bool(authors) and all(author.contribution in ASIDE for author in authors)

    def names_person(self) -> bool:
        """Whether it names a person."""
        return any(author.kind == "person" for author in self.reading.authors)


def _ends(author: Author) -> str:
    words = author_key(author.name).split()
    return " ".join((words[0], words[-1])) if len(words) > 1 else "".join(words)


@dataclass(frozen=True)
class Field:
    """All witnesses of one page, and the outlet's name."""

    witnesses: tuple[Witness, ...]
    publisher: str | None

    @cached_property
    def families(self) -> dict[frozenset[str], frozenset[str]]:
        """Which families name these people."""
        table: dict[frozenset[str], set[str]] = {}
        for witness in self.witnesses:
            table.setdefault(witness.people, set()).add(witness.family)
        return {people: frozenset(families) for people, families in table.items()}

    def agreeing(self, witness: Witness) -> list[str]:
        """The other families that name the same people."""
        return sorted(self.families[witness.people] - {witness.family})

    def names_more(self, witness: Witness) -> bool:
        """Whether another family names some of its authors and nobody else."""
        others = (other for other in self.witnesses if other.family != witness.family)
        return any(other.names and other.names < witness.names for other in others)

    def runs_on(self, witness: Witness) -> bool:
        """Whether a name of it is a name elsewhere with something glued on ("Jane DoeTwitter"), or two of them."""
        return any(
            author.name.startswith(name) and self._is_more(author.name, name)
            for author in witness.reading.authors
            for name in self._all_names - {author.name}
        )

    def _is_more(self, longer: str, name: str) -> bool:
        rest = longer[len(name) :]
        two_people = " " in name and " " in rest.strip() and rest.strip() in self._all_names
        return two_people or (len(name) > _MIN_RUN_ON_CHARS and rest[0] not in " -")

    @cached_property
    def _all_names(self) -> frozenset[str]:
        return frozenset(author.name for witness in self.witnesses for author in witness.reading.authors)

    def are_said_aside(self, witness: Witness) -> bool:
        """Whether text on the page says of the same people that they took pictures or edited, and who wrote."""
        if witness.did_not_write or witness.people not in self._aside:
            return False
        return any(_names_person_near(other) and other.people.isdisjoint(witness.people) for other in self.witnesses)

    @cached_property
    def _aside(self) -> frozenset[frozenset[str]]:
        return frozenset(other.people for other in self.witnesses if other.is_seen and other.did_not_write)

    @cached_property
    def names_person_near(self) -> bool:
        """Whether a byline near the headline names a person."""
        return any(_names_person_near(witness) for witness in self.witnesses)

    @cached_property
    def scattered(self) -> frozenset[frozenset[str]]:
        """The different people that bylines away from the headline and lists name: other stories, or comments."""
        return frozenset(other.people for other in self.witnesses if other.reading.authors and _is_away(other))


def _is_away(witness: Witness) -> bool:
    if witness.family == "marks":
        return len(witness.people) > LONG_LIST
    return witness.raw.origin == "visible" and witness.distance == NOWHERE


def _names_person_near(witness: Witness) -> bool:
    near = witness.distance <= NEAR_LINES or (witness.distance < NOWHERE and witness.reading.cued)
    near = near and not witness.did_not_write
    return near and witness.names_person() and witness.reading.understood > 0.8


def field_of(read: Sequence[tuple[RawByline, Reading]], publisher: str | None) -> Field:
    """The witnesses of a page."""
    return Field(tuple(Witness(raw, reading) for raw, reading in read), publisher)
