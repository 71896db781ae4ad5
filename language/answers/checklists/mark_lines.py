"""What is said of the items of a checklist: «mục 9 đạt, mục 10 chưa rõ ảnh», «đạt sạch nhà»."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from domain.checklist_kinds import CAMPAIGN, CHECKLISTS
from domain.checklists import ItemSaid
from language.answers.assignments.briefing import closes
from language.line.fold import fold
from language.line.patterns import any_of
from language.line.vocabulary import book

_any = partial(any_of, "checklists", "marks")
_PREFIXES = "|".join(kind.prefix for kind in CHECKLISTS.values() if kind is not CAMPAIGN)
_CODE = re.compile(rf"(?i)(?<!\w)({_PREFIXES})[- ]?(\d{{1,6}})(?![\w/])[\s:,.–-]*")
_NAME = re.compile(r"(?i)(?<!\w)(NM-[A-Z]{2,4}-\d{1,6})(?!\w)[\s:,.–-]*")
_LISTED = re.compile(r"^[\s!]*(?:(?:\d{1,2}\s*[.)/:-]|[-–•*+])[\s!]*)?")
WORD = r"\w+"
BREAKS = frozenset(":,;.–-")
_BARE = r"(?:[,;.\n])\s*(?=(?:(?:{items})\s*)?\d{{1,2}}\s)"
"""«1 đạt, 2 không đạt, 3 đạt»; where that leaves something over, only items that are called so."""
_NEXT = r"(?:[,;\n]|\bva\b)\s*(?=(?:{items})\s*\d)"


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """Which checklist a line is about, by its code or by the name of a house, and what it says."""

    prefix: str
    number: int
    name: str
    said: Sequence[ItemSaid]


def checklist_line(text: str) -> ChecklistLine | None:
    """«TM-01 mục 9 đạt», «mục 6 NM-47 chưa đạt: …»; nothing said where it is not understood."""
    text = _without_slip(text)
    found = _CODE.search(text)
    named = None if found else _NAME.search(text)
    code = found or named
    if code is None:
        return None
    before, rest = text[: code.start()].strip(" ,"), text[code.end() :]
    if before and not _numbered().match(fold(before)):
        return None
    words = f"{before} {rest}".strip()
    if not words and not named:
        return None
    prefix, number = (found[1].upper(), int(found[2])) if found else ("", 0)
    return ChecklistLine(prefix, number, named[1].upper() if named else "", marks_in(words) or ())


def marks_in(text: str, item: int | None = None) -> Sequence[ItemSaid] | None:
    """What is said of each item; of the one that is spoken of where none is named."""
    text = _without_slip(text)
    ways = (_said_in(_pieces(text, next_one), item) for next_one in (_BARE, _NEXT))
    return next((said for said in ways if said), None)


def _said_in(pieces: Sequence[str], item: int | None) -> Sequence[ItemSaid] | None:
    said = [_piece(piece, item if len(pieces) == 1 else None) for piece in pieces]
    known = [one for one in said if one]
    return known if known and len(known) == len(said) else None


def items_named(words: str, texts: Mapping[int, str], *, whole: bool = False) -> list[int]:
    """«sạch nhà, sạch bếp»: the items whose words these are; `whole`: these and no others."""
    said, plain = _plain(words), {number: _plain(text) for number, text in texts.items()}
    if whole:
        return [number for number, text in plain.items() if text == said]
    in_it = [number for number, text in plain.items() if text in said]
    part = [number for number, text in plain.items() if said.strip() and said in text]
    return in_it or (part if len(part) == 1 else [])


def hamlets_named(text: str, names: Mapping[int, str]) -> list[int]:
    """Those that a line names; where it names none, all that there are."""
    called = [id_ for id_, name in names.items() if _plain(name.partition(",")[0]) in _plain(text)]
    return called or list(names)


def _plain(text: str) -> str:
    return f" {' '.join(re.findall(WORD, fold(text)))} "


def step_words(text: str) -> tuple[int | None, str] | None:
    """«lập kế hoạch xong rồi»: words that may be a step, and the task before them."""
    done = _any("met")
    found = re.fullmatch(
        rf"(?:(?:viec )?(?P<task>\d{{2,6}})[ ,:]+)?(?:(?:em|e|toi|da) )*(?:(?:{done}) )?"
        rf"(?P<words>\w+(?: \w+)+?)(?: (?:da )?(?:{done}))?(?: (?:roi|a|nhe|chi|anh))*[ .]*",
        _task_first(fold(text)),
    )
    if found is None or not re.search(rf"\b(?:{done})\b", fold(text)):
        return None
    words = re.sub(rf"^{_any('step')} (?=[^\W\d])", "", found["words"])
    return (int(found["task"]) if found["task"] else None), words


def _without_slip(text: str) -> str:
    """«nhầm, mục 6 chưa đạt»"""
    text = " ".join(text.split())
    slip = re.match(rf"{_any('slip')}[ ,:]+", fold(text))
    return text[slip.end() :] if slip and len(fold(text)) == len(text) else text


def criterion_in(text: str) -> Sequence[ItemSaid] | None:
    """«thôn Đông đạt tiêu chí 9: trồng nấm»: a criterion, of a hamlet without its code."""
    folded = fold(text)
    found = _criterion().search(folded) or _item_of_a_hamlet().search(folded)
    if found is None or len(folded) != len(" ".join(text.split())):
        return None
    rest = " ".join(text.split())[found.end() :].strip(" ,:.-")
    kept = "" if is_tail(rest) else rest
    return (ItemSaid(int(found["n"]), "yes", kept, note=bool(kept)),)


def list_lines(text: str) -> list[str]:
    """A pasted list without its numbers, dashes and greeting; «3. ! Không bạo lực» is critical."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    lines = _rows_of_a_sheet(lines)
    if len(lines) > 1 and lines[0].endswith(":"):
        lines = lines[1:]
    return [_LISTED.sub(lambda found: "!" if "!" in found[0] else "", line) for line in lines]


