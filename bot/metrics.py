"""The same figures for Prometheus, written by its own client library where it is installed."""

from collections.abc import Callable, Mapping
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from typing import Any

LIBRARY = "prometheus_client"
PREFIX = "viec_chung_"
PLAIN = (
    ("well", "1 when the bot hears, writes and is not stuck"),
    ("awake", "1 when what an earlier run left open has been gone through"),
    ("silent_seconds", "since Telegram last answered"),
    ("written_seconds", "since something was last written to the disk"),
    ("database_stuck_seconds", "since the database takes nothing"),
    ("disk_free_bytes", "free beside the database"),
    ("quarantined", "updates put aside"),
    ("oldest_letter_late_seconds", "how late the oldest letter is"),
    ("evidence_behind", "pieces of evidence without a copy of our own"),
    ("backup_age_seconds", "since the newest backup"),
)
BOXES = (("inbox", "updates, by state"), ("outbox", "letters, by state"))


def exposition(told: Mapping[str, Any]) -> bytes | None:
    """The figures of /healthz in Prometheus's words; None where the extra is not installed."""
    if find_spec(LIBRARY) is None:
        return None
    library = import_module(LIBRARY)
    registry = library.CollectorRegistry()
    for name, help_text in PLAIN:
        if told[name] is not None:
            library.Gauge(PREFIX + name, help_text, registry=registry).set(told[name])
    for name, help_text in BOXES:
        gauge = library.Gauge(PREFIX + name, help_text, ["state"], registry=registry)
        for state, count in (told[name] or {}).items():
            gauge.labels(state).set(count)
    _jobs(told["jobs"], lambda name, text: _by_job(library, registry, name, text))
    written: bytes = library.generate_latest(registry)
    return written


def _by_job(library: Any, registry: Any, name: str, help_text: str) -> Any:
    return library.Gauge(f"{PREFIX}job_{name}", help_text, ["job"], registry=registry)


def _jobs(jobs: list[dict[str, Any]], gauge: Callable[[str, str], Any]) -> None:
    last = gauge("last_seconds", "when a job last looked, as seconds since 1970")
    coming = gauge("next_seconds", "when a job's next hour is, as seconds since 1970")
    failed = gauge("failed", "in how many offices a job failed when it last looked")
    for job in jobs:
        failed.labels(job["name"]).set(job["failed"])
        for kind, when in ((last, job["last"]), (coming, job["next"])):
            if when:
                kind.labels(job["name"]).set(datetime.fromisoformat(when).timestamp())
