"""Takes out of a photo what tells where, when and with which telephone it was taken."""

SOI, SOS, EOI = 0xD8, 0xDA, 0xD9
TELLING = range(0xE1, 0xF0)
"""APP1 (Exif, XMP) to APP15; APP0 is only the picture's own frame."""
COMMENT = 0xFE


def without_traces(picture: bytes) -> bytes:
    """A JPEG without its Exif, XMP and comments; anything else as it came."""
    if picture[:2] != bytes((0xFF, SOI)):
        return picture
    kept, at = bytearray(picture[:2]), 2
    while at + 4 <= len(picture) and picture[at] == 0xFF:
        marker = picture[at + 1]
        if marker in (SOS, EOI):
            return bytes(kept + picture[at:])
        ends = at + 2 + int.from_bytes(picture[at + 2 : at + 4], "big")
        if marker not in TELLING and marker != COMMENT:
            kept += picture[at:ends]
        at = ends
    return picture
