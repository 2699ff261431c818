"""Plain text and Markdown articles: headline, byline line, date line, paragraphs made whole, no footer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.strings import scrub, tidy

_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
_UNDERLINE = re.compile(r"^(?:=+|-{3,})\s*$")
_RULE = re.compile(r"^\s*(?:[-*_]\s*){3,}$")
_LINK = re.compile(r"!?\[([^\]\[\n]{0,500})\]\(\s*<?([^()\s>]{0,2000})>?(?:\s+[\"'][^)]{0,300})?\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]{1,500})(?<=\S)\1(?![\w*])")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:;…。！？؟।][\"'”’»“)\]*_]*\s*$")
_BEGINS_INSIDE = re.compile(r"[a-zà-öø-ÿа-яёα-ωά-ώ,;)]")
_FOOTER_WORDS = re.compile(
    r"\b(?:contact|subscribe|newsletter|follow us|sign up|copyright|all rights reserved|©|donate|visit:|kontakt|"
    r"abonn\w+|s'abonner|suscr\w+|iscriviti|contactez|contacta\w*|read more|more information)\b|©",
    re.IGNORECASE,
)
_MAX_HEAD_CHARS = 150
_MAX_HEAD_LINES = 5
_MAX_FOOTER_BLOCKS = 4
_END_CHARS = 20
_SHORT_FOOTER_CHARS = 40


@dataclass(frozen=True, slots=True)
class PlainArticle:
    """A text article taken apart; `head` holds the short lines between headline and story (byline, date)."""

    title: str | None
    head: tuple[str, ...]
    text: str


def read_plain(content: str) -> PlainArticle:
    """Take a plain or Markdown article apart.

    Blocks are separated by empty lines. The first short block without a full stop is the headline, further short ones
    are its head; a paragraph that stops without an end is joined to the next one when that goes on in lower case.
    """
    blocks = _blocks(scrub(content).replace("\r\n", "\n").replace("\r", "\n"))
    title, blocks = _take_title(blocks)
    head: list[str] = []
    while blocks and len(head) < _MAX_HEAD_LINES and _is_head(blocks[0]) and not _is_broken(blocks):
        head += [tidy(plain(line)) for line in blocks.pop(0)]
    paragraphs = [_joined(block) for block in _without_footer(blocks)]
    return PlainArticle(title, tuple(line for line in head if line), "\n".join(_whole(paragraphs)))


def plain(text: str) -> str:
    """Markdown marks removed: emphasis, links (their words stay), code ticks, quotation marks at the line's start."""
    text = _LINK.sub(lambda found: "" if found.group(0).startswith("!") else found.group(1), text)
    for _ in range(2):
        text = _EMPHASIS.sub(r"\2", text)
    text = re.sub(r"^\s{0,3}(?:>\s?|#{1,6}\s+)", "", text)
    return text.replace("`", "")


def _blocks(content: str) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in content.split("\n"):
        if line.strip():
            blocks[-1].append(line.rstrip())
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block and not all(_RULE.match(line) for line in block)]


def _take_title(blocks: list[list[str]]) -> tuple[str | None, list[list[str]]]:
    """The headline and what is left; a heading mark or an underline says so, else a short first line."""
    if not blocks:
        return None, []
    first, rest = blocks[0], blocks[1:]
    heading = _HEADING.match(first[0].strip())
    underlined = len(first) > 1 and _UNDERLINE.match(first[1]) is not None
    is_short = len(first[0]) <= 2 * _MAX_HEAD_CHARS and not first[0].rstrip().endswith((".", ":", ";", ","))
    if not (heading or underlined or is_short):
        return None, blocks
    title = tidy(plain(heading.group(1) if heading else first[0])).strip("# ")
    left = first[2:] if underlined else first[1:]
    return title or None, ([left] if left else []) + rest


def _is_head(block: Sequence[str]) -> bool:
    """Short lines without the end of a sentence: a byline, a date, a place."""
    return len(block) <= 4 and all(
        len(line) <= _MAX_HEAD_CHARS and not _ENDS.search(line) and not _HEADING.match(line) for line in block
    )


def _is_broken(blocks: Sequence[Sequence[str]]) -> bool:
    """Whether the first block is a paragraph that a page end broke: the next one goes on in lower case."""
    return len(blocks) > 1 and _BEGINS_INSIDE.match(plain(blocks[1][0])) is not None


def _without_footer(blocks: list[list[str]]) -> list[list[str]]:
    """Blocks without the last ones that are addresses, links, or short lines that ask to contact or subscribe."""
    end = len(blocks)
    for index in range(len(blocks) - 1, max(len(blocks) - 1 - _MAX_FOOTER_BLOCKS, 0), -1):
        if not _is_footer(" ".join(blocks[index])):
            break
        end = index
    return blocks[:end]


def _is_footer(block: str) -> bool:
    words = _ADDRESS.sub("", _LINK.sub("", block)).strip(" *_-–—:|()[]<>#")
    if not words:
        return True
    leads_on = words != block.strip() or block.rstrip(" *_").endswith(":") or len(block) <= _SHORT_FOOTER_CHARS
    return leads_on and len(block) <= 2 * _MAX_HEAD_CHARS and _FOOTER_WORDS.search(block) is not None


def _joined(block: Sequence[str]) -> str:
    """The lines of a block as one paragraph; a word that was hyphenated at a line's end is made whole."""
    text = "\n".join(plain(line) for line in block)
    text = re.sub(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])", "", text)
    return tidy(text, 200_000)


def _whole(paragraphs: Sequence[str]) -> list[str]:
    """Paragraphs that a page end broke in the middle of a sentence, joined again."""
    whole: list[list[str]] = []
    for paragraph in paragraphs:
        if not paragraph:
            continue
        before = whole[-1][-1] if whole else ""
        if before and not _ENDS.search(before[-_END_CHARS:]) and _goes_on(before, paragraph):
            whole[-1].append(paragraph)
        else:
            whole.append([paragraph])
    return [" ".join(parts) for parts in whole]


def _goes_on(before: str, after: str) -> bool:
    """Whether `after` continues the sentence that `before` left open: it begins in lower case, or `before` is long."""
    return _BEGINS_INSIDE.match(after) is not None or before.endswith((",", "-", "–", "—"))
