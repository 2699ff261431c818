"""Sources: one strict YAML file a publisher or archive, `sources/<country>/<name>.yml`."""

from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, get_args
from zoneinfo import ZoneInfo

import yaml
from pydantic import AfterValidator, Field, ValidationError

from pipeline.bylines import BylineOrigin
from pipeline.dates import Origin
from pipeline.errors import Terminal
from pipeline.strategies import STRATEGIES, Address, Archive, Live, Pattern, Strategy, Strict

__all__ = [
    "Archive",
    "Fetching",
    "Prefer",
    "Recheck",
    "Site",
    "SourceConfig",
    "Thresholds",
    "load_source",
    "load_sources",
]


def _known_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"no IANA time zone is called {value!r}") from error
    return value


Zone = Annotated[str, AfterValidator(_known_zone)]
Country = Annotated[str, Field(pattern="^[A-Z]{2}$")]
Language = Annotated[str, Field(pattern="^[a-z]{2}$")]
Share = Annotated[float, Field(ge=0, le=1)]


def _known_place(value: str) -> str:
    near = get_close_matches(value, _ORIGINS, n=1, cutoff=0.85)
    if not value.strip() or (near and value not in _ORIGINS):
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise ValueError(f"{value!r} is no origin and no locator of a candidate{hint}")
    return value


_ORIGINS = sorted({*get_args(Origin), *get_args(BylineOrigin)})
Place = Annotated[str, AfterValidator(_known_place)]


class Prefer(Strict):
    """Where on a publisher's pages the right date or byline stands, best first, where the ranking is known to err."""

    published: tuple[Place, ...] = ()
    modified: tuple[Place, ...] = ()
    byline: tuple[Place, ...] = ()


class Site(Strict):
    """What is known of one publisher whose pages a source holds; the key is its registrable domain."""

    name: str | None = None
    country: Country | None = None
    language: Language | None = None
    timezone: Zone | None = Field(default=None, description="Zone of its times that are written without an offset")
    prefer: Prefer = Field(default=Prefer(), description="Candidates that go before the ranking")


class Thresholds(Strict):
    """Shares of a source's articles in one run, from `articles` up; critical ones stop the source before it loads."""

    articles: int = Field(50, ge=1)
    undated_warning: Share = 0.2
    undated_critical: Share = 0.5
    empty_warning: Share = 0.1
    empty_critical: Share = 0.5
    rejected_warning: Share = 0.2
    rejected_critical: Share = 0.8


class Recheck(Strict):
    """How often a page is asked for again while it is younger than `until_h` hours, counted from its first fetch."""

    until_h: float = Field(gt=0)
    every_h: float = Field(gt=0)


RECHECKS = (
    Recheck(until_h=3, every_h=0.25),
    Recheck(until_h=24, every_h=3),
    Recheck(until_h=168, every_h=24),
    Recheck(until_h=720, every_h=168),
)


class Fetching(Strict):
    """How a live source is fetched."""

    delay_s: float = Field(1.0, ge=0, le=120, description="Least time between two requests to a host")
    recheck: tuple[Recheck, ...] = Field(RECHECKS, description="When pages are asked for again, by age; [] = never")
    poll_min: int = Field(30, ge=15, le=1440, multiple_of=15, description="Minutes between two polls of news_poll")
    mining_permitted: bool = Field(False, description="A licence permits what the site's TDM reservation reserves")


class SourceConfig(Strict):
    """Where pages come from."""

    name: str = Field(pattern="^[a-z0-9][a-z0-9_-]*$")
    title: str
    enabled: bool = True
    note: str | None = None
    country: Country | None = None
    language: Language | None = None
    timezone: Zone | None = None
    homepage: Address | None = None
    licence: str | None = Field(None, description="Under which its articles may be used, as far as is known")
    terms: str | None = Field(None, description="Where its terms stand, or what they say")
    verified: date | Literal["never"] = Field("never", description="When somebody last saw all of this to be so")
    discover: tuple[Strategy, ...] = Field(min_length=1)
    articles: tuple[Pattern, ...] = Field((), description="Addresses of articles match one of these")
    exclude: tuple[Pattern, ...] = Field((), description="Addresses that match one of these are no articles")
    sites: dict[str, Site] = Field(default_factory=dict)
    thresholds: Thresholds = Thresholds()
    fetch: Fetching = Fetching()

    @property
    def archives(self) -> tuple[Archive, ...]:
        """Its strategies that read what is there."""
        return tuple(item for item in self.discover if isinstance(item, Archive))

    @property
    def live(self) -> tuple[Live, ...]:
        """Its strategies that ask the web."""
        return tuple(item for item in self.discover if not isinstance(item, Archive))

    def site(self, domain: str | None) -> Site:
        """What is known of a site: its own entry, then what the source says for all of its sites."""
        own = self.sites.get(domain or "", Site())
        return Site(
            name=own.name,
            country=own.country or self.country,
            language=own.language or self.language,
            timezone=own.timezone or self.timezone,
            prefer=own.prefer,
        )


def load_sources(folder: Path) -> dict[str, SourceConfig]:
    """Every source below `folder` by name; raises `Terminal` naming file, key and near miss."""
    if not folder.is_dir():
        raise Terminal(f"no folder of sources at {folder}: create it, or set DATELINE_SOURCES")
    found: dict[str, tuple[SourceConfig, Path]] = {}
    for path in sorted(folder.rglob("*.yml")):
        config = load_source(path)
        if config.name in found:
            raise Terminal(
                f"two sources are called {config.name!r}: {found[config.name][1]} and {path}; rename one of them"
            )
        found[config.name] = (config, path)
    return {name: config for name, (config, _) in found.items()}


def load_source(path: Path) -> SourceConfig:
    """One source file; raises `Terminal` naming file, key and near miss."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise Terminal(f"{path}: not a YAML file: {error}") from error
    if not isinstance(content, dict):
        raise Terminal(f"{path}: a source is a mapping of keys, this is {type(content).__name__}")
    try:
        return SourceConfig.model_validate(content)
    except ValidationError as error:
        raise Terminal(f"{path}: " + "; ".join(_explain(item) for item in error.errors())) from error


def _explain(item: Any) -> str:
    where = ".".join(str(step) for step in _location(item["loc"]))
    if item["type"] == "union_tag_invalid":
        return f"{where}.kind: {item['ctx']['tag']!r} is none of {item['ctx']['expected_tags']}{_hint(item)}"
    if item["type"] != "extra_forbidden":
        return f"{where}: {item['msg']}"
    near = get_close_matches(str(item["loc"][-1]), _known_keys(), n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return f"{where}: unknown key{hint}"


def _hint(item: Any) -> str:
    near = get_close_matches(str(item["ctx"]["tag"]), _kinds(), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _location(steps: tuple[str | int, ...]) -> list[str | int]:
    """Where it is wrong, as the file has it: pydantic puts the kind of a strategy between its number and the key."""
    return [
        step for place, step in enumerate(steps) if not (place == 2 and steps[0] == "discover" and step in _kinds())
    ]


def _kinds() -> list[str]:
    return [get_args(model.model_fields["kind"].annotation)[0] for model in STRATEGIES]


def _known_keys() -> list[str]:
    models = (SourceConfig, *STRATEGIES, Site, Prefer, Thresholds, Fetching, Recheck)
    return sorted({key for model in models for key in model.model_fields})
