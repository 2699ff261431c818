"""The headline: what a reader would call the article: the heading that the metadata supports, else the metadata."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from pipeline.extract.document import Document
from pipeline.extract.jsonld import Node, text_of
from pipeline.extract.strings import tidy
from pipeline.extract.visible import context, labels, text_content

_SEPARATOR = re.compile(r"\s+(?:[|•·»«:–—―›>-]|>>|::)\s+|\s*[|｜_»«›]\s*|\s*--\s*")
_HEADLINE_CLASS = re.compile(
    r"headline|(?:entry|article|post|page|story|content|news)[-_]*(?:title|heading)|\btitle\b|titre|titulo"
)
_LOGO_CLASS = re.compile(r"logo|brand|site-?(?:title|name)|masthead|visually-?hidden|sr-only|screen-reader|aural")
_KICKER_CLASS = re.compile(
    r"kicker|topline|overline|dachzeile|roof|super-?title|pre-?title|eyebrow|spitzmarke|vorspann|suphead"
)
_LEADING_DATE = re.compile(r"^\s*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\s*[|:–—-]\s+")
_CJK_OUTLET = re.compile(
    r"(?<=[\u3040-\u30ff\u4e00-\u9fff！？。”』」])\s?[-_|—–]+\s?[\u3040-\u30ff\u4e00-\u9fff]{2,8}$"
)
_MAX_CHARS = 500
_MAX_LOWER_HEADINGS = 40
_MIN_LOWER_CHARS = 8
_LOWER_HEADING_COST = 0.25
_ENOUGH = 0.3  # support below which a heading is not believed to be the headline
_NAMES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "title")


@dataclass(frozen=True, slots=True)
class Claim:
    """A headline as the metadata gives it, and where it stood."""

    text: str
    source: str


def folded(text: str) -> str:
    """A headline for comparison: case, quotes, dashes, marks and spaces do not count."""
    plain = unicodedata.normalize("NFKC", text.replace("\xad", "")).casefold()
    return " ".join(re.findall(r"\w+", plain))


def claims(document: Document, articles: Sequence[Node]) -> list[Claim]:
    """The headlines that the metadata offers, in the order in which they are trusted."""
    found = [
        Claim(text, "json-ld")
        for node in articles[:1]
        for key in ("headline", "name")
        if (text := text_of(node.get(key)))
    ]
    for name in _NAMES:
        found += [Claim(text, name) for text in document.meta.get(name, ())[:1]]
    if document.title:
        found.append(Claim(document.title, "title"))
    return [Claim(tidy(item.text, _MAX_CHARS), item.source) for item in found if folded(item.text)]


def choose_headline(
    document: Document, articles: Sequence[Node], outlets: Sequence[str]
) -> tuple[str | None, HtmlElement | None]:
    """The headline, and the element that shows it to the reader where one does."""
    names = frozenset(folded(name).replace(" ", "") for name in outlets) - {""}
    cleaned = [Claim(without_outlet(item.text, names), item.source) for item in claims(document, articles)]
    best = _best_heading(document, cleaned, names)
    if best is not None:
        return without_outlet(_settled(best, cleaned), names), best
    other = _like_a_heading(document, [segment for item in cleaned for segment in _segments(item.text)], names)
    if other is not None:
        return shown_text(other), other
    if cleaned:
        return cleaned[0].text if cleaned[0].source != "title" else _main_segment(cleaned[0].text), None
    first = next(iter(document.headings), None)
    return (None, None) if first is None else (shown_text(first), first)


def _best_heading(document: Document, cleaned: Sequence[Claim], names: frozenset[str]) -> HtmlElement | None:
    """The heading that most speaks for, None where too little speaks for any."""
    headings = [(item, shown_text(item)) for item in document.headings]
    distinct = len({folded(text) for _, text in headings})
    scored = [(_support(item, text, cleaned, names, distinct), item) for item, text in headings if folded(text)]
    wanted = _better_than_shown({folded(text) for _, text in headings}, cleaned)
    for item in islice(document.tree.iter("h2", "h3"), _MAX_LOWER_HEADINGS if wanted else 0):
        text = shown_text(item)
        if folded(text) in wanted:
            scored.append((_support(item, text, cleaned, names, distinct + 1) - _LOWER_HEADING_COST, item))
    best = max(scored, key=lambda item: item[0], default=None)
    return best[1] if best is not None and best[0] >= _ENOUGH else None


def _better_than_shown(shown: set[str], cleaned: Sequence[Claim]) -> set[str]:
    """What the metadata calls the article with more authority than the h1 that shows another of its claims."""
    better: set[str] = set()
    for item in cleaned:
        if folded(item.text) in shown:
            break
        better.update(map(folded, (item.text, *_segments(item.text))))
    return {key for key in better if len(key) >= _MIN_LOWER_CHARS}


def shown_text(heading: HtmlElement) -> str:
    """The words of a heading without a kicker that stands in an element of its own."""
    text = text_content(heading, _MAX_CHARS)
    for child in heading.iterdescendants("span", "small", "em", "strong", "div", "p", "a", "i"):
        if _KICKER_CLASS.search(labels(child)):
            kicker = text_content(child, _MAX_CHARS)
            rest = text.removeprefix(kicker).lstrip(" :–—|-/.·•") if kicker else ""
            if kicker and text.startswith(kicker) and rest:
                text = rest
    return text.replace("\xad", "")


def _support(heading: HtmlElement, text: str, cleaned: Sequence[Claim], names: frozenset[str], distinct: int) -> float:
    """How much speaks for a heading (the metadata's words, its place, its class) and against it (a logo's marks)."""
    words = frozenset(folded(text).split())
    own = [_likeness(words, item.text) for item in cleaned if item.source != "title"]
    title = [_likeness(words, item.text) for item in cleaned if item.source == "title"]
    score = max(max(own, default=0.0), max(title, default=0.0) * (0.4 if own else 1.0))
    marks = [labels(item) for item in context(heading, 3)]
    tags = {item.tag for item in context(heading, 12)}
    is_headline = _HEADLINE_CLASS.search(marks[0]) is not None
    if score == 0 and distinct > 1 and not is_headline:
        return 0.0
    score += 0.3 * is_headline + 0.2 * bool(tags & {"article", "main"})
    score += 0.2 * (distinct == 1) + 0.02 * min(len(words), 10)
    score -= 0.6 * any(_LOGO_CLASS.search(mark) for mark in marks) + 0.5 * bool(
        tags & {"nav", "footer", "aside", "dialog"}
    )
    score -= 0.4 * (_is_outlet(text, names) or _leads_home(heading))
    return score


def _likeness(words: frozenset[str], claim: str) -> float:
    """Shared words of a heading and a claim, or the claim's most similar part: 0 to 1."""
    whole = max(1, len(claim))
    parts = [(claim, 1.0), *((part, 0.4 + 0.6 * len(part) / whole) for part in _segments(claim))]
    best = 0.0
    for part, weight in parts:
        other = frozenset(folded(part).split())
        if other:
            best = max(best, weight * 2 * len(words & other) / (len(words) + len(other)))
    return best


