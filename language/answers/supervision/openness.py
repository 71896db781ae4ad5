"""Whether a visit is announced, said by itself: «công khai», «đi đột xuất nhé»."""

from language.answers.replies.whole_sayings import whole_saying
from language.line.once import fold
from language.line.vocabulary import book

OPEN, HIDDEN = "open", "hidden"


def openness_in(text: str) -> str:
    """`open`, `hidden`; nothing where the whole line does not say one of them."""
    return whole_saying(text, "openness", (OPEN, HIDDEN))


def is_new(text: str) -> bool:
    """«ok ghi mới đi», «đúng rồi, nội dung mới»: the button, and no name."""
    return bool(whole_saying(text.replace(",", " ").replace("  ", " "), "form", ("new",)))


def name_in(text: str) -> str:
    """«hải sơn thật, ghi mới là UBND xã Hải Sơn», «chọn bếp ăn trường học»: the name alone."""
    *before, last = text.split(",")
    if before and is_new(last.strip()):
        return name_in(",".join(before).strip())
    for piece in (text, text.rpartition(",")[2].strip()):
        for opens in sorted(map(fold, book("visits")["form"]["names"]), key=len, reverse=True):
            if fold(piece).startswith(f"{opens} "):
                return " ".join(piece.split()[len(opens.split()) :])
    return text
