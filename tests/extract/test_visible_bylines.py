"""Names on a page that nothing marks as a byline, and names in its tags that nobody can see."""

from datetime import UTC, datetime

import pytest

from pipeline.articles import ExtractedArticle, FetchedPage, RawRef
from pipeline.bylines import choose_authors
from pipeline.extract import extract
from pipeline.sources import SourceConfig

SOURCE = SourceConfig.model_validate({"name": "s", "title": "S", "discover": [{"kind": "archive", "location": "."}]})
TEXT = (
    "<p>" + "The harbour of the small town was closed for three days after the storm had torn its gates. " * 6 + "</p>"
)


def read(head: str, under: str = "", after: str = "") -> ExtractedArticle:
    """A page with a headline, a line under it, a story and what follows the story."""
    html = f"""<html lang="en"><head><title>Storm closes harbour</title>{head}</head><body><article>
        <h1>Storm closes harbour of Anna Maria</h1><div>{under}</div>{TEXT * 3}{after}</article></body></html>"""
    ref = RawRef("pages", "page.html")
    when = datetime(2026, 3, 1, tzinfo=UTC)
    page = FetchedPage("s", ref, "https://paper.example/storm", when, 200, "text/html", "utf-8", html.encode(), "")
    return extract(page, SOURCE)


def names(article: ExtractedArticle) -> list[str]:
    choice = choose_authors(article.bylines, language=article.language, publisher=article.publisher)
    return [author.name for author in choice.authors]


@pytest.mark.parametrize(
    "line", ["11.12.2019 - Amelie Lowe", "11 December 2019 | Amelie Lowe", "Amelie Lowe, 11.12.2019", "Amelie Lowe"]
)
def test_a_full_name_beside_the_date_or_alone_under_the_headline_is_a_byline(line: str) -> None:
    assert names(read("", line)) == ["Amelie Lowe"]


@pytest.mark.parametrize("line", ["Anna Maria", "© Amelie Lowe", "Old Harbour", "Amelie Lowe rescued", "11.12.2019"])
def test_a_name_of_the_headline_or_a_credit_or_a_sentence_is_none(line: str) -> None:
    assert names(read("", line)) == []


def test_the_last_line_of_a_text_may_sign_it() -> None:
    assert names(read("", "", "<p>(Stefan Lowe)</p>")) == ["Stefan Lowe"]
    assert names(read("", "", "<p>The end of Anna Maria</p>")) == []


def test_a_name_in_a_tag_says_whether_a_reader_can_see_it() -> None:
    tag = '<meta name="author" content="{}">'
    hidden = read(tag.format("Site Builder"), "By Jane Doe")
    shown = read(tag.format("Jane Doe"), "By JANE DOE")
    assert [byline.seen for byline in hidden.bylines if byline.origin == "meta"] == [False]
    assert [byline.seen for byline in shown.bylines if byline.origin == "meta"] == [True]
    assert names(hidden) == names(shown) == ["Jane Doe"]


def test_a_name_that_stands_only_in_a_script_is_not_seen() -> None:
    node = '{"@type": "BlogPosting", "headline": "Storm closes harbour", "author": "Eva Maker"}'
    article = read(f'<script type="application/ld+json">{node}</script>')
    assert [byline.seen for byline in article.bylines if byline.origin == "json-ld"] == [False]
    assert names(article) == []
