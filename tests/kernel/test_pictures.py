"""What tells where a photo was taken goes, whatever the photo is packed in."""

import struct
import zlib

import pytest

from bot.pictures import without_traces
from tests.helpers.photos import FRAME, REST

PLACE = b"Uong Bi 21.03N 106.77E\x00"
CAMERA = b"Telephone of Hoa\x00"
TURNED = b"\xff\xc0\x00\x04CD"


def exif(order: str = "<") -> bytes:
    """A table with the camera, and in it the table of the place."""
    head = b"II*\x00\x08\x00\x00\x00" if order == "<" else b"MM\x00*\x00\x00\x00\x08"
    first = struct.pack(f"{order}H", 2)
    first += struct.pack(f"{order}HHII", 0x010F, 2, len(CAMERA), 38)
    place_table = 38 + len(CAMERA)
    first += struct.pack(f"{order}HHII", 0x8825, 4, 1, place_table) + bytes(4)
    second = struct.pack(f"{order}H", 1)
    second += struct.pack(f"{order}HHII", 0x001B, 7, len(PLACE), place_table + 18) + bytes(4)
    return head + first + CAMERA + second + PLACE


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def chunk(kind: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><exif:GPS>" + PLACE + b"</exif:GPS></x:xmpmeta>"
APP1 = segment(0xE1, b"Exif\x00\x00" + exif())
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"
IEND = chunk(b"IEND", b"")
PNG = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"size")
WEBP = b"RIFF\x40\x00\x00\x00WEBPVP8 \x04\x00\x00\x00pict"
TOLD = {
    "jpeg": b"\xff\xd8" + APP1 + FRAME + REST,
    "fill bytes": b"\xff\xd8\xff\xff\xff" + APP1[1:] + FRAME + REST,
    "a bare marker": b"\xff\xd8\xff\x01" + APP1 + FRAME + REST,
    "Exif after the frame": b"\xff\xd8" + FRAME + APP1 + REST,
    "Exif after the picture": b"\xff\xd8" + FRAME + REST[:-2] + APP1 + b"\xff\xd9",
    "a second picture behind": b"\xff\xd8" + FRAME + REST + b"\xff\xd8" + APP1 + REST,
    "a film behind": b"\xff\xd8" + FRAME + REST + b"ftypmp42" + PLACE + CAMERA,
    "two scans": b"\xff\xd8" + FRAME + REST[:-2] + APP1 + REST,
    "a thumbnail": b"\xff\xd8" + segment(0xE0, b"JFXX\x00" + PLACE) + FRAME + REST,
    "a comment": b"\xff\xd8" + segment(0xFE, PLACE + CAMERA) + FRAME + REST,
    "a broken length": b"\xff\xd8" + FRAME + b"\x00\x00" + APP1 + REST,
    "cut short": (b"\xff\xd8" + APP1)[:-2],
    "png": PNG + chunk(b"eXIf", exif(">")) + chunk(b"IDAT", b"picture") + IEND,
    "png with words": PNG + chunk(b"iTXt", XMP) + chunk(b"tEXt", CAMERA) + IEND,
    "png and more": PNG + chunk(b"IDAT", b"picture") + IEND + PLACE,
    "heic": HEIC + b"mdat\x00\x00\x00\x06Exif\x00\x00" + exif(">") + b"picture",
    "heic without a word": HEIC + b"mdat\x00\x00\x00\x00" + exif() + b"picture" + XMP,
    "webp": WEBP + b"EXIF" + exif() + b"XMP " + XMP,
}


@pytest.mark.parametrize("name", TOLD)
def test_no_place_and_no_camera_is_left(name: str) -> None:
    clean = without_traces(TOLD[name])
    assert PLACE[:5] not in clean
    assert PLACE[8:14] not in clean
    assert CAMERA[:9] not in clean
    assert without_traces(clean) == clean


@pytest.mark.parametrize("name", TOLD)
def test_the_picture_itself_stays(name: str) -> None:
    clean = without_traces(TOLD[name])
    assert (b"pict" in clean) == (b"pict" in TOLD[name])
    if name.startswith(("heic", "webp")):
        assert len(clean) == len(TOLD[name]), "what stands elsewhere is found by its place"


def test_bytes_that_look_like_marks_in_the_picture_stay() -> None:
    scan = b"\xff\xda\x00\x02ab\xff\x00cd\xff\xd0ef\xff\xd9"
    assert without_traces(b"\xff\xd8" + FRAME + scan) == b"\xff\xd8" + FRAME + scan


def test_what_is_no_picture_is_as_it_came() -> None:
    for other in (b"", b"%PDF-1.4" + exif(), b"PK\x03\x04" + XMP, b"\x00\x00\x00\x18ftypmp42"):
        assert without_traces(other) == other
