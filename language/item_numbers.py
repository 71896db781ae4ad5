"""Tells which numbers of a report line count people and which measure work."""

from language.item import SEPARATORS, Item
from language.numbers import Number, number_at
from language.phrases import phrases
from language.words import Line

ALWAYS_WORDS = ("khong", "nam", "ba", "sau", "bay", "tu", "mot")


def count_item(line: Line, i: int) -> Item | None:
    found = number_at(line, i)
    if not found or (found.words and not _word_number(line, i, found)):
        return None
    if line.words[i].digits and len(line.words[i].text) > 6:
        return Item("skip", None, i, found.end)
    measure, end = _unit(line, found)
    if measure:
        return Item("measure", (found.value, measure), i, end)
    if not found.whole:
        return Item("skip", found.value, i, found.end)
    item = Item("num", int(found.value), i, found.end, grouped=found.grouped)
    tag, end = phrases("figures", "approximate_after").tag(line, found.end)
    if tag:
        item.approx, item.end = True, end
    return item


def words_item(line: Line, i: int) -> Item | None:
    """«nam muoi» is fifty and no man, «tam muoi ba» may be eighty-three: then it is asked."""
    bare = line.bare_at(i)
    if line.words[i].marked or bare not in ("nam", "tam") or (bare == "nam" and both_sexes(line)):
        return None
    item = count_item(line, i)
    if not item or item.end <= i + 1 or item.kind != "num":
        return None
    item.approx = item.approx or bare == "tam"
    return item


def both_sexes(line: Line) -> bool:
    return any(w.text == "nữ" or w.text == "nu" for w in line.words)


def _word_number(line: Line, i: int, found: Number) -> bool:
    """A single unmarked word is a number only beside what it counts."""
    word = line.words[i]
    if found.end > i + 1:
        return True
    if word.bare == "khong":
        return False
    if word.marked or word.bare not in ALWAYS_WORDS:
        return len(line) == 1 or _beside(line, i, found.end)
    return _beside(line, i, found.end) and word.bare != "nam"


def _beside(line: Line, i: int, j: int) -> bool:
    sections = ("people", "organisations", "absent", "present", "planned")
    if j < len(line) and any(phrases("figures", s).at(line, j)[0] for s in sections):
        return True
    if j < len(line) and phrases("figures", "units").at(line, j)[0]:
        return True
    ends_here = j >= len(line) or line.text_at(j) in SEPARATORS
    return (
        ends_here
        and i > 0
        and any(
            phrases("figures", s).at(line, k)[1] == i
            for s in sections
            for k in range(max(0, i - 4), i)
        )
    )


def _says_more(line: Line, j: int) -> bool:
    """«60 co mat 45»: «co» is no flag here."""
    return any(phrases("figures", s).at(line, j)[0] for s in ("present", "planned", "absent"))


def _unit(line: Line, found: Number) -> tuple[str, int]:
    j = found.end
    tag, end = phrases("figures", "units").tag(line, j) if j < len(line) else ("", j)
    if not tag or (tag.startswith("other") and _says_more(line, j)):
        return "", j
    _, people_end = phrases("figures", "people").at(line, j)
    _, org_end = phrases("figures", "organisations").tag(line, j)
    if people_end > end or org_end >= end or (people_end == end and tag.startswith("guided")):
        return "", j
    text = line.text_at(j)
    if (
        text in ("m", "k", "đ", "t")
        and end == j + 1
        and not line.words[j].glued
        and not line.words[j].digits
    ):
        return ("", j) if text != "m" else (tag, end)
    if (
        tag.startswith("other")
        and text in ("điểm", "khu", "thôn", "tổ", "nhóm", "lần")
        and line.text_at(end).isdecimal()
    ):
        return "", j  # «20 khu 3»: a place follows
    if text == "con" and line.text_at(end).isdecimal():
        return "", j  # «thieu 3 con 42»
    if tag == "households*1" and text in ("nhà", "nha") and line.bare_at(j + 1) == "van":
        return "", j
    if text in ("giờ", "gio") or (
        tag.startswith("money") and text in ("đ", "d") and line.text_at(j + 1) == "/"
    ):
        return "", j
    more = line.text_at(end)
    if tag.startswith("money") and more.isdecimal() and line.words[end].glued and len(more) == 1:
        return f"{tag}+{more}", end + 1  # 1tr5
    return tag, end
