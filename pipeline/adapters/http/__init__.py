"""The client that talks to live sites. `dateline[fetch]` brings what it needs."""

from pipeline.adapters import raw_store
from pipeline.adapters.http.addresses import networks
from pipeline.adapters.http.client import Fetcher
from pipeline.adapters.http.errors import CLASSES, FetchError, FetchRejected, FetchTransient
from pipeline.adapters.http.hosts import Turns
from pipeline.adapters.http.limits import Limits
from pipeline.adapters.http.listings import Listings
from pipeline.adapters.http.types import Attempt, Errand, Purpose, Response, Tell, Validators
from pipeline.settings import settings

__all__ = [
    "CLASSES",
    "Attempt",
    "Errand",
    "FetchError",
    "FetchRejected",
    "FetchTransient",
    "Fetcher",
    "Limits",
    "Listings",
    "Purpose",
    "Response",
    "Tell",
    "Turns",
    "Validators",
    "configured",
]


def configured(*, turns: Turns | None = None, limits: Limits | None = None, tell: Tell | None = None) -> Fetcher:
    """A fetcher as the settings say; raises `Terminal` without DATELINE_CONTACT."""
    chosen = settings()
    return Fetcher(
        chosen.contact,
        allowed=networks(chosen.allow_private.replace(",", " ").split()),
        hosts=chosen.fetch_hosts,
        delay_s=chosen.fetch_delay_s,
        limits=limits,
        ca_file=chosen.ca_file,
        listings=Listings(raw_store.join(chosen.raw_store, "listings")),
        turns=turns,
        tell=tell,
    )
