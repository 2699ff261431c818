"""A text with its numbers marked, and a table of them, for a terminal."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from pipeline.numbers import Mention

__all__ = ["show_mentions"]

_COLOURS = {
    "count": "green",
    "measure": "cyan",
    "money": "yellow",
    "percent": "magenta",
    "ratio": "bright_magenta",
    "age": "bright_cyan",
    "time": "blue",
    "ordinal": "bright_black",
    "score": "bright_black",
    "identifier": "bright_black",
    "other": "bright_black",
}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SIGNS = {">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ "}
_EVENTS = {"denied": "not ", "possible": "maybe "}


def show_mentions(text: str, mentions: Sequence[Mention], console: Console) -> None:
    """Print `text` with `mentions` marked by kind and numbered, then what was read of each."""
    console.print(Panel(_marked(text, mentions), box=box.ROUNDED, padding=(1, 2), border_style="bright_black"))
    console.print(Padding(_legend(mentions), (0, 2)))
    if mentions:
        console.print(_table(mentions))


def _style(mention: Mention) -> str:
    colour = _COLOURS[mention.kind]
    return f"bold {colour}" if mention.is_quantity else colour


def _marked(text: str, mentions: Sequence[Mention]) -> Text:
    """The text: phrases underlined, surfaces in colour, each with its number in the table behind it."""
    marked = Text()
    done = 0
    for number, mention in enumerate(mentions, start=1):
        if mention.char_start < done:
            continue
        phrase_start = max(done, min(mention.phrase_start, mention.char_start))
        marked.append(text[done:phrase_start])
        marked.append(text[phrase_start : mention.char_start], style=f"underline {_COLOURS[mention.kind]}")
        marked.append(text[mention.char_start : mention.char_end], style=f"{_style(mention)} reverse")
        marked.append(str(number).translate(_RAISED), style=f"dim {_COLOURS[mention.kind]}")
        done = mention.char_end
        rest_end = _phrase_rest(mention, mentions[number:])
        marked.append(text[done:rest_end], style=f"underline {_COLOURS[mention.kind]}")
        done = rest_end
    marked.append(text[done:])
    return marked


def _phrase_rest(mention: Mention, later: Sequence[Mention]) -> int:
    """Where the phrase of `mention` ends, at the latest in front of the next mention's."""
    end = max(mention.phrase_end, mention.char_end)
    if later:
        following = later[0]
        end = min(end, max(mention.char_end, min(following.phrase_start, following.char_start)))
    return end


def _legend(mentions: Sequence[Mention]) -> Text:
    """How many mentions of each kind there are, in their colours."""
    counts: Counter[str] = Counter(mention.kind for mention in mentions)
    legend = Text()
    for kind, colour in _COLOURS.items():
        if counts[kind]:
            legend.append(f" {kind} ", style=f"reverse {colour}")
            legend.append(f" {counts[kind]}   ", style=colour)
    return legend if counts else Text("No numbers in this text.", style="dim")


def _table(mentions: Sequence[Mention]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, header_style="dim", pad_edge=False, expand=True)
    table.add_column("", justify="right", style="dim", no_wrap=True)
    table.add_column("number", justify="right", no_wrap=True)
    for name in ("of what", "what happened", "who says so", "kind"):
        table.add_column(name, overflow="fold")
    for number, mention in enumerate(mentions, start=1):
        table.add_row(
            str(number),
            Text(_reading(mention), style=_style(mention)),
            _object(mention),
            _event(mention),
            _claimant(mention),
            Text(mention.kind, style=_COLOURS[mention.kind]),
        )
    return table


def _amount(value: Decimal) -> str:
    """A value for people: grouped, without a tail of zeros, in powers of ten where it is very long."""
    if value and not -15 < value.adjusted() < 18:
        return f"{value:.4E}"
    if value == value.to_integral_value():
        return f"{value.to_integral_value():,f}"
    rounded = round(value, 6)
    return f"{rounded.normalize() if rounded else value:,f}"


def _reading(mention: Mention) -> str:
    """ "> 800", "~ 200,000-300,000", "≥ 24", "2016-08-01" """
    if mention.kind == "time" and not mention.is_quantity:
        return mention.timex_value or mention.surface
    approximate = "~ " if mention.approximate else ""
    if mention.comparator == "range" and mention.value_min is not None and mention.value_max is not None:
        body = f"{_amount(mention.value_min)}–{_amount(mention.value_max)}"
    elif mention.value is not None:
        body = _SIGNS.get(mention.comparator, "") + _amount(mention.value)
    elif mention.value_min is not None:
        body = f"≥ {_amount(mention.value_min)}"
    else:
        return mention.surface
    return approximate + body


def _object(mention: Mention) -> Text:
    """The unit and the counted noun, with "per ..." and the whole that it is a part of."""
    unit = "%" if mention.unit == "percent" else mention.currency or mention.unit
    described = Text(" ".join(filter(None, [unit, mention.per and f"per {mention.per}"])))
    if mention.noun:
        described.append(" · " if described else "")
        described.append(mention.noun, style="italic dim" if mention.noun_elided else "italic")
    if mention.part_of is not None:
        described.append(f" (of {mention.part_of + 1})", style="dim")
    return described


def _event(mention: Mention) -> Text:
    if mention.event_trigger is None:
        return Text("")
    event = Text(_EVENTS.get(mention.modality, "") + mention.event_trigger)
    if mention.event_type:
        event.append(f" {mention.event_type}", style="bold red")
    return event


def _claimant(mention: Mention) -> Text:
    if mention.attribution == "outlet":
        return Text("")
    claimant = Text(mention.attributed_to or "?", style="" if mention.attributed_to else "dim")
    if mention.quoted:
        claimant.append(" ”", style="dim")
    return claimant
