"""What somebody sends is fetched from Telegram when it is to be read, and kept nowhere."""

from typing import Protocol

from domain.refusals import Refusal
from handlers.kit.incoming import Attachment


class Files(Protocol):
    async def fetch(self, file_id: str) -> bytes | None:
        """Nothing where it did not come."""


class NoFiles:
    """Where nothing is fetched: a room that is tried by itself."""

    async def fetch(self, file_id: str) -> bytes | None:
        return None


NO_FILES: Files = NoFiles()


async def content_of(files: Files, sent: Attachment, most: int) -> bytes:
    """Of a file no longer than this."""
    if sent.kind != "file":
        raise Refusal("sheet_kind")
    if sent.size > most:
        raise Refusal("sheet_big")
    content = await files.fetch(sent.file_id)
    if content is None:
        raise Refusal("sheet_later")
    return content
