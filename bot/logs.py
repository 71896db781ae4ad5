"""Logs: one JSON line each, ids and codes alone: never the token, a name or what people said."""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from types import TracebackType

from bot.faults import place_of

TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{20,}")
CODE = re.compile(r"[A-Za-z0-9_.:<-]{1,400}")
"""A code, a type's name, a place in the program: one word without marks or spaces."""
OURS = frozenset(
    ("bot", "actions", "handlers", "schedules", "storage", "texts", "papers", "language", "domain")
)
QUIET = ("httpx", "httpcore", "telegram", "apscheduler", "aiohttp", "aiosqlite")


class Redacting(logging.Formatter):
    """Writes a record as JSON. Our own floors say their words, filled with numbers and codes; a
    library's words may hold anything, so only where they were said is written."""

    def __init__(self, secret: str = "") -> None:
        super().__init__()
        self._secret = secret

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "from": record.name,
            "says": _says(record),
        }
        if record.exc_info and record.exc_info[1]:
            error = record.exc_info[1]
            line["trace"] = f"{type(error).__name__} at {place_of(error)}"
        text = json.dumps(line, ensure_ascii=False)
        if self._secret:
            text = text.replace(self._secret, "[token]")
        return TOKEN.sub("[token]", text)


def _says(record: logging.LogRecord) -> str:
    """What a record may say, with what is no code taken out of it."""
    if record.name.partition(".")[0] not in OURS:
        return f"{record.module}:{record.lineno}"
    values = record.args if isinstance(record.args, tuple) else (record.args,)
    try:
        return str(record.msg) % tuple(map(_code, values)) if record.args else str(record.msg)
    except (TypeError, ValueError):
        return f"{record.module}:{record.lineno}"


def _code(value: object) -> object:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return value if isinstance(value, str) and CODE.fullmatch(value) else "…"


def set_up_logs(level: str, secret: str = "") -> None:
    """One handler on stderr for everything; the libraries only when something is wrong. What
    ends the process, and what Python itself complains of, goes the same way."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redacting(secret))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    logging.captureWarnings(True)
    logging.raiseExceptions = False
    sys.excepthook = _last_words
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def _last_words(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
    """One line for what nobody caught; its message may hold what people said."""
    logging.getLogger("bot").critical("ended by %s at %s", kind.__name__, place_of(error))
