"""Whether a visit is announced, said by itself: «công khai», «đi đột xuất nhé»."""

from language.answers.replies.whole_sayings import whole_saying

OPEN, HIDDEN = "open", "hidden"


def openness_in(text: str) -> str:
    """`open`, `hidden`; nothing where the whole line does not say one of them."""
    return whole_saying(text, "openness", (OPEN, HIDDEN))
