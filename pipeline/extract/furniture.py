"""What stands above the first sentence of a text: kicker, headline, byline, time of publication."""

from collections.abc import Iterable

from pipeline.bylines import RawByline
from pipeline.dates import RawDate
from pipeline.extract.headline import folded

_KICKERS = 4  # lines at most above the headline
_SHORT_CHARS = 60  # a kicker or a label; sentences are longer, or end like one
_LABEL_CHARS = 24  # what is left of "Published on" when the date is gone
_ENDS = (".", "!", "?", "…", ":", '"', "”", "»")


def without_head(text: str, title: str | None, bylines: Iterable[RawByline], dates: Iterable[RawDate]) -> str:
    """The text from its first line of its own: what the headline says would be counted twice.

    A line goes only where it is the headline, stands above that as a kicker, or was read as byline or date of the page.
    """
    lines = text.split("\n")
    said = {folded(name) for byline in bylines if byline.origin == "visible" for name in byline.names}
    said |= {folded(date.raw) for date in dates if date.origin == "text"}
    after = _after_headline(lines, title)
    while after < len(lines) - 1 and (folded(lines[after]) in said or (after and _is_label(lines[after]))):
        after += 1
    return "\n".join(lines[after:]).lstrip()


def _after_headline(lines: list[str], title: str | None) -> int:
    """The place behind the headline, 0 where the text does not begin with it."""
    wanted = folded(title or "")
    for place, line in enumerate(lines[: _KICKERS + 1]):
        if wanted and folded(line) == wanted:
            return place + 1
        if len(line) > _SHORT_CHARS or line.rstrip().endswith(_ENDS):
            break
    return 0


def _is_label(line: str) -> bool:
    return len(line) <= _LABEL_CHARS and not line.rstrip().endswith(_ENDS)
