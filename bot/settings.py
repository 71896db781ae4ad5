"""Read once, at the top, and handed down as plain values."""

import ipaddress
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

TOKEN_FORM = r"^\d{3,}:[A-Za-z0-9_-]{20,}$"


def _token(value: SecretStr) -> SecretStr:
    number, _, secret = value.get_secret_value().partition(":")
    if not (number.isdecimal() and len(secret) >= 20):
        raise ValueError("expected the token of @BotFather, such as 123456:ABC…")
    return value


def _url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("expected an address such as https://api.telegram.org")
    return value.rstrip("/")


def _url_or_nothing(value: str) -> str:
    return _url(value) if value else value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("expected an IANA zone such as Asia/Ho_Chi_Minh") from None
    return value


def is_loopback(url: str) -> bool:
    """Whether an address can only be this machine."""
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


EXPECTED = {
    "bot_token": "the token of @BotFather, such as 123456:ABC…",
    "bot_api_base_url": "an address such as https://api.telegram.org",
    "time_zone": "an IANA zone such as Asia/Ho_Chi_Minh",
    "operator_chat_id": "a whole number",
    "proxy_url": "an address such as http://10.0.0.1:3128, or nothing",
    "health_port": "a port from 0 (off) to 65535",
    "log_level": "DEBUG, INFO, WARNING or ERROR",
    "clock_url": "an address of the sandbox on this machine, or nothing",
    "database_path": "a file's path",
    "replicated": "true or false",
    "backup_folder": "a folder's path, or nothing for backups/ beside the database",
}


class BadSettings(Exception):
    """A setting is missing or malformed; the text names it and what is expected."""


class Settings(BaseSettings):
    """What `.env` and the environment say; `.env.example` has the meaning of each."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    bot_token: Annotated[SecretStr, AfterValidator(_token)] | None = None
    bot_api_base_url: Annotated[str, AfterValidator(_url)] = "https://api.telegram.org"
    database_path: Path = Path("data/office.db")
    replicated: bool = False
    backup_folder: Path | None = None
    time_zone: Annotated[str, AfterValidator(_zone)] = "Asia/Ho_Chi_Minh"
    operator_chat_id: int | None = None
    proxy_url: Annotated[str, AfterValidator(_url_or_nothing)] = ""
    health_port: Annotated[int, Field(ge=0, le=65535)] = 8790
    log_level: Annotated[str, Field(pattern="(?i)^(debug|info|warning|error)$")] = "INFO"
    clock_url: Annotated[str, AfterValidator(_url_or_nothing)] = ""

    @property
    def token(self) -> str:
        """The bot's token; only those who speak to Telegram ask for it."""
        if self.bot_token is None:
            raise BadSettings(f"BOT_TOKEN is missing: expected {EXPECTED['bot_token']}")
        return self.bot_token.get_secret_value()

    @property
    def secret(self) -> str:
        """What must never stand in a log."""
        return self.bot_token.get_secret_value() if self.bot_token else ""

    @property
    def backups(self) -> Path:
        """Where the nightly backups lie."""
        return self.backup_folder or self.database_path.resolve().parent / "backups"

    @property
    def bot_id(self) -> int:
        return int(self.token.partition(":")[0])

    @property
    def is_sandbox(self) -> bool:
        return is_loopback(self.bot_api_base_url)


def read_settings(**overrides: object) -> Settings:
    """Read the settings, or say in one line which one is wrong; never its value."""
    try:
        settings = Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        what = "is missing" if first["type"] == "missing" else "is malformed"
        raise BadSettings(f"{name.upper()} {what}: expected {EXPECTED[name]}") from None
    if settings.clock_url and not (settings.is_sandbox and is_loopback(settings.clock_url)):
        raise BadSettings(
            "CLOCK_URL is refused: expected only with a BOT_API_BASE_URL on loopback"
        )
    return settings
