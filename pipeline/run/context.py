"""What every step of a run needs: the warehouse, the sources, the folder of the run's batches."""

from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache
from uuid import UUID

from sqlalchemy import Engine

from pipeline import models
from pipeline.adapters import postgres, raw_store
from pipeline.errors import Terminal
from pipeline.settings import settings
from pipeline.sources import SourceConfig, load_sources


@cache
def warehouse() -> Engine:
    """The warehouse, with its tables as the newest migration leaves them; one engine a process."""
    url = postgres.database_url()
    models.migrate(url)
    return models.warehouse_engine(url)


@cache
def configured_sources() -> dict[str, SourceConfig]:
    """Every source by name."""
    return load_sources(settings().sources)


def chosen_sources(names: Sequence[str] | None) -> list[SourceConfig]:
    """The sources that are named, or all that are on; raises `Terminal` with the near miss for an unknown name."""
    known = configured_sources()
    if not names:
        return [source for source in known.values() if source.enabled]
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; there are: {', '.join(sorted(known)) or 'none'}"
            raise Terminal(f"no source is called {name!r}{hint}")
    return [known[name] for name in dict.fromkeys(names)]


def work_folder(run_id: UUID, *parts: str) -> str:
    """Where the batches of a run lie while it runs."""
    return raw_store.join(settings().raw_store, "work", str(run_id), *parts)
