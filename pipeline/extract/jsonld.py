"""JSON-LD of a page: every node that is an object, repaired where that is safe, whatever its depth or shape."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.extract.strings import tidy
from pipeline.extract.vocabulary import lines

Node = dict[str, Any]

_MAX_CHARS = 2_000_000  # of one script; what is longer is not metadata of an article
_MAX_NODES = 3_000
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/)\s*$"
)
_STRING_OR_COMMA = re.compile(r'("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])', re.DOTALL)
_PAIR = re.compile(r'"(datePublished|dateModified|dateCreated|headline)"\s*:\s*"((?:[^"\\\n]|\\.){1,300})"')
# Parts of a page that are other works, or what people say below it: their dates and authors are not the article's.
_ELSEWHERE = frozenset(lines("elsewhere_keys.txt"))
ARTICLE_TYPES = frozenset(lines("article_types.txt"))
PAGE_TYPES = frozenset(lines("page_types.txt"))


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What the JSON-LD of a page holds: its nodes in order, nodes by `@id`, pairs read out of broken scripts."""

    nodes: tuple[Node, ...] = ()
    by_id: Mapping[str, Node] = field(default_factory=dict)
    loose: tuple[tuple[str, str], ...] = ()

    def articles(self) -> tuple[Node, ...]:
        """The nodes that describe an article, in page order."""
        return tuple(node for node in self.nodes if types_of(node) & ARTICLE_TYPES)

    def pages(self) -> tuple[Node, ...]:
        """The nodes that describe the page itself or another main work (a video, a recipe)."""
        return tuple(node for node in self.nodes if types_of(node) & PAGE_TYPES)

    def resolve(self, value: Any) -> Any:
        """`value`, or the node that it only names by `@id`."""
        if isinstance(value, dict) and len(value) <= 2 and "name" not in value:
            return self.by_id.get(str(value.get("@id")), value)
        return value


def read_json_ld(scripts: Sequence[str]) -> LinkedData:
    """Read the JSON-LD scripts of a page. Never raises; what cannot be read gives only its loose pairs."""
    nodes: list[Node] = []
    by_id: dict[str, Node] = {}
    loose: list[tuple[str, str]] = []
    for script in scripts:
        if len(script) > _MAX_CHARS:
            continue
        value = _parse(script)
        if value is None:
            loose.extend((key, tidy(text)) for key, text in _PAIR.findall(script))
            continue
        for node, is_own in _walk(value):
            identity = node.get("@id")
            if isinstance(identity, str) and len(node) > 2:
                by_id.setdefault(identity, node)
            if is_own:
                nodes.append(node)
    return LinkedData(tuple(nodes), by_id, tuple(loose))


def _parse(script: str) -> Any:
    """The value of a script, repaired where that cannot change its meaning; None where it stays broken."""
    script = _WRAPPING.sub("", script).strip().rstrip(";").strip()
    for repair in (_as_it_is, _without_stray_commas, _unescaped, _first_value):
        try:
            return json.loads(repair(script), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _as_it_is(script: str) -> str:
    return script


def _without_stray_commas(script: str) -> str:
    return _STRING_OR_COMMA.sub(lambda match: match.group(1) or "", script)


def _unescaped(script: str) -> str:
    """Scripts that were escaped as text: `{&quot;@type&quot;: ...`."""
    return script.replace("&quot;", '"').replace("&amp;", "&")


def _first_value(script: str) -> str:
    """One whole value with something behind it: two objects in one script, a stray bracket."""
    _, end = json.JSONDecoder(strict=False).raw_decode(script)
    return script[:end]


def _walk(value: Any) -> Iterator[tuple[Node, bool]]:
    """Every object below `value` in document order, and whether it may describe this page."""
    stack: list[tuple[Any, bool]] = [(value, True)]
    seen = 0
    while stack and seen < _MAX_NODES:
        item, is_own = stack.pop()
        seen += 1
        if isinstance(item, list):
            stack.extend((entry, is_own) for entry in reversed(item[:_MAX_NODES]))
        elif isinstance(item, dict):
            yield item, is_own
            children = [(child, is_own and key not in _ELSEWHERE) for key, child in item.items()]
            stack.extend(pair for pair in reversed(children) if isinstance(pair[0], (dict, list)))


def types_of(node: Node) -> frozenset[str]:
    """The schema.org types of a node, lower-cased and without namespace."""
    value = node.get("@type")
    values = value if isinstance(value, list) else [value]
    return frozenset(
        item.rsplit("/", 1)[-1].rsplit(":", 1)[-1].casefold() for item in values[:20] if isinstance(item, str)
    )


def type_name(node: Node) -> str:
    """The first type as written ("NewsArticle"), for locators."""
    value = node.get("@type")
    first = value[0] if isinstance(value, list) and value else value
    return first.rsplit("/", 1)[-1][:60] if isinstance(first, str) else "node"


def text_of(value: Any) -> str | None:
    """A string out of what stands where a string belongs: strings, numbers, lists of one, `{"@value": ...}`."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("@value") or value.get("name")
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return tidy(str(value)) or None


def texts_of(value: Any, limit: int = 50) -> list[str]:
    """Every string of a value that may be a list."""
    values = value if isinstance(value, list) else [value]
    return [text for text in (text_of(item) for item in values[:limit]) if text]
