"""The article that the project grew from, as it came: its rows."""

import shutil
from pathlib import Path

from sqlalchemy import text

from tests.run.conftest import Source, engine, run


def test_the_seed_article(shared: Path, sources: Source, tmp_path: Path) -> None:
    folder = tmp_path / "seed"
    folder.mkdir()
    shutil.copy(shared / "seed" / "article.txt", folder)
    sources("seed", folder)
    assert run("2016-08-01")["pages"] == 0
    assert run("2016-08-02")["new"] == 1
    with engine().connect() as connection:
        revision = connection.execute(text("select * from core.article_revision")).mappings().one()
        authors = connection.execute(text("select author_name, author_kind from core.byline"))
        claims = connection.execute(
            text("select surface, value, comparator, noun_head, event_type from core.number_mention where is_quantity")
        ).mappings()
        found = {row["surface"]: row for row in claims}
        assert [tuple(row) for row in authors] == [("Alex Lantier", "person")]
    assert revision["headline"] == "Russian helicopter shot down in Syria as battle rages over Aleppo"
    assert (str(revision["published_day"]), revision["published_precision"]) == ("2016-08-02", "day")
    assert "embattled Islamist forces in the area" in revision["body"]
    assert "wsws.org" not in revision["body"]
    assert "Alex Lantier" not in revision["body"]
    assert revision["body"].startswith("Five Russian servicemen")
    assert (found["400,000"]["value"], found["200"]["comparator"]) == (400_000, ">")
    assert (found["200"]["noun_head"], found["200"]["event_type"]) == ("civilian", "KILL")
    assert (found["42"]["value"], found["42"]["event_type"]) == (42, "KILL")
    assert (found["98"]["noun_head"], found["98"]["event_type"]) == ("civilian", "WOUND")
