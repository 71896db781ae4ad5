"""Photos, documents, voice notes and albums; files to fetch."""

from __future__ import annotations

import mimetypes
import secrets
from typing import Any

from sandbox.errors import bad
from sandbox.methods.registry import Turn, method
from sandbox.methods.sending import read_caption, send, send_all
from sandbox.pictures import size_of
from sandbox.things import JSON, File

CAPTIONED = {"photo", "document", "voice"}
LARGEST_PHOTO = 10 << 20
LARGEST_DOWNLOAD = 20 << 20
MOST_IN_ALBUM = 10


def content_of(file: File) -> JSON:
    """How a message carries a file."""
    plain = file.json()
    if file.kind == "photo":
        return {"photo": _sizes(file)}
    if file.kind == "voice":
        return {"voice": plain | {"duration": 1, "mime_type": file.mime}}
    return {"document": plain | {"file_name": file.name, "mime_type": file.mime}}


def _sizes(file: File) -> list[JSON]:
    """A photo comes in several sizes; here all show the same picture."""
    sizes = []
    for most in (90, 320, 1280):
        scale = min(1.0, most / max(file.width, file.height, 1))
        width, height = round(file.width * scale), round(file.height * scale)
        sizes.append(file.json() | {"width": max(width, 1), "height": max(height, 1)})
        if scale == 1.0:
            break
    return sizes


def read_file(turn: Turn, kind: str, given: Any, name: str) -> File:
    """The file of a parameter: uploaded with the call, or known from before by its id."""
    upload = turn.args.files.get(name)
    if isinstance(given, str) and given.startswith("attach://"):
        upload = turn.args.files.get(given.removeprefix("attach://"))
    elif upload is None and isinstance(given, str) and given:
        return _known_file(turn, kind, given)
    if upload is None:
        raise bad(f"There is no {kind} in the request")
    if not upload.content:
        raise bad("File must be non-empty")
    size = size_of(upload.content) if kind == "photo" else (0, 0)
    if kind == "photo":
        _check_photo(len(upload.content), size)
    mime = mimetypes.guess_type(upload.name)[0] or upload.mime
    width, height = size or (0, 0)
    return turn.state.keep_file(
        kind, upload.name, mime, upload.content, width=width, height=height
    )


def _known_file(turn: Turn, kind: str, file_id: str) -> File:
    if file_id.startswith(("http://", "https://")):
        raise bad("Failed to get HTTP URL content")
    file = turn.state.files.get(file_id)
    if file is None:
        raise bad("Wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        names = {"photo": "Photo", "document": "Document", "voice": "VoiceNote"}
        raise bad(f"Can't use file of type {names[file.kind]} as {names[kind]}")
    return file


def _check_photo(length: int, size: tuple[int, int] | None) -> None:
    if length > LARGEST_PHOTO:
        limit = f"the maximum size is {LARGEST_PHOTO} bytes"
        raise bad(f"File of size {length} bytes is too big for a photo; {limit}")
    if size is None:
        raise bad("IMAGE_PROCESS_FAILED")
    if sum(size) > 10_000 or max(size) > 20 * min(size):
        raise bad("PHOTO_INVALID_DIMENSIONS")


def _send_file(turn: Turn, kind: str) -> JSON:
    file = read_file(turn, kind, turn.args.get(kind), kind)
    return send(turn, content_of(file) | read_caption(turn)).json()


@method("sendPhoto")
def send_photo(turn: Turn) -> JSON:
    return _send_file(turn, "photo")


@method("sendDocument")
def send_document(turn: Turn) -> JSON:
    return _send_file(turn, "document")


@method("sendVoice")
def send_voice(turn: Turn) -> JSON:
    return _send_file(turn, "voice")


def read_media(turn: Turn, item: JSON) -> JSON:
    """One InputMedia as message content."""
    if item["type"] not in CAPTIONED:
        raise bad(f'Can\'t parse InputMedia: type "{item["type"]}" is unsupported')
    if not item.get("media"):
        raise bad("Can't parse InputMedia: media not found")
    file = read_file(turn, item["type"], item["media"], "")
    return content_of(file) | read_caption(turn, item)


@method("sendMediaGroup")
def send_media_group(turn: Turn) -> list[JSON]:
    items: list[JSON] = turn.args.need("media")
    if len(items) > MOST_IN_ALBUM:
        raise bad("Too many messages to send as an album")
    if not items:
        raise bad("There are no messages to send")
    if len(items) == 1:
        turn.complain("an album of one")
    if len({item["type"] for item in items}) > 1 and any(i["type"] == "document" for i in items):
        raise bad("Document can't be mixed with other media types")
    contents = [read_media(turn, item) for item in items]
    group = str(secrets.randbelow(10**17) + 10**16)
    return [message.json() for message in send_all(turn, contents, media_group_id=group)]


@method("getFile")
def get_file(turn: Turn) -> JSON:
    file_id = turn.args.get("file_id")
    if not file_id:
        raise bad("file_id not specified")
    file = turn.state.files.get(file_id)
    if file is None:
        raise bad("invalid file_id")
    if len(file.content) > LARGEST_DOWNLOAD:
        raise bad("file is too big")
    return file.json() | {"file_path": file.path}
