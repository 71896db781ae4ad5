"""Takes what is only written in figures out of a report line: papers, telephones, plates."""

from language.figures.headcount import Item
from language.line.phrases import phrases
from language.line.words import Line

TEXT_ENDS = (":", ",", ";", ".")
TELEPHONE = range(9, 12)
"""So many figures has a telephone number."""
PLATE = range(3, 6)
WORK = 100
"""From here on a number behind «việc» is whose it is, and no more how many."""
TURNS = 20
JOINS = ("-", ".")


def code_item(line: Line, i: int) -> Item | None:
    return _document(line, i) or _ordinal(line, i) or _telephone(line, i) or _plate(line, i)


def _document(line: Line, i: int) -> Item | None:
    """«công văn số 512/UBND»: a paper and its number."""
    tag, end = phrases("figures", "documents").tag(line, i)
    if tag != "any" or end >= len(line) or not line.words[end].digits:
        return None
    end += 1
    while end < len(line) and line.words[end].glued and line.text_at(end) not in TEXT_ENDS:
        end += 1
    return Item("code", "document", i, end)


def _ordinal(line: Line, i: int) -> Item | None:
    """«việc 165: 19 người», «đợt 2 có 17 người»: which one it is; «2 đợt 17 người» are two."""
    tag, end = phrases("figures", "documents").tag(line, i)
    counted = i > 0 and line.words[i - 1].digits
    if tag not in ("work", "turn") or counted or end >= len(line) or not line.words[end].digits:
        return None
    number, another = line.words[end].value, any(w.digits for w in line.words[end + 1 :])
    one_of = number >= WORK if tag == "work" else number <= TURNS
    counts = phrases("figures", "people").at(line, end + 1)[0]
    return Item("code", tag, i, end + 1) if one_of and another and not counts else None


def _telephone(line: Line, i: int) -> Item | None:
    """«0912 345 678»."""
    if not line.text_at(i).isdecimal() or not line.text_at(i).startswith("0"):
        return None
    figures, end = 0, i
    while figures < TELEPHONE.stop and _in_one_number(line, end):
        figures += len(line.text_at(end)) if line.words[end].digits else 0
        end += 1
    return Item("code", "telephone", i, end) if figures in TELEPHONE else None


def _in_one_number(line: Line, j: int) -> bool:
    """Figures; between two groups of them at most a sign."""
    if j >= len(line) or line.words[j].digits:
        return j < len(line)
    return line.text_at(j) in JOINS and j + 1 < len(line) and line.words[j + 1].digits


def _plate(line: Line, i: int) -> Item | None:
    """«xe 14C 234.56», «14C-23456»."""
    letter = i + 1 < len(line) and line.words[i + 1].glued and line.words[i + 1].capital
    if not letter or len(line.text_at(i)) != 2 or not line.text_at(i).isdecimal():
        return None
    if len(line.text_at(i + 1)) != 1 or not line.text_at(i + 1).isalpha():
        return None
    end = i + 2 + (line.text_at(i + 2) == "-")
    if not line.text_at(end).isdecimal() or len(line.text_at(end)) not in PLATE:
        return None
    more = line.text_at(end + 1) == "." and line.text_at(end + 2).isdecimal()
    return Item("code", "plate", i, end + (3 if more else 1))
