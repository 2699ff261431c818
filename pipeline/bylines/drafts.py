"""An author in the making, and what is known of the page that names it."""

from dataclasses import dataclass

from pipeline.bylines.types import Author, AuthorKind


@dataclass(frozen=True, slots=True)
class Page:
    """The page's language (ISO 639-1) and the outlet's name, each None where it is not known."""

    language: str | None = None
    publisher: str | None = None

    @property
    def names_agencies_beside(self) -> bool:
        """Whether its papers name an agency beside the writers ("Felix Maier, dpa"), not as where they work."""
        return self.language in _BESIDE


_BESIDE = frozenset(("de", "nl", "da", "no", "sv", "fr", "es", "pt", "it", "pl"))


@dataclass(slots=True)
class Draft:
    """What has been read of one author so far."""

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

    def add_role(self, role: str) -> None:
        """A further job title."""
        self.role = f"{self.role}, {role}" if self.role else role

    def add_location(self, place: str) -> None:
        """A place, or what follows the place ("D.C.")."""
        self.location = f"{self.location}, {place}" if self.location else place

    def add_organisation(self, name: str) -> None:
        """Where the author works; the first that is said counts."""
        self.organisation = self.organisation or name

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
