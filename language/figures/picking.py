"""Picks out of a report line what each number is: people, an organisation's, a measure, a time."""

from typing import Any

from language.figures.headcount import SEPARATORS, Item, number_follows
from language.figures.item_codes import code_item
from language.figures.item_numbers import (
    both_sexes,
    count_item,
    half_item,
    one_of_it,
    words_item,
)
from language.figures.item_times import (
    percent_item,
    place_item,
    ratio_item,
    time_item,
)
from language.line.fold import bare
from language.line.numbers import number_at
from language.line.patterns import spelt
from language.line.phrases import phrases
from language.line.vocabulary import group
from language.line.words import Line

SECTIONS = (
    "total",
    "present",
    "planned",
    "absent",
    "all_there",
    "sex",
    "approximate",
    "approximate_after",
    "multiples",
    "delta",
    "fix",
    "nothing",
    "pairs",
    "vague",
    "people",
    "labels",
    "chat",
)


REACH = 16  # words looked at around, so that a hostile line stays linear
NO = ("khong", *spelt("không"))
WHO = ("organisations", "people")

YES_AFTER = ("a", "em", "e", "anh", "chi", "c", "ah")


def items_of(line: Line, organisations: Any) -> list[Item]:
    """The line as a row of items; times, phones, places and money are told apart first."""
    out: list[Item] = []
    i = 0
    while i < len(line):
        item = _item(line, i, organisations, out)
        out.append(item)
        i = item.end
    _members_of_the_union(line, out)
    _a_party_of(line, out)
    return out


def _a_party_of(line: Line, items: list[Item]) -> None:
    """«đoàn có bảy người của Mặt trận»: a party of people, and whose they are."""
    row = [i for i in items if i.kind != "present"]
    for party, number, people, of, body in zip(
        row, row[1:], row[2:], row[3:], row[4:], strict=False
    ):
        kinds = (number.kind, people.kind, body.kind) == ("num", "people", "organisations")
        if kinds and line.bare_at(of.start) == "cua" and line.bare_at(party.start) == "doan":
            party.kind = "chat"


def _members_of_the_union(line: Line, items: list[Item]) -> None:
    """«Công đoàn phường tham gia 16 đoàn viên»: its own members, where no figure of their own
    follows."""
    row = [i for i in items if i.kind in ("organisations", "num")]
    for before, union, number, members, after in zip(
        (None, *row), row, row[1:], row[2:], (*row[3:], None), strict=False
    ):
        kinds = (union.value, number.kind, members.value) == ("LDLD", "num", "DTN")
        own_figure = any(i is not None and i.kind == "num" for i in (before, after))
        called = " ".join(line.bare_at(i) for i in range(members.start, members.end))
        if kinds and called in group("figures", "members") and not own_figure:
            members.value = "LDLD"


def _item(line: Line, i: int, organisations: Any, before: list[Item]) -> Item:
    text = line.text_at(i)
    for found in (
        _nobody_of(line, i, before),
        _body_in_a_list(line, i, organisations),
        _branch_of_a_body(line, i),
        ratio_item(line, i, before),
        percent_item(line, i),
        code_item(line, i),
        place_item(line, i, before),
        time_item(line, i, before),
    ):
        if found:
            return found
    found = half_item(line, i) or words_item(line, i)
    found = found or _named(line, i, organisations) or count_item(line, i)
    if found:
        return found
    if text in SEPARATORS:
        return Item("sep", text, i, i + 1)
    if text in (":", "=", "là"):
        return Item("colon", text, i, i + 1)
    if text in ("-", "–", "—", "đến", "tới", "den", "toi", "~"):
        return Item("dash", text, i, i + 1)
    return Item("other" if text[0].isalnum() else "sign", text, i, i + 1)


def _nobody_of(line: Line, i: int, before: list[Item]) -> Item | None:
    """«dtn 12, hnd ko có»: nobody of a body that is named, where its clause ends."""
    if before and before[-1].kind == "colon":
        before = before[:-1]  # «pn: ko ai»
    if line.bare_at(i) not in NO or not before or before[-1].kind != "organisations":
        return None
    end = i + 1 + (line.bare_at(i + 1) == "co")
    end += line.bare_at(end) == "ai"
    ends = end == len(line) or line.text_at(end) in (*SEPARATORS, *group("days", "polite"))
    others = any(item.kind == "num" for item in before) or any(w.digits for w in line.words[end:])
    return Item("nothing", "any", i, end) if ends and others else None


