"""The three cores together, told what a source knows of the publisher."""

from datetime import UTC, datetime

from pipeline.articles import FetchedPage, RawRef
from pipeline.extract import extract
from pipeline.normalize import normalize
from tests.builders import a_source

PAGE = b"""<html lang="en"><head><title>Ferry fire</title>
<meta property="article:published_time" content="2026-03-09T23:30:00Z"><meta name="first_online" content="2026-03-01">
<meta name="author" content="Jane Doe"></head><body><article><h1>Ferry fire</h1><p>By Ana Lopez</p>
<p>At least 12 people were killed on Monday when a ferry caught fire off the northern coast, the ministry said.</p>
<p>The ferry had left the harbour with more than 300 people on board, and the fire broke out an hour later.</p>
</article></body></html>"""


def test_a_source_overrules_the_ranking() -> None:
    url = "https://www.northern-post.example/2026/03/10/ferry"
    page = FetchedPage(
        "test", RawRef("a", "a"), url, datetime(2026, 4, 1, tzinfo=UTC), 200, "text/html", None, PAGE, ""
    )
    prefer = {"published": ["address"], "byline": ["meta: author"]}
    told = a_source(sites={"northern-post.example": {"prefer": prefer}})
    found = []
    for source in (a_source(), told):
        extracted = extract(page, source)
        article = normalize(extracted, source.site(extracted.site), "1")
        found.append((article.published and article.published.text, [author.name for author in article.authors]))
    assert found == [("2026-03-09T23:30:00+00:00", ["Ana Lopez"]), ("2026-03-10", ["Jane Doe"])]
