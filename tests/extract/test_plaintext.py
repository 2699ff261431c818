"""Plain text and Markdown articles."""

from pathlib import Path

from pipeline.extract.plaintext import plain, read_plain
from pipeline.normalize import choose_dates
from tests.extract.made import SOURCE, read

ARTICLE = """# River cuts off *lower* town #

By Jane Doe
2 August 2016

The river rose by two metres overnight and cut off the lower

town, the fire brigade said. "We saw it coming," said [the mayor](https://x.example/m).

Trains were not running; a bus was to re-
place them from noon.

> The dam **held**.

---

Contact the newsroom: news@rivertown-post.example

[rivertown-post.example/contact](http://rivertown-post.example/contact)
"""


def test_an_article_is_taken_apart() -> None:
    article = read_plain(ARTICLE)
    assert article.title == "River cuts off lower town"
    assert article.head == ("By Jane Doe", "2 August 2016")
    assert article.text.split("\n") == [
        "The river rose by two metres overnight and cut off the lower town, the fire brigade said. "
        '"We saw it coming," said the mayor.',
        "Trains were not running; a bus was to replace them from noon.",
        "The dam held.",
    ]


def test_a_headline_without_a_mark() -> None:
    article = read_plain("River cuts off lower town\n\nThe river rose overnight. The bridge is shut.\n")
    assert (article.title, article.head) == ("River cuts off lower town", ())
    assert article.text == "The river rose overnight. The bridge is shut."
    assert read_plain("River cuts off lower town\n====\n\nThe river rose.").title == "River cuts off lower town"


def test_a_story_that_ends_with_a_question_about_contacts_keeps_its_end() -> None:
    story = (
        "The town has no telephone.\n\nWhom should people contact? Nobody knows, and nobody at the town hall would say."
    )
    assert read_plain("Flood\n\n" + story).text.endswith("would say.")


def test_two_paragraphs_stay_two() -> None:
    assert read_plain("T\n\nOne sentence.\n\nAnother one.").text == "One sentence.\nAnother one."


def test_marks_that_are_none_stay() -> None:
    assert plain("2*3*4 and snake_case_name") == "2*3*4 and snake_case_name"


def test_nothing_is_an_article_without_text() -> None:
    article = read("# Headline only\n", media_type="text/markdown", url=None)
    assert article.rejected is not None
    assert (article.rejected.reason, article.title) == ("empty", "Headline only")


def test_the_seed_article(shared: Path) -> None:
    article = read((shared / "seed" / "article.txt").read_bytes(), media_type="text/plain", url=None)
    assert article.title == "Russian helicopter shot down in Syria as battle rages over Aleppo"
    assert [line.names for line in article.bylines] == [("Alex Lantier",), ("2 August 2016",)]
    published = choose_dates(article, SOURCE.site(None)).published
    assert published is not None
    assert (published.text, published.precision) == ("2016-08-02", "day")
    paragraphs = article.text.split("\n")
    assert len(paragraphs) == 21
    assert all(paragraph.rstrip("\"'").endswith(".") for paragraph in paragraphs)
    assert "*" not in article.text
    assert paragraphs[-1].endswith("military collision with Russia.")
