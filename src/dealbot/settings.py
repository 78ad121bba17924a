"""What can be set from outside: DEALBOT_* variables, all optional."""

from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

import platformdirs
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Settings of one process; what is not set has a default that needs no key and no network."""

    model_config = SettingsConfigDict(env_prefix="DEALBOT_", extra="ignore", frozen=True)

    data_dir: Path = Field(default_factory=lambda: Path(platformdirs.user_data_dir("dealbot", appauthor=False)))
    database_url: str | None = None
    model: str | None = None
    model_base_url: str | None = None
    model_api_key: SecretStr | None = None
    model_baa: bool = False
    timezone: str = "UTC"

    @property
    def ledger_url(self) -> str:
        """The address of the ledger: as set, or a file in the data folder."""
        return self.database_url or f"sqlite:///{self.data_dir / 'dealbot.sqlite3'}"

    @property
    def cache_dir(self) -> Path:
        """The folder for what can be built again."""
        return self.data_dir / "cache"

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone in which days begin and end for who has none set."""
        return ZoneInfo(self.timezone)
