"""What came with a message, as the office keeps it: evidence, or a voice that is passed on."""

from domain.evidence import Proof
from domain.refusals import Refusal
from handlers.kit.turn import Turn

MOST_BYTES = 20 * 1024 * 1024
"""Telegram lets a bot download no more."""


def proof_of(turn: Turn) -> Proof | None:
    """The photo, file, voice or place of this message."""
    sent = turn.attachment
    if sent is None:
        return None
    if sent.size > MOST_BYTES:
        raise Refusal("file_too_big", most=MOST_BYTES // 1024 // 1024)
    return Proof(
        sent.kind,
        sent.file_id,
        sent.unique_id,
        sent.name,
        sent.size,
        sent.album,
        sent.latitude,
        sent.longitude,
    )


def voice_of(turn: Turn) -> tuple[tuple[str, str], ...]:
    """A voice or a picture that says it instead of words."""
    sent = turn.attachment
    if sent is None or sent.kind not in ("voice", "photo", "file"):
        return ()
    return ((sent.kind, sent.file_id),)
