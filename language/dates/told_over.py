"""Finds what is told as over: «hôm qua em nộp rồi», «tuần trước họp rồi mà»."""

from language.line.vocabulary import group
from language.line.words import Line

FAR = 8
OVER, ALREADY = ("rồi", "roi", "r", "rùi"), ("đã", "da")
NOT_YET = ("chua", "neu", "thi", "se", "phai")


def told_over(line: Line) -> bool:
    """A deed, and «rồi» behind it or «đã» before it."""
    if any(word.bare in NOT_YET for word in line.words) or "?" in line.given:
        return False
    deeds = (i for i, w in enumerate(line.words) if w.bare in group("days", "told_deeds"))
    return any(
        line.text_at(i - 1) in ALREADY
        or any(line.text_at(j) in OVER for j in range(i + 1, i + FAR))
        for i in deeds
    )
