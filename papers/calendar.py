"""An activity for one's own calendar: an .ics file (RFC 5545)."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from papers.sheet import plain
from papers.wording import Wording

OCTETS = 75


def calendar_file(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """One event with an alarm an hour before; its id never changes, so a new file replaces it,
    and that of a day called off takes it away."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Viec Chung//VI",
        "BEGIN:VEVENT",
        f"UID:{facts['uid']}",
        f"SEQUENCE:{facts['version']}",
        f"DTSTAMP:{_utc(facts['at'])}",
        f"DTSTART:{_utc(facts['starts'])}",
        f"DTEND:{_utc(facts['ends'])}",
        *(("STATUS:CANCELLED",) if facts["off"] else ()),
        f"SUMMARY:{_escaped(facts['title'])}",
        f"LOCATION:{_escaped(facts['place'])}",
        f"DESCRIPTION:{_escaped(plain(words, 'paper.calendar.about', bring=facts['bring']))}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(facts['title'])}",
        "TRIGGER:-PT1H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    folded = "".join(f"{part}\r\n" for line in lines for part in _folded(line))
    return f"{facts['code']}.ics", folded.encode()


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\\n").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 octets; a letter of several octets is never split."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > OCTETS:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    yield piece


PAPERS = {"calendar": calendar_file}
