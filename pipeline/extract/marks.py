"""What the elements of a page are called: class, id, itemprop and rel of all of them, gathered in one pass."""

from dataclasses import dataclass

from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class Mark:
    """An element that is called something: `names` are its class, id and test id, all lower-cased."""

    element: HtmlElement
    names: str
    prop: str  # itemprop, else RDFa property
    rel: str


def marks_of(tree: HtmlElement) -> tuple[Mark, ...]:
    """The elements that bear a name, in page order."""
    found = []
    for element in tree.iter("*"):
        get = element.attrib.get
        names = [value for key in ("class", "id", "data-testid") if (value := get(key))]
        prop, rel = get("itemprop") or get("property") or "", get("rel") or ""
        if names or prop or rel:
            found.append(Mark(element, " ".join(names).lower(), prop, rel.lower()))
    return tuple(found)
