"""The head of an article on its page: the headline's element, the lines around it, and what does not belong to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from pipeline.extract.visible import Line, context, labels, lines_after, lines_before, text_content

_OTHER = re.compile(
    r"comment|related|recommend|trending|most-?read|breaking|newsletter|carousel|read-?more|read-?next|recirc|outbrain|"
    r"taboola|more-(?:news|stories|from|articles)|cookie|(?<![\w-])(?:widget|popular|latest|ticker)|\bsidebar\b|"
    r"(?<!\w)teasers?\b|\bpromos?\b|\bcopyright\b"
)
_FRAME = re.compile(r"footer|navigation|\bnav\b|navbar|menu|breadcrumb")
_ARTICLE = re.compile(r"\b(?:article|post|entry|story|single|hentry|news-?detail|blog-?post)\b|articlebody|newsarticle")
_FRAME_TAGS = frozenset({"nav", "footer", "aside"})


@dataclass(frozen=True, slots=True)
class Head:
    """Where the headline stands: its words, the lines around it, and the elements that it is inside of."""

    text: str
    lines: Sequence[Line]
    around: frozenset[HtmlElement]

    def is_elsewhere(self, element: HtmlElement, *, frames: bool = True) -> bool:
        """Whether an element stands outside of this page's article: in comments, teasers, other stories, navigation.

        What the headline is inside of too cannot be elsewhere, whatever its class says; a footer or menu inside of the
        article is part of it. Without `frames` no footer or menu counts as elsewhere.
        """
        in_frame = False
        for item in context(element, 20):
            if item.tag in {"body", "html"}:
                break
            marks = f"{labels(item)} {(item.get('itemtype') or '').lower()}"
            if item in self.around or (item.tag in {"article", "main"} and not self.around):
                return in_frame and item.tag not in {"article", "main"} and not _ARTICLE.search(marks)
            if _OTHER.search(marks):
                return True
            if in_frame and _ARTICLE.search(marks):
                return False
            in_frame = frames and (in_frame or item.tag in _FRAME_TAGS or _FRAME.search(marks) is not None)
        return in_frame


def head_of(heading: HtmlElement | None) -> Head:
    """The head around a headline's element; without one nothing is near it."""
    if heading is None:
        return Head("", (), frozenset())
    around = frozenset(item for item in context(heading, 40) if item.tag not in {"body", "html"})
    return Head(text_content(heading), (*lines_before(heading), *lines_after(heading)), around)
