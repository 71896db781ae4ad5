"""Names: how they are kept, found without marks, and shown short."""

import re
import unicodedata
from collections.abc import Iterable

_CONTROL = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Kinds of characters that show nothing: control and direction marks, lone halves, strangers."""
_BLANK = dict.fromkeys(
    (0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x2800, 0x3164, 0xFFA0)
)
"""What Unicode counts among letters, marks or signs although nothing is seen of it."""
NAME_LETTERS = 80
SHORT_NAME = 14
CODE_LETTERS = 12
CELLS_APART = " | "
_JOINS = " -.'’"
"""What joins the letters of a name; all else parts them."""
_TAG = re.compile(r"</?(?:b|i|u|s|a|em|strong|code|pre|span)\b[^<>]*>", re.IGNORECASE)
_VARIANTS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""What chooses between two looks of the picture before it."""
_NO_NAME = re.compile(r"@\w|://|www\.|\.(?:vn|com|net|org|me|info|io)\b", re.IGNORECASE)


def clean(text: str, most: int = 4096) -> str:
    """Text as it is kept: NFC, one line, nothing that is not seen, at most so long."""
    joined = " ".join(unicodedata.normalize("NFC", text).translate(_BLANK).split())
    return " ".join(_seen(joined).split())[:most].strip()


def _seen(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(c for c in text if unicodedata.category(c) not in _CONTROL)


def person_name(text: str, most: int = NAME_LETTERS) -> str:
    """A person's name out of what they call themselves: its letters and what joins them, without
    pictures, signs and figures; nothing when it is a link."""
    said = clean(unicodedata.normalize("NFKC", clean(_TAG.sub(" ", text), 4 * most)), 4 * most)
    if _NO_NAME.search(said):
        return ""
    kept = clean("".join(c if _is_of_a_name(c) else " " for c in said), most).strip(_JOINS)
    return kept if any(map(str.isalpha, kept)) else ""


def _is_of_a_name(sign: str) -> bool:
    """A letter, a mark on one (Hindi and Thai write them apart), or what joins them."""
    is_mark = unicodedata.category(sign) in ("Mn", "Mc") and sign not in _VARIANTS
    return sign.isalpha() or sign in _JOINS or is_mark


def code_of(name: str, taken: Iterable[str], *, initials: bool = False) -> str:
    """`Khu 5` -> `KHU5`; by initials `Tổ Dân vận` -> `TDV`; with a number where that is taken."""
    words = re.findall(r"[a-z0-9]+", fold(name))
    bare = "".join(word[0] if initials else word for word in words).upper()[:CODE_LETTERS]
    codes, number = set(taken), 1
    code = bare = bare or "X"
    while code in codes:
        number += 1
        code = f"{bare}-{number}"
    return code


def clean_lines(text: str, most: int = 4096) -> str:
    """The same for text of several lines; the cells of a row from a sheet stay apart."""
    lines = (clean(line.strip().replace("\t", CELLS_APART)) for line in text.splitlines())
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


def says_place(point: str, names: Iterable[str]) -> bool:
    """Whether what is said of one place tells another: half of the words of a name of it stand
    there."""
    said = _bare(point)
    return any(2 * len(name & said) >= len(name) > 0 for name in map(_bare, names))


def _bare(text: str) -> set[str]:
    return {word for part in fold(text).split() if (word := part.strip(".,;:()"))}


def put_right(words: str, wrong: str, right: str) -> str | None:
    """Words with what is wrong put right, where it stands there once; of two figures of the same
    thing only the figure changes, whatever the words call it."""
    was, _, of_it = wrong.partition(" ")
    now, _, of_that = right.partition(" ")
    if was[:1].isdigit() and now[:1].isdigit() and fold(of_it) == fold(of_that):
        return _once(words, wrong, was, now) or _once(words, was, was, now)
    return _once(words, wrong, wrong, right)


def recount(words: str, was: int, now: int, unit: str) -> str | None:
    """«7 hộ kêu» of «5 hộ kêu», where it stands there once; «khu 5» stays."""
    return _once(words, f"{was} {unit}", str(was), str(now))


def _once(words: str, said: str, old: str, new: str) -> str | None:
    """`new` for `old`, with which `said` begins; «3» stands neither in «13» nor in «3,5»."""
    whole = rf"(?<!\w)(?<!\d[.,]){re.escape(fold(said))}(?!\d|[.,]\d)"
    found = list(re.finditer(whole, fold(words)))
    if not said or len(found) != 1:
        return None
    at = found[0].start()
    return f"{words[:at]}{new}{words[at + len(old) :]}"
