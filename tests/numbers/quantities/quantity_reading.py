"""How a mention is written in the corpus: ">800 militant", "~[200000..300000] people", "5 USD /share fine"."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from pipeline.numbers import Mention

CORPUS = Path(__file__).parent / "corpus"
SHARES = {"percent": "%", "percentage point": "pp"}


class Example(NamedTuple):
    """A line of a corpus file: what a text must be read as."""

    readings: tuple[str, ...]
    text: str


def examples(name: str) -> Iterator[Example]:
    """The examples of a corpus file: "reading; reading <- text"; "-" for none."""
    for line in (CORPUS / f"{name}.txt").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            readings, text = line.split(" <- ", 1)
            yield Example(tuple(r.strip() for r in readings.split(";") if r.strip() not in ("", "-")), text)


def plain(value: Decimal | None) -> str:
    """A value without exponent and without zeros at its end, to six digits."""
    if value is None:
        return ""
    if value.adjusted() > 20 or value.adjusted() < -9:
        return f"{value.normalize():E}"
    text = f"{round(value, 6):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def reading(mention: Mention) -> str:
    """A quantity as the corpus writes it."""
    if mention.value is None:
        number = f"[{plain(mention.value_min)}..{plain(mention.value_max)}]"
    else:
        number = (mention.comparator if mention.comparator != "=" else "") + plain(mention.value)
    unit = SHARES.get(mention.unit or "", mention.currency or mention.unit or "")
    per = f"/{mention.per}" if mention.per else ""
    kind = {"ratio": "ratio", "age": "age", "time": "time"}.get(mention.kind, "")
    hedge = ("~" if mention.approximate else "") + {"below": "-", "above": "+", None: ""}[mention.side]
    words = [hedge + number, unit, per, kind, mention.noun_head or "", "(elided)" if mention.noun_elided else ""]
    return " ".join(filter(None, words))


def quantities(mentions: tuple[Mention, ...]) -> list[str]:
    """The readings of the quantities among mentions."""
    return [reading(mention) for mention in mentions if mention.is_quantity]
