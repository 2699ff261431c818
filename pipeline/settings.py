"""Settings come from the environment (and a `.env` beside the checkout) only; every one stands in `.env.example`."""

from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT = Path(__file__).resolve().parent.parent


def _home() -> Path:
    """Beside the checkout when there is one, else the user's data folder."""
    if (PROJECT / "pyproject.toml").exists():
        return PROJECT / ".dateline"
    return Path.home() / ".local" / "share" / "dateline"


class Settings(BaseSettings):
    """`DATELINE_*`; an empty value counts as unset."""

    model_config = SettingsConfigDict(
        env_prefix="DATELINE_", env_file=PROJECT / ".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    database_url: str | None = Field(default=None, description="Warehouse; unset = the embedded Postgres")
    home: Path = Field(default_factory=_home, description="Where the embedded defaults keep their data")
    raw_url: str | None = Field(default=None, description="Raw store: a folder or an fsspec URL; unset = HOME/raw")
    timezone: str = Field(default="UTC", description="IANA zone whose calendar days are the windows")
    sources: Path = Field(default=PROJECT / "sources", description="Folder of the source files")
    expectations: Path = Field(PROJECT / "expectations", description="Folder of the Great Expectations suites")
    postgres_bin: Path | None = Field(default=None, description="Folder of Postgres binaries for the embedded server")
    batch_size: int = Field(default=1500, ge=1, description="Pages in one batch of a run")
    workers: int | None = Field(default=None, ge=1, description="Processes for extraction; unset = one a core")
    contact: str | None = Field(
        default=None, description="A page about your use of Dateline and an e-mail address; needed to fetch live sites"
    )
    fetch_hosts: int = Field(default=16, ge=1, le=512, description="Hosts that are asked at once")
    fetch_delay_s: float | None = Field(
        default=None, ge=0, description="Least seconds between two requests to a host; unset = as each source says"
    )
    fetch_flush_s: float = Field(
        default=30, gt=0, description="Seconds after which fetched pages are written; what a killed process may lose"
    )
    allow_private: str = Field(default="", description="Private networks that may be fetched from, as 127.0.0.0/8")
    ca_file: Path | None = Field(default=None, description="PEM certificates that are trusted beside the system's")
    log_format: str = Field(
        "auto", pattern="^(auto|json|console)$", description="auto = console on a terminal, else json"
    )
    log_level: str = Field("info", pattern="^(debug|info|warning|error)$", description="Least level that is logged")

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError(f"no IANA time zone is called {value!r} (for example Europe/Berlin)") from error
        return value

    @property
    def zone(self) -> ZoneInfo:
        """The zone whose calendar days are the windows."""
        return ZoneInfo(self.timezone)

    @property
    def raw_store(self) -> str:
        """Address of the raw store, never None."""
        return self.raw_url or str(self.home / "raw")


@cache
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
