"""Pages for tests: what a fetch would hand over."""

from datetime import UTC, datetime
from hashlib import sha256

from pipeline.articles import ExtractedArticle, FetchedPage, RawRef, Refusal
from pipeline.extract import extract
from pipeline.sources import SourceConfig

SOURCE = SourceConfig.model_validate(
    {"name": "test", "title": "Test", "discover": [{"kind": "archive", "location": "pages"}]}
)


def fetched(
    body: bytes | str,
    *,
    url: str | None = "https://www.rivertown-post.example/flood",
    media_type: str = "text/html",
    status: int | None = 200,
    charset: str | None = None,
    refusal: Refusal | None = None,
    headers: tuple[tuple[str, str], ...] = (),
    last_modified: str | None = None,
) -> FetchedPage:
    """A page as captured on 2026-11-01."""
    content = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
    return FetchedPage(
        source="test",
        raw=RawRef("pages", "page.html"),
        url=url,
        captured_at=datetime(2026, 11, 1, tzinfo=UTC),
        status=status,
        media_type=media_type,
        charset=charset,
        body=content,
        page_hash=sha256(content).hexdigest(),
        refusal=refusal,
        headers=headers,
        last_modified=last_modified,
    )


def read(body: bytes | str, **values: object) -> ExtractedArticle:
    """What extraction makes of a page."""
    return extract(fetched(body, **values), SOURCE)  # type: ignore[arg-type]  # keywords of `fetched`