def _leads_home(heading: HtmlElement) -> bool:
    link = heading.find(".//a")
    if link is None:
        link = heading.getparent() if heading.getparent() is not None and heading.getparent().tag == "a" else None
    return (
        link is not None and re.fullmatch(r"(?:https?://[^/]+)?/?(?:index\.\w+)?", link.get("href") or "x") is not None
    )


def _settled(heading: HtmlElement, cleaned: Sequence[Claim]) -> str:
    """The words of a heading: with its kicker where the metadata has it too, without what the metadata leaves out."""
    full = text_content(heading, _MAX_CHARS).replace("\xad", "")
    whole = folded(full)
    same = next((item.text for item in cleaned if folded(item.text) == whole), None)
    if same is not None:
        return _without_label(same, heading) if len(heading) else full
    text = shown_text(heading)
    return text if text != full else _without_extras(full, cleaned, heading)


def _without_label(text: str, heading: HtmlElement) -> str:
    """A headline without a label that has an element of its own and that the metadata sets apart with a spaced dash."""
    first = next((child for child in heading.iterdescendants() if text_content(child)), None)
    label = text_content(first, _MAX_CHARS) if first is not None else ""
    found = re.match(rf"{re.escape(label)}\s+[–—|-]\s+(?=\S)", text) if label and len(label.split()) <= 8 else None
    return text[found.end() :] if found else text


def _without_extras(text: str, cleaned: Sequence[Claim], heading: HtmlElement) -> str:
    """A heading without a kicker in front or a second headline behind, where the metadata leaves them out too."""
    whole = folded(text)
    for item in cleaned:
        part = folded(item.text)
        words = len(part.split())
        before = whole.removesuffix(part).split()
        if words >= 2 and whole.endswith(f" {part}") and len(before) <= 4:
            return item.text
        if words >= 4 and whole.startswith(f"{part} ") and len(heading) and item.source != "title":
            return item.text
    return text


def _segments(text: str) -> list[str]:
    parts = [part.strip() for part in _SEPARATOR.split(text)]
    return [part for part in parts if part] if len(parts) > 1 else []


def _main_segment(title: str) -> str:
    """The longest part of a title whose other parts are labels of a word or three."""
    title = _CJK_OUTLET.sub("", title)
    parts = _segments(title)
    longest = max(parts, key=len, default=title)
    is_clear = all(part is longest or len(part.split()) <= 3 for part in parts) and len(longest.split()) >= 4
    return longest if is_clear and "|" in title else title


def _like_a_heading(document: Document, wanted: Sequence[str], names: frozenset[str]) -> HtmlElement | None:
    """An element that shows exactly what the metadata calls the article, or a part of it that is not the outlet."""
    keys = {folded(item) for item in wanted}
    keys = {key for key in keys if len(key) >= 8 and not _is_outlet(key, names)}
    if not keys:
        return None
    most = max(map(len, keys)) * 2 + 40
    for tags in (("h2", "h3", "h4"), ("p", "div", "span", "strong", "b", "td", "font")):
        for element in document.tree.iter(*tags):
            if len(element.text or "") <= most and folded(text_content(element, most)) in keys:
                return element
    return None


def without_outlet(text: str, names: frozenset[str]) -> str:
    """`text` without the parts behind (or before) a separator that are the outlet's name, and a date in front."""
    text = _LEADING_DATE.sub("", text).removeprefix("[>").lstrip(">|·•▷ ") or text
    for _ in range(3):
        breaks = list(_SEPARATOR.finditer(text))
        if not breaks:
            return text
        last, first = breaks[-1], breaks[0]
        if _is_outlet(text[last.end() :], names) and text[: last.start()].strip():
            text = text[: last.start()].strip()
        elif _is_outlet(text[: first.start()], names) and text[first.end() :].strip():
            text = text[first.end() :].strip()
        else:
            return text
    return text


def _is_outlet(part: str, names: frozenset[str]) -> bool:
    name = folded(part).replace(" ", "")
    return any(form in names for form in _forms(name)) if name else False


def _forms(name: str) -> Iterator[str]:
    yield name
    yield name.removeprefix("the")
    yield f"the{name}"
    yield name.removesuffix("news")