def _rows_of_a_sheet(lines: list[str]) -> list[str]:
    """Copied cell by cell: a column that counts from one, under a heading or not, is no item."""
    for rows in (lines, lines[1:]):
        counted = [re.match(rf"{n}[\s|]+(?=\S)", row) for n, row in enumerate(rows, start=1)]
        if len(rows) > 1 and all(counted):
            return [
                row[len(one[0]) :].strip('"| ')
                for row, one in zip(rows, counted, strict=True)
                if one
            ]
    return lines


@dataclass(frozen=True, slots=True)
class StepsSaid:
    """Steps of a task, which is named or spoken of; `still`: they alone are not done yet,
    `again`: they are not done after all."""

    task: int | None
    steps: Sequence[int]
    still: bool = False
    again: bool = False


def step_line(text: str) -> StepsSaid | None:
    """«157 xong bước 1», «b1 b2 xong», «157 còn bước 3», «157 b2 chưa xong, nhầm»."""
    found = _step().fullmatch(_task_first(fold(_without_slip(text))))
    if found is None or not _says_no_more(found["rest"] or ""):
        return None
    said = next(found[name] for name in ("n", "m", "l", "u", "v") if found[name])
    steps = [int(number) for number in re.findall(r"\d+", said)]
    task = int(found["task"]) if found["task"] else None
    return StepsSaid(task, steps, bool(found["l"]), bool(found["u"] or found["v"]))


def names_a_step(text: str) -> bool:
    """«147 xong bước soạn, đang trình»: what is done is a step, and not the whole work; «xong cả
    3 bước» is all of it."""
    said = fold(text)
    return _a_step().search(said) is not None and _all_steps().search(said) is None


@cache
def _a_step() -> re.Pattern[str]:
    """A letter alone is a step only with its number: «ba B» is somebody."""
    step = _any("step")
    return re.compile(rf"\b(?:(?![a-z]\b){step}\b|{step} ?\d{{1,2}}\b)")


@cache
def _all_steps() -> re.Pattern[str]:
    many = r"(?:ca|het|tat ca|toan bo|du|cac|\d{1,2})"
    return re.compile(rf"\b{many} (?:{many} )*{_any('step')}\b(?! ?\d)")


def _task_first(folded: str) -> str:
    """«xong bước 2 của việc 147» is «147 xong bước 2»."""
    behind = _task_behind().fullmatch(folded)
    return f"{behind['task']} {behind['before']}{behind['after']}" if behind else folded


@cache
def _task_behind() -> re.Pattern[str]:
    step = rf"{_any('step')}(?: ?\d{{1,2}}\b| \w+)"
    named = r"(?:(?:cua|trong|o|viec|nv|so) )*"
    return re.compile(
        rf"(?P<before>\D*?{step}(?:(?:[ ,]|va\b)+\d{{1,2}}\b)*(?: \w+)*?)[ ,]+{named}"
        r"(?P<task>\d{3,6})\b(?P<after>.*)"
    )


def _says_no_more(rest: str) -> bool:
    rest = rest.strip(" ,.:")
    return closes(rest) or re.fullmatch(_any("slip"), rest) is not None


