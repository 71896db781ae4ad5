"""Lines of strangers, who saw neither code nor tables: none acts wrongly, nearly all are useful.

Their tables say what a careful secretary would take for right (`right`, with `|`; figures; days),
and whether she would ask first. A line is useful when it is right, or asked with what is right
among its choices.
"""

import csv
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import cast

import pytest

from language.answers.assignments.giving import is_handed
from language.answers.replies.reply import Context
from language.answers.replies.reply_turnout import slots_of
from language.answers.replies.typed import Typed
from language.certainty.certain import certainty_of_day, certainty_of_figures
from language.certainty.listed import acts
from language.check.second_opinion import NOT_COMING
from language.check.tables import (
    REPLY_DUE,
    TURNOUT_CLOCK,
    measures,
    public,
    reply_clock,
    turnout_row,
    when_row,
)
from language.dates.moments import When
from language.dates.when import when
from language.figures.headcount import Turnout
from language.line.phrases import phrases
from language.line.restore import read
from language.reading import Reading

HERE = Path(__file__).parent
HANDS = tuple(f"stranger_{n}" for n in range(5, 25))
Row = dict[str, str]
RIGHT, ASKED, USELESS, HARMFUL = "right", "asked", "useless", "harmful"
OURS = {"waste_ton": ("waste_kg", 1000.0)}
"""Strangers weigh in kilograms or in tons."""
COUNTED = ("road_km", "trees", "waste_m3", "waste_bag", "waste_kg", "gift_value_vnd", "drain_m")


def answer(row: Row) -> str:
    context = cast(Context, row["context"])
    due = REPLY_DUE if context == "assignment" else None
    reading = Reading(row["text"], reply_clock(context))
    intent, sure = reading.reply(context, due).intent, reading.certainty(context, due)
    right = {NOT_COMING.get((context, name), name) for name in row["right"].split("|")}
    if "group_register" in right and reading.reply(context).slots.get("people", 1) > 1:
        right.add("register")  # «hai vợ chồng tôi đi»: so few are written down by themselves
    if "assignment" in right and is_handed(row["text"]) and intent not in acts():
        return RIGHT  # an order is read by the reader of orders
    if sure.sure:
        acted = intent in acts() and (intent not in right or row["ask"] == "yes")
        return HARMFUL if acted else RIGHT if intent in right else USELESS
    if sure.level == "ask":
        open_yet = row["ask"] == "yes" and "unknown" in right
        known = right & set(sure.choices) or right <= {"unknown", "noise"}
        return ASKED if known or open_yet else USELESS
    return RIGHT if right & {"unknown", "noise"} else USELESS


def figures(row: Row) -> str:
    typed = Typed(row["text"], TURNOUT_CLOCK)
    found, sure = typed.turnout, certainty_of_figures(typed)
    if row["status"] in ("later", "no_event"):
        return answer({**row, "context": "turnout", "right": row["status"], "ask": "no"})
    if sure.sure:
        same = row["status"] in ("ok", _status(found))
        told = same and _counted(typed) == _wanted(row)
        return RIGHT if told or (row["status"] == "none" and not found) else HARMFUL
    if row["status"] in ("ask", "none"):
        return RIGHT if (row["status"], sure.level) == ("none", "none") else ASKED
    total = int(row["total"]) if row["total"] else None
    return ASKED if total in (found.total, *found.candidates, *(found.span or ())) else USELESS


def _status(found: Turnout) -> str:
    """Of a measure alone that grew, too: «thêm 10 bao rác nữa, người vẫn thế»."""
    return turnout_row("", found)["status"] if found.status in ("fix", "delta", "none") else ""


def _counted(typed: Typed) -> list[object]:
    found = typed.turnout
    told = ((*OURS.get(code, (code, 1)), n) for code, n in measures(found).items())
    amounts = {code: round(n * scale, 3) for code, scale, n in told if code in COUNTED}
    parts = cast(dict[str, int], slots_of(found).get("by_org", {}))
    if min(found.moved.values(), default=0) < 0:
        parts = {code: -n for code, n in parts.items()}  # «bớt 1 ccb»
    return [found.total, _there(public(parts)), found.planned, found.absent or None, amounts]


def _wanted(row: Row) -> list[object]:
    whole = [int(row[name]) if row[name] else None for name in ("total", "planned", "absent")]
    wanted = ((*OURS.get(code, (code, 1)), n) for code, n in _pairs(row["measures"]).items())
    amounts = {code: round(n * scale, 3) for code, scale, n in wanted if code in COUNTED}
    parts = cast(dict[str, int], slots_of(Turnout("ok", by_org=_heads(row))).get("by_org", {}))
    return [whole[0], _there(parts), whole[1], whole[2] or None, amounts]


