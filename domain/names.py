"""Names: how they are kept, found without marks, and shown short."""

import re
import unicodedata

_HIDDEN = dict.fromkeys(
    [
        *range(0x00, 0x20),
        0x7F,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x206A),
        0xFEFF,
    ]
)
NAME_LETTERS = 80
SHORT_NAME = 14
_JOINS = " -.'’"
"""What joins the letters of a name; all else is left out."""
_NO_NAME = re.compile(r"[<>@/\\]|www\.|\.(?:vn|com|net|org|me|info|io)\b", re.IGNORECASE)


def clean(text: str, most: int = 4096) -> str:
    """Text as it is kept: NFC, one line, no control or direction marks, at most so long."""
    joined = " ".join(unicodedata.normalize("NFC", text).split())
    return " ".join(joined.translate(_HIDDEN).split())[:most].strip()


def person_name(text: str, most: int = NAME_LETTERS) -> str:
    """A person's name out of what they call themselves: letters and what joins them, without
    pictures and figures; nothing when it is a link."""
    said = unicodedata.normalize("NFKC", clean(text, 4 * most))
    kept = "" if _NO_NAME.search(said) else "".join(c for c in said if c.isalpha() or c in _JOINS)
    return clean(kept, most).strip(" -.'’")


def clean_lines(text: str, most: int = 4096) -> str:
    """The same for text of several lines."""
    lines = (clean(line) for line in text.splitlines())
    return "\n".join(line for line in lines if line)[:most]


def fold(text: str) -> str:
    """The key under which a text is found without marks: `Đỗ Thị` -> `do thi`."""
    bare = unicodedata.normalize("NFD", text.casefold())
    kept = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(kept.replace("đ", "d").split())


def given_name(full_name: str) -> str:
    """`Chu Văn Nam` -> `Nam`: what a Vietnamese colleague is called."""
    return full_name.split()[-1] if full_name.split() else full_name


def short_name(full_name: str) -> str:
    """`Nguyễn Quang Trường` -> `Quang Trường`: two words, an initial where they are long."""
    before, _, last = " ".join(full_name.split()[-2:]).rpartition(" ")
    whole = f"{before} {last}".strip()
    return whole if len(whole) <= SHORT_NAME else f"{before[:1]}. {shorten(last, SHORT_NAME - 3)}"


def shorten(text: str, most: int) -> str:
    """Cut at a word, with an ellipsis, to at most so many letters."""
    if len(text) <= most:
        return text
    cut = text[: most - 1].rsplit(" ", 1)[0] if " " in text[: most - 1] else text[: most - 1]
    return cut.rstrip(" ,;:-–") + "…"
