"""Golden pages: one for each kind of error that readers of metadata make."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.articles import ExtractedArticle
from pipeline.dates import DateChoice
from pipeline.normalize import choose_dates
from tests.extract.made import SOURCE, read

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))


def test_every_page_has_its_answers() -> None:
    assert sorted(path.stem for path in PAGES.glob("*.yml")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_page(name: str) -> None:
    expected = yaml.safe_load((PAGES / f"{name}.yml").read_text(encoding="utf-8"))
    expected.pop("story")
    article = read((PAGES / f"{name}.html").read_bytes(), url=expected.pop("url"))
    dates = choose_dates(article, SOURCE.site(article.site))
    _hold_apart(article, expected)
    assert {key: _found(key, article, dates) for key in expected} == expected


def _hold_apart(article: ExtractedArticle, expected: dict[str, Any]) -> None:
    """What belongs to other stories is not even a candidate."""
    names = " ".join(name for byline in article.bylines for name in byline.names)
    assert not [word for word in expected.pop("never_byline", ()) if word in names]
    written = " ".join(date.raw for date in article.dates)
    assert not [word for word in expected.pop("never_date", ()) if word in written]
    assert expected.pop("contains", "") in article.text


def _found(key: str, article: ExtractedArticle, dates: DateChoice) -> object:
    if key in {"published", "modified"}:
        moment = getattr(dates, key)
        return moment.text if moment else None
    if key == "published_from":
        return dates.published_from
    if key == "rejected":
        return article.rejected.reason if article.rejected else None
    if key == "bylines":
        tags = {"json-ld", "meta", "rel-author", "itemprop"}
        return [f"{line.origin}: {' | '.join(line.names)}" for line in article.bylines if line.origin in tags]
    value = getattr(article, key)
    return list(value) if isinstance(value, tuple) else value