def _body_in_a_list(line: Line, i: int, organisations: Any) -> Item | None:
    """«chi đoàn 8, chi hội PN 13, chi hội CCB 6», «hội PN đi 13, đoàn đi 25»: among other bodies
    with their figures it is one more of them, and no eighth branch, no party of people."""
    if line.bare_at(i) not in ("chi", "doan"):
        return None
    tag, end = organisations.tag(line, i)
    at = _figure_of(line, end)
    if not tag or line.text_at(at + 1) not in (*SEPARATORS, "") or not _is_figure(line, at):
        return None
    near = (
        organisations.tag(line, j) for j in range(max(0, i - REACH), min(end + REACH, len(line)))
    )
    others = {told for told, after in near if told and _is_figure(line, _figure_of(line, after))}
    most = 1 if line.bare_at(i) == "chi" else 0
    return Item("organisations", tag, i, end) if len(others - {tag}) > most else None


def _branch_of_a_body(line: Line, i: int) -> Item | None:
    """«Chi đoàn khu 4: 15 bạn»: of the Youth Union, where no other branch has a figure."""
    tag, end = phrases("figures", "branches").tag(line, i)
    if not tag or line.bare_at(end) not in group("figures", "of_branches"):
        return None
    only = (
        sum(phrases("figures", "branches").tag(line, j)[0] == tag for j in range(len(line))) == 1
    )
    return Item("organisations", tag, i, end) if only else None


def _figure_of(line: Line, i: int) -> int:
    """Where the figure of a body stands, behind «đi», «có», «được» too."""
    return i + (line.text_at(i) in group("figures", "come_to") or line.bare_at(i) == "di")


def _is_figure(line: Line, i: int) -> bool:
    return i < len(line) and line.words[i].digits


def _named(line: Line, i: int, organisations: Any) -> Item | None:
    """The longest phrase of any list; an organisation before people before chatter."""
    best: Item | None = None
    for section in ("organisations", *SECTIONS):
        book = organisations if section == "organisations" else phrases("figures", section)
        tag, end = book.tag(line, i)
        if not tag or not _in_place(line, i, section, tag, end):
            continue
        if best is None or end > best.end:
            kind = tag if section in ("sex", "delta") else section
            best = Item(kind, tag, i, end, approx=_may_be_another(line, tag, i, end))
    return _settle(line, best) if best else None


def _may_be_another(line: Line, tag: str, i: int, end: int) -> bool:
    """«CĐ 12» alone: the trade union, or a «chi đoàn»? «đoàn 12 người đi trao quà» is a party of
    people, or the Youth Union."""
    if end != i + 1:
        return False
    number = number_at(line, end)
    party = tag == "DTN" and number and line.bare_at(number.end) in ("nguoi", "ng")
    return bool(
        (tag == "LDLD" and line.bare_at(i) == "cd") or (party and line.bare_at(i) == "doan")
    )


def _in_place(line: Line, i: int, section: str, tag: str, end: int) -> bool:
    """Some words of the lists speak only before a number."""
    if section == "labels":
        return _label(line, end)
    if section in WHO and end == i + 1 and not _stands_alone(line, i):
        return False
    if section == "absent" and end == i + 1 and line.text_at(i) == "v":
        return number_follows(line, end)  # «cm 36 v 4»
    if section == "pairs":
        return not _begins_number(line, end - 1)
    if section == "approximate":
        told = number_follows(line, end) or line.text_at(i) in ("~", "≈")
        return told or one_of_it(line, end) is not None
    if section == "nothing" and line.bare_at(end) in group("figures", "no_coming"):
        return False  # «chả ai nghe được gì»
    if tag == "crowd":
        return not number_follows(line, end)  # «dân ra đông 65 người»
    if section == "fix" and tag == "not":
        return not _says_nobody(line, end)
    joins = section == "chat" and tag in ("of", "instead", "not_but", "given_by", "exactly")
    return not joins or number_follows(line, end)


def _says_nobody(line: Line, i: int) -> bool:
    """«không phải là không có ai, mà có sáu người»: no figure is denied."""
    i += line.text_at(i) in ("là", "la")
    return bool(phrases("figures", "nothing").at(line, i)[0])


def _begins_number(line: Line, i: int) -> bool:
    """«với ba mươi mốt người», «với ba đứa» name nobody."""
    number = number_at(line, i)
    if number is None:
        return False
    return number.end > i + 1 or bool(phrases("figures", "people").at(line, number.end)[0])


