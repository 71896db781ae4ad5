"""Writes down the wished limit in the words it was asked with."""

import re

from language.answer import Answer
from language.moments import When

WEEKDAY_NAMES = {
    "t2": "thứ 2",
    "t3": "thứ 3",
    "t4": "thứ 4",
    "t5": "thứ 5",
    "t6": "thứ 6",
    "t7": "thứ 7",
    "cn": "chủ nhật",
}


def raw_limit(answer: Answer, moment: When) -> str:
    start, end = moment.place
    inside = [i for i, w in enumerate(answer.line.words) if w.start >= start and w.end <= end]
    if not inside:
        return ""
    first = inside[0]
    while first < inside[-1] and answer.line.bare_at(first) in (
        "den",
        "toi",
        "truoc",
        "sang",
        "qua",
        "vao",
        "tu",
        "lui",
        "chuyen",
        "doi",
        "hoan",
        "gia",
        "han",
    ):
        first += 1
    text = marked_again(answer, first, inside[-1] + 1)
    for short, full in WEEKDAY_NAMES.items():
        text = re.sub(rf"\b{short}\b", full, text)
    return text


def marked_again(answer: Answer, start: int, end: int) -> str:
    """Time words with their marks again: «dau tuan sau» is «đầu tuần sau»."""
    words = {
        "dau": "đầu",
        "tuan": "tuần",
        "cuoi": "cuối",
        "giua": "giữa",
        "thang": "tháng",
        "thu": "thứ",
        "sau": "sau",
        "toi": "tới",
        "ngay": "ngày",
        "nua": "nữa",
        "mung": "mùng",
        "chieu": "chiều",
        "hom": "hôm",
        "het": "hết",
        "chu": "chủ",
        "nhat": "nhật",
        "gio": "giờ",
        "sang": "sáng",
        "thuw": "thứ",
        "nay": "này",
        "quy": "quý",
    }
    out = ""
    for i in range(start, end):
        word = answer.line.words[i]
        text = word.text if word.marked else words.get(word.bare, word.text)
        out += ("" if word.glued or not out else " ") + text
    return out
