"""One part of a proposal, said by its name: «sửa đơn vị: UBND Trà Cổ», «chủ đề là niêm yết»."""

from language.answers.supervision.visit_words import listed, opening, openings

_ENDS = " .,;:-–!"


def form_part_in(text: str) -> tuple[str, str]:
    """`theme`, `body`, `window`, and what it is; nothing where neither a colon nor a word parts
    the two."""
    said, edits = text, False
    if not opening(said, openings("form_parts"))[0]:
        said, edits = _less(text, "edits")
    part, rest = opening(said, openings("form_parts"))
    name = said[: len(said) - len(rest)].rstrip()
    words, links = _less(rest, "links")
    is_parted = links or edits or name.endswith(":")
    return (part, words.strip(_ENDS)) if part and is_parted and words.strip(_ENDS) else ("", "")


def _less(text: str, which: str) -> tuple[str, bool]:
    """Without such words before it, and whether they stood there."""
    found, rest = opening(text, listed("form", which))
    return (rest, True) if found else (text, False)
