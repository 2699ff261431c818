"""`dateline sources`: what is configured."""


def sources() -> None:
    """List the sources: where their pages come from, and whether they are on."""
    from rich.console import Console
    from rich.table import Table

    from pipeline.settings import settings
    from pipeline.sources import load_sources

    table = Table("source", "on", "kind", "window by", "location", "title")
    for source in load_sources(settings().sources).values():
        for strategy in source.discover:
            table.add_row(
                source.name,
                "yes" if source.enabled else "no",
                strategy.kind,
                getattr(strategy, "window_by", "published"),
                getattr(strategy, "location", None) or getattr(strategy, "url", None) or "robots.txt",
                source.title,
            )
    Console().print(table)
