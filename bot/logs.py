"""Logs: one JSON line each, ids instead of names, and never the token."""

import json
import logging
import re
import sys
from datetime import UTC, datetime

TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{20,}")
QUIET = ("httpx", "httpcore", "telegram", "apscheduler", "aiohttp", "aiosqlite")


class Redacting(logging.Formatter):
    """Writes a record as JSON; whatever looks like a token is taken out, tracebacks too."""

    def __init__(self, secret: str = "") -> None:
        super().__init__()
        self._secret = secret

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "from": record.name,
            "says": record.getMessage(),
        }
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        text = json.dumps(line, ensure_ascii=False)
        if self._secret:
            text = text.replace(self._secret, "[token]")
        return TOKEN.sub("[token]", text)


def set_up_logs(level: str, secret: str = "") -> None:
    """One handler on stderr for everything; the libraries only when something is wrong."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redacting(secret))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
