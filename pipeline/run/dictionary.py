"""Writes docs/dictionary.md from the comments in the warehouse: `python -m pipeline.run.dictionary`."""

from itertools import groupby

from sqlalchemy import Engine, text

from pipeline.models import reachable
from pipeline.publish import publish
from pipeline.settings import PROJECT

FILE = PROJECT / "docs" / "dictionary.md"
SCHEMAS = {
    "marts": "What analysts query. Views: they follow the tables at once. The role `dateline_reader` may read them.",
    "core": "What was read from the pages. `dateline_reader` may read it.",
    "ops": "What the runs did and what they refused.",
}
HEAD = """# The data dictionary

Written by `make dictionary` from the comments in the warehouse; change it there (`pipeline/models/`,
`pipeline/views/`).

- Instants are `timestamp with time zone`, in UTC. What a page says less precisely is an interval (`_start`, `_end`,
  exclusive), with its text as written and its precision beside it.
- Amounts are `numeric`: exact, as said, never converted. Mentions overlap: do not sum them.
- Null means not known. Nothing is guessed.
"""
TABLE = "\n| column | type | meaning |\n|---|---|---|\n"
COLUMNS = """
select n.nspname, c.relname, obj_description(c.oid) as about, a.attname,
    format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as filled, col_description(c.oid, a.attnum) as meaning,
    exists (select from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'p' and a.attnum = any(k.conkey)) as in_key
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where n.nspname = any(:schemas) and c.relkind in ('r', 'v', 'm') and c.relname not like 'alembic%'
order by array_position(:schemas, n.nspname), c.relname collate "C", a.attnum
"""


def dictionary(engine: Engine) -> str:
    """The dictionary of a warehouse that is migrated and published, as Markdown."""
    with reachable(engine), engine.connect() as connection:
        rows = connection.execute(text(COLUMNS), {"schemas": list(SCHEMAS)}).all()
    parts = [HEAD]
    for schema, of_schema in groupby(rows, key=lambda row: row.nspname):
        parts.append(f"\n## {schema}\n\n{SCHEMAS[schema]}\n")
        for name, of_table in groupby(of_schema, key=lambda row: row.relname):
            columns = list(of_table)
            parts.append(f"\n### {schema}.{name}\n\n{_sentence(columns[0].about)}\n{TABLE}")
            parts += [_line(*row[3:]) for row in columns]
    return "".join(parts)


def main() -> None:
    """Writes docs/dictionary.md."""
    from pipeline.run.context import warehouse

    publish(warehouse())
    FILE.write_text(dictionary(warehouse()), encoding="utf-8")
    print(f"wrote {FILE}")


def _sentence(words: str) -> str:
    words = _escaped(words)
    return words if words.endswith(".") else f"{words}."


def _line(name: str, kind: str, filled: bool, meaning: str, in_key: bool) -> str:
    marks = " (key)" if in_key else " (never null)" if filled else ""
    kind = kind.replace("timestamp with time zone", "timestamptz")
    return f"| {name} | {kind} | {_escaped(meaning)}{marks} |\n"


def _escaped(words: str) -> str:
    return words.replace("<", "&lt;").replace("|", "&#124;")


if __name__ == "__main__":
    main()
