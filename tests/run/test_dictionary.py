"""The dictionary in docs/ is the one that the warehouse's comments give."""

from sqlalchemy import Engine

from pipeline.models import Base
from pipeline.publish import publish, views
from pipeline.run.dictionary import FILE, dictionary


def test_the_dictionary_is_current(warehouse: Engine) -> None:
    publish(warehouse)
    assert FILE.read_text(encoding="utf-8") == dictionary(warehouse), "run `make dictionary`"


def test_the_dictionary_has_every_table_and_view() -> None:
    headings = {line[4:] for line in FILE.read_text(encoding="utf-8").splitlines() if line.startswith("### ")}
    assert headings == {table.fullname for table in Base.metadata.sorted_tables} | {
        f"marts.{view.name}" for view in views()
    }
