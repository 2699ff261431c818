"""Sources: one strict YAML file a publisher or archive, `sources/<country>/<name>.yml`."""

from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from pipeline.errors import Terminal


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


class Strict(BaseModel):
    """Frozen; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Archive(Strict):
    """Pages that are already there: WARC, HTML, text and Markdown files in a folder or under an fsspec URL."""

    kind: Literal["archive"]
    location: str = Field(description="A file, a folder (relative to the project) or an fsspec URL")
    window_by: Literal["published", "captured"] = "published"


class Site(Strict):
    """What is known of one publisher whose pages a source holds; the key is its registrable domain."""

    name: str | None = None
    country: Country | None = None
    language: Language | None = None
    timezone: Zone | None = Field(default=None, description="Zone of its times that are written without an offset")


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


class SourceConfig(Strict):
    """Where pages come from."""

    name: str = Field(pattern="^[a-z0-9][a-z0-9_-]*$")
    title: str
    enabled: bool = True
    note: str | None = None
    country: Country | None = None
    language: Language | None = None
    timezone: Zone | None = None
    discover: tuple[Archive, ...] = Field(min_length=1)
    sites: dict[str, Site] = {}
    thresholds: Thresholds = Thresholds()
    fetch: Fetching = Fetching()

    def site(self, domain: str | None) -> Site:
        """What is known of a site: its own entry, then what the source says for all of its sites."""
        own = self.sites.get(domain or "", Site())
        return Site(
            name=own.name,
            country=own.country or self.country,
            language=own.language or self.language,
            timezone=own.timezone or self.timezone,
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
    where = ".".join(str(step) for step in item["loc"])
    if item["type"] != "extra_forbidden":
        return f"{where}: {item['msg']}"
    near = get_close_matches(str(item["loc"][-1]), _known_keys(), n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return f"{where}: unknown key{hint}"


def _known_keys() -> list[str]:
    models = (SourceConfig, Archive, Site, Thresholds, Fetching, Recheck)
    return sorted({key for model in models for key in model.model_fields})
