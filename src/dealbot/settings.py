"""What can be set from outside: DEALBOT_* variables, all optional, and for Slack its own."""

import os
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from urllib.parse import quote
from zoneinfo import ZoneInfo

import platformdirs
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from dealbot.clock import a_zone
from dealbot.errors import BadInput

_PREFIX = "DEALBOT_"
_SLACK = "SLACK_"


class Settings(BaseSettings):
    """Settings of one process; what is not set or empty has a default that needs no key and no network."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, env_ignore_empty=True, extra="ignore", frozen=True)

    data_dir: Path = Field(default_factory=lambda: Path(platformdirs.user_data_dir("dealbot", appauthor=False)))
    database_url: str | None = None
    chroma_url: str | None = None
    model: str | None = None
    model_base_url: str | None = None
    model_api_key: SecretStr | None = None
    model_baa: bool = False
    timezone: str = "UTC"
    catch_up_hours: float = Field(default=1, ge=0, le=168)
    debug: bool = False

    @property
    def ledger_url(self) -> str:
        """The address of the ledger: as set, or a file in the data folder; raises BadInput."""
        return self.database_url or f"sqlite:///{_quoted(self._ledger_file)}"

    @property
    def has_ledger(self) -> bool:
        """Whether there is a ledger already, as far as can be told without opening it."""
        return self.database_url is not None or self._ledger_file.exists()

    @property
    def _ledger_file(self) -> Path:
        return self.data_dir / "dealbot.sqlite3"

    @property
    def cache_dir(self) -> Path:
        """The folder for what can be built again."""
        return self.data_dir / "cache"

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone in which days begin and end for who has none set; raises BadInput."""
        try:
            return a_zone(self.timezone)
        except BadInput as error:
            raise BadInput(f"{_PREFIX}TIMEZONE cannot be used: {error}") from error


class SlackSettings(BaseSettings):
    """What Slack itself gives: the variables that all its tools name alike."""

    model_config = SettingsConfigDict(env_prefix=_SLACK, env_ignore_empty=True, extra="ignore", frozen=True)

    bot_token: SecretStr | None = None
    app_token: SecretStr | None = None
    signing_secret: SecretStr | None = None
    api_url: str = "https://slack.com/api/"

    def required(self, name: str) -> str:
        """Give a secret by its field; raises BadInput where it is not set."""
        secret: SecretStr | None = getattr(self, name)
        if secret is None:
            raise BadInput(f"{_SLACK}{name.upper()} is not set: copy it from the app's page in Slack.")
        return secret.get_secret_value()


def inherited(ours: Mapping[str, str]) -> dict[str, str]:
    """The variables of this process for one that it starts, with these set."""
    return {**os.environ, **ours}


def _quoted(path: Path) -> str:
    """Write a path so that an address can hold it: some names have a question mark or a percent sign."""
    try:
        return quote(str(path))
    except UnicodeEncodeError as error:
        raise BadInput("The name of the data folder is not written in UTF-8: choose another.") from error


def load_settings(data_dir: Path | None = None) -> Settings:
    """Read the settings, with this data folder if one is given; raises BadInput that names what is set wrong."""
    try:
        return Settings(data_dir=data_dir) if data_dir is not None else Settings()
    except ValidationError as error:
        wrong = error.errors(include_input=False)[0]  # what is set may be a secret
        name = f"{_PREFIX}{wrong['loc'][0]}".upper()
        raise BadInput(f"{name} cannot be used: {wrong['msg'].lower()}.") from error
