"""A photo in pieces: what a telephone adds to it, and what is left of it."""

EXIF = b"\xff\xe1\x00\x10Exif\x00\x00GPS 21.5"
FRAME = b"\xff\xe0\x00\x04AB"
REST = b"\xff\xdb\x00\x04CD\xff\xda\x00\x02picture\xff\xd9"
