"""The text of an article: trafilatura on a tree that is already parsed, metadata left to our own readers."""

import logging
import re

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from pipeline.extract.strings import scrub

# What trafilatura and htmldate raise on pages broken in ways nobody foresaw: they have nothing to say of those.
FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    etree.LxmlError,
    re.error,
)

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page without text is our own refusal, not its warning


def body_text(tree: HtmlElement) -> str:
    """The article's text, paragraphs on lines of their own; empty where there is none. Leaves `tree` as it was."""
    try:
        found = bare_extraction(tree, include_comments=False, with_metadata=False)
    except FAULTS:
        return ""
    text = getattr(found, "text", None)
    return scrub(text).strip() if isinstance(text, str) else ""
