"""Parts of a proposal, said by their names: «sửa đơn vị: UBND Trà Cổ», «chủ đề là niêm yết»; and
that it is not meant at all: «nhầm rồi, bỏ cái này»."""

import re
from collections.abc import Iterator, Mapping

from language.answers.supervision.noted_lines import opened_by_err
from language.answers.supervision.visit_words import ENDS, listed, opening, openings
from language.line.fold import fold

_PIECES = re.compile(r"[;\n,]|\.\s")


def form_parts_in(text: str) -> Mapping[str, str]:
    """`theme`, `body`, `window`, and what each is; nothing where neither a colon nor a word parts
    a name from it. Behind the first the name of another begins that one."""
    said = opened_by_err(text) or text
    part, words = _named(said)
    if not part:
        return {}
    found = {part: ""}
    for piece, mark in _cut(words):
        other, rest = _named(piece, bare=True)
        if other and other not in found and rest:
            part, piece, mark = other, rest, ""
        found[part] = f"{found.get(part, '')}{mark}{piece}".strip(ENDS)
    return found if all(found.values()) else {}


def _named(text: str, *, bare: bool = False) -> tuple[str, str]:
    """Which part, and its words."""
    said, edits = text.strip(ENDS), False
    if not opening(said, openings("form_parts"))[0]:
        said, edits = _less(said, "edits")
    head, colon, behind = said.partition(":")
    part, rest = opening(head, openings("form_parts"))
    is_colon = bool(part and colon and not rest.strip())
    part, rest = (part, behind) if is_colon else opening(said, openings("form_parts"))
    words, links = _less(rest, "links")
    is_parted = links or edits or is_colon or bare
    return (part, words.strip(ENDS)) if part and is_parted and words.strip(ENDS) else ("", "")


def _cut(words: str) -> Iterator[tuple[str, str]]:
    """The pieces, each with the mark before it; the name of a part begins one too."""
    at, mark = 0, ""
    for found in [*_PIECES.finditer(words), None]:
        piece = words[at : found.start() if found else len(words)]
        inner = next(_names(piece), 0)
        if inner:
            yield piece[:inner], mark
            piece, mark = piece[inner:], " "
        if piece.strip():
            yield piece, mark
        if found:
            at, mark = found.end(), found[0]


def _names(piece: str) -> Iterator[int]:
    """Where in a piece another part is named, with a colon or a word behind its name."""
    for space in re.finditer(r"\s", piece):
        if _named(piece[space.end() :])[0]:
            yield space.end()


def drops_it(text: str) -> bool:
    """«nhầm r, bỏ cái này», «thôi k đề xuất nữa»: every word of it says so."""
    words = re.findall(r"\w+", fold(text))
    says = [one for one in words if one in listed("form", "drops")]
    return bool(says) and all(one in listed("form", "dropped") for one in words if one not in says)


def drops_named(text: str) -> bool:
    """The same where it says of what: «bỏ đề xuất này», or that it is wrong."""
    words = re.findall(r"\w+", fold(text))
    return drops_it(text) and any(
        one in listed("form", "errs") or one in listed("form", "objects") for one in words
    )


def only_errs(text: str) -> bool:
    """«nhầm rồi», and not what is right."""
    words = re.findall(r"\w+", fold(text))
    opens = any(one in listed("form", "errs") for one in words)
    return opens and all(
        one in listed("form", "dropped") or one in listed("form", "errs") for one in words
    )


def _less(text: str, which: str) -> tuple[str, bool]:
    """Without such words before it, and whether they stood there."""
    found, rest = opening(text, listed("form", which))
    return (rest, True) if found else (text, False)
