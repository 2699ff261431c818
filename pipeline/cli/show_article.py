"""One article for a person: `dateline read --pretty`."""

from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from pipeline.articles import NormalizedArticle
from pipeline.cli.show_numbers import show_mentions


def show_article(article: NormalizedArticle, console: Console) -> None:
    """Headline, who, when and where from, then the text with its numbers marked."""
    facts = Table.grid(padding=(0, 2))
    for name, value in _facts(article):
        if value:
            facts.add_row(Text(name, style="dim"), Text(value))
    title = Text(article.title or "(no headline)", style="bold")
    console.print(Panel(facts, title=title, title_align="left", subtitle=article.page.raw.record_id))
    if article.rejected:
        console.print(Text(f"rejected: {article.rejected.reason}: {article.rejected.detail}", style="red"))
    if article.text:
        mentions = tuple(mention for mention in article.mentions if mention.part != "headline")
        show_mentions(article.text, mentions, console)


def _facts(article: NormalizedArticle) -> list[tuple[str, str | None]]:
    authors = ", ".join(
        " ".join(filter(None, (author.name, author.role and f"({author.role})"))) for author in article.authors
    )
    published = f"{article.published.text} (from {article.published_from})" if article.published else None
    return [
        ("address", article.canonical_url),
        ("publisher", article.publisher),
        ("authors", authors),
        ("byline", article.byline),
        ("published", published),
        ("modified", article.modified.text if article.modified else None),
        ("dateline", article.dateline.text if article.dateline else None),
        ("section", article.section),
        ("genre", article.genre),
        ("language", article.language),
    ]