def _heads(row: Row) -> dict[str, int]:
    """Some hands tell pupils apart, who count among «others»."""
    return {code: int(count) for code, count in _pairs(row["by_org"]).items()}


def _there(parts: Mapping[str, float]) -> dict[str, float]:
    """«tn k có ai»: some hands write down a nought, others leave that body out."""
    return {code: count for code, count in parts.items() if count}


def _pairs(cell: str) -> dict[str, float]:
    pairs = (part.split("=") for part in cell.split(";") if "=" in part)
    return {code.strip(): float(n) for code, n in pairs}


def day(row: Row) -> str:
    now = datetime.fromisoformat(row["now"])
    found = when(row["text"], now)
    level = certainty_of_day(found, now)
    if level == "sure":
        told = row["kind"] not in ("ask", "none") and _same_time(row, found, now)
        return RIGHT if told else HARMFUL
    if level == "none":
        no_guess = row["kind"] == "ask" and not row["start"]  # the day is asked, nothing offered
        return RIGHT if row["kind"] == "none" else ASKED if no_guess else USELESS
    ends = {row["start"][:10], row["end"][:10]} - {""}
    ends |= {_beside(last, -1) for last in ends if row["kind"] == "before"}
    offered = [when_row("", now, one) for one in (found, found.other) if one]
    named = {one[end][:10] for one in offered for end in ("start", "end")}
    return ASKED if row["kind"] == "ask" or ends & named else USELESS


def _same_time(row: Row, found: When, now: datetime) -> bool:
    """Half a day is a stretch of its hours here, and «trưa» counts from its first; «cuối ngày» is
    a limit, «trước thứ 6» ends on the day before, and «sau 20/11» begins on the next."""
    got = when_row("", now, found)
    start, end = (got[name][:16] for name in ("start", "end"))
    wanted = [row[name].replace("+07:00", "")[:16] for name in ("start", "end")]
    if row["kind"] == "before":
        last = wanted[1] or wanted[0]
        if got["kind"] == "day" and _until(row["text"]):
            return start == last
        return got["kind"] == "before" and (end or start)[: len(last)] in (last, _beside(last, -1))
    by_then = found.by_start or (got["kind"] == "before" and _ends_work(row["text"]))
    if row["kind"] == "time" and by_then:
        return start == wanted[0]
    if row["kind"] == "after":
        return got["kind"] == "after" and start in (wanted[0], _beside(wanted[0], 1))
    if row["kind"] == "day" and got["kind"] == "span":
        return start[:10] == end[:10] == wanted[0]
    if row["kind"] == "every":
        return got["kind"] == "every" and start[:10] == wanted[0][:10]
    if row["kind"] == "span" and not wanted[1]:
        return got["kind"] == "span" and start == wanted[0]  # its end was left open
    from_now = got["kind"] == "before" and wanted[0] <= now.date().isoformat()
    if row["kind"] == "span" and from_now:
        return (end or start)[:10] == wanted[1]
    return got["kind"] == row["kind"] and start == wanted[0] and end == wanted[1]


def _until(text: str) -> bool:
    """«cho tới thứ 5», «dời sang 12/12»: here the new day itself, and no limit yet."""
    found = phrases("days", "bound").find(read(text))
    return any(tag in ("until", "moved") for tag, _, _ in found)


def _ends_work(text: str) -> bool:
    return any(tag == "end" for tag, _, _ in phrases("days", "office").find(read(text)))


def _beside(stamp: str, days: int) -> str:
    whole = len(stamp) == len("2026-11-20")
    return (date.fromisoformat(stamp) + timedelta(days=days)).isoformat() if whole else stamp


