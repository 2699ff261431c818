"""How often numbers, times, events and claimants are read as people annotated them.

`python -m tests.numbers.measure` prints it for the annotated news that may lie beside the checkout, for pages of the
corpus there that were annotated for this project (`news/`), and for the invented articles of `fresh/`; further files in
the form of those answers may be named. The scorers beside the answers compare.
"""

import gzip
import importlib
import json
import math
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.cli.output import mention_json, write_line
from pipeline.numbers import find_mentions
from tests.extract.made import read as read_page

SHARED = Path(__file__).resolve().parents[3] / "shared" / "numbers"
FRESH = Path(__file__).parent / "fresh" / "articles.jsonl"
DENSE, *PLAIN, BLIND = (
    FRESH.with_name(f"{name}.jsonl")
    for name in ("dense_reports", "plain_reports_1", "plain_reports_2", "plain_reports_3", "blind_reports")
)
NEWS = Path(__file__).parent / "news"
ANNOTATED = {
    "news": (SHARED / "seed.jsonl", SHARED / "claims_dev.jsonl"),
    "news pages, learned from": (NEWS / "learned.jsonl",),
    "news pages, seen since": (NEWS / "seen.jsonl",),
    "news pages, held out": (NEWS / "held_out.jsonl",),
    "invented articles": (FRESH,),
    "dense reports, learned from": (DENSE,),
    "plain reports, learned from": tuple(PLAIN),
    "plain reports, blind": (BLIND,),
}
FIELDS = ("value", "bound", "unit", "noun", "state", "claimant")
TOGETHER = {
    "value and bound": FIELDS[:2],
    "value, bound, unit and noun": FIELDS[:4],
    "the whole row: also what happened and who says so": FIELDS,
}

Row = dict[str, Any]


def result(gold: Path) -> dict[str, float]:
    """Every figure of score_claims.py on a file of answers, in percent (F1 where it gives one)."""
    return _one_each(_scored(gold))


def _scored(gold: Path) -> dict[str, Any]:
    figures: dict[str, Any] = _scorer().score(_answers(gold), _read(gold))[0]
    return figures


def sentences_result() -> dict[str, Any]:
    """Every figure of score.py on the single sentences of NewsQuant."""
    gold = SHARED / "newsquant_dev.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        found, taken = Path(folder) / "mentions.jsonl", Path(folder) / "preds.jsonl"
        with found.open("w", encoding="utf-8") as out:
            for row in _read(gold).values():
                write_line(row, out)
        _run(SHARED / "to_preds.py", found, taken)
        printed = _run(SHARED / "score.py", gold, taken, "--match", "value")
    return _one_each(json.loads(printed.splitlines()[0]))


def _one_each(figures: dict[str, Any]) -> dict[str, Any]:
    """F1 of the figures that have three."""
    return {name: figure["F1"] if isinstance(figure, dict) else figure for name, figure in figures.items()}


def agreement(gold: Path, other: Path) -> dict[str, float]:
    """The figures of a second annotator where the first one's answers are the truth; of texts that both annotated."""
    answers, second = _answers(gold), _answers(other)
    read = {key: {"mentions": [_as_mention(entry) for entry in row["gold"]]} for key, row in second.items()}
    return _one_each(_scorer().score({key: answers[key] for key in second}, read)[0])


def _as_mention(entry: Row) -> Row:
    """An answer in the form of our output, so that the scorer reads it back as it is."""
    bound = entry.get("bound") or "="
    return {
        **{name: entry.get(name) for name in ("kind", "subkind", "unit", "noun", "noun_head", "quoted", "value")},
        "char_start": entry["start"],
        "char_end": entry["end"],
        "comparator": "=" if bound == "~" else bound,
        "approximate": bound == "~",
        "value_min": entry.get("low"),
        "value_max": entry.get("high"),
        "event_trigger": entry.get("state"),
        "attributed_to": entry.get("attribution"),
        "timex_value": entry.get("iso"),
    }


def right(files: Sequence[Path]) -> Counter[str]:
    """How many quantities have each field right, and several together; `n` is how many there are."""
    counts: Counter[str] = Counter()
    for gold in files:
        found = _read(gold)
        for key, row in _answers(gold).items():
            counts += _right_in(row["gold"], found[key]["mentions"])
    return counts


def either_way(gold: Path) -> str:
    """F1, precision and recall of events where an answer that allows both a trigger and none is right either way.

    The scorer takes only the first of the two; the later annotators left open what a mere frame of time tells.
    """
    scorer, found = _scorer(), _read(gold)
    told = claimed = hits = left_open = 0
    for key, row in _answers(gold).items():
        answers = [entry for entry in row["gold"] if scorer.is_quantity(entry)]
        read = [mention for mention in map(scorer.plain, found[key]["mentions"]) if scorer.is_quantity(mention)]
        told += sum(bool(entry.get("state")) for entry in answers)
        left_open += sum(bool(entry.get("state_open" if entry.get("state") else "state_alt")) for entry in answers)
        claimed += sum(bool(mention["state"]) for mention in read)
        for entry, mention in scorer.overlap_pairs(answers, read):
            main, others = entry.get("state"), scorer.as_list(entry.get("state_alt"))
            hit = bool(mention["state"]) and scorer.same_trigger([main, *others] if main else others, mention["state"])
            hits += hit
            told += (hit and not main) - bool(main and entry.get("state_open") and not mention["state"])
    figure = f"{200 * hits / (told + claimed):.1f} (P {100 * hits / claimed:.1f}, R {100 * hits / told:.1f})"
    return f"{figure}, {left_open} left open"


