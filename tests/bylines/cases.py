"""The tables of written bylines and the authors they name, and the notation in which both are compared."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.bylines import Author

FOLDER = Path(__file__).parent / "cases"
LANGUAGES = {"nordic": None, "other": None}  # tables of several languages are read without one
_PARTS = (
    ("role", "role"),
    ("org", "organisation"),
    ("place", "location"),
    ("did", "contribution"),
    ("email", "email"),
    ("handle", "handle"),
)


def byline_cases() -> list[tuple[str, str | None, str, str]]:
    """Table, language, byline and the authors that it names, of every row."""
    rows = []
    for path in sorted(FOLDER.glob("*.tsv")):
        language = LANGUAGES.get(path.stem, path.stem)
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                byline, expected = line.split("\t")
                rows.append((path.stem, language, byline, expected))
    return rows


def show(authors: Sequence[Author]) -> str:
    """Authors in the notation of the tables: `Jane Doe {role: Editor} + AFP [agency]`, `-` for nobody."""
    return " + ".join(_show(author) for author in authors) or "-"


def _show(author: Author) -> str:
    kind = "" if author.kind == "person" else f" [{author.kind}]"
    parts = [f"{short}: {value}" for short, name in _PARTS if (value := getattr(author, name))]
    return author.name + kind + (f" {{{'; '.join(parts)}}}" if parts else "")
