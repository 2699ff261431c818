"""`dateline numbers`: texts in, the numbers and times in them out."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer


def numbers(
    file: Annotated[Path | None, typer.Argument(help="JSON Lines, or a text; standard input unless given")] = None,
    published: Annotated[str | None, typer.Option(help="Publication date of a plain text, YYYY-MM-DD")] = None,
    language: Annotated[str | None, typer.Option(help="ISO 639-1 code of a plain text")] = "en",
    country: Annotated[str | None, typer.Option(help="ISO 3166-1 code of a plain text's publisher")] = None,
) -> None:
    """Find the numbers: JSON Lines ({"id", "text", "published", "language", "country"}) in, JSON Lines out.

    A text file is shown with its mentions marked and a table beneath when standard output is a terminal.
    """
    from pipeline.cli.output import mention_json, write_line
    from pipeline.numbers import find_mentions

    content = _content(file)
    if _is_json_lines(content):
        rows = _rows(content)
    elif sys.stdout.isatty():
        _show(content, language, country, _day(published, "--published"))
        return
    else:
        rows = iter([_row(file, content, published, language, country)])
    for row in rows:
        mentions = find_mentions(
            row["text"],
            language=row.get("language"),
            country=row.get("country"),
            published=_day(row.get("published"), f"published of {row.get('id')!r}"),
        )
        write_line({"id": row.get("id"), "mentions": [mention_json(mention) for mention in mentions]}, sys.stdout)


def _row(
    file: Path | None, text: str, published: str | None, language: str | None, country: str | None
) -> dict[str, Any]:
    name = file.name if file else None
    return {"id": name, "text": text, "published": published, "language": language, "country": country}


def _content(file: Path | None) -> str:
    from pipeline.errors import Terminal

    if file is None:
        return sys.stdin.read()
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise Terminal(f"no file at {file}") from error
    except UnicodeDecodeError as error:
        raise Terminal(f"{file} is not UTF-8 ({error.reason} at byte {error.start}): convert it first") from error


def _is_json_lines(content: str) -> bool:
    first = content.lstrip().partition("\n")[0]
    try:
        return isinstance(json.loads(first), dict)
    except ValueError:
        return False


def _rows(content: str) -> Iterator[dict[str, Any]]:
    from pipeline.errors import Terminal

    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise Terminal(f"line {number} is not JSON: {error}") from error
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            raise Terminal(f'line {number}: each line is an object with at least "text", a string')
        yield row


def _day(value: str | None, where: str) -> date | None:
    from pipeline.errors import Terminal

    if not value:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError as error:
        raise Terminal(f"{where}: {value!r} is not a date such as 2016-08-02") from error


def _show(content: str, language: str | None, country: str | None, published: date | None) -> None:
    from rich.console import Console

    from pipeline.cli.show_numbers import show_mentions
    from pipeline.numbers import find_mentions

    mentions = find_mentions(content, language=language, country=country, published=published)
    show_mentions(content, mentions, Console())