def _pieces(text: str, next_one: str) -> list[str]:
    folded = fold(text)
    if len(folded) != len(text):
        return [text]
    cuts = [m.span() for m in re.finditer(next_one.format(items=_any("item")), folded)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    return [text[a:b].strip() for a, b in zip(starts, ends, strict=True)]


def _piece(text: str, item: int | None) -> ItemSaid | None:
    folded = fold(text)
    whole = text if len(folded) == len(text) else folded
    numbered = _numbered().match(folded)
    if numbered and (numbered["item"] or item is None):
        number, rest = int(numbered["n"]), whole[numbered.end() :]
        return _of_item(number, rest, named=bool(numbered["item"]))
    if turned := _turned().match(folded):
        return _yes(int(turned["n"]), whole[turned.end() :].strip(" ,:.-"))
    if item is not None:
        return _of_item(item, whole, named=False)
    word, rest = _word(folded, whole)
    about = rest.strip(" ,:.-")
    return ItemSaid(None, "yes", about) if word == "yes" and about else None


def _of_item(number: int, rest: str, *, named: bool) -> ItemSaid | None:
    """«đạt», «trả lại: ảnh mờ», «chưa rõ ảnh»; after «mục 9» also what a photo shows."""
    word, left = _word(fold(rest), rest)
    why = left.strip(" ,:.-")
    if word == "yes":
        return _yes(number, why)
    if word:
        return ItemSaid(number, word, why)
    if is_tail(rest):
        return ItemSaid(number, "")
    return ItemSaid(number, "", rest.strip(" ,:.-"), note=True) if named else None


def _yes(number: int, why: str) -> ItemSaid | None:
    """«đạt»; what stands behind it is a note to a claim, unless it takes it back."""
    if takes_back(why):
        return None
    kept = "" if is_tail(why) else why
    return ItemSaid(number, "yes", kept, note=bool(kept))


def takes_back(words: str) -> bool:
    """«đạt nhưng chưa có ảnh»"""
    return _takes_back().search(fold(words)) is not None


def is_tail(words: str) -> bool:
    """«rồi đấy ạ», «luôn, gửi ảnh sau»: nothing more is said."""
    said = fold(words).strip(" ,.!:-")
    return closes(words) or _tails().fullmatch(said) is not None


@cache
def _tails() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('tails')}(?:[ ,.!:-]+|$))+")


def _word(folded: str, whole: str) -> tuple[str, str]:
    """What the first words say, and what is left; «chưa rõ ảnh» is its own reason."""
    folded, whole = folded.lstrip(" ,:.-"), whole.lstrip(" ,:.-")
    for said, word in _says():
        rest = folded[len(said) :]
        if not folded.startswith(said) or rest[:1].isalnum():
            continue
        if word == "because":
            return "no", whole
        if said in _loose() and not (rest.strip()[:1] in BREAKS or closes(rest)):
            continue
        return word, whole[len(said) :]
    return "", whole


@cache
def _says() -> list[tuple[str, str]]:
    says = book("checklists")["says"].items()
    found = [(fold(said), word) for word, ways in says for said in ways]
    return sorted(found, key=lambda one: len(one[0]), reverse=True)


@cache
def _loose() -> frozenset[str]:
    """«không», «có» stand for an answer alone, or before a comma."""
    return frozenset(map(fold, book("checklists")["marks"]["loose"]))


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(rf"(?:(?P<item>{_any('item')})(?: so)?\s*)?(?P<n>\d{{1,2}})(?![\w/%])")


@cache
def _turned() -> re.Pattern[str]:
    """«đạt 9», «đạt tiêu chí 9»"""
    item = rf"(?:{_any('item')}(?: so)?\s*)?"
    return re.compile(rf"{_any('met')}\s+{item}(?P<n>\d{{1,2}})(?![\w/%])")


@cache
def _criterion() -> re.Pattern[str]:
    """«đạt tiêu chí 9»; «chưa đạt» and «tiêu chí 9 là gì» are something else."""
    met, item = _any("met"), _any("criterion")
    return re.compile(rf"(?<!chua )(?<!khong )\b(?:{met}) (?:{item})(?: so)? ?(?P<n>\d{{1,2}})\b")


@cache
def _item_of_a_hamlet() -> re.Pattern[str]:
    """«thôn mẫu mục 5 đạt rồi», the number first."""
    met, item = _any("met"), _any("item")
    return re.compile(
        rf"\bthon\b(?: \w+)*?[ ,:]+(?:{item})(?: so)? ?(?P<n>\d{{1,2}})[ ,:]+(?:da )?(?:{met})\b"
    )


@cache
def _takes_back() -> re.Pattern[str]:
    return re.compile(rf"\b{_any('takes_back')}\b")


@cache
def _step() -> re.Pattern[str]:
    task = r"(?:(?:viec )?(?P<task>\d{2,6})[ ,:]+)?(?:(?:em|e|toi|minh|thi) )*"
    done, step = _any("met"), _any("step")
    steps = rf"(?:{step}) ?\d{{1,2}}(?:(?:[ ,]|va\b)+(?:(?:{step}) ?)?\d{{1,2}})*"
    said = (
        rf"(?:da |lam )*(?:{done}) (?:(?:cac|ca) )?(?P<n>{steps})"
        rf"|(?P<m>{steps})[ ,:]+(?:(?:da|deu|lam|em|e|toi) )*(?:{done})"
        rf"|(?:chi )?{_any('still')}(?: moi)? (?P<l>{steps})(?: (?:chua (?:{done})|nua))?"
        rf"|(?P<u>{steps})[ ,:]+(?:van |con )?chua (?:lam |duoc )?(?:{done})"
        rf"|(?:(?:van )?chua (?:lam |duoc )?(?:{done})|{_any('untick')}) (?P<v>{steps})"
    )
    return re.compile(rf"{task}(?:{said})(?P<rest>(?:[ ,.].*)?)")