def _right_in(gold: list[Row], mentions: list[Row]) -> Counter[str]:
    scorer = _scorer()
    told = [entry for entry in gold if scorer.is_quantity(entry)]
    read = [mention for mention in map(scorer.plain, mentions) if scorer.is_quantity(mention)]
    counts = Counter({"n": len(told)})
    for entry, mention in scorer.overlap_pairs(told, read):
        fields = {name for name, holds in _fields_right(entry, mention).items() if holds}
        counts.update(fields)
        counts.update(name for name, together in TOGETHER.items() if fields.issuperset(together))
    return counts


def _fields_right(gold: Row, read: Row) -> dict[str, bool]:
    """Whether each field of a quantity is one of the readings that its answer allows."""
    scorer = _scorer()
    states, claimants = _allowed(gold, "state"), _allowed(gold, "attribution")
    nouns = [gold.get("noun_head") or gold.get("noun"), *scorer.as_list(gold.get("noun_alt"))]
    return {
        "value": scorer.same_number(gold, read),
        "bound": read["bound"] in [gold.get("bound") or "=", *scorer.as_list(gold.get("bound_alt"))],
        "unit": scorer.same_unit(gold, read),
        "noun": scorer.head(read["noun_head"] or read["noun"]) in [scorer.head(noun) for noun in nouns],
        "state": scorer.same_trigger(states, read["state"])
        if states and read["state"]
        else not (states or read["state"]),
        "claimant": scorer.same_name(claimants, read["claimant"]) if claimants else not read["claimant"],
    }


def _allowed(gold: Row, field: str) -> list[str]:
    return [gold[field], *_scorer().as_list(gold.get(f"{field}_alt"))] if gold.get(field) else []


def interval(hits: int, count: int) -> tuple[float, float]:
    """Wilson's interval at 95 % for a share, in percent."""
    z, share = 1.96, hits / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    return 100 * (middle - half), 100 * (middle + half)


@cache
def _answers(gold: Path) -> dict[str, Row]:
    """The rows of a file of answers by id and beginning; one without a text is about a page of the corpus."""
    read = map(json.loads, gold.read_text("utf-8").splitlines())
    rows = {f"{row['id']}@{row['from']}" if "from" in row else row["id"]: row for row in read}
    return {key: row if "text" in row else {**row, "text": _text(row)} for key, row in rows.items()}


def _text(row: Row) -> str:
    """The stretch (`from` to `chars`) of the body that the corpus gives, or, where the answers have a hash, of what our
    own extraction reads on the page.

    ValueError when that is no longer the text that was annotated.
    """
    answer, stretch = _pages()[row["id"]], slice(row.get("from", 0), row["chars"])
    if "sha256" not in row:
        return str(answer["body"])[stretch]
    page = gzip.decompress((SHARED.parent / "corpus" / "pages" / f"{row['id']}.html.gz").read_bytes())
    text = (read_page(page, url=answer["url"]).text or "")[stretch]
    if sha256(text.encode()).hexdigest() != row["sha256"]:
        raise ValueError(f"{row['id']}: extraction reads another text than was annotated; place its answers anew")
    return text


@cache
def _pages() -> dict[str, Row]:
    with (SHARED.parent / "corpus" / "gold.jsonl").open(encoding="utf-8") as lines:
        return {row["id"]: row for row in map(json.loads, lines)}


def _read(gold: Path) -> dict[str, Row]:
    """What the core reads in the texts of a file of answers, as `dateline numbers` gives it, amounts as floats."""
    found = {}
    for key, row in _answers(gold).items():
        published = date.fromisoformat(row["dct"][:10]) if row.get("dct") else None
        mentions = find_mentions(row["text"], language="en", published=published)
        found[key] = {"id": key, "mentions": [mention_json(mention) for mention in mentions]}
    return found


def _run(*command: object) -> str:
    return subprocess.run([sys.executable, *map(str, command)], check=True, capture_output=True, text=True).stdout


@cache
def _scorer() -> Any:
    """score_claims.py, which imports its neighbours by their bare names."""
    sys.path.insert(0, str(SHARED))
    try:
        return importlib.import_module("score_claims")
    finally:
        sys.path.remove(str(SHARED))


def _shown(figure: Any) -> str:
    return f"{figure['F1']} (P {figure['P']}, R {figure['R']})" if isinstance(figure, dict) else str(figure)


def figures(sets: dict[str, tuple[Path, ...]]) -> Iterator[str]:
    """What is printed: of each set its shares with intervals, then the scorer's figures file by file."""
    for title, files in sets.items():
        counts = right(files)
        yield f"{title}: {counts['n']} quantities in {sum(len(_answers(gold)) for gold in files)} articles"
        for name in (*FIELDS, *TOGETHER):
            low, high = interval(counts[name], counts["n"])
            share = 100 * counts[name] / counts["n"]
            yield f"  {name:<50} {counts[name]:4} right, {share:3.0f} % ({low:.0f}-{high:.0f} %)"
        for gold in files:
            yield f"  {gold.stem}: " + ", ".join(f"{name} {_shown(figure)}" for name, figure in _scored(gold).items())
            yield f"  {gold.stem}, where an event is left open, either way: state {either_way(gold)}"


if __name__ == "__main__":
    named: dict[str, tuple[Path, ...]] = {Path(name).stem: (Path(name),) for name in sys.argv[1:]}
    for line in figures(named or ANNOTATED):
        print(line)
    if not named:
        alike = agreement(NEWS / "seen.jsonl", NEWS / "second_annotator.jsonl")
        print("two annotators of the same pages:", ", ".join(f"{name} {figure}" for name, figure in alike.items()))
        print("single sentences:", ", ".join(f"{name} {figure}" for name, figure in sentences_result().items()))
