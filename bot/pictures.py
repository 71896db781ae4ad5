"""Takes out of a photo what tells where, when and with which telephone it was taken."""

import re
from collections.abc import Iterator
from typing import Literal

JPEG, PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
SOS, EOI = 0xDA, 0xD9
BARE = (0x01, *range(0xD0, 0xD8))
"""Markers that stand alone, without a length."""
TELLING = (*range(0xE1, 0xF0), 0xFE)
"""APP1 (Exif, XMP) to APP15, comments; APP0 is only the picture's own frame."""
FRAME = b"JFIF"
TELLING_CHUNKS = (b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME")
BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif")
TIFF = re.compile(rb"II\*\x00\x08\x00\x00\x00|MM\x00\*\x00\x00\x00\x08")
"""How Exif begins, whatever it is packed in."""
XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>|<\?xpacket begin.*?<\?xpacket end[^>]*>", re.DOTALL)
SIZES = (0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8)
"""Bytes of one value, by its type in Exif."""
INNER = (0x8769, 0x8825, 0xA005)
"""Tables within: of the camera, of the place, of interoperability."""


def without_traces(picture: bytes) -> bytes:
    """A JPEG, PNG, WebP or HEIC without its Exif, XMP and comments; anything else as it came."""
    if picture.startswith(JPEG):
        return _jpeg(picture)
    if picture.startswith(PNG):
        return _png(picture)
    if (picture[4:8] == b"ftyp" and picture[8:12] in BRANDS) or picture[8:12] == b"WEBP":
        return _blackened(picture)
    return picture


def _jpeg(picture: bytes) -> bytes:
    """Segment by segment; what follows the picture's end goes too, and where a segment is broken
    the rest is only blackened."""
    kept, at = bytearray(JPEG), 2
    while at + 4 <= len(picture):
        if picture[at] != 0xFF:
            return bytes(kept) + _blackened(picture[at:])
        marker = picture[at + 1]
        if marker == 0xFF or marker in BARE:
            at += 1 if marker == 0xFF else 2
            continue
        if marker == EOI:
            break
        ends = at + 2 + int.from_bytes(picture[at + 2 : at + 4], "big")
        ends = _scan_end(picture, ends) if marker == SOS else ends
        thumbnail = marker == 0xE0 and picture[at + 4 : at + 8] == b"JFXX"
        if marker not in TELLING and not thumbnail:
            kept += picture[at:ends]
        at = ends
    return bytes(kept) + (b"\xff\xd9" if at <= len(picture) and len(kept) > 2 else b"")


def _scan_end(picture: bytes, at: int) -> int:
    """Where the picture's own bytes stop: at the next marker that is no part of them."""
    while (at := picture.find(b"\xff", at)) >= 0:
        follows = picture[at + 1 : at + 2]
        if follows and follows[0] not in (0x00, 0xFF, *BARE):
            return at
        at += 1
    return len(picture)


def _png(picture: bytes) -> bytes:
    kept, at = bytearray(PNG), len(PNG)
    while at + 12 <= len(picture):
        ends = at + 12 + int.from_bytes(picture[at : at + 4], "big")
        kind = picture[at + 4 : at + 8]
        if kind not in TELLING_CHUNKS:
            kept += picture[at:ends]
        at = ends
        if kind == b"IEND":
            break
    return bytes(kept)


def _blackened(picture: bytes) -> bytes:
    """Exif and XMP written over where they stand: nothing moves, so that nothing breaks."""
    black = bytearray(picture)
    for begins in [found.start() for found in TIFF.finditer(picture)]:
        for start, length in _exif(picture[begins:]):
            length = max(0, min(length, len(black) - begins - start))
            black[begins + start : begins + start + length] = bytes(length)
    return XMP.sub(lambda found: b" " * len(found[0]), bytes(black))


def _exif(block: bytes) -> Iterator[tuple[int, int]]:
    """Where the tables of an Exif block and their values stand: start and length."""
    order: Literal["little", "big"] = "little" if block.startswith(b"II") else "big"
    tables, seen = [8], set[int]()

    def number(at: int, size: int) -> int:
        return int.from_bytes(block[at : at + size], order)

    while tables:
        table = tables.pop()
        if table in seen or table + 2 > len(block):
            continue
        seen.add(table)
        count = number(table, 2)
        yield table, 2 + 12 * count + 4
        for entry in range(table + 2, min(table + 2 + 12 * count, len(block)), 12):
            kind, many, where = number(entry + 2, 2), number(entry + 4, 4), number(entry + 8, 4)
            size = SIZES[kind] * many if kind < len(SIZES) else 0
            if size > 4:
                yield where, size
            if number(entry, 2) in INNER:
                tables.append(where)
        tables.append(number(table + 2 + 12 * count, 4) or 8)
