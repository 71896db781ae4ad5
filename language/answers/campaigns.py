"""Campaigns as they are typed: «chiến dịch: …», «cd3 thêm việc 147, T7-28/11»."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from domain.campaigns import CampaignPlan
from domain.matter_kinds import REMARK
from language.answers.matters.matter_steps import step_in
from language.answers.supervision.visit_lines import WhenOf, window_in
from language.answers.turnout.figure_days import code_in
from language.line.fold import fold
from language.line.patterns import any_of
from language.line.vocabulary import book

MeasuresOf = Callable[[str], Mapping[str, float]]
_PIECES = re.compile(r"(?<!\d),|,(?!\d)|\n")
_PARTS = re.compile(r"[,;\n]")
_LINE = re.compile(r"(\D+?)[- ]*(\d{1,4})\s*[:,]?\s*(?:([a-z]+)\s*:?\s+(.+))?")
_TASK = re.compile(r"(?:viec |cv |#)?\s*(\d{1,6})")
_CODE = re.compile(r"cd[- ]?0\d(?!\d)")
"""«cd-01» has the two figures of CDI-01; of a remark they are three."""
_DAY = re.compile("(?:ngay|buoi) ")

_any = partial(any_of, "checklists", "campaign")


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """Which campaign, what is done with what; no word where it is only to be opened. A thing is
    the number of a piece of work, or the code of a day."""

    number: int
    does: str = ""
    things: Sequence[int | str] = ()
    unread: Sequence[str] = ()
    by_code: bool = False
    """«cd-01», and no more: where there is no such campaign, it may be something else's."""


@dataclass(frozen=True, slots=True)
class PartDone:
    """A part of a campaign is done: its number where it is said, and words that hold its name and
    the part's."""

    number: int | None
    words: str
    surely: bool = False
    """«xong phần …» is nothing else."""


def campaign_words(text: str) -> str:
    """What follows «chiến dịch:»; empty where the line opens none."""
    opening, colon, rest = text.partition(":")
    return rest.strip() if colon and fold(opening) in _said("opens") else ""


def campaign_line(text: str) -> CampaignLine | None:
    """«chiến dịch 3: thêm việc 147»; «CD-001 bỏ đi» is of a remark."""
    found = _LINE.fullmatch(fold(text))
    if found is None or found[1] not in _said("opens") | _said("short"):
        return None
    own = _CODE.match(fold(text)) is not None
    if found[1] in _said("short") and fold(text).startswith(f"{found[1]}-") and not own:
        return None
    if own and found[3] is None:
        return CampaignLine(int(found[2]), by_code=True)
    if found[3] is None:
        return CampaignLine(int(found[2])) if found[1] in _said("opens") else None
    does = next((does for does in ("add", "drop") if found[3] in _said(does)), "")
    pieces = [one.strip(" .") for one in _PARTS.split(found[4]) if one.strip(" .")]
    things = [thing for piece in pieces if (thing := _thing(piece)) is not None]
    unread = [piece for piece in pieces if _thing(piece) is None]
    return CampaignLine(int(found[2]), does, things, unread) if does else None


def campaign_part(text: str) -> PartDone | None:
    """«phong trào ngày hội số xong phần truyền thông», «cd1 xong truyền thông»."""
    said = " ".join(re.findall(r"\w+", fold(text)))
    found = re.fullmatch(rf"{_any('moves')}(?: so)? ?(?P<n>\d{{1,3}})? ?(?P<rest>\D+)", said)
    if found is None or not _is_done(found["rest"]):
        return None
    of_remark = step_in(REMARK.prefix, found["rest"])
    if of_remark.events and not of_remark.words:
        return None
    words = re.sub(rf"\b(?:{_any('done')}|{_any('around')})\b", " ", found["rest"]).split()
    surely = bool(re.search(r"\b(?:phan|khau)\b", found["rest"]))
    return PartDone(int(found["n"]) if found["n"] else None, " ".join(words), surely)


def _is_done(said: str) -> bool:
    is_open = re.search(rf"\b{any_of('checklists', 'marks', 'takes_back')}\b", said)
    return bool(re.search(rf"\b{_any('done')}\b", said)) and not is_open


def campaigns_named(words: str, names: Mapping[int, str]) -> dict[int, str]:
    """Those whose whole name the words hold, and what is left of the words."""
    said, found = f" {words} ", dict[int, str]()
    for id_, name in names.items():
        called = " ".join(re.findall(r"\w+", fold(name)))
        if f" {called} " in said:
            found[id_] = said.replace(f" {called} ", " ", 1).strip()
    return found


def _thing(piece: str) -> int | str | None:
    if found := _TASK.fullmatch(piece):
        return int(found[1])
    return code_in(_DAY.sub("", piece, count=1)) or None


def campaign_in(words: str, when_of: WhenOf, measures_of: MeasuresOf) -> CampaignPlan:
    """«Ngày hội số, 1/12-31/12, mục tiêu 500 hộ tài khoản số; truyền thông, ra quân»: what names
    no day and no number belongs to its name; a number that is no known measure is no target."""
    head, _, parts = words.partition(";")
    name, *rest = [piece.strip() for piece in _PIECES.split(head) if piece.strip()] or [""]
    windows = {piece: window_in(piece, when_of) for piece in rest}
    left = [piece for piece in rest if windows[piece] is None]
    words_only = [piece for piece in left if not re.search(r"\d", piece)]
    counted = [measures_of(piece) for piece in left if piece not in words_only]
    targets = {measure: n for found in counted for measure, n in found.items()}
    return CampaignPlan(
        ", ".join((name, *words_only)),
        next((found for found in windows.values() if found), None),
        targets if all(counted) else {},
        [part.strip(" .-") for part in _PARTS.split(parts) if part.strip(" .-")],
    )


@cache
def _said(which: str) -> frozenset[str]:
    return frozenset(map(fold, book("checklists")["campaign"][which]))