READERS: dict[str, Callable[[Row], str]] = {"answers": answer, "figures": figures, "days": day}
TABLES = [
    (hand, name) for hand in HANDS for name in READERS if (HERE / f"{hand}_{name}.csv").exists()
]
UNASKED = {"answers": 0.67, "figures": 0.7, "days": 0.9}
HARDER = {
    ("stranger_8", "answers"): 0.63,
    ("stranger_10", "answers"): 0.58,
    ("stranger_13", "answers"): 0.58,
    ("stranger_14", "answers"): 0.6,
    ("stranger_15", "answers"): 0.62,
    ("stranger_16", "figures"): 0.67,
    ("stranger_17", "days"): 0.87,
    ("stranger_19", "days"): 0.87,
    ("stranger_20", "days"): 0.8,
    ("stranger_21", "figures"): 0.56,
    ("stranger_21", "days"): 0.85,
    ("stranger_23", "days"): 0.87,
    ("stranger_24", "answers"): 0.64,
    ("stranger_24", "figures"): 0.64,
    ("stranger_24", "days"): 0.88,
}
"""Long spoken and clerks' lines, and days that are over, much of which is rightly asked."""
ARGUED = {
    "✅": "a tick is «done»: our_replies",
    "làm nhà cho hộ nghèo được 30 công": "a result alone is read; who came is asked by the deed",
    "sáng mai gà gáy": "the morning of tomorrow is meant; the hour is said by nobody",
    "thu hai tuan sau": "a Sunday's next Monday is tomorrow: stranger_8 takes it so",
    "bốn mươi người vắng năm": "«45 vắng 5» is never asked: common_lines",
    "THÊM 3 ĐỒNG CHÍ NỮA": "«thêm 3 người» is never asked: common_lines",
    "co them 3 nguoi nua den": "the same: «thêm 3 người» is never asked",
    "40 vang 3": "the same: «45 vắng 5» is never asked",
    "mai 5h có mặt ở cổng chợ": "from one to five is the afternoon: vi_dates («mai 2h»)",
    "Mai ba giờ tui tới, nỏ sai hẹn mô": "the same: «mai 2h» is 14:00",
    "hẹn chị bảy giờ ngày mai nhé": "seven named alone is the morning: «CN 7h» in our_dates",
    "6h mai có mặt nhé": "«mai 6h30 có mặt» is the morning: our_dates",
    "vắng 4 thôi, còn lại đi hết": "who was away is told, and the total is asked by the deed",
    "xong roi nhe": "«xong» without a card is read back with its task: our_replies",
    "xong r nha a": "the same: «xong» without a card",
    "3h mai": "from one to five is the afternoon: vi_dates («mai 2h»)",
    "đầu giờ chiều mai ạ": "the afternoon begins at 13:30: vi_dates («đầu giờ sáng mai»)",
    "cuối tháng": "as a limit the last day of the month: vi_dates",
    "cuoi thang chi nop": "the same: the last day of the month",
    "18/11 ngay hoi dai doan ket phai xong tiet muc": "«phải xong» makes a limit: days",
    "toi nay chi goi lai": "half a day is a stretch of its hours: our_dates («tối nay»)",
    "xong": "the same: «xong» without a card",
    "chi em di du 21 nguoi khong vang ai": "«chị em» are the women's union: figures («chị em 12»)",
    "50 người đăng ký ạ": "«25 người đăng ký» is a plan: our_turnout",
    "giam 4 ng so voi so cu vi trung ten": "«bớt 2» is never asked: our_turnout",
    "dc 5 cay, 3 nguoi 😅": "plain figures of both, and a smile",
    "toi nay don": "the evening begins at 18:00: our_dates («tối nay»)",
    "tối thứ 6 đi hát kk": "the same: «tối nay»",
    "đầu tuần sau nha": "the first two days of it: our_dates («đầu tuần sau»)",
    "cuoi thang e chot": "the same: the last day of the month",
    "ba con di dong lam ba muoi chin nguoi ca thay": "«45 bà con» are others: our_turnout",
    "bam lon xl nghe": "a slip shows one's own report again: our_replies («bấm nhầm»)",
    "them 3 chi pn nua nghe": "the same: «thêm 3 người» is never asked",
    "hôm kia lộp rồi còn gì": "told as over: our_dates («gửi từ hôm kia rồi chị»)",
    "trong tháng 12/2026": "a limit, the last day of it: our_dates («trong tháng 12»)",
}
"""Lines whose label says «ask», where an older table says otherwise; none was changed."""
USEFUL = {"answers": 0.91, "figures": 0.92, "days": 0.95}


@cache
def scored(hand: str, name: str) -> list[tuple[str, Row]]:
    with (HERE / f"{hand}_{name}.csv").open(encoding="utf-8", newline="") as opened:
        return [(READERS[name](row), row) for row in csv.DictReader(opened)]


@pytest.mark.parametrize(("hand", "name"), TABLES)
def test_no_line_of_a_stranger_acts_wrongly(hand: str, name: str) -> None:
    wrong = [row["text"] for score, row in scored(hand, name) if score == HARMFUL]
    assert not [text for text in wrong if text not in ARGUED]


@pytest.mark.parametrize(("hand", "name"), TABLES)
def test_nearly_every_line_of_a_stranger_is_useful(hand: str, name: str) -> None:
    useless = [row["text"] for score, row in scored(hand, name) if score == USELESS]
    assert len(useless) <= (1 - USEFUL[name]) * len(scored(hand, name)) + 0.01, useless


@pytest.mark.parametrize(("hand", "name"), TABLES)
def test_most_lines_of_a_stranger_are_right_unasked(hand: str, name: str) -> None:
    plain = [score for score, row in scored(hand, name) if "ask" not in _labels(row)]
    least = HARDER.get((hand, name), UNASKED[name])
    assert plain.count(RIGHT) >= least * len(plain)


def _labels(row: Row) -> set[str]:
    return {row.get("kind", ""), row.get("status", "")} | (
        {"ask"} if row.get("ask") == "yes" else set()
    )