def _stands_alone(line: Line, i: int) -> bool:
    """«đồn» needs its marks, and «khác» a figure beside it; «Vân Đồn» is a place."""
    if _is_a_name(line, i) or _counts_bodies(line, i + 1):
        return False
    text, numbers = line.text_at(i), (number_at(line, i - 1), number_at(line, i + 1))
    if text in group("figures", "beside_figure"):
        return any(numbers) or line.text_at(i + 1) in (":", "=")
    shown = {bare(word) for word in group("figures", "marked")}
    return line.bare_at(i) not in shown or text in group("figures", "marked")


def _counts_bodies(line: Line, i: int) -> bool:
    """«ca 3 doan the» is «cả», and no policemen."""
    number = number_at(line, i)
    return number is not None and phrases("figures", "chat").tag(line, number.end)[0] == "bodies"


def _is_a_name(line: Line, i: int) -> bool:
    """«Vân Đồn» is an island, and a «trường CĐ» a college."""
    capital = i > 0 and line.words[i - 1].capital and line.words[i].capital
    if line.text_at(i) == "đồn" and capital and not line.shouted:
        return True
    return line.bare_at(i) == "cd" and line.bare_at(i - 1) in group("figures", "colleges")


def _settle(line: Line, item: Item) -> Item:
    word = line.words[item.start]
    if item.kind == "absent" and word.text == "vang" and line.bare_at(item.end) in YES_AFTER:
        return Item("chat", "any", item.start, item.end)  # «vang a 45 nguoi»
    if item.value == "among" and _is_a_beast(line, item.end):
        return Item("vague", "any", item.start, item.end)  # «tính cả con mực là 9»
    if item.kind == "pairs" and line.text_at(item.end) in group("figures", "things"):
        return Item("vague", "any", item.start, item.end)  # «e với cái chổi»
    if item.kind == "planned" and word.text == "moi" and _only_so_many(line, item):
        return Item("chat", "any", item.start, item.end)
    if item.kind == "planned" and word.text == "moi":
        if not number_follows(line, item.end):
            return Item("chat", "any", item.start, item.end)  # «moi suat 300k»
        item.value = "moi"
    if item.kind == "male" and _no_man(line, item):
        return Item("other", word.text, item.start, item.end)
    if item.kind == "absent" and word.bare == "chua" and number_follows(line, item.end):
        return Item("approximate", "under", item.start, item.end)  # «chưa đến 50»
    if item.kind == "present" and _between(line, item):
        return Item("dash", word.text, item.start, item.end)
    if item.kind == "absent" and word.bare == "bo" and number_follows(line, item.end):
        return Item("minus", "minus", item.start, item.end)  # «bỏ 2 người»
    if item.kind == "absent" and word.text == "vang":
        item.value = "vang"
    if (
        item.kind == "absent"
        and word.bare in ("bo", "om", "ban")
        and not number_follows(line, item.end)
    ):
        return Item("other", word.text, item.start, item.end)
    return item


def _is_a_beast(line: Line, i: int) -> bool:
    """«con mực», «con xe», «cái chổi»; «con em», «con cháu» are somebody."""
    if line.text_at(i) in group("figures", "things"):
        return True
    child = line.bare_at(i + 1) in group("figures", "children")
    return line.text_at(i) == "con" and not child and not line.words[i].digits


def _only_so_many(line: Line, item: Item) -> bool:
    """«co moi 9 nguoi» is «mỗi» or «mới», and nobody was invited."""
    return line.bare_at(item.start - 1) in group("figures", "got")


def _between(line: Line, item: Item) -> bool:
    """«30 đến 40 người»: from a smaller to a larger figure, and no «đăng ký 60 đến 45»."""
    before, after = number_at(line, item.start - 1), number_at(line, item.end)
    if not before or not after or line.bare_at(item.start) not in ("den", "toi"):
        return False
    return item.end == item.start + 1 and before.value < after.value


def _no_man(line: Line, item: Item) -> bool:
    """«nam» is a man beside «nữ», or after a number: «45 người (20 nam)», not «20 nam»."""
    before = line.bare_at(item.start - 1)
    counted = (before.isdecimal() or before == "(") and any(w.accented for w in line.words)
    return line.text_at(item.start) == "nam" and not both_sexes(line) and not counted


def _label(line: Line, j: int) -> bool:
    return line.text_at(j) in (":", "=", "thì") and number_at(line, j + 1) is not None
